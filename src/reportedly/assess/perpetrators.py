"""Who confirms the perpetrator: on what footing each report names who did an attack.

In: one report with its claims, or the `Evidence` of an attack with the other claims of its reports. Out: `Naming`s, a
value for each one named and each footing, with a reason in words. None of them says that the one named did it.

The footings follow the slot ORGANIZATION CONFIDENCE of MUC-4 (1992), with denials beside them: told by the report as a
fact, claimed or admitted by the one named, accused by authorities, accused by others, possible, denied.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.assess.lexicon import words
from reportedly.linked import Evidence
from reportedly.model import Claim, EntityRef, Link, Reference, Report, Role, Span

NamedAs = Literal["admitted", "reported_as_fact", "accused_by_authorities", "accused", "possible", "denied"]
"""The footings, the one that says most first."""

STRENGTH: tuple[NamedAs, ...] = (
    "admitted", "reported_as_fact", "accused_by_authorities", "accused", "possible", "denied",
)  # fmt: skip

NO_ATTACKS = frozenset(["crime", "defeat", "fighting", "liberation", "offensive", "overthrow", "war"])
"""Modes of ASSAULT that no one is accused of as of one deed."""

VERDICTS = frozenset(["conviction", "sentence"])
"""Modes of acts of courts that hold somebody responsible."""

NO_ACCUSATIONS = frozenset(["exposure", "investigation"])
"""Modes of ACCUSE that hold nobody responsible yet."""

SELF = "It says so itself."
"""The reason where the one named speaks."""

FIRST_PERSON = frozenset(["i", "we", "us"])
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """One report names one party as having done an attack.

    `who` is its fullest name in the report, or the phrase; `phrase` the words that name it; `by` who says so, None for
    the report's own voice and for nobody named; `claim` the claim that shows it.
    """

    report_id: str
    who: str
    entity: EntityRef | None
    phrase: Span
    named_as: NamedAs
    by: str | None
    claim: Claim
    reason: str


def namings(report: Report, claims: Sequence[Claim]) -> tuple[Naming, ...]:
    """Whom one report names for any attack, in text order, each party once a footing; empty where it names none."""
    attacks = [claim for claim in claims if is_attack(claim)]
    about = [claim for claim in claims if speaks_of(report, claim, attacks)]
    told = sorted((*attacks, *about), key=place)
    return distinct(naming for claim in told for naming in named(report, claim, attacks))


def perpetrators(evidence: Evidence, beside: Mapping[str, Sequence[Claim]]) -> tuple[Naming, ...]:
    """Whom each report of an attack names for it, in the order of the accounts.

    `beside` holds, by report id, the other claims of these reports: accusations, confessions and denials among them
    count where their topic holds the attack's own words, or where the report tells of no second attack.
    """
    found: list[Naming] = []
    for account in evidence.accounts:
        if not is_attack(account.claim):
            continue
        others = beside.get(account.report.id, ())
        is_only = not any(is_attack(claim) and claim.id != account.claim.id for claim in others)
        about = [c for c in others if speaks_of(account.report, c, [account.claim], any_attack=is_only)]
        attacks = [account.claim, *filter(is_attack, others)]
        found += [each for claim in (account.claim, *about) for each in named(account.report, claim, attacks)]
    return distinct(found)


def firmest(found: Iterable[Naming]) -> dict[str, Naming]:
    """For each report and party the naming that says most, by report id and `who`, joined by a tab."""
    best: dict[str, Naming] = {}
    for each in found:
        key = f"{each.report_id}\t{each.who}"
        if key not in best or STRENGTH.index(each.named_as) < STRENGTH.index(best[key].named_as):
            best[key] = each
    return best


def is_attack(claim: Claim) -> bool:
    """Whether a claim tells of one deed of violence, done or not, that is not still to come."""
    return claim.type == "ASSAULT" and claim.mode not in NO_ATTACKS and claim.factuality.temporality == "non_future"


def place(claim: Claim) -> Span:
    """Where the claim's trigger stands."""
    return claim.trigger


