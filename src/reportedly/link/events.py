"""Whether two accounts, in one report or in two, tell one event, and the clusters that follow.

In: event mentions, made of phrases, with a day where one is known, and how near their reports are. Out: matches with a
score and a reason, and clusters. The same for both orders; nothing is counted over a collection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.link.events_clusters import Pair, grouped
from reportedly.link.events_odds import apart, likelihood, odds_of, overlap, shared_of_smaller
from reportedly.link.events_phrases import Phrase
from reportedly.link.events_senses import plain, roots, senses
from reportedly.link.events_stories import SAME_REPORT, Nearness
from reportedly.link.lexicon import weights

EVENT_JOINS = 0.4
"""Mean likelihood from which two clusters of accounts are one event: best across training topics of ECB+."""

LEAD = 2
"""Sentences at a report's head that tell its main event."""

SPEAKING = frozenset({"say", "announce", "report"})
"""Groups of words that tell an act of telling: a report holds many, and few of them are one."""

Days = tuple[str, str]


@dataclass(frozen=True)
class EventMention:
    """One account of an event: the report that gives it, the phrase, and the earliest and latest day, ISO 8601.

    `days` is None where the account gives none: that fits every day.
    """

    report: str
    phrase: Phrase
    days: Days | None = None

    @cached_property
    def lemma(self) -> str:
        """The plain form of the head."""
        return plain(self.phrase.lemma)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The words of which the head may be made."""
        return roots(self.lemma)

    @cached_property
    def senses(self) -> frozenset[str]:
        """The kinds of event that the phrase may tell."""
        return senses(self.phrase)


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two mentions are of one thing, 0 to 1; whether they are taken so; and why, as a sentence."""

    score: float
    match: bool
    reason: str


def days_apart(a: Days | None, b: Days | None) -> bool:
    """Whether both give days and no day fits both."""
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def same_event(a: EventMention, b: EventMention, near: Nearness = SAME_REPORT) -> Match:
    """Whether two accounts tell one event; `near` says how near their reports are."""
    if days_apart(a.days, b.days):
        return Match(0.0, False, f"The accounts give different days: {in_words(a.days)} and {in_words(b.days)}.")
    score = event_likelihood(a, b, near)
    return Match(round(score, 4), score >= EVENT_JOINS, event_reason(a, b, near))


def event_likelihood(a: EventMention, b: EventMention, near: Nearness) -> float:
    """The likelihood that two accounts, whose days are left aside, tell one event."""
    return likelihood(odds_of(weights("events_weights.tsv"), event_model(a, b), event_signs(a, b, near)))


def event_model(a: EventMention, b: EventMention) -> str:
    """Which model weighs the pair: for one word, for two of one kind of event or one family, or for any two.

    Inside one report, where a writer avoids repeating a word, each has a model of its own.
    """
    inside = "_inside" if a.report == b.report else ""
    if a.lemma == b.lemma:
        return f"event_same_word{inside}"
    return f"event_same_kind{inside}" if a.senses & b.senses or a.roots & b.roots else f"event_other{inside}"


def event_signs(a: EventMention, b: EventMention, near: Nearness) -> dict[str, float]:
    """What speaks for and against one event, by name; yes is 1, shares run from 0 to 1."""
    one, two, same_report = a.phrase, b.phrase, a.report == b.report
    return {
        "written": one.written == two.written,
        "near": near.odds,
        "story": near.story,
        "close": near.close,
        "same_report": same_report,
        "same_sentence": same_report and one.sentence == two.sentence,
        "context": overlap(one.context, two.context),
        "names": shared_of_smaller(one.names, two.names),
        "numbers": bool(one.numbers & two.numbers),
        "numbers_apart": apart(one.numbers, two.numbers),
        "both_lead": one.sentence < LEAD and two.sentence < LEAD,
        "governor": bool(one.governor) and one.governor == two.governor,
        "beside": a.lemma in two.context or b.lemma in one.context,
        "shorter": min(len(one.context), len(two.context)),
        "words": bool(one.content & two.content),
        "wording": overlap(one.content, two.content),
        "nouns": float((one.pos in ("NOUN", "PROPN")) + (two.pos in ("NOUN", "PROPN"))),
        "verbs": float((one.pos == "VERB") + (two.pos == "VERB")),
        "form": one.tag == two.tag,
        "kind": overlap(a.senses, b.senses),
        "family": bool(a.roots & b.roots),
        "unknown": not a.senses or not b.senses,
        **argument_signs(one, two, speaking=bool((a.senses | b.senses) & SPEAKING)),
    }


