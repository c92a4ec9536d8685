"""The numbers under which reports and claims are looked for: reports or claims that share one are compared.

In: reports with their wordings, claims as they are compared. Out: for each its numbers under 2^63.
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from reportedly.link.accounts import Told, keys
from reportedly.link.fingerprints import fingerprints
from reportedly.link.wording import Wording, wording
from reportedly.model import Report
from reportedly.project.recent import Lately

PERIOD = re.compile(r":(\d{4})(?:-(\d\d))?(?:-\d\d)?$", re.ASCII)
KEY_BITS = 46
"""Bits of a claim's key that are a hash; the others are its month."""


class Keyed(NamedTuple):
    """The fingerprints of reports, and the keys of claims, by number."""

    reports: dict[int, frozenset[int]]
    claims: dict[int, list[int]]


def keyed(reports: Mapping[int, Report], tolds: Mapping[int, Told], lately: Lately[Wording]) -> Keyed:
    """The numbers of these reports and claims."""
    prints = {n: fingerprints(words(report, n, lately)) for n, report in reports.items()}
    return Keyed(prints, {n: [hashed(key) for key in keys(told)] for n, told in tolds.items()})


def words(report: Report, number: int, lately: Lately[Wording]) -> Wording:
    """A report's words, from memory where it was read lately."""
    if number not in lately or lately[number].report != report:
        lately[number] = wording(report)
    return lately[number]


def hashed(key: str) -> int:
    """A key as a whole number under 2^63.

    Its upper bits are the month or year at the end of the key: keys of one time lie side by side, so that reports read
    in order of time are written to few pages of the database.
    """
    number = int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    ends = PERIOD.search(key)
    period = int(ends[1]) * 13 + int(ends[2] or 0) if ends else 0
    return period << KEY_BITS | number & ((1 << KEY_BITS) - 1)
