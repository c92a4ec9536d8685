"""A claim in words that take no side. In: a claim and its report. Out: one sentence that opens with who says so.

Our own words name the source, the publisher and how firmly it is put; the claim itself stands in quotation marks, in
the words of the report.
"""

import re
from collections.abc import Iterable, Sequence

from reportedly.export.neutral import readable
from reportedly.model import Claim, Factuality, Link, Reference, Report, SourceKind, Span

KIND_WORDS: dict[SourceKind | None, str] = {
    None: "Outlets' own voice", "named_person": "Named persons", "named_organisation": "Named organisations",
    "unnamed_official": "Unnamed officials", "unnamed_person": "Unnamed persons", "analyst": "Analysts",
    "document": "Documents", "outlet": "Other outlets",
}  # fmt: skip
"""Headings for the kinds of source, in the order in which they are shown; None is a report's own voice."""

CERTAINTY_WORDS = {
    "probable": "put as likely, not as certain",
    "possible": "mentioned as a possibility only",
    "underspecified": "mentioned without being asserted",
}
TIE_WORDS = {
    "member": "belong to", "leader": "lead", "founder": "have founded", "front": "be a front of",
    "family": "be family of", "owner": "own", "ally": "be linked with", "represents": "represent",
    "located": "be based in", "alias": "be the same as",
}  # fmt: skip
"""For each tie the words between subject and object, after "said to"."""

PRONOUNS = frozenset({
    "he", "she", "they", "it", "we", "i", "you", "this", "that", "these", "those", "one", "some", "others", "his",
    "her", "their", "its", "who",
})  # fmt: skip
"""Sources that name nobody; they are shown in quotation marks."""
OPENERS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "several", "some", "many", "most", "both", "other", "another", "his", "her", "their", "its",
    "former", "senior",
})  # fmt: skip
"""First words of a description that lose their capital where they do not open a sentence."""

LONGEST_QUOTE = 480
"""Characters of a quotation; a longer sentence is cut around the trigger, with marks of omission."""
CUT = "[…]"
DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:, \w+ \w+)?(?: ?\([^()\n]{2,30}\))? ?[-–—] ")
"""Place, day and agency before the first sentence of a wire report; the note shows them."""
DOUBLE_MARKS = ('"', "“", "”", "„", "«", "»")


def sentence(claim: Claim, report: Report) -> str:
    """One sentence: who says so, through whom, how firmly, and the report's own words in quotation marks."""
    return told(opening(claim, report), firmness(claim.factuality), quotation(claim, report))


def told(who: str, firm: str | None, quoted: str) -> str:
    """The parts of a claim's sentence put together."""
    return f"{who}{f' ({firm})' if firm else ''}: “{quoted}”"


def opening(claim: Claim, report: Report) -> str:
    """Who says so and who published it, the part of the sentence before the quotation."""
    return opening_of(speaker(claim, report), (publisher(report),))


def opening_of(says: str | None, publishers: Sequence[str]) -> str:
    """The opening "According to X, as P and Q report", or "P, in its own voice, reports" where `says` is None."""
    names = listed(publishers)
    one = len(publishers) == 1
    if says is None:
        return f"{names}, in {'its' if one else 'their'} own voice, {'reports' if one else 'report'}"
    return f"According to {says}, as {names} {'reports' if one else 'report'}"


def speaker(claim: Claim, report: Report) -> str | None:
    """The innermost source with what it came through, outwards; None for the report's own voice."""
    links = [link for link in claim.attribution if not is_publisher(link, report)]
    if not links:
        return None
    inner, *outer = reversed(links)
    name = name_words(inner, report.text)
    through = dict.fromkeys(each for link in outer if (each := source_words(link, report.text)) != name)
    return bracketed(name, medium_words(inner, name), f"through {listed(through)}" if through else None)


def is_publisher(link: Link, report: Report) -> bool:
    """Whether a link of the chain is the outlet that published the report, which is named anyway."""
    if link.kind != "outlet" or link.source is None or report.publisher is None:
        return False
    return reference_words(link.source, report.text).lower().removeprefix("the ") == report.publisher.lower()


def source_words(link: Link, text: str) -> str:
    """A source by its name, otherwise as the report describes it; the medium in brackets where it is told."""
    name = name_words(link, text)
    return bracketed(name, medium_words(link, name))


def name_words(link: Link, text: str) -> str:
    """A source by its name or description; the cue where nobody is named."""
    if link.sources:
        return listed(reference_words(each, text) for each in link.sources)
    if link.source is not None:
        return reference_words(link.source, text)
    return "someone who is not named" + (f", “{readable(link.cue.of(text))}”" if link.cue else "")


