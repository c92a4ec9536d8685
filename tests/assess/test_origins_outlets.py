from reportedly.assess.origins_outlets import Outlets, folded, outlets_of
from reportedly.linked import Outlet
from tests.assess.told import Table, body, count, evidence, outlet, people, told


def known(*publishers: str, outlets: tuple[Outlet, ...] = ()) -> Outlets:
    """The publishers of some reports and of a table."""
    return outlets_of(evidence(*(told(name, "Men came.") for name in publishers), table=Table(outlets=outlets)))


def test_a_name_is_folded_without_article_possessive_and_marks() -> None:
    assert folded("The Dockers' Gazette") == folded("dockers gazette") == "dockers gazette"
    assert folded("The") == "the"


def test_an_outlet_is_meant_by_its_name_its_initials_and_its_last_or_first_words() -> None:
    outlets = known("Reach Wire Agency", "Aral Gull", "Channel Seven Teshik")
    for name in ("the Reach Wire Agency", "RWA", "Wire Agency"):
        assert outlets.meant(name, in_part=True) == "reach wire agency"
    assert outlets.meant("the Gull", in_part=True) == "aral gull"
    assert outlets.meant("the Gull", in_part=False) is None
    assert outlets.meant("Channel Seven", in_part=True) == "channel seven teshik"


def test_what_two_outlets_share_means_neither() -> None:
    outlets = known("Aral Gull", "Norvane Gull", "Reach Wire Agency", "Rock Water Agency")
    assert outlets.meant("the Gull", in_part=True) is None
    assert outlets.meant("RWA", in_part=True) is None


def test_a_place_in_an_outlets_name_does_not_mean_the_outlet() -> None:
    outlets = known("Norvane Today", "Interior Ministry of the Aral Reach")
    assert outlets.meant("Norvane", in_part=True) is None
    assert outlets.meant("the Aral Reach", in_part=True) is None
    assert outlets.meant("Interior Ministry", in_part=True) == "interior ministry of the aral reach"


def test_initials_stand_in_capitals() -> None:
    assert known("Aral Delta Advertiser").meant("Ada", in_part=True) is None


def test_a_body_that_only_shares_a_last_word_is_no_outlet() -> None:
    itself = told("Interior Ministry", "Men came.")
    other = told("Ebb", "Men came, the ministry said.", body("the ministry", "Foreign Ministry"))
    assert count(itself, other) == 2


def test_a_table_joins_the_names_of_an_outlet_and_names_its_owners_up_to_the_top() -> None:
    table = (Outlet("Aral Post", "Delta Media", aliases=("Post Online",)), Outlet("Delta Media", "Casimir Ludd"))
    outlets = known("Post Online", "Aral Post", outlets=table)
    assert outlets.meant("Post Online", in_part=False) == outlets.meant("Aral Post", in_part=False)
    assert list(outlets.owned_by("aral post")) == ["Delta Media", "Casimir Ludd"]


def test_owners_that_own_each_other_come_to_an_end() -> None:
    outlets = known(outlets=(Outlet("A News", "B News"), Outlet("B News", "A News")))
    assert list(outlets.owned_by("a news")) == ["B News"]


def test_a_place_in_the_sentence_is_not_whom_a_source_spoke_to() -> None:
    wire = told("Reach Wire Agency", "Two men came, a clerk said.", people("a clerk"))
    local = told("Radio Kumrak", "Two men came to Kumrak, a clerk said.", people("a clerk")).credited("RWA")
    assert count(wire, local) == 1


def test_odd_names_of_publishers_are_read_without_failing() -> None:
    for name in ("…", "The", "的新闻", "A" * 5000, " ".join(["word"] * 3000)):
        assert count(told(name, "Men came."), told("Ebb", "Men came, it said.", outlet("it"))) == 2
