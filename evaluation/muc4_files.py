"""The messages of MUC-4 with their answers: role fillers and confidence in the perpetrating organisation.

In: a folder with `raw/` (texts and keys as distributed) or `processed/` (`dev.json`: `docid`, `doctext`, `templates` or
`extracts`) or both, or one such file. Out: `Message`s in the files' order.

Roles and merging are those of GRIT (Du, Rush and Cardie 2021): fillers of all templates of a message by role, one that
is part of another left out. The confidence is slot 11 of the keys, which the processed files lack.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
HEADER = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})(?: \([^)]*\))?\s*$", re.MULTILINE)
DATELINE = re.compile(r"\A.*?--\s+(?:\[[^\]]+\]\s+)+", re.DOTALL)
SLOT = re.compile(r"^(\d+)\. +([A-Z: ]+?) {2,}(.*)$")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')

Entity = tuple[str, ...]
"""The strings by which a filler may be named."""


@dataclass(frozen=True)
class Confidence:
    """An organisation and the values that the key accepts for it; `optional` where the key does not ask for it."""

    org: Entity
    values: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True)
class Message:
    """One message: its id, its text as found (case tells nothing), and the answers, None where there are none."""

    docid: str
    text: str
    fillers: dict[str, list[Entity]] | None = None
    confidence: tuple[Confidence, ...] | None = None


def messages(path: Path) -> list[Message]:
    """The messages at `path`: of a folder those of its processed files without training's, else of its raw texts."""
    if path.is_file():
        return list(of_json(path) if path.suffix in (".json", ".jsonl") else of_text(path))
    processed = [p for p in sorted(path.rglob("*.json")) if p.stem != "train"]
    texts = sorted(p for p in path.rglob("tst*") if p.is_file() and not p.name.startswith("key"))
    found = [m for file in processed for m in of_json(file)] or [m for text in texts for m in of_text(text)]
    keys = {k: v for file in sorted(path.rglob("key-tst*")) for k, v in confidences(file).items()}
    return [replace(each, confidence=keys.get(each.docid)) for each in found] if keys else found


def of_json(file: Path) -> Iterator[Message]:
    """The messages of a processed file, a line of JSON each."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Message(row["docid"], row["doctext"], extracts(row))


def of_text(file: Path) -> Iterator[Message]:
    """The messages of a raw file, without their datelines."""
    text = file.read_text("latin-1")
    heads = list(HEADER.finditer(text))
    for head, following in zip(heads, (*heads[1:], None), strict=True):
        body = text[head.end() : following.start() if following else len(text)].strip()
        yield Message(head[1], DATELINE.sub("", body, count=1).replace("[", "(").replace("]", ")"))


def extracts(row: dict[str, Any]) -> dict[str, list[Entity]] | None:
    """The fillers by role of a processed message; None where it has no answers."""
    parts = [row["extracts"]] if "extracts" in row else row.get("templates")
    if parts is None:
        return None
    return {role: merged(names(e) for part in parts for e in part.get(role, ())) for role in ROLES}


def names(entity: Iterable[Any]) -> Entity:
    """The strings of a filler, each given as such or with its offset."""
    return tuple(mention if isinstance(mention, str) else mention[0] for mention in entity)


def merged(entities: Iterable[Entity]) -> list[Entity]:
    """Fillers in order, without those whose strings are all another's, or that hold all of an earlier one's."""
    kept: list[Entity] = []
    for entity in entities:
        if entity and not any(set(entity) <= set(other) or set(other) <= set(entity) for other in kept):
            kept.append(entity)
    return kept


def confidences(file: Path) -> dict[str, tuple[Confidence, ...]]:
    """For each message of a raw key, slot 11 of all its templates, each organisation and value once.

    What stands in a template that the key has as optional is optional.
    """
    found: dict[str, list[Confidence]] = {}
    docid, slot, is_optional = "", "", False
    for line in file.read_text("latin-1").splitlines():
        match = SLOT.match(line)
        content = match[3] if match else line.strip()
        slot = match[1] if match else slot if line.startswith(" ") else ""
        if slot == "0" and match:
            docid = content.split()[0]
            found.setdefault(docid, [])
        elif slot == "1":
            is_optional = "(OPTIONAL)" in content
        elif slot == "11" and (read := confidence(content)):
            entry = replace(read, optional=read.optional or is_optional)
            if entry not in found[docid]:
                found[docid].append(entry)
    return {key: tuple(value) for key, value in found.items()}


def confidence(content: str) -> Confidence | None:
    """One line of slot 11: `VALUE / VALUE: "NAME" / "NAME"`; None for one that is empty."""
    values, _, rest = content.lstrip("? ").partition(":")
    org: Sequence[str] = [name.replace("\\", "") for name in STRING.findall(rest)]
    if not org:
        return None
    return Confidence(tuple(org), tuple(v.strip("() ") for v in values.split("/")), content.startswith("?"))
