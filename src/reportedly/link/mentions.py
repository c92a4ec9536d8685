"""Whether two mentions of persons, bodies, places, things or times mean one, within and across reports; and clusters.

In: entity mentions, made of phrases with the full name that the report gives them, and how near their reports are.
Out: matches with a score and a reason, and clusters. The same for both orders; nothing is counted over a collection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportedly.link.events import Match, where
from reportedly.link.events_clusters import Pair, grouped
from reportedly.link.events_odds import likelihood, odds_of, overlap, shared_of_smaller
from reportedly.link.events_phrases import Phrase, head_of, phrase
from reportedly.link.events_stories import SAME_REPORT, Nearness
from reportedly.link.lexicon import weights, words
from reportedly.link.names import compare_names
from reportedly.model import Annotated, MentionForm, Schema

ENTITY_JOINS = 0.35
"""Mean likelihood from which two clusters of mentions are one entity: best across training topics of ECB+."""

FAR = 10
"""Sentences from which a distance inside a report counts no further; mentions of two reports count as half of it."""

SMALL = frozenset({"the", "of", "and", "for", "a", "an"})


@dataclass(frozen=True)
class EntityMention:
    """One mention: its report, its phrase, and what the report says of it.

    `entity` is the report's own entity, with its full `name`; None where the report does not tell whom is meant.
    """

    report: str
    phrase: Phrase
    entity: int | None = None
    name: str | None = None
    form: MentionForm | None = None
    schema: Schema | None = None
    plural: bool = False

    @cached_property
    def said(self) -> frozenset[str]:
        """The content words of the phrase and of the full name; of the name alone for a pronoun."""
        named = frozenset(word for word in (self.name or "").lower().split() if len(word) > 1)
        return named if self.form == "pronoun" else self.phrase.content | named

    @cached_property
    def proper(self) -> bool:
        """Whether the head is a name."""
        return self.phrase.pos == "PROPN"

    @cached_property
    def pronoun(self) -> bool:
        """Whether the mention is a pronoun or a word that points."""
        return self.phrase.pos == "PRON" or self.phrase.lemma in words("events_pronouns.tsv")

    @cached_property
    def initials(self) -> str:
        """The first letters of the words as written, small words left out."""
        return "".join(word[0] for word in self.phrase.written.split() if word not in SMALL)


def entity_mention(doc: Annotated, places: Sequence[int]) -> EntityMention:
    """The mention of these tokens, with the entity that the report gives its head."""
    found, head = phrase(doc, places), head_of(doc, places)
    mention = doc.mention_at.get(head)
    plural = found.tag in ("NNS", "NNPS") or found.word in ("they", "them", "their", "we", "our", "us")
    if mention is None:
        return EntityMention(doc.report.ref, found, form="pronoun" if found.pos == "PRON" else None, plural=plural)
    name = doc.entities[mention.entity].name if mention.entity is not None else None
    many = plural or mention.plural
    return EntityMention(doc.report.ref, found, mention.entity, name, mention.form, mention.schema, many)


def same_entity(a: EntityMention, b: EntityMention, near: Nearness = SAME_REPORT) -> Match:
    """Whether two mentions mean one; `near` says how near their reports are."""
    score = entity_likelihood(a, b, near)
    return Match(round(score, 4), score >= ENTITY_JOINS, entity_reason(a, b, near))


def entity_likelihood(a: EntityMention, b: EntityMention, near: Nearness) -> float:
    """The likelihood that two mentions mean one."""
    model = entity_model(a, b)
    return likelihood(odds_of(weights("events_weights.tsv"), model, entity_signs(a, b, near)))


def resolved(a: EntityMention, b: EntityMention) -> bool:
    """Whether the report itself gives both mentions one entity."""
    return a.report == b.report and a.entity is not None and a.entity == b.entity


def entity_model(a: EntityMention, b: EntityMention) -> str:
    """Which model weighs the pair."""
    if (a.pronoun or b.pronoun) and not resolved(a, b):
        return "entity_pronoun"
    if a.phrase.lemma == b.phrase.lemma:
        return "entity_same_word"
    if resolved(a, b):
        return "entity_resolved"
    return "entity_shared" if a.said & b.said or name_likeness(a, b) > 0.5 else "entity_other"


def name_likeness(a: EntityMention, b: EntityMention) -> float:
    """How alike the names of the two are, 0 to 1; 0 where no name is at stake."""
    if a.name and b.name and (a.proper or b.proper or a.pronoun or b.pronoun):
        return names_score(*sorted((a.name, b.name)))
    if a.proper and b.proper and a.said & b.said:
        return names_score(*sorted((a.phrase.written, b.phrase.written)))
    return 0.0


@lru_cache(maxsize=65536)
def names_score(a: str, b: str) -> float:
    """The score of `compare_names`, remembered: a few names make most pairs."""
    return compare_names(a, b).score


def entity_signs(a: EntityMention, b: EntityMention, near: Nearness) -> dict[str, float]:
    """What speaks for and against one entity, by name; yes is 1, shares run from 0 to 1."""
    one, two, same_report, shared = a.phrase, b.phrase, a.report == b.report, a.said & b.said
    short, long = sorted((a, b), key=lambda each: len(each.phrase.word))
    return {
        "written": one.written == two.written,
        "same_word": one.lemma == two.lemma,
        "said": overlap(a.said, b.said),
        "contained": bool(shared) and (a.said <= b.said or b.said <= a.said),
        "shared": float(len(shared)),
        "names_alike": name_likeness(a, b),
        "both_names": a.proper and b.proper,
        "one_name": a.proper != b.proper,
        "resolved": resolved(a, b),
        "both_pronouns": one.pos == two.pos == "PRON",
        "same_report": same_report,
        "distance": min(FAR, abs(one.sentence - two.sentence)) if same_report else FAR / 2,
        "number_differs": a.plural != b.plural,
        "both_plural": a.plural and b.plural,
        "schema": a.schema is not None and a.schema == b.schema,
        "schema_differs": a.schema is not None and b.schema is not None and a.schema != b.schema,
        "initials": len(short.phrase.word) > 1 and short.phrase.word == long.initials,
        "near": near.odds,
        "story": near.story,
        "close": near.close,
        "context": overlap(one.context, two.context),
        "around": shared_of_smaller(one.names, two.names),
        "governor": bool(one.governor) and one.governor == two.governor,
        "figure": one.pos == "NUM" or two.pos == "NUM",
        "short": min(len(one.lemmas), len(two.lemmas)) == 1,
    }


def entity_reason(a: EntityMention, b: EntityMention, near: Nearness) -> str:
    """A sentence that says what speaks for the two being one."""
    shown = f'"{a.phrase.written}" and "{b.phrase.written}"'
    place = where(a.report == b.report, near)
    if resolved(a, b):
        return f"{shown} stand for one {'name' if a.name else 'description'} in the report."
    if a.pronoun or b.pronoun:
        return f"{shown}: whom the pronoun means is not told; {place}."
    if a.name and b.name and name_likeness(a, b):
        return f"{compare_names(*sorted((a.name, b.name))).reason.rstrip('.')}; {place}."
    if shared := sorted(a.said & b.said):
        return f"{shown} share {' and '.join(shared[:3])}; {place}."
    return f"{shown} share no word; {place}."


def clusters(count: int, edges: Mapping[Pair, Match | float]) -> list[int]:
    """For each of `count` mentions the place of the first of its entity; `edges` holds scores of pairs of places."""
    scores = {pair: edge if isinstance(edge, float) else edge.score for pair, edge in edges.items()}
    return grouped(count, scores, ENTITY_JOINS)
