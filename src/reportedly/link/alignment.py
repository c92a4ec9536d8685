"""Which words and sentences of one report stand in another.

In: the wordings of two reports. Out: an `Alignment`: the runs of words both have, and for each sentence of the one the
sentence of the other that says the same. Decisions rest on the two texts only. Near linear in their length.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple

from reportedly.link.wording import RUN, Wording

VERBATIM, EDITED_ROWS = 0.85, 0.4
"""Share of a sentence's words that stand in rows in the other, from which it is verbatim, or edited."""

EDITED, PARAPHRASED = 0.7, 0.4
"""Likeness from which a sentence is an edited, or a paraphrased, form of the other."""

LEAST_CONTENT = 4
"""Content words that two sentences must share to be alike without words in rows."""

Manner = Literal["verbatim", "edited", "paraphrased"]


class Run(NamedTuple):
    """`length` words in a row that both have, from word `a` of the one and word `b` of the other.

    `said` is true where they are a quotation in either: the speaker's words, and not the reporter's.
    """

    a: int
    b: int
    length: int
    said: bool


class Pair(NamedTuple):
    """Two sentences that say the same: their places in `told`, how alike they are and how, and whether it is quoted.

    `likeness` is 0 to 1; `rows` is the share of the words that stand in rows in the other, of the sentence paired.
    """

    a: int
    b: int
    likeness: float
    rows: float
    manner: Manner
    said: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two reports share: runs in the order of the first, and for each sentence its best counterpart in the other.

    `pairs` goes by the sentences of the first, `back` by those of the second; each holds at most one pair a sentence,
    and both name the first report's sentence first.
    """

    runs: tuple[Run, ...]
    pairs: tuple[Pair, ...]
    back: tuple[Pair, ...]


def align(a: Wording, b: Wording, runs: tuple[Run, ...] | None = None) -> Alignment:
    """What `a` shares with `b`: page furniture is left out on both sides. `runs` are the shared ones where known."""
    if runs is None:
        runs = tuple(shared_runs(a, b))
    back = (Pair(p.b, p.a, p.likeness, p.rows, p.manner, p.said) for p in sentence_pairs(b, a, turned(runs)))
    return Alignment(runs, tuple(sentence_pairs(a, b, runs)), tuple(back))


def turned(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs as the second report shares them with the first."""
    return tuple(Run(run.b, run.a, run.length, run.said) for run in runs)


def likest(a: Wording, b: Wording, runs: tuple[Run, ...], first: int) -> float:
    """How like a sentence of the other is one of the `first` sentences of either, 0 to 1; 0 where none is."""
    pairs = chain(sentence_pairs(a, b, runs, range(first)), sentence_pairs(b, a, turned(runs), range(first)))
    return max((pair.likeness for pair in pairs), default=0.0)


def shared_runs(a: Wording, b: Wording) -> Iterator[Run]:
    """The longest runs of `RUN` words or more of `a`, from its beginning, each word once."""
    shared = a.rows.keys() & b.rows.keys()
    if not shared:
        return
    spoken = (a.spoken_rows | b.spoken_rows) & shared
    i = 0
    for line in a.told:
        i = max(i, line.first)
        if shared.isdisjoint(a.row_at[i : line.last]):
            continue
        while i < min(line.last, len(a.row_at)):
            row = a.row_at[i]
            if row not in shared:
                i += 1
                continue
            length, j = max((run_length(a.words, b.words, i, j), -j) for j in b.rows[row])
            inside = a.row_at[i : i + length - RUN + 1]
            said = 2 * sum(each in spoken for each in inside) > len(inside)
            yield Run(i, -j, length, said)
            i += length


def run_length(a: tuple[str, ...], b: tuple[str, ...], i: int, j: int) -> int:
    """How many words are the same from places `i` and `j` on."""
    most = min(len(a) - i, len(b) - j)
    length = RUN
    while length < most and a[i + length] == b[j + length]:
        length += 1
    return length


def sentence_pairs(
    a: Wording, b: Wording, runs: tuple[Run, ...], wanted: Collection[int] | None = None
) -> Iterator[Pair]:
    """For each sentence of `a`, or for those `wanted`, the sentence of `b` that is most like it, where one is.

    A sentence that denies is no form of one that does not, unless much of it stands there word for word.
    """
    shared = words_between(a, b, runs)
    said = {i for run in runs if run.said for i in range(run.a, run.a + run.length)}
    common = a.vocabulary & b.bearers.keys()
    for place in sorted(shared.keys() | rich_in(a, common, wanted)):
        if wanted is not None and place not in wanted:
            continue
        line, taken = a.told[place], shared.get(place, {})
        best = best_counterpart(a.contents[place], b, taken, line.last - line.first, common)
        if best is None:
            continue
        score, rows, other = best
        how = manner(score, rows, len(a.contents[place] & b.contents[other]))
        if how is not None and (rows >= EDITED_ROWS or a.denying[place] == b.denying[other]):
            marks = sum(a.quoted[i] or i in said for i in range(line.first, line.last))
            yield Pair(place, other, score, rows, how, 2 * marks > line.last - line.first)


def rich_in(a: Wording, common: Set[str], wanted: Collection[int] | None) -> set[int]:
    """The sentences of `a`, or those `wanted`, that hold `LEAST_CONTENT` of these stems or more."""
    if wanted is not None:
        return {i for i in wanted if i < len(a.told) and len(a.contents[i] & common) >= LEAST_CONTENT}
    counts = Counter(chain.from_iterable(a.holders[each] for each in common))
    return {place for place, count in counts.items() if count >= LEAST_CONTENT}


def words_between(a: Wording, b: Wording, runs: tuple[Run, ...]) -> dict[int, dict[int, int]]:
    """For each sentence of `a`, how many words of shared runs it has in common with each sentence of `b`."""
    found: dict[int, dict[int, int]] = {}
    for run in runs:
        here = a.sentence_at[run.a : run.a + run.length]
        there = b.sentence_at[run.b : run.b + run.length]
        for (place, other), count in Counter(zip(here, there, strict=True)).items():
            counts = found.setdefault(place, {})
            counts[other] = counts.get(other, 0) + count
    return found


def best_counterpart(
    mine: frozenset[str], b: Wording, taken: dict[int, int], length: int, common: Set[str]
) -> tuple[float, float, int] | None:
    """The likeness, the share of words in rows, and the place of the sentence most like this one; None for none."""
    both: Counter[int] = Counter()
    for each in mine & common:
        both.update(b.bearers[each])
    rivals = taken.keys() | {place for place, count in both.items() if count >= LEAST_CONTENT}
    scored = ((likeness(mine, b.contents[o], taken.get(o, 0) / length), taken.get(o, 0) / length, -o) for o in rivals)
    best = max(scored, default=None)
    return None if best is None else (best[0], best[1], -best[2])


def likeness(mine: frozenset[str], theirs: frozenset[str], rows: float) -> float:
    """How much of a sentence stands in the other, 0 to 1: by words in rows, or by content words of the shorter."""
    least, most, both = min(len(mine), len(theirs)), max(len(mine), len(theirs)), len(mine & theirs)
    bag = both / max(least, 5) * min(1.0, 0.6 + both / max(most, 1))
    return min(1.0, max(rows, bag))


def manner(score: float, rows: float, both: int) -> Manner | None:
    """How a sentence was taken over, None where it was not."""
    if rows >= VERBATIM:
        return "verbatim"
    if rows >= EDITED_ROWS or score >= EDITED:
        return "edited"
    return "paraphrased" if score >= PARAPHRASED and both >= LEAST_CONTENT else None
