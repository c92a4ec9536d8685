"""Which events of many reports are one, from raw text: mentions found by our own stages, pairs judged against ECB+.

In: documents of ECB+ with what our stages read in their text. Out: documents whose mentions are ours, and the pairwise
F1 of a clustering of them. Sentences that were not selected carry no answers, so what is found there is left out.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from evaluation.coreference import Score, among
from evaluation.ecbplus_files import Document, Marked, tokens_in
from reportedly.link.events_acts import acts
from reportedly.link.events_phrases import head_of
from reportedly.model import Annotated, Span


def with_own_mentions(document: Document, doc: Annotated, triggers: Collection[Span], *, claims: bool) -> Document:
    """The document with our mentions in place of the answers': triggers of claims, and unless `claims` all other acts.

    A mention is one token. Its `gold` is the cluster of the answers' event whose words contain it, or None; where
    several of ours lie in one event of the answers, its head counts before the first, and the others match none.
    """
    found = {head_of(doc, tokens_in(doc, [span])) for span in triggers} | (set() if claims else set(acts(doc)))
    chosen = [i for i in sorted(found) if judged(document, doc, i)]
    gold = matched(document, doc, chosen)
    marks = (
        Marked(document.name, (i,), (Span(doc.tokens[i].start, doc.tokens[i].end),), "event", gold.get(i))
        for i in chosen
    )
    return replace(document, mentions=tuple(marks))


def judged(document: Document, doc: Annotated, place: int) -> bool:
    """Whether a token stands in a sentence that carries answers."""
    token = doc.tokens[place]
    return any(span.start <= token.start < span.end for span in document.judged)


def matched(document: Document, doc: Annotated, chosen: Sequence[int]) -> dict[int, str]:
    """The answers' cluster for each chosen place that matches an event of the answers, one place an event."""
    found: dict[int, str] = {}
    for mark in document.mentions:
        if mark.kind == "event" and mark.gold is not None:
            places = tokens_in(doc, mark.spans)
            inside = [i for i in (head_of(doc, places), *places) if i in chosen and i not in found]
            if inside:
                found[inside[0]] = mark.gold
    return found


def pairs(answers: Sequence[Document], ours: Mapping[Marked, object]) -> Score:
    """Pairs of mentions in one cluster, within and across documents: of ours how many are right, of the answers' found.

    A pair of ours is right where both match events of the answers that are one; a pair with a mention that matches none
    is wrong. All pairs of the answers' events count for the recall, whether their mentions were found or not.
    """
    gold = Counter(mark.gold for document in answers for mark in document.mentions if mark.kind == "event")
    right = among(Counter((mark.gold, cluster) for mark, cluster in ours.items() if mark.gold is not None).values())
    said, wanted = among(Counter(ours.values()).values()), among(gold.values())
    return Score(right / said if said else 0.0, right / wanted if wanted else 0.0)
