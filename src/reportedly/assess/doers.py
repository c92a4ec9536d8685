"""Where two sources give opposed parties as having done one deed: "a soldier shot her", "rebels shot her".

In: the `Evidence` of an attack. Out: `Rivals`, two readings of the doer that cannot both hold, with the reason. Two
parties may well have done a deed together, and one phrase may mean who is named elsewhere. So only parties of two
sides of a conflict are set against each other, or one whom a source names and the other one whom that party names
instead, of a deed that both accounts tell in one way and of the same sufferer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from reportedly.assess.accounts import published, telling
from reportedly.assess.copied import Copied
from reportedly.assess.lexicon import words
from reportedly.assess.perpetrators import NO_ATTACKS
from reportedly.assess.relations import days_meet
from reportedly.assess.scene import innermost, one_scene, stem, tells_of_another
from reportedly.assess.sides import side_of
from reportedly.assess.slots import Reading, Whom, plain
from reportedly.assess.speakers import key_of, speaker
from reportedly.linked import Account, Evidence, floors
from reportedly.model import Claim, Role

PARTIES = 40
"""Parties that are compared, first given first."""

TRIED = 6
"""Accounts of a party that are tried."""

NO_DEEDS = NO_ATTACKS | {"seizure", "crime"}
"""Modes of ASSAULT that are no single deed, or that one side does after the other."""

FATAL = frozenset({"killing", "execution", "massacre"})
"""Modes of deeds that befall a person only once."""

NAMED = frozenset({"Person", "Organization", "Company", "PublicBody", "Address"})
"""Schemas of those who may have done a deed: a land is told as a place."""

SUFFERS = frozenset({"recipient", "victim", "target", "object"})
PERSONAL = frozenset({"he", "she", "him", "her", "it", "them", "they"})

NEAR = 40
"""Characters between two sentences up to which one follows the other."""

FIRST = re.compile(r"^\W+(?:[\w'’]+\W+){0,3}first\b", re.IGNORECASE)
"""What stands behind the verb of who began: "fired first"."""

PARTS_OF_DAY = re.compile(r"\b(?:dawn|morning|noon|midday|afternoon|dusk|evening|night|midnight)\b")

SPOT = re.compile(r"\b(?:in|at|near|outside|inside) ((?:an?|the|his|her|their) [\w'’-]+|[\w'’-]+)")
"""Where a deed was done, behind its verb."""

CHARGED = re.compile(r"\s+of\s+\w+ing\b.*$", re.DOTALL)
"""What the phrase of one accused takes in of the deed: "rebels of killing Orr"."""

BEHIND = re.compile(r"\s+(?:in|of|from|at|near|on|who|that|which|with|for)\s|[,;:(]")
SEVERAL = re.compile(r"(?:(?<!s)s|\bpeople|\bmen|\bwomen|\bchildren|\bpolice)$", re.IGNORECASE)
DETERMINED = re.compile(r"^(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doer:
    """The doer that an account gives, and what makes two doers one: a side, or the entity of a name."""

    reading: Reading
    side: str | None
    key: str

    @property
    def account(self) -> Account:
        """The account that gives it."""
        return self.reading.account


class Rivals(NamedTuple):
    """Two doers of one deed, the earlier account first, and why both cannot hold."""

    a: Reading
    b: Reading
    reason: str


def rival_doers(evidence: Evidence, texts: Copied) -> Iterator[Rivals]:
    """For each two parties the first two accounts of one deed that give them as its doer."""
    given: dict[str, list[Doer]] = {}
    for account in telling(evidence):
        if (doer := doer_of(account, evidence)) is not None:
            given.setdefault(doer.key, []).append(doer)
    for one, two in combinations(list(given.values())[:PARTIES], 2):
        pairs = (sorted(pair, key=order) for pair in product(one[:TRIED], two[:TRIED]))
        found = next(((a, b) for a, b in pairs if are_rivals(a, b, evidence, texts)), None)
        if found is not None:
            a, b = (doer.reading for doer in found)
            yield Rivals(a, b, f"One account has it done by {a.text}, another by {b.text}.")


def order(doer: Doer) -> tuple[str, str, int, int]:
    """What doers are ordered by: the publication of their accounts."""
    return published(doer.account)


def doer_of(account: Account, evidence: Evidence) -> Doer | None:
    """The one doer of a deed; None where the account is no such deed, or gives none, several, or one left open."""
    if not is_deed(account.claim):
        return None
    found = {doer.key: doer for role in account.claim.roles if (doer := doer_in(role, account, evidence)) is not None}
    actors = sum(role.role == "actor" for role in account.claim.roles)
    return next(iter(found.values())) if len(found) == 1 and actors <= 1 else None


def doer_in(role: Role, account: Account, evidence: Evidence) -> Doer | None:
    """The doer that one role gives: who acts, or whose arms are used; None where neither side nor name is known."""
    phrase = role.span.of(account.report.text)
    side = side_of(phrase)
    if role.role not in ("actor", "instrument") or (role.role == "instrument" and side is None):
        return None
    entity = evidence.entity_of(role.entity)
    is_named = role.entity is not None and role.entity.schema in NAMED
    if side is None and not is_named:
        return None
    name = role.entity.name if role.entity is not None else phrase
    key = side or (key_of(role.entity, evidence)[0] if role.entity is not None else plain(phrase))
    person = role.entity is not None and role.entity.schema == "Person"
    shown = name if phrase.lower() in words("pronouns.tsv") else CHARGED.sub("", phrase)
    return Doer(Reading("actor", shown, key, account, Whom(entity, name, person)), side, key)


def is_deed(claim: Claim) -> bool:
    """Whether a claim tells surely of one deed of violence that was done."""
    fact = claim.factuality
    told = (
        fact.polarity == "positive" and fact.temporality == "non_future" and fact.certainty in ("certain", "probable")
    )
    sure = claim.confidence >= floors(claim).contradicts
    return told and sure and claim.type == "ASSAULT" and claim.mode not in NO_DEEDS


def are_rivals(a: Doer, b: Doer, evidence: Evidence, texts: Copied) -> bool:
    """Whether two accounts by two sources give parties as doer of one deed of which not both can have done it."""
    one, two = a.account, b.account
    inside = one.report.id == two.report.id
    if not days_meet(one.claim, two.claim) or tells_of_another(one) or tells_of_another(two) or hours_apart(one, two):
        return False
    if not same_deed(one.claim, one.report.text, two.claim, two.report.text):
        return False
    if inside and (is_later_told(one, two) or not (died_once(one, two, evidence) or not_its_own(a, b, evidence))):
        return False
    if inside:
        return by_two(one, two, evidence) and is_opposed(a, b, evidence) and of_one_deed(a, b, evidence)
    return not texts.one(one, two) and opposed_sides(a, b) and died_once(one, two, evidence)


def hours_apart(a: Account, b: Account) -> bool:
    """Whether two accounts give parts of the day and none in common."""
    one, two = (set(PARTS_OF_DAY.findall(each.claim.sentence.of(each.report.text).lower())) for each in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def is_later_told(a: Account, b: Account) -> bool:
    """Whether of two accounts of a report only the one further down gives a time or a place: it may tell of another
    deed.
    """
    first, last = sorted((a.claim, b.claim), key=lambda claim: claim.trigger)
    times = [claim.time is not None and claim.time.span is not None for claim in (first, last)]
    one, two = (set(SPOT.findall(a.report.text, claim.trigger.end, claim.sentence.end)) for claim in (first, last))
    return times == [False, True] or not two <= one


def not_its_own(a: Doer, b: Doer, evidence: Evidence) -> bool:
    """Whether neither party tells a deed of its own, which leaves room for one of the other party."""
    return not is_told_by(a, a, evidence) and not is_told_by(b, b, evidence)


def opposed_sides(a: Doer, b: Doer) -> bool:
    """Whether two doers are of a state and not of it."""
    return None not in (a.side, b.side) and a.side != b.side and "state" in (a.side, b.side)


def is_opposed(a: Doer, b: Doer, evidence: Evidence) -> bool:
    """Whether two doers are of two sides, or the one is whom the other's party names in its own account."""
    return opposed_sides(a, b) or (a.side != b.side and (is_told_by(a, b, evidence) or is_told_by(b, a, evidence)))


