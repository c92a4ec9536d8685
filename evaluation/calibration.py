"""How far a claim's confidence can be taken at its word: expected calibration error, and how well it sorts.

In: gold rows and our rows as the scorer reads them. Out: each of our claims with its confidence and whether it is typed
right (paired with a marked claim of its type or tie by the scorer's own rules); from these the expected calibration
error over ten bins (Guo et al. 2017), the area under the ROC curve, and a diagram of reliability.

    python -m evaluation.calibration [PATH] [--svg FILE]
"""

import argparse
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.corpus import SCORE
from reportedly.errors import Stop

BINS = 10
SIDE, EDGE = 320, 48
"""Pixels of the diagram's square, and around it."""

Judged = tuple[float, bool]
"""A claim's confidence, and whether it is typed right."""


class Bin(NamedTuple):
    """The claims of one bin: how many, their mean confidence, the share that is typed right."""

    claims: int
    confidence: float
    right: float


def judged(gold: Iterable[Mapping[str, Any]], ours: Iterable[Mapping[str, Any]]) -> Iterator[Judged]:
    """Each of our claims, report by report."""
    scorer = load_scorer()
    of_report: dict[str, list[Mapping[str, Any]]] = {}
    for claim in ours:
        of_report.setdefault(claim["report"]["ref"], []).append(claim)
    for row in gold:
        claims = of_report.get(row["id"], [])
        pairs = scorer.pair(row["claims"], claims)
        right = {id(own) for marked, own in pairs if scorer.label(marked) == scorer.label(own)}
        for claim in claims:
            yield claim["confidence"], id(claim) in right


def load_scorer() -> Any:
    """The scorer of claims as a module. Raises Stop where it is not there."""
    file = SCORE / "claims.py"
    spec = importlib.util.spec_from_file_location("claims_scorer", file) if file.exists() else None
    if spec is None or spec.loader is None:
        raise Stop(f"the claim scorer is not at {file}; set REPORTEDLY_SCORE to the folder that holds it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """In percent: the area under the curve, and what the expected calibration error leaves of a hundred."""
    return {"auroc": round(100 * auroc(found), 1), "calibrated": round(100 * (1 - calibration_error(found)), 1)}


def bins(found: Sequence[Judged]) -> list[Bin]:
    """Ten bins of equal width, empty ones with nothing in them."""
    parts: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in found:
        parts[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [Bin(len(part), mean(c for c, _ in part), mean(float(right) for _, right in part)) for part in parts]


def mean(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def calibration_error(found: Sequence[Judged]) -> float:
    """How far confidence is from the share that is right, over all bins by their size; 0 to 1."""
    total = max(1, len(found))
    return sum(each.claims / total * abs(each.confidence - each.right) for each in bins(found))


def auroc(found: Sequence[Judged]) -> float:
    """How often a claim that is right has more confidence than one that is wrong, ties by halves (Mann and Whitney)."""
    right = [confidence for confidence, is_right in found if is_right]
    wrong = [confidence for confidence, is_right in found if not is_right]
    if not right or not wrong:
        return 0.5
    won = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return won / (len(right) * len(wrong))


def lines(found: Sequence[Judged]) -> Iterator[str]:
    """The bins, a line each."""
    for i, each in enumerate(bins(found)):
        if each.claims:
            yield (
                f"confidence {i / BINS:.1f} to {(i + 1) / BINS:.1f}: {each.claims:4} claims, "
                f"mean {100 * each.confidence:.0f} %, typed right {100 * each.right:.0f} %"
            )


def diagram(found: Sequence[Judged]) -> str:
    """The diagram of reliability as SVG: a dot a bin, larger for more claims; on the line it holds its word."""
    most = max((each.claims for each in bins(found)), default=0) or 1
    dots = [
        f'<circle cx="{EDGE + SIDE * each.confidence:.1f}" cy="{EDGE + SIDE * (1 - each.right):.1f}" '
        f'r="{3 + 11 * (each.claims / most) ** 0.5:.1f}" fill="#1f6f78" fill-opacity="0.75">'
        f"<title>{each.claims} claims: mean confidence {100 * each.confidence:.0f} %, "
        f"typed right {100 * each.right:.0f} %</title></circle>"
        for each in bins(found)
        if each.claims
    ]
    size, low = SIDE + 2 * EDGE, EDGE + SIDE
    ticks = [
        f'<text x="{EDGE + SIDE * n / 10:.0f}" y="{low + 18}" text-anchor="middle">{n * 10}</text>'
        f'<text x="{EDGE - 8}" y="{low - SIDE * n / 10 + 4:.0f}" text-anchor="end">{n * 10}</text>'
        for n in range(0, 11, 2)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12" '
        'role="img">',
        "<title>Confidence of claims against the share that is typed right</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<line x1="{EDGE}" y1="{low}" x2="{low}" y2="{EDGE}" stroke="#999" stroke-dasharray="4 4"/>',
        *ticks, *dots,
        f'<text x="{EDGE + SIDE / 2:.0f}" y="{size - 10}" text-anchor="middle">confidence, %</text>',
        f'<text x="14" y="{EDGE + SIDE / 2:.0f}" text-anchor="middle" transform="rotate(-90 14 {EDGE + SIDE / 2:.0f})">'
        "typed right, %</text>",
        "</svg>", "",
    ])  # fmt: skip


def main() -> int:
    """Print figures and bins; write the diagram where asked."""
    from evaluation.__main__ import PLACES
    from evaluation.claims import marked, read

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=PLACES["claims"])
    parser.add_argument("--svg", type=Path, help="the file for the diagram")
    given = parser.parse_args()
    _, rows = read(given.path)
    found = list(judged(marked(given.path), rows))
    print(figures(found), *lines(found), sep="\n")
    if given.svg is not None:
        given.svg.write_text(diagram(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
