"""The words of one report as copying sees them: sentences, quotations, and the page around the report.

In: a report. Out: a `Wording`: its words with their places, each sentence with its words, which words are quoted and
which are page furniture (share buttons, lists of related stories, agency lines). Pure; linear in the text's length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from reportedly.link.credits import Credit, credits_of, folded
from reportedly.link.lexicon import rows, words
from reportedly.model import Report, Span

LONGEST = 200_000
"""Characters of a report that are compared; what stands after them is not looked at."""

RUN = 4
"""Words in a row that count as taken over; fewer are phrases of the language."""

OCCURRENCES = 4
"""Places of one run that are looked at, so that a text of one word costs no more than another."""

CROWDED = 40
"""Sentences with one content word, over which the word no longer brings sentences together."""

WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
BREAK = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-z]|[\"'“‘]*\d)|\n\s*")
WRAPPED = re.compile(r"(?<![.!?:;…\"”’\n])\n(?=[a-z])")
"""A line break inside a sentence, as files with lines of fixed width have it; it counts as a space."""

LAST_WORD = re.compile(r"([\w.]+)\.[\"'”’)\]]*$")
QUOTATION = re.compile(
    r"“[^“”\n]{2,1500}(?:”|(?=\n)|$)|(?<![\w\"])\"(?=\S)[^\"\n]{2,1500}(?:\"|(?=\n)|$)|\"\s[^\"\n]{2,1500}\s\"|"
    r"(?<![\w’])‘[^‘\n]{2,1500}?(?<=[\w.,!?…])’(?!\w)|(?<![\w'])'(?=[A-Z\w])[^\n]{2,800}?(?<=[\w.,!?…])'(?!\w)|"
    r"``[^\n]{2,1500}?''"
)
POST = re.compile(r"^[^\n]{10,700}(?:—|--|-) ?[^\n]{0,60}\(@\w+\)[^\n]{0,40}$", re.MULTILINE)
SHORTEST_QUOTATION = 4
"""Words under which quotation marks are scare quotes or titles, and their words the reporter's own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence (or headline, or line) of a report: its characters and its words, half-open, both.

    `furniture` is true where it belongs to the page and not to the report.
    """

    span: Span
    first: int
    last: int
    furniture: bool = False


@dataclass(frozen=True)
class Wording:
    """A report's words in lower case with their places, its sentences, and what is quoted, all in text order."""

    report: Report
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]
    quoted: tuple[bool, ...]

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The sentences of three words or more that are the report's own, page furniture left out."""
        return tuple(line for line in self.lines if not line.furniture and line.last - line.first > 2)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """For each sentence of `told` its first word."""
        return tuple(line.first for line in self.told)

    @cached_property
    def spoken(self) -> tuple[bool, ...]:
        """For each sentence of `told`, whether over half of it is quoted."""
        return tuple(2 * sum(self.quoted[line.first : line.last]) > line.last - line.first for line in self.told)

    @cached_property
    def own_words(self) -> int:
        """How many words are told in the reporter's own voice."""
        return sum(line.last - line.first - sum(self.quoted[line.first : line.last]) for line in self.told)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """For each word its content, cut to a stem; empty for function words."""
        return tuple(map(stem_of, self.words))

    @cached_property
    def contents(self) -> tuple[frozenset[str], ...]:
        """For each sentence of `told` the stems of its content words."""
        return tuple(frozenset(self.content[line.first : line.last]) - {""} for line in self.told)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all content words that are told."""
        return frozenset().union(*self.contents)

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """For each stem the sentences of `told` that hold it."""
        found: dict[str, list[int]] = {}
        for place, stems in enumerate(self.contents):
            for each in stems:
                found.setdefault(each, []).append(place)
        return found

    @cached_property
    def bearers(self) -> dict[str, list[int]]:
        """For each stem the sentences of `told` that hold it, without the stems of over `CROWDED` sentences."""
        return {each: places for each, places in self.holders.items() if len(places) <= CROWDED}

    @cached_property
    def reported(self) -> frozenset[str]:
        """The stems of the content words of the sentences that are not mostly quoted."""
        return frozenset().union(*(s for s, said in zip(self.contents, self.spoken, strict=True) if not said))

    @cached_property
    def row_at(self) -> tuple[str, ...]:
        """For each word the `RUN` words that begin with it, as one text; none for the last words of the report."""
        return tuple(map(" ".join, zip(*(self.words[k:] for k in range(RUN)), strict=False)))

    @cached_property
    def rows(self) -> dict[str, tuple[int, ...]]:
        """For each `RUN` words in a row, the first places where they are told."""
        found: dict[str, tuple[int, ...]] = {}
        for line in self.told:
            for i, row in enumerate(self.row_at[line.first : line.last], line.first):
                places = found.get(row, ())
                if len(places) < OCCURRENCES:
                    found[row] = (*places, i)
        return found

    @cached_property
    def spoken_rows(self) -> frozenset[str]:
        """All `RUN` words in a row that stand in a quotation."""
        marks = self.quoted
        return frozenset(row for i, row in enumerate(self.row_at) if marks[i] and marks[i + RUN - 1])

    @cached_property
    def sentence_at(self) -> tuple[int, ...]:
        """For each word the last sentence of `told` that begins at or before it; -1 before the first."""
        ends = (*self.starts, len(self.words))
        found = [-1] * ends[0]
        for place, (start, end) in enumerate(pairwise(ends)):
            found += [place] * (end - start)
        return tuple(found)

    @cached_property
    def background(self) -> tuple[bool, ...]:
        """For each sentence of `told`, whether it is stock background."""
        table = phrases_of("background.tsv", "")
        return tuple(holds(set(self.words[x.first : x.last]), x.span.of(self.report.text), table) for x in self.told)

    @cached_property
    def denying(self) -> tuple[bool, ...]:
        """For each sentence of `told`, whether it denies something."""
        table = words("denial_words.tsv")
        return tuple(not table.isdisjoint(self.words[line.first : line.last]) for line in self.told)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Whom the report credits."""
        return credits_of(self.report)

    @cached_property
    def credited(self) -> frozenset[str]:
        """The names of those whom the report credits, in one case."""
        return frozenset(folded(each.name) for each in self.credits)


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """The content of a lower-case word, cut to a stem; empty for a function word."""
    return "" if word in words("function_words.tsv") else stem(word)