def is_told_by(doer: Doer, other: Doer, evidence: Evidence) -> bool:
    """Whether it is the party of the one doer who has the other one as doer."""
    source = innermost(other.account)
    if source is None:
        return False
    if doer.side is not None:
        return side_of(source) == doer.side
    who = speaker(other.account, evidence)
    return doer.key in (who.key, *who.bodies) or plain(who.label) == plain(doer.reading.text)


def by_two(a: Account, b: Account, evidence: Evidence) -> bool:
    """Whether two accounts of a report have two sources, neither of them the report itself."""
    if not (a.claim.attribution and b.claim.attribution):
        return False
    one, two = speaker(a, evidence), speaker(b, evidence)
    return {one.key, *one.bodies}.isdisjoint({two.key, *two.bodies}) and one.label != two.label


def same_deed(a: Claim, text: str, b: Claim, other: str) -> bool:
    """Whether two claims tell a deed in one word or as one kind."""
    return a.mode == b.mode or stem(a.trigger.of(text).lower()) == stem(b.trigger.of(other).lower())


def of_one_deed(a: Doer, b: Doer, evidence: Evidence) -> bool:
    """Whether two sources of one report tell of one deed: it befell the same, or is told as who began.

    A town may be attacked by both; there each must have the other as its attacker, one just after the other.
    """
    one, two = a.account, b.account
    mutual = is_told_by(a, b, evidence) and is_told_by(b, a, evidence) and follows(one, two)
    if began(one) and began(two) and mutual:
        return True
    if is_wide(one) or is_wide(two):
        return mutual and befell_one(one, two, evidence)
    if not befell_one(one, two, evidence):
        return False
    return bool(people(one, evidence) & people(two, evidence)) or at_one_time(one, two) or one_scene(one, two)


