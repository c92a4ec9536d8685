"""What a speaker goes on to do beside saying something: "said the vote was fair, and accused the envoy of lying".

In: the triples of a report. Out: the same, what such an act tells no longer in the content of the cue that it is
coordinated with, and the speaker its source.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.attribution.contents import Tokens, around, pieces
from reportedly.extract.attribution.frames import EMPTY_SUBJECTS
from reportedly.extract.attribution.source_kinds import noun_kind
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.lexicon import words
from reportedly.extract.phrases import GOES_ON, conjuncts, mention_of

NOBODY = EMPTY_SUBJECTS | {"nobody", "none", "nothing"}


def without_own_acts(trees: Trees, found: list[Triple]) -> list[Triple]:
    """The triples without their speakers' own further acts of saying, and these with the speaker as their source."""
    holes: dict[int, list[tuple[int, Tokens]]] = {}
    speakers: dict[int, Triple] = {}
    for each in found:
        acts = list(own_acts(trees, each)) if each.key[-1] == "V" and each.clausal and each.source is not None else []
        if acts:
            holes[each.head] = acts
            speakers.update((act, each) for act, _ in acts)
    return [renewed(trees, each, holes, speakers) for each in found] if holes else found


def renewed(
    trees: Trees, each: Triple, holes: dict[int, list[tuple[int, Tokens]]], speakers: dict[int, Triple]
) -> Triple:
    """A triple without the acts in `holes`; one that is itself such an act with the speaker it belongs to."""
    speaker = speakers.get(each.head)
    if speaker is not None:
        each = replace(each, source=speaker.source, source_head=speaker.source_head)
    acts = holes.get(each.head)
    if acts is None:
        return each
    gaps = [gap for _, gap in acts]
    kept = [part for piece in each.content for part in around(piece, gaps)]
    return replace(each, content=pieces(trees.doc, kept, each.cue, each.source))


def own_acts(trees: Trees, each: Triple) -> Iterator[tuple[int, Tokens]]:
    """The verbs of saying that the parser coordinates with what is said, each with the tokens from "and" on."""
    doc = trees.doc
    for clause in doc.children[each.head]:
        if clause < each.head or trees.token(clause).dep != "ccomp":
            continue
        for verb in conjuncts(doc, clause):
            mark = opening(trees, verb) if verb != clause and is_finite_saying(trees, verb, each.head) else None
            if mark is None or is_done_to_speaker(trees, clause, verb):
                continue
            if cannot_say(trees, clause, quoted=trees.token(mark - 1).text != ","):
                yield verb, (mark, trees.sentence(verb)[1])


def is_finite_saying(trees: Trees, verb: int, cue: int) -> bool:
    """Whether a verb may say something, in the tense of the cue, without a subject or an auxiliary of its own."""
    token = trees.token(verb)
    if token.tag != trees.token(cue).tag or token.tag not in ("VBD", "VBZ") or f"{token.lemma}/V" not in known():
        return False
    return trees.doc.child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is None


def known() -> frozenset[str]:
    """The words that may be a cue, with their class."""
    return frozenset(words("cue_keys.tsv"))


def opening(trees: Trees, verb: int) -> int | None:
    """The "and" or "but" before a coordinated verb, behind a comma or the end of a quotation; None for others."""
    before = trees.left[verb] - 1
    token = trees.token(before)
    is_open = before > 0 and token.dep == "cc" and trees.token(before - 1).text in GOES_ON
    return before if is_open else None


def is_done_to_speaker(trees: Trees, clause: int, verb: int) -> bool:
    """Whether several do it to one who is not among them: "said the men had come in, and warned him"."""
    subject, addressee = trees.subject(clause), trees.doc.child(verb, "dobj", "dative")
    if subject is None or addressee is None or trees.token(addressee).lower not in ("him", "her", "me"):
        return False
    return trees.token(subject).tag in ("NNS", "NNPS") or trees.token(subject).lower == "they"


def cannot_say(trees: Trees, clause: int, quoted: bool) -> bool:
    """Whether the verb behind "and" is the speaker's: a quotation ended, or the clause has an auxiliary or nobody.

    Persons without an auxiliary may themselves go on to say something: "said the caller gave no name, and claimed".
    """
    if quoted or trees.doc.child(clause, "aux", "auxpass") is not None:
        return True
    subject = trees.subject(clause)
    if subject is None:
        return False
    token = trees.token(subject)
    if token.lower in NOBODY:
        return True
    return token.pos == "NOUN" and mention_of(trees.doc, subject) is None and noun_kind(token) in (None, "document")
