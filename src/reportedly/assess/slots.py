"""What one account gives for each slot of an event: who, when, where, how many, in what capacity, and what.

In: an `Account` with its `Evidence`. Out: `Reading`s: the words of the report, a form that is equal for equal values,
and the value itself as relations compare it. A slot that an account leaves open gives no reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.assess.amounts import Amount, casualties, counted, number_in, quantities
from reportedly.assess.lexicon import words
from reportedly.days import Bounds, bounds
from reportedly.linked import Account, Entity, Evidence
from reportedly.model import Claim, Place, Role, RoleName

SIDES: dict[RoleName, str] = {
    "actor": "actor",
    "subject": "actor",
    "participant": "participant",
    "recipient": "recipient",
    "host": "recipient",
    "beneficiary": "recipient",
    "object": "recipient",
    "victim": "victim",
    "target": "target",
}
"""The slot of each role; instruments and topics have none."""

ORDER = ("what", "actor", "participant", "recipient", "victim", "target", "capacity", "when", "where")
"""The slots in the order in which they are shown; numbers follow by what they count."""

ARTICLE = re.compile(r"^(?:the|a|an|some|any|no|its|his|her|their|our)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whom:
    """A participant: the entity across reports, None where the phrase has none, and the name the report gives."""

    entity: Entity | None
    name: str
    person: bool


Meaning = Bounds | Amount | Place | Whom | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one slot as one account gives it; `text` as worded, `normal` equal for equal values."""

    slot: str
    text: str
    normal: str
    account: Account
    meaning: Meaning = None


def readings(account: Account, evidence: Evidence) -> Iterator[Reading]:
    """All that an account gives, slot by slot."""
    claim, text = account.claim, account.report.text
    kind = f"{claim.type}/{claim.mode}" if claim.mode else str(claim.type or claim.tie)
    yield Reading("what", claim.trigger.of(text), kind, account)
    for role in claim.roles:
        yield from whom(role, account, evidence)
    if (days := days_given(claim)) is not None and claim.time is not None and claim.time.span is not None:
        yield Reading("when", claim.time.span.of(text), str(claim.time.edtf), account, days)
    if claim.place is not None:
        place = claim.place
        normal = plain(place.name) if place.geonames is None else str(place.geonames)
        yield Reading("where", place.name, normal, account, place)
    yield from how_many(account)


def how_many(account: Account) -> Iterator[Reading]:
    """The number that the claim gives, those of dead and hurt in its sentence, and those of the things it lists."""
    own = counted(account.claim, account.report)
    lines = (*casualties(account.claim, account.report), *quantities(account.claim, account.report))
    found_in = {(c.of, c.amount.noun): c for c in lines}
    if own is not None:
        line = found_in.pop((own.of, own.amount.noun), own)
        found_in = {(own.of, own.amount.noun): own if line.amount.value == own.amount.value else line} | found_in
    for found in found_in.values():
        normal = f"{found.amount.bound} {found.amount.value} {found.amount.noun or ''}".rstrip()
        yield Reading(found.of, found.text, normal, account, found.amount)


def whom(role: Role, account: Account, evidence: Evidence) -> Iterator[Reading]:
    """The participant of a role and its stated capacity; nothing for a pronoun or a mere number."""
    slot, phrase = SIDES.get(role.role), role.span.of(account.report.text)
    if slot is None or (role.entity is None and phrase.lower() in words("pronouns.tsv")):
        return
    if slot == "victim" and role.entity is None and number_in(phrase) is not None:
        return
    entity = evidence.entity_of(role.entity)
    name = entity.name if entity is not None else role.entity.name if role.entity is not None else phrase
    normal = entity.id if entity is not None else plain(name)
    person = role.entity is not None and role.entity.schema == "Person"
    shown = name if phrase.lower() in words("pronouns.tsv") else phrase
    yield Reading(slot, shown, normal, account, Whom(entity, name, person))
    if role.capacity is not None:
        yield Reading("capacity", f"{name} as {role.capacity}", f"{normal} as {plain(role.capacity)}", account)


def plain(words_given: str) -> str:
    """A phrase in lower case without an opening article and doubled spaces."""
    return ARTICLE.sub("", " ".join(words_given.lower().split()))


def days_given(claim: Claim) -> Bounds | None:
    """The first and last day that the text itself gives; None where it gives no date or one not understood."""
    if claim.time is None or claim.time.span is None or claim.time.edtf is None:
        return None
    found = bounds(claim.time.edtf)
    return None if found == (None, None) else found
