"""Subjects that the parser has swallowed into the phrase before them.

"In a video seen by the Gull, Omar Holm, the head of the port, says ...": the parser makes Holm a second name of the
Gull and leaves the verb without a subject. In: tokens as parsed. Out: tokens in which nothing but `head` and `dep`
differs.
"""

from collections.abc import Sequence

from reportedly.annotate import lexicon
from reportedly.model import Token

FINITE = frozenset({"VBZ", "VBD", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
SWALLOWED = frozenset({"appos", "conj"})
FARTHEST = 60
"""How many tokens before a verb its opening phrase may begin."""


def with_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, each clause without a subject given the name after its opening phrase's comma, if there is one."""
    served = {token.head for token in tokens if token.dep in SUBJECTS}
    moved: dict[int, tuple[int, str]] = {}
    for verb in tokens:
        if verb.tag in FINITE and verb.dep in ("ROOT", "ccomp") and verb.i not in served:
            moved.update(torn_off(tokens, verb))
    for month in tokens:
        if month.dep == "compound" and month.i not in moved and month.lower in lexicon.word_set("months"):
            moved.update(own_date(tokens, month))
    if not moved:
        return tokens
    return tuple(t._replace(head=moved[t.i][0], dep=moved[t.i][1]) if t.i in moved else t for t in tokens)


def torn_off(tokens: Sequence[Token], verb: Token) -> dict[int, tuple[int, str]]:
    """The new head and label of the swallowed subject and of what stands in apposition to it; empty where none is."""
    first = verb.i
    while first and verb.i - first < FARTHEST and tokens[first - 1].sentence == verb.sentence:
        first -= 1
    while first < verb.i and tokens[first].pos == "PUNCT":
        first += 1
    if tokens[first].dep != "prep" or tokens[first].head != verb.i:
        return {}
    for token in tokens[first : verb.i]:
        if (
            token.dep in SWALLOWED
            and token.pos == "PROPN"
            and tokens[token.head].dep == "pobj"
            and after_comma(tokens, token)
        ):
            above = token.head
            beside = (t for t in tokens[token.i + 1 : verb.i] if t.head == above and t.dep in SWALLOWED)
            return {token.i: (verb.i, "nsubj")} | {t.i: (token.i, "appos") for t in beside}
    return after_date(tokens, verb, first)


def after_date(tokens: Sequence[Token], verb: Token, first: int) -> dict[int, tuple[int, str]]:
    """The new heads of a month and of the name that the parser joined to it: "On 9 May Aral opened its border"."""
    name = next((t for t in tokens[first + 1 : verb.i] if t.head == first and t.dep == "pobj"), None)
    if name is None or name.pos != "PROPN":
        return {}
    month = next(
        (t for t in tokens[first + 1 : name.i] if t.head == name.i and t.lower in lexicon.word_set("months")), None
    )
    if month is None or tokens[month.i - 1].tag != "CD":
        return {}
    rest = (t for t in tokens[first + 1 : month.i] if t.head == name.i)
    return {name.i: (verb.i, "nsubj"), month.i: (first, "pobj")} | {t.i: (month.i, t.dep) for t in rest}


def own_date(tokens: Sequence[Token], month: Token) -> dict[int, tuple[int, str]]:
    """The new heads of a month joined to the subject after it and of its day, both under the preposition before."""
    name = tokens[month.head]
    day = tokens[month.i - 1]
    if name.dep not in SUBJECTS or name.i < month.i or day.tag != "CD" or month.i < 2 or tokens[day.i - 1].tag != "IN":
        return {}
    return {month.i: (day.i - 1, "pobj"), day.i: (month.i, "nummod")}


def after_comma(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a comma stands before the token and the words of its name."""
    place = token.i - 1
    while place > 0 and tokens[place].dep in ("compound", "punct") and tokens[place].head == token.i:
        place -= 1
    return tokens[place].text == "," or tokens[place + 1].text == ","
