"""Which accounts are one text: copies of one sentence, and versions of one report.

In: an `Evidence`. Out: a `Copied` that says of two accounts whether one is a copy of the other or both of a third.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.linked import Account, Evidence, ReportEdge
from reportedly.model import Span

Text = tuple[str, int, int]
"""A report's id and a range of its characters; the range of a whole report is empty."""

Taken = list[tuple[Span, Text]]
"""The passages of one report that are in another, each with the text it belongs to."""


@dataclass(frozen=True)
class Copied:
    """For each sentence of an account, by its report's id, the texts, each by its first member, that it belongs to."""

    texts: Mapping[tuple[str, Span], frozenset[Text]]

    def one(self, a: Account, b: Account) -> bool:
        """Whether the two accounts are one text."""
        return not self.texts[place(a)].isdisjoint(self.texts[place(b)])

    def versions(self, a: Account, b: Account) -> bool:
        """Whether the two accounts stand in versions of one report."""
        shared = self.texts[place(a)] & self.texts[place(b)]
        return any(end == 0 for _, _, end in shared)


def place(account: Account) -> tuple[str, Span]:
    """Where an account's sentence stands."""
    return account.claim.report_id, account.claim.sentence


def copied(evidence: Evidence) -> Copied:
    """Who has whose words among the accounts of an event, over any number of steps."""
    first: dict[Text, Text] = {}
    for a, b in joined(evidence.edges):
        first[root(first, b)] = root(first, a)
    spans: dict[str, Taken] = {}
    for text in list(first):
        if text[2]:
            spans.setdefault(text[0], []).append((Span(text[1], text[2]), root(first, text)))
    return Copied({place(a): texts_of(a, spans, first) for a in (*evidence.accounts, *evidence.gone)})


def texts_of(
    account: Account, spans: Mapping[str, list[tuple[Span, Text]]], first: dict[Text, Text]
) -> frozenset[Text]:
    """The texts that an account's sentence and its report belong to."""
    report, sentence = account.claim.report_id, account.claim.sentence
    whole = (report, 0, 0)
    taken = {text for span, text in spans.get(report, ()) if span.overlaps(sentence)}
    return frozenset(taken | ({root(first, whole)} if whole in first else set()))


def joined(edges: tuple[ReportEdge, ...]) -> Iterator[tuple[Text, Text]]:
    """The pairs of texts that are one: copied passages, and whole reports that are versions of each other."""
    for edge in edges:
        if edge.kind == "version":
            yield (edge.earlier, 0, 0), (edge.later, 0, 0)
        for passage in edge.passages:
            yield (edge.earlier, passage.a.start, passage.a.end), (edge.later, passage.b.start, passage.b.end)


def root(first: dict[Text, Text], text: Text) -> Text:
    """The member that stands for the group of `text`, which joins as a group of its own if it is new."""
    first.setdefault(text, text)
    while first[text] != text:
        first[text] = first[first[text]]
        text = first[text]
    return text
