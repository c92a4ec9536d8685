"""Which mentions of many reports mean one event or one entity, against ECB+.

In: a folder of ECB+ XML files; the answers' relations serve the figures alone. Out: the mean F1 of MUC, B-cubed and
CEAF-e (CoNLL) for events and for entities (persons, bodies, places, things and times), over all documents at once:
which documents tell one story is found from their text, topics are not given. Mentions alone in their cluster are kept,
on both sides.

Then the pairwise F1 from raw text. Mentions of events are found by our own stages in the selected sentences, one token
each: `raw_pairs` takes the triggers of claims and all other verbs and nouns of acts, `claim_pairs` the triggers alone.
One matches the mention of the corpus whose words hold it. A pair of ours is right if both match mentions of one
cluster, and wrong if one matches none; all pairs of the corpus, within and across documents, count for the recall.

The baseline joins mentions, given or found, with one head lemma in documents of one story. Topics that the shipped
weights were learned from are left out of the figures, and read only where predictions are asked for. A prediction a
line: `{"doc", "mention": [token ids], "kind", "cluster"}`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from evaluation.coreference import Clustering, Score, b_cubed, ceaf_e, conll, muc
from evaluation.corpus import Figures, extractor
from evaluation.ecbplus_files import DEVELOPMENT, LAST_GIVEN_TOPIC, Document, Kind, Marked, read, tokens_in, topic_of
from evaluation.ecbplus_raw import pairs, with_own_mentions
from reportedly.link import events, mentions
from reportedly.link.events import EventMention
from reportedly.link.events_clusters import Pair
from reportedly.link.events_phrases import phrase
from reportedly.link.events_stories import Nearness, Stories, outline, stories
from reportedly.link.mentions import EntityMention, entity_mention
from reportedly.model import Annotated, Report, Span
from reportedly.pipeline import Reader, Reading

KINDS: tuple[Kind, ...] = ("event", "entity")
Key = tuple[int, int]


class Read(NamedTuple):
    """One mention of the corpus as our values: the places of its document and of the mention in it, and the value."""

    key: Key
    mark: Marked
    value: EventMention | EntityMention


class Block(NamedTuple):
    """Mentions of one kind in documents that are compared with each other, and how near those are."""

    kind: Kind
    members: list[Read]
    stories: Stories

    def near(self, i: int, j: int) -> Nearness:
        """How near the documents of two members are."""
        return self.stories.near(self.members[i].key[0], self.members[j].key[0])

    def pairs(self) -> Iterator[Pair]:
        """All pairs of members."""
        return ((i, j) for i in range(len(self.members)) for j in range(i + 1, len(self.members)))


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """CoNLL F1 of events and entities, with its parts, then the pairs from raw text; without answers no figures."""
    documents = [each for each in read(path) if predictions is not None or not learned_from(each)]
    readings = list(Reader(extractor=extractor()).read(Report(document.text, document.name) for document in documents))
    annotated = [reading.annotated for reading in readings]
    told = stories([outline(doc) for doc in annotated])
    found = blocks(documents, annotated, told)
    ours = joined(found)
    if predictions is not None:
        keys = [(i, j) for i, document in enumerate(documents) for j in range(len(document.mentions))]
        lines = (line(documents[i].mentions[j], ours[i, j]) for i, j in keys)
        predictions.write_text("".join(lines), encoding="utf-8")
    if not any(document.answered for document in documents):
        return Figures("ecbplus", {})
    figures, baseline, judged = {}, {}, [unseen(block) for block in found]
    for kind in KINDS:
        figures.update(figures_of(kind, judged, ours))
        baseline.update(figures_of(kind, judged, naive(found)))
    for claims in (False, True):
        for table, found_pairs in zip((figures, baseline), raw(documents, readings, told, claims=claims), strict=True):
            table.update(found_pairs)
    return Figures("ecbplus", figures, baseline, "document clusters, then same head lemma; singletons kept")


def raw(
    documents: Sequence[Document], readings: Sequence[Reading], told: Stories, *, claims: bool
) -> tuple[dict[str, float], dict[str, float]]:
    """The pairwise figures of mentions of our own, and those of the baseline on the same mentions."""
    own = [
        replace(document, mentions=())
        if learned_from(document)
        else with_own_mentions(document, reading.annotated, triggers(reading), claims=claims)
        for document, reading in zip(documents, readings, strict=True)
    ]
    found = blocks(own, [reading.annotated for reading in readings], told)
    answers = [document for document in documents if not learned_from(document)]
    name = "claim_pairs" if claims else "raw_pairs"
    ours, plain = (
        pairs(answers, {own[i].mentions[j]: cluster for (i, j), cluster in clustering.items()})
        for clustering in (joined(found), naive(found))
    )
    return pair_figures(name, ours), pair_figures(name, plain)


def triggers(reading: Reading) -> list[Span]:
    """The words that tell the events of a report's claims."""
    return [claim.trigger for claim in reading.claims if claim.kind == "event"]


