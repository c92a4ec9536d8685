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

WINDOW = 30
"""Cues before and after a quotation that may be its speaker's."""

OPENING = frozenset({"“", '"', "'", "‘", "«", "``", "''"})
CLOSING = frozenset({"”", '"', "'", "’", "»", "''"})


class Speakers:
    """The triples of a report by the place of their cue, to find the one that a quotation belongs to."""

    def __init__(self, doc: Annotated, found: list[Triple]) -> None:
        self.doc = doc
        self.found = sorted(found, key=lambda t: t.head)
        self.heads = [t.head for t in self.found]

    def owner(self, quote: Tokens, before: int | None) -> int | None:
        """The place of the triple that `quote` belongs to; `before` is the owner of the quotation before it."""
        place = self.holding(quote)
        if place is None:
            place = self.beside(quote)
        if place is None and quote[1] - quote[0] - 2 >= LONG:
            place = self.running_on(quote, before)
        return place

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

    def running_on(self, quote: Tokens, before: int | None) -> int | None:
        """The triple that a quotation at the start of a sentence continues: the last verb cue, if it is near enough."""
        sentence = self.doc.sentences[self.doc.tokens[quote[0]].sentence]
        place = bisect_right(self.heads, quote[0]) - 1
        lowest = place - WINDOW
        while place > lowest and place >= 0 and not self.is_speech(place):
            place -= 1
        if place == lowest:
            return None
        if place < 0 or quote[0] > sentence.first + 1:
            return None
        gap = sentence.paragraph - self.doc.sentences[self.doc.tokens[self.heads[place]].sentence].paragraph
        return place if gap <= 1 or (before == place and gap <= FAR) else None

    def is_speech(self, place: int) -> bool:
        """Whether the cue is a verb."""
        return self.found[place].key[-1] in "VP"

    def distance(self, place: int, quote: Tokens) -> int:
        """Tokens between the cue and the nearer end of `quote`."""
        head = self.heads[place]
        return quote[0] - head if head < quote[0] else head - quote[1]


def with_quotations(doc: Annotated, found: list[Triple]) -> list[Triple]:
    """The triples in order of their cues, each with the quotations that are its speaker's."""
    speakers = Speakers(doc, found)
    gained: dict[int, list[Tokens]] = {}
    owner: int | None = None
    number: int | None = None
    for quotation in doc.quotations:
        quote = with_marks(doc, quotation.first, quotation.last)
        place = speakers.owner(quote, owner)
        if place is None and quotation.number == number:
            place = owner
        if place is not None:
            gained.setdefault(place, []).append(quote)
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
