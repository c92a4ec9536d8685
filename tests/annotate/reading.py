"""Short ways to ask what the annotate stage makes of a text."""

from functools import cache

from reportedly.annotate import Annotator
from reportedly.model import Annotated, Mention, Report


@cache
def annotator() -> Annotator:
    """The one annotator of the test run, with rules alone; its model takes a second to load."""
    return Annotator("rules")


@cache
def read(text: str, title: str | None = None) -> Annotated:
    """`text` annotated as a report of its own."""
    return next(iter(annotator().annotate([Report(text=text, ref="test", title=title)])))


def meant(text: str, form: str = "name") -> dict[str, str | None]:
    """For the words of each mention of one form, the name of the entity it means."""
    doc = read(text)
    return {doc.text_of(m.span): named(doc, m) for m in doc.mentions if m.form == form}


def named(doc: Annotated, mention: Mention) -> str | None:
    """The name of the entity that a mention means, or None."""
    return None if mention.entity is None else doc.entities[mention.entity].name


def schemas(text: str, form: str = "name") -> dict[str, str]:
    """For the words of each mention of one form, its schema."""
    doc = read(text)
    return {doc.text_of(m.span): m.schema for m in doc.mentions if m.form == form}


def whom(text: str, word: str) -> list[str | None]:
    """Whom each pronoun or description spelled `word` means, in text order."""
    doc = read(text)
    return [named(doc, m) for m in doc.mentions if m.form != "name" and doc.text_of(m.span) == word]
