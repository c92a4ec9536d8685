"""The corpora as examples, training's parts and development's.

In: the folder of corpora. Out: `Example`s; the parts held apart (the list of newswire articles, MEANTIME's apple
corpus, the dev parts of PolNeAR, UW and UDS-IH2, ECB+'s development topics, MUC-4's tst1 and tst2) are in `dev` alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from evaluation import ecbplus_files, factuality, muc4_files, newswire_ner, timex
from evaluation.factuality_events import USUAL, answers
from evaluation.muc4 import PARAGRAPH
from evaluation.muc4_casing import with_capitals
from reportedly.encoder.decode import Relation
from reportedly.encoder.heads import CONFIDENCES, FILLERS, TAGS
from reportedly.encoder.labels import Chars, Marked
from training.encoder.examples import Example

Reader = Callable[[Path, bool], Iterator[Example]]
ANNOTATION = re.compile(r"(T\d+)\t(?:Source|Cue|Content) ([\d ;]+)\t")
BEHIND = 200
"""Characters that are kept behind the last sentence of which a corpus tells something."""

ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def newswire(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """The articles with their names, of all nine classes."""
    for file in sorted((corpora / "newswire_ner").glob("*.tsv")):
        if (newswire_ner.stem(file) in newswire_ner.apart()) == is_dev:
            article = newswire_ner.article(file)
            yield Example("newswire", article.name, article.text, {"names": tuple(named(file, article))})


def named(file: Path, article: newswire_ner.Article) -> Iterator[Marked]:
    """The names of an article by characters."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    labels = [tag.strip() for word, *tagged in rows if word.strip() for tag in tagged[:1]]
    first = 0
    for i, label in enumerate((*labels, "O")):
        if i and labels[i - 1] != "O" and (label[:1] != "I" or label[2:] != labels[i - 1][2:]):
            places = [place for place in article.places[first:i] if place is not None]
            if places:
                yield places[0].start, places[-1].end, labels[first][2:]
        if label[:1] == "B" or (label != "O" and (not i or labels[i - 1][2:] != label[2:])):
            first = i


