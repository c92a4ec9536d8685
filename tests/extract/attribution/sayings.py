"""A small language for tests of attribution: a text, and who is found to say what in it."""

from reportedly.extract.attribution.attributions import attributions, chain
from reportedly.model import Annotated, Attribution, Link
from tests.annotate.reading import read


def triples(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each outermost attribution; pieces of a content are joined by ` ... `."""
    return told(read(text))


def told(doc: Annotated) -> list[tuple[str | None, str | None, str]]:
    """The same for a report that was read already."""
    return [
        (
            None if found.source is None else doc.text_of(found.source),
            None if found.cue is None else doc.text_of(found.cue),
            " ... ".join(doc.text_of(piece) for piece in found.content),
        )
        for found in attributions(doc)
    ]


def links(text: str, word: str) -> tuple[Link, ...]:
    """The chain of the first token spelled `word`."""
    doc = read(text)
    return chain(doc, attributions(doc), next(token.i for token in doc.tokens if token.text == word))


def told_by(text: str, word: str) -> list[str]:
    """The chain of the first token spelled `word`: for each link its kind and the words of its source, `-` for none."""
    doc = read(text)
    found = links(text, word)
    return [f"{link.kind} {'-' if link.source is None else doc.text_of(link.source.span)}" for link in found]


def flat(found: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions with those nested in them."""
    return [each for outer in found for each in (outer, *flat(outer.nested))]
