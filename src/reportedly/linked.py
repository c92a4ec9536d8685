"""Values of the work across reports: what `link` finds, what `assess` is given, what people have decided.

`link` gives `ReportEdge`, `Citation`, `Edge` and clusters of them; `store` keeps these; `Evidence` is all that is
held on one event or tie, as `assess` takes it. Frozen, validated when built, no I/O.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportedly.errors import BadValue
from reportedly.model import Claim, EntityRef, Report, Span, Status, check_member, content_id

Reliance = Literal["copy", "derived", "version"]
"""How one report relies on another: most of it taken over, passages taken over, a later version of the same report."""

Manner = Literal["verbatim", "edited", "paraphrased"]

UNDIRECTED = "; nothing shows which of the two came first"
"""How the reason of an edge ends where neither days, times nor credits tell which report relies on the other."""

Part = Literal["account", "denial", "other"]
"""How a claim stands to an event: it says that it happened, that it did not, or speaks of it as planned or possible."""


class Floors(NamedTuple):
    """The confidence from which a claim joins claims of other reports by itself, gives values that may contradict those
    of others, and says whether an act took place at all.
    """

    joins: float
    contradicts: float
    denies: float


RULES_FLOORS = Floors(0.6, 0.7, 0.6)
"""Of claims read by rules alone, on the development gold: one of six event claims under the first has the right type,
two thirds of those just above. Above the second 84 % have the right type and 80 % the right day, below 62 % and 61 %.
Of dealings said not to have been, 74 % above the third have the right type, and each of these the right polarity.
"""

FLOORS: Mapping[str, Floors] = {"encoder": Floors(0.5, 0.5, 0.5)}
"""By what the extractor is called: confidence of claims that the encoder read is the chance of their being typed right
(`python -m evaluation.calibration`), so what is more likely wrong than right is left out.
"""


def floors(claim: Claim) -> Floors:
    """The floors for a claim, by its extractor."""
    return FLOORS.get(claim.extractor.partition("/")[0], RULES_FLOORS)


class Name(NamedTuple):
    """A name as reports give it, with its FollowTheMoney schema."""

    name: str
    schema: str

    @property
    def id(self) -> str:
        """Content hash of both."""
        return name_id(self)


@lru_cache(maxsize=10_000)
def name_id(name: Name) -> str:
    """Content hash of a name and its schema; names come again and again in a report."""
    return content_id("name", *name)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one report and its counterpart in another: how it was taken over, whether it is quoted speech."""

    a: Span
    b: Span
    manner: Manner
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ReportEdge:
    """Report `later` relies on report `earlier` (ids); `passages` go from the earlier (`a`) to the later (`b`)."""

    earlier: str
    later: str
    kind: Reliance
    score: float
    reason: str
    passages: tuple[Passage, ...] = ()

    @property
    def is_directed(self) -> bool:
        """Whether anything tells which of the two came first; else the ids of the reports decide."""
        return not self.reason.endswith(UNDIRECTED)

    def __post_init__(self) -> None:
        check_member(self.kind, Reliance, "reliance")
        if self.earlier == self.later:
            raise BadValue(f"report {self.later} cannot rely on itself")


@dataclass(frozen=True, slots=True)
class Citation:
    """A report credits an outlet: `name` as printed at `span`, `publisher` the project's publisher it means, if any.

    With scope `report` it stands in a dateline or credit line and holds for the whole report, with `sentence` for the
    sentence around it.
    """

    report_id: str
    name: str
    span: Span
    publisher: str | None = None
    scope: Literal["report", "sentence"] = "sentence"


@dataclass(frozen=True, slots=True)
class Edge:
    """Two names or two claims (ids, the lesser first) that are one, with a score 0 to 1 and the reason in words."""

    a: str
    b: str
    score: float
    reason: str

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise BadValue(f"an edge names the lesser id first and no id twice: {self.a}, {self.b}")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation ... across reports: its fullest name, all its names, the entry it has in the user's own
    knowledge base, why the names were joined, and whom it may also be (`open_to`), where that stays open. The id comes
    from its least name.
    """

    id: str
    name: str
    schema: str
    names: tuple[Name, ...]
    known_as: str | None = None
    reasons: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a report after publication: its status from `since` (`YYYY-MM-DD`) on, and what replaced it."""

    report_id: str
    status: Status
    since: str | None = None
    replacement: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PastStanding:
    """What was decided on a report and holds no longer: `until` when (ISO 8601), and `why` it was ended or changed."""

    was: Standing
    until: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher as the user's table has it: owner, reliability (Admiralty A to F), and what else it is called."""

    name: str
    owner: str | None = None
    reliability: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event or tie as it is listed: what it is, the days that its accounts give, how many accounts stand."""

    id: str
    kind: str
    type: str | None
    mode: str | None
    tie: str | None
    is_dated: bool
    earliest: str | None
    latest: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Account:
    """A claim about an event or tie, with its report, how it stands to it, and why it was joined."""

    claim: Claim
    report: Report
    part: Part = "account"
    reason: str = ""


@dataclass(frozen=True)
class Evidence:
    """All that is held on one event or tie as of a day.

    `accounts` are claims of reports that stand; `gone` those of reports withdrawn or replaced by then, which count for
    nothing but may be what others rely on. `edges` and `citations` are those between and in all these reports.
    `entities` gives for a `Name.id` the entity it belongs to; `outlets` the user's table by every name and alias.
    `standing` holds the reports that no longer stand, by id; `limits` says, a sentence each, what was not compared.
    """

    id: str
    kind: Literal["event", "tie"]
    accounts: tuple[Account, ...]
    gone: tuple[Account, ...] = ()
    edges: tuple[ReportEdge, ...] = ()
    citations: tuple[Citation, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=lambda: MappingProxyType({}))
    outlets: Mapping[str, Outlet] = field(default_factory=lambda: MappingProxyType({}))
    standing: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))
    as_of: str | None = None
    limits: tuple[str, ...] = ()

    def entity_of(self, ref: EntityRef | None) -> Entity | None:
        """The entity across reports that a phrase's entity belongs to; None where it has none or it stays open."""
        return None if ref is None else self.entities.get(Name(ref.name, ref.schema).id)


Verdict = Literal["same", "not_same", "accept", "reject", "correct"]
Subject = Literal["entities", "events", "reports", "claim"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement holds to: a name, or words of a report (with what stands before and after), or a report.

    W3C TextQuote: `exact` with up to 32 characters of `prefix` and `suffix`. Never an id of a claim or cluster.
    """

    report_id: str | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    name: Name | None = None

    def __post_init__(self) -> None:
        if self.report_id is None and self.name is None:
            raise BadValue("a judgement holds to a report or to a name; found neither")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, with who, when (`made`, ISO 8601) and why; `undoes` names the judgement it takes back.

    `field` and `value` say what of a claim is corrected (`type`, `time`, `place`, `polarity`, `certainty` ...).
    """

    subject: Subject
    verdict: Verdict
    anchors: tuple[Anchor, ...]
    by: str
    made: str
    why: str = ""
    field: str | None = None
    value: str | None = None
    undoes: str | None = None

    def __post_init__(self) -> None:
        check_member(self.subject, Subject, "subject of a judgement")
        check_member(self.verdict, Verdict, "verdict")

    @property
    def id(self) -> str:
        """Content hash of all fields."""
        return content_id("judgement", self)
