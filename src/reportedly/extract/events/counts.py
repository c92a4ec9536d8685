"""Numbers that count those harmed or held, or how often an act was done. In: tokens. Out: a `Count` or None."""

import re

from reportedly.extract.events.openings import begun
from reportedly.extract.events.participants import is_agent
from reportedly.extract.events.triggers import Trigger
from reportedly.extract.events.words import number_words
from reportedly.model import Annotated, Count, CountBound, Span

BOUNDS: dict[str, CountBound] = {
    "least": "at_least", "over": "at_least", "than": "at_least", "minimum": "at_least", "most": "at_most",
    "about": "about", "around": "about", "almost": "about", "nearly": "about", "some": "about", "roughly": "about",
    "approximately": "about", "estimated": "about", "up": "at_most", "under": "at_most", "close": "about",
}  # fmt: skip
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


GREATEST = 1e15
"""What no number of a report that counts something reaches."""


def value_of(words: list[str]) -> int | None:
    """The number that words or digits write ("twenty-five", "1.5 million", "two dozen"); None for "dozens", and for
    numbers that count nothing on earth.
    """
    table = number_words()
    total, current, seen = 0.0, 0.0, False
    for word in (w for each in words for w in each.lower().replace("-", " ").split()):
        if DIGITS.fullmatch(word):
            current, seen = float(word.replace(",", "")), True
        elif word in table and table[word] < 100 and word != "dozen":
            current, seen = current + table[word], True
        elif word in table:
            if not seen and word not in ("hundred", "thousand", "dozen"):
                return None
            current = (current or 1) * table[word]
            if table[word] >= 1000:
                total, current = total + current, 0.0
        elif word not in ("and", "a", "an"):
            return None
    whole = total + current
    return int(whole) if (seen or whole > 0) and whole < GREATEST else None


def number_at(doc: Annotated, head: int) -> tuple[int, Span, CountBound] | None:
    """The number that counts the noun `head` or that `head` is itself: value, phrase, bound."""
    tokens = doc.tokens
    place = head if tokens[head].pos == "NUM" else numeral(doc, head)
    if place is None:
        place = next((c for c in doc.children[head] if is_word_of_number(tokens[c].lower)), None)
    if place is None:
        return None
    first = last = place
    for child in doc.children[place]:
        if tokens[child].pos == "NUM" or tokens[child].lower in ("dozen", "-", "hundred", "thousand", "million"):
            first, last = min(first, child), max(last, child)
    words = [tokens[i].text for i in range(first, last + 1) if tokens[i].text != "-"]
    value = value_of(words)
    if value is None or (1900 <= value <= 2100 and first == last and tokens[first].text.isdigit() and place == head):
        return None
    bound, start = bound_before(doc, first)
    return value, doc.span(start, last + 1), bound


def numeral(doc: Annotated, head: int) -> int | None:
    """The number that hangs on a noun, none of a dateline before it."""
    found = [c for c in doc.children[head] if doc.tokens[c].dep == "nummod"]
    if len(found) < 2:
        return found[0] if found else None
    first = begun(doc, min(found), head)
    return next((c for c in found if c >= first), None)


def is_word_of_number(word: str) -> bool:
    """Whether a word is a number that the parser may take for an adjective: "Eleven people", "twenty-five men"."""
    return number_words().get(word.partition("-")[0], 0) > 3


def bound_before(doc: Annotated, first: int) -> tuple[CountBound, int]:
    """The bound that the words before a number give, and where they begin."""
    bound: CountBound = "exact"
    start = first
    for i in range(first - 1, max(first - 4, -1), -1):
        word = doc.tokens[i].lower
        if word in BOUNDS:
            bound, start = BOUNDS[word], i
        elif word in ("at", "more", "to", "a", "the", "no", "fewer", "less") and (
            start < first or word in ("at", "to")
        ):
            bound = "at_most" if word in ("no", "fewer", "less") else bound
            start = i
        else:
            break
    return (bound, start) if bound != "exact" else (bound, first)


def is_one(doc: Annotated, head: int) -> bool:
    """Whether a phrase names one by its article ("a guard")."""
    article = doc.child(head, "det")
    return article is not None and doc.tokens[head].tag == "NN" and doc.tokens[article].lower in ("a", "an")


def is_part(doc: Annotated, head: int, heads: list[int]) -> bool:
    """Whether a group is told to be part of another one of `heads` ("two guards were among nine dead miners")."""
    token = doc.tokens[head]
    place = token.head if token.dep == "conj" else head
    verb = doc.tokens[place].head
    if len(heads) < 2 or doc.tokens[place].dep != "nsubj" or doc.tokens[verb].lemma != "be":
        return False
    among = (c for c in doc.children[verb] if doc.tokens[c].lower == "among")
    return any(doc.child(c, "pobj") in heads for c in among)


def counted(doc: Annotated, heads: list[int]) -> Count | None:
    """The sum of the numbers of several groups, "a guard" beside them being one; None where none has a number.

    Where persons are counted, things beside them are not ("four guards and two cars"); nor is part of another group.
    """
    heads = [head for head in heads if not is_part(doc, head, heads)]
    numbered = {head: n for head in heads if (n := number_at(doc, head)) is not None}
    if not numbered:
        return None
    of_persons = any(is_agent(doc, head) for head in numbered)
    found = [n for head, n in numbered.items() if is_agent(doc, head) is of_persons]
    singles = sum(is_one(doc, head) for head in heads if is_agent(doc, head) is of_persons)
    bounds = {bound for _, _, bound in found}
    bound = "exact" if bounds == {"exact"} else bounds.pop() if len(bounds) == 1 else "about"
    return Count(sum(value for value, _, _ in found) + singles, found[0][1], bound, "role")


def repetitions(doc: Annotated, head: int) -> Count | None:
    """How many times the act of the verb `head` was done ("almost 15 times", "twice"), or None."""
    for child in doc.children[head]:
        token = doc.tokens[child]
        if token.lower == "times" and token.dep in ("npadvmod", "dobj", "advmod", "attr"):
            found = number_at(doc, child)
            if found is not None:
                return Count(found[0], doc.span(doc_first(doc, found[1]), child + 1), found[2], "repetition")
        if token.lower in ("twice", "thrice"):
            return Count(2 if token.lower == "twice" else 3, Span(token.start, token.end), "exact", "repetition")
    return None


def doc_first(doc: Annotated, span: Span) -> int:
    """The token at which a span begins."""
    return next(t.i for t in doc.tokens if t.start == span.start)


def events_counted(doc: Annotated, trigger: Trigger) -> Count | None:
    """How many acts an event noun names ("three raids"), or None."""
    found = number_at(doc, trigger.head) if trigger.sort == "noun" and doc.tokens[trigger.head].tag == "NNS" else None
    return None if found is None else Count(found[0], found[1], found[2], "repetition")
