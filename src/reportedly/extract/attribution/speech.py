"""Direct speech: which cue each quotation belongs to.

In: the triples that syntax gave, and the report's quotations. Out: the same triples with whole quotations in their
content: those beside the cue, and those that run on in later sentences and paragraphs without a cue of their own.
"""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from reportedly.extract.attribution.contents import Tokens, pieces
from reportedly.extract.attribution.triples import Triple
from reportedly.model import Annotated

LONG = 4
"""Tokens from which a quotation without a cue in its sentence is taken for speech; shorter ones are names."""

FAR = 6
"""Paragraphs over which a speaker who has been quoted goes on being quoted."""

CLOSE = 8
"""Tokens behind a quotation within which its cue stands."""

WINDOW = 30
"""Cues before and after a quotation that may be its speaker's."""

LONGEST_OPENING = 12
"""Tokens within which a quotation names its speaker before a colon."""

OPENING = frozenset({"“", '"', "'", "‘", "«", "``", "''"})
CLOSING = frozenset({"”", '"', "'", "’", "»", "''"})


class Speakers:
    """The triples of a report by the place of their cue, to find the one that a quotation belongs to.

    `is_nested` tells that a cue inside another's content speaks for itself alone: a quotation that runs on goes on with
    the outermost speaker, and one that opens with a speaker and a colon is that speaker's.
    """

    def __init__(self, doc: Annotated, found: list[Triple], is_nested: bool = False) -> None:
        self.doc, self.is_nested = doc, is_nested
        self.found = sorted(found, key=lambda t: t.head)
        self.heads = [t.head for t in self.found]

    def owner(self, quote: Tokens, before: int | None) -> int | None:
        """The place of the triple that `quote` belongs to; `before` is the owner of the quotation before it."""
        place = self.labelled(quote)
        if place is None and self.is_nested:
            place = self.opening(quote)
        if place is None:
            place = self.holding(quote)
        if place is None:
            place = self.beside(quote)
        if place is None and self.opens(quote):
            place = self.behind(quote)
        if place is None and quote[1] - quote[0] - 2 >= LONG:
            place = self.running_on(quote, before)
        return place

    def opens(self, quote: Tokens) -> bool:
        """Whether `quote` opens its sentence."""
        return quote[0] == self.doc.sentences[self.doc.tokens[quote[0]].sentence].first

    def labelled(self, quote: Tokens) -> int | None:
        """The triple of a colon with a speaker right before `quote`."""
        place = bisect_left(self.heads, quote[0] - 1)
        is_label = self.heads[place : place + 1] == [quote[0] - 1] and self.found[place].key == ":/V"
        return place if is_label else None

    def opening(self, quote: Tokens) -> int | None:
        """The triple of a colon whose speaker is named right at the start of `quote`."""
        for place in self.within(quote[0], min(quote[1], quote[0] + LONGEST_OPENING)):
            source = self.found[place].source
            if self.found[place].key == ":/V" and source is not None and quote[0] <= source[0] <= quote[0] + 1:
                return place
        return None

    def within(self, first: int, last: int) -> range:
        """Places of the triples whose cue lies in tokens `first`..`last`."""
        return range(bisect_left(self.heads, first), bisect_left(self.heads, last))

    def said(self, place: int, quote: Tokens) -> Tokens:
        """What of a quotation is said: not the speaker and the colon that it opens with."""
        each = self.found[place]
        is_opening = each.source is not None and quote[0] <= each.source[0] < each.cue[1] <= quote[1]
        return (each.cue[1], quote[1]) if self.is_nested and each.key == ":/V" and is_opening else quote

    def outermost(self, place: int) -> int:
        """The triple whose content holds the cue at `place` and that is held by none; `place` where none holds it."""
        near = range(max(0, place - WINDOW), place)
        return next((i for i in near if self.is_speech(i) and self.found[i].holds(self.heads[place])), place)

    def between(self, first: int, last: int, quote: Tokens) -> list[int]:
        """Places of the triples whose cue lies in tokens `first`..`last`, outside `quote`."""
        near = bisect_left(self.heads, quote[0])
        low = max(bisect_left(self.heads, first), near - WINDOW)
        places = range(low, min(bisect_left(self.heads, last), bisect_left(self.heads, quote[1]) + WINDOW))
        return [i for i in places if not quote[0] <= self.heads[i] < quote[1]]

    def holding(self, quote: Tokens) -> int | None:
        """The triple near `quote` whose content overlaps it, the outermost, then the nearest."""
        low = max(0, bisect_left(self.heads, quote[0]) - 12)
        high = min(len(self.found), bisect_left(self.heads, quote[1]) + 6)
        found = [
            i
            for i in range(low, high)
            if not quote[0] <= self.heads[i] < quote[1]
            and any(first < quote[1] and quote[0] < last for first, last in self.found[i].content)
        ]
        outer = [i for i in found if not any(self.found[j].holds(self.heads[i]) for j in found if j != i)]
        return min(outer or found, key=lambda i: self.distance(i, quote), default=None)

    def beside(self, quote: Tokens) -> int | None:
        """The nearest verb cue in the sentences in which `quote` begins and ends."""
        tokens, sentences = self.doc.tokens, self.doc.sentences
        first = sentences[tokens[quote[0]].sentence].first
        last = sentences[tokens[quote[1] - 1].sentence].last
        found = [i for i in self.between(first, last, quote) if self.is_speech(i)]
        return min(found, key=lambda i: self.distance(i, quote), default=None)

    def behind(self, quote: Tokens) -> int | None:
        """The verb cue without content that opens the sentence behind `quote`: "'It is gone.' Marlow said"."""
        places = self.within(quote[1], quote[1] + CLOSE)
        place = next((i for i in places if self.is_speech(i)), None)
        if place is None or self.found[place].content:
            return None
        last, cue = (self.doc.sentences[self.doc.tokens[i].sentence] for i in (quote[1] - 1, self.heads[place]))
        return place if cue.first <= quote[1] and cue.paragraph == last.paragraph else None

    def running_on(self, quote: Tokens, before: int | None) -> int | None:
        """The triple that a quotation at the start of a sentence continues: the last verb cue, if it is near enough."""
        sentence = self.doc.sentences[self.doc.tokens[quote[0]].sentence]
        place = bisect_right(self.heads, quote[0]) - 1
        lowest = place - WINDOW
        while place > lowest and place >= 0 and not self.is_speech(place):
            place -= 1
        if place == lowest:
            return None
        if place < 0 or quote[0] > sentence.first + 1 or self.heads[place] < self.introduced(quote):
            return None
        if self.is_nested:
            place = self.outermost(place)
        gap = sentence.paragraph - self.doc.sentences[self.doc.tokens[self.heads[place]].sentence].paragraph
        return place if gap <= 1 or (before == place and gap <= FAR) else None

    def introduced(self, quote: Tokens) -> int:
        """The first token of the sentence that a colon before `quote` ends; 0 where none stands there."""
        before = self.doc.tokens[max(0, quote[0] - 1)]
        return self.doc.sentences[before.sentence].first if before.text == ":" else 0

    def is_speech(self, place: int) -> bool:
        """Whether the cue is a verb."""
        return self.found[place].key[-1] in "VP"

    def distance(self, place: int, quote: Tokens) -> int:
        """Tokens between the cue and the nearer end of `quote`."""
        head = self.heads[place]
        return quote[0] - head if head < quote[0] else head - quote[1]


