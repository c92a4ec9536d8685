"""Who an account has it from, in the last step of its chain: the one who knows, or the publisher.

In: an account with its evidence. Out: a `Speaker`. A spokesman and the body that he speaks for are one side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.assess.origins_voices import voice
from reportedly.assess.slots import plain
from reportedly.linked import Account, Entity, Evidence
from reportedly.model import EntityRef, Reference, SourceKind, Span

BESIDE = 50
"""Characters before and after a speaker in which the body stands that a spokesman speaks for."""

FOR = re.compile(
    r"\b(?:spokes\w+|press (?:office|officer|secretary)|speaking for|on behalf of|statement)\b", re.IGNORECASE
)
SPOKESMAN = re.compile(r"\b(?:spokes\w+|press (?:officer|secretary))\b", re.IGNORECASE)
JUST_BESIDE = 30
"""Characters before and after a speaker in which it stands that he is a spokesman."""

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose word it is: a label, a key equal for equal speakers, and the keys of the bodies spoken for.

    `person` is true for a named person; `named` is false for a description ("two officials"), whose key holds the
    outlet, since the same words in two outlets need not mean the same people; that of "police" does not.
    """

    label: str
    key: str
    named: bool
    person: bool = False
    bodies: frozenset[str] = frozenset()

    @property
    def is_body(self) -> bool:
        """Whether it is a named body and no person."""
        return self.named and not self.person


def speaker(account: Account, evidence: Evidence) -> Speaker:
    """The innermost source of an account; its publisher, or whoever signs it, where it is in the publisher's voice."""
    link = account.claim.attribution[-1] if account.claim.attribution else None
    if link is None:
        return own_voice(account, evidence)
    if link.source is None:
        return Speaker("nobody named", f"{link.kind} in {publisher(account)}", False)
    return of_reference(link.source, link.kind, account, evidence)


def of_reference(source: Reference, kind: SourceKind, account: Account, evidence: Evidence) -> Speaker:
    """The speaker whom a phrase means as a source of this kind."""
    text = account.report.text
    phrase = source.span.of(text)
    bodies = frozenset(spoken_for(source.span, account, evidence))
    if source.entity is None:
        return Speaker(phrase, unnamed_key(phrase, kind, account), False, bodies=bodies)
    key, name = key_of(source.entity, evidence)
    return Speaker(name, key, True, source.entity.schema == "Person", bodies)


def unnamed_key(phrase: str, kind: SourceKind, account: Account) -> str:
    """The key of a description: the same in all outlets for a body, its spokesman or an office, else for its outlet."""
    return voice(kind, phrase) or f"{plain(phrase)} in {publisher(account)}"


def own_voice(account: Account, evidence: Evidence) -> Speaker:
    """The publisher; the person who signs as its spokesman, or where the claim says "I"."""
    claim, text, byline = account.claim, account.report.text, account.report.byline
    name = publisher(account)
    body = key_by_name(name, evidence)
    says_i = any(role.span.of(text).lower() in ("i", "me", "my") for role in claim.roles)
    signer, _, office = (part.strip() for part in (byline or "").partition(","))
    if " " in signer and (says_i or FOR.search(office)):
        return Speaker(signer, key_by_name(signer, evidence), True, True, frozenset({body}))
    return Speaker(name, body, True)


def spoken_for(span: Span, account: Account, evidence: Evidence) -> Iterator[str]:
    """The bodies that a speaker speaks for by the words around, or by signing their statement."""
    text, sentence = account.report.text, account.claim.sentence
    low, high = min(sentence.start, span.start), max(sentence.end, span.end)
    around = text[max(low, span.start - BESIDE) : min(high, span.end + BESIDE)]
    if FOR.search(around):
        for name, entity in bodies_known(evidence):
            if stands_in(name, around):
                yield entity.id
    byline = account.report.byline
    if byline is not None and (byline.split(",")[0].strip() in span.of(text) or FOR.search(byline)):
        yield key_by_name(publisher(account), evidence)


def is_spokesman(account: Account) -> bool:
    """Whether the innermost source of an account is called somebody's spokesman in its words or just beside them."""
    link = account.claim.attribution[-1] if account.claim.attribution else None
    if link is None or link.source is None:
        return False
    text, sentence, span = account.report.text, account.claim.sentence, link.source.span
    low, high = min(sentence.start, span.start), max(sentence.end, span.end)
    before, after = text[max(low, span.start - JUST_BESIDE) : span.start], text[span.end : span.end + JUST_BESIDE]
    around = f"{before}{span.of(text)}{after[: max(0, high - span.end)]}"
    return SPOKESMAN.search(around) is not None


def bodies_known(evidence: Evidence) -> Iterator[tuple[str, Entity]]:
    """The names of all entities of the evidence that are no persons."""
    for entity in evidence.entities.values():
        if entity.schema != "Person":
            for name in entity.names:
                yield name.name, entity


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as whole words."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def named_in(phrase: str, evidence: Evidence) -> tuple[Entity, ...]:
    """The entities whose names stand in a phrase, the longest name first.

    A name that two of them bear means neither, and one inside a longer name nobody.
    """
    bearers: dict[str, dict[str, Entity]] = {}
    for entity in evidence.entities.values():
        for name in entity.names:
            if stands_in(name.name, phrase):
                bearers.setdefault(name.name, {})[entity.id] = entity
    names = sorted(bearers, key=lambda name: (-len(name), name))
    outer = [name for place, name in enumerate(names) if not any(stands_in(name, one) for one in names[:place])]
    found = [next(iter(bearers[name].values())) for name in outer if len(bearers[name]) == 1]
    return tuple(dict.fromkeys(found))


def key_of(ref: EntityRef, evidence: Evidence) -> tuple[str, str]:
    """Key and name of an entity: those across reports where it is known there, else its name in the report."""
    entity = evidence.entity_of(ref)
    return (entity.id, entity.name) if entity is not None else (plain(ref.name), ref.name)


def key_by_name(name: str, evidence: Evidence) -> str:
    """The key of the only entity that bears `name`, or the name itself."""
    words = plain(name)
    found = {each.id for each in evidence.entities.values() if any(plain(known.name) == words for known in each.names)}
    return next(iter(found)) if len(found) == 1 else words


def publisher(account: Account) -> str:
    """The publisher's name, the report's where none is known."""
    return account.report.publisher or account.report.ref
