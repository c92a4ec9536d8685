"""Small made-up worlds: reports about an invented coast, their claims planted word by word, and what is done to them.

    extracted(Draft("Aral Post", "2025-05-02", (Said("visit", "Nilo Zorvel", "Port Aral", day=1),)))

A `Draft` becomes a report with its claims without any language model; `Play` does things to a project (add, withdraw,
correct, restore, judge, undo) and keeps in mind which reports stand and which judgements are in force.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache

from hypothesis import strategies as st

from reportedly.errors import Stop
from reportedly.linked import Judgement
from reportedly.model import (
    Claim,
    Count,
    EntityRef,
    Factuality,
    Link,
    Place,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    SourceKind,
    Span,
    Time,
)  # fmt: skip
from reportedly.project import Extracted, Project
from reportedly.project.desk import claim_anchor, judgement, name_anchor
from reportedly.store import Name

PEOPLE = ("Nilo Zorvel", "Omar Zorvel", "Zorvel", "Mira Sandor", "Sandor", "M. Sandor")
BODIES = ("Gull League", "Veld Column", "Gull League of Hamra")
PLACES = {"Port Aral": 900_001, "Hamra": 900_002}
PUBLISHERS = ("Aral Post", "Daily Gull", "Reach Wire")
KINDS = ("visit", "meeting", "blast", "arrest", "leads", "answer")
SOURCES: dict[str, SourceKind] = {
    "Mira Sandor": "named_person", "Talha Quist": "named_person", "two officials": "unnamed_official",
    "a guard": "unnamed_person", "Reach Wire": "outlet", "Aral Post": "outlet",
}  # fmt: skip
FILLERS = (
    "The harbour was quiet on the morning after, and fishermen mended their nets beside the customs shed while the "
    "ferry waited for its pilot. Traders in the covered market spoke of rising flour prices and of a bridge that "
    "engineers had promised before the rains. A teacher said the school would open late, since the coal had not come.",
    "Along the coast road the lorries stood for hours, their drivers drinking tea at the stalls near the old light. "
    "The salt works had sent half of their people home, and the canal below the mill ran brown with the first flood. "
    "Nobody at the land registry would say when the surveyors were to return to the terraces above the valley.",
)
"""Sixty words and more without any claim: what copies are known by."""


@dataclass(frozen=True)
class Said:
    """One sentence: an act or a tie, who and where, the day of May 2025 if it gives one, who says it, and whether it
    denies it. An `answer` denies what the sentence before it tells.
    """

    kind: str
    who: str
    place: str = "Port Aral"
    whom: str = "Mira Sandor"
    body: str = "Gull League"
    day: int | None = None
    count: int = 5
    source: str | None = None
    denied: bool = False
    confidence: float = 0.8


@dataclass(frozen=True)
class Draft:
    """A report before it is written: its outlet, its day, what it says, and what else stands in it."""

    publisher: str
    published: str
    said: tuple[Said, ...]
    filler: int | None = None
    url: str | None = None
    lead: str = ""


Piece = tuple[str, str]
"""Words, and what they are in the sentence; "" for nothing."""


def pieces(said: Said) -> list[Piece]:
    """The sentence in pieces."""
    where = [(" in ", ""), (said.place, "place")]
    match said.kind:
        case "visit":
            verb = ("never visited", "trigger") if said.denied else ("visited", "trigger")
            made = [(said.who, "actor"), (" ", ""), verb, (" ", ""), (said.place, "place")]
        case "meeting":
            verb = ("never met", "trigger") if said.denied else ("met", "trigger")
            made = [(said.who, "participant"), (" ", ""), verb, (" ", ""), (said.whom, "participant"), *where]
        case "blast":
            verb = ("killed nobody, of all the", "") if said.denied else ("killed", "")
            victims = [(" ", ""), (f"{said.count} people", "victim")]
            made = [("A ", ""), ("blast", "trigger"), *where, (" ", ""), verb, *victims]
        case "arrest":
            verb = ("never arrested", "trigger") if said.denied else ("arrested", "trigger")
            made = [("The ", ""), (said.body, "actor"), (" ", ""), verb, (" ", ""), (said.who, "recipient"), *where]
        case "answer":
            made = [("The ", ""), (said.body, "actor"), (" ", ""), ("denied", "trigger"), (" the report", "")]
        case _:
            verb = ("does not lead", "trigger") if said.denied else ("leads", "trigger")
            made = [(said.who, "subject"), (" ", ""), verb, (" the ", ""), (said.body, "object")]
    if said.day is not None and said.kind != "leads":
        made += [(" on ", ""), (f"{said.day} May 2025", "time")]
    if said.source is not None:
        made += [(", ", ""), (said.source, "source"), (" ", ""), ("said", "cue")]
    return [*made, (".", "")]


@dataclass
class Writing:
    """A sentence as it is written: where each of its pieces stands."""

    start: int
    text: str = ""
    spans: list[tuple[str, Span]] = field(default_factory=list)

    def write(self, words: str, slot: str) -> None:
        """Add a piece."""
        begin = self.start + len(self.text)
        if slot:
            self.spans.append((slot, Span(begin, begin + len(words))))
        self.text += words

    def one(self, slot: str) -> Span | None:
        """Where the first piece of a kind stands."""
        return next((span for name, span in self.spans if name == slot), None)


def written(said: Said, start: int) -> Writing:
    """The sentence, beginning at a character."""
    writing = Writing(start)
    for words, slot in pieces(said):
        writing.write(words, slot)
    return writing


def text_of(draft: Draft) -> str:
    """The report's text."""
    sentences = [written(said, 0).text for said in draft.said]
    return " ".join(
        [*filter(None, [draft.lead]), *sentences, *([] if draft.filler is None else [FILLERS[draft.filler]])]
    )


