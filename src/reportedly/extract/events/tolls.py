"""Those told dead or hurt beside a number: "left 35 people dead", "a toll of 12 dead", "nine dead and 37 hurt".

In: a report and the place of a word. Out: a `Toll`, None where the words tell none. The words are read in their order,
since a parser hangs "dead" on anything in such phrases.
"""

from itertools import pairwise
from typing import NamedTuple

from reportedly.extract.events.participants import QUANTIFIERS, is_money, is_time, kind
from reportedly.extract.events.words import words_of_falsehood
from reportedly.model import Annotated, Token

HARMS = frozenset({"dead", "killed", "wounded", "injured", "hurt", "maimed", "missing"})
TOLLS = frozenset({"toll", "tolls"})
REACHING = frozenset({"reach", "hit", "pass", "top", "exceed", "surpass", "total"})
"""Verbs whose object is the number that a toll comes to."""

RISING = frozenset({"rise", "climb", "jump", "increase", "grow", "stand", "go", "soar", "come", "fall", "drop"})
COUNTS = frozenset({"number", "tally", "count", "total", "toll"})
"""Nouns that count the dead in "the number of dead"."""

TO_NUMBER = frozenset({"of", "at", "to", "above", "past", "beyond"})
NEARLY = frozenset(
    "at least more than about nearly around over some almost as many up to a an least most roughly".split()  # noqa: SIM905
)
"""Words between such a verb or preposition and the number."""

PICKED = frozenset({"the", "these", "those", "his", "her", "their", "its", "our"})
"""Words before a number by which it only picks out persons: "the nine dead"."""

FORMER = frozenset({"from", "than"})
"""Words before a number or toll that give it as one that the told one differs from ("down from a toll of 15")."""

SHARES = frozenset({"%", "percent", "per", "pct"})
NOUGHT = frozenset({"zero", "nil", "nought"})
CALLING = frozenset({"call", "brand", "label", "term", "deem", "describe"})
"""Verbs that say of a toll what it is worth ("called the toll false")."""

NAMING = 10
"""Words after a toll within which such a verb says so."""

