"""An optional grade of what is told, after the Admiralty code, with its derivation in words, and the best footing.

In: the `Origins` of an event or tie, how many contradictions and denials stand against it, and the `Evidence` with the
user's table of outlets. Out: a `Grade`, a `Footing`. A grade says how well an account is supported by what is held; it
never says that the account is true, and no wording here does.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportedly.assess.origins_chain import PRONOUN, Case, case_of, members
from reportedly.assess.origins_graph import Origins, Root, RootKind
from reportedly.assess.origins_outlets import folded, outlets_of
from reportedly.assess.origins_roots import is_unseen
from reportedly.linked import Account, Evidence
from reportedly.model import Basis, Link, SourceKind, is_occurrence

Letter = Literal["A", "B", "C", "D", "E", "F"]
Number = Literal[1, 2, 3, 4, 5, 6]

RELIABILITY: dict[Letter, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Reliability of a source in the Admiralty (NATO) system: AJP-2.1, Allied Joint Doctrine for Intelligence Procedures;
UK Joint Warfare Publication 2-00 (2003). The letters come from the user's table; nothing here makes one up."""

CREDIBILITY: dict[Number, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Credibility of information in the same system: the names of its grades, which are terms of that scale. No rule here
gives a 5: that something is improbable is a person's judgement."""

LIKELIHOOD: dict[str, tuple[int, int]] = {
    "almost no chance": (1, 5),
    "very unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly even chance": (45, 55),
    "likely": (55, 80),
    "very likely": (80, 95),
    "almost certain": (95, 99),
}
"""The seven expressions of likelihood and their bands in percent: US Intelligence Community Directive 203, Analytic
Standards (2 January 2015), section D.6.e(2)(a)."""

SUGGESTED: dict[Number, str] = {1: "very likely", 2: "likely", 3: "roughly even chance", 4: "roughly even chance"}
"""What an analyst may start from. Neither end of the scale is ever suggested, and where accounts and denials stand
against each other nothing is suggested for either side."""

CONFIRMING: tuple[RootKind, ...] = ("statement", "document", "own_reporting", "unnamed")
"""Kinds of roots that can confirm each other: of the others it is not known who knows."""

MOST_COMPARED = 200
"""Roots among which an independent pair is looked for; as many are compared for discounts."""

Rank = Literal["witnessed", "document", "named", "official", "person", "analyst", "own", "outlet", "unseen", "not_told"]

RANKS: dict[Rank, str] = {
    "witnessed": "the source says it was there",
    "document": "it rests on a document",
    "named": "a named source says so",
    "official": "unnamed officials say so",
    "person": "unnamed people say so",
    "analyst": "it is concluded, by analysis or inference",
    "own": "the outlet says so in its own words",
    "outlet": "another outlet is credited",
    "unseen": "a document is named that the report has not seen",
    "not_told": "nobody is named as the source",
}
"""On what an account can rest, best first."""

BY_KIND: dict[SourceKind, Rank] = {
    "named_person": "named",
    "named_organisation": "named",
    "document": "document",
    "unnamed_official": "official",
    "unnamed_person": "person",
    "analyst": "analyst",
    "outlet": "outlet",
}


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade with its derivation, a sentence for each step.

    `icd203` is a suggested expression of likelihood with its band, for an analyst to adopt or not; None where nothing
    can be suggested.
    """

    letter: Letter
    number: Number
    derivation: tuple[str, ...]
    icd203: str | None = None

    @property
    def code(self) -> str:
        """Letter and number, such as "C2"."""
        return f"{self.letter}{self.number}"


class Footing(NamedTuple):
    """On what an account rests: how its source knows (None: not told), its kind (None: own voice), and the reason."""

    basis: Basis | None
    kind: SourceKind | None
    account: Account
    reason: str


def grade(origins: Origins, contradictions: int, denials: int, evidence: Evidence) -> Grade:
    """The Admiralty grade that follows from the origins and what stands against them.

    The letter is that of the outlet of the best footing, by the user's table. The number is 1 only where two origins
    without a discount between them tell it and nothing stands against it.
    """
    footing = best_footing(evidence, origins)
    letter, why_letter = reliability(footing, evidence)
    number, why_number = credibility(origins, contradictions, denials, footing)
    likelihood = SUGGESTED.get(number)
    if likelihood is None:
        return Grade(letter, number, (why_letter, why_number))
    low, high = LIKELIHOOD[likelihood]
    return Grade(letter, number, (why_letter, why_number), f"{likelihood} ({low}-{high} %)")


def reliability(footing: Footing | None, evidence: Evidence) -> tuple[Letter, str]:
    """The letter of the outlet that has the best footing, and the reason; F where there is no footing."""
    if footing is None:
        return "F", f"F, {RELIABILITY['F']}: no report that is held is known to be an origin of it."
    outlets = outlets_of(evidence)
    letters = {folded(outlet.name): lettered(outlet.reliability) for outlet in evidence.outlets.values()}
    key = outlets.key(footing.account.report)
    letter, name = letters.get(key, "F"), outlets.name(key)
    if letter == "F":
        return "F", f"F, {RELIABILITY['F']}: the table of outlets says nothing about {name}, on which it rests best."
    return (
        letter,
        f"{letter}, {RELIABILITY[letter]}: so {name}, on which it rests best, stands in the table of outlets.",
    )


def lettered(reliability: str | None) -> Letter:
    """A letter of the scale; F for anything else."""
    found = (reliability or "").strip().upper()
    return next((letter for letter in RELIABILITY if letter == found), "F")


def credibility(origins: Origins, contradictions: int, denials: int, footing: Footing | None) -> tuple[Number, str]:
    """The number of the grade and the reason."""
    roots = [root for root in origins.roots if root.kind in CONFIRMING][:MOST_COMPARED]
    if not roots:
        why = "no origin is held" if not origins.count else "who knows is not told by any report that is held"
        return 6, f"6, {CREDIBILITY[6]}: {why}."
    if contradictions or denials:
        return 4, f"4, {CREDIBILITY[4]}: {against(contradictions, denials)} against it."
    if has_independent_pair(roots, origins):
        return 1, f"1, {CREDIBILITY[1]}: {len(roots)} origins tell it, two of them without a discount between them."
    firm = [root for root in roots if root.kind in ("statement", "document")]
    if firm:
        return 2, f"2, {CREDIBILITY[2]}: one independent origin, {firm[0].label}, and nothing against it."
    if footing is not None and footing.basis == "witnessed":
        return 2, f"2, {CREDIBILITY[2]}: one independent origin that says it was there, and nothing against it."
    return 3, f"3, {CREDIBILITY[3]}: one independent origin, {roots[0].label}, and nothing against it."


def against(contradictions: int, denials: int) -> str:
    """What stands against an account, as words with their verb."""
    some = [
        f"{n} {what}{'s' if n > 1 else ''}" for n, what in ((contradictions, "contradiction"), (denials, "denial")) if n
    ]
    return f"{' and '.join(some)} {'stand' if contradictions + denials > 1 else 'stands'}"


def has_independent_pair(roots: list[Root], origins: Origins) -> bool:
    """Whether two of the roots have no discount between them."""
    keys = {root.key for root in roots}
    discounted = {frozenset(d.roots) for d in origins.discounts if keys.issuperset(d.roots)}
    return len(keys) * (len(keys) - 1) // 2 > len(discounted)


def best_footing(evidence: Evidence, origins: Origins) -> Footing | None:
    """The best footing of the accounts by which the origins are reached at first; None where no origin is left.

    Of each origin it is the first published account that leads to it without another between, so never a copy. Of
    these a witness comes before a document, that before a named source, unnamed officials, unnamed people, analysis,
    the outlet's own words, a credit to another outlet, a document that nobody has seen, and nobody named.
    """
    case = case_of(evidence, "account")
    accounts = {a.claim.id: a for a in evidence.accounts if a.part == "account" and is_occurrence(a.claim)}
    ranks = list(RANKS)
    entering = entrances(case, origins)
    found = [
        (ranks.index(rank_of(case, t.key)), place, t.key)
        for place, t in enumerate(case.held.tellings)
        if t.key in entering
    ]
    if not found:
        return None
    rank, _, key = min(found)
    link = inner_link(case, key)
    account = accounts[key]
    reason = f"{RANKS[ranks[rank]]}: {origin_words(link, account)}"
    return Footing(None if link is None else link.basis, None if link is None else link.kind, account, reason)


def entrances(case: Case, origins: Origins) -> set[str]:
    """The tellings (keys) of the report by which each origin is reached at first, those that lead straight to it.

    A ring of reports that cite each other, and what was withdrawn, is no origin to stand on.
    """
    roots = {root.key for root in origins.roots if root.kind not in ("withdrawn", "circular")}
    ends: dict[str, set[str]] = {}
    for step in origins.steps:
        if step.end in roots:
            ends.setdefault(step.start, set()).add(step.end)
    first: dict[str, str] = {}
    for telling in case.held.tellings:
        for end in ends.get(telling.key, ()):
            first.setdefault(end, telling.claim.report_id)
    return {
        telling.key
        for telling in case.held.tellings
        if any(first[end] == telling.claim.report_id for end in ends.get(telling.key, ()))
    }


def inner_link(case: Case, key: str) -> Link | None:
    """The innermost source of an account, an outlet where it credits no more than that; None in its own voice."""
    chain = case.chains[key]
    if chain.inner is not None:
        return chain.inner
    links = case.tellings[key].claim.attribution
    return links[-1] if chain.credits and links else None


def rank_of(case: Case, key: str) -> Rank:
    """On what an account rests. What a source concludes counts as analysis, whoever it is."""
    chain, link = case.chains[key], case.chains[key].inner
    if link is None:
        return "outlet" if chain.credits or chain.beside else "own"
    if link.basis == "witnessed":
        return "witnessed"
    text = case.tellings[key].report.text
    if all(each.entity is None and PRONOUN.fullmatch(each.span.of(text)) for each in members(link)):
        return "not_told"
    rank = "unseen" if is_unseen(link, text) else BY_KIND[link.kind]
    concluded = link.basis in ("deduced", "induced", "cannot_be_judged")
    return "analyst" if concluded and list(RANKS).index(rank) < list(RANKS).index("analyst") else rank


def origin_words(link: Link | None, account: Account) -> str:
    """The source as printed, with the outlet that has it."""
    name = account.report.publisher or account.report.ref
    references = members(link) if link is not None else ()
    text = account.report.text
    printed = " and ".join(" ".join(text[r.span.start : r.span.end].split()) for r in references)
    return f"{printed}, in {name}" if printed else name
