"""Where words that a person gives stand in a report, and whom they mean there.

In: a report with its claims as they were read, words, a claim. Out: spans, entities, kinds of sources. Nobody is
guessed: words that the report's claims use for several, or for nobody, mean nobody by name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, get_args

from reportedly.errors import Stop
from reportedly.model import Claim, EntityRef, Link, Reference, Report, Schema, SourceKind, Span, content_id

SCHEMATA: dict[str, Schema] = {each.casefold(): each for each in get_args(Schema)}

WITH_SCHEMA = re.compile(r"(.*\S)\s*\(\s*(\w+)\s*\)", re.DOTALL)
"""Words with the schema of whom they name behind them: `Bram Oskel (Person)`."""


class Called(NamedTuple):
    """Words of a report, and the schema of whom they name where a person gives it."""

    words: str
    schema: Schema | None


class Reading:
    """A report and its claims as they were read; `load` gives these, in text order, once they are asked for."""

    def __init__(self, report: Report, load: Callable[[], Iterable[Claim]]) -> None:
        self.report = report
        self.load = load

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims as they were read."""
        return tuple(self.load())

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link of the claims."""
        return tuple(link for claim in self.claims for link in claim.attribution)

    @cached_property
    def bearers(self) -> dict[str, set[EntityRef]]:
        """For each phrase and each full name in the claims, `plain`, whom it means."""
        found: dict[str, set[EntityRef]] = defaultdict(set)
        for reference in self.references():
            if reference.entity is not None:
                found[self.printed(reference)].add(reference.entity)
                found[plain(reference.entity.name)].add(reference.entity)
        return found

    @cached_property
    def at(self) -> dict[Span, set[EntityRef]]:
        """For each phrase in the claims, by its place, whom it means."""
        found: dict[Span, set[EntityRef]] = defaultdict(set)
        for reference in self.references():
            if reference.entity is not None:
                found[reference.span].add(reference.entity)
        return found

    def references(self) -> Iterator[Reference]:
        """Everybody who takes part in a claim or says it."""
        for claim in self.claims:
            yield from (Reference(role.span, role.entity) for role in claim.roles)
        for link in self.links:
            yield from members(link)

    def printed(self, reference: Reference) -> str:
        """A phrase of the report, `plain`."""
        return plain(reference.span.of(self.report.text))

    def place(self, words: str, claim: Claim, read: Sequence[Span] = ()) -> Span:
        """Where words stand: where they were `read`, else nearest to the trigger, in the claim's sentence first.

        In whatever case and with whatever white space. Raises Stop where they stand nowhere in it as whole words.
        """
        for span in read:
            if plain(span.of(self.report.text)) == plain(words):
                return span
        found = [Span(*match.span()) for match in pattern(words).finditer(self.report.text)]
        if not found:
            raise Stop(
                f"{words!r} does not stand in {self.report.ref}; give whole words of the report "
                "(`reportedly show CLAIM` prints those around a claim)"
            )
        return min(found, key=lambda span: (not claim.sentence.covers(span), gap(span, claim.trigger), span))

    def meant(self, called: Called, span: Span) -> EntityRef | None:
        """Whom words at a place mean, None for a group that is described or for one of several.

        With a schema always somebody: whom the claims call so, else one whom nobody has named yet.
        """
        found = self.at.get(span) or self.bearers.get(plain(called.words)) or set()
        if called.schema is not None:
            found = {each for each in found if each.schema == called.schema}
        if len(found) == 1:
            return next(iter(found))
        return None if called.schema is None else self.named(span, called.schema)

    def named(self, span: Span, schema: Schema) -> EntityRef:
        """The entity that a phrase names, as the reading of names makes it."""
        name = " ".join(span.of(self.report.text).split())
        return EntityRef(content_id(self.report.id, schema, name), name, schema)

    def kind(self, source: Reference) -> SourceKind:
        """The kind that the claims give a source, the first one where they differ; else that of whom it names."""
        for link in self.links:
            if any(self.is_one(source, each) for each in members(link)):
                return link.kind
        if source.entity is None:
            return "unnamed_person"
        return "named_person" if source.entity.schema == "Person" else "named_organisation"

    def is_one(self, a: Reference, b: Reference) -> bool:
        """Whether two phrases mean one entity; where neither names any, whether they have the same words."""
        return a.entity == b.entity and (a.entity is not None or self.printed(a) == self.printed(b))


def members(link: Link) -> tuple[Reference, ...]:
    """The sources of a link, none where nobody is named."""
    return link.sources or ((link.source,) if link.source is not None else ())


def called(value: str) -> Called:
    """Words with the schema behind them, where it is one."""
    found = WITH_SCHEMA.fullmatch(value)
    schema = SCHEMATA.get(found[2].casefold()) if found else None
    return Called(found[1], schema) if found and schema else Called(value, None)


def several(value: str | None) -> list[str]:
    """The values that `;` parts, in their order, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, (value or "").split(";")))))


def plain(words: str) -> str:
    """Words without regard to case and white space."""
    return " ".join(words.split()).casefold()


@lru_cache(maxsize=64)
def pattern(words: str) -> re.Pattern[str]:
    """What finds whole words in any case, with any white space between them."""
    found = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){found}(?!\w)", re.IGNORECASE)


def gap(a: Span, b: Span) -> int:
    """Characters between two spans, 0 where they meet."""
    return max(a.start - b.end, b.start - a.end, 0)
