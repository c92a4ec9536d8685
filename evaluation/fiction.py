"""The fiction: what was planted across its reports, and whether the project finds it.

In: the folder of the fiction, with `reports`, `gold/claims.jsonl` (claims marked by hand) and `gold/story.yaml` (what
was planted). Out: for each kind of thing planted the share that is right, twice: from the marked claims, which tells
how reports are linked and assessed, and from the texts as the project reads them, which adds what its extractor misses.
The corrections, withdrawals and owners that the story names are entered as a user would enter them. A prediction a
line: `{"from", "group", "what", "right", "found"}`.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml

from evaluation.corpus import Figures, extractor
from evaluation.marked import claims_of
from reportedly.assess.amounts import counted as counted_in
from reportedly.assess.assessment import Assessment
from reportedly.assess.trends import Happening, pairs_of, repetition
from reportedly.errors import Stop
from reportedly.linked import Account, Evidence
from reportedly.model import Claim, Report, Schema, Span, is_occurrence
from reportedly.pipeline import Reader
from reportedly.project import Extracted, Project, init, read_files
from reportedly.project.casebook import Casebook
from reportedly.store import Filter

GROUPS = (
    "joined", "apart", "origins", "discounts", "denials", "contradictions", "agreements", "corrections", "withdrawals",
    "as_of", "repetitions", "not_occurrences",
)  # fmt: skip

SCHEMAS: Mapping[str, Schema] = {
    "Kumrak": "Address",
    "Port Aral": "Address",
    "Teshik": "Address",
    "Norvane": "PublicBody",
}
"""Schemas of names that the story's cast does not hold."""


class Finding(NamedTuple):
    """One thing planted: its group, what it is, whether the project has it right, and what it has."""

    group: str
    what: str
    right: bool
    found: str


@dataclass
class World:
    """One project with the fiction in it, and the story to hold it against."""

    project: Project
    story: dict[str, Any]
    reports: dict[str, Report]
    held: dict[tuple[str, str | None], tuple[Evidence, Assessment]] = field(default_factory=dict)

    @property
    def casebook(self) -> Casebook:
        """The project's events."""
        return self.project.casebook

    @cached_property
    def claims(self) -> dict[str, list[Claim]]:
        """The claims of each report by its ref."""
        found: dict[str, list[Claim]] = {}
        for claim, report in self.project.claims(Filter()):
            found.setdefault(report.ref, []).append(claim)
        return found

    def claims_at(self, place: Mapping[str, Any]) -> list[Claim]:
        """The claims whose trigger stands in the quote; where there is none, those of the sentence."""
        text = self.reports[place["report"]].text
        start = text.index(place["quote"])
        quote = Span(start, start + len(place["quote"]))
        here = self.claims.get(place["report"], [])
        return [c for c in here if quote.overlaps(c.trigger)] or [c for c in here if quote.overlaps(c.sentence)]

    def events_at(self, place: Mapping[str, Any]) -> list[str]:
        """Ids of the events and ties that claims at the quote belong to."""
        found: list[str] = []
        with self.project.store.linked() as links:
            numbers = {each.claim.id: each.number for each in links.claims_of([self.reports[place["report"]].id])}
            for claim in self.claims_at(place):
                found += [m.event_id for m in links.memberships([numbers[claim.id]]) if m.event_id not in found]
        return found

    def assessed(self, event_id: str, as_of: str | None = None) -> tuple[Evidence, Assessment]:
        """The evidence on an event and its assessment."""
        if (event_id, as_of) not in self.held:
            evidence = self.casebook.evidence(event_id, as_of)
            self.held[event_id, as_of] = evidence, self.casebook.assessment(evidence)
        return self.held[event_id, as_of]

    @cached_property
    def events(self) -> dict[str, str | None]:
        """For each planted event and tie the one of the project that holds most of its accounts."""
        return {each["id"]: self.home(each) for each in (*self.story["events"], *self.story["ties"])}

    def home(self, planted: Mapping[str, Any]) -> str | None:
        """The event with most of the accounts of a planted one; None where nothing of it is found."""
        counts: dict[str, int] = {}
        for place in planted["told_by"]:
            for each in self.events_at(place):
                counts[each] = counts.get(each, 0) + 1
        return min(counts, key=lambda each: (-counts[each], each), default=None)

    @cached_property
    def everything(self) -> list[tuple[Evidence, Assessment]]:
        """Every event and tie as of now."""
        return [self.assessed(listed.row.id) for listed in self.casebook.events(Filter())]


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """The share of planted things that are right, in percent, by group; with `read` in front where from the texts."""
    marked, read = list(from_marked(path)), list(from_texts(path))
    if predictions is not None:
        lines = [
            {"from": kind, **each._asdict()} for kind, some in (("marked", marked), ("read", read)) for each in some
        ]
        predictions.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return Figures("fiction", {**shares(marked), **{f"read {key}": value for key, value in shares(read).items()}})


