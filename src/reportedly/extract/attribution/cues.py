"""Which frames attribute something, which part is source and which content, and the words of the cue.

In: a report's trees. Out: the frames that are likely cues with their likelihood; for each the tokens of its cue.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp

from reportedly.extract.attribution.features import features
from reportedly.extract.attribution.frames import Frame, frames
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.lexicon import rows, table, words

THRESHOLD = 0.45
"""Likelihood from which a frame counts as a cue; .4 to .5 give the same figures on PolNeAR dev within half a point."""

ASSERTING = 0.02
"""The same for a cue with a clause whose sense is listed as asserting."""

LISTED = 0.35
"""The same for a verb that is listed as asserting noun phrases too."""

LONGEST_MEDIUM = 4
"""Tokens from the preposition to its noun in "in a brief written statement", at most."""

GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
"""Labels of what belongs to a verb group."""


@cache
def weights() -> dict[str, float]:
    """The log-odds that each feature of a frame adds; `bias` is the start."""
    return {feature: float(weight) for feature, weight in rows("cue_weights.tsv")}


@cache
def roles() -> dict[tuple[str, str], str]:
    """For a key (or a class of keys) and a relation: S source, K content, C part of the cue, O none of these."""
    return {(key, relation): role for key, relation, role, _ in rows("cue_roles.tsv")}


def role_of(key: str, relation: str) -> str:
    """The role of a part with `relation` in a frame with `key`; O where neither key nor class was met."""
    found = roles()
    return found.get((key, relation)) or found.get((key[-1], relation)) or "O"


def weighed_frames(trees: Trees) -> Iterator[tuple[Frame, float]]:
    """All frames with the log-odds that they are a cue."""
    known = weights()
    bias = known["bias"]
    for frame in frames(trees, words("cue_keys.tsv")):
        yield frame, bias + sum(known.get(feature, 0.0) for feature in set(features(trees, frame)))


def likely_frames(trees: Trees, weighed: Iterable[tuple[Frame, float]]) -> Iterator[tuple[Frame, float]]:
    """The frames that are likely cues, with their likelihood, 0 to 1; `weighed` holds all with their log-odds."""
    for frame, score in weighed:
        likelihood = 1 / (1 + exp(-max(-50.0, min(50.0, score))))
        if likelihood >= needed(trees, frame):
            yield frame, likelihood


def needed(trees: Trees, frame: Frame) -> float:
    """The likelihood asked of a frame: less where the lexicon of senses lists the cue, least where it has a clause."""
    sense = table("cue_senses.tsv").get(frame.key[:-2] if frame.key[-1] in "VP" else frame.key)
    if sense == "null":
        return ASSERTING
    if sense not in ("both", "clause", "sourced", "shown"):
        return THRESHOLD
    if frame.part("ccomp", "<ccomp", "acl:that", "n:acl:that") is not None:
        return ASSERTING
    if frame.key[-1] == "P":
        subject = frame.part("nsubjpass", "nsubj")
        if subject is not None and trees.token(subject.head).lower == "it":
            return ASSERTING
    return LISTED if sense == "both" and frame.key[-1] in "VP" else THRESHOLD


def cue_tokens(trees: Trees, frame: Frame) -> tuple[int, int]:
    """First and last (half-open) token of the cue: the verb group with what links it to the content, in one piece."""
    inside = verb_group(trees, frame.head)
    for part in frame.parts:
        role = role_of(frame.key, part.relation)
        if part.relation == "light":
            inside.update(range(trees.left[part.head], part.head + 1))
        elif part.relation == "n:acl:VBG" and role == "C":
            inside.add(part.head)
        elif role == "C" and part.relation in ("acomp", "amod", "npadvmod", "oprd"):
            inside.update(range(trees.left[part.head], trees.right[part.head] + 1))
        elif role in "KSC" and "prep:" in part.relation and trees.right[part.head] > part.head:
            inside.add(part.head)
    if frame.key[-1] == "A":
        head = trees.token(frame.head).head
        if trees.token(head).pos in ("AUX", "VERB"):
            inside |= verb_group(trees, head)
    first = last = frame.head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, with_medium(trees, frame, last + 1)


def with_medium(trees: Trees, frame: Frame, last: int) -> int:
    """The end of a cue that ends before token `last`, with a colon or "in a statement" right behind it."""
    tokens = trees.doc.tokens
    if frame.key[-1] != "V":
        return last
    for part in frame.parts:
        if part.head == last and part.relation in ("prep:in", "prep:at", "prep:on"):
            noun = trees.doc.child(last, "pobj")
            near = noun is not None and noun - last <= LONGEST_MEDIUM and tokens[last + 1].lower in ("a", "an")
            if noun is not None and near and tokens[noun].lemma in table("mediums.tsv"):
                last = noun + 1
    return last + 1 if last < len(tokens) and tokens[last].text == ":" else last


def verb_group(trees: Trees, head: int) -> set[int]:
    """The tokens of a verb with its auxiliaries, negation, particles and short adverbs."""
    inside = {head}
    for child in trees.doc.children[head]:
        token = trees.token(child)
        if (
            token.dep in GROUP
            and child not in trees.doc.name_over
            and trees.right[child] - trees.left[child] <= 1
            and token.lower != "to"
        ):
            inside.update(range(trees.left[child], trees.right[child] + 1))
    return inside
