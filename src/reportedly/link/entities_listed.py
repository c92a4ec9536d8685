"""Names of one body that the table of acronyms lists together: ISIS, ISIL and Islamic State.

In: a body's name. Out: the groups of names it is listed in. Rows of the table that share a full name are one group.
"""

from functools import cache, lru_cache

from reportedly.link.entities_kinds import is_acronym
from reportedly.link.names_bodies import acronyms, names_given
from reportedly.link.names_body_parts import body
from reportedly.link.names_spelling import sound

GROUPS = frozenset({"group", "organization", "movement"})
"""Words that reports put behind a full name."""

LONGEST_COMMON = 3
"""Letters up to which a listed acronym may be a word as well ("let"), and counts in capitals only."""


@cache
def groups() -> dict[str, str]:
    """For each listed acronym the first acronym, by the alphabet, of its group."""
    group = {acronym: acronym for acronym in acronyms()}
    by_name: dict[tuple[str, ...], str] = {}
    for acronym, names in sorted(acronyms().items()):
        for name in names:
            one, other = group[by_name.setdefault(name, acronym)], group[acronym]
            kept, gone = min(one, other), max(one, other)
            group = {key: kept if value == gone else value for key, value in group.items()}
    return group


@cache
def by_first_letter() -> dict[str, tuple[str, ...]]:
    """Acronyms by the first letters of the words of their full names."""
    found: dict[str, set[str]] = {}
    for acronym, names in acronyms().items():
        for name in names:
            for word in compared(name):
                found.setdefault(word[0], set()).add(acronym)
    return {letter: tuple(sorted(keys)) for letter, keys in found.items()}


@lru_cache(maxsize=16384)
def listed_as(name: str) -> frozenset[str]:
    """The groups that the name is listed in, as it stands or by a name that it holds in brackets."""
    return frozenset(groups()[acronym] for given in names_given(name)[:3] for acronym in acronyms_of(given))


def acronyms_of(name: str) -> list[str]:
    """The listed acronyms that the name is, or is a full name of; "group" and the like may stand behind it."""
    parts = body(name)
    letters = parts.letters
    found = [letters] if letters in acronyms() and (len(letters) > LONGEST_COMMON or is_acronym(name)) else []
    words = [word.plain for word in parts.words]
    if not words or parts.numbers:
        return found
    texts = [words, words[:-1]] if words[-1] in GROUPS and len(words) > 2 else [words]
    keys = by_first_letter().get(words[0][0], ())
    return found + [key for key in keys for full in acronyms()[key] if any(is_full_name(full, text) for text in texts)]


def is_full_name(full: tuple[str, ...], text: list[str]) -> bool:
    """Whether the words of a listed full name are those of the text, spellings apart."""
    heard = {sound(word) for word in text}
    return {sound(word) for word in compared(full)} == heard


@lru_cache(maxsize=4096)
def compared(full: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a listed full name as they are compared."""
    return tuple(word.plain for word in body(" ".join(full)).words)