def shares(findings: Sequence[Finding]) -> dict[str, float]:
    """The share that is right of all, then of each group, in percent."""
    found = {"all": 100 * sum(f.right for f in findings) / len(findings)}
    for group in GROUPS:
        some = [f.right for f in findings if f.group == group]
        if some:
            found[group] = 100 * sum(some) / len(some)
    return found


def from_marked(path: Path) -> Iterator[Finding]:
    """What is found from the claims that were marked by hand."""
    story = story_of(path)
    schemas = {**SCHEMAS, **{each["name"]: each["schema"] for each in story["entities"]}}
    lines = (path / "gold" / "claims.jsonl").read_text("utf-8").splitlines()
    marked = {line["id"]: line for line in map(json.loads, lines)}
    yield from judged(path, story, lambda r: claims_of(marked[r.ref], r, schemas) if r.ref in marked else ())


def from_texts(path: Path) -> Iterator[Finding]:
    """What is found from the texts."""
    reports = list(reports_of(path).values())
    found = {reading.report.id: reading.claims for reading in Reader(extractor=extractor()).read(reports)}
    yield from judged(path, story_of(path), lambda report: found[report.id])


def story_of(path: Path) -> dict[str, Any]:
    """What was planted."""
    return cast("dict[str, Any]", yaml.safe_load((path / "gold" / "story.yaml").read_text("utf-8")))


def reports_of(path: Path) -> dict[str, Report]:
    """The reports by ref."""
    return {each.ref: each for each in read_files([str(path / "reports")]) if isinstance(each, Report)}


def judged(path: Path, story: dict[str, Any], read: Callable[[Report], Sequence[Claim]]) -> Iterator[Finding]:
    """What a project finds that is given these claims; before and after the story's corrections and withdrawals."""
    with tempfile.TemporaryDirectory() as folder:
        project = init(str(Path(folder) / "fiction.db"))
        reports = reports_of(path)
        for report in reports.values():
            project.keep(Extracted(report, tuple(read(report))), "fiction")
        project.desk.load_outlets(outlets_csv(story))
        before = World(project, story, reports)
        nine = list(corrected_values(before))
        for each in story["corrections"]:
            project.desk.correct(reports[each["replaces"]], reports[each["report"]], each["published"])
        for each in story["withdrawals"]:
            project.desk.withdraw(reports[each["withdraws"]], each["published"], each["quote"])
        world = World(project, story, reports)
        for check in CHECKS:
            yield from check(world)
        yield from (Finding("corrections", what, was and not is_told(world), f"before: {was}") for what, was in nine)
        project.close()


def outlets_csv(story: dict[str, Any]) -> str:
    """The owners of the story as the table that a user edits."""
    rows = [f'"{name}","{each["owner"]}"' for each in story["owners"] for name in each["owns"]]
    return "name,owner\n" + "\n".join(rows) + "\n"


def place_of(place: Mapping[str, Any]) -> str:
    """A quote as it is printed."""
    return f"{place['report']}: {place['quote']}"


def joined(world: World) -> Iterator[Finding]:
    """Every account stands in the event that it was planted for."""
    for planted in (*world.story["events"], *world.story["ties"]):
        home = world.events[planted["id"]]
        for place in planted["told_by"]:
            found = world.events_at(place)
            yield Finding("joined", f"{planted['id']}: {place_of(place)}", home in found, f"{found}, wanted {home}")


def apart(world: World) -> Iterator[Finding]:
    """No two planted events are one."""
    ids = [each["id"] for each in (*world.story["events"], *world.story["ties"])]
    for i, one in enumerate(ids):
        same = [
            other for other in ids[:i] if world.events[one] is not None and world.events[one] == world.events[other]
        ]
        yield Finding("apart", one, not same, f"one with {same}")


