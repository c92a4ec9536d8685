"""Where knowledge enters with one telling: the roots at the inner end of its chain.

In: a telling that relies on no other, with its chain. Out: its roots, a step to each. One speaker is one root, whoever
quotes him; unnamed people are a root for each report that they speak to; an outlet's own voice is one root.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from reportedly.assess.origins_chain import NAMED, PRONOUN, Case, Credit, members, names_of
from reportedly.assess.origins_graph import Leading, Root, Step, StepKind
from reportedly.assess.origins_outlets import folded
from reportedly.assess.origins_tellings import Telling, counterparts, place_in_order, printed
from reportedly.assess.origins_unnamed import bearer, content, document_of, introduced
from reportedly.assess.origins_voices import voice
from reportedly.model import Link, Reference, Report

OPENING = re.compile(r"(?:An?|The|One|Two|Three|Four|Five|Six|Several|Some|Many|Another|Other|His|Her|Their)\b")


ANYBODY = frozenset({"many", "some", "several", "other", "people", "here", "there", "everybody", "everyone", "source"})
"""Words by which somebody is meant who is told from nobody, as `content` gives them."""


NOT_SEEN = re.compile(
    r"\b(?:(?:ha(?:s|ve|d)|did|was|were|is|are|could|does|do)(?: not|n[’']t)|cannot|unable to|never)(?: \w+){0,3}? "
    r"(?:seen?|seeing|view(?:ed)?|review(?:ed)?|obtain(?:ed)?|access(?:ed)?|read|examined?|inspect(?:ed)?|watch(?:ed)?)"
    r"(?P<what>(?: [\w’'-]+){1,8})",
    re.IGNORECASE,
)
"""How a report says of a document that it has not seen it."""


class Desk(NamedTuple):
    """To whom a source spoke: the key that tells one desk from another, its publisher's key, and its name."""

    key: str
    publisher: str
    name: str


def roots_of(case: Case, telling: Telling) -> list[Leading]:
    """The roots of a telling that relies on no other that is held."""
    chain = case.chains[telling.key]
    outer = chain.credits[-1] if chain.credits else chain.beside
    inner = chain.inner
    if not outer:
        return own_roots(case, telling, home(case, telling))
    if inner is not None and chain.has_source:
        desk = Desk(outer[0].outlet, outer[0].outlet, outer[0].name)
        return own_roots(case, telling, desk)
    return [outlet_root(telling, credit) for credit in outer]


def own_roots(case: Case, telling: Telling, desk: Desk) -> list[Leading]:
    """The roots of a telling by the sources it gives itself; the outlet's own voice where it gives none."""
    inner = case.chains[telling.key].inner
    if inner is None:
        root = Root(f"publisher {desk.publisher}", "own_reporting", f"{desk.name}'s own reporting")
        return [leading(telling, desk, None, root, "own", f"told in {desk.name}'s own words")]
    if not members(inner):
        root = Root(f"nobody {desk.key}", "not_told", f"nobody named in {desk.name}'s report")
        return [leading(telling, desk, inner, root, "said_by", "nobody is named as the source")]
    return [source_root(case, telling, inner, reference, desk) for reference in members(inner)]


def outlet_root(telling: Telling, credit: Credit) -> Leading:
    """The root for an outlet that is credited and whose report is not held, or for a body that spoke."""
    key = f"publisher {credit.outlet}"
    desk = Desk(credit.outlet, credit.outlet, credit.name)
    if credit.speaks:
        root = Root(key, "statement", f"statement of {credit.name}")
        return leading(telling, desk, None, root, "said_by", f"{credit.name} is named as the source")
    if is_class(credit.name):
        name = credit.name[:1].lower() + credit.name[1:]
        root = Root(key, "not_held", f"{name}, not named")
        return leading(telling, desk, None, root, "cited", f"credits {name} and names none")
    root = Root(key, "not_held", f"{credit.name}'s report (not held)")
    return leading(telling, desk, None, root, "cited", f"credits {credit.name}, whose report is not held")


def is_class(name: str) -> bool:
    """Whether outlets are credited as a class ("local media"): no capital after the first word, or none at all."""
    return name.islower() or (" " in name and name.partition(" ")[2].islower())


def source_root(case: Case, telling: Telling, link: Link, reference: Reference, desk: Desk) -> Leading:
    """The root for one source: a document, a named speaker, or unnamed people at a desk."""
    text = printed(reference, telling.report.text)
    entity = case.held.evidence.entity_of(reference.entity)
    name = entity.name if entity is not None else reference.entity.name if reference.entity is not None else None
    if link.kind == "document":
        root = document_root(case, telling, reference, desk)
        if is_unseen(link, telling.report.text):
            root = Root(f"{root.key} unseen", "not_told", f"{name or opened(text)}, which {desk.name} has not seen")
        return leading(telling, desk, link, root, "document", f"rests on {name or opened(text)}")
    if name is not None or (link.kind in NAMED and is_name(text)):
        whom = name or text
        root = Root(speaker_key(case, whom, None if entity is None else entity.id), "statement", f"statement of {whom}")
        return leading(telling, desk, link, root, "said_by", f"{whom} is named as the source")
    known = bearer(case, telling, text)
    if known is not None:
        root = Root(speaker_key(case, known.name, known.entity_id), "statement", f"statement of {known.name}")
        reason = f"said by {text}, who is named as {known.name}"
        return leading(telling, desk, link, root, "said_by", reason)
    words, phrase = introduced(case, telling, reference)
    speaker = voice(link.kind, phrase)
    if speaker is not None:
        root = voice_root(case, speaker, phrase)
        return leading(telling, desk, link, root, "said_by", f"said by {opened(text)}")
    root = Root(f"unnamed {words} {desk.key}", "unnamed", f"{opened(phrase)} to {desk.name}")
    return leading(telling, desk, link, root, "said_by", f"said by {opened(text)}")


