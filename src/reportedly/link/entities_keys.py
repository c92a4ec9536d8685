"""Blocking keys of names: two names that may be one entity's share at least one.

In: a name. Out: up to twelve keys, the most telling first. Words are led to what is heard in them, so that spellings
and romanisations of one word give one key. Pure.
"""

from collections.abc import Iterator, Sequence

from reportedly.link.entities_kinds import FULL, kind, known_ids, level, own_words, weak_ids
from reportedly.link.entities_listed import listed_as
from reportedly.link.entities_short import forms, given_names
from reportedly.link.known import Known, normal
from reportedly.link.names_bodies import names_given
from reportedly.link.names_body_parts import Word, body
from reportedly.link.names_person_parts import Word as PersonWord
from reportedly.link.names_spelling import bones, families, sound
from reportedly.linked import Name

MOST_KEYS = 12
MOST_ENTRIES = 4
"""Entries of the knowledge base that one name gives keys of."""


def name_keys(name: Name, known: Known) -> tuple[str, ...]:
    """The keys under which names that may be this entity's are found, at most `MOST_KEYS`, each once.

    A name without a letter or digit has none.
    """
    folded = normal(name.name)
    if not folded:
        return ()
    entries = [*known_ids(name, known), *weak_ids(name, known)][:MOST_ENTRIES]
    found = [f"k:{entry}" for entry in entries] + [f"e:{folded}"]
    match kind(name.schema):
        case "person":
            found += person_keys(name)
        case "body":
            found += body_keys(name.name)
        case "place" | "event" | "vehicle" | "thing":
            pass
    return tuple(dict.fromkeys(found))[:MOST_KEYS]


def person_keys(name: Name) -> Iterator[str]:
    """Keys of a person's name: its last word, first and last, first and second, all run together, other words."""
    words = own_words(name.name)
    if not words:
        return
    last = words[-1]
    yield f"n:{heard(last)}"
    if level(name) == FULL:
        first = words[0]
        yield "p:" + "+".join(sorted((skeleton(first), skeleton(last))))
        yield f"o:{sound(''.join(word.plain for word in words))}"
        yield f"q:{heard(first)}+{skeleton(last)[:2]}"
        yield f"r:{heard(first)}+{heard(words[1])}" if len(words) > 1 else f"r:{heard(first)}"
    full, short = families()
    numbers = sorted(full.get(last.plain, frozenset()) | short.get(last.plain, frozenset()))
    yield from (f"f:{number}" for number in numbers[:2])
    yield from (f"n:{heard(word)}" for word in words[:3] if not is_given(word.plain))


def is_given(word: str) -> bool:
    """Whether the word is a given name by a table: standing alone, it is too little to find anybody by."""
    return word in given_names() or word in forms()


def heard(word: PersonWord) -> str:
    """What is heard in a word of a person's name."""
    return skeleton(word) if word.bare else sound(word.plain)


def skeleton(word: PersonWord) -> str:
    """The consonants of a word; the word where it has one at most."""
    found = bones(word.plain)
    return found if len(found) > 1 else word.plain


def body_keys(name: str) -> Iterator[str]:
    """Keys of a body's name: acronym and initials, its words with and without places, each word of its own."""
    own: list[str] = []
    yield from (f"t:{group}" for group in sorted(listed_as(name))[:2])
    for given in names_given(name)[:3]:
        parts = body(given)
        if parts.letters:
            yield f"a:{parts.letters}"
        yield from (f"a:{letters}" for letters in sorted(parts.initials))
        yield f"o:{sound(parts.solid)}"
        telling = [word for word in parts.words if word.kind == "own"]
        own += [sound(word.plain) for word in telling]
        if not telling:
            yield from general(parts.words)
    yield from (f"b:{word}" for word in own)


def general(words: Sequence[Word]) -> Iterator[str]:
    """Keys of a name that has no word of its own ("Interior Ministry of France"): all words, and those but places."""
    for kept in (words, [word for word in words if word.kind != "place"]):
        yield "c:" + "+".join(sorted(word.plain for word in kept))
