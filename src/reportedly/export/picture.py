"""The timeline as a picture. In: statements. Out: places and sizes of bars, lanes and months, in units of the drawing.

A lane is a kind of source. A bar reaches from the first to the last day that the account allows, so that a vague date
is drawn as vague; an account without a date has no bar and is counted at the end of its lane.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.export.dates import MONTHS, bounds
from reportedly.export.statements import Statement
from reportedly.export.wording import KIND_WORDS
from reportedly.model import SourceKind

WIDTH, LEFT, RIGHT, TOP = 1120.0, 168.0, 92.0, 46.0
ROW, BAR, PAD, BOTTOM = 13.0, 9.0, 12.0, 14.0
SHORTEST = 9.0
"""Width of a bar of one day, so that it can be seen and hit."""
GAP = 3.0
EARLIER = 66.0
"""Width of the column that stands for all time before the axis, drawn only where something reaches into it."""
BEFORE, AFTER = timedelta(days=40), timedelta(days=70)
"""How far the axis reaches beyond the days of publication at most; a bar that runs on ends in an arrow."""
MOST_ROWS = 16
"""Rows of bars in a lane; what finds no room is counted with the lane."""
MOST_MONTHS = 40
"""Months up to which each has its line; beyond that only years have."""
LONGEST_LINE = 16
"""Characters of a lane's heading that fit on one line."""
CLOSE = 26.0
"""Least distance of two labels on the axis."""


@dataclass(frozen=True, slots=True)
class Window:
    """The axis: its first day, the day after its last, and where on the drawing it begins."""

    first: date
    last: date
    axis: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One statement: its rectangle, its style, whether it runs on to the left or right, and the statement."""

    x: float
    y: float
    width: float
    style: str
    runs_left: bool
    runs_right: bool
    statement: Statement


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one kind of source, with the number of statements that have no date or no room."""

    kind: SourceKind | None
    words: str
    top: float
    height: float
    bars: tuple[Bar, ...]
    undated: int
    unplaced: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The heading, broken in two where it is long."""
        if len(self.words) <= LONGEST_LINE:
            return (self.words,)
        first, _, rest = self.words.partition(" ")
        return first, rest


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month: its place, its label where there is room, and whether a year begins."""

    x: float
    label: str | None
    year: str | None


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing."""

    width: float
    height: float
    window: Window
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def picture(told: Sequence[Statement]) -> Picture | None:
    """The drawing of all statements with an event, None where none of them has a date."""
    events = [each for each in told if each.has_event]
    window = frame(events)
    if window is None:
        return None
    lanes: list[Lane] = []
    top = TOP
    for kind, words in KIND_WORDS.items():
        own = [each for each in events if each.kind == kind]
        if own:
            lanes.append(lane(kind, words, own, window, top))
            top += lanes[-1].height
    return Picture(WIDTH, top + BOTTOM, window, tuple(lanes), tuple(ticks(window)))


def frame(events: Iterable[Statement]) -> Window | None:
    """The axis: what is told, kept near the days of publication; None where nothing has a date."""
    dated = [each for each in events if each.dated]
    if not dated:
        return None
    told = [day for each in dated for note in each.notes if (day := bounds(note.report.published)[0])]
    inner = [day for each in dated for day in (each.first, each.last) if day]
    low, high = min(told, default=min(inner)), max(told, default=max(inner))
    first = max(min(*inner, low), low - BEFORE).replace(day=1)
    last = month_after(min(max(*inner, high), high + AFTER))
    has_earlier = any(each.first is None or each.first < first for each in dated)
    return Window(first, last, LEFT + (EARLIER if has_earlier else 0))


def month_after(day: date) -> date:
    """The first day of the month after `day`'s."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def place(day: date, window: Window) -> float:
    """Where `day` begins on the drawing; days outside the axis fall on its ends."""
    share = (day - window.first).days / max(1, (window.last - window.first).days)
    return window.axis + min(1.0, max(0.0, share)) * (WIDTH - RIGHT - window.axis)


def lane(kind: SourceKind | None, words: str, own: Sequence[Statement], window: Window, top: float) -> Lane:
    """The lane of one kind of source: long bars first, each in the first row that has room."""
    free: list[list[tuple[float, float]]] = []
    bars, unplaced = [], 0
    dated = [each for each in own if each.dated]
    for each in sorted(dated, key=lambda s: (-length(s, window), s.first or date.min, s.notes[0].number)):
        x, width = extent(each, window)
        row = next((i for i, taken in enumerate(free) if has_room(taken, x, width)), len(free))
        if row == MOST_ROWS:
            unplaced += 1
            continue
        if row == len(free):
            free.append([])
        free[row].append((x, x + width))
        bars.append(bar(each, x, top + PAD + row * ROW, width, window))
    height = max(2.6 * ROW, len(free) * ROW) + 2 * PAD - (ROW - BAR)
    bars.sort(key=lambda b: (b.x, b.y))
    return Lane(kind, words, top, height, tuple(bars), len(own) - len(dated), unplaced)


def has_room(taken: Iterable[tuple[float, float]], x: float, width: float) -> bool:
    """Whether a bar fits between those that are there."""
    return all(x >= end + GAP or x + width + GAP <= start for start, end in taken)


def length(each: Statement, window: Window) -> float:
    """The width that the statement's interval has on the drawing."""
    return extent(each, window)[1]


def extent(each: Statement, window: Window) -> tuple[float, float]:
    """Left edge and width of a statement's bar."""
    x = LEFT + GAP if is_earlier(each.first, window) else place(each.first or window.first, window)
    if each.last is not None and each.last < window.first:
        end = window.axis - 2 * GAP
    else:
        end = place(each.last + timedelta(days=1), window) if each.last else WIDTH - RIGHT
    width = max(SHORTEST, end - x)
    return min(x, WIDTH - RIGHT - width), width


def is_earlier(first: date | None, window: Window) -> bool:
    """Whether a bar begins before the axis."""
    return first is None or first < window.first


def bar(each: Statement, x: float, y: float, width: float, window: Window) -> Bar:
    """The bar of one statement."""
    runs_right = each.last is None or each.last > window.last
    return Bar(
        round(x, 1), round(y, 1), round(width, 1), style(each), is_earlier(each.first, window), runs_right, each,
    )  # fmt: skip


def style(each: Statement) -> str:
    """How a bar is drawn: denied, ahead, hedged or stated."""
    if each.fact.polarity == "negative":
        return "denied"
    if each.fact.temporality == "future":
        return "ahead"
    return "stated" if each.fact.certainty == "certain" else "hedged"


def ticks(window: Window) -> list[Tick]:
    """The months of the window, labelled where there is room."""
    found: list[Tick] = []
    day, labelled = window.first, -CLOSE
    is_long = (window.last - window.first).days > MOST_MONTHS * 31
    while day < window.last:
        x = place(day, window)
        if is_long and day.month != 1 and found:
            day = month_after(day)
            continue
        is_shown = x - labelled >= CLOSE
        labelled = x if is_shown else labelled
        year = str(day.year) if day.month == 1 or not found else None
        found.append(Tick(round(x, 1), MONTHS[day.month - 1][:3] if is_shown else None, year))
        day = month_after(day)
    return found
