"""A stream of invented reports with their claims, for measuring how linking fares as a project grows.

In: a seed. Out: reports in order of publication, each with claims planted in its text and what was planted: which
happening each claim tells of, which report it copies. The mix is that of a news desk: copies and edited copies, new
accounts of the same happening in other words, new happenings, denials, plans, corrections; a country, the police and
a minister that very many reports name; names and words that grow in number with the corpus. Only the last few days
are held, so that any number of reports can be drawn.
"""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple, cast

from evaluation.growth_names import COUNTRIES, MINISTER, body, person, stem, town, word
from reportedly.linked import Name
from reportedly.model import (
    Claim,
    Count,
    EntityRef,
    EventType,
    Factuality,
    Link,
    Place,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    Span,
    TieType,
    Time,
    content_id,
)  # fmt: skip

FIRST_DAY = date(2015, 1, 1)
A_DAY = 60
"""Reports of one day: 100,000 take four and a half years."""

HELD = 300
"""Reports, and happenings, of which copies and new accounts are made: those of the last days."""

COPIED, EDITED, RETOLD = 0.15, 0.30, 0.55
"""Shares, summed up: verbatim copies, edited copies, new accounts of a happening; the rest are new happenings."""

CORRECTED, MINISTERIAL = 0.01, 0.02
WORDS, COMMON = 30_000, 30
"""Words of the language; the k-th is drawn in proportion to 1 / (k + COMMON)."""

OUTLETS = tuple(
    f"The {stem(7 * k + 3, 2).capitalize()} {('Post', 'Herald', 'Courier', 'Gull')[k % 4]}" for k in range(40)
)
Part = Literal["account", "denial", "plan"]


class Kind(NamedTuple):
    """A kind of act: type and mode, how it is told, as what noun, and the parts of the two who take part."""

    type: EventType
    mode: str
    verbs: tuple[str, ...]
    noun: str
    roles: tuple[RoleName, RoleName]


