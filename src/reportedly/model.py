"""Values that pass from stage to stage. Frozen, validated when built, no I/O.

`Report` is what `read` makes of a file, `Annotated` what `annotate` makes of a report, `Claim` what `extract` makes of
that and `ground` completes. All offsets count characters (Unicode code points) of `Report.text`, half-open.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from reportedly.errors import BadSpan, BadValue

if TYPE_CHECKING:
    from reportedly.encoder.decode import Scored

Extractor = Literal["encoder", "rules"]
"""What claims are extracted with: rules together with the trained encoder, or rules alone."""

DEFAULT_EXTRACTOR: Extractor = "encoder"
"""What is used where nobody asks for another."""

EventType = Literal[
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN", "ESTABLISH", "APPOINT", "DIE", "MOVE", "SAY",
]  # fmt: skip
"""PLOVER event types (Halterman et al. 2023), then five of our own where PLOVER has none."""

TieType = Literal["member", "leader", "founder", "front", "family", "owner", "ally", "represents", "located", "alias"]
"""Standing relations between a `subject` and an `object`."""

RoleName = Literal[
    "actor", "recipient", "participant", "victim", "target", "instrument", "beneficiary", "host", "topic",
    "subject", "object",
]  # fmt: skip

SourceKind = Literal[
    "named_person", "named_organisation", "unnamed_official", "unnamed_person", "analyst", "document", "outlet"
]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Polarity = Literal["positive", "negative"]
Temporality = Literal["non_future", "future"]
Basis = Literal["witnessed", "told", "deduced", "induced", "cannot_be_judged"]
"""How a source comes to know (the scale that OpenCTI calls "Objective")."""

Status = Literal["usable", "corrected", "withheld", "canceled"]
"""IPTC `pubstatus` of a report, with `corrected` for one that a later version replaces."""

VOID: tuple[Status, ...] = ("canceled", "withheld")
"""Statuses with which a report counts for nothing: it was recalled, or only takes another one back."""

Schema = Literal[
    "Person", "Organization", "Company", "PublicBody", "LegalEntity", "Address", "Event", "Vehicle", "Thing"
]
"""FollowTheMoney schema of an entity. A country is a PublicBody, any other place an Address, a described group of
people a LegalEntity (a person or organisation, which of the two is not said)."""

MentionForm = Literal["name", "description", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3 types of a time expression."""

CountBound = Literal["exact", "about", "at_least", "at_most"]


def content_id(*parts: object) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of `parts` as canonical JSON: the same content, the same id.

    Model values among the parts count as objects of all their fields.
    """
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=fields_of)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fields_of(value: Any) -> dict[str, Any]:
    """The fields of a slotted model value by name, as `dataclasses.asdict` gives them, in half the time."""
    return {name: getattr(value, name) for name in value.__slots__}


def check_member(value: object, allowed: Any, what: str) -> None:
    """Raise BadValue unless `value` is one of the literals in `allowed`."""
    if value not in allowed.__args__:  # as `get_args` gives them, which takes ten times as long
        raise BadValue(f"unknown {what}: {value!r}; expected one of {', '.join(get_args(allowed))}")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in one report's text.

    Offsets count characters of `Report.text`, never bytes of the file. Raises BadSpan when empty or reversed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BadSpan(f"empty or reversed span: {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this span. Raises BadSpan where the text is too short."""
        if self.end > len(text):
            raise BadSpan(f"span {self.start}..{self.end} reaches past a text of {len(text)} characters")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Report:
    """One version of one published text.

    `published` and `captured` are EDTF in the precision that is known (`2025-04-22`, `2025-04-22T09:30:00Z`); `ref` is
    the file's name or the `id` of its JSONL line; `raw_hash` the SHA-256 of the bytes read. `language` is an ISO 639-1
    code, None where it could not be told. `id` is the content hash of (publisher, url, published, text), empty where
    unknown, worked out once.
    """

    text: str
    ref: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    captured: str | None = None
    language: str | None = None
    status: Status = "usable"
    raw_hash: str | None = None
    replaces: str | None = None
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_member(self.status, Status, "report status")
        for name in ("publisher", "url", "title", "byline", "published", "captured", "language"):
            if getattr(self, name) == "":
                raise BadValue(f"report {self.ref}: {name} is empty; absent is None")
        found = content_id(self.publisher or "", self.url or "", self.published or "", self.text)
        object.__setattr__(self, "id", found)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no report: its name and the reason, a sentence for the user."""

    ref: str
    reason: str


class Token(NamedTuple):
    """One word or mark of a report, as the parser sees it; white space has no token.

    `i` is its place in `Annotated.tokens`, `head` the place of its syntactic head (its own for a root), `tag` a Penn
    tag, `pos` a universal part of speech, `dep` a ClearNLP label of spaCy's English models, `sentence` an index into
    `Annotated.sentences`. A NamedTuple because thousands are built a second.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    sentence: int