def began(account: Account) -> bool:
    """Whether an account tells who was the first to do it."""
    claim = account.claim
    return FIRST.search(account.report.text[claim.trigger.end : claim.sentence.end]) is not None


def follows(a: Account, b: Account) -> bool:
    """Whether two accounts stand in one sentence or in two, one just after the other."""
    first, last = sorted((a.claim.sentence, b.claim.sentence))
    return last.start - first.end <= NEAR


def at_one_time(a: Account, b: Account) -> bool:
    """Whether one account follows the other, and gives no other place."""
    one, two = a.claim.place, b.claim.place
    return follows(a, b) and (one is None or two is None or one.name == two.name)


def suffering(account: Account) -> Sequence[Role]:
    """Those whom a deed befell."""
    return [role for role in account.claim.roles if role.role in SUFFERS]


def is_wide(account: Account) -> bool:
    """Whether what was attacked is a place or a body as a whole, by its name."""
    place = account.claim.place.name if account.claim.place is not None else None
    return any(
        (role.entity is not None and role.entity.schema not in ("Person", "Vehicle"))
        or (place is not None and place in BEHIND.split(role.span.of(account.report.text), maxsplit=1)[0])
        for role in suffering(account)
    )


def befell_one(a: Account, b: Account, evidence: Evidence) -> bool:
    """Whether two accounts of one report tell a deed of the same sufferer."""
    return any(
        is_same(x, a, y, b, evidence) or is_same(y, b, x, a, evidence) for x, y in product(suffering(a), suffering(b))
    )


def is_same(x: Role, a: Account, y: Role, b: Account, evidence: Evidence) -> bool:
    """Whether the second phrase means whom the first one means: by name, by a definite noun, by a pronoun nearby."""
    if x.entity is not None and y.entity is not None:
        return key_of(x.entity, evidence)[0] == key_of(y.entity, evidence)[0]
    one, two = x.span.of(a.report.text), y.span.of(b.report.text)
    if two.lower() in PERSONAL and y.entity is None:
        person = x.entity is None or x.entity.schema == "Person" or two.lower() in ("it", "them", "they")
        return person and follows(a, b)
    if x.entity is not None and x.entity.schema == "Person" and y.entity is None:
        return DETERMINED.search(two) is not None and SEVERAL.search(head(two)) is None and follows(a, b)
    return head(one) == head(two) and is_definite(one) and is_definite(two)


def head(phrase: str) -> str:
    """The noun of a phrase in lower case: "market" of "the old market of Hamra"."""
    return (BEHIND.split(plain(phrase), maxsplit=1)[0].split() or [""])[-1]


def is_definite(phrase: str) -> bool:
    """Whether a phrase means a certain one: not "civilians" or "army posts", of which there are many."""
    core = BEHIND.split(phrase, maxsplit=1)[0]
    return DETERMINED.search(phrase) is not None or SEVERAL.search(core) is None


def died_once(a: Account, b: Account, evidence: Evidence) -> bool:
    """Whether both accounts tell the killing of one named person, which happens once."""
    if a.claim.mode not in FATAL or b.claim.mode not in FATAL:
        return False
    return not people(a, evidence).isdisjoint(people(b, evidence))


def people(account: Account, evidence: Evidence) -> frozenset[str]:
    """The keys of the named persons whom a deed befell."""
    found = (role.entity for role in suffering(account) if role.entity is not None and role.entity.schema == "Person")
    return frozenset(key_of(entity, evidence)[0] for entity in found)