@lru_cache(maxsize=1024)
def report_of(draft: Draft) -> Report:
    """The report."""
    ref = f"{draft.publisher} {draft.published}"
    return Report(text_of(draft), ref, draft.publisher, draft.url, published=draft.published, language="en")


@lru_cache(maxsize=1024)
def extracted(draft: Draft, reading: int = 0) -> Extracted:
    """The report with its claims; another `reading` finds the same words with other confidence and other ids."""
    report, start = report_of(draft), len(f"{draft.lead} ") if draft.lead else 0
    claims: list[Claim] = []
    for said in draft.said:
        writing = written(said, start)
        claim = claim_of(said, writing, report, reading)
        if said.kind == "answer" and claims and claims[-1].kind == "event":
            claim = replace(claim, answers=claims[-1].trigger)
        claims.append(claim)
        start += len(writing.text) + 1
    return Extracted(report, tuple(dict.fromkeys(claims)))


def claim_of(said: Said, writing: Writing, report: Report, reading: int) -> Claim:
    """The claim of a sentence."""
    trigger = writing.one("trigger")
    assert trigger is not None
    is_tie = said.kind == "leads"
    kinds = {"visit": ("CONSULT", "visit"), "meeting": ("CONSULT", "meet"), "blast": ("ASSAULT", "bombing"),
             "arrest": ("COERCE", "arrest"), "answer": ("REJECT", "rejection")}  # fmt: skip
    kind, mode = (None, None) if is_tie else kinds[said.kind]
    where, when, victims = writing.one("place"), writing.one("time"), writing.one("victim")
    day = f"2025-05-{said.day:02}" if when is not None else f"../{report.published}"
    return Claim(
        report.id,
        "tie" if is_tie else "event",
        Span(writing.start, writing.start + len(writing.text)),
        trigger,
        type=kind,  # type: ignore[arg-type]  # those above are event types
        mode=mode,
        tie="leader" if is_tie else None,
        roles=tuple(roles_of(writing, report)),
        count=None if victims is None else Count(said.count, victims),
        time=Time(day, when),
        place=None if where is None else Place(said.place, where, PLACES[said.place]),
        attribution=attribution_of(said, writing, report),
        factuality=Factuality(polarity="negative" if said.denied and said.kind != "answer" else "positive"),
        confidence=round(said.confidence + 0.01 * reading, 2),
        extractor=f"planted/{reading}",
    )


def roles_of(writing: Writing, report: Report) -> Iterable[Role]:
    """Those who take part."""
    for slot, span in writing.spans:
        if slot in ("actor", "participant", "recipient", "subject", "object", "victim"):
            role: RoleName = slot  # type: ignore[assignment]  # just looked at
            words = writing.text[span.start - writing.start : span.end - writing.start]
            yield Role(role, span, None if slot == "victim" else entity(words, report))


def entity(words: str, report: Report) -> EntityRef:
    """Whom a name means."""
    schema: Schema = "Organization" if words in BODIES else "Person"
    return EntityRef(f"{report.id[:8]} {words}", words, schema)