def pair_figures(name: str, found: Score) -> dict[str, float]:
    """F1, precision and recall, in percent."""
    parts = {"": found.f1, "_precision": found.precision, "_recall": found.recall}
    return {f"{name}{part}": round(100 * value, 1) for part, value in parts.items()}


def learned_from(each: Document | Marked) -> bool:
    """Whether the shipped weights were learned from its topic."""
    topic = topic_of(each.name if isinstance(each, Document) else each.doc)
    return topic.isdigit() and int(topic) <= LAST_GIVEN_TOPIC and topic not in DEVELOPMENT


def unseen(block: Block) -> Block:
    """A block without the members that the shipped weights were learned from."""
    return block._replace(members=[member for member in block.members if not learned_from(member.mark)])


def blocks(documents: Sequence[Document], annotated: Sequence[Annotated], told: Stories) -> list[Block]:
    """The mentions of each kind in groups of documents near enough to be compared."""
    found: dict[tuple[Kind, int], Block] = {}
    for i, (document, doc) in enumerate(zip(documents, annotated, strict=True)):
        for j, mark in enumerate(document.mentions):
            block = found.setdefault((mark.kind, told.candidates[i]), Block(mark.kind, [], told))
            block.members.append(Read((i, j), mark, value(doc, mark)))
    return list(found.values())


def joined(found: Sequence[Block]) -> dict[Key, str]:
    """The cluster of every mention."""
    return {key: cluster for block in found for key, cluster in clustered(block).items()}


def value(doc: Annotated, mark: Marked) -> EventMention | EntityMention:
    """A mention of the corpus as ours."""
    places = tokens_in(doc, mark.spans)
    return EventMention(doc.report.ref, phrase(doc, places)) if mark.kind == "event" else entity_mention(doc, places)


def score(block: Block, i: int, j: int) -> float:
    """The likelihood that two members mean one."""
    a, b = block.members[i].value, block.members[j].value
    if isinstance(a, EventMention) and isinstance(b, EventMention):
        return events.event_likelihood(a, b, block.near(i, j))
    assert isinstance(a, EntityMention)
    assert isinstance(b, EntityMention)
    return mentions.entity_likelihood(a, b, block.near(i, j))


def clustered(block: Block) -> dict[Key, str]:
    """The name of the cluster of each member: document and first token of its first mention."""
    edges = {(i, j): score(block, i, j) for i, j in block.pairs()}
    values = [member.value for member in block.members]
    if block.kind == "event":
        tops = events.clusters([each for each in values if isinstance(each, EventMention)], edges)
    else:
        tops = mentions.clusters(len(values), edges)
    return {member.key: name(block.members[top]) for member, top in zip(block.members, tops, strict=True)}


def name(member: Read) -> str:
    """The name of the cluster that a member is the first of."""
    return f"{member.mark.kind}:{member.mark.doc}:{'-'.join(map(str, member.mark.tokens))}:{member.key[1]}"


def naive(found: Sequence[Block]) -> Clustering:
    """The baseline: one head lemma in documents of one story."""
    answer: dict[Key, tuple[int, str]] = {}
    for block in found:
        firsts: list[int] = []
        for member in block.members:
            i = member.key[0]
            story = next((k for k in firsts if block.stories.near(i, k).story), i)
            if story == i and i not in firsts:
                firsts.append(i)
            answer[member.key] = (story, member.value.phrase.lemma)
    return answer


def figures_of(kind: Kind, found: Sequence[Block], ours: Clustering) -> dict[str, float]:
    """CoNLL F1 and its three parts for one kind, in percent."""
    chosen = [member for block in found if block.kind == kind for member in block.members]
    gold: Clustering = {member.key: member.mark.gold for member in chosen}
    said: Clustering = {member.key: ours[member.key] for member in chosen}
    parts = {"muc": muc(gold, said).f1, "b3": b_cubed(gold, said).f1, "ceafe": ceaf_e(gold, said).f1}
    return {
        f"{kind}_conll": round(100 * conll(gold, said), 1),
        **{f"{kind}_{part}": round(100 * each, 1) for part, each in parts.items()},
    }


def line(mark: Marked, cluster: str) -> str:
    """One prediction as a line of JSON."""
    row = {"doc": mark.doc, "mention": list(mark.tokens), "kind": mark.kind, "cluster": cluster}
    return json.dumps(row, ensure_ascii=False) + "\n"