def polnear(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """The reports with their attributions; of several annotators the first by name."""
    folder = corpora / "polnear" / ("dev" if is_dev else "train")
    files: dict[str, Path] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(re.sub(r"_[0-9a-f]{4}$", "", file.stem), file)
    for stem, file in files.items():
        relations = tuple(attributions(file))
        cues = tuple((start, end, "Cue") for each in relations for start, end in each.cue)
        inside = tuple(part for each in relations for part in each.content)
        text = (folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        yield Example(
            "polnear", stem, text, {"cue": cues, "cue_nested": cues}, {"cue_nested": inside}, relations=relations
        )


def attributions(file: Path) -> Iterator[Relation]:
    """The relations of one brat file."""
    parts: dict[str, tuple[Chars, ...]] = {}
    for line in file.read_text("utf-8").splitlines():
        match = ANNOTATION.match(line)
        if match:
            pairs = (part.split() for part in match[2].split(";"))
            parts[match[1]] = tuple((int(start), int(end)) for start, end in pairs)
        elif line.startswith("E"):
            found: dict[str, list[Chars]] = {"Source": [], "Cue": [], "Content": []}
            for role, key in ROLE.findall(line):
                found[role] += parts.get(key, ())
            yield Relation(tuple(found["Cue"]), tuple(found["Source"]), tuple(found["Content"]))


def meantime(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """The annotated sentences with their events and what is said of each; only the apple corpus is of dev."""
    for folder in sorted((corpora / "meantime").glob("corpus_*")):
        if (folder.name == "corpus_apple") == is_dev:
            for file in sorted(folder.glob("*.xml")):
                yield from events(file, is_dev)


def events(file: Path, is_whole: bool) -> Iterator[Example]:
    """One article of MEANTIME, as a whole or up to the end of its annotated part."""
    document = timex.document_of(file)
    marked: list[Marked] = []
    points: dict[str, list[Marked]] = {key: [] for key in USUAL}
    for each in answers(file):
        start, end = document.places[each.tokens[0]].start, document.places[each.tokens[-1]].end
        marked.append((start, end, "Event"))
        for key, value in zip(USUAL, each.values, strict=True):
            points[key].append((start, end, value))
    frozen = {key: tuple(rows) for key, rows in points.items()}
    text = document.text if is_whole else document.text[: document.end]
    yield Example("meantime", document.name, text, {"event": tuple(marked)}, points=frozen)


def scored(corpora: Path, is_dev: bool, folder: str, name: str) -> Iterator[Example]:
    """Sentences with predicates on the scale of factuality."""
    file = corpora / "factuality" / folder / ("dev.jsonl" if is_dev else "train.jsonl")
    for sentence in factuality.read(file):
        values, marked = [], []
        for (first, last), label in sentence.targets:
            start, end = sentence.places[first].start, sentence.places[last - 1].end
            marked.append((start, end, "Predicate"))
            if label is not None:
                values.append((start, end, label))
        spans: Mapping[str, tuple[Marked, ...]] = {f"predicate_{name}": tuple(marked)}
        yield Example(name, str(sentence.idx), sentence.text, spans, values={f"factuality_{name}": tuple(values)})


def uw(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """UW's sentences of news."""
    return scored(corpora, is_dev, "UW", "uw")


def uds(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """UDS-IH2's sentences of the web."""
    return scored(corpora, is_dev, "UDS_IH2", "uds")


def ecbplus(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """The documents with the events of their selected sentences; nothing is known of the others."""
    for document in ecbplus_files.read(corpora / "ecbplus"):
        topic = ecbplus_files.topic_of(document.name)
        if (topic in ecbplus_files.DEVELOPMENT) == is_dev and document.judged:
            marked = tuple(
                (span.start, span.end, "Predicate")
                for mention in document.mentions
                if mention.kind == "event"
                for span in mention.spans
            )
            text = document.text[: document.judged[-1].end + BEHIND]
            edges = [0, *(edge for span in document.judged for edge in (span.start, span.end)), len(text)]
            silent = tuple(zip(edges[::2], edges[1::2], strict=True))
            yield Example("ecbplus", document.name, text, {"event_ecb": marked}, {"event_ecb": silent})


def muc4(corpora: Path, is_dev: bool) -> Iterator[Example]:
    """The messages in the case that print would give them, with fillers, confidence, kind of incident and stage."""
    folder = corpora / "muc4"
    file = folder / "processed" / ("dev.json" if is_dev else "train.json")
    files = sorted((folder / "raw").rglob("key-*"))
    keys = {k: v for key in files for k, v in muc4_files.confidences(key).items()}
    kinds = {k: v for key in files for k, v in incidents(key).items()}
    for message in muc4_files.of_json(file):
        text = with_capitals(PARAGRAPH.sub("\n\n", message.text))
        fillers = message.fillers or {}
        marked = tuple(occurrences(text, fillers))
        orgs = tuple(confident(text, keys.get(message.docid, ())))
        yield Example(
            "muc4",
            message.docid,
            text,
            {"fillers": marked},
            points={"confidence": orgs},
            whole=kinds.get(message.docid, {}),
        )


def incidents(key: Path) -> dict[str, dict[str, str]]:
    """For each message of a raw key the kind of the first incident and its stage, both "none" where there is none."""
    found: dict[str, dict[str, str]] = {}
    docid = ""
    for line in key.read_text("latin-1").splitlines():
        match = muc4_files.SLOT.match(line)
        if match is None:
            continue
        if match[1] == "0":
            docid = match[3].split()[0]
            found.setdefault(docid, {})
        for slot, head in (("4", "incident"), ("5", "stage")):
            if match[1] == slot and head not in found[docid]:
                found[docid][head] = nearest(match[3], TAGS[head])
    return found


def nearest(said: str, labels: Sequence[str]) -> str:
    """The first label that a slot of the key names; "none" where it names none."""
    lower = said.lower()
    return next((label for label in labels if label.lower() in lower), "none")


def occurrences(text: str, fillers: Mapping[str, Iterable[muc4_files.Entity]]) -> Iterator[Marked]:
    """Every place where a filler's string stands, longer strings first."""
    strings = {(name, role) for role in FILLERS for entity in fillers.get(role, ()) for name in entity}
    for name, role in sorted(strings, key=lambda each: (-len(each[0]), each)):
        for start, end in places_of(text, name):
            yield start, end, role


def places_of(text: str, name: str) -> Iterator[Chars]:
    """Where a string stands as whole words, whatever the case and the space."""
    words = name.split()
    if words:
        pattern = r"\s+".join(map(re.escape, words))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            yield match.span()


def confident(text: str, key: Iterable[muc4_files.Confidence]) -> Iterator[Marked]:
    """The confidence at every place where an organisation of the key stands; of several values the first."""
    for each in key:
        value = re.split(r"\s*/\s*", each.values[0])[0].strip("() ")
        for name in each.org:
            for start, end in places_of(text, name):
                yield start, end, value if value in CONFIDENCES else "none"


READERS: Mapping[str, Reader] = {
    "newswire": newswire,
    "polnear": polnear,
    "meantime": meantime,
    "uw": uw,
    "uds": uds,
    "ecbplus": ecbplus,
    "muc4": muc4,
}


def train(corpora: Path) -> Iterator[Example]:
    """All examples that training may see."""
    for reader in READERS.values():
        yield from reader(corpora, False)


def dev(corpora: Path) -> Iterator[Example]:
    """The examples to be measured on."""
    for reader in READERS.values():
        yield from reader(corpora, True)
