"""Text and addresses from outside made harmless for files that people open. In: any string. Out: one to read."""

import re
from urllib.parse import quote, urlsplit

STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Controls, lone surrogates, and the characters that turn the direction of writing."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet take a cell for a formula."""

MARKDOWN_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~$<>&:-])")
LINK_SAFE = "/:?#@!$&'*+,;=%~-._"
LONGEST_ADDRESS = 2000


def readable(text: str) -> str:
    """`text` on one line; a character that steers the display becomes U+FFFD, white space one space."""
    return STEERING.sub("\ufffd", " ".join(text.split()))


def cell(value: object) -> str:
    """The text of a CSV cell; None is empty, and a leading apostrophe keeps a formula from being run."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    is_formula = value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
    return ("'" if is_formula else "") + STEERING.sub("\ufffd", value)


def web_address(url: str | None) -> str | None:
    """`url` if it is a plain http or https address, percent-encoded; None for anything else, `javascript:` included."""
    if url is None or len(url) > LONGEST_ADDRESS or STEERING.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "\\" in url:
        return None
    return quote(url.strip(), safe=LINK_SAFE)


def markdown(text: str) -> str:
    """`text` on one line with every mark of Markdown and HTML escaped, so that it reads as it stands."""
    escaped = MARKDOWN_MARKS.sub(r"\\\1", readable(text))
    return escaped.replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
