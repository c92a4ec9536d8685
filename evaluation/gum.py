"""Coreference inside a report against GUM's news and interviews, with our own mentions.

In: a CoNLL-U file with `Entity=` in MISC, or a folder of them, of which the documents of genres news and interview are
read. Out: the CoNLL score (mean F1 of MUC, B-cubed, CEAF-e) of exact spans, without and with mentions that are alone in
their cluster, and what it consists of; and a prediction a line: `{"doc", "first", "last", "cluster"}`, tokens counted
from 0 over the document (words of CoNLL-U, no ranges, no empty nodes), half-open.

The shipped linker finds the mentions; those of a document that it was trained on come from the record of the linkers
that were trained without it (`gum_folds`). With the extractor `rules`, mentions are the rules' own.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.corpus import Figures, extractor
from evaluation.gum_folds import Found, Words, recorded
from evaluation.gum_scores import Clusters, Tally
from reportedly.annotate import Annotator
from reportedly.annotate.parsed_words import parsed_words
from reportedly.encoder import linking
from reportedly.model import Annotated, Mention, Report, Span

GENRES = ("news", "interview")
ENTITY = re.compile(r"\((?P<opened>[^()]+)(?P<whole>\))?|(?P<closed>[^()]+)\)")
BEFORE_HEAD = frozenset(["det", "predet", "amod", "compound", "nummod", "quantmod", "nmod", "poss", "case", "advmod"])
"""What stands before (or, for a possessive, right behind) the head of a mention of GUM and belongs to it."""

BEHIND_HEAD = frozenset(["prep", "relcl", "acl"])
"""What follows the head and belongs to it: "the council of the town", "the envoy who left"."""

RELATIVE = frozenset(["WDT", "WP", "WP$"])
"""Tags of pronouns that are mentions of ours and none of GUM's."""


@dataclass
class Document:
    """One document: name, text, the place of each token, and its mentions with the name of their cluster."""

    name: str
    text: str = ""
    places: list[Span] = field(default_factory=list)
    mentions: list[tuple[Words, str]] = field(default_factory=list)

    @property
    def clusters(self) -> Clusters:
        """The answers, each cluster a set of mentions."""
        return grouped(self.mentions)


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """The CoNLL score and its parts in percent; without answers predictions only."""
    documents = [document(file) for file in files(path)]
    reports = (Report(each.text, each.name, language="en") for each in documents)
    docs = list(Annotator(extractor()).annotate(reports))
    ours = found(documents, docs)
    if predictions is not None:
        predictions.write_text("".join(lines(documents, ours)), encoding="utf-8")
    if not any(each.mentions for each in documents):
        return Figures("gum", {})
    same = [list(by_string(each, found)) for each, found in zip(documents, ours, strict=True)]
    return Figures(
        "gum", figures(documents, ours), figures(documents, same), "our mentions, joined by the same words",
        tuple(notes(documents, docs)),
    )  # fmt: skip


def found(documents: Sequence[Document], docs: Sequence[Annotated]) -> list[Found]:
    """The mentions of each document: on record, by the linker, or the rules' own where they read alone."""
    linkers = linking.load() if any(map(has_states, docs)) else ()
    return [
        recorded(each.name, each.text) or linked(each, doc, linkers) if has_states(doc) else list(told(each, doc))
        for each, doc in zip(documents, docs, strict=True)
    ]


def has_states(doc: Annotated) -> bool:
    """Whether a report was read with an encoder that tells its states, which the linker reads."""
    return doc.scored is not None and len(doc.scored.states) > 0


def linked(each: Document, doc: Annotated, linkers: Sequence[linking.Weights]) -> Found:
    """The linkers' mentions in the document's tokens, each span once."""
    known: dict[Words, str] = {}
    if doc.scored is not None:
        words = doc.scored.report.words
        starts, ends = [place.start for place in each.places], [place.end for place in each.places]
        for mention in linking.referring(doc.scored, parsed_words(doc, words), linkers):
            first = bisect_right(ends, words[mention.first][0])
            last = bisect_left(starts, words[mention.last - 1][1])
            if first < last:
                known.setdefault((first, last), str(mention.cluster))
    return list(known.items())


def notes(documents: Sequence[Document], docs: Sequence[Annotated]) -> Iterator[str]:
    """How many documents were read by which linker."""
    if any(map(has_states, docs)):
        kept = sum(recorded(each.name, each.text) is not None for each in documents)
        yield (
            f"{kept} documents of the linker's training: as linkers found them that were trained without their fold "
            f"(gum_folds.tsv); {len(documents) - kept} read by the shipped linker"
        )


def files(path: Path) -> list[Path]:
    """The documents in the order of their names: one file, or those of a folder whose genre counts."""
    if path.is_file():
        return [path]
    return [file for file in sorted(path.rglob("*.conllu")) if file.stem.split("_")[1:2] and genre(file) in GENRES]


def genre(file: Path) -> str:
    """The second part of a file's name: "news" of GUM_news_harbour."""
    return file.stem.split("_")[1]


