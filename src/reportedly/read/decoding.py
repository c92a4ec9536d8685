"""From bytes to characters. In: the bytes of a text or page. Out: their text, or Skip with the reason."""

import codecs

from charset_normalizer import from_bytes

from reportedly.errors import Skip

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
ASCII = bytes(range(0x80))
CONTROLS = bytes(b for b in (*range(0x20), 0x7F) if b not in b"\t\n\v\f\r\x1a\x1b")
CONTROL_SHARE = 0.01
"""More control characters than this and the bytes are no text: one in a hundred leaves room for stray marks."""
MOSTLY_ASCII = 0.05
"""Up to this share of bytes past ASCII, a text that is not UTF-8 is taken for Windows-1252, as browsers do: in so few
bytes (quotation marks, an accent in a name) a detector finds Central European or East Asian encodings at random."""


def decoded(raw: bytes, declared: str | None = None) -> str:
    """The text of `raw`: by byte order mark, as UTF-8, as UTF-16 without a mark, as `declared`, or by detection.

    The mark itself is no part of the text. Raises Skip on binary data and where no encoding fits.
    """
    marked = mark_of(raw)
    if marked is not None:
        return by_name(raw, marked)
    wide = unmarked_utf16(raw)
    if wide is not None:
        return by_name(raw, wide)
    check_text(raw)
    for encoding in ("utf-8", declared):
        text = attempt(raw, encoding)
        if text is not None:
            return text
    return detected(raw)


def mark_of(raw: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `raw` tells, None where there is none."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if raw.startswith(mark)), None)


def by_name(raw: bytes, encoding: str) -> str:
    """`raw` in an encoding that the bytes themselves announce. Raises Skip where they break it."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        announced = encoding.removesuffix("-sig").upper()
        raise Skip(f"wrong encoding: begins as {announced} but breaks it at byte {error.start}") from error
    if "\0" in text:
        raise Skip("binary: it holds NUL characters and is no text")
    return text


def unmarked_utf16(raw: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every second byte of the start is NUL, as in Latin text; None otherwise."""
    head = raw[:1024]
    if len(raw) % 2 or len(head) < 4:
        return None
    low, high = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if low == 0 and high > 0.7 * half:
        return "utf-16-le"
    if high == 0 and low > 0.7 * half:
        return "utf-16-be"
    return None


def check_text(raw: bytes) -> None:
    """Raise Skip where `raw` holds NUL bytes or too many control characters to be text."""
    if b"\0" in raw:
        raise Skip("binary: it holds NUL bytes and is no text")
    controls = len(raw) - len(raw.translate(None, CONTROLS))
    if controls > CONTROL_SHARE * len(raw):
        raise Skip(f"binary: {controls} of {len(raw)} bytes are control characters")


def attempt(raw: bytes, encoding: str | None) -> str | None:
    """`raw` in `encoding`, None where it does not fit, is unknown or is no text encoding."""
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def detected(raw: bytes) -> str:
    """`raw` in the encoding that its bytes make likely. Raises Skip where none fits."""
    beyond_ascii = len(raw.translate(None, ASCII))
    if beyond_ascii <= MOSTLY_ASCII * len(raw):
        text = attempt(raw, "cp1252")
        if text is not None:
            return text
    best = from_bytes(raw).best()
    if best is None:
        raise Skip("wrong encoding: neither UTF-8 nor any other encoding fits; save it as UTF-8")
    return str(best)
