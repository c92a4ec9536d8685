"""What the readers of single kinds hand on."""

from dataclasses import dataclass, field

from reportedly.read.particulars import Particulars


@dataclass(frozen=True, slots=True)
class Found:
    """A text with what its file says about it, before manifest, defaults and checks.

    `where` tells the user where it stood (`reports.jsonl:3`), `ref` is what the report will be called.
    """

    text: str
    ref: str
    where: str
    said: Particulars = field(default_factory=Particulars)
    raw_hash: str | None = None