def document(file: Path) -> Document:
    """One CoNLL-U file. A paragraph is set off by an empty line, a sentence by a space."""
    made, gap, glued = Document(file.stem), "", 0
    open_: list[tuple[str, int]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and made.text:
            gap = "\n\n"
        columns = line.split("\t")
        if len(columns) != 10 or "." in columns[0]:
            continue
        space = "" if "SpaceAfter=No" in columns[9] else " "
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            glued = last - first + 1
            range_space = space
            continue
        place(made, gap, columns[1])
        gap = space
        if glued:
            glued -= 1
            gap = "" if glued else range_space
        mark(made, open_, columns[9])
    made.mentions.sort()
    return made


def place(made: Document, gap: str, word: str) -> None:
    """Add a word to the text."""
    made.text += gap if made.text else ""
    made.places.append(Span(len(made.text), len(made.text) + len(word)))
    made.text += word


def mark(made: Document, open_: list[tuple[str, int]], misc: str) -> None:
    """Read which mentions open and close at the last word."""
    at = len(made.places) - 1
    entities = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for match in ENTITY.finditer(entities):
        if match["opened"]:
            open_.append((cluster_of(match["opened"]), at))
        if match["whole"] or match["closed"]:
            name = cluster_of(match["opened"] or match["closed"])
            found = next((i for i in range(len(open_) - 1, -1, -1) if open_[i][0] == name), None)
            if found is not None:
                made.mentions.append(((open_.pop(found)[1], at + 1), name))


def cluster_of(marked: str) -> str:
    """The cluster's number, without the part of a mention that is broken in two."""
    return marked.split("-")[0].split("[")[0]


def told(each: Document, doc: Annotated) -> Iterator[tuple[Words, str]]:
    """Our mentions of a document in its tokens, each span once, with their clusters; one without an entity is alone.

    Spans are drawn as GUM draws them, and what GUM takes for no mention is left out: relative pronouns, adjectives.
    """
    known: set[Words] = set()
    for mention in doc.mentions:
        head = doc.tokens[mention.head]
        if head.tag in RELATIVE or (head.dep == "amod" and head.tag.startswith("JJ")):
            continue
        words = words_of(each, reach(doc, mention))
        if words is not None and words not in known:
            known.add(words)
            alone = f"m{words[0]}-{words[1]}"
            yield words, alone if mention.entity is None else f"e{mention.entity}"


def reach(doc: Annotated, mention: Mention) -> Span:
    """The characters of a mention with all that depends on its head; a name inside a longer noun phrase stays alone."""
    if mention.form == "pronoun":
        return mention.span
    first, last = mention.first, mention.last
    is_inside = doc.tokens[mention.head].dep in ("compound", "amod", "nmod")
    for child in doc.children[mention.head]:
        dep = doc.tokens[child].dep
        if dep == "case" or (dep in BEFORE_HEAD and child < first and not is_inside):
            below = list(doc.subtree(child))
            first, last = min(first, *below), max(last, max(below) + 1)
        elif dep in BEHIND_HEAD and child >= last and not is_inside:
            last = max(last, max(doc.subtree(child)) + 1)
    return doc.span(first, last)


def words_of(each: Document, span: Span) -> Words | None:
    """The tokens that a span overlaps."""
    inside = [i for i, at in enumerate(each.places) if at.overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else None


def by_string(each: Document, ours: Iterable[tuple[Words, str]]) -> Iterator[tuple[Words, str]]:
    """The same mentions joined where they have the same words, whatever their case."""
    for words, _ in ours:
        yield words, each.text[each.places[words[0]].start : each.places[words[1] - 1].end].lower()


def grouped(mentions: Iterable[tuple[Words, str]]) -> Clusters:
    """The mentions by cluster."""
    found: dict[str, set[Words]] = {}
    for words, name in mentions:
        found.setdefault(name, set()).add(words)
    return tuple(frozenset(cluster) for cluster in found.values())


def lines(documents: Iterable[Document], ours: Iterable[list[tuple[Words, str]]]) -> Iterator[str]:
    """The predictions, a line of JSON each, in text order."""
    for each, found in zip(documents, ours, strict=True):
        for (first, last), name in sorted(found):
            yield json.dumps({"doc": each.name, "first": first, "last": last, "cluster": name}) + "\n"


def figures(documents: Sequence[Document], found: Sequence[list[tuple[Words, str]]]) -> dict[str, float]:
    """In percent: the CoNLL score and its parts without mentions that stand alone, then with them; mentions found."""
    joined, whole = Tally(), Tally()
    for each, ours in zip(documents, found, strict=True):
        gold, said = each.clusters, grouped(ours)
        whole.add(gold, said)
        joined.add(several(gold), several(said))
    shown = {"conll": joined.conll, "muc": joined.muc.f1, "b3": joined.b_cubed.f1, "ceaf_e": joined.ceaf_e.f1}
    shown |= {"conll with singletons": whole.conll, "mentions with singletons": whole.mentions.f1}
    shown |= {"mentions": joined.mentions.f1}
    return {key: round(100 * value, 1) for key, value in shown.items()}


def several(clusters: Clusters) -> Clusters:
    """The clusters of more than one mention."""
    return tuple(cluster for cluster in clusters if len(cluster) > 1)