def distinct(found: Iterable[Naming]) -> tuple[Naming, ...]:
    """The namings without those that say the same of the same party again."""
    first: dict[tuple[str, str, NamedAs, str | None], Naming] = {}
    for each in found:
        first.setdefault((each.report_id, each.who, each.named_as, each.by), each)
    return tuple(first.values())


def speaks_of(report: Report, claim: Claim, attacks: Sequence[Claim], any_attack: bool = True) -> bool:
    """Whether a claim accuses, confesses or denies an attack: its topic holds a trigger, or (`any_attack`) a noun."""
    if not (accuses(claim) or admits(claim) or denies(report, claim)) or claim.factuality.temporality == "future":
        return False
    topics = [role.span for role in claim.roles if role.role == "topic"]
    if any(topic.covers(attack.trigger) for topic in topics for attack in attacks):
        return True
    return any_attack and any(words_of(topic.of(report.text)) & words("attacks.tsv") for topic in topics)


def accuses(claim: Claim) -> bool:
    """Whether a claim tells of an accusation, raised by somebody or upheld by a court."""
    return (claim.type == "ACCUSE" and claim.mode not in NO_ACCUSATIONS) or claim.mode in VERDICTS


def admits(claim: Claim) -> bool:
    """Whether a claim tells that somebody admits or claims a deed."""
    return claim.type == "CONCEDE" and claim.mode == "confession"


def denies(report: Report, claim: Claim) -> bool:
    """Whether a claim tells that somebody denies a deed, or refuses the blame for it."""
    if claim.type != "REJECT":
        return False
    topics = (words_of(role.span.of(report.text)) for role in claim.roles if role.role == "topic")
    return claim.mode == "denial" or any(topic & words("authorship.tsv") for topic in topics)


def named(report: Report, claim: Claim, attacks: Sequence[Claim]) -> Iterator[Naming]:
    """Whom one claim names, and on what footing. A pronoun names nobody, unless it is the speaker's word for itself."""
    for role in claim.roles:
        if role.role != ("recipient" if accuses(claim) else "actor") or is_about_others(report, claim, role, attacks):
            continue
        footing = footing_of(report, claim, role)
        if footing is not None:
            named_as, by, reason = footing
            party = the_one_named(report, claim, role)
            who = phrase(report, party.span) if party.entity is None else party.entity.name
            yield Naming(report.id, who, party.entity, party.span, named_as, by, claim, reason)


def the_one_named(report: Report, claim: Claim, role: Role) -> Reference:
    """The party itself; for a speaker's pronoun the speaker."""
    source = claim.attribution[-1].source if claim.attribution and is_pronoun(report, role) else None
    return source or Reference(role.span, role.entity)


def is_about_others(report: Report, claim: Claim, role: Role, attacks: Sequence[Claim]) -> bool:
    """Whether what a party admits or denies is that somebody else did it: "the army denied that guerrillas fired"."""
    if not (admits(claim) or denies(report, claim)):
        return False
    topics = [each.span for each in claim.roles if each.role == "topic"]
    doers = [
        each
        for attack in attacks
        if any(topic.covers(attack.trigger) for topic in topics)
        for each in attack.roles
        if each.role == "actor" and any(topic.covers(each.span) for topic in topics) and not is_pronoun(report, each)
    ]
    return bool(doers) and not any(each.entity is not None and each.entity == role.entity for each in doers)


def is_pronoun(report: Report, role: Role) -> bool:
    """Whether a party is a pronoun of which the report does not tell whom it means."""
    return role.entity is None and role.span.of(report.text).lower() in words("pronouns.tsv")


def footing_of(report: Report, claim: Claim, role: Role) -> tuple[NamedAs, str | None, str] | None:
    """The footing, who says so, and the reason, for one party of a claim; None where it is named for nothing."""
    is_negative = claim.factuality.polarity == "negative"
    if is_pronoun(report, role):
        return None if is_negative else self_accusation(report, claim, role)
    if accuses(claim):
        return None if is_negative else accusation(report, claim)
    if admits(claim):
        return None if is_negative else ("admitted", phrase(report, role.span), "It claims or admits the deed itself.")
    if denies(report, claim):
        return None if is_negative else ("denied", phrase(report, role.span), "It denies the deed itself.")
    return deed(report, claim, role)


