"""Whether something is only mentioned: "held over the bombing" tells of an arrest, and takes a bombing as known.

In: a telling. Out: yes or no. Who speaks in the sentence of such a mention is not the source of what it takes as known.
"""

import re

from reportedly.assess.lexicon import words
from reportedly.assess.origins_tellings import Telling

NEAR = 60
"""Characters before a noun in which what makes it known is looked for."""

KNOWN = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their)|[’']s|s[’'])(?: [\w-]+){0,3} $", re.IGNORECASE
)
"""What makes a noun something known, with up to three words between."""

VOUCHED = re.compile(
    r"\b(?:confirm|acknowledg|admit|corroborat|verif|witness|saw|seen|film|record|document|announc|describ|report|recall|"
    r"responsibility|detail)\w*\W+(?:[\w’'-]+\W+){0,3}$",
    re.IGNORECASE,
)
"""What stands before a known thing in the mouth of one who vouches for it ("confirmed the visit")."""

TOLD_OF = re.compile(r"\W*(?:[\w’'-]+\W+){0,8}?(?:took place|happened|occurred|began|started|lasted|came)\b")
"""How a sentence goes on that does tell what its noun names."""


SAME_CLAUSE = re.compile(r"(?: (?!(?:that|which|who|whose|where|when|as|after|while)\b)[\w’'-]+){1,9}")
"""The words that go on after a noun in its own clause."""


def is_in_passing(telling: Telling) -> bool:
    """Whether a telling's act is a noun with "the" or the like before it, without a time or number of its own."""
    claim, text = telling.claim, telling.report.text
    noun = text[claim.trigger.start : claim.trigger.end].casefold()
    happenings = words("happenings.tsv")
    told_anew = claim.count is not None or (claim.time is not None and claim.time.span is not None)
    if claim.kind != "event" or claim.factuality.polarity == "negative" or told_anew:
        return False
    if noun not in happenings and noun.removesuffix("s") not in happenings:
        return False
    before = text[max(claim.sentence.start, claim.trigger.start - NEAR) : claim.trigger.start]
    known = KNOWN.search(before)
    if known is None or VOUCHED.search(before[: known.start()]):
        return False
    rest = text[claim.trigger.end : claim.sentence.end]
    return TOLD_OF.match(rest) is None and not has_effect(rest)


def has_effect(rest: str) -> bool:
    """Whether a sentence goes on, after its noun, with what that did: "the blast at the market killed 12"."""
    clause = SAME_CLAUSE.match(rest)
    return clause is not None and not words("effects.tsv").isdisjoint(clause[0].casefold().split())