EARLIER = frozenset({"earlier", "previous", "initial", "prior", "original"})
FIGURES = frozenset({"toll", "figure", "estimate", "count", "tally", "number"})
ADDED = frozenset({"more", "others", "other", "people", "persons"})
QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’"})
MODIFYING = frozenset({"compound", "nummod", "amod", "det", "poss", "quantmod", "nmod", "advmod", "case", "predet"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
LIST = 24
"""Words back within which the verb "leave" or a toll stands."""

FORWARD = 16
"""Words after a toll within which its number stands."""


class Toll(NamedTuple):
    """Heads of those harmed, and the toll or "leave" that gives them; None for a number that stands alone."""

    heads: tuple[int, ...]
    scene: int | None


def toll_of(doc: Annotated, place: int) -> Toll | None:
    """Those whom the word `place` ("dead", "wounded") tells harmed by what stands before it, or None."""
    token = doc.tokens[place]
    if token.lower not in HARMS or qualifies_next(doc, token):
        return None
    first, scene = opened(doc, place)
    if scene is not None and doc.tokens[scene].lemma == "leave":
        heads = heads_within(doc, first, place)
        return Toll(heads, scene) if any(is_people(doc, h) for h in heads) else None
    number = number_before(doc, place)
    return number_of(doc, place) if number is None else Toll((number,), scene)


def is_people(doc: Annotated, head: int) -> bool:
    """Whether a phrase names persons, or only says how many; beasts that are counted are none ("dozens of cattle")."""
    token = doc.tokens[head]
    if token.pos != "NUM" and token.lower not in QUANTIFIERS:
        return kind(doc, head) == "person"
    after = doc.tokens[head + 1 : head + 3]
    counted = len(after) == 2 and after[0].lower == "of" and after[1].pos == "NOUN"
    return not counted or kind(doc, after[1].i) == "person"


def qualifies_next(doc: Annotated, token: Token) -> bool:
    """Whether a word of harm belongs to the noun after it ("six injured men")."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else token
    return after.pos in ("NOUN", "PROPN") and after.sentence == token.sentence and token.head == after.i


def is_past(doc: Annotated, toll: int) -> bool:
    """Whether a toll is told as one that no longer holds ("an earlier toll of 15", "down from a toll of 9")."""
    before = [t for t in doc.tokens[max(toll - 4, 0) : toll] if t.sentence == doc.tokens[toll].sentence]
    if any(token.lower in EARLIER for token in before[-2:]):
        return True
    inner = ("DET", "ADJ", "NOUN", "PRON")
    above = next((token for token in reversed(before) if token.pos not in inner), None)
    return above is not None and above.lower in FORMER


def is_withdrawn(doc: Annotated, place: int) -> bool:
    """Whether the dead are those of a figure that no longer holds, or of a toll that is called false.

    "Revising an initial count of nine dead", "rose from nine dead to 12", "called the toll of 90 dead a lie".
    """
    near = doc.tokens[max(place - 6, 0) : place]
    if any(t.lower in FIGURES and (is_past(doc, t.i) or is_called_false(doc, t.i)) for t in near):
        return True
    number = number_before(doc, place)
    return number is not None and any(t.lower == "from" for t in before_number(doc, number))


def before_number(doc: Annotated, number: int) -> tuple[Token, ...]:
    """The word before a number and what may stand between ("at least"), or nothing."""
    sentence = doc.tokens[number].sentence
    for token in reversed(doc.tokens[max(number - 5, 0) : number]):
        if token.lower not in NEARLY and token.text not in QUOTES:
            return (token,) if token.sentence == sentence else ()
    return ()


def is_called_false(doc: Annotated, toll: int) -> bool:
    """Whether a toll is only named to be called untrue ("called the toll of 90 false", "no truth in a toll of 90")."""
    sentence = doc.tokens[toll].sentence
    before = [t for t in doc.tokens[max(toll - 5, 0) : toll] if t.sentence == sentence]
    if any(a.lower == "truth" and b.lower in ("in", "to") for a, b in pairwise(before)):
        return True
    if not any(token.lemma in CALLING for token in before):
        return False
    for token in doc.tokens[toll + 1 : toll + 1 + NAMING]:
        if token.sentence != sentence or (token.pos == "PUNCT" and token.text not in QUOTES) or token.pos == "VERB":
            return False
        if token.lower in words_of_falsehood():
            return True
    return False


def opened(doc: Annotated, place: int) -> tuple[int, int | None]:
    """Where the phrase before a word of harm begins, and the "leave" or toll that governs it, None without one."""
    sentence = doc.tokens[place].sentence
    first: int | None = None
    for i in range(place - 1, max(place - 1 - LIST, -1), -1):
        token = doc.tokens[i]
        if token.sentence != sentence or token.text in (";", ":", "(", ")"):
            break
        if token.lemma == "leave" and token.tag.startswith("VB"):
            return (i + 1 if first is None else first), i
        if token.lower in TOLLS:
            return place, i
        if token.lower in HARMS:
            first = i + 1 if first is None else first
        elif token.pos in ("VERB", "AUX") and token.lower != "including":
            break
    return place, None


def heads_within(doc: Annotated, first: int, place: int) -> tuple[int, ...]:
    """The heads of the noun phrases of `first`..`place` told dead: the last, and those coordinated with it.

    A phrase of which something else is said ends the list ("left many hungry and three dead"). Without "and" the
    phrases are one that the later ones explain ("her husband, a teacher, dead").
    """
    found: list[int] = []
    is_list, end = False, place
    for i in range(place - 1, first - 2, -1):
        token = doc.tokens[i]
        if (i >= first and token.lower not in ("and", ",")) or is_within_number(doc, i):
            continue
        part = doc.tokens[i + 1 : end]
        is_list = is_list or token.lower == "and"
        if part and part[0].lower != "including":
            if found and not is_plain(part):
                break
            head = head_of(part)
            found += [] if head is None else [head]
        end = i
    return tuple(sorted(found)) if is_list else tuple(sorted(found)[:1])


def is_within_number(doc: Annotated, place: int) -> bool:
    """Whether "and" stands inside a number ("a hundred and two")."""
    beside = doc.tokens[place - 1 : place] + doc.tokens[place + 1 : place + 2]
    inside = doc.tokens[place].lower == "and" and len(beside) == 2 and all(t.pos == "NUM" for t in beside)
    return inside and beside[0].lower in ("hundred", "thousand", "million")


def is_plain(part: tuple[Token, ...]) -> bool:
    """Whether the words are one noun phrase, with nothing said of its noun and nothing but "of" to qualify it."""
    for token, after in zip(part, (*part[1:], None), strict=True):
        if token.lower in NEARLY or token.lower in ("of", "including") or token.text in QUOTES:
            continue
        if token.pos in ("ADP", "ADV", "SCONJ", "AUX") or token.lower == "not":
            return False
        if token.pos in ("ADJ", "VERB") and (after is None or after.pos not in (*NOMINAL, "ADJ", "PUNCT")):
            return False
    return True


def head_of(part: tuple[Token, ...]) -> int | None:
    """The head of the first noun phrase among the words, or None."""
    first, last = part[0].i, part[-1].i
    for token in part:
        inner = token.dep in MODIFYING and token.head != token.i and first <= token.head <= last
        if token.pos in NOMINAL and token.tag != "PRP$" and not inner:
            return token.i
    return None


def number_before(doc: Annotated, place: int) -> int | None:
    """The number right before a word of harm that counts those harmed ("nine dead", "dozens more hurt"), or None."""
    i, counted = place - 1, None
    while i >= 0 and (doc.tokens[i].lower in ADDED or doc.tokens[i].text in QUOTES):
        counted = i if doc.tokens[i].pos == "NOUN" else counted
        i -= 1
    if i < 0 or doc.tokens[i].sentence != doc.tokens[place].sentence:
        return None
    token = doc.tokens[i]
    before = doc.tokens[i - 1].lower if i else ""
    if is_time(doc, i) or is_money(doc, i) or before in PICKED:
        return None
    if (token.pos != "NUM" and token.lower not in QUANTIFIERS - {"several", "some", "many"}) or is_nought(token):
        return None
    return counted if counted is not None and token.head == counted else i


def number_of(doc: Annotated, place: int) -> Toll | None:
    """What "the number of dead" or "of people killed in the raid" rises to, or None."""
    before = pairwise(doc.tokens[max(place - 4, 0) : place])
    scene = next((a.i for a, b in before if a.lower in COUNTS and b.lower == "of"), None)
    if scene is None:
        return None
    for token in doc.tokens[place + 1 : place + 1 + FORWARD]:
        if token.sentence != doc.tokens[place].sentence or token.text == ",":
            return None
        if token.lemma in RISING or token.lemma in REACHING or token.lower == "at":
            number = tally(doc, token.i if token.lemma in RISING else token.i - 1)
            return None if number is None else Toll((number,), scene)
    return None


def tally(doc: Annotated, head: int) -> int | None:
    """The head of the number that the toll `head` comes to ("rose to 48"), None without one.

    None too where the number is told dead or hurt by a word of its own, which then tells the deaths.
    """
    sentence = doc.tokens[head].sentence
    if is_past(doc, head) or is_called_false(doc, head):
        return None
    for token in doc.tokens[head + 1 : head + 1 + FORWARD]:
        if token.sentence != sentence or token.lower in TOLLS or token.text == ";":
            return None
        if token.lower in TO_NUMBER or token.lemma in REACHING:
            number = number_after(doc, token.i + 1)
            if number is not None:
                return number if counts_persons(doc, number) else None
    return None


def number_after(doc: Annotated, place: int) -> int | None:
    """The number at `place` or behind words such as "at least" and quotation marks, or None."""
    for token in doc.tokens[place : place + 5]:
        if token.pos == "NUM":
            barred = is_time(doc, token.i) or is_money(doc, token.i) or is_nought(token)
            return None if barred else token.i
        if token.lower not in NEARLY and token.text not in QUOTES:
            return None
    return None


def is_nought(token: Token) -> bool:
    """Whether a number says that there are none."""
    return token.lower in NOUGHT or token.text.strip("0") == ""


def counts_persons(doc: Annotated, number: int) -> bool:
    """Whether the words after a number let it count persons, and no word of harm tells what befell them."""
    following = doc.tokens[number + 1 : number + 4]
    if any(token.lower in HARMS or token.lower in SHARES for token in following):
        return False
    for token in following:
        if token.pos == "NOUN":
            return kind(doc, token.i) == "person"
        if token.pos not in ("NUM", "ADJ"):
            return True
    return True
