"""Whether two reports are versions of one: the same address, or the same publisher and title, and much the same text.

In: two wordings. Out: a `Version` with its reason, or None. Which replaces which is told by their times, not here.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from reportedly.link.copies import Reuse
from reportedly.model import Report

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid|ito|src|smid|partner|feedtype|cid|ns_\w+|at_\w+",
    re.IGNORECASE,
)
HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.")
PATH_ENDING = re.compile(r"(?:/(?:amp|index\.html?|print))?/*$|\.amp$", re.IGNORECASE)
REMARK = re.compile(
    r"\s*[(\[](?:corrected|updated?|update \d+|correction|amended|refiled?|live)[)\]]\s*|"
    r"^(?:update \d+|updated?|corrected|correction|refile)\s*[-:–]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """Two reports are versions of one; the reason is a sentence."""

    reason: str


def version(a: Report, b: Report, reuse: Reuse) -> Version | None:
    """Why `a` and `b` are versions of one report, None where they are not; `reuse` is what `compare` says of them.

    One address with two unlike texts is a page whose report changes (a front page, a live blog), and no version.
    """
    if reuse.label not in ("copy", "derived"):
        return None
    if a.url and b.url and address(a.url) == address(b.url):
        return Version(f"Both stand at {address(a.url)}; {reuse.reason}")
    same_title = a.title and b.title and plain_title(a.title) == plain_title(b.title)
    if a.publisher and a.publisher == b.publisher and same_title:
        return Version(f"{a.publisher} published both as “{plain_title(a.title or '')}”; {reuse.reason}")
    return None


def address(url: str) -> str:
    """A URL by which two visits to one page are known: no scheme, `www.`, fragment, tracking or mobile form.

    What is no URL stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = HOST_PREFIX.sub("", parts.netloc.lower().rpartition("@")[2]).removesuffix(":80").removesuffix(":443")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not TRACKING.fullmatch(k)))
    return f"{host}{PATH_ENDING.sub('', parts.path)}{'?' if query else ''}{query}"


def plain_title(title: str) -> str:
    """A title without remarks such as "(updated)", in one case."""
    return " ".join(REMARK.sub(" ", title).casefold().split())
