"""Sources that are outlets because the user says so: names of publishers that no list of media has.

In: attributions and the names of known outlets. Out: the same attributions, the kind of these sources made `outlet`.
"""

from collections.abc import Collection
from dataclasses import replace

from reportedly.model import Annotated, Attribution, Link, Reference


def with_outlets(doc: Annotated, found: tuple[Attribution, ...], outlets: Collection[str]) -> tuple[Attribution, ...]:
    """The attributions, with each link whose source is one of `outlets` of kind `outlet`; the same where none is."""
    if not outlets:
        return found
    return tuple(
        replace(
            each,
            link=None if each.link is None else told(doc, each.link, outlets),
            nested=with_outlets(doc, each.nested, outlets),
        )
        for each in found
    )


def told(doc: Annotated, link: Link, outlets: Collection[str]) -> Link:
    """The link, of kind `outlet` where its source has the name of one."""
    sources = link.sources or (() if link.source is None else (link.source,))
    named = bool(sources) and all(is_named(doc, source, outlets) for source in sources)
    return replace(link, kind="outlet") if named else link


def is_named(doc: Annotated, source: Reference, outlets: Collection[str]) -> bool:
    """Whether the source's phrase or entity has one of the names, a leading article apart."""
    names = {doc.text_of(source.span)} | (set() if source.entity is None else {source.entity.name})
    return any(name in outlets or name.removeprefix("the ").removeprefix("The ") in outlets for name in names)