def with_quotations(doc: Annotated, found: list[Triple], is_nested: bool = False) -> list[Triple]:
    """The triples in order of their cues, each with the quotations that are its speaker's; `is_nested` as above."""
    speakers = Speakers(doc, found, is_nested)
    gained: dict[int, list[Tokens]] = {}
    owner: int | None = None
    number: int | None = None
    for quotation in doc.quotations:
        quote = with_marks(doc, quotation.first, quotation.last)
        quote = within_paragraph(doc, quote) if is_nested else quote
        place = speakers.owner(quote, owner)
        if place is None and quotation.number == number:
            place = owner
        if place is not None:
            gained.setdefault(place, []).append(speakers.said(place, quote))
        owner, number = place, quotation.number
    return [
        replace(t, content=pieces(doc, (*t.content, *gained[i]), t.cue, t.source), clausal=True) if i in gained else t
        for i, t in enumerate(speakers.found)
    ]


def with_marks(doc: Annotated, first: int, last: int) -> Tokens:
    """The tokens of a quotation with its marks."""
    if first > 0 and doc.tokens[first - 1].text in OPENING:
        first -= 1
    if last < len(doc.tokens) and doc.tokens[last].text in CLOSING:
        last += 1
    return first, last


def within_paragraph(doc: Annotated, quote: Tokens) -> Tokens:
    """The tokens of a quotation without a mark that opens the next paragraph."""
    first, last = quote
    before, end = (doc.sentences[doc.tokens[place].sentence].paragraph for place in (max(first, last - 2), last - 1))
    return quote if before == end else (first, last - 1)
