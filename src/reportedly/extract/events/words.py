"""The words that carry events. In: the lexicons of this stage. Out: their entries by first word, and role frames.

An entry tells what a word means when its conditions hold; a frame tells which syntactic slot gives which role.
"""

from functools import cache
from typing import NamedTuple, cast

from reportedly.extract import lexicon
from reportedly.model import EventType


class Frame(NamedTuple):
    """Roles by slot: subject, lone subject, object, dative, clause, "of X" and possessor of a noun, prepositions.

    A slot is None where it gives no role. `of` and `possessor` may be "s" or "o": the role of that slot.
    """

    name: str
    subject: str | None
    alone: str | None
    object: str | None
    dative: str | None
    clause: str | None
    of: str | None
    possessor: str | None
    symmetric: str | None
    prepositions: dict[str, str]

    def noun_slot(self, slot: str | None) -> str | None:
        """The role of a noun's slot, with "s" and "o" looked up."""
        return {"s": self.subject, "o": self.object}.get(slot or "", slot)


class Condition(NamedTuple):
    """One thing that must hold for an entry: its `name` and, for lists of words, its `words`."""

    name: str
    words: frozenset[str]


class Entry(NamedTuple):
    """One meaning of a word or phrase. `weak` entries need a specific actor and a second participant."""

    words: tuple[str, ...]
    type: EventType
    mode: str
    frame: Frame
    when: tuple[Condition, ...]
    weak: bool


Entries = dict[str, tuple[Entry, ...]]


def rows(name: str) -> list[list[str]]:
    """The cells of a lexicon of events, without the line that names its columns."""
    return list(lexicon.rows(name))[1:]


@cache
def frames() -> dict[str, Frame]:
    """Every frame by name."""
    found = {}
    for name, *slots, prepositions in rows("event_frames.tsv"):
        pairs = dict(pair.split("=") for pair in prepositions.split() if pair != "-")
        s, i, o, d, c, of, owner, sym = (None if slot == "-" else slot for slot in slots)
        found[name] = Frame(name, s, i, o, d, c, of, owner, sym, pairs)
    return found


def conditions(text: str) -> tuple[Condition, ...]:
    """The conditions of one cell: `ol:missile|rocket,oa`."""
    found = []
    for part in filter(None, text.split(",")):
        name, _, words = part.partition(":")
        found.append(Condition(name, frozenset(words.split("|")) if words else frozenset()))
    return tuple(found)


def entry(words: str, type_: str, mode: str, frame: str, when: str) -> Entry:
    """The entry of one line."""
    tests = conditions(when)
    weak = any(test.name == "x" for test in tests)
    kept = tuple(test for test in tests if test.name != "x")
    return Entry(tuple(words.split()), cast(EventType, type_), mode, frames()[frame], kept, weak)


def by_key(names: tuple[str, ...], last: bool) -> Entries:
    """Entries of several lexicons by their first (or last) word, longest first, the order of the files kept."""
    found: dict[str, list[Entry]] = {}
    for name in names:
        for line in rows(name):
            each = entry(*line)
            found.setdefault(each.words[-1 if last else 0], []).append(each)
    return {key: tuple(sorted(each, key=lambda e: -len(e.words))) for key, each in found.items()}


@cache
def verbs() -> Entries:
    """Verbs and verb phrases by the verb's lemma."""
    return by_key(("event_phrases.tsv", "event_verbs.tsv"), last=False)


@cache
def words_of_falsehood() -> frozenset[str]:
    """What a statement is called that is called untrue ("false", "a lie")."""
    called = (each for each in verbs().get("call", ()) if each.mode == "denial" and len(each.words) == 2)
    return frozenset(each.words[1] for each in called)


@cache
def nouns() -> Entries:
    """Event nouns by their head's lemma, hyphens apart; a noun with "of" after its head stands under the head."""
    found: dict[str, list[Entry]] = {}
    for line in rows("event_nouns.tsv"):
        each = entry(line[0].replace("-", " "), *line[1:])
        found.setdefault(each.words[noun_head(each.words)], []).append(each)
    return {key: tuple(sorted(each, key=lambda e: -len(e.words))) for key, each in found.items()}


def noun_head(words: tuple[str, ...]) -> int:
    """The place of a noun phrase's head among its words: the one before a preposition, else the last."""
    return next((i - 1 for i, word in enumerate(words) if i and word in ("of", "against", "on")), len(words) - 1)


@cache
def adjectives() -> Entries:
    """Participles and adjectives that tell an event of the noun they qualify, by their form."""
    return by_key(("event_adjectives.tsv",), last=True)


@cache
def light_verbs() -> dict[str, dict[tuple[str, ...], str]]:
    """Verbs that only carry an event noun, by lemma: the rest of their words and their kind; the longest come first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for verb, kind in rows("light_verbs.tsv"):
        first, *rest = verb.split()
        found.setdefault(first, {})[tuple(rest)] = kind
    return {verb: dict(sorted(rest.items(), key=lambda pair: -len(pair[0]))) for verb, rest in found.items()}


@cache
def noun_classes() -> dict[str, str]:
    """What a common noun names: person, group, place, vehicle, weapon or abstract."""
    return {noun: named for noun, named in rows("participants.tsv")}  # noqa: C416


@cache
def false_friends() -> frozenset[str]:
    """Phrases of two or three words that hold an event noun and name no event."""
    return frozenset(line[0] for line in rows("event_false_friends.tsv"))


@cache
def measures() -> frozenset[str]:
    """Nouns of quantity ("dozens", "a group"): what they name stands after their "of"."""
    return frozenset(line[0] for line in rows("measures.tsv"))


@cache
def sport_words() -> frozenset[str]:
    """Words of sports reporting."""
    return frozenset(line[0] for line in rows("sport_words.tsv"))


@cache
def election_words() -> frozenset[str]:
    """Words of elections."""
    return frozenset(line[0] for line in rows("election_words.tsv"))


@cache
def countries() -> frozenset[str]:
    """Names of countries and territories in lower case."""
    return frozenset(line[0] for line in rows("countries.tsv"))


@cache
def slugs() -> frozenset[str]:
    """Editors' marks before a headline, in lower case."""
    return frozenset(line[0] for line in rows("event_slugs.tsv"))


@cache
def currencies() -> frozenset[str]:
    """Units of money."""
    return frozenset(line[0] for line in rows("currencies.tsv"))


@cache
def number_words() -> dict[str, int]:
    """The value of each number word."""
    return {word: int(value) for word, value in rows("number_words.tsv")}


@cache
def reporting_verbs() -> frozenset[str]:
    """Plain verbs of reporting, which are never events and whose time is the time of speaking."""
    return frozenset(line[0] for line in rows("reporting_verbs.tsv"))


@cache
def mediums() -> frozenset[str]:
    """What people say things in: a letter, a speech, an interview."""
    return frozenset(line[0] for line in rows("mediums.tsv"))
