"""Small annotated reports for the ground stage, read by the real annotator."""

from dataclasses import replace

from reportedly.model import Annotated, Claim, Place, Report, Span, Time
from tests.annotate.reading import annotator


def report(text: str, published: str | None = "2025-06-18") -> Annotated:
    """`text` annotated as a report of Wednesday 18 June 2025."""
    return next(iter(annotator().annotate([Report(text, "test", published=published)])))


def span_of(doc: Annotated, words: str) -> Span:
    """The first place of `words` in the report."""
    start = doc.report.text.index(words)
    return Span(start, start + len(words))


def claim(doc: Annotated, trigger: str, time: str | None = None, place: str | None = None) -> Claim:
    """An event on `trigger` with its time and place as phrases without a value."""
    sentence = next(s for s in doc.sentences if s.start <= span_of(doc, trigger).start < s.end)
    made = Claim(doc.report.id, "event", Span(sentence.start, sentence.end), span_of(doc, trigger), "CONSULT")
    return replace(
        made,
        time=Time(None, span_of(doc, time)) if time else None,
        place=Place(place, span_of(doc, place)) if place else None,
    )