def attribution_of(said: Said, writing: Writing, report: Report) -> tuple[Link, ...]:
    """Who says it."""
    where = writing.one("source")
    if said.source is None or where is None:
        return ()
    kind = SOURCES.get(said.source, "outlet")
    ref = entity(said.source, report) if kind == "named_person" else None
    return (Link(kind, Reference(where, ref), writing.one("cue"), Span(writing.start, where.start - 2)),)


# --- what is done


@dataclass(frozen=True)
class Step:
    """Something done to a project: what, and to which reports, sentences, names or judgements by their places."""

    do: str
    one: int = 0
    two: int = 0
    first: int = 0
    second: int = 0
    verdict: int = 0


@dataclass
class Play:
    """A project, and what is known to stand in it."""

    project: Project
    drafts: tuple[Draft, ...]
    readings: dict[int, int] = field(default_factory=dict)
    gone: dict[int, int | None] = field(default_factory=dict)
    made: list[Judgement] = field(default_factory=list)
    undone: set[str] = field(default_factory=set)

    def begin(self, later: int = 2) -> "Play":
        """Add all reports but the last few."""
        for place in range(max(1, len(self.drafts) - later)):
            self.add(place, 0)
        return self

    def run(self, steps: Iterable[Step]) -> "Play":
        """Do the steps, those that make no sense left out."""
        for step in steps:
            self.step(step)
        return self

    def step(self, step: Step) -> None:
        """Do one."""
        one = step.one % len(self.drafts)
        two = step.two % len(self.drafts)
        match step.do:
            case "add":
                self.add(one, self.readings.get(one, 0))
            case "read again" if one in self.readings:
                self.add(one, self.readings[one] + 1)
            case "link":
                self.project.casebook.link()
            case "withdraw" if one in self.readings:
                self.project.desk.withdraw(self.report(one))
                self.gone[one] = None
            case "correct" if one in self.readings and two in self.readings and one != two:
                with suppress(Stop):  # the other was itself replaced by this one
                    self.project.desk.correct(self.report(one), self.report(two), since="2025-01-01", is_earlier=True)
                    self.gone[one] = two
            case "restore" if one in self.gone:
                self.project.desk.restore(self.report(one))
                del self.gone[one]
            case "undo" if self.in_force():
                self.undo(self.in_force()[step.first % len(self.in_force())])
            case "names" | "events" | "reports" | "claim":
                self.judge(step, one, two)

    def report(self, place: int) -> Report:
        """A report by its place."""
        return report_of(self.drafts[place])

    def add(self, place: int, reading: int) -> None:
        """Add a report, or read it again."""
        self.project.keep(extracted(self.drafts[place], reading), f"planted/{reading}")
        self.readings[place] = reading

    def judge(self, step: Step, one: int, two: int) -> None:
        """Make the judgement that a step means."""
        verdict = ("same", "not_same")[step.verdict % 2]
        made = f"2025-06-01T00:{len(self.made):02}:00Z"
        field_, value = None, None
        match step.do:
            case "names":
                names = [(*PEOPLE, *BODIES)[i % 9] for i in (step.first, step.second)]
                if names[0] == names[1]:
                    return
                anchors = [name_anchor(Name(n, "Organization" if n in BODIES else "Person")) for n in names]
                subject = "entities"
            case "reports":
                if self.report(one).id == self.report(two).id:
                    return
                subject = "reports"
                anchors = [replace(claim_anchor(self.claim(i, 0), self.report(i)), exact=None) for i in (one, two)]
            case "events":
                ends = ((one, step.first), (two, step.second))
                anchors = [claim_anchor(self.claim(*end), self.report(end[0])) for end in ends]
                if anchors[0] == anchors[1]:
                    return
                subject = "events"
            case _:
                subject = "claim"
                verdict, field_, value = CLAIM_VERDICTS[step.verdict % len(CLAIM_VERDICTS)]
                value = given(value, self.drafts[one], step.second) if value is not None else None
                anchors = [claim_anchor(self.claim(one, step.first), self.report(one))]
        ruling = judgement(subject, verdict, anchors, "A. Reader", made, "", field_, value)  # type: ignore[arg-type]
        with suppress(Stop):  # the claim has no such field, or has nobody there: refused, and nothing is on record
            self.project.desk.judge(ruling)
            self.made.append(ruling)

    def claim(self, place: int, which: int) -> Claim:
        """One of a report's claims."""
        claims = extracted(self.drafts[place], self.readings.get(place, 0)).claims
        return claims[which % len(claims)]

    def in_force(self) -> list[Judgement]:
        """The judgements in force, in the order they were made."""
        return [each for each in self.made if each.id not in self.undone]

    def undo(self, old: Judgement) -> None:
        """Take a judgement back."""
        self.project.desk.undo(old.id, "A. Reader", f"2025-06-02T00:{len(self.undone):02}:00Z")
        self.undone.add(old.id)

    def standing(self) -> list[int]:
        """The places of the reports that stand."""
        return [place for place in self.readings if place not in self.gone]