def argument_signs(one: Phrase, two: Phrase, *, speaking: bool) -> dict[str, float]:
    """What those who stand beside the heads say for and against one event; in acts of telling the doer weighs apart."""
    doer, doer_apart = bool(one.doer & two.doer), apart(one.doer, two.doer)
    return {
        "arguments": shared_of_smaller(one.arguments, two.arguments),
        "arguments_apart": apart(one.arguments, two.arguments),
        "arguments_around": float(around(one, two) + around(two, one)),
        "doer": doer,
        "doer_apart": doer_apart,
        "undergoer": bool(one.undergoer & two.undergoer),
        "undergoer_apart": apart(one.undergoer, two.undergoer),
        "turned": bool(one.undergoer & two.doer or one.doer & two.undergoer),
        "other": bool(one.other & two.other),
        "other_apart": apart(one.other, two.other),
        "speaking": speaking,
        "one_speaker": speaking and doer,
        "speakers_apart": speaking and doer_apart,
    }


def around(one: Phrase, two: Phrase) -> bool:
    """Whether something that stands beside the first head stands anywhere in the sentence of the second."""
    return bool(one.arguments & (two.context | two.arguments))


def event_reason(a: EventMention, b: EventMention, near: Nearness) -> str:
    """A sentence that says what the two share and where they differ."""
    one, two = a.phrase, b.phrase
    if a.lemma == b.lemma:
        said = f'Both say "{a.lemma}"'
    elif shared := sorted(a.senses & b.senses):
        said = f'"{one.written}" and "{two.written}" may tell one kind of event ({shared[0]})'
    else:
        said = f'"{one.written}" and "{two.written}" are not known to tell one kind of event'
    common = sorted(one.arguments & two.arguments) or sorted(one.context & two.context)
    sharing = f", with {' and '.join(common[:3])} in both" if common else ", and share no one and nothing else"
    differ = "; their numbers differ" if apart(one.numbers, two.numbers) else ""
    return f"{said}{sharing}{differ}; {where(a.report == b.report, near)}."


def where(same_report: bool, near: Nearness) -> str:
    """How near the two reports are, in words."""
    if same_report:
        return "they stand in one report"
    return "their reports tell one story" if near.story else "their reports tell different stories"


def in_words(days: Days | None) -> str:
    """A day, or the first and last one."""
    if days is None:
        return "no day"
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"


def clusters(mentions: Sequence[EventMention], edges: Mapping[Pair, Match | float]) -> list[int]:
    """For each mention the place of the first of its event; `edges` holds scores of pairs of places.

    Accounts that give different days are never one event, at any remove. An account without a day, or with a wide one,
    that would join two events which must stay apart joins neither: one candidate or none.
    """
    scores = {pair: edge if isinstance(edge, float) else edge.score for pair, edge in edges.items()}
    dated = [i for i, mention in enumerate(mentions) if mention.days is not None]
    barred = {(i, j) for i in dated for j in dated if i < j and days_apart(mentions[i].days, mentions[j].days)}
    torn = undecided(scores, barred) if barred else set()
    kept = {pair: score for pair, score in scores.items() if not torn & set(pair)}
    return grouped(len(mentions), kept, EVENT_JOINS, barred)


def undecided(scores: Mapping[Pair, float], barred: set[Pair]) -> set[int]:
    """The places that join, by their scores, two others which must stay apart."""
    joins: dict[int, set[int]] = {}
    for (i, j), score in scores.items():
        if score >= EVENT_JOINS and (min(i, j), max(i, j)) not in barred:
            joins.setdefault(i, set()).add(j)
            joins.setdefault(j, set()).add(i)
    return {i for i, others in joins.items() if any(a in others and b in others for a, b in barred)}
