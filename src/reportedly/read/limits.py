"""How much of one input is read. Larger inputs are skipped with the limit in the reason, never cut short in silence."""

MEGABYTE = 1_000_000

TEXT_CHARACTERS = 5_000_000
"""Characters of one report's text: about 800,000 words, far beyond any news report."""

TEXT_BYTES = 4 * TEXT_CHARACTERS
"""Bytes of a plain text or Markdown file: the longest text in the widest encoding."""

LINE_BYTES = 20 * MEGABYTE
"""Bytes of one JSONL line. The file as a whole has no limit, since it is read line by line."""

JSON_BYTES = 50 * MEGABYTE
"""Bytes of a JSON file, which has to be held whole."""

HTML_BYTES = 5 * MEGABYTE
"""Bytes of an HTML page, which becomes a tree many times its size."""

PDF_BYTES = 50 * MEGABYTE
"""Bytes of a PDF file."""

HEADER_CHARACTERS = 16_000
"""Characters in which front matter has to end."""


def megabytes(size: int) -> str:
    """`size` bytes in words for a reason: `20 MB`."""
    return f"{size // MEGABYTE} MB"