def voice_root(case: Case, words: str, phrase: str) -> Root:
    """The root for a body without a name or the holder of an office; of a body that is named elsewhere, that one."""
    named = {each.entity_id or folded(each.name): each for each in case.named if words in each.names}
    if len(named) == 1:
        known = next(iter(named.values()))
        return Root(speaker_key(case, known.name, known.entity_id), "statement", f"statement of {known.name}")
    outlet = case.held.outlets.meant(words, in_part=False)
    return Root(f"publisher {outlet}" if outlet else f"voice {words}", "unnamed", opened(phrase))


def document_root(case: Case, telling: Telling, reference: Reference, desk: Desk) -> Root:
    """The root for a document: by its name if it has one, else by its description and the outlet that has seen it."""
    entity = case.held.evidence.entity_of(reference.entity)
    if entity is not None:
        return Root(f"document {entity.id}", "document", entity.name)
    if reference.entity is not None:
        return Root(f"document {folded(reference.entity.name)} {desk.publisher}", "document", reference.entity.name)
    words, phrase = document_of(case, telling, reference)
    key = f"document {words} {desk.publisher}" if words else f"document of {desk.key}"
    return Root(key, "document", f"{opened(phrase)} seen by {desk.name}")


def is_unseen(link: Link, text: str) -> bool:
    """Whether a document is named that the report says it has not seen."""
    if link.kind != "document":
        return False
    nouns = {each.span.of(text).split()[-1].casefold() for each in members(link)}
    return any(nouns.intersection(said["what"].casefold().split()) for said in NOT_SEEN.finditer(text))


def leading(telling: Telling, desk: Desk, link: Link | None, root: Root, step: StepKind, reason: str) -> Leading:
    """A telling's step to a root, with the desk that it comes through."""
    source = None if link is None else link.kind
    return Leading(Step(telling.key, root.key, step, reason), root, desk.publisher, source)


def speaker_key(case: Case, name: str, entity_id: str | None) -> str:
    """The key of a speaker: a body that publishes itself is the same root as its own publications."""
    outlet = case.held.outlets.meant(name, in_part=False)
    return f"publisher {outlet}" if outlet is not None else f"speaker {entity_id or folded(name)}"


def is_name(text: str) -> bool:
    """Whether a phrase holds a name: a capital letter after its first word, or in a first word that opens no phrase."""
    if PRONOUN.fullmatch(text):
        return False
    words = OPENING.sub("", text).split()
    return any(word[:1].isupper() for word in words)


def opened(text: str) -> str:
    """A phrase as it stands inside a sentence: "A senior official" in small letters."""
    return text[:1].lower() + text[1:] if OPENING.match(text) else text


def desk_of(case: Case, telling: Telling) -> Desk:
    """The desk of a telling's own report."""
    return Desk(f"report {telling.claim.report_id}", telling.publisher, case.held.outlets.name(telling.publisher))


def has_other_source(case: Case, telling: Telling, earlier: Report) -> bool:
    """Whether a telling names sources of which no word stands in an earlier report: these it has not from there.

    News agencies and papers word the same thing much alike; "two guards told Reuters" is no copy of what a mayor said.
    """
    inner = case.chains[telling.key].inner
    known = words_in(earlier.text)
    named = [names_of(case.held, telling, reference) for reference in members(inner)] if inner is not None else []
    words = [set().union(*map(content, names)) - ANYBODY for names in named]
    return bool(words) and all(some and some.isdisjoint(known) for some in words)


@lru_cache(maxsize=2_000)
def words_in(text: str) -> frozenset[str]:
    """The words of a report that say what somebody or something is."""
    return frozenset(content(text))


def home(case: Case, telling: Telling) -> Desk:
    """The desk that a telling's words come from: that of the earliest report they were taken from, else its own."""
    first, seen = telling, {telling.claim.report_id}
    sentence = telling.claim.sentence
    while True:
        found = [
            (case.held.by_report[edge.earlier][0], passage.a)
            for edge in case.held.edges_to.get(first.claim.report_id, ())
            if edge.earlier in case.held.by_report and edge.earlier not in seen
            if not has_other_source(case, telling, case.held.by_report[edge.earlier][0].report)
            for passage in counterparts(edge, sentence)
        ]
        if not found:
            return desk_of(case, first)
        first, sentence = min(found, key=lambda pair: (place_in_order(pair[0]), pair[1]))
        seen.add(first.claim.report_id)
