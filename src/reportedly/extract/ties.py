"""Standing ties: from titles, appositions, possessives, copulas, relational nouns and verbs.

In: an annotated report. Out: a draft a tie, each pair at its first mention.
"""

from collections.abc import Iterator

from reportedly.extract.draft import Draft
from reportedly.extract.tie_lexicon import role_noun_at
from reportedly.extract.tie_nouns import noun_ties
from reportedly.extract.tie_verbs import verb_tie
from reportedly.model import Annotated


def ties(doc: Annotated) -> tuple[Draft, ...]:
    """Every tie of the report, one a pair, in text order."""
    seen: set[tuple[object, ...]] = set()
    found: list[Draft] = []
    for draft in candidates(doc):
        key = pair_of(doc, draft)
        if key not in seen:
            seen.add(key)
            found.append(draft)
    return tuple(found)


def candidates(doc: Annotated) -> Iterator[Draft]:
    """Every tie as often as it is said, in text order."""
    for token in doc.tokens:
        draft: Draft | None = None
        if token.pos in ("NOUN", "PROPN"):
            noun = role_noun_at(doc, token.i)
            draft = None if noun is None else noun_ties(doc, noun)
        elif token.pos in ("VERB", "ADJ"):
            draft = verb_tie(doc, token.i)
        if draft is not None:
            yield draft


def pair_of(doc: Annotated, draft: Draft) -> tuple[object, ...]:
    """What tells this tie from others: its type and its parties, by entity or by their words."""
    parties = (
        (role.role, role.entity.id if role.entity is not None else doc.text_of(role.span).lower())
        for role in draft.roles
    )
    return (draft.tie, *sorted(parties))
