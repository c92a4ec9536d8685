"""Whether a number counts all whom one fate befell, by the words around it.

In: a text with the place of a number in a sentence. Out: yes or no. A number that is said to be of some only ("four
children from one family"), of two fates or groups together ("18 dead or missing", "20 passengers and crew"), or one
that no longer holds ("nine, police said initially") is not of all.
"""

import re

from reportedly.assess.lexicon import entries, words
from reportedly.assess.numerals import value_of
from reportedly.assess.tolls import AUXILIARY, NOUNS, active, is_active, unbounded
from reportedly.model import Span

AHEAD, BEHIND = 300, 100
"""Characters before and after a number in which stands what it is a number of."""

HIGHEST = re.compile(r"\b(?:highest|heaviest|worst|largest|biggest|deadliest|most of|majority|bulk)\b")
"""Words of a sentence that tells of a part: "the highest toll was in the old town, where nine died"."""

SUPERSEDED = re.compile(
    r"\b(?:initial|earlier|previous|preliminary|former|original)\b[^.;,\d]{0,30}"
    r"\b(?:figures?|tolls?|counts?|numbers?|estimates?|reports?)\b[^.;\d]{0,40}$"
)
"""What stands before a number that is taken back or brought up to date: "revising an initial count of nine"."""

AT_FIRST = re.compile(
    r"\b(?:initially|originally|at first(?! (?:light|glance|sight))|"
    r"(?:initial|first|early) (?:police |official |media |news )?(?:reports?|accounts?|estimates?))\b"
)
"""How a number is told that held for a while: "nine people, police said initially"."""

DEGREE = re.compile(r"^(?:\W+\w+){0,4}\W+(?:lightly|slightly|seriously|severely|critically|badly|gravely)\b")

OF_ONE = re.compile(
    r"^(?:\s+[\w'’-]+){0,4}?\s+(?:from|of) (?:one|the same|a single|an? (?:[\w-]+ )?(?:family|household))\b"
)
"""Those of one family or unit, beside whom others may have been harmed."""

APART = re.compile(
    r"^[^.;\d]{0,60}\b(?:not (?:counting|including)|exclud(?:ing|es)|without counting|apart from|aside from|"
    r"in addition to|plus|including (?:himself|herself|themselves|itself|the (?:[a-z-]+ )?"
    r"(?:attackers?|bombers?|assailants?|gunm[ae]n|shooters?|perpetrators?|hijackers?|killers?)))\b"
)
"""Words that leave some out of a number, or count the doers among the dead."""

NAMED_FATE = (
    r"(?:killed|dead|died|deaths|slain|perished|wounded|injured|hurt|missing|injuries|captured|arrested|detained|"
    r"kidnapped|abducted|displaced|homeless)"
)
JOINT_BEHIND = re.compile(
    rf"^{NOUNS}{AUXILIARY}*\s+{NAMED_FATE}(?:\s*,\s*{NAMED_FATE})*\s*,?\s*(?:and/or|and|or|/)\s*{NAMED_FATE}\b"
)
"""Two fates of those counted before them: "40 dead and wounded"."""

JOINT_AHEAD = re.compile(r"\b([a-z]+),?\s+(?:and|or|and/or)\s+([a-z]+)$")
"""Two fates of those counted after them: "killed or wounded 40"."""

GROUPS = re.compile(
    r"^((?:\s+[a-z'’-]+){1,4}?)((?:\s*,\s*[a-z-]+)*)\s*,?\s+(?:and|or)\s+(?:their |its |other )?([a-z-]+)"
)
"""Two groups that are counted together: "20 passengers and crew"."""


def is_whole(text: str, sentence: Span, number: Span) -> bool:
    """Whether a number is of all whom one fate befell, as far as the words of its sentence tell."""
    ahead = text[max(sentence.start, number.start - AHEAD) : number.start].lower()
    behind = text[number.end : max(number.end, min(number.end + BEHIND, sentence.end))].lower()
    if HIGHEST.search(ahead) or SUPERSEDED.search(ahead) or AT_FIRST.search(ahead[-BEHIND:] + " " + behind):
        return False
    if any(told.match(behind) for told in (DEGREE, OF_ONE, APART)):
        return False
    return not (is_joint(ahead, behind) or is_of_groups(behind))


def is_joint(ahead: str, behind: str) -> bool:
    """Whether a number is of those of two fates together, the second one without a number of its own."""
    match = JOINT_BEHIND.match(behind)
    if match is not None and not is_active(behind[match.end() :]):
        return True
    before = JOINT_AHEAD.search(unbounded(ahead))
    return before is not None and before[1] in active() and before[2] in entries("counted.tsv")


def is_of_groups(behind: str) -> bool:
    """Whether a number is of two groups of persons together."""
    match = GROUPS.match(behind)
    if match is None or value_of(match[3]) is not None:
        return False
    return all(is_group(noun) for noun in (match[1].split()[-1], match[3]))


def is_group(noun: str) -> bool:
    """Whether a word names a group of persons: "passengers", "crew"."""
    return noun in words("persons.tsv") or entries("kinds.tsv").get(noun) in words("persons.tsv")
