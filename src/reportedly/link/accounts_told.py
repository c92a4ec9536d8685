"""A claim as it is joined across reports: with its report's text, its days, its families of acts, its words.

In: a claim and its report. Out: a `Told`, whose parts are worked out once, when they are first asked for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportedly.days import bounds
from reportedly.link.accounts_acts import families_of, traits_of
from reportedly.link.accounts_parties import Lead, Party, lead_of, parties_of
from reportedly.link.accounts_places import Spot, spot_of
from reportedly.link.accounts_words import WORD, content_words, stem, stems_in, stems_of
from reportedly.linked import floors
from reportedly.model import Claim, Reference, Report

PRECISE = 2
"""Days up to which an interval counts as one day told twice over: a night, or a date near midnight."""

GENERAL = frozenset({"the", "this", "that", "these", "those"})
"""Words before an event noun that point to an act already told or known."""

NEVER = stem("never")

MONEY = "$"
"""What stands for all words for money among what an act is about."""

BESIDE = 40
"""Characters before and behind a trigger in which stands what tells how often."""

BEHIND = 250
"""Characters before and behind a sentence in which its scene is set."""

HEADED = 600
"""Characters of a report in which it tells what it is about."""

NOBODY = re.compile(r".{0,3}?\b(?:no|any|nobody|none|no one|neither)\b", re.IGNORECASE | re.DOTALL)
"""How a denial speaks of anybody, the determiner in the phrase or just before it."""

ORDINAL = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er) (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
"""How a report counts acts of one kind."""

BEFORE = re.compile(r"([A-Za-z]+)\s+(?:([A-Za-z]+)\s+)?$")
"""The word before a trigger, and the one before that."""

PLURAL = re.compile(r"[a-rt-z]s$")
"""The ending of a noun of several acts."""

NO_SUCH = re.compile(r"\b(?:no|any) such\s+(?:[A-Za-z]+\s+)?$", re.IGNORECASE)
"""How a denial speaks of an act that was told before."""


class Days(NamedTuple):
    """First and last possible day as ordinals; None where open."""

    first: int | None
    last: int | None

    @property
    def length(self) -> int:
        """How many days are possible; a great number where an end is open."""
        return 100_000 if self.first is None or self.last is None else self.last - self.first + 1


@dataclass(frozen=True)
class Told:
    """A claim with what joining it needs of its report: the id, the day of publication (EDTF), the text."""

    claim: Claim
    report_id: str
    published: str | None
    text: str

    @cached_property
    def is_sure(self) -> bool:
        """Whether the reading is sure enough to join claims of other reports by itself."""
        return self.claim.confidence >= floors(self.claim).joins

    @property
    def source(self) -> Reference | None:
        """The innermost source of the claim; None where it has none, or one of whom nothing is told."""
        return self.claim.attribution[-1].source if self.claim.attribution else None

    @cached_property
    def particulars(self) -> str:
        """What tells apart the claims that one word of a report carries: kind, roles, firmness, time."""
        claim = self.claim
        fact = claim.factuality
        roles = " ".join(f"{role.role}:{role.span.start}-{role.span.end}" for role in claim.roles)
        time = claim.time.edtf if claim.time else None
        return f"{claim.type or claim.tie} {roles} {fact.certainty} {fact.polarity} {fact.temporality} {time}"

    @cached_property
    def order(self) -> tuple[str, str, int, int, str]:
        """The order by content: published, report, place in the report, then what tells claims of one word apart."""
        trigger = self.claim.trigger
        return (self.published or "9999", self.report_id, trigger.start, trigger.end, self.particulars)

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families of acts that the claim may tell, or of ties; the first is the likeliest."""
        return families_of(self.claim)

    @cached_property
    def traits(self) -> frozenset[str]:
        """What holds for the likeliest family."""
        return traits_of(self.families)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Those who take part, with the names inside their phrases."""
        return parties_of(self.claim, self.text)

    @cached_property
    def acting(self) -> tuple[Party, ...]:
        """The participants without those that the act is only about."""
        return tuple(party for party in self.parties if party.side != "matter")

    @cached_property
    def on_sides(self) -> Mapping[str, tuple[Party, ...]]:
        """The participants on each side, with those that may be on either."""
        return {side: tuple(p for p in self.parties if p.side in (side, "either")) for side in ("undergoer", "doer")}

    @cached_property
    def spot(self) -> Spot | None:
        """Where: the claim's place and the places among its roles; None where it gives none."""
        return spot_of(self.claim, self.text)

    @cached_property
    def printed(self) -> int | None:
        """The day of publication as an ordinal."""
        return ordinals(self.published).last

    @cached_property
    def days(self) -> Days | None:
        """The days that the text gives for the act; None where it gives no first one that is understood."""
        time = self.claim.time
        if time is None or time.span is None or time.edtf is None:
            return None
        found = ordinals(time.edtf)
        if found.first is None:
            return None
        return found

    @cached_property
    def bound(self) -> int | None:
        """The last day on which the act can have been: the last that is told, else that of publication; None for an act
        that goes on.
        """
        if self.days is not None:
            return self.days.last
        time = self.claim.time
        told_end = ordinals(time.edtf).last if time is not None and time.span is not None else None
        return self.printed if told_end is None else told_end

    @cached_property
    def precise(self) -> bool:
        """Whether the text gives a day, or two that follow each other."""
        return self.days is not None and self.days.length <= PRECISE

    @cached_property
    def word(self) -> str:
        """The stem of the trigger's last word, of its first for a verb with a particle."""
        return trigger_stem(self.claim.trigger.of(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the sentence's words of content, without the trigger, the names and the time."""
        own = {self.word}
        for party in self.parties:
            own |= party.plain
        if self.spot is not None:
            own |= self.spot.words
        return self.sentence_words - own

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """Stems of all of the sentence's words of content."""
        return content_words(self.claim.sentence.of(self.text))

    @cached_property
    def scene_words(self) -> frozenset[str]:
        """Stems of the words of content around: of the sentence and of what stands just before and behind it."""
        sentence = self.claim.sentence
        return content_words(self.text[max(0, sentence.start - BEHIND) : sentence.end + BEHIND])

    @cached_property
    def lead(self) -> Lead:
        """The names and words of content at the head of the report."""
        return lead_of(self.text)

    @property
    def leads(self) -> bool:
        """Whether the claim stands at the head of its report, and is no background that is told beside."""
        return self.claim.trigger.end <= HEADED

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Stems of all of the sentence's words."""
        return frozenset(map(stem, WORD.findall(self.claim.sentence.of(self.text).lower())))

    @cached_property
    def habitual(self) -> bool:
        """Whether a word beside the trigger tells of acts that happen many times, and the text gives no day."""
        return self.days is None and not stems_in("accounts_habits.tsv").isdisjoint(self.beside)

    @cached_property
    def gives_toll(self) -> bool:
        """Whether the sentence sets a number beside another one of the same dead or hurt: "put the toll at"."""
        return self.claim.count is not None and not stems_in("accounts_toll.tsv").isdisjoint(self.all_words)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Stems of the words beside the trigger, in its sentence."""
        sentence, trigger = self.claim.sentence, self.claim.trigger
        start, end = max(sentence.start, trigger.start - BESIDE), min(sentence.end, trigger.end + BESIDE)
        return frozenset(map(stem, WORD.findall(self.text[start:end].lower())))

    @cached_property
    def never(self) -> bool:
        """Whether the claim denies an act for all times: "has never met"."""
        return self.claim.factuality.polarity == "negative" and NEVER in self.beside

    @cached_property
    def universal(self) -> bool:
        """Whether the claim denies an act of anybody: "no employee had been detained"."""
        if self.claim.factuality.polarity != "negative":
            return False
        spans = (role.span for role in self.claim.roles if role.entity is None)
        return any(NOBODY.match(self.text, max(0, span.start - len("no ")), span.end) for span in spans)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Stems of the words that say what the act is about or done with: topics, instruments, things."""
        found: set[str] = set()
        for role in self.claim.roles:
            if role.role in ("topic", "instrument", "target", "beneficiary"):
                found |= stems_of(role.span.of(self.text))
        if not found.isdisjoint(stems_in("accounts_money.tsv")):
            found.add(MONEY)
        return frozenset(found) - {self.word}

    @cached_property
    def ordinal(self) -> str:
        """Which of several acts it is by the report's own count: "second" of "the second visit"; empty where untold."""
        trigger = self.claim.trigger
        spans = [(max(0, trigger.start - 24), trigger.end), *((r.span.start, r.span.end) for r in self.claim.roles)]
        found = (ORDINAL.search(self.text, start, end) for start, end in spans)
        return next((match[1].lower() for match in found if match), "")

    @cached_property
    def points_back(self) -> bool:
        """Whether the trigger is a noun that points to one act already told: "the visit", "that attack"."""
        start = self.claim.trigger.start
        if PLURAL.search(self.claim.trigger.of(self.text)):
            return False
        found = BEFORE.search(self.text[max(0, start - 40) : start])
        return found is not None and not GENERAL.isdisjoint(word.lower() for word in found.groups() if word)

    @cached_property
    def no_such(self) -> bool:
        """Whether the claim denies an act as one that was told before: "no such meeting"."""
        start = self.claim.trigger.start
        return (
            self.claim.factuality.polarity == "negative"
            and NO_SUCH.search(self.text, max(0, start - 40), start) is not None
        )


def told(claim: Claim, report: Report) -> Told:
    """The claim with what joining needs of its report."""
    return Told(claim, claim.report_id, report.published, report.text)


@lru_cache(maxsize=16384)
def ordinals(edtf: str | None) -> Days:
    """The first and last possible day of an EDTF value as ordinals."""
    first, last = bounds(edtf)
    return Days(
        date.fromisoformat(first).toordinal() if first else None, date.fromisoformat(last).toordinal() if last else None
    )


@lru_cache(maxsize=16384)
def trigger_stem(trigger: str) -> str:
    """The stem of the word that carries a trigger."""
    words = trigger.lower().split()
    found = [stem(word) for word in words if stems_of(word)]
    return found[-1] if found else stem(words[-1]) if words else ""
