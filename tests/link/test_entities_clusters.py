"""Names of many reports as entities: one candidate or none."""

import time
from collections.abc import Collection, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.entities import Cluster, clusters, compare_entities
from reportedly.link.entities_links import Pair
from reportedly.link.known import NOTHING_KNOWN, Known, KnownEntry
from reportedly.linked import Name


def named(text: str) -> Name:
    """A name from `Orsa Velik` (a person) or `Company: Velm Salt`."""
    schema, colon, name = text.partition(": ")
    return Name(name, schema) if colon else Name(text, "Person")


def found(
    names: Sequence[str],
    *,
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    known: Known = NOTHING_KNOWN,
    crowded: Collection[int] = (),
) -> list[Cluster]:
    """The clusters of names, all pairs compared."""
    given = [named(name) for name in names]
    pairs = combinations(range(len(given)), 2)
    edges = {(a, b): compare_entities(given[a], given[b], known) for a, b in pairs}
    return clusters(given, edges, same, apart, known, crowded=crowded)


def together(names: Sequence[str], them: Sequence[Cluster]) -> set[frozenset[str]]:
    """The clusters as sets of names."""
    return {frozenset(names[i] for i in cluster.members) for cluster in them}


def open_to(names: Sequence[str], them: Sequence[Cluster], name: str) -> set[str]:
    """What a name stays open to."""
    cluster = next(c for c in them if any(names[i] == name for i in c.members))
    return {names[i] for i in cluster.open_to}


def check(*groups: set[str]) -> None:
    """The names of the groups, thrown together, make these groups."""
    names = sorted({name for group in groups for name in group})
    assert together(names, found(names)) == {frozenset(group) for group in groups}


def test_a_surname_joins_its_only_bearer() -> None:
    check({"Orsa Velik", "Velik", "Dr Velik"}, {"Denn Hollar", "Hollar"})


def test_a_surname_that_two_bear_stays_open() -> None:
    names = ["Orsa Velik", "Denn Velik", "Velik"]
    them = found(names)
    assert together(names, them) == {frozenset({name}) for name in names}
    assert open_to(names, them, "Velik") == {"Orsa Velik", "Denn Velik"}


def test_initials_settle_which_of_two_is_meant_and_a_bare_surname_stays_open() -> None:
    check({"Orsa Velik", "O. Velik"}, {"Denn Velik"}, {"Velik"})


def test_an_initial_that_fits_two_stays_open() -> None:
    check({"Orsa Velik"}, {"Olin Velik"}, {"O. Velik"}, {"Velik"})


def test_a_surname_joins_initials_where_nothing_fuller_is_there() -> None:
    check({"O. Velik", "Velik"}, {"Denn Hollar"})


def test_spellings_of_a_full_name_join_and_take_their_surname_with_them() -> None:
    check({"Khalid Barzin", "Khaled Barzeen", "Barzin"}, {"Orsa Velik"})


def test_a_name_that_matches_two_full_names_that_differ_is_no_guess() -> None:
    names = ["Orsa Velik", "Orsa Anna Velik", "Orsa Maria Velik"]
    them = found(names)
    assert together(names, them) == {frozenset({name}) for name in names}
    assert open_to(names, them, "Orsa Velik") == {"Orsa Anna Velik", "Orsa Maria Velik"}


def test_an_acronym_joins_the_only_body_it_fits_and_no_other() -> None:
    check({"PublicBody: Directorate of Coastal Quays", "PublicBody: DCQ"}, {"PublicBody: Harbour Court"})
    check({"PublicBody: Directorate of Coastal Quays"}, {"PublicBody: DCQ"}, {"PublicBody: Depot of Civil Quarters"})


def test_a_person_a_firm_and_a_place_of_one_word_are_three() -> None:
    check({"Company: Velm"}, {"Velm"}, {"Address: Velm"})


def test_a_full_name_is_one_whatever_reports_take_it_for() -> None:
    check({"Company: Velm Salt", "Organization: Velm Salt", "LegalEntity: Velm Salt", "Velm Salt"})
    check({"Thing: Veld Front", "Organization: Veld Front", "Address: Veld Front"})


def test_a_name_of_no_stated_kind_joins_the_only_namesake() -> None:
    check({"Thing: Veld", "Organization: Veld"})
    check({"Thing: Veld"}, {"Organization: Veld"}, {"Address: Veld"})


def test_a_judgement_joins_what_the_names_do_not() -> None:
    names = ["Orsa Velik", "The Miller", "Denn Hollar"]
    them = found(names, same=[(0, 1)])
    assert together(names, them) == {frozenset({"Orsa Velik", "The Miller"}), frozenset({"Denn Hollar"})}
    assert "judged" in " ".join(them[-1].reasons) + " ".join(them[0].reasons)


def test_a_judgement_settles_an_open_surname() -> None:
    names = ["Orsa Velik", "Denn Velik", "Velik"]
    assert frozenset({"Orsa Velik", "Velik"}) in together(names, found(names, same=[(0, 2)]))
    assert frozenset({"Orsa Velik", "Velik"}) in together(names, found(names, apart=[(2, 1)]))


def test_names_judged_apart_stay_apart_and_bring_their_company() -> None:
    names = ["Orsa Velik", "ORSA VELIK", "Orsa  Velik"]
    them = together(names, found(names, apart=[(0, 1)]))
    assert not any({"Orsa Velik", "ORSA VELIK"} <= cluster for cluster in them)


