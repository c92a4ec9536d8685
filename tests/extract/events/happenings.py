"""A small language for events: the lines that a text's events make, each "TYPE trigger role=phrase; ..."."""

from reportedly.extract.draft import Draft
from reportedly.extract.events.events import events
from reportedly.model import Annotated
from tests.annotate.reading import read


def line(doc: Annotated, draft: Draft) -> str:
    """One event as a line, its roles in text order."""
    roles = "; ".join(f"{role.role}={doc.text_of(role.span)}" for role in draft.roles)
    return f"{draft.type} {doc.text_of(draft.trigger)} {roles}".rstrip()


def told(text: str) -> list[str]:
    """The events of a text, a line each."""
    doc = read(text)
    return [line(doc, draft) for draft in events(doc)]


def happening(text: str, trigger: str) -> tuple[Annotated, Draft]:
    """The text annotated, and its event with the trigger."""
    doc = read(text)
    return doc, next(draft for draft in events(doc) if doc.text_of(draft.trigger) == trigger)


def when_and_where(text: str, trigger: str) -> tuple[str | None, str | None]:
    """The time phrase and the place's phrase of the event with the trigger."""
    doc, draft = happening(text, trigger)
    time = None if draft.time is None or draft.time.span is None else doc.text_of(draft.time.span)
    return time, None if draft.place is None else doc.text_of(draft.place.span)
