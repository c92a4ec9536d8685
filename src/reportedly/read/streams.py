"""Bytes from files, pipes and standard input, never more than a limit at a time."""

import hashlib
import io
from typing import Any, BinaryIO

from reportedly.errors import Skip
from reportedly.read.limits import megabytes

NOTHING = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""No bytes at all, or a byte order mark alone."""


def whole(stream: BinaryIO, limit: int, what: str) -> bytes:
    """All bytes of `stream`. Raises Skip where there are none, or more than `limit`; no more than that is held."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise Skip(f"too large: {what} of more than {megabytes(limit)} is not read; split it")
    if raw.strip() in NOTHING:
        raise Skip("empty: there is no text in it")
    return raw


def hash_of(raw: bytes) -> str:
    """The SHA-256 of `raw` in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


class Chained(io.BufferedReader):
    """A stream with some of its first bytes put back, for streams that cannot go back themselves."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        super().__init__(Rejoined(start, rest), buffer_size=1 << 16)


class Rejoined(io.RawIOBase):
    """The raw side of Chained: first `start`, then `rest`, which stays open when this is closed."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self.start = start
        self.rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The number of bytes put into `buffer`, 0 at the end."""
        piece, self.start = (self.start or self.rest.read(len(buffer))), b""
        taken = piece[: len(buffer)]
        self.start = piece[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)
