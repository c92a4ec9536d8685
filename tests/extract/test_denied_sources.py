"""Whose word a claim is beside a denial: what is only named in a denial, and what somebody else said before it."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

SOURCES: tuple[tuple[str, str, list[str]], ...] = (
    ("Jan Roe denied responsibility for the blast that killed nine.", "killed", []),
    ("Jan Roe denied involvement in the raid, which killed nine.", "killed", []),
    ("Jan Roe denied that the blast killed nine.", "killed", ["Jan Roe"]),
    ("The army denied the report that 12 people were arrested.", "arrested", ["The army"]),
    ("Critics say the general shelled Tarvik in May, a claim he denies.", "shelled", ["Critics"]),
    ("The general shelled Tarvik in May, a claim he denies.", "shelled", []),
)


@pytest.mark.parametrize(("text", "trigger", "sources"), SOURCES)
def test_a_denial_is_the_source_of_what_it_denies_and_of_nothing_else(
    text: str, trigger: str, sources: list[str]
) -> None:
    doc = read(text)
    found = next(c for c in extract(doc)[1] if doc.text_of(c.trigger) == trigger)
    assert [None if link.source is None else doc.text_of(link.source.span) for link in found.attribution] == sources