KINDS = (
    Kind("CONSULT", "meet", ("met", "sat down with", "held talks with"), "meeting", ("participant", "participant")),
    Kind("CONSULT", "visit", ("visited", "called on"), "visit", ("actor", "host")),
    Kind("ASSAULT", "attack", ("attacked", "raided", "struck"), "attack", ("actor", "target")),
    Kind("ASSAULT", "killing", ("killed", "murdered"), "killing", ("actor", "victim")),
    Kind("COERCE", "arrest", ("arrested", "detained"), "arrest", ("actor", "target")),
    Kind("AGREE", "agreement", ("struck a deal with", "signed an accord with"), "deal", ("participant", "participant")),
    Kind("SANCTION", "expulsion", ("expelled", "threw out"), "expulsion", ("actor", "target")),
    Kind("AID", "aid", ("supplied", "aided", "paid"), "payment", ("actor", "recipient")),
    Kind("ACCUSE", "accusation", ("accused", "blamed"), "accusation", ("actor", "target")),
    Kind("REQUEST", "demand", ("pressed", "petitioned"), "demand", ("actor", "recipient")),
    Kind("PROTEST", "demonstration", ("marched against", "rallied against"), "protest", ("actor", "target")),
    Kind("REJECT", "condemnation", ("condemned", "denounced"), "condemnation", ("actor", "target")),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FILLERS = (
    "The {} {} had {} the {} since the {} of {}, and the {} in the {} was {}",
    "Before the {} {}, a {} of {} and {} stood near the {} that {} had left",
    "{} and {} were among the {} {} at the {}, where {} {} was still {}",
    "No {} was {} by the {} of the {} {}, though the {} {} looked {}",
    "In the {} {} the {} were {} for {}, a {} {} that {} knew well",
    "Many {} {} would {} to the {} when {} {} had been {} with {}",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened: its number, what kind of act, the day, who, to whom, where, who tells of it, how many."""

    number: int
    kind: Kind
    day: date
    actor: Name
    other: Name
    town: str
    speaker: Name
    office: Name
    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """A claim planted in a sentence, offsets counted from the sentence's beginning; `of` is what it tells of."""

    claim: Claim
    of: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the claims planted in it."""

    text: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What is remembered of a report for those who copy it."""

    report: Report
    happening: Happening
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A report, its claims, for each claim what it tells of, and the id of the report that it was copied from."""

    report: Report
    claims: tuple[Claim, ...]
    of: tuple[str, ...]
    copied: str | None


@lru_cache(maxsize=4096)
def reference(name: Name) -> EntityRef:
    """The name as reports' entities have it."""
    return EntityRef(content_id("entity", *name), name.name, cast(Schema, name.schema))


def planted(seed: int, first: int = 0, last: int | None = None) -> Iterator[Planted]:
    """The stream's reports from the `first` to before the `last`, without end where that is None."""
    return islice(Desk(seed).run(), first, last)


class Desk:
    """All invented newsrooms together, as far back as they remember."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311  # a stream that can be drawn again
        self.issues: deque[Issue] = deque(maxlen=HELD)
        self.happenings: deque[Happening] = deque(maxlen=HELD)
        self.people = self.bodies = self.towns = 40
        self.count = self.number = 0

    def run(self) -> Iterator[Planted]:
        """Reports without end."""
        while True:
            day = FIRST_DAY + timedelta(days=self.number // A_DAY)
            drawn = self.rng.random()
            if self.issues and self.rng.random() < CORRECTED:
                yield self.correction(day)
            elif self.issues and drawn < EDITED:
                yield self.copy(day, edited=drawn >= COPIED)
            elif self.issues and drawn < RETOLD:
                yield self.account(self.rng.choice(self.happenings), day)
            else:
                self.happenings.append(self.happening(day))
                yield self.account(self.happenings[-1], day)
            self.number += 1

    # --- whom and what

    def happening(self, day: date) -> Happening:
        """Something new."""
        self.count += 1
        drawn = self.rng.random()
        actor = MINISTER if drawn < MINISTERIAL else self.a_person() if drawn < 0.6 else self.a_body()
        other = self.rng.choice(COUNTRIES) if self.rng.random() < 0.1 else self.a_person()
        while other == actor:
            other = self.a_person()
        place, kind = town(self.near("towns", 0.1)), self.rng.choice(KINDS)
        happened = day - timedelta(days=self.rng.randrange(3))
        count = self.rng.randrange(2, 60)
        return Happening(self.count, kind, happened, actor, other, place, self.a_person(), self.a_body(), count)

    def near(self, what: Literal["people", "bodies", "towns"], fresh: float) -> int:
        """A new number, or an old one: now and then one that is always in the news, mostly one of late."""
        known: int = getattr(self, what)
        drawn = self.rng.random()
        if drawn < fresh:
            setattr(self, what, known + 1)
            return known
        if drawn > 0.8:
            return int(40 ** self.rng.random())
        return known - int(known ** self.rng.random())

    def a_person(self) -> Name:
        """Somebody."""
        return person(self.near("people", 0.4))

    def a_body(self) -> Name:
        """Some body."""
        return body(self.near("bodies", 0.25))

    # --- reports

    def account(self, happening: Happening, day: date) -> Planted:
        """An account of a happening in words of its own."""
        sentences = [self.lead(happening), self.filler(), self.tie(happening)]
        makers = [self.saying, self.denial, self.plan, self.again, self.police, self.tie_to_place]
        for make in self.rng.sample(makers, self.rng.randrange(3, 6)):
            sentences += [make(happening), self.filler()][: self.rng.randrange(1, 3)]
        sentences += [self.filler() for _ in range(self.rng.randrange(1, 4))]
        return self.issue(happening, tuple(sentences), self.rng.choice(OUTLETS), day)

    def copy(self, day: date, edited: bool) -> Planted:
        """What another outlet printed: as it was, or with sentences left out, changed and added."""
        source = self.rng.choice(self.issues)
        sentences = list(source.sentences)
        if edited:
            del sentences[self.rng.randrange(1, len(sentences))]
            plain = [i for i, each in enumerate(sentences) if not each.told]
            for i in self.rng.sample(plain, min(2, len(plain))):
                sentences[i] = self.changed(sentences[i])
            sentences.insert(self.rng.randrange(1, len(sentences)), self.filler())
        outlet = self.rng.choice([each for each in OUTLETS if each != source.report.publisher])
        return self.issue(source.happening, tuple(sentences), outlet, day, source.report)

    def correction(self, day: date) -> Planted:
        """A later version of a report, by its own outlet under its own address."""
        source = self.rng.choice(self.issues)
        sentences = (*source.sentences, self.filler())
        return self.issue(source.happening, sentences, source.report.publisher or "", day, source.report)

    def issue(
        self, happening: Happening, sentences: tuple[Said, ...], outlet: str, day: date, source: Report | None = None
    ) -> Planted:
        """A report of these sentences with its outlet's footer, and its claims in their places."""
        seat = town(OUTLETS.index(outlet))
        footer = f"\n\n{outlet} is printed daily at {seat} and sold in every port. All rights reserved."
        text, starts = "", []
        for i, each in enumerate(sentences):
            text += "" if not i else "\n\n" if i % 3 == 0 else " "
            starts.append(len(text))
            text += each.text
        slug = f"https://{outlet.replace(' ', '').lower()}.example/{self.number}"
        url = source.url if source is not None and source.publisher == outlet else slug
        report = Report(
            text + footer, f"{self.number}.txt", publisher=outlet, url=url, published=day.isoformat(), language="en"
        )
        self.issues.append(Issue(report, happening, sentences))
        report_id, bound = report.id, Time(f"../{report.published}")
        told = [
            (moved(t.claim, start, report_id, bound), t.of)
            for each, start in zip(sentences, starts, strict=True)
            for t in each.told
        ]
        copied = None if source is None else source.id
        return Planted(report, tuple(c for c, _ in told), tuple(of for _, of in told), copied)

    # --- sentences

    def filler(self) -> Said:
        """A sentence that claims nothing."""
        form = self.rng.choice(FILLERS)
        said = form.format(*(self.a_word() for _ in range(form.count("{}"))))
        return Said(said[0].upper() + said[1:] + ".")

    def changed(self, said: Said) -> Said:
        """A sentence with two of its words changed."""
        words = said.text[:-1].split()
        for i in self.rng.sample(range(1, len(words)), 2):
            words[i] = self.a_word()
        return Said(" ".join(words) + ".")

    def a_word(self) -> str:
        """A word of the language."""
        return word(int(COMMON * (WORDS / COMMON) ** self.rng.random()) - COMMON)

    def tail(self) -> str:
        """The end of a sentence, a few words of its own."""
        joint = self.pick("after", "over", "before", "amid")
        return (
            f"{joint} the {self.a_word()} {self.a_word()} that {self.a_word()} and {self.a_word()} had {self.a_word()}"
        )

    def pick(self, *words: str) -> str:
        """One of the words."""
        return self.rng.choice(words)

    def lead(self, what: Happening) -> Said:
        """What happened, with day, place and source."""
        verb, when = self.rng.choice(what.kind.verbs), f"on {WEEKDAYS[what.day.weekday()]}"
        parts: list[tuple[str, str]] = [
            ("actor", what.actor.name), ("", " "), ("verb", verb), ("", " "), ("other", what.other.name), ("", " in "),
            ("town", what.town), ("", " "), ("when", when), ("", f" {self.tail()}, "), ("speaker", what.speaker.name),
            ("", " "), ("cue", "said"), ("", "."),
        ]  # fmt: skip
        if self.rng.random() < 0.4:
            parts = [
                ("speaker", what.speaker.name),
                ("", " "),
                ("cue", "said"),
                ("", " that "),
                *parts[8:9],
                ("", " "),
                *parts[:7],
                ("", f" {self.tail()}."),
            ]
        text, at = joined(parts)
        claim = act_claim(what, len(text), at)
        return Said(text, (Told(claim, f"event {what.number}"),))

    def saying(self, what: Happening) -> Said:
        """What the one who tells of it announced."""
        topic = f"{self.a_word()} {self.a_word()}"
        text, at = joined(
            [
                ("speaker", what.speaker.name),
                ("", " "),
                ("verb", self.pick("announced", "outlined", "unveiled", "presented")),
                ("", " the "),
                ("topic", topic),
                ("", f" {self.tail()}."),
            ]
        )
        roles = (Role("actor", at["speaker"], reference(what.speaker)), Role("topic", at["topic"]))
        claim = event_claim(len(text), at["verb"], "SAY", "announcement", roles)
        return Said(text, (Told(claim, f"saying {what.number}"),))

    def denial(self, what: Happening) -> Said:
        """That it did not happen, by the one who is said to have done it."""
        text, at = joined(
            [
                ("speaker", what.office.name),
                ("", self.pick(" denied that ", " rejected reports that ", " called it untrue that ")),
                ("actor", what.actor.name),
                ("", " had "),
                ("verb", what.kind.verbs[0]),
                ("", " "),
                ("other", what.other.name),
                ("", f" {self.tail()}."),
            ]
        )
        link = Link("named_organisation", Reference(at["speaker"], reference(what.office)))
        claim = replace(
            event_claim(len(text), at["verb"], what.kind.type, what.kind.mode, pair_roles(what, at)),
            attribution=(link,),
            factuality=Factuality(polarity="negative"),
        )
        return Said(text, (Told(claim, f"denial {what.number}"),))

    def plan(self, what: Happening) -> Said:
        """That it may happen again."""
        text, at = joined(
            [
                ("actor", what.actor.name),
                ("", " may have "),
                ("verb", what.kind.verbs[0]),
                ("", " "),
                ("other", what.other.name),
                ("", f" again {self.tail()}."),
            ]
        )
        claim = event_claim(len(text), at["verb"], what.kind.type, what.kind.mode, pair_roles(what, at))
        claim = replace(claim, factuality=Factuality(certainty="possible", temporality="future"))
        return Said(text, (Told(claim, f"plan {what.number}"),))

    def again(self, what: Happening) -> Said:
        """The act as a noun, with where it was and nobody's name."""
        text, at = joined(
            [
                ("", "The "),
                ("verb", what.kind.noun),
                ("", " in "),
                ("town", what.town),
                ("", f" {self.pick('came', 'ended', 'began', 'followed', 'passed')} {self.tail()} and {self.tail()}."),
            ]
        )
        claim = event_claim(len(text), at["verb"], what.kind.type, what.kind.mode, ())
        claim = replace(claim, place=Place(what.town, at["town"]), confidence=0.7)
        return Said(text, (Told(claim, f"event {what.number}"),))

    def police(self, what: Happening) -> Said:
        """Something that the police did there, as they do everywhere."""
        text, at = joined(
            [
                ("actor", self.pick("Police", "Officers", "Gendarmes")),
                ("", " "),
                ("verb", self.pick("arrested", "detained", "held", "seized")),
                ("", " "),
                ("other", f"{what.count} {self.pick('men', 'people', 'suspects', 'residents', 'workers')}"),
                ("", " in "),
                ("town", what.town),
                ("", f" {self.tail()}."),
            ]
        )
        roles = (Role("actor", at["actor"]), Role("target", at["other"]))
        claim = event_claim(len(text), at["verb"], "COERCE", "arrest", roles)
        number = Span(at["other"].start, at["other"].start + len(str(what.count)))
        claim = replace(claim, count=Count(what.count, number), place=Place(what.town, at["town"]))
        return Said(text, (Told(claim, f"police {what.number}"),))

    def tie(self, what: Happening) -> Said:
        """Whose head the speaker is."""
        text, at = joined(
            [
                ("subject", what.speaker.name),
                ("", ", the "),
                ("verb", self.pick("head", "director", "chair", "chief", "leader", "chairman")),
                ("", " of the "),
                ("object", what.office.name),
                ("", f", {self.pick('spoke', 'stood', 'arrived', 'stayed', 'waited')} {self.tail()}."),
            ]
        )
        return Said(
            text,
            (
                Told(
                    tie_claim(len(text), at, "leader", what.speaker, what.office),
                    f"tie {what.speaker.name}+{what.office.name}",
                ),
            ),
        )

    def tie_to_place(self, what: Happening) -> Said:
        """Where the body has its seat."""
        country = COUNTRIES[what.number % len(COUNTRIES)]
        text, at = joined(
            [
                ("", "The "),
                ("subject", what.office.name),
                ("", self.pick(" has its ", " keeps its ", " moved its ", " opened its ")),
                ("verb", self.pick("seat", "base", "office", "headquarters")),
                ("", " in "),
                ("object", country.name),
                ("", f", {self.tail()}."),
            ]
        )
        return Said(
            text,
            (
                Told(
                    tie_claim(len(text), at, "located", what.office, country), f"seat {what.office.name}+{country.name}"
                ),
            ),
        )


def joined(parts: list[tuple[str, str]]) -> tuple[str, dict[str, Span]]:
    """The text of the parts, and where those with a name stand."""
    text, at = "", {}
    for name, said in parts:
        if name:
            at[name] = Span(len(text), len(text) + len(said))
        text += said
    return text[0].upper() + text[1:], at


def pair_roles(what: Happening, at: dict[str, Span]) -> tuple[Role, ...]:
    """The two who take part."""
    one, two = what.kind.roles
    return (Role(one, at["actor"], reference(what.actor)), Role(two, at["other"], reference(what.other)))


def act_claim(what: Happening, length: int, at: dict[str, Span]) -> Claim:
    """The act as its lead tells it."""
    link = Link("named_person", Reference(at["speaker"], reference(what.speaker)), at["cue"])
    return replace(
        event_claim(length, at["verb"], what.kind.type, what.kind.mode, pair_roles(what, at)),
        time=Time(what.day.isoformat(), at["when"]), place=Place(what.town, at["town"]), attribution=(link,),
    )  # fmt: skip


def event_claim(length: int, trigger: Span, kind: EventType, mode: str, roles: tuple[Role, ...]) -> Claim:
    """An event claim in a sentence of that length."""
    return Claim("", "event", Span(0, length), trigger, type=kind, mode=mode, roles=roles, confidence=0.8)


def tie_claim(length: int, at: dict[str, Span], tie: TieType, subject: Name, object_: Name) -> Claim:
    """A tie claim in a sentence of that length."""
    roles = (Role("subject", at["subject"], reference(subject)), Role("object", at["object"], reference(object_)))
    return Claim("", "tie", Span(0, length), at["verb"], tie=tie, roles=roles, confidence=0.8)


def moved(claim: Claim, by: int, report_id: str, bound: Time) -> Claim:
    """The claim in a report, its sentence beginning at `by`; without a day of its own, up to its publication."""

    def there(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    def named(source: Reference | None) -> Reference | None:
        return None if source is None else Reference(here(source.span), source.entity)

    def here(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        claim, report_id=report_id, sentence=here(claim.sentence), trigger=here(claim.trigger),
        roles=tuple(Role(r.role, here(r.span), r.entity, r.capacity) for r in claim.roles),
        count=None if claim.count is None else replace(claim.count, span=here(claim.count.span)),
        time=bound if claim.time is None else Time(claim.time.edtf, there(claim.time.span)),
        place=None if claim.place is None else replace(claim.place, span=here(claim.place.span)),
        attribution=tuple(
            replace(each, cue=there(each.cue), source=named(each.source)) for each in claim.attribution
        ),
    )  # fmt: skip
