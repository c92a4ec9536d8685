"""Persons whom a report first describes and names only later: "A trader was arrested. Karl Holm was arrested ...".

In: tokens and names with their entities. Out: for a verb and the part played in it, the persons first named so.
"""

from collections import defaultdict
from collections.abc import Sequence

from reportedly.annotate import lexicon
from reportedly.annotate.names import Name
from reportedly.model import Annotated, Token

REACH = 4
"""Sentences after a description in which its name is sought."""

PART_OF_LABEL = {"nsubj": "agent", "nsubjpass": "patient", "dobj": "patient"}

SPEAKING = ("say", "agent")
"""The part of those who say something, by whatever verb of speech."""

COURTESY = frozenset({"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "professor", "sir"})
"""What may stand before the name of one who is not introduced by it."""

Parts = dict[tuple[str, str], list[tuple[int, int]]]


def part(tokens: Sequence[Token], i: int) -> tuple[str, str] | None:
    """The lemma of the verb that token `i` is an argument of and its part in it, agent or patient; None for others."""
    token = tokens[i]
    played = PART_OF_LABEL.get(token.dep)
    verb = tokens[token.head]
    return (verb.lemma, played) if played and verb.pos == "VERB" else None


def speaks(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is the subject of a verb of speech."""
    return tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma in lexicon.words("speech_verbs")


def is_introduced(doc: Annotated, name: Name, head: int) -> bool:
    """Whether a title before a name or an apposition after it says who its bearer is."""
    before = doc.tokens[name.first - 1] if name.first else None
    titled = before is not None and before.tag in ("NN", "NNP") and before.lower not in COURTESY
    return titled or doc.child(head, "appos", "relcl", "prep") is not None


def first_named(doc: Annotated, names: Sequence[Name], places: Sequence[int]) -> Parts:
    """For (verb, part) the (sentence, entity) of each person who is first named in that part."""
    found: Parts = defaultdict(list)
    met: set[int] = set()
    for name, entity in zip(names, places, strict=True):
        if name.kind != "person" or entity in met:
            continue
        met.add(entity)
        for i in range(name.first, name.last):
            played = part(doc.tokens, i)
            if played is not None:
                found[played].append((doc.tokens[i].sentence, entity))
            if speaks(doc.tokens, i) and not is_introduced(doc, name, i):
                found[SPEAKING].append((doc.tokens[i].sentence, entity))
    return found


def speaker_named_later(parts: Parts, tokens: Sequence[Token], head: int) -> int | None:
    """The one person who speaks soon after, without an introduction, where the description with this head speaks.

    "Her lawyer said so. ... Ada Ilves told the court": who is named so is the one introduced before.
    """
    if not speaks(tokens, head) or tokens[head].lower in lexicon.word_set("nameless_speakers"):
        return None
    sentence = tokens[head].sentence
    fitting = {entity for at, entity in parts.get(SPEAKING, ()) if 0 < at - sentence <= REACH}
    return fitting.pop() if len(fitting) == 1 else None


def named_later(parts: Parts, tokens: Sequence[Token], head: int) -> int | None:
    """The one person who is first named, soon after, in the part that the description with this head plays here."""
    played = part(tokens, head)
    sentence = tokens[head].sentence
    fitting = {entity for at, entity in parts.get(played, ()) if 0 < at - sentence <= REACH} if played else set()
    return fitting.pop() if len(fitting) == 1 else None
