"""What is said about a report beside its text: by the file itself, a manifest or the user.

In: field names with values as written. Out: `Particulars`, merged and checked into the forms that `Report` holds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from reportedly.errors import BadValue
from reportedly.read.dates import edtf, shortened

ALIASES = {"date": "published", "author": "byline", "lang": "language"}
"""Names under which front matter and manifests of other tools give the same fields."""

ABSENT = {"", "~", "null", "none"}
LONGEST = 500
"""Characters of a publisher's name, and of the name or address of another report."""

LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
LANGUAGES_IN_WORDS = {"english": "en", "eng": "en"}


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of a report as somebody wrote them. None means that nothing is said.

    Values are kept as written until `checked` brings them into form, so that a wrong value which a better one
    overrides does no harm.
    """

    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    captured: str | None = None
    status: str | None = None
    replaces: str | None = None

    def over(self, other: "Particulars") -> "Particulars":
        """These particulars, with those of `other` where nothing is said here."""
        return Particulars(*(a if a is not None else b for a, b in zip(values(self), values(other), strict=True)))


NAMES = tuple(field.name for field in fields(Particulars))
"""The fields that a file or manifest may give."""


def values(said: Particulars) -> tuple[str | None, ...]:
    """The fields in order."""
    return tuple(getattr(said, name) for name in NAMES)


def particulars(written: Mapping[str, str | None]) -> Particulars:
    """The particulars under their own names in `written`; blank values count as absent, other names are ignored."""
    return Particulars(*(present(written.get(name)) for name in NAMES))


def present(value: str | None) -> str | None:
    """`value` without the white space around it, None where nothing is left."""
    bare = value.strip() if value is not None else ""
    return bare or None


def checked(said: Particulars) -> Particulars:
    """The same with dates as EDTF and the language as a code. Raises BadValue naming the field that is wrong."""
    return Particulars(
        publisher=cut_name(said.publisher),
        url=present(said.url),
        published=checked_date("published", said.published),
        title=present(said.title),
        byline=present(said.byline),
        language=checked_language(said.language),
        captured=checked_date("captured", said.captured),
        status=present(said.status),
        replaces=checked_address("replaces", said.replaces),
    )


def cut_name(name: str | None) -> str | None:
    """The first LONGEST characters of a publisher's name: a page may call itself whatever it likes."""
    bare = present(name)
    return bare if bare is None or len(bare) <= LONGEST else present(bare[:LONGEST])


def checked_address(name: str, written: str | None) -> str | None:
    """The name, address or id of another report, None for none. Raises BadValue where it is too long for one."""
    bare = present(written)
    if bare is not None and len(bare) > LONGEST:
        raise BadValue(f"{name}: {len(bare)} characters; expected a report's ref, address or id, at most {LONGEST}")
    return bare


def checked_date(name: str, written: str | None) -> str | None:
    """The EDTF form of a date, None for none. Raises BadValue with the field's name."""
    bare = present(written)
    if bare is None:
        return None
    try:
        return edtf(bare)
    except BadValue as error:
        raise BadValue(f"{name}: {error}") from error


def checked_language(written: str | None) -> str | None:
    """The bare code of a language tag (`en` of `en-GB`), None for none. Raises BadValue on anything else."""
    bare = present(written)
    if bare is None:
        return None
    if bare.lower() in LANGUAGES_IN_WORDS:
        return LANGUAGES_IN_WORDS[bare.lower()]
    match = LANGUAGE_TAG.fullmatch(bare)
    if match is None:
        raise BadValue(f"language: {shortened(bare)!r} is not a language code such as en or fr")
    return match[1].lower()