def counted(world: World) -> Iterator[Finding]:
    """The number of origins of each planted event."""
    for planted in (*world.story["events"], *world.story["ties"]):
        home, wanted = world.events[planted["id"]], planted["origins"]
        least, most = wanted if isinstance(wanted, list) else (wanted, wanted)
        if home is None:
            yield Finding("origins", planted["id"], False, "not found")
            continue
        origins = world.assessed(home)[1].origins
        labels = "; ".join(f"{root.label} ({root.kind})" for root in origins.roots)
        yield Finding(
            "origins", f"{planted['id']}: {wanted}", least <= origins.count <= most, f"{origins.count}: {labels}"
        )


def discounted(world: World) -> Iterator[Finding]:
    """Each planted discount stands between two roots of the event."""
    for planted in world.story["events"]:
        for each in planted.get("discounts", ()):
            home = world.events[planted["id"]]
            found = [d.reason for d in world.assessed(home)[1].origins.discounts] if home else []
            word = "class" if "class" in each["why"] else "Delta Media Holding"
            yield Finding("discounts", f"{planted['id']}: {each['why']}", any(word in r for r in found), str(found))


def denied(world: World) -> Iterator[Finding]:
    """Each denial stands beside what it denies, with its speaker, on each report that tells it."""
    for planted in world.story["denials"]:
        home = world.events[planted["of"]]
        found = world.assessed(home)[1].denials if home else ()
        by = [each for each in found if named(planted["by"], each.speaker)]
        for place in planted["told_in"]:
            right = any(a.report.ref == place["report"] for each in by for a in each.tellings)
            said = [(each.speaker, each.slot, [a.report.ref for a in each.tellings]) for each in found]
            yield Finding("denials", f"{planted['of']} by {planted['by']}: {place_of(place)}", right, str(said))


def named(planted: str, speaker: str) -> bool:
    """Whether a speaker is the planted one; a spokesman may be given as the body he speaks for."""
    spoken_for = {"Jorun Pask": ("League", "Pask"), "Adem Wray": ("police", "Wray")}
    return any(word.lower() in speaker.lower() for word in (planted, *spoken_for.get(planted, ())))


def contradicted(world: World) -> Iterator[Finding]:
    """Each pair of values that cannot both hold is set side by side."""
    for planted in world.story["contradictions"]:
        accounts = [a for a in planted["accounts"] if "corrected_by" not in a]
        for i, one in enumerate(accounts):
            for other in accounts[:i]:
                what = f"{planted['event']} {planted['slot']}: {other['value']} / {one['value']}"
                yield Finding(
                    "contradictions", what, is_contradicted(world, one, other), shown(world, planted["event"])
                )