def self_accusation(report: Report, claim: Claim, role: Role) -> tuple[NamedAs, str | None, str] | None:
    """The footing of a deed that a speaker says "we" did, or admits that "it" did; None for any other pronoun."""
    link = claim.attribution[-1] if claim.attribution else None
    if link is None or link.source is None or not is_attack(claim):
        return None
    cue = "" if link.cue is None else link.cue.of(report.text)
    if role.span.of(report.text).lower() in FIRST_PERSON or words_of(cue) & words("admitting.tsv"):
        return "admitted", phrase(report, link.source.span), SELF
    return None


def accusation(report: Report, claim: Claim) -> tuple[NamedAs, str | None, str]:
    """The footing of an accusation: by authorities where the accuser is one."""
    accusers = [role for role in claim.roles if role.role == "actor"]
    if not accusers:
        return "accused", None, "It is accused; the report does not say by whom."
    by = phrase(report, accusers[0].span)
    if is_authority(by, accusers[0].entity):
        verb = "holds it responsible" if claim.mode in VERDICTS else "accuses it"
        return "accused_by_authorities", by, f"{sentence_case(by)}, an authority, {verb}."
    return "accused", by, f"{sentence_case(by)} accuses it."


def deed(report: Report, claim: Claim, role: Role) -> tuple[NamedAs, str | None, str]:
    """The footing of an attack that is told with its doer: by what the chain of sources and the certainty say."""
    link = claim.attribution[-1] if claim.attribution else None
    by = None if link is None or link.source is None else phrase(report, link.source.span)
    if claim.factuality.polarity == "negative":
        return "denied", by, f"{told_by(by)} it did not do it."
    if link is not None and link.source is not None and is_oneself(report, link.source, role):
        return "admitted", by, SELF
    if claim.factuality.certainty in ("possible", "underspecified"):
        return "possible", by, f"{told_by(by)} it is put as possible only."
    if link is not None and has_authority(report, link):
        return "accused_by_authorities", by, f"{sentence_case(by or 'officials')}, an authority, names it."
    if link is not None:
        return "accused", by, f"{told_by(by)} it is named."
    if claim.factuality.certainty == "probable" or is_presumed(report, role):
        return "accused", None, "The report presumes it."
    return "reported_as_fact", None, "The report tells it in its own voice."


def told_by(by: str | None) -> str:
    """How a reason begins that rests on somebody's word."""
    return f"By the word of {by}" if by else "By the word of nobody named"


def is_presumed(report: Report, role: Role) -> bool:
    """Whether the phrase itself says that who did it is presumed: "alleged members of the league"."""
    return bool(words_of(role.span.of(report.text)) & words("presumed.tsv"))


def is_oneself(report: Report, source: Reference, role: Role) -> bool:
    """Whether the speaker is the one named, or speaks for it: the same entity, or its name in the speaker's phrase."""
    if role.entity is not None and source.entity is not None and source.entity.id == role.entity.id:
        return True
    said = source.span.of(report.text)
    name = role.entity.name if role.entity is not None else role.span.of(report.text)
    return any(
        re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) is not None for each in {name, role.span.of(report.text)}
    )


def has_authority(report: Report, link: Link) -> bool:
    """Whether the speaker of a link is an authority."""
    if link.kind == "unnamed_official":
        return True
    return link.source is not None and is_authority(phrase(report, link.source.span), link.source.entity)


def is_authority(by: str, entity: EntityRef | None) -> bool:
    """Whether a speaker is a body or office of a state: by its schema, or by a word of its phrase."""
    return (entity is not None and entity.schema == "PublicBody") or bool(words_of(by) & words("authorities.tsv"))


def phrase(report: Report, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(report.text).split())


def words_of(text: str) -> frozenset[str]:
    """The words of a phrase in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text))


def sentence_case(text: str) -> str:
    """The phrase as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
