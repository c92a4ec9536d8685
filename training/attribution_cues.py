"""Make the cue lexicons of the extract stage from PolNeAR train (Newell et al. 2018), by counting.

In: the train part, `text/` and `attributions/` (brat). Out, under `extract/lexicons/`:

- `cue_keys.tsv`: the words worth a look, each with its class (`say/V`), light verbs with their object;
- `cue_roles.tsv`: what a part of a frame is to a cue, by key and relation, smoothed by the class;
- `cue_weights.tsv`: the log-odds that each feature of a frame gives it of being a cue, a logistic regression fitted by
  AdaGrad with a fixed seed. Words inside another attribution's content are left out: the corpus does not mark them.

    python training/attribution_cues.py PATH_OF_POLNEAR_TRAIN
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from reportedly.annotate import Annotator
from reportedly.extract.attribution.features import features
from reportedly.extract.attribution.frames import Frame, Part, frames
from reportedly.extract.attribution.links import senses
from reportedly.extract.attribution.trees import Trees, trees
from reportedly.model import Report, Token

LEXICONS = Path(__file__).parent.parent / "src" / "reportedly" / "extract" / "lexicons"
LEAST = 5
"""Frames that must show a feature for it to get a weight; 2, 3 and 5 give the same figures on dev within .3 points."""

EPOCHS = 8
RATE = 0.3
DECAY = 1e-3
BATCH = 512
SMOOTHING = 3
"""Weight of the class in the role of a part, in occurrences."""

SMALLEST = 0.1
"""Weights below it are dropped."""

LEAST_PREPOSITION = 2
HEADED = ("VERB", "NOUN", "ADJ", "AUX", "PROPN")

Spans = list[tuple[int, int]]
Relation = dict[str, Spans]
Read = tuple[Trees, list[Relation]]
Cues = dict[int, tuple[Relation, set[int]]]
Example = tuple[list[str], bool]


class Anything:
    """Stands for the set of known keys while none is known yet: all words, and the light verbs counted so far."""

    def __init__(self, light: Iterable[str]) -> None:
        self.light = frozenset(light)

    def __contains__(self, key: object) -> bool:
        return "+" not in str(key) or key in self.light


def read(folder: Path) -> Iterator[Read]:
    """Each report's trees with its relations; of several annotators the first by name."""
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(re.sub(r"(_[0-9a-f]{4})?$", "", path.stem), path)
    texts = (
        Report(text=(folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8"), ref=stem) for stem in sorted(files)
    )
    for doc in Annotator().annotate(texts):
        yield trees(doc), relations(files[doc.report.ref])


def relations(path: Path) -> list[Relation]:
    """The relations of one brat file: the spans of source, cue and content."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        entity = re.match(r"(T\d+)\t(?:Source|Cue|Content) ([\d ;]+)\t", line)
        if entity:
            parts = (part.split() for part in entity.group(2).split(";"))
            spans[entity.group(1)] = [(int(start), int(end)) for start, end in parts]
        elif line.startswith("E"):
            relation: Relation = {"Source": [], "Cue": [], "Content": []}
            for role, key in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", line):
                relation[role] += spans.get(key, [])
            found.append(relation)
    return found


def cues(tree: Trees, found: list[Relation]) -> Cues:
    """For the main token of each cue: its relation and the cue's tokens."""
    heads: Cues = {}
    for relation in found:
        inside = [t for t in tree.doc.tokens if any(a < t.end and t.start < b for a, b in relation["Cue"])]
        if inside:
            places = {token.i for token in inside}
            heads[main_token(tree, inside, places)] = relation, places
    return heads


def main_token(tree: Trees, inside: list[Token], places: set[int]) -> int:
    """The token of a cue whose head lies outside; for a copula its predicate."""
    tops = [t for t in inside if t.head not in places or t.head == t.i]
    top = min(tops, key=lambda t: (t.pos not in HEADED, t.i))
    if top.lemma == "be" or top.pos == "AUX":
        predicate = tree.doc.child(top.i, "acomp", "attr")
        if predicate in places and predicate is not None:
            return predicate
    return top.i


def known_keys(corpus: list[Read]) -> set[str]:
    """The keys that are a cue at least once, the light verbs met, and all that the lexicon of senses lists."""
    light: Counter[str] = Counter()
    prepositions: Counter[str] = Counter()
    for tree, found in corpus:
        for head, (_, places) in cues(tree, found).items():
            token = tree.token(head)
            verb_object, governed = tree.doc.child(head, "dobj"), tree.doc.child(head, "pobj")
            if token.pos == "VERB" and verb_object in places and verb_object is not None and carries(tree, verb_object):
                light[f"{token.lemma}+{tree.token(verb_object).lemma}/V"] += 1
            if token.pos == "ADP" and governed is not None:
                prepositions[f"{token.lower}+{tree.token(governed).lemma}/I"] += 1
    keys = set(light) | {key for key, count in prepositions.items() if count >= LEAST_PREPOSITION}
    for tree, found in corpus:
        heads = cues(tree, found)
        keys |= {frame.key for frame in frames(tree, Anything(keys)) if frame.head in heads}
    for key in senses():
        if "+" not in key and not key.endswith("/P"):
            keys |= {key} if "/" in key else {f"{key}/V", f"{key}/P"}
    return keys


def carries(tree: Trees, place: int) -> bool:
    """Whether the object of a cue may carry its meaning: a common noun or a pronoun, no name of a hearer."""
    return tree.token(place).pos != "PROPN"


def part_role(tree: Trees, part: Part, relation: Relation, places: set[int]) -> str:
    """What a part is by the gold: S source, K content, C of the cue, O outside."""
    token = tree.token(part.head)
    if "prep:" in part.relation:
        below = [c for c in tree.doc.children[part.head] if tree.token(c).dep in ("pobj", "pcomp", "prep")]
        token = tree.token(below[0]) if below else token
    for role, name in (("S", "Source"), ("K", "Content")):
        if any(start <= token.start < end for start, end in relation[name]):
            return role
    return "C" if part.head in places else "O"


def collect(corpus: list[Read], keys: frozenset[str]) -> tuple[list[Example], dict[tuple[str, str], Counter[str]]]:
    """The frames of the corpus with whether they are cues, and the roles of the cues' parts."""
    examples: list[Example] = []
    roles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree, found in corpus:
        heads = cues(tree, found)
        contents = [span for relation in found for span in relation["Content"]]
        for frame in frames(tree, keys):
            token = tree.token(frame.head)
            hit = heads.get(frame.head)
            if hit is None and any(start <= token.start and token.end <= end for start, end in contents):
                continue
            examples.append((features(tree, frame), hit is not None))
            if hit is not None:
                count_roles(tree, frame, hit, roles)
    return examples, roles


def count_roles(
    tree: Trees, frame: Frame, hit: tuple[Relation, set[int]], roles: dict[tuple[str, str], Counter[str]]
) -> None:
    """Count the role of each part for the key and its class; "according" is no model for other verbs."""
    for part in frame.parts:
        role = part_role(tree, part, *hit)
        roles[frame.key, part.relation][role] += 1
        if frame.key != "according/V":
            roles[frame.key[-1], part.relation][role] += 1


def fit(examples: list[Example]) -> tuple[dict[str, float], float]:
    """The weight of each feature and the bias."""
    counts = Counter(feature for found, _ in examples for feature in set(found))
    places = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    rows = [np.array([places[f] for f in sorted(set(found)) if f in places], dtype=np.int32) for found, _ in examples]
    truth = np.array([hit for _, hit in examples], dtype=np.float64)
    weights, squares, bias = np.zeros(len(places)), np.full(len(places), 1e-2), -1.0
    order, chance = np.arange(len(rows)), np.random.default_rng(1)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            columns = np.concatenate([rows[i] for i in batch])
            owner = np.repeat(np.arange(len(batch)), [len(rows[i]) for i in batch])
            score = np.bincount(owner, weights=weights[columns], minlength=len(batch)) + bias
            error = 1 / (1 + np.exp(-score)) - truth[batch]
            slope = np.bincount(columns, weights=error[owner], minlength=len(weights))
            met = np.unique(columns)
            step = slope[met] + DECAY * len(rows) / BATCH * weights[met]
            squares[met] += step * step
            weights[met] -= RATE * step / np.sqrt(squares[met])
            bias -= 0.001 * float(error.sum())
    return {feature: float(weights[i]) for feature, i in places.items()}, bias


def role_lines(roles: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    """The lexicon's rows: every class, and the keys whose parts go another way than their class."""
    for (key, relation), counts in sorted(roles.items()):
        whole = roles[key[-1], relation]
        size, class_size = sum(counts.values()), sum(whole.values())
        usual = most(whole)
        if key == key[-1]:
            if size >= SMOOTHING:
                yield f"{key}\t{relation}\t{usual}\t{size}"
            continue
        shares = {r: counts[r] + SMOOTHING * (whole[r] / class_size if class_size else 0.25) for r in "SKCO"}
        best = max("SKCO", key=lambda r: (shares[r], r))
        if best != usual:
            yield f"{key}\t{relation}\t{best}\t{size}"


def most(counts: Counter[str]) -> str:
    """The most frequent role, O where none was counted."""
    return max("SKCO", key=lambda role: (counts[role], role)) if counts else "O"


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """Write a lexicon with its header."""
    source = "# Source: own counts over PolNeAR train (840 reports); made by training/attribution_cues.py.\n"
    body = "".join(f"{line}\n" for line in lines)
    (LEXICONS / name).write_text(
        f"# {header[: header.index('|')]}\n{source}# Columns: {header[header.index('|') + 1 :]}\n{body}", "utf-8"
    )


def main() -> None:
    """Count, fit and write the three lexicons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path, help="folder with text/ and attributions/")
    corpus = list(read(parser.parse_args().train))
    keys = known_keys(corpus)
    write(
        "cue_keys.tsv",
        "Words that may be a cue, with their class; a light verb or preposition with its noun.|key.",
        sorted(keys),
    )
    examples, roles = collect(corpus, frozenset(keys))
    header = (
        "What a part of a frame is: S source, K content, C of the cue, O outside.|key or class, relation, role, count."
    )
    write("cue_roles.tsv", header, role_lines(roles))
    weights, bias = fit(examples)
    kept = (f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items()) if abs(weight) >= SMALLEST)
    header = "How much each feature of a frame speaks for a cue: log-odds of a logistic regression.|feature, weight."
    write("cue_weights.tsv", header, [f"bias\t{bias:.2f}", *kept])


if __name__ == "__main__":
    main()
