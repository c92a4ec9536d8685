"""Whether it is sure that a denial means a claim: what else near it could be meant, and whom the denial comes from.

In: a denial with those who deny, the claim that it seems to mean, and the claims near. Out: whether that claim alone
fits. A wrong answer sets two claims against each other that do not differ, so that doubt gives no answer.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.extract.denials import SENTENCED, SINGLE, Told, actors, is_answerable, sorted_words
from reportedly.model import Annotated, Claim, Role

PRONOUNS = SINGLE | {"it", "they", "both", "who", "which"}
HARMFUL = frozenset({"ASSAULT", "THREATEN", "DIE"})
"""Types whose victim or target does not deny the deed as a doer does."""

GRAVE = HARMFUL | {"ACCUSE", "COERCE", "SANCTION"}
"""Types that an allegation is of, where it could mean one of them."""

SUFFERING = frozenset({"recipient", "victim", "target"})
ARTICLES = frozenset({"the", "a", "an"})


class Case(NamedTuple):
    """A denial: who denies, the claims near it in text order, the word for an accusation or the noun of a deed.

    `is_deed` tells that a deed is pointed to, `several` that more than one thing said is denied.
    """

    doc: Annotated
    deniers: Sequence[Role]
    near: Sequence[Told]
    noun: int | None
    is_deed: bool
    several: bool


def is_sure(case: Case, meant: Told, own: Sequence[Told]) -> bool:
    """Whether nothing near speaks against it that the denial means the claim; `own` is what those who deny said."""
    rivals = [each for each in case.near if is_rival(case, each, meant) and each not in own]
    if suffers(case, meant) or (case.several and any(not is_linked(case.doc, each, meant) for each in rivals)):
        return False
    is_about = names(case, meant.claim) or is_charged(case, meant)
    if not is_about and any(names(case, each.claim) for each in rivals):
        return False
    is_pronoun = all(case.doc.text_of(role.span).lower() in PRONOUNS for role in case.deniers)
    if is_pronoun and others_fit(case, meant, rivals):
        return False
    return not differ(case, meant, rivals) if case.is_deed else is_gravest(case, meant, rivals)


def is_rival(case: Case, each: Told, meant: Told) -> bool:
    """Whether another claim near could be denied: what somebody tells or is accused of, a deed where one is meant."""
    if each is meant or not is_answerable(each.claim) or each.claim.kind != "event" or each.claim.type == "REJECT":
        return False
    return case.is_deed or each.claim.type == "ACCUSE" or bool(each.claim.attribution or accusations(case, each))


def suffers(case: Case, meant: Told) -> bool:
    """Whether one who denies is hurt by the deed, or what is theirs: "attacked the Front's camp. The Front denied"."""
    hurt = [role for role in meant.claim.roles if role.role in SUFFERING]
    return meant.claim.type in HARMFUL and any(is_named(case, one, role) for one in case.deniers for role in hurt)


def names(case: Case, claim: Claim) -> bool:
    """Whether a claim names one who denies among those who take part."""
    roles = [role for role in claim.roles if role.role != "topic"]
    return any(is_named(case, one, role) for one in case.deniers for role in roles)


def is_named(case: Case, denier: Role, role: Role) -> bool:
    """Whether the words of a role name one who denies, alone or as an owner; a pronoun by its entity only."""
    if denier.entity is not None and role.entity is not None and denier.entity == role.entity:
        return True
    words = words_of(case, denier)
    if not words or words[0] in PRONOUNS:
        return False
    other = [word.removesuffix("'s").removesuffix("’s") for word in words_of(case, role)]
    return any(other[i : i + len(words)] == words for i in range(len(other)))


def words_of(case: Case, role: Role) -> list[str]:
    """The words of a role in lower case without an article before them."""
    words = case.doc.text_of(role.span).lower().split()
    return words[1:] if words and words[0] in ARTICLES else words


def is_linked(doc: Annotated, one: Told, other: Told) -> bool:
    """Whether one claim is an accusation of the other, or what it is an accusation of."""
    outer, inner = (one, other) if one.head in ancestors(doc, other.head) else (other, one)
    return outer.claim.type in SENTENCED and outer.head in ancestors(doc, inner.head)


def ancestors(doc: Annotated, place: int) -> list[int]:
    """The tokens over a token, nearest first, itself at the head of the list; at most sixteen."""
    found = [place]
    while doc.tokens[found[-1]].head != found[-1] and len(found) < 16:
        found.append(doc.tokens[found[-1]].head)
    return found


def accusations(case: Case, meant: Told) -> list[Told]:
    """The accusations near that are the claim or whose deed it is."""
    found = [each for each in case.near if each.claim.type in SENTENCED]
    return [each for each in found if each is meant or is_linked(case.doc, each, meant)]


def is_charged(case: Case, meant: Told) -> bool:
    """Whether the claim is what one who denies is accused of by their name."""
    return any(names(case, each.claim) for each in accusations(case, meant))


def others_fit(case: Case, meant: Told, rivals: Sequence[Told]) -> bool:
    """Whether "he" or "it" may be one accused, or told of, in another claim than the one who denies in this."""
    form = case.doc.text_of(case.deniers[0].span).lower()
    mine = doers(case, meant, form)
    for each in accusations(case, meant):
        mine |= doers(case, each, form)
        if form in SINGLE and names_another(case, each):
            return True
    others = [doers(case, each, form) for each in rivals]
    return any(other - mine for other in others)


def doers(case: Case, each: Told, form: str) -> frozenset[str]:
    """Who may be meant by a pronoun of those who do a deed or are accused of one, each by entity or words."""
    charged = [role for role in each.claim.roles if role.role in SUFFERING] if each.claim.type in SENTENCED else []
    found = set()
    for role in charged or actors(each.claim):
        words = words_of(case, role)
        if words and words[0] not in PRONOUNS and fits(role, form):
            found.add(" ".join(words) if role.entity is None else role.entity.id)
        elif role.entity is not None and fits(role, form):
            found.add(role.entity.id)
    return frozenset(found)


def fits(role: Role, form: str) -> bool:
    """Whether a pronoun may mean a role: "he" and "she" no body or place; what has no entity may be a person."""
    return role.entity is None or form not in SINGLE or role.entity.schema == "Person"


def names_another(case: Case, accusation: Told) -> bool:
    """Whether what somebody is accused of names a person who has no part in a deed told there.

    The parser may draw a second accused into it: "charged Roe with bribery and Orr with perjury".
    """
    doc = case.doc
    topics = [role.span for role in accusation.claim.roles if role.role == "topic"]
    known = [role.span for each in case.near for role in each.claim.roles if role.role != "topic"]
    persons = [m.span for m in doc.mentions if m.form == "name" and m.schema == "Person"]
    inside = [p for p in persons if any(topic.start <= p.start < topic.end for topic in topics)]
    return any(not any(p.overlaps(span) for span in known) for p in inside)


def differ(case: Case, meant: Told, rivals: Sequence[Told]) -> bool:
    """Whether another deed of the same type has another doer, and neither is one who denies."""
    mine = doers(case, meant, "")
    if not mine or names(case, meant.claim):
        return False
    return any(r.claim.type == meant.claim.type and doers(case, r, "") - mine for r in rivals)


def is_gravest(case: Case, meant: Told, rivals: Sequence[Told]) -> bool:
    """Whether the claim is what an "allegation" is: an accusation or a harm where there is one near."""
    if case.noun is None or case.doc.tokens[case.noun].lemma not in sorted_words()["charge"]:
        return True
    if accusations(case, meant):
        return True
    if any(each.claim.type == "ACCUSE" for each in rivals):
        return False
    return meant.claim.type in GRAVE or not any(each.claim.type in GRAVE for each in rivals)
