"""Accounts that print one sentence, taken together: the first report that has it, and those that print it after it.

In: an `Evidence` and some of its accounts. Out: `Retold`s in the order of first publication. How many know something of
their own is another question; `origins` answers it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.assess.accounts import in_order
from reportedly.assess.differing import Difference, differences
from reportedly.linked import Account, Evidence, Manner
from reportedly.model import Span

Place = tuple[str, Span]
"""A report's id and the span of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence that another report printed before: its accounts, whether it was taken over with edits, and what it
    gives differently then.
    """

    accounts: tuple[Account, ...]
    manner: Manner
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence with the accounts that it gives, and the reports that print it too."""

    accounts: tuple[Account, ...]
    copies: tuple[Copy, ...] = ()


def retold(evidence: Evidence, accounts: Iterable[Account]) -> tuple[Retold, ...]:
    """The accounts by sentence; one that was taken over from another report stands with that.

    Taken over are sentences that agree letter for letter, and those in a copied passage that was not reworded.
    """
    units: dict[Place, list[Account]] = {}
    for each in in_order(accounts):
        units.setdefault((each.claim.report_id, each.claim.sentence), []).append(each)
    places = list(units)
    first = first_of(evidence, {place: bare(units[place][0]) for place in places})
    copies: dict[Place, list[Copy]] = {}
    for place in places:
        if first[place] != place:
            copies.setdefault(first[place], []).append(copy(evidence, units[first[place]], units[place]))
    return tuple(Retold(tuple(units[place]), tuple(copies.get(place, ()))) for place in places if first[place] == place)


def copy(evidence: Evidence, first: Sequence[Account], later: Sequence[Account]) -> Copy:
    """A sentence as a copy of the first one that it was taken from."""
    if bare(first[0]) == bare(later[0]):
        return Copy(tuple(later), "verbatim")
    return Copy(tuple(later), "edited", differences(evidence, first, later))


def bare(account: Account) -> str:
    """The letters and digits of an account's sentence."""
    text = account.claim.sentence.of(account.report.text)
    return "".join(c for c in text.casefold() if c.isalnum())


def first_of(evidence: Evidence, words: dict[Place, str]) -> dict[Place, Place]:
    """For each sentence the first one that it is a copy of, itself where it is none; `words` are in order.

    A report that relies on no other goes before those that do.
    """
    found = {place: place for place in words}

    def root(place: Place) -> Place:
        while found[place] != place:
            place = found[place]
        return place

    relying = {edge.later for edge in evidence.edges}
    order = {place: (place[0] in relying, n) for n, place in enumerate(words)}
    for one, other in (*same_words(words), *taken_over(evidence, list(words))):
        a, b = sorted((root(one), root(other)), key=order.__getitem__)
        found[b] = a
    return {place: root(place) for place in words}


def same_words(words: dict[Place, str]) -> Iterator[tuple[Place, Place]]:
    """Pairs of sentences with the same letters."""
    held: dict[str, Place] = {}
    for place, letters in words.items():
        if letters in held:
            yield held[letters], place
        else:
            held[letters] = place


def taken_over(evidence: Evidence, places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of sentences that lie in one copied passage which was not reworded."""
    by_report: dict[str, list[Place]] = {}
    for place in places:
        by_report.setdefault(place[0], []).append(place)
    for edge in evidence.edges:
        for passage in edge.passages:
            if passage.manner == "paraphrased":
                continue
            for one in by_report.get(edge.earlier, ()):
                if one[1].overlaps(passage.a):
                    pairs = (other for other in by_report.get(edge.later, ()) if other[1].overlaps(passage.b))
                    yield from ((one, other) for other in pairs)
