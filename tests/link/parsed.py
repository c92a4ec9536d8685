"""Parsed reports in a small language, for tests of what a parse says of events."""

from reportedly.model import Annotated, Report, Sentence, Token

RAID = "Gunmen/NOUN/nsubj/1 attack/VERB/ROOT/1 Zafa/PROPN/dobj/1 on/ADP/prep/1 3/NUM/pobj/3"


def tokens(told: str) -> Annotated:
    """A report in a small language: `word/POS/dep/head`, a sentence a line; the head counts within the sentence."""
    found: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for number, line in enumerate(told.splitlines()):
        first, start = len(found), len(text)
        for piece in line.split():
            word, pos, dep, head = piece.split("/")
            at = len(text)
            text += f"{word} "
            lemma = word.lower()
            found.append(
                Token(len(found), at, at + len(word), word, lemma, lemma, pos, pos, dep, first + int(head), number)
            )
        sentences.append(Sentence(start, len(text) - 1, first, len(found), number))
    return Annotated(Report(text, "a"), tuple(found), tuple(sentences))
