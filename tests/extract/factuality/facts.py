"""A small language for tests of factuality: a sentence with its trigger in brackets, and words for its reading.

What the encoder of this installation says is left out.
"""

from dataclasses import replace

from reportedly.extract.factuality.factuality import factuality
from reportedly.model import Factuality
from tests.annotate.reading import read


def fact(sentence: str) -> Factuality:
    """The factuality of the word that stands in brackets."""
    start = sentence.index("[")
    doc = read(sentence.replace("[", "").replace("]", ""))
    head = next(t.i for t in doc.tokens if t.start <= start < t.end)
    return factuality(replace(doc, scored=None), head)


def told(sentence: str) -> str:
    """The certainty, then `past` or `future`, then `not` where it is negative: `probable past not`."""
    found = fact(sentence)
    time = "future" if found.temporality == "future" else "past"
    return f"{found.certainty} {time}" + (" not" if found.polarity == "negative" else "")


def cues(sentence: str) -> list[str]:
    """The words that decided the factuality of the word in brackets."""
    text = sentence.replace("[", "").replace("]", "")
    return [span.of(text) for span in fact(sentence).cues]
