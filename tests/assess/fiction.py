"""The fiction's hand-marked claims as the `Evidence` of each thing that its story plants.

In: the id of an event or tie in `gold/story.yaml`. Out: its accounts and denials, with the story's entities. Claims are
found at the story's quotations, in the file that marks them by hand.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from evaluation.marked import claims_of
from reportedly.linked import Account, Entity, Evidence, Name, Part, Passage, ReportEdge
from reportedly.model import (
    Claim,
    Report,
    Schema,
    Span,
    is_occurrence,
)
from reportedly.read import reports

PORT_ARAL = Path(__file__).parent.parent.parent / "examples" / "port-aral"
Told = dict[str, Any]


@cache
def by_ref() -> dict[str, Report]:
    """The fiction's reports."""
    found = reports([str(PORT_ARAL / "reports")])
    return {each.ref: each for each in found if isinstance(each, Report)}


@cache
def story() -> Told:
    """What was planted."""
    loaded: Told = yaml.safe_load((PORT_ARAL / "gold" / "story.yaml").read_text("utf-8"))
    return loaded


@cache
def schemas() -> dict[str, Schema]:
    """The schema of each entity of the story by its name."""
    return {each["name"]: each["schema"] for each in story()["entities"]}


@cache
def claims() -> dict[str, tuple[Claim, ...]]:
    """The hand-marked claims of each report."""
    lines = (PORT_ARAL / "gold" / "claims.jsonl").read_text("utf-8").splitlines()
    marked = [json.loads(line) for line in lines]
    return {each["id"]: claims_of(each, by_ref()[each["id"]], schemas()) for each in marked}


@cache
def entities() -> dict[str, Entity]:
    """For every name in the marked claims the story's entity that bears it; names that two bear stay open."""
    found: dict[str, Entity] = {}
    for each in story()["entities"]:
        others = {o for o in each["also"] if sum(o in e["also"] for e in story()["entities"]) == 1}
        names = [each["name"], *others, *(o.removeprefix("the ") for o in others)]
        refs = tuple(Name(n, s) for n in names for s in ("Person", "Organization", "PublicBody", "Company"))
        whole = Entity(f"entity {each['name']}", each["name"], each["schema"], refs)
        found.update({name.id: whole for name in refs})
    return found


def at(ref: str, quote: str) -> Iterator[Claim]:
    """The marked claims of a report whose trigger stands in a quotation."""
    start = by_ref()[ref].text.index(quote)
    for each in claims()[ref]:
        if start <= each.trigger.start < start + len(quote):
            yield each


def evidence(of: str, *others: Told) -> Evidence:
    """All that the fiction tells of an event or tie, and of `others` (places with report and quote)."""
    told = next(each for each in [*story()["events"], *story()["ties"]] if each["id"] == of)
    places = [*told["told_by"], *others, *(t for d in story()["denials"] if d["of"] == of for t in d["told_in"])]
    kind = "tie" if "tie" in told else "event"
    found = [account(each, by_ref()[p["report"]]) for p in places for each in at(p["report"], p["quote"])]
    kept = [a for a in found if a is not None and (a.claim.kind == kind or a.part == "denial")]
    return Evidence(
        of,
        "tie" if kind == "tie" else "event",
        tuple(dict.fromkeys(kept)),
        edges=copies(),
        entities=MappingProxyType(entities()),
    )


def account(found: Claim, report: Report) -> Account | None:
    """A claim as an account or a denial; None for a standing relation told beside it."""
    part: Part = "account"
    if found.factuality.polarity == "negative" or (found.type == "REJECT" and found.mode == "denial"):
        part = "denial"
    elif not is_occurrence(found):
        part = "other"
    return Account(found, report, part)


@cache
def copies() -> tuple[ReportEdge, ...]:
    """The planted copies, sentence by sentence where a sentence of one stands in the other nearly as it is."""
    return tuple(
        ReportEdge(
            by_ref()[group["of"]].id, by_ref()[by["report"]].id, "copy", 1.0, "planted", passages(group["of"], by)
        )
        for group in story()["copies"]
        for by in group["by"]
    )


def passages(of: str, by: Told) -> tuple[Passage, ...]:
    """The sentences of two reports that share most of their words."""
    one, two = by_ref()[of].text, by_ref()[by["report"]].text
    return tuple(
        Passage(a, b, "edited")
        for a in sentences(one)
        for b in sentences(two)
        if len(words(a, one) & words(b, two)) > 0.6 * len(words(a, one))
    )


def words(where: Span, text: str) -> set[str]:
    """The words of a passage."""
    return set(where.of(text).lower().split())


def sentences(text: str) -> list[Span]:
    """A text cut after full stops and line breaks."""
    cuts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n" or text[i : i + 2] == ". "), len(text)]
    return [Span(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
