"""The extract stage: attributions, then events and ties, each with its chain and factuality."""

from collections.abc import Collection, Mapping

from reportedly.extract.answers import with_answers
from reportedly.extract.attribution.attributions import attributions, chain
from reportedly.extract.attribution.outlets import with_outlets
from reportedly.extract.attribution.taking_up import with_sources_taken_up
from reportedly.extract.confidence import confidence, is_surely_event
from reportedly.extract.draft import Draft
from reportedly.extract.events.events import events
from reportedly.extract.factuality.factuality import factuality
from reportedly.extract.gainsaid import with_gainsaid
from reportedly.extract.notices import taken_back
from reportedly.extract.phrases import sentence_span
from reportedly.extract.retorts import with_retorts
from reportedly.extract.ties.ties import ties
from reportedly.model import Annotated, Attribution, Claim, Extractor, Factuality

VERSIONS: Mapping[Extractor, str] = {"encoder": "encoder/6", "rules": "rules/9"}
"""What a claim names as its extractor; a change that finds other claims raises the number."""


def extract(
    doc: Annotated, outlets: Collection[str] = frozenset()
) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
    """The report's attributions, and its claims in text order; times and places are phrases without a value.

    A source whose name is one of `outlets` (names of publishers, exactly, a leading "the" apart) is of kind `outlet`.
    What the outlet only says that it told before ("an earlier version of this article said") gives no claim. A bare
    draft gives one where it lies ahead and the encoder is sure that it is an event.
    """
    found = with_sources_taken_up(doc, with_outlets(doc, attributions(doc), outlets), outlets)
    past = taken_back(doc)
    drafts = sorted((*events(doc), *ties(doc)), key=lambda d: (d.trigger, d.kind))
    told = (d for d in drafts if not any(first <= d.head < last for first, last in past))
    firm = ((draft, firmness(doc, draft)) for draft in told if not draft.is_bare or is_surely_event(doc, draft))
    firmly = ((d.head, claim(doc, found, d, f)) for d, f in firm if not d.is_bare or f.temporality == "future")
    kept = list(with_gainsaid(doc, firmly))
    return found, with_retorts(doc, found, kept, with_answers(doc, found, kept))


def firmness(doc: Annotated, draft: Draft) -> Factuality:
    """The factuality of the draft, at the word that tells its number where there is one."""
    return factuality(doc, draft.head if draft.told_at is None else draft.told_at)


def claim(doc: Annotated, found: tuple[Attribution, ...], draft: Draft, firm: Factuality) -> Claim:
    """The draft with its attribution chain and factuality."""
    return Claim(
        report_id=doc.report.id,
        kind=draft.kind,
        sentence=sentence_span(doc, draft.head),
        trigger=draft.trigger,
        type=draft.type,
        mode=draft.mode,
        tie=draft.tie,
        roles=draft.roles,
        count=draft.count,
        time=draft.time,
        place=draft.place,
        attribution=chain(doc, found, draft.head),
        factuality=firm,
        confidence=confidence(doc, draft, firm.polarity == "negative"),
        extractor=VERSIONS["rules" if doc.scored is None else "encoder"],
    )
