"""Claims built from a sentence and words in it, for tests of what people take away."""

from reportedly.model import (
    Claim,
    EntityRef,
    Factuality,
    Link,
    Place,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    SourceKind,
    Span,
    Time,
    content_id,
)  # fmt: skip

PLAIN = Factuality()
LIKELY = Factuality("probable")
DENIED = Factuality(polarity="negative")
AHEAD = Factuality(temporality="future")


def report(
    text: str,
    publisher: str | None = "Aral Gull",
    published: str | None = "2026-01-28",
    url: str | None = "https://aral-gull.example/a",
    title: str | None = "A visit",
) -> Report:
    """A report of the invented Aral Gull."""
    return Report(text, "a.txt", publisher=publisher, url=url, title=title, published=published)


def at(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def named(name: str, schema: Schema = "Person") -> EntityRef:
    """An entity."""
    return EntityRef(content_id(name, schema), name, schema)


def role(text: str, words: str, part: RoleName = "actor", name: str | None = None, schema: Schema = "Person") -> Role:
    """A participant; its name is given where it is known."""
    return Role(part, at(text, words), named(name, schema) if name else None)


def link(
    text: str,
    source: str | None,
    cue: str | None = None,
    kind: SourceKind = "unnamed_official",
    name: str | None = None,
    content: str | None = None,
    medium: str | None = None,
) -> Link:
    """One step of a chain, by the words in the text."""
    entity = named(name) if name else None
    return Link(
        kind,
        source=Reference(at(text, source), entity) if source else None,
        cue=at(text, cue) if cue else None,
        content=at(text, content) if content else None,
        medium=medium,
    )


def event(
    source: Report,
    trigger: str,
    *links: Link,
    roles: tuple[Role, ...] = (),
    when: tuple[str, str] | None = None,
    where: str | None = None,
    fact: Factuality = PLAIN,
    sentence: str | None = None,
) -> Claim:
    """A visit told by `trigger`; `when` is a phrase and its EDTF value."""
    text = source.text
    bound = Time(f"../{source.published}") if source.published else None
    return Claim(
        source.id, "event", at(text, sentence or text), at(text, trigger), type="CONSULT", mode="visit", roles=roles,
        time=Time(when[1], at(text, when[0])) if when else bound,
        place=Place(where, at(text, where)) if where else None, attribution=links, factuality=fact,
    )  # fmt: skip


def leader(source: Report, trigger: str, subject: str, object_: str, *links: Link) -> Claim:
    """A tie told by `trigger` between two names."""
    text = source.text
    roles = (
        role(text, subject, "subject", subject),
        role(text, object_, "object", object_, "Organization"),
    )
    return Claim(
        source.id, "tie", at(text, text), at(text, trigger), tie="leader", roles=roles, attribution=links
    )  # fmt: skip
