"""Sources that take up one named before: "the paper said" after a paper was credited, "it said" after a body spoke,
"a third said" after two officials did.

In: the attributions of a report. Out: the same, these sources with the entity and the kind of whom they mean. Where two
could be meant, a source stays as it is.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from reportedly.extract.attribution.outlets import is_named
from reportedly.extract.attribution.source_kinds import is_outlet, noun_kind
from reportedly.extract.lexicon import rows
from reportedly.model import Annotated, Attribution, Link, Mention, Reference

REACH = 10
"""Sentences back to the outlet that "the paper" takes up."""

NEAR = 2
"""Sentences back to the body that "it" takes up."""

TEXT_NEAR = 3
"""Sentences back to the text that "it" stands for."""

BODIES = ("outlet", "named_organisation", "document")
"""Kinds of sources that "it" may stand for."""

OTHERS = frozenset({"second", "third", "fourth", "fifth", "other", "others", "latter", "former"})
"""Words for one more of those who spoke before, behind "a" or "the"."""

PLAIN = frozenset({"state", "news", "same", "daily", "weekly", "national", "public", "private", "local", "television",
                   "radio", "tv", "online"})  # fmt: skip
"""Words between "the" and the noun that leave open which outlet is meant."""

KINDRED = ("amod", "compound", "nmod", "nummod")
"""Dependents that make "an aid agency" something else than the outlet named before."""


@cache
def sorts(use: str) -> dict[str, str]:
    """The sort of outlet by word: of nouns that take up an outlet, or of words in names."""
    return {word: sort for word, sort, column in rows("outlet_words.tsv") if column == use}


def with_sources_taken_up(
    doc: Annotated, found: tuple[Attribution, ...], outlets: Collection[str] = frozenset()
) -> tuple[Attribution, ...]:
    """The attributions, each source that takes up another with its entity and kind. `outlets`: names of publishers."""
    links = sorted(flat(found), key=lambda link: 0 if link.source is None else link.source.span.start)
    named: list[Mention] | None = None
    meant: dict[Link, Link] = {}
    spoken: list[Link] = []
    for link in links:
        source = link.source
        if source is None:
            continue
        new = link
        if source.entity is None and not link.sources:
            noun = taking_noun(doc, source)
            if noun is not None:
                named = outlets_named(doc, outlets) if named is None else named
                new = of_outlet(doc, link, source, noun, named)
            elif doc.text_of(source.span).lower() == "it":
                new = of_body(doc, link, source, spoken)
            elif is_another(doc, source):
                new = of_group(doc, link, source, spoken)
        if new is not link:
            meant[link] = new
        spoken.append(new)
    return tuple(renewed(each, meant) for each in found) if meant else found


def flat(found: tuple[Attribution, ...]) -> Iterator[Link]:
    """The links of the attributions and of those nested in them."""
    for each in found:
        if each.link is not None:
            yield each.link
        yield from flat(each.nested)


def renewed(each: Attribution, meant: dict[Link, Link]) -> Attribution:
    """The attribution with its links replaced by those in `meant`."""
    link = None if each.link is None else meant.get(each.link, each.link)
    return replace(each, link=link, nested=tuple(renewed(inner, meant) for inner in each.nested))


def taking_noun(doc: Annotated, source: Reference) -> str | None:
    """The noun of "the paper", "the state broadcaster"; None for other phrases."""
    first, *rest = doc.text_of(source.span).lower().split()
    if first != "the" or not rest or rest[-1] not in sorts("noun"):
        return None
    return rest[-1] if PLAIN.issuperset(rest[:-1]) else None


def outlets_named(doc: Annotated, outlets: Collection[str]) -> list[Mention]:
    """The outlets that the report names, in text order; one in brackets signs the report and is not spoken of."""
    found = []
    for mention in doc.mentions:
        if mention.form != "name" or mention.entity is None:
            continue
        name = Reference(mention.span, doc.entities[mention.entity])
        known = is_outlet(doc.text_of(mention.span)) or is_outlet(doc.entities[mention.entity].name)
        bracketed = mention.first > 0 and doc.tokens[mention.first - 1].text == "("
        if (known or is_named(doc, name, outlets)) and not bracketed:
            found.append(mention)
    return sorted(found, key=lambda mention: mention.first)


def of_outlet(doc: Annotated, link: Link, source: Reference, noun: str, named: list[Mention]) -> Link:
    """The link with the outlet that its source takes up; the link itself where none or more than one could be meant."""
    before = [m for m in named if m.span.start < source.span.start and fits(doc, m, noun)]
    if not before:
        return link
    sentence = doc.tokens[before[-1].head].sentence
    here = sentence_of(doc, source)
    if here - sentence > REACH:
        return link
    last = [m for m in before if doc.tokens[m.head].sentence == sentence]
    if len({m.entity for m in last}) > 1:
        last = [m for m in last if is_subject(doc, m.head)]
    entities = {m.entity for m in last}
    if len(entities) != 1 or is_parted(doc, last[-1].last, source, noun):
        return link
    (entity,) = entities
    assert entity is not None
    return replace(link, kind="outlet", source=replace(source, entity=doc.entities[entity]))


def is_subject(doc: Annotated, head: int) -> bool:
    """Whether a name is the subject of a verb, alone or in a list right after the first of it."""
    token = doc.tokens[head]
    return (doc.tokens[token.head] if token.dep == "conj" else token).dep == "nsubj"


def sentence_of(doc: Annotated, source: Reference) -> int:
    """The sentence that a phrase begins in."""
    return doc.tokens[place_of(doc, source)].sentence


def place_of(doc: Annotated, source: Reference) -> int:
    """The token that a phrase begins with."""
    return bisect_left(doc.tokens, source.span.start, key=lambda t: t.start)


def fits(doc: Annotated, mention: Mention, noun: str) -> bool:
    """Whether an outlet may be called by the noun; a name that tells no sort may be any."""
    assert mention.entity is not None
    words = f"{doc.text_of(mention.span)} {doc.entities[mention.entity].name}".lower().split()
    told = {sorts("name").get(word) or sorts("noun").get(word) for word in words} - {None, "any"}
    return not told or sorts("noun")[noun] in (*told, "any")


def is_parted(doc: Annotated, first: int, source: Reference, noun: str) -> bool:
    """Whether another thing of that noun is spoken of in between: "an aid agency", "the police station"."""
    last = bisect_left(doc.tokens, source.span.start, key=lambda t: t.start)
    for token in doc.tokens[first:last]:
        if token.lemma.lower() == noun and (
            doc.child(token.i, *KINDRED) is not None
            or any(doc.tokens[c].lower in ("a", "an") for c in doc.children[token.i])
        ):
            return True
    return False


def of_body(doc: Annotated, link: Link, source: Reference, spoken: list[Link]) -> Link:
    """The link with the body that spoke last before "it", else of kind `document` where a text was spoken of last.

    The link itself where both are too far back.
    """
    here = sentence_of(doc, source)
    if is_text_before(doc, source):
        return replace(link, kind="document")
    for other in reversed(spoken):
        if other.source is None or here - sentence_of(doc, other.source) > NEAR:
            break
        if other.kind in BODIES and not other.sources:
            return replace(link, kind=other.kind, source=replace(source, entity=other.source.entity))
    return replace(link, kind="document") if is_text(doc, source, here) else link


def is_text_before(doc: Annotated, source: Reference) -> bool:
    """Whether "it" has a verb coordinated with one with a text for subject: "the memo omits names, but it says"."""
    verb = doc.tokens[doc.tokens[place_of(doc, source)].head]
    subject = doc.child(verb.head, "nsubj") if verb.dep in ("conj", "ccomp") else None
    return subject is not None and doc.tokens[subject].pos == "NOUN" and noun_kind(doc.tokens[subject]) == "document"


def is_another(doc: Annotated, source: Reference) -> bool:
    """Whether a source is one more of those who spoke: "a third", "the other", "another"."""
    *before, last = doc.text_of(source.span).lower().split()
    return last in OTHERS if before in (["a"], ["the"]) else not before and last in ("another", "others")


def of_group(doc: Annotated, link: Link, source: Reference, spoken: list[Link]) -> Link:
    """The link with the kind of the unnamed ones who spoke last before "a third"; the link itself without such."""
    other = spoken[-1] if spoken else None
    if other is None or other.source is None or other.kind not in ("unnamed_official", "unnamed_person", "analyst"):
        return link
    return replace(link, kind=other.kind) if sentence_of(doc, source) - sentence_of(doc, other.source) <= NEAR else link


def is_text(doc: Annotated, source: Reference, here: int) -> bool:
    """Whether the last noun before "it" that may speak is one for a text: "leaflets were found; it says that"."""
    first = doc.sentences[max(0, here - TEXT_NEAR)].first
    last = bisect_left(doc.tokens, source.span.start, key=lambda t: t.start)
    kinds = (noun_kind(token) for token in reversed(doc.tokens[first:last]) if token.pos == "NOUN")
    return next((kind == "document" for kind in kinds if kind is not None), False)