CLAIM_VERDICTS = (
    ("reject", None, None),
    ("accept", None, None),
    ("correct", "polarity", "negative"),
    ("correct", "time", "2025-05-03"),
    ("correct", "type", "ASSAULT"),
    ("correct", "source", "{}"),
    ("correct", "source", "{} (Person)"),
    ("correct", "source", None),
    ("correct", "source_kind", "analyst"),
    ("correct", "actor", "{}"),
    ("correct", "actor", "{} (Organization)"),
    ("correct", "actor_capacity", "{}"),
    ("correct", "participant", "{}; {}"),
    ("correct", "recipient", None),
    ("correct", "subject", "{}"),
    ("correct", "object", "{}"),
)
"""What a person decides on a claim; `{}` stands for words of its report."""


def given(value: str, draft: Draft, which: int) -> str:
    """What a person writes for words of the report: names and descriptions that stand there, from one of them on."""
    text = text_of(draft)
    found = [words for words in (*PEOPLE, *BODIES, *SOURCES, "the harbour") if words in text] or ["harbour"]
    return value.format(*(found[(which + i) % len(found)] for i in range(value.count("{}"))))


# --- strategies

FACTS = st.builds(
    Said,
    st.sampled_from(KINDS),
    st.sampled_from(PEOPLE),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(PEOPLE),
    st.sampled_from(BODIES),
)


@st.composite
def telling(draw: st.DrawFn, facts: tuple[Said, ...]) -> Said:
    """One of the facts as somebody tells it: with or without a day, a source, another number, or denied."""
    return replace(
        draw(st.sampled_from(facts)),
        day=draw(st.none() | st.integers(1, 4)),
        count=draw(st.sampled_from((5, 5, 9))),
        source=draw(st.none() | st.sampled_from(sorted(SOURCES))),
        denied=draw(st.sampled_from((False, False, False, True))),
        confidence=draw(st.sampled_from((0.8, 0.8, 0.8, 0.5))),
    )


PUBLISHED = st.sampled_from(("2025-05-02", "2025-05-03", "2025-05-05"))


@st.composite
def drafts(draw: st.DrawFn, most: int = 7) -> tuple[Draft, ...]:
    """Reports of their own, copies of these, edited copies and later versions; no two alike in all."""
    found: list[Draft] = []
    says = telling(tuple(draw(st.lists(FACTS, min_size=1, max_size=4))))
    for _ in range(draw(st.integers(3, most))):
        publisher, day = draw(st.sampled_from(PUBLISHERS)), draw(PUBLISHED)
        way = draw(st.sampled_from(("own", "own", "copy", "edited", "version"))) if found else "own"
        if way == "own":
            said = tuple(draw(st.lists(says, min_size=1, max_size=3)))
            url = draw(st.none() | st.just(f"https://aral.example/{len(found)}"))
            found.append(Draft(publisher, day, said, draw(st.none() | st.integers(0, 1)), url))
            continue
        first = draw(st.sampled_from(found))
        if way == "version":
            url = first.url or "https://aral.example/page"
            found.append(replace(first, published=day, url=url, said=(*first.said, draw(says))))
        else:
            more = (draw(says),) if way == "edited" else ()
            found.append(replace(first, publisher=publisher, published=day, url=None, said=first.said[:2] + more))
    return tuple({report_of(each).id: each for each in found}.values())


def steps(*also: str) -> st.SearchStrategy[Step]:
    """Steps of these kinds."""
    small = st.integers(0, 8)
    verdicts = st.integers(0, len(CLAIM_VERDICTS) - 1)
    return st.builds(Step, st.sampled_from(also), small, small, small, small, verdicts)


EVERY_STEP = (
    "add", "add", "link", "withdraw", "withdraw", "correct", "restore", "read again", "names", "events", "reports",
    "claim", "undo",
)  # fmt: skip