def is_contradicted(world: World, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether a contradiction is shown between the accounts of two quotes, or others that give their two values."""
    for _, assessment in world.everything:
        for each in assessment.contradictions:
            sides = [(each.a, each.value_a), (each.b, each.value_b)]
            if any(gives(world, o[0], one) and gives(world, o[1], other) for o in (sides, sides[::-1])):
                return True
    return False


def gives(world: World, side: tuple[Account, str], planted: Mapping[str, Any]) -> bool:
    """Whether an account stands in the sentence of a quote, or gives the same number or day."""
    account, value = side
    start = world.reports[planted["report"]].text.index(planted["quote"])
    quote = Span(start, start + len(planted["quote"]))
    if account.report.ref == planted["report"] and account.claim.sentence.overlaps(quote):
        return True
    wanted = planted["value"]
    if isinstance(wanted, bool):
        return False
    number, time = counted_in(account.claim, account.report), account.claim.time
    if isinstance(wanted, str):
        return time is not None and time.edtf == wanted
    return number is not None and number.text == value and number.amount.value == wanted


def shown(world: World, event: str) -> str:
    """The contradictions of an event as they are shown."""
    home = world.events.get(event)
    found = world.assessed(home)[1].contradictions if home else ()
    return str([(c.slot, c.value_a, c.value_b, c.a.report.ref, c.b.report.ref) for c in found])


def agreed(world: World) -> Iterator[Finding]:
    """Values that fit each other are no contradiction, and are told to agree."""
    for planted in world.story["agreements"]:
        home, wanted = world.events[planted["event"]], set(planted["reports"])
        assessment = world.assessed(home)[1] if home else None
        told = assessment is not None and wanted <= {a.report.ref for a in world.assessed(home or "")[0].accounts}
        against = [
            c for c in (assessment.contradictions if assessment else ())
            if c.slot == "when" and {c.a.report.ref, c.b.report.ref} == wanted
        ]  # fmt: skip
        yield Finding("agreements", f"{planted['event']}: {planted['why']}", told and not against, str(against))


def corrected_values(world: World) -> Iterator[tuple[str, bool]]:
    """The values that a correction takes back, and whether they are contradicted before it."""
    for planted in world.story["contradictions"]:
        others = [each for each in planted["accounts"] if "corrected_by" not in each]
        for one in planted["accounts"]:
            if one not in others:
                shown_before = any(is_contradicted(world, one, other) for other in others)
                yield f"{planted['event']} {planted['slot']} {one['value']}", shown_before


def is_told(world: World) -> bool:
    """Whether a corrected report still counts for anything."""
    refs = {each["replaces"] for each in world.story["corrections"]}
    return any(a.report.ref in refs for evidence, _ in world.everything for a in evidence.accounts)


def withdrawn(world: World) -> Iterator[Finding]:
    """A withdrawn report counts for nothing, and what rests on it has no origin."""
    for planted in world.story["withdrawals"]:
        ref = planted["withdraws"]
        left = [e.id for e, _ in world.everything if any(a.report.ref == ref for a in e.accounts)]
        yield Finding("withdrawals", f"{ref} counts for nothing", not left, str(left))
        home = world.events["arrest-davo-marrun"]
        roots = world.assessed(home)[1].origins.roots if home else ()
        yield Finding(
            "withdrawals",
            "the citation leads to a withdrawn report",
            any(r.kind == "withdrawn" for r in roots),
            str(roots),
        )


def as_of(world: World) -> Iterator[Finding]:
    """What was told of an event by a day: reports, origins, denials."""
    for planted in world.story["as_of"]:
        home = world.events[planted["event"]]
        found = (-1, -1, -1)
        if home is not None:
            _, assessment = world.assessed(home, planted["day"])
            found = (assessment.reports, assessment.origins.count, len(assessment.denials))
        wanted = (planted["reports"], planted["origins"], planted["denials"])
        what = f"{planted['event']} on {planted['day']}: reports, origins, denials {wanted}"
        yield Finding("as_of", what, found == wanted, str(found))


def repeated(world: World) -> Iterator[Finding]:
    """How many events of a pair there were by a day, and which is the nth."""
    for planted in world.story["repetitions"]:
        events = [world.events[each] for each in planted["events"]]
        for each in planted["as_of"]:
            told = [e for e in events if e and world.assessed(e, each["day"])[1].origins.count > 0]
            yield Finding(
                "repetitions",
                f"{planted['pair']} by {each['day']}: {each['events']}",
                len(told) == each["events"],
                str(told),
            )
        try:
            ids = sorted(world.casebook.entity(name).id for name in planted["pair"])
            found = repetition(happenings(world), (ids[0], ids[1]))
        except Stop as error:
            found = None
            yield Finding("repetitions", f"one entity each: {planted['pair']}", False, str(error))
        right = found is not None and found.event == events[-1] and found.nth <= len(events) <= found.at_most
        yield Finding("repetitions", f"{planted['pair']}: the third within a year", right, str(found))


def happenings(world: World) -> Iterable[Happening]:
    """The events as trends see them."""
    for listed in world.casebook.events(Filter(), "event"):
        evidence, assessment = world.assessed(listed.row.id)
        days = (listed.row.earliest, listed.row.latest)
        yield Happening(listed.row.id, evidence, days, assessment.origins.count, pairs_of(evidence))


def not_happened(world: World) -> Iterator[Finding]:
    """What is planned, feared or conditional counts as no occurrence."""
    for place in world.story["not_occurrences"]:
        start = world.reports[place["report"]].text.index(place["quote"])
        quote = Span(start, start + len(place["quote"]))
        wrong = [c for c in world.claims.get(place["report"], ()) if quote.covers(c.trigger) and is_occurrence(c)]
        yield Finding("not_occurrences", place_of(place), not wrong, str([c.type for c in wrong]))


CHECKS = (
    joined, apart, counted, discounted, denied, contradicted, agreed, withdrawn, as_of, repeated, not_happened
)  # fmt: skip
