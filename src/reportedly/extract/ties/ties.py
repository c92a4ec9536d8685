"""Standing ties: from titles, appositions, possessives, copulas, relational nouns and verbs.

In: an annotated report. Out: a draft a tie, each pair at its first mention.
"""

from collections.abc import Iterator

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import reference
from reportedly.extract.ties.nouns import noun_ties
from reportedly.extract.ties.rumoured import is_denied_being, rumoured_tie
from reportedly.extract.ties.shares import share_tie
from reportedly.extract.ties.verbs import verb_tie
from reportedly.extract.ties.words import Found, role_noun_at
from reportedly.model import Annotated, Role

ALIAS_MARKS = frozenset({"alias", "aka", "a.k.a.", "a.k.a"})
"""Words that stand between a name and another name of the same bearer."""

TITLED = 2
"""Tokens before a name in which its title may stand."""

BOUNDS = ("no more than", "no fewer than", "no less than")
"""What "no" begins where it counts those who are."""


def ties(doc: Annotated) -> tuple[Draft, ...]:
    """Every tie of the report, one a pair, in text order; what somebody denies to be stands beside the rumour of it."""
    seen: set[tuple[object, ...]] = set()
    found: list[Draft] = []
    for draft in candidates(doc):
        key = (*pair_of(doc, draft), is_denied_being(doc, draft.head))
        if key not in seen and not binds_to_none(doc, draft):
            seen.add(key)
            found.append(draft)
    return tuple(found)


def binds_to_none(doc: Annotated, draft: Draft) -> bool:
    """Whether a party is none at all: "belongs to no party"."""
    told = (doc.text_of(role.span).lower() for role in draft.roles)
    return any(words.startswith("no ") and not words.startswith(BOUNDS) for words in told)


def candidates(doc: Annotated) -> Iterator[Draft]:
    """Every tie as often as it is said, in text order."""
    nouns = role_nouns_in(doc)
    for token in doc.tokens:
        draft: Draft | None = None
        if token.i in nouns:
            draft = noun_ties(doc, nouns[token.i])
        elif token.pos in ("VERB", "ADJ"):
            draft = share_tie(doc, token.i) or verb_tie(doc, token.i)
        elif token.lemma == "be":
            draft = rumoured_tie(doc, token.i)
        elif token.lower in ("of", "from"):
            draft = of_tie(doc, token.i)
        if draft is None and token.lower in ALIAS_MARKS:
            draft = alias_tie(doc, token.i)
        if draft is not None:
            yield draft


def of_tie(doc: Annotated, of: int) -> Draft | None:
    """The tie of "Ada Ilves of the Gull League": a full name, "of", and the name of an organisation; else None.

    A title before the name has a tie of its own to what follows.
    """
    before = of - 2 if of and doc.tokens[of - 1].text == "," else of - 1
    person, target = doc.name_over.get(before), doc.child(of, "pobj")
    body = None if target is None else doc.name_over.get(target)
    if person is None or body is None or doc.tokens[of].head != person.head:
        return None
    if any(role_noun_at(doc, place) is not None for place in range(max(0, person.first - TITLED), person.last)):
        return None
    if person.schema != "Person" or person.last - person.first < 2 or body.schema not in ("Organization", "Company"):
        return None
    told, party = reference(doc, person.head), reference(doc, body.head)
    roles = (Role("subject", told.span, told.entity), Role("object", party.span, party.entity))
    return Draft(of, doc.span(of, of + 1), "tie", tie="member", roles=roles, confidence=0.6)


def role_nouns_in(doc: Annotated) -> dict[int, Found]:
    """The report's role nouns by their head; one that is only the beginning of a longer title is left out."""
    found: dict[int, Found] = {}
    for token in doc.tokens:
        noun = role_noun_at(doc, token.i)
        if noun is None or is_part_of_name(doc, noun):
            continue
        for place in range(noun.first, noun.head):
            found.pop(place, None)
        found[token.i] = noun
    return found


def is_part_of_name(doc: Annotated, noun: Found) -> bool:
    """Whether a noun for a body is a word of some body's own name ("Northern Front", "Division of Trade")."""
    name = doc.name_over.get(noun.head)
    return (
        name is not None
        and name.last - name.first > noun.last - noun.first
        and name.schema != "Person"
        and (noun.noun.tie in ("front", "owner", "located") or noun.noun.complement == "organisation")
    )


def alias_tie(doc: Annotated, mark: int) -> Draft | None:
    """The tie of two names with "alias" or "aka" between them, or None."""
    before = next((i for i in (mark - 1, mark - 2) if i >= 0 and is_name(doc, i)), None)
    after = next((i for i in (mark + 1, mark + 2) if i < len(doc.tokens) and is_name(doc, i)), None)
    if before is None or after is None:
        return None
    subject, other = reference(doc, before), reference(doc, after)
    if subject.span.overlaps(other.span):
        return None
    roles = (Role("subject", subject.span, subject.entity), Role("object", other.span))
    return Draft(mark, doc.span(mark, mark + 1), "tie", tie="alias", roles=roles, confidence=0.8)


def is_name(doc: Annotated, place: int) -> bool:
    """Whether the token is part of a name."""
    return place in doc.name_over or doc.tokens[place].tag == "NNP"


def pair_of(doc: Annotated, draft: Draft) -> tuple[object, ...]:
    """What tells this tie from others: its type and its parties, by entity or by their words."""
    parties = (
        (role.role, role.entity.id if role.entity is not None else doc.text_of(role.span).lower())
        for role in draft.roles
    )
    return (draft.tie, *sorted(parties))
