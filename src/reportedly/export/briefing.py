"""A briefing to read, print and pass on. In: claims with their reports. Out: one Markdown or HTML text, self-contained.

It says what reports say and on whose word, never that it is so: each statement opens with its source and has a note
with the sentence that it comes from.
"""

from collections.abc import Iterable
from typing import Literal

from reportedly.errors import BadValue
from reportedly.export.content import content
from reportedly.export.page import page
from reportedly.export.plain import document
from reportedly.export.several import Assessed
from reportedly.model import Claim, Report

Form = Literal["markdown", "html"]


def briefing(items: Iterable[tuple[Claim, Report]], *, title: str, form: str, assessed: Iterable[Assessed] = ()) -> str:
    """The briefing of `items` as `markdown` or `html`; the same items in any order give the same text.

    Of the `assessed` events those that more than one report tells stand in a section of their own, in the order given.
    Raises BadValue for another form, and BadSpan where a claim's offsets do not fit its report.
    """
    shown = content(items, title, assessed)
    if form == "html":
        return page(shown)
    if form == "markdown":
        return document(shown)
    raise BadValue(f"unknown form of briefing: {form!r}; expected markdown or html")
