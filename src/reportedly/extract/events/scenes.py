"""Places that a word points to, or that an earlier sentence set: "here", "there", "in which", the scene told before.

In: an annotated report, the places of its sentences, and a trigger. Out: the head and characters of a place name;
whether a date is only printed at the head.
"""

import re
from functools import cache

from reportedly.extract.lexicon import rows
from reportedly.model import Annotated, Span, TimeExpression

DATELINE = re.compile(
    r"(?m)^\W{0,3}(?P<place>[^\W\d_][\w.'’ -]{1,30}?)"
    r"(?:, [^\n:—–(-]{1,30})?\s?(?:\([^)\n]{1,20}\)\s?)?(?::|—|–|--|\s-)\s"
)
"""A line that opens with a place and a dash or colon, with or without a country, a date or an agency between."""

SEARCHED = 400
"""Characters in which a dateline is looked for."""

YEAR = re.compile(r"\d{4}")
NUMBERS = re.compile(r"\d+")
PRINTED_AFTER = re.compile(r"(?:^|\n|(?i:\bpublished|\bposted|\bupdated|\bpublication|\bdate)(?i: at| on)?:?) *$")
"""What stands before a date that the head of a report prints as its own."""

WITHIN = frozenset({"in", "at", "near", "outside", "inside", "during"})


@cache
def place_words(kind: str) -> frozenset[str]:
    """The words of one of the kinds that the head of place_words.tsv tells."""
    return frozenset(word for words, each in rows("place_words.tsv") if each == kind for word in words.split(","))


def dateline(doc: Annotated) -> Span | None:
    """The place that the report's dateline names, None where it has none."""
    starts = {m.span.start: m for m in doc.mentions if m.form == "name" and m.first < SEARCHED}
    for found in DATELINE.finditer(doc.report.text[:SEARCHED]):
        name = starts.get(found.start("place"))
        words = found["place"].split()
        if name is not None and name.schema in ("Address", "PublicBody") and name.span.end <= found.end("place") + 1:
            return name.span
        if name is None and len(words) <= 3 and all(word[0].isupper() for word in words) and found["place"].isupper():
            return Span(found.start("place"), found.end("place"))
    return None


def is_printed(doc: Annotated, time: TimeExpression) -> bool:
    """Whether a whole date is the report's own, printed before its first words: "Published 3 May 2019 Ten men met".

    What opens with "since", and a year alone, belong to the sentence: "Since 2019 Oslo has lost ten bridges".
    """
    if time.span.start >= SEARCHED or time.last >= len(doc.tokens):
        return False
    text = doc.text_of(time.span)
    whole = YEAR.search(text) is not None and len(NUMBERS.findall(text)) > 1 and doc.tokens[time.first].lower != "since"
    begins = doc.tokens[time.last].text[:1].isupper()
    return whole and begins and PRINTED_AFTER.search(doc.report.text[: time.span.start]) is not None


def has_adverb(doc: Annotated, places: list[int], word: str) -> bool:
    """Whether "here" or "there" stands on one of the words or on the subject of one."""
    for place in places:
        for child in doc.children[place]:
            token = doc.tokens[child]
            if token.lower == word and token.dep == "advmod":
                return True
            if token.dep in ("nsubj", "nsubjpass", "dobj") and any(
                doc.tokens[c].lower == word and doc.tokens[c].dep == "advmod" for c in doc.children[child]
            ):
                return True
    return False


def modified_place(doc: Annotated, verb: int) -> int | None:
    """The noun that a clause with "where" or "in which" tells more of ("the raid on X, in which ten died"), or None."""
    token = doc.tokens[verb]
    if token.dep not in ("relcl", "advcl"):
        return None
    for child in doc.children[verb]:
        below = doc.tokens[child]
        inner = doc.child(child, "pobj") if below.lower in WITHIN else None
        if below.lower == "where" or (inner is not None and doc.tokens[inner].lower == "which"):
            return token.head
    return None
