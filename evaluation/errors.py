"""`python -m evaluation.errors [GOLD]`: every error on the gold file, sorted by cause, as Markdown.

In: the gold file and our own reading of it. Out: one section a cause, most frequent
first, each error with its sentence.
The page quotes the gold's texts, which are third parties': it is printed, never committed.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.claims import gold_reports
from evaluation.corpus import SCORE, SHARED, extractor
from reportedly.errors import Stop
from reportedly.pipeline import Reader
from reportedly.wire import claim_json

Row = dict[str, Any]


def scorer() -> Any:
    """The claim scorer as a module, so that errors are told by the very rules that count them."""
    path = SCORE / "claims.py"
    spec = importlib.util.spec_from_file_location("claim_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        raise Stop(f"the claim scorer is not at {path}; set REPORTEDLY_SCORE to the folder that holds it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(gold: Row, predicted: list[Row], score: Any) -> Iterator[tuple[str, str]]:
    """(cause, line) for every difference between the gold claims of one report and the predicted ones."""
    text = gold["text"]
    pairs = score.pair(gold["claims"], predicted)
    paired_gold, paired = {id(g) for g, _ in pairs}, {id(p) for _, p in pairs}
    for g in gold["claims"]:
        if id(g) not in paired_gold:
            yield f"missed {label(g)}", shown(g, text)
    for p in predicted:
        if id(p) not in paired:
            yield f"spurious {label(p)}", shown(p, text)
    for g, p in pairs:
        yield from differences(g, p, text, score)


def differences(g: Row, p: Row, text: str, score: Any) -> Iterator[tuple[str, str]]:
    """(cause, line) for each field in which a pair differs."""
    right = score.right(g, p)
    for field, ok in right.items():
        if ok or field == "core":
            continue
        yield f"{field}", f"gold {value(g, field)} | ours {value(p, field)} | {shown(g, text)}"
    matched = score.matched_roles(g, p)
    for role in g["roles"]:
        if role not in matched:
            ours = "; ".join(f"{r['role']}={r['text']}" for r in p["roles"])
            yield f"role {role['role']}", f"gold {role['text']!r} | ours {ours} | {shown(g, text)}"
    if len(p["roles"]) > len(matched):
        yield "roles too many", f"ours {[(r['role'], r['text']) for r in p['roles']]} | {shown(g, text)}"


def label(claim: Row) -> str:
    """The claim's kind and type in two words."""
    return f"{claim['kind']} {claim.get('type') or claim.get('tie')}"


def value(claim: Row, field: str) -> str:
    """One field of a claim, in short."""
    if field in ("certainty", "polarity", "temporality"):
        return str(claim["factuality"][field])
    if field in ("source", "kind"):
        links = claim["attribution"]
        return " / ".join(f"{(a['source'] or {}).get('text')}:{a['kind']}" for a in links) or "own voice"
    if field in ("time", "place"):
        found = claim.get(field) or {}
        return f"{found.get('text')} {found.get('edtf', '')}"
    return label(claim) if field == "type" else str(claim.get(field))


def shown(claim: Row, text: str) -> str:
    """The sentence with its trigger in brackets."""
    s, t = claim["sentence"], claim["trigger"]
    start, end = min(s["start"], t["start"]), max(s["end"], t["end"])
    return f"{text[start : t['start']]}[{text[t['start'] : t['end']]}]{text[t['end'] : end]}".replace("\n", " ")


def main(arguments: list[str]) -> int:
    """0, after printing the page. `--even` and `--odd` take every other report."""
    path = Path(next((a for a in arguments if not a.startswith("--")), SHARED / "gold" / "dev.jsonl"))
    score, found = scorer(), defaultdict(list)
    wanted = {"--even": (0,), "--odd": (1,)}.get(arguments[-1] if arguments else "", (0, 1))
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for i, (row, reading) in enumerate(zip(gold, Reader(extractor=extractor()).read(gold_reports(path)), strict=True)):
        if i % 2 in wanted:
            for cause, line in errors(row, [claim_json(c, reading.report) for c in reading.claims], score):
                found[cause].append(f"{line}  ({row['id']})")
    for cause, lines in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"\n## {cause}: {len(lines)}\n")
        print("\n".join(f"- {line}" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
