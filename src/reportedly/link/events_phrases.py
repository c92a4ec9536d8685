"""What a report says around a phrase: its head, who stands beside it in which part, and the words of its sentence.

In: an annotated report and the places of the phrase's tokens. Out: a `Phrase`, free of the report's offsets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.link.lexicon import words
from reportedly.model import Annotated, Token

CONTENT = frozenset({"PROPN", "NOUN", "VERB", "NUM", "ADJ"})
NAMING = frozenset({"PROPN", "NOUN", "NUM"})
WEAK_HEADS = frozenset({"PUNCT", "DET", "ADP", "PART"})
PARTS = {
    "nsubj": "doer", "poss": "doer", "dobj": "undergoer", "nsubjpass": "undergoer", "attr": "undergoer",
    "compound": "other", "amod": "other", "nmod": "other", "nummod": "other",
}  # fmt: skip
PREPOSITIONS = {"of": "undergoer", "by": "doer"}

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of one report. All words are lower case lemmas, unless they are said to be as written.

    `sentence` counts the report's sentences; `written` is the phrase as written; `doer`, `undergoer` and `other` hold
    the words that stand beside the head as subject, object and in other parts; `context` the content words of the
    sentence outside the phrase, `names` and `numbers` those among them that are; `governor` the word it depends on.
    """

    sentence: int
    written: str
    lemmas: tuple[str, ...]
    lemma: str
    word: str
    pos: str
    tag: str
    particles: tuple[str, ...]
    content: Words
    doer: Words
    undergoer: Words
    other: Words
    context: Words
    names: Words
    numbers: Words
    governor: str

    @property
    def arguments(self) -> Words:
        """All words that stand beside the head."""
        return self.doer | self.undergoer | self.other


def head_of(doc: Annotated, places: Sequence[int]) -> int:
    """The token that carries the phrase: the first whose own head lies outside, function words last."""
    inside = frozenset(places)
    tops = [i for i in places if doc.tokens[i].head not in inside or doc.tokens[i].head == i]
    return next((i for i in tops if doc.tokens[i].pos not in WEAK_HEADS), tops[0] if tops else places[0])


def phrase(doc: Annotated, places: Sequence[int]) -> Phrase:
    """The phrase of these tokens, at least one, in text order."""
    tokens, head = [doc.tokens[i] for i in places], doc.tokens[head_of(doc, places)]
    sentence, inside = doc.sentences[head.sentence], frozenset(places)
    around = [token for token in doc.tokens[sentence.first : sentence.last] if token.i not in inside]
    beside = arguments(doc, head)
    common = words("events_common_words.tsv")
    return Phrase(
        sentence=head.sentence,
        written=" ".join(token.lower for token in tokens),
        lemmas=tuple(token.lemma.lower() for token in tokens),
        lemma=head.lemma.lower().lstrip("-") or head.lower,
        word=head.lower,
        pos=head.pos,
        tag=head.tag,
        particles=tuple(doc.tokens[c].lower for c in doc.children[head.i] if doc.tokens[c].dep == "prt"),
        content=frozenset(token.lemma.lower() for token in tokens if token.pos in CONTENT),
        doer=frozenset(beside["doer"]),
        undergoer=frozenset(beside["undergoer"]),
        other=frozenset(beside["other"]),
        context=frozenset(t.lemma.lower() for t in around if t.pos in CONTENT) - common,
        names=frozenset(token.lower for token in around if token.pos == "PROPN"),
        numbers=frozenset(t.lower for t in doc.tokens[sentence.first : sentence.last] if t.pos == "NUM"),
        governor=governor(doc, head),
    )


def arguments(doc: Annotated, head: Token) -> dict[str, set[str]]:
    """The words beside a head by the part they play; a verb that hangs on another takes over its subject."""
    found: dict[str, set[str]] = {"doer": set(), "undergoer": set(), "other": set()}
    for place in doc.children[head.i]:
        child = doc.tokens[place]
        if child.dep in PARTS:
            found[PARTS[child.dep]].update(said_by(doc, place))
        elif child.dep in ("prep", "agent"):
            for below in doc.children[place]:
                if doc.tokens[below].dep == "pobj":
                    found[PREPOSITIONS.get(child.lower, "other")].update(said_by(doc, below))
    if not found["doer"] and head.dep in ("xcomp", "conj", "advcl"):
        subject = doc.child(head.head, "nsubj")
        found["doer"].update(said_by(doc, subject) if subject is not None else ())
    return found


def said_by(doc: Annotated, place: int) -> Iterable[str]:
    """The naming words of a noun and what hangs right on it, and the words of the full name it stands for."""
    for each in (place, *doc.children[place]):
        if doc.tokens[each].pos in NAMING:
            yield doc.tokens[each].lemma.lower()
    mention = doc.mention_at.get(place)
    if mention is not None and mention.entity is not None:
        yield from doc.entities[mention.entity].name.lower().split()


def governor(doc: Annotated, head: Token) -> str:
    """The verb or noun of which the head is subject or object, over a preposition; empty where there is none."""
    above = doc.tokens[head.head]
    if head.dep == "pobj":
        return doc.tokens[above.head].lemma.lower()
    return above.lemma.lower() if head.dep in ("dobj", "nsubj") else ""
