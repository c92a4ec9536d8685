"""Claims marked in real reports of the development corpora, kept beside them: `python -m evaluation real real_read`.

In: a file of `evaluation/real`, a report a line: which corpus and file it is from, a digest of its text, its claims by
characters. Out: the figures of `evaluation.claims` on it. The texts are third parties' and stay in the corpora: they
are read from there, cut to the first paragraphs, and told by their digests.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from evaluation import claims, newswire_ner
from evaluation.corpus import CORPORA, SHARED, Figures
from reportedly.errors import Stop

Row = dict[str, Any]

OVER = 60
"""Words over the limit from which a text without paragraphs is cut between sentences."""

BLANK = re.compile(r"\n\s*\n")
BREAK = re.compile(r"(?<=[.!?”\"])\s+")
BEFORE = re.compile(r"^% \S.*?\n\n")
"""What is left of an address before an article."""


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Figures of a file of marked reports. Raises Stop where a text is not in the corpora as it was marked."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / path.name
        whole.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in with_texts(path)), "utf-8")
        return claims.evaluate(whole, predictions)


def with_texts(path: Path) -> Iterator[Row]:
    """The rows of the file with their reports' texts, and the words of each span, as the scorer reads them."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = cut(READERS[row["corpus"]](row["file"]), row["words"])
        if digest(text) != row["digest"]:
            raise Stop(f"{path}: the text of {row['id']} in {row['corpus']} is not the one that was marked")
        yield {
            "id": row["id"], "published": row["published"], "publisher": row["publisher"], "title": None, "text": text,
            "claims": [worded(claim, text) for claim in row["claims"]],
        }  # fmt: skip


def worded(value: Any, text: str) -> Any:
    """The value with the words of every span in it."""
    if isinstance(value, list):
        return [worded(each, text) for each in value]
    if not isinstance(value, Mapping):
        return value
    found = {key: worded(each, text) for key, each in value.items()}
    return found | {"text": text[value["start"] : value["end"]]} if "start" in value else found


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def cut(text: str, most: int) -> str:
    """The first paragraphs of a text, up to `most` words; of one without paragraphs the first sentences."""
    paragraphs = [each.strip() for each in BLANK.split(text) if each.strip()]
    kept = "\n\n".join(within(paragraphs, most, always=1))
    if len(kept.split()) <= most + OVER:
        return kept
    return " ".join(within(BREAK.split(kept), most, always=0)).strip()


def within(parts: list[str], most: int, always: int) -> Iterator[str]:
    """The first parts, up to `most` words together; the first ones `always`."""
    words = 0
    for i, part in enumerate(parts):
        words += len(part.split())
        if words > most and i >= always:
            return
        yield part


def newswire(name: str) -> str:
    """An article of the newswire corpus."""
    return BEFORE.sub("", newswire_ner.article(CORPORA / "newswire_ner" / name).text.strip())


def reused(name: str) -> str:
    """A report of the pairs of reports that share wording."""
    return sides()[name]


@cache
def sides() -> Mapping[str, str]:
    """The texts of both sides of all pairs by their ids."""
    lines = (SHARED / "reuse" / "pairs_dev.jsonl").read_text("utf-8").splitlines()
    return {pair[side]["id"]: pair[side]["text"] for pair in map(json.loads, lines) for side in ("a", "b")}


def re3d(name: str) -> str:
    """A document of re3d, by folder and the beginning of its id."""
    folder, _, begins = name.partition("/")
    lines = (CORPORA / "re3d" / folder / "documents.json").read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return next(str(row["text"]) for row in rows if row["_id"].startswith(begins))


def polnear(name: str) -> str:
    """A text of PolNeAR's training part."""
    return (CORPORA / "polnear" / "train" / "text" / name).read_text("utf-8")


READERS: Mapping[str, Callable[[str], str]] = {
    "newswire_ner": newswire, "reuse": reused, "re3d": re3d, "polnear": polnear,
}  # fmt: skip
"""For each corpus what gives the text of one of its files."""