def medium_words(link: Link, name: str) -> str | None:
    """How the source spoke, None where that is not told or stands in its name."""
    medium = readable(link.medium.replace("_", " ")) if link.medium else None
    return medium if medium and medium not in name else None


def bracketed(name: str, *more: str | None) -> str:
    """A name with what is to be said of it in brackets."""
    told = [each for each in more if each]
    return f"{name} ({', '.join(told)})" if told else name


def reference_words(reference: Reference, text: str) -> str:
    """Whom a phrase means, by name; the phrase itself where there is none."""
    if reference.entity is not None:
        return readable(reference.entity.name)
    phrase = readable(reference.span.of(text))
    if phrase.lower() in PRONOUNS:
        return f"{'a source' if phrase.lower() == 'it' else 'someone'} called “{phrase}”"
    first, space, rest = phrase.partition(" ")
    return first.lower() + space + rest if first.lower() in OPENERS else phrase


def publisher(report: Report) -> str:
    """Who published the report, or that this is not known."""
    return readable(report.publisher) if report.publisher else f"a publisher not known ({readable(report.ref)})"


def firmness(fact: Factuality) -> str | None:
    """How firmly the source puts it, None for a flat statement of something past or present."""
    parts = []
    if fact.polarity == "negative":
        parts.append("said not to be so")
    if fact.certainty != "certain":
        parts.append(CERTAINTY_WORDS[fact.certainty])
    if fact.temporality == "future":
        parts.append("said to lie ahead")
    return "; ".join(parts) or None


def firmness_mark(fact: Factuality) -> str:
    """How firmly, in a word or two for a label."""
    parts = []
    if fact.polarity == "negative":
        parts.append("said not so")
    if fact.certainty != "certain":
        parts.append({"probable": "likely", "possible": "possible", "underspecified": "not asserted"}[fact.certainty])
    if fact.temporality == "future":
        parts.append("ahead")
    return ", ".join(parts) or "stated"


def quoted_span(claim: Claim) -> Span:
    """The part of the report to quote: what the innermost source says, within the claim's sentence; else all of it."""
    whole = claim.sentence
    content = claim.attribution[-1].content if claim.attribution else None
    if content is None:
        return whole
    start, end = max(content.start, whole.start), min(content.end, whole.end)
    if start >= end or not Span(start, end).covers(claim.trigger):
        return whole
    return Span(start, end)


def quotation(claim: Claim, report: Report) -> str:
    """The report's words for the claim, on one line, without marks around them."""
    return excerpt(quoted_span(claim), claim.trigger, report.text)


def excerpt(span: Span, around: Span, text: str) -> str:
    """The characters of `span` without dateline and outer quotation marks, cut to LONGEST_QUOTE around `around`."""
    dateline = DATELINE.match(text, span.start, span.end)
    if dateline and dateline.end() <= around.start:
        span = Span(dateline.end(), span.end)
    kept = clipped(span, around)
    before = f"{CUT} " if kept.start > span.start else ""
    return before + unquoted(readable(kept.of(text))) + (f" {CUT}" if kept.end < span.end else "")


def unquoted(words: str) -> str:
    """`words` without a mark at either end that has no partner inside, and without a pair that encloses all of them."""
    marks = sum(words.count(mark) for mark in DOUBLE_MARKS)
    opens, closes = words[:1] in DOUBLE_MARKS, words[-1:] in DOUBLE_MARKS
    if opens and (marks == 1 or (marks == 2 and closes)):
        words = words[1:]
    if closes and marks in (1, 2) and (marks == 1 or opens):
        words = words[:-1]
    return words.strip().rstrip(",") or "…"


def clipped(span: Span, around: Span) -> Span:
    """`span`, or the LONGEST_QUOTE characters of it that hold `around` near their middle."""
    if span.end - span.start <= LONGEST_QUOTE:
        return span
    start = max(span.start, min(around.start - LONGEST_QUOTE // 2, span.end - LONGEST_QUOTE))
    return Span(start, min(span.end, start + LONGEST_QUOTE))


def kind_words(claim: Claim) -> str:
    """What sort of event or tie, in a word: the mode where there is one."""
    if claim.kind == "tie":
        return f"tie: {claim.tie}"
    return readable(claim.mode) if claim.mode else (claim.type or "").lower()


def listed(names: Iterable[str]) -> str:
    """The names in one phrase: "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
