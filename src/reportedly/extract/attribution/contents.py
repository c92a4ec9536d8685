"""What is said: the pieces of text that a cue attributes."""

from collections.abc import Iterable, Iterator

from reportedly.extract.attribution.cues import role_of
from reportedly.extract.attribution.frames import QUOTING, Frame, Part
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Pieces
from reportedly.extract.lexicon import table
from reportedly.model import Annotated

Tokens = tuple[int, int]
EDGES = frozenset(",.;:-—–")
"""Marks that a piece neither begins nor ends with."""

NOUN_CLAUSES = ("acl:that", "acl:VBG", "acl:to", "ccomp", "be:ccomp", "be:xcomp")

COMMAS = frozenset({",", "”", '"', "—", "–"})
STOPS = frozenset({".", "!", "?"})
RELATIVES = frozenset({"who", "which", "that", "whom", "what", "as"})
ADJUNCTS = frozenset({"npadvmod", "prep", "advmod", "dobj", "dative"})

CLAUSAL = ("ccomp", "<ccomp", "xcomp", "up", "acl", "n:acl", "be:", "<parataxis")
"""Beginnings of the relations whose content is a clause."""


def content_pieces(trees: Trees, frame: Frame, cue: Tokens, source: Tokens | None) -> Pieces:
    """The content that hangs on the cue, without the words of cue and source; empty where the frame holds none."""
    found = []
    kept = [part for part in frame.parts if role_of(frame.key, part.relation) == "K"]
    own = any(part.head > frame.head and not part.relation.startswith(("up", "i")) for part in kept)
    for part in kept:
        if part.relation == "up:as":
            found.extend(beside(trees, part.head, frame.head))
        elif not (own and part.relation == "up:parataxis") and not (
            part.relation[0] == "<" and ends_there(trees, part)
        ):
            inside = "prep:" in part.relation and cue[0] <= part.head < cue[1]
            found.append((part.head + 1 if inside else trees.left[part.head], trees.right[part.head] + 1))
    return pieces(trees.doc, parenthetical(trees, frame, cue, source, found) or found, cue, source)


def beside(trees: Trees, above: int, head: int) -> list[Tokens]:
    """The tokens below `above` before and after those below `head`."""
    before = trees.left[above], max(trees.left[above], trees.left[head])
    after = min(trees.right[head] + 1, trees.right[above] + 1), trees.right[above] + 1
    return [piece for piece in (before, after) if piece[0] < piece[1]]


def ends_there(trees: Trees, part: Part) -> bool:
    """Whether a semicolon parts a clause from the cue that follows: it is then said by nobody in particular."""
    if part.relation[0] != "<":
        return False
    after = trees.right[part.head] + 1
    return after < len(trees.doc.tokens) and trees.token(after).text == ";"


def parenthetical(
    trees: Trees, frame: Frame, cue: Tokens, source: Tokens | None, found: list[Tokens]
) -> list[Tokens] | None:
    """The sentence around a cue that stands at its end or between commas; None where the cue stands otherwise.

    It mends what the parser makes of "the dam held, an engineer of the town said on Monday".
    """
    doc = trees.doc
    if source is None and frame.key[-1] == "P" and doc.tokens[cue[0] - 1].lower == "it":
        source = (cue[0] - 1, cue[0])
    if source is None or not is_saying(frame.key) or doc.child(frame.head, "mark") is not None:
        return None
    sentence = doc.sentences[doc.tokens[frame.head].sentence]
    first, last = min(cue[0], source[0]), max(cue[1], source[1])
    if first - sentence.first < 3 or last - first != cue[1] - cue[0] + source[1] - source[0]:
        return None
    if any(end > last and not (start < first and last < end) for start, end in found):
        return None
    before = doc.tokens[first - 1]
    rest = after_adjuncts(trees, frame, last, sentence.last)
    if rest == sentence.last and (before.text in COMMAS or before.lower not in RELATIVES):
        return [(sentence.first, first)]
    if before.text not in COMMAS or rest == sentence.last or doc.tokens[rest].text not in COMMAS:
        return None
    if any(part.head >= rest and role_of(frame.key, part.relation) != "K" for part in frame.parts):
        return [(sentence.first, first)]
    return [(sentence.first, first), (rest, sentence.last)]


def after_adjuncts(trees: Trees, frame: Frame, place: int, end: int) -> int:
    """The first token from `place` on that is no adjunct of the cue and no final stop; `end` where there is none."""
    adjuncts = [p.head for p in frame.parts if role_of(frame.key, p.relation) == "O" and p.head >= place]
    for head in adjuncts:
        if trees.left[head] == place and trees.doc.tokens[head].dep in ADJUNCTS:
            place = trees.right[head] + 1
    if place < end and trees.doc.tokens[place].text in STOPS and place + 1 == end:
        return end
    return min(place, end)


def is_saying(key: str) -> bool:
    """Whether the cue is a verb of saying or thinking, active or passive, that attributes clauses."""
    return key[-1] in "VP" and table("cue_senses.tsv").get(key[:-2]) in ("both", "clause")


def is_clausal(trees: Trees, frame: Frame) -> bool:
    """Whether what the frame attributes is a clause; agentless "it has been learnt" always attributes one."""
    subject = frame.part("nsubjpass")
    if subject is not None and trees.token(subject.head).lower == "it":
        return True
    if frame.key[-1] == "N":
        return frame.part(*NOUN_CLAUSES) is not None
    return any(
        role_of(frame.key, part.relation) == "K" and (part.relation.startswith(CLAUSAL) or is_deed(trees, frame, part))
        for part in frame.parts
    )


def is_deed(trees: Trees, frame: Frame, part: Part) -> bool:
    """Whether a part that is no clause still tells a deed: "seen leaving", "accused of leaving", "quoted as saying"."""
    if part.relation == "oprd":
        return trees.token(part.head).pos == "VERB"
    if part.relation == "prep:as" and frame.key[:-2] not in QUOTING:
        return False
    return part.relation.startswith("prep:") and trees.doc.child(part.head, "pcomp") is not None


def pieces(doc: Annotated, wanted: Iterable[Tokens], cue: Tokens, source: Tokens | None) -> Pieces:
    """The token ranges `wanted` as disjoint pieces without cue and source; a mark between two does not part them."""
    holes = sorted([cue] if source is None else [cue, source])
    found: list[Tokens] = []
    for first, last in sorted(wanted):
        if found and joins(doc, found[-1][1], first, holes):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    trimmed = (trim(doc, *piece) for whole in found for piece in around(whole, holes))
    return tuple((first, last) for first, last in trimmed if first < last)


def joins(doc: Annotated, end: int, start: int, holes: list[Tokens]) -> bool:
    """Whether a range that begins at `start` goes on with one that ends at `end`: at most a mark lies between."""
    if start <= end:
        return True
    return start == end + 1 and is_edge(doc, end) and not any(first <= end < last for first, last in holes)


def around(whole: Tokens, holes: list[Tokens]) -> Iterator[Tokens]:
    """What is left of a range outside the holes, in order."""
    start, end = whole
    for first, last in holes:
        if last <= start or end <= first:
            continue
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def is_edge(doc: Annotated, place: int) -> bool:
    """Whether the token is a mark that a piece does not begin or end with."""
    return doc.tokens[place].text in EDGES


def trim(doc: Annotated, first: int, last: int) -> Tokens:
    """The range without marks at its ends."""
    while first < last and is_edge(doc, last - 1):
        last -= 1
    while first < last and is_edge(doc, first):
        first += 1
    return first, last