def stem(word: str) -> str:
    """A word without the endings of number and tense: crude, the same for both texts of a comparison."""
    for ending in ("'s", "’s", "ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e") or word
    return word.rstrip("e") or word


def wording(report: Report) -> Wording:
    """The words of `report`; of a text over `LONGEST` characters, those of its beginning."""
    text = WRAPPED.sub(" ", report.text[:LONGEST])
    places = tuple([match.span() for match in WORD.finditer(text)])
    spoken = tuple(lowered(text, places))
    starts = [start for start, _ in places]
    lines = tuple(marked(text, sentences(text, starts), spoken))
    return Wording(report, spoken, places, lines, quoted(text, starts))


def lowered(text: str, places: tuple[tuple[int, int], ...]) -> list[str]:
    """The words in lower case, with straight apostrophes."""
    lower = text.lower().replace("’", "'")
    if len(lower) == len(text):
        return [lower[start:end] for start, end in places]
    return [text[start:end].lower().replace("’", "'") for start, end in places]


def sentences(text: str, starts: list[int]) -> Iterator[Line]:
    """The sentences and lines of `text`; each holds at least one of the words that start at `starts`."""
    bounds = [0, *(match.end() for match in BREAK.finditer(text) if ends_sentence(text, match)), len(text)]
    word = 0
    for start, end in pairwise(bounds):
        first, word = word, bisect_left(starts, end, lo=word)
        if word > first:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield Line(Span(begin, trimmed(text, begin, end)), first, word)


def trimmed(text: str, start: int, end: int) -> int:
    """The end of the range without the white space at its end."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the break is one: a new line always, a full stop unless it belongs to an abbreviation or initial."""
    if "\n" in match[0]:
        return True
    before = LAST_WORD.search(text, max(0, match.start() - 20), match.start() + len(match[0].rstrip()))
    if before is None:
        return True
    word = before[1].lower().rsplit("\n", 1)[-1]
    return not (len(word) == 1 and word.isalpha()) and word not in words("abbreviations.tsv")


def quoted(text: str, starts: list[int]) -> tuple[bool, ...]:
    """For each word, whether it stands in a quotation of some length or in a post with its author's handle."""
    marks = [False] * len(starts)
    for found in (QUOTATION, POST):
        for match in found.finditer(text):
            first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
            if last - first >= SHORTEST_QUOTATION:
                marks[first:last] = [True] * (last - first)
    return tuple(marks)


@cache
def phrases_of(name: str, scope: str) -> dict[str, re.Pattern[str]]:
    """The expressions of a lexicon, those of one scope where it has scopes, by each word that a line must hold."""
    found: dict[str, list[str]] = {}
    for row in rows(name):
        *scopes, needed, expression = row
        if scopes in ([], [scope]):
            for word in needed.split("|"):
                found.setdefault(word, []).append(f"(?:{expression})")
    flags = re.IGNORECASE if scope else re.NOFLAG
    return {word: re.compile("|".join(parts), flags) for word, parts in found.items()}


def holds(held: set[str], said: str, table: dict[str, re.Pattern[str]]) -> bool:
    """Whether a line with these words holds one of the phrases."""
    return any(table[word].search(said) for word in sorted(held & table.keys()))


def marked(text: str, lines: Iterator[Line], spoken: tuple[str, ...]) -> Iterator[Line]:
    """The lines, those of the page marked as furniture."""
    rest, inside, whole = (phrases_of("furniture.tsv", scope) for scope in ("rest", "line", "whole"))
    end = -1
    for line in lines:
        said = line.span.of(text)
        held = set(spoken[line.first : line.last])
        if holds(held, said, rest):
            newline = text.find("\n", line.span.end)
            end = newline if newline >= 0 else len(text)
        outside = line.span.end <= end or holds(held, said, inside) or is_whole(held, said, whole)
        yield Line(line.span, line.first, line.last, furniture=True) if outside else line


def is_whole(held: set[str], said: str, table: dict[str, re.Pattern[str]]) -> bool:
    """Whether a short line consists of page furniture only."""
    bare = said.strip(" .:|()[]")
    return len(said) <= 120 and any(table[word].fullmatch(bare) for word in sorted(held & table.keys()))