def test_apart_outweighs_same() -> None:
    names = ["Orsa Velik", "The Miller"]
    assert len(found(names, same=[(0, 1)], apart=[(1, 0)])) == 2


def test_an_entry_of_the_knowledge_base_joins_its_names_and_is_told() -> None:
    known = Known.of([KnownEntry("kb-1", "Person", "Orsa Velik", ("Orsa Velik", "The Miller"))])
    names = ["Orsa Velik", "The Miller", "Velik", "Denn Hollar"]
    them = found(names, known=known)
    assert together(names, them) == {frozenset({"Orsa Velik", "The Miller", "Velik"}), frozenset({"Denn Hollar"})}
    assert {c.known_as for c in them} == {"kb-1", None}


def test_two_entries_never_meet_in_one_cluster() -> None:
    known = Known.of(
        [
            KnownEntry("kb-1", "Person", "Orsa Velik", ("Orsa Velik",)),
            KnownEntry("kb-2", "Person", "x", ("Orsa Velick",)),
        ]
    )
    names = ["Orsa Velik", "Orsa Velick", "Velik"]
    assert together(names, found(names, known=known)) == {frozenset({name}) for name in names}


def test_an_alias_of_two_entries_stays_open_to_both() -> None:
    known = Known.of(
        [
            KnownEntry("kb-1", "Person", "Orsa Velik", ("Orsa Velik", "The Miller")),
            KnownEntry("kb-2", "Person", "Denn Hollar", ("Denn Hollar", "The Miller")),
        ]
    )
    names = ["Orsa Velik", "Denn Hollar", "The Miller"]
    them = found(names, known=known)
    assert len(them) == 3
    assert open_to(names, them, "The Miller") == {"Orsa Velik", "Denn Hollar"}


def test_a_short_name_of_a_crowded_block_stays_open_and_says_why() -> None:
    names = ["Orsa Velik", "Velik"]
    them = found(names, crowded=[0, 1])
    assert len(them) == 2
    assert "more than 50 names share it" in them[1].reasons[0]


def test_a_surname_of_two_thousand_joins_nothing_in_little_time() -> None:
    names = [Name(f"{first}{second} Velik", "Person") for first, second in pairs_of_syllables(2000)]
    names.append(Name("Velik", "Person"))
    edges = {(i, 2000): compare_entities(names[i], names[2000], NOTHING_KNOWN) for i in range(2000)}
    start = time.perf_counter()
    them = clusters(names, edges)
    assert time.perf_counter() - start < 2
    assert len(them) == 2001
    anchors = {(i, k): 0.5 for i in range(8) for k in range(i + 1, 2001)}
    assert len(clusters(names, anchors | {(7, 2000): 0.6}, crowded=range(2001))) == 2001


def pairs_of_syllables(count: int) -> list[tuple[str, str]]:
    """So many pairs of syllables, no two alike."""
    syllables = [f"{a}{b}" for a in "BDFGHKLMNPRSTVZ" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "on", "us")]
    return [(a, b.lower()) for a in syllables for b in syllables][:count]


POOL = [
    "Orsa Velik", "Denn Velik", "Velik", "O. Velik", "Orsa Maria Velik", "Orsa Anna Velik", "ORSA VELIK",
    "Khalid Barzin", "Khaled Barzeen", "Barzin", "The Miller", "Company: Velm Salt", "Organization: Velm Salt Ltd",
    "Thing: Velm Salt", "PublicBody: Directorate of Coastal Quays", "PublicBody: DCQ", "Address: Velm Salt",
    "Organization: Depot of Civil Quarters", "Mohammed Khan", "Muhammad Khan", "Khan",
]  # fmt: skip
KNOWN = Known.of(
    [
        KnownEntry("kb-1", "Person", "Orsa Velik", ("Orsa Velik", "The Miller")),
        KnownEntry("kb-2", "Person", "Khalid Barzin", ("Khalid Barzin", "The Miller")),
    ]
)
SOME_PAIRS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(POOL))), SOME_PAIRS, SOME_PAIRS, st.booleans())
def test_the_order_of_names_changes_nothing(order: list[int], same: list[Pair], apart: list[Pair], kb: bool) -> None:
    known = KNOWN if kb else NOTHING_KNOWN
    same, apart = ([pair for pair in pairs if pair[0] != pair[1]] for pairs in (same, apart))
    turned = [POOL[i] for i in order]
    place = {old: new for new, old in enumerate(order)}
    straight = found(POOL, same=same, apart=apart, known=known)
    moved = ([(place[a], place[b]) for a, b in pairs] for pairs in (same, apart))
    other = found(turned, same=next(moved), apart=next(moved), known=known)
    assert [told(POOL, c) for c in straight] == [told(turned, c) for c in other]
    for a, b in apart:
        assert not any({a, b} <= set(cluster.members) for cluster in straight)


def told(names: Sequence[str], cluster: Cluster) -> tuple[object, ...]:
    """A cluster with names for places."""
    members, opens = ([names[i] for i in places] for places in (cluster.members, cluster.open_to))
    return members, opens, cluster.known_as, cluster.reasons


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(["Orsa", "Denn", "Ruo", "Tamas", "Birgit", "Ketil"]), min_size=2))
def test_a_surname_of_two_or_more_always_stays_open(given_names: set[str]) -> None:
    names = [f"{first} Velik" for first in sorted(given_names)] + ["Velik"]
    them = found(names)
    assert len(them) == len(names)
    assert open_to(names, them, "Velik") == set(names[:-1])
