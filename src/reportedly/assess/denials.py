"""Who denies an event, when they spoke, and what of it they deny.

In: an `Evidence`. Out: `Denial`s, one for each speaker and slot with every telling of it. A denial never counts as
an account. The other side's negated account of a dealing is no denial; `contradictions` shows it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from reportedly.assess.accounts import in_order, published, telling
from reportedly.assess.lexicon import words
from reportedly.assess.slots import plain
from reportedly.assess.speakers import FIRST_PERSON, Speaker, is_spokesman, key_of, named_in, speaker, unnamed_key
from reportedly.linked import Account, Evidence
from reportedly.model import VOID, Claim

Denied = Literal["event", "actor"]
"""What is denied: that it happened, or only who did it."""

DEALINGS = frozenset({"AGREE", "COOPERATE", "AID", "CONCEDE"})
"""Acts with two sides that each give an account of them: an agreement, a payment."""

DONE_BY_SOMEBODY = frozenset({"ASSAULT", "DIE"})
"""Acts that leave traces whoever did them: to deny having done one is not to deny it."""

NEGATIONS = frozenset({"not", "n", "no", "none", "nothing", "neither", "nor", "without"})
"""Words that negate an act; "n" is what is left of "n't"."""

WORD = re.compile(r"[^\W\d_]+")
UNABLE = re.compile(r"\b(?:could|can) ?(?:not|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before an act that somebody was not able to do."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who denies as some reports give it, when it was spoken (EDTF) by them, and those reports, first one first.

    `spoken` is None where none of them says when; `published` is the day of the first.
    """

    speaker: str
    spoken: str | None
    published: str | None
    tellings: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """One speaker's denial: what is denied, when it was spoken (EDTF), and the reports that tell it, first one first.

    `spoken` is None where no report says when; `published` is the day of the first telling. A body and whoever speaks
    for it are one denial of several `voices`, in the order of their first telling; `speaker` is the one who is named
    best.
    """

    speaker: str
    slot: Denied
    spoken: str | None
    published: str | None
    tellings: tuple[Account, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a denial."""

    account: Account
    speaker: Speaker
    slot: Denied


@dataclass(frozen=True)
class Hearing:
    """An event's evidence with what its denials are held against."""

    evidence: Evidence

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that say it happened, in the order of publication."""
        return telling(self.evidence)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The keys of all who take part in the event by any account."""
        roles = (role for account in self.accounts for role in account.claim.roles)
        return frozenset(key_of(role.entity, self.evidence)[0] for role in roles if role.entity is not None)

    @cached_property
    def own_voices(self) -> frozenset[str | None]:
        """The publishers that tell it in their own voice."""
        return frozenset(a.report.publisher for a in self.accounts if not a.claim.attribution)

    @cached_property
    def leaves_traces(self) -> bool:
        """Whether some account tells of an act that leaves traces whoever did it."""
        return any(a.claim.type in DONE_BY_SOMEBODY for a in self.accounts)

    @cached_property
    def is_told(self) -> bool:
        """Whether there is or was an account, so that there is something to deny."""
        return bool(self.accounts) or any(a.part == "account" for a in self.evidence.gone)


def denials(evidence: Evidence) -> tuple[Denial, ...]:
    """The denials of an event or tie, one for each speaker and slot, in the order of their first telling."""
    hearing = Hearing(evidence)
    told = [
        Told(account, denier(account, evidence), denied(account, hearing))
        for account in in_order(a for a in evidence.accounts if a.part == "denial" and not is_no_denial(a.claim))
        if account.report.status not in VOID and not is_contrary(account, hearing) and answers(account, hearing)
    ]
    told = [speaking_for(each, told) for each in told]
    found = [denial(group) for slot in ("event", "actor") for group in by_speaker([t for t in told if t.slot == slot])]
    return tuple(sorted(found, key=lambda d: (d.published or "9999", d.speaker, d.slot)))


def deniers(found: Iterable[Denial]) -> tuple[str, ...]:
    """Who denies, each once, by every name that reports give; who denies only having done it is marked so."""
    marks: dict[Denied, str] = {"event": "", "actor": " (only having done it)"}
    return tuple(dict.fromkeys(f"{voice.speaker}{marks[each.slot]}" for each in found for voice in each.voices))


def is_no_denial(claim: Claim) -> bool:
    """Whether a claim tells that somebody did not deny: "neither confirmed nor denied it"."""
    return claim.type == "REJECT" and claim.factuality.polarity == "negative"


def denial(group: Sequence[Told]) -> Denial:
    """The denial that its tellings amount to."""
    voices: dict[str, list[Told]] = {}
    for each in group:
        voices.setdefault("person" if each.speaker.person else each.speaker.key, []).append(each)
    whole = voice_of(group)
    parts = sorted(map(voice_of, voices.values()), key=lambda v: published(v.tellings[0]))
    return Denial(whole.speaker, group[0].slot, whole.spoken, whole.published, whole.tellings, tuple(parts))


def voice_of(group: Sequence[Told]) -> Voice:
    """Tellings as those of one speaker, under the best of their names."""
    best = min(group, key=lambda t: (not t.speaker.person, not t.speaker.named, " " not in t.speaker.label))
    accounts = in_order(dict.fromkeys(t.account for t in group))
    spoken = next((day for a in accounts if (day := spoken_on(a.claim)) is not None), None)
    day = accounts[0].report.published
    return Voice(best.speaker.label, spoken, day[:10] if day else None, accounts)


def speaking_for(one: Told, told: Sequence[Told]) -> Told:
    """A telling with the body that its speaker speaks for: "its spokesman" is that of the one body that denies it in
    the same report, where no other is named.
    """
    if one.speaker.bodies or one.speaker.is_body or not is_spokesman(one.account):
        return one
    bodies = {t.speaker.key for t in told if t.account.report.id == one.account.report.id and t.speaker.is_body}
    return replace(one, speaker=replace(one.speaker, bodies=frozenset(bodies))) if len(bodies) == 1 else one


def by_speaker(told: Sequence[Told]) -> list[list[Told]]:
    """Tellings grouped by speaker: each named person, with what is told of the body he alone speaks for."""
    groups: dict[str, list[Told]] = {}
    full = full_names(told)
    for each in told:
        if each.speaker.person:
            groups.setdefault(full.get(each.speaker.label, each.speaker.key), []).append(each)
    for each in told:
        if not each.speaker.person:
            groups.setdefault(home(each.speaker, groups), []).append(each)
    return list(groups.values())


def full_names(told: Sequence[Told]) -> dict[str, str]:
    """For each surname among the speakers the key of the only speaker who bears it with a given name."""
    bearers: dict[str, set[str]] = {}
    for each in told:
        if each.speaker.person and " " in each.speaker.label:
            bearers.setdefault(each.speaker.label.split()[-1], set()).add(each.speaker.key)
    return {surname: next(iter(keys)) for surname, keys in bearers.items() if len(keys) == 1}


def home(one: Speaker, groups: dict[str, list[Told]]) -> str:
    """The key of the only group that a body's or unnamed speaker's denial belongs to; else its own."""
    keys = {one.key, *one.bodies}
    fitting = [k for k, group in groups.items() if k == one.key or any(shares(keys, t.speaker) for t in group)]
    return fitting[0] if len(fitting) == 1 else one.key


def shares(keys: set[str], other: Speaker) -> bool:
    """Whether a speaker is or speaks for one of the bodies, by key or by the tail of its full name ("League")."""
    others = {other.key, *other.bodies} if not other.person else set(other.bodies)
    return any(a == b or a.endswith(" " + b) or b.endswith(" " + a) for a in keys for b in others)


def denier(account: Account, evidence: Evidence) -> Speaker:
    """Who denies: the actor of a denial told as an act, the source of a negated account, or who "denied" before it."""
    claim = account.claim
    if claim.type == "REJECT":
        actor = next((role for role in claim.roles if role.role == "actor"), None)
        if actor is not None and actor.span.of(account.report.text).lower() not in FIRST_PERSON:
            return from_words(actor.span.start, actor.span.end, account, evidence)
    is_of_nobody = not claim.attribution or claim.attribution[-1].source is None
    if claim.tie == "alias" and is_of_nobody:  # "he discounted rumours that he was"
        bearer = next((role for role in claim.roles if role.role == "subject"), None)
        if bearer is not None:
            return from_words(bearer.span.start, bearer.span.end, account, evidence)
    if not claim.attribution and (cue := denying_word(account)) is not None:
        start = clause_start(account, cue)
        if start < cue:
            return from_words(start, cue, account, evidence)
    return speaker(account, evidence)


def from_words(start: int, end: int, account: Account, evidence: Evidence) -> Speaker:
    """The speaker named between two places of a report: the entity whose name stands there, or the words.

    Words without a capital ("two officials") are somebody in this outlet only, unless they mean a body or an office.
    """
    text = account.report.text
    phrase = text[start:end].strip(" ,")
    for role in account.claim.roles:
        if role.entity is not None and (
            (role.span.start < end and start < role.span.end) or role.entity.name in phrase
        ):
            key, name = key_of(role.entity, evidence)
            return Speaker(name, key, True, role.entity.schema == "Person")
    for entity in named_in(phrase, evidence):
        return Speaker(entity.name, entity.id, True, entity.schema == "Person")
    if is_name(phrase):
        return Speaker(phrase, plain(phrase), True)
    return Speaker(phrase, unnamed_key(phrase, "unnamed_person", account), False)


def is_name(phrase: str) -> bool:
    """Whether a capital stands in a phrase, other than that of a word which opens it."""
    first, _, rest = phrase.partition(" ")
    opens = first.lower() in words("opening.tsv") or first.lower() in words("pronouns.tsv")
    return any(word[:1].isupper() for word in (rest if opens else phrase).split())


def clause_start(account: Account, end: int) -> int:
    """Where the words begin that name who denies: after the last full stop before `end`."""
    sentence = account.claim.sentence
    before = account.report.text[sentence.start : end]
    return sentence.start + max(before.rfind(". "), before.rfind("; "), -1) + 1


def denying_word(account: Account) -> int | None:
    """Where the last word of denying before the act stands in its sentence; None where there is none."""
    claim, text = account.claim, account.report.text
    before = text[claim.sentence.start : claim.trigger.start]
    found = [m.start() for m in WORD.finditer(before) if m.group().lower() in words("denying.tsv")]
    return claim.sentence.start + found[-1] if found else None


def spoken_on(claim: Claim) -> str | None:
    """When the denial was spoken: the time of a denial told as an act, or that of the innermost link; EDTF or None."""
    if claim.type == "REJECT" and claim.time is not None and claim.time.span is not None:
        return claim.time.edtf
    link = claim.attribution[-1] if claim.attribution else None
    return link.time.edtf if link is not None and link.time is not None else None


def denied(account: Account, hearing: Hearing) -> Denied:
    """Whether a denial is of the event or only of having done it.

    Only of an act that leaves traces whoever did it can the authorship alone be denied: by one who says that he or his
    people did not do it, who denies a part in it, or an allegation.
    """
    if not hearing.leaves_traces:
        return "event"
    claim, text = account.claim, account.report.text
    if claim.type == "REJECT":
        if claim.answers is not None:
            return "actor"
        rest = text[claim.trigger.end : claim.sentence.end].lower()
        return "actor" if not words("authorship.tsv").isdisjoint(WORD.findall(rest)) else "event"
    return "actor" if any(role.role == "actor" for role in claim.roles) else "event"


def is_contrary(account: Account, hearing: Hearing) -> bool:
    """Whether a negated account is another account of the same dealing, rather than somebody's denial.

    So it is where the act has two sides, or where two outlets speak in their own voice; and where nobody "denies", and
    no participant speaks for himself, or is spoken for.
    """
    claim = account.claim
    if claim.factuality.polarity != "negative" or claim.type == "REJECT" or denies(account):
        return False
    who = speaker(account, hearing.evidence)
    if not hearing.parties.isdisjoint({who.key, *who.bodies}) or says_we(account):
        return False
    if claim.type in DEALINGS:
        return True
    return not claim.attribution and negated(account) and bool(hearing.own_voices - {account.report.publisher})


def answers(account: Account, hearing: Hearing) -> bool:
    """Whether an account denies something: by a word of denying, or what an account tells that stands or stood.

    "Nobody was hurt", where no report tells of anybody hurt, denies nothing; nor does who tells that an attack was
    foiled, or expects that there will be none.
    """
    if account.claim.type == "REJECT" or denies(account):
        return True
    ahead = account.claim.factuality.temporality == "future"
    return hearing.is_told and not ahead and not came_to_nothing(account)


def denies(account: Account) -> bool:
    """Whether a word of denying stands in the chain, among the cues or in the account's sentence before the act."""
    claim, text = account.claim, account.report.text
    spans = [*(link.cue for link in claim.attribution if link.cue is not None), *claim.factuality.cues]
    cues = {word for span in spans for word in WORD.findall(span.of(text).lower())}
    return not cues.isdisjoint(words("denying.tsv")) or denying_word(account) is not None


def negated(account: Account) -> bool:
    """Whether a plain word of negation is among the cues; "foiled" or "averted" negate an act that was begun."""
    text = account.report.text
    cues = {word for span in account.claim.factuality.cues for word in WORD.findall(span.of(text).lower())}
    return not cues.isdisjoint(NEGATIONS)


def came_to_nothing(account: Account) -> bool:
    """Whether an account tells of an act that came to nothing or could not be: "foiled an attack", "could not talk"."""
    text = account.report.text
    cues = {word for span in account.claim.factuality.cues for word in WORD.findall(span.of(text).lower())}
    if UNABLE.search(text, account.claim.sentence.start, account.claim.trigger.start):
        return True
    return not cues.isdisjoint(words("unrealised.tsv")) and cues.isdisjoint(NEGATIONS)


def says_we(account: Account) -> bool:
    """Whether the speaker takes part in the act by his own words."""
    text = account.report.text
    return any(role.span.of(text).lower() in FIRST_PERSON for role in account.claim.roles)
