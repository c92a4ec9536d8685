"""Whose words they are: the source phrase of a cue."""

from reportedly.extract.attribution.contents import COMMAS, is_saying
from reportedly.extract.attribution.cues import role_of
from reportedly.extract.attribution.frames import Frame, Part
from reportedly.extract.attribution.trees import Trees

PRIORITY = (
    "nsubj", "prep:by", "poss", "nsubjpass", "copsubj", "pobj", "prep:to", "insubj", "control", "aclhead",
)  # fmt: skip
"""Which of several parts that may be the source is taken, best first."""


LONGEST_PHRASE = 10
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def source_head(trees: Trees, frame: Frame, cue: tuple[int, int]) -> int | None:
    """The token that carries the source; None where the sentence gives none."""
    parts = [part for part in frame.parts if is_source(frame, part, cue)]
    if all(part.relation == "insubj" for part in parts):
        found = None if parts else inverted_subject(trees, frame, cue)
        found = preceding_phrase(trees, frame, cue) if found is None else found
        found = name_like_a_day(trees, frame) if found is None else found
        if found is not None or not parts:
            return found
    part = min(parts, key=lambda p: (rank(p), abs(p.head - frame.head)))
    if "prep:" in part.relation:
        return trees.doc.child(part.head, "pobj", "pcomp")
    if part.relation == "nsubj" and frame.part("up:parataxis") is not None:
        return within_commas(trees, part.head, cue)
    if part.relation == "csubj":
        return name_before(trees, part.head, cue)
    return named_behind(trees, part.head, frame.head)


def name_before(trees: Trees, verb: int, cue: tuple[int, int]) -> int:
    """The name behind a comma right before the cue, where the parser made a participle the subject.

    "Speaking after the vote, Ines Marlow alleged that": the clause is no source. `verb` itself where there is no name.
    """
    name = trees.doc.name_over.get(cue[0] - 1)
    is_taken = trees.token(verb).tag == "VBG" and name is not None and verb < name.first
    if name is None or not is_taken or trees.token(trees.left[name.head] - 1).text != ",":
        return verb
    return name.head


def named_behind(trees: Trees, head: int, verb: int) -> int:
    """The name between "which" and a verb, where the parser made the pronoun its subject: "which Marlow denied"."""
    name = trees.doc.name_over.get(verb - 1)
    is_taken = trees.token(head).tag == "WDT" and name is not None and name.first == head + 1
    return verb - 1 if is_taken else head


def within_commas(trees: Trees, head: int, cue: tuple[int, int]) -> int:
    """The noun phrase right before a cue within commas, where the parser joins it to another: "the dam, he said,"."""
    apposition = trees.doc.child(head, "appos")
    return apposition if apposition is not None and trees.right[apposition] + 1 == cue[0] else head


def inverted_subject(trees: Trees, frame: Frame, cue: tuple[int, int]) -> int | None:
    """The noun right after a verb of saying whose subject the parser did not see: `"No," said Under Secretary Li`."""
    if frame.key[-1] != "V" or cue[1] >= len(trees.doc.tokens) or not is_saying(frame.key) or cue[0] == 0:
        return None
    if trees.token(cue[0] - 1).text not in COMMAS:
        return None
    for part in frame.parts:
        if trees.left[part.head] == cue[1] and part.head > frame.head and part.relation not in ("npadvmod", "advmod"):
            token = trees.token(part.head)
            if token.pos in ("NOUN", "PROPN", "PRON"):
                return part.head
            if token.dep == "prep" and token.text[0].isupper():
                return trees.doc.child(part.head, "pobj")
    return None


def preceding_phrase(trees: Trees, frame: Frame, cue: tuple[int, int]) -> int | None:
    """The head of the noun phrase between a comma and a verb of saying that lacks a subject: ", a source told AFP"."""
    tokens = trees.doc.tokens
    if frame.key[-1] != "V" or not is_saying(frame.key) or frame.part("ccomp", "xcomp") is not None:
        return None
    first = cue[0]
    while first > 0 and cue[0] - first <= LONGEST_PHRASE and tokens[first - 1].text not in COMMAS:
        first -= 1
        if tokens[first].pos in ("VERB", "AUX", "SCONJ", "CCONJ") and tokens[first].tag in FINITE:
            return None
    if first == cue[0] or tokens[first - 1].text not in COMMAS:
        return None
    if tokens[first].pos not in ("DET", "NOUN", "PROPN", "ADJ", "NUM"):
        return None
    return next((t.i for t in tokens[first : cue[0]] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None)


def name_like_a_day(trees: Trees, frame: Frame) -> int | None:
    """The name before a verb of saying that the parser takes for a time: "Aral Today reported that"."""
    if frame.key[-1] not in "VP" or trees.doc.child(frame.head, "auxpass") is not None:
        return None
    names = (trees.doc.name_over.get(p.head) for p in frame.parts if p.relation == "npadvmod" and p.head < frame.head)
    return next((m.head for m in names if m is not None and m.schema in ("Organization", "Company")), None)


def rank(part: Part) -> int:
    """How late in the order of preference a part stands; the nearer of two alike is taken."""
    return PRIORITY.index(part.relation) if part.relation in PRIORITY else len(PRIORITY)


def is_source(frame: Frame, part: Part, cue: tuple[int, int]) -> bool:
    """Whether a part is a source and stands outside the cue (its preposition may stand inside)."""
    if role_of(frame.key, part.relation) != "S":
        return False
    return "prep:" in part.relation or not cue[0] <= part.head < cue[1]


def source_tokens(trees: Trees, head: int, cue: tuple[int, int]) -> tuple[int, int] | None:
    """First and last (half-open) token of the source phrase with appositions and clauses, cut where the cue stands."""
    first, last = trees.hyphened(trees.left[head]), trees.right[head] + 1
    if first < cue[0] < last:
        last = cue[0]
    elif cue[0] <= first < cue[1]:
        first = cue[1]
    tokens = trees.doc.tokens
    while first < last and tokens[last - 1].pos == "PUNCT" and tokens[last - 1].text not in ')]”"':
        last -= 1
    if last < min(cue[0], len(tokens)) and tokens[last].text == "," and any(t.text == "," for t in tokens[first:last]):
        last += 1
    return (first, last) if first < last else None