class Sentence(NamedTuple):
    """Characters `start`..`end`, tokens `first`..`last` (half-open, both), and what kind of line it is.

    `paragraph` counts the report's paragraphs. `headline` is true for titles, headlines and sub-heads that stand in
    the text.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or pronominally refers to an entity.

    Tokens `first`..`last` are half-open, `head` is the token that carries it. `entity` is an index into
    `Annotated.entities`; None for a pronoun or description whose referent was not told. `plural` is true for groups.
    """

    span: Span
    first: int
    last: int
    head: int
    form: MentionForm
    schema: Schema
    entity: int | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class EntityRef:
    """Whom a phrase means: the entity's fullest name in the report and its FollowTheMoney schema.

    Inside one report the id is a hash of the report's id, schema and name; `link` gives entities of many reports.
    """

    id: str
    name: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech between quotation marks: `span` without the marks, tokens `first`..`last` inside, half-open.

    One quotation that runs on over paragraphs, each opened anew and only the last one closed, is one value per
    paragraph with the same `number`.
    """

    span: Span
    first: int
    last: int
    number: int


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase that says when, as found by `annotate`; `ground` gives it a value. Tokens `first`..`last`, half-open."""

    span: Span
    first: int
    last: int
    type: TimexType


@dataclass(frozen=True)
class Annotated:
    """A report with its sentences, tokens, mentions, quotations and time expressions, all in text order.

    Mentions may nest (a name inside a description) but two of one form never overlap. `scored` is what the encoder
    makes of the text, None where rules read alone.
    """

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    entities: tuple[EntityRef, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    scored: "Scored | None" = field(default=None, compare=False, repr=False)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the places of its syntactic children, left to right."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(map(tuple, found))

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """For a token's place, the mention that it heads; names before descriptions, longer before shorter."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.form != "name", m.first - m.last)):
            found.setdefault(mention.head, mention)
        return found

    @cached_property
    def name_over(self) -> dict[int, Mention]:
        """For each token that is part of a name, that name's mention."""
        return {i: m for m in self.mentions if m.form == "name" for i in range(m.first, m.last)}

    def child(self, i: int, *deps: str) -> int | None:
        """The place of the first child of token `i` with one of the labels, or None."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def subtree(self, i: int) -> Iterator[int]:
        """The places of token `i` and everything below it, in no order."""
        stack = [i]
        while stack:
            place = stack.pop()
            yield place
            stack.extend(self.children[place])

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first`..`last`, half-open."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def text_of(self, span: Span) -> str:
        """The report's characters in `span`."""
        return self.report.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Reference:
    """A phrase of the report and the entity it means; None for a described group without a name."""

    span: Span
    entity: EntityRef | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When: EDTF (ISO 8601-2) and the phrase that gives it.

    `edtf` is None where a phrase cannot be resolved (relative, and no publication date). `span` is None where the text
    gives no phrase; `edtf` is then the bound `../<published>`.
    """

    edtf: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the phrase, and the GeoNames entry it was resolved to (decimal degrees WGS84, ISO 3166-1 alpha-2)."""

    name: str
    span: Span
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many: of the persons or things in a role, or how many times the act was repeated."""

    value: int
    span: Span
    bound: CountBound = "exact"
    of: Literal["role", "repetition"] = "role"


@dataclass(frozen=True, slots=True)
class Role:
    """A participant of a claim: the part it plays, its phrase, whom that means, and in what stated capacity."""

    role: RoleName
    span: Span
    entity: EntityRef | None = None
    capacity: str | None = None

    def __post_init__(self) -> None:
        check_member(self.role, RoleName, "role")


@dataclass(frozen=True, slots=True)
class Link:
    """One step of an attribution chain: a source, the cue that names the act of saying, what is said.

    `source` is None where no one is named ("reportedly"). `sources` holds the members of a coordinated source ("two
    officials and a diplomat"), empty for a single one. `time` is when the source spoke; `medium` how (interview,
    statement, video, post, court record ...); `basis` how it knows, None where the text does not say.
    """

    kind: SourceKind
    source: Reference | None = None
    cue: Span | None = None
    content: Span | None = None
    sources: tuple[Reference, ...] = ()
    time: Time | None = None
    medium: str | None = None
    basis: Basis | None = None

    def __post_init__(self) -> None:
        check_member(self.kind, SourceKind, "source kind")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, cue and content found in a report, whether or not a claim comes of it.

    `content` has several spans where it is discontinuous. `link` is what a claim's chain takes of it when the trigger
    lies in the content; None for cues that attribute no assertion (wishes, plans, feelings). `nested` holds the
    attributions whose cue lies in this one's content: "the agency reported that a medic said ..." has one. `source` and
    `cue` are both None, and so is `link`, for words quoted of nobody in particular: claims in them are told in the
    outlet's own name.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    link: Link | None = None
    nested: tuple["Attribution", ...] = ()


@dataclass(frozen=True, slots=True)
class Factuality:
    """How firmly an act is asserted, after FactBank and MEANTIME; `cues` are the words that decided it."""

    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    temporality: Temporality = "non_future"
    cues: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        check_member(self.certainty, Certainty, "certainty")
        check_member(self.polarity, Polarity, "polarity")
        check_member(self.temporality, Temporality, "temporality")


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in one report: an event (`type`, `mode`) or a tie (`tie`), with who says so and how firmly.

    An empty `attribution` is the publisher's own voice; otherwise the chain stands outermost first. `answers` is, of a
    denial whose words only point to what it denies ("denied the allegation"), the trigger of that claim, elsewhere in
    the report. `confidence` is how far the extractor trusts its own reading, 0 to 1, and says nothing about the world.
    """

    report_id: str
    kind: Literal["event", "tie"]
    sentence: Span
    trigger: Span
    type: EventType | None = None
    mode: str | None = None
    tie: TieType | None = None
    roles: tuple[Role, ...] = ()
    count: Count | None = None
    time: Time | None = None
    place: Place | None = None
    attribution: tuple[Link, ...] = ()
    factuality: Factuality = field(default_factory=Factuality)
    confidence: float = 0.5
    extractor: str = "rules/1"
    answers: Span | None = None

    def __post_init__(self) -> None:
        if self.kind == "event":
            check_member(self.type, EventType, "event type")
            if self.tie is not None:
                raise BadValue(f"an event claim holds no tie, found {self.tie!r}")
        elif self.kind == "tie":
            check_member(self.tie, TieType, "tie")
            if self.type is not None or self.mode is not None:
                raise BadValue(f"a tie claim holds no event type or mode, found {self.type!r}, {self.mode!r}")
        else:
            raise BadValue(f"unknown kind of claim: {self.kind!r}; expected event or tie")
        if not 0.0 <= self.confidence <= 1.0:
            raise BadValue(f"confidence {self.confidence} is outside 0..1")

    @property
    def id(self) -> str:
        """Content hash of the report's id and all fields; a new reading of the same words is a new claim.

        `answers` counts only where it is given, so that claims kept before there was one keep their id.
        """
        fields = fields_of(self)
        return content_id({name: value for name, value in fields.items() if name != "answers" or value is not None})


def is_occurrence(claim: Claim) -> bool:
    """Whether `claim` counts as having happened by its source's account: positive, not future, certain or probable."""
    fact = claim.factuality
    return (
        fact.polarity == "positive" and fact.temporality == "non_future" and fact.certainty in ("certain", "probable")
    )
