"""The briefing as Markdown. In: its content. Out: CommonMark with footnotes, every word from a report escaped."""

from collections.abc import Iterator, Sequence

from reportedly.export.content import Cited, Content
from reportedly.export.neutral import markdown as escaped
from reportedly.export.neutral import readable
from reportedly.export.notes import Piece, pieces
from reportedly.export.several import EventTold, Told
from reportedly.export.statements import Note, Statement
from reportedly.export.wording import told as in_words

NOTICE = (
    "This page tells what reports say, and on whose word. It does not tell what is true. Words in quotation marks are "
    "the reports'; each statement has a note with its sentence."
)
COUNTED = (
    "Counted are claims and the outlets that carry them. An outlet that prints another's words counts as one more "
    "outlet. Of an event that more than one report tells, the section on it says how many know something of their own."
)
NONE_FOUND = "No claims were found."


def document(shown: Content) -> str:
    """The whole briefing."""
    parts = [f"# {escaped(shown.title)}", f"> {NOTICE}", totals(shown)]
    parts += list(event_list(shown))
    parts += list(who_says_so(shown)) + list(tie_list(shown))
    for section in shown.sections:
        parts.append(f"## {escaped(section.heading)}")
        parts.append("\n".join(line(each) for each in section.told))
    parts += [note for each in shown.cited for note in report_notes(each)]
    return "\n\n".join(parts) + "\n"


def totals(shown: Content) -> str:
    """How much was read."""
    if not shown.claims:
        return NONE_FOUND
    period = f", published {escaped(shown.period)}" if shown.period else ""
    return f"Claims: {shown.claims}. Reports: {shown.reports}, by publishers: {shown.publishers}{period}."


SEVERAL = (
    "An origin is where knowledge enters: a speaker, a document, an outlet's own reporting. A copy adds none, a denial "
    "takes none away. Origins that are counted may still rest on one another in ways that no report tells."
)
"""What is said above the events that more than one report tells."""


def event_list(shown: Content) -> Iterator[str]:
    """Events that more than one report tells, each with its origins and what stands against it."""
    if not shown.events:
        return
    yield "## Events told by more than one report"
    yield SEVERAL
    yield "\n".join(line for each in shown.events for line in event_lines(each))


def event_lines(each: EventTold) -> Iterator[str]:
    """One event as a list item, what stands against it below."""
    yield f"- Told as: {escaped(each.title)} (when, as told: {escaped(each.when)}). {cited_sentence(each.counted)}"
    yield from (f"  - {cited_sentence(told)}" for told in each.against)
    yield from (f"  - May be less than two: {escaped(reason)}" for reason in each.discounts)


def cited_sentence(told: Told) -> str:
    """A sentence with its notes."""
    return f"{escaped(told.words)}{cites(told.notes)}"


def who_says_so(shown: Content) -> Iterator[str]:
    """The table of sources by kind."""
    if not shown.voices:
        return
    yield "## Who says so"
    rows = [
        f"| {escaped(v.words)} | {v.claims} | {v.outlets} | {escaped('; '.join(name for name, _ in v.sources))} |"
        for v in shown.voices
    ]
    yield "\n".join(["| kind of source | claims | outlets | most often |", "|---|---:|---:|---|", *rows])
    yield COUNTED


def tie_list(shown: Content) -> Iterator[str]:
    """Ties with who states them."""
    if not shown.ties:
        return
    yield "## Ties that reports state"
    yield "\n".join(
        "- " + "; ".join(f"{escaped(by)}{cites(numbers)}" for by, numbers in tie.by)
        + f": {escaped(tie.subject)} is {escaped(tie.said)} {escaped(tie.object)} "
        f"(“{escaped('”, “'.join(tie.called))}”)"
        for tie in shown.ties
    )  # fmt: skip


def line(each: Statement) -> str:
    """One statement with when, where and its notes."""
    about = [f"when, by this account: {each.when}"] + ([f"where: {each.where}"] if each.where else [])
    return (
        f"- {escaped(in_words(each.who, each.firm, each.quote))}{cites([n.number for n in each.notes])} "
        f"({escaped('; '.join(about))}; {escaped(', '.join(each.kinds))})"
    )


def cites(numbers: Sequence[int]) -> str:
    """References to notes."""
    return "".join(f"[^{number}]" for number in numbers)


def report_notes(each: Cited) -> list[str]:
    """The footnotes of one report."""
    title = f"[{escaped(each.title)}](<{each.url}>)" if each.url else escaped(each.title)
    head = f"{escaped(each.publisher)}, “{title}”, {escaped(each.published)}"
    if each.status:
        head += f" ({each.status})"
    return [f"[^{note.number}]: {head}: “{sentence(note)}”" for note in each.notes]


def sentence(note: Note) -> str:
    """The note's sentence with its marks in bold, each followed by its label."""
    return "".join(marked(piece) for piece in pieces(note.sentence, note.claims, note.report.text)).strip()


def marked(piece: Piece) -> str:
    """One piece of a sentence; what is marked carries its label in brackets."""
    text = piece.text if piece.text.isspace() else spaced(piece.text)
    if piece.kind is None or not readable(piece.text):
        return text
    return f"**{text.strip()}**" + (f" \\[{escaped(piece.label)}\\]" if piece.label else "")


def spaced(text: str) -> str:
    """Escaped text that keeps one space at an end where it had one."""
    return (" " if text[:1] == " " else "") + escaped(text) + (" " if text[-1:] == " " else "")
