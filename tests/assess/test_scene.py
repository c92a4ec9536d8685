"""Accounts are set against each other only where they tell the same scene."""

from dataclasses import replace

from reportedly.assess.scene import alike, around, one_scene
from reportedly.linked import Account
from reportedly.model import Span
from tests.assess.planting import told


def strike(sentence: str, place: str | None = None, time: tuple[str, str] | None = None) -> Account:
    return told(sentence, "killed", mode="killing", place=place, time=time)


MARKET = strike("A rocket killed five people at the fish market in Velmouth.", "Velmouth")


def test_accounts_that_share_their_place_and_their_words_are_one_scene() -> None:
    assert one_scene(MARKET, strike("Nine people were killed at the fish market of Velmouth.", "Velmouth"))


def test_accounts_of_two_places_are_two_scenes() -> None:
    assert not one_scene(MARKET, strike("A rocket killed nine people at the fish market in Quay Norte.", "Quay Norte"))


def test_a_place_that_the_other_account_does_not_name_keeps_them_apart() -> None:
    assert not one_scene(MARKET, strike("A rocket killed nine people in a school beside the old lighthouse."))


def test_the_people_of_a_country_name_it() -> None:
    near = strike("A rocket killed five people at the fish market of Zaria.", "Zaria")
    assert one_scene(near, strike("A rocket killed nine Zarian guards at a fish market."))


def test_one_more_act_of_the_kind_is_another_scene_but_another_toll_is_not() -> None:
    more = "Nine people were also killed at the fish market in Velmouth by a rocket."
    assert not one_scene(MARKET, strike(more, "Velmouth"))
    assert one_scene(MARKET, strike(f"{more[:-1]}, by a higher toll.", "Velmouth"))


def test_days_that_do_not_meet_keep_accounts_apart_unless_days_are_what_is_compared() -> None:
    sentence = "A rocket killed people at the fish market in Velmouth {}."
    monday = strike(sentence.format("on Monday"), "Velmouth", ("on Monday", "2025-06-09"))
    tuesday = strike(sentence.format("on Tuesday"), "Velmouth", ("on Tuesday", "2025-06-10"))
    assert not one_scene(monday, tuesday)
    assert one_scene(monday, tuesday, days=False)


def test_accounts_without_common_words_are_not_taken_for_one_scene() -> None:
    assert not one_scene(
        strike("A landslide killed five farmers above the reservoir."),
        strike("An epidemic killed nine tourists aboard the ferry."),
    )


def test_a_toll_set_beside_another_in_one_report_needs_no_words_in_common() -> None:
    text = "A rocket killed five people at the fish market in Velmouth. A monitor gave a lower toll of three killed."
    one, other = told(text, "killed", place="Velmouth"), told(text, "toll")
    first, second = Span(0, text.index(".") + 1), Span(text.index("A monitor"), len(text))
    accounts = [replace(a, claim=replace(a.claim, sentence=s)) for a, s in ((one, first), (other, second))]
    assert one_scene(accounts[0], accounts[1])


def test_a_toll_with_a_place_of_its_own_is_of_another_scene_than_one_that_does_not_name_it() -> None:
    text = "Rockets killed five people during the night. In Zaria observers put the toll at eight."
    one, other = told(text, "killed"), told(text, "toll", place="Zaria")
    first, second = Span(0, text.index(".") + 1), Span(text.index("In Zaria"), len(text))
    accounts = [replace(a, claim=replace(a.claim, sentence=s)) for a, s in ((one, first), (other, second))]
    assert not one_scene(accounts[0], accounts[1])


def test_reports_about_the_same_by_their_heads_need_no_words_in_common_in_their_tolls() -> None:
    head = "A rocket struck the fish market of Velmouth at noon, burying traders beneath its roof of slate and timber."
    one = told(f"{head} Five people were killed.", "killed", "Gull")
    other = told(f"{head} The toll was raised: nine dead.", "dead", "Post")
    assert one_scene(one, other)


def two_sources(first: str, second: str) -> bool:
    """Whether two sentences of one report, each with its source, are one scene."""
    text = f"{first} {second}"
    one = told(first, "killed", source=("unnamed_official", "The harbour watch", None))
    other = told(second, "killed", source=("unnamed_official", "State radio", None), place="Fish Lane")
    shift = len(first) + 1
    report = replace(one.report, text=text)
    moved = replace(
        other.claim,
        report_id=report.id,
        sentence=shifted(other.claim.sentence, shift),
        trigger=shifted(other.claim.trigger, shift),
        attribution=tuple(
            replace(link, source=replace(link.source, span=shifted(link.source.span, shift)))
            for link in other.claim.attribution
            if link.source is not None
        ),
    )
    return one_scene(
        replace(one, report=report, claim=replace(one.claim, report_id=report.id)),
        replace(other, report=report, claim=moved),
    )


def shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def test_two_sources_of_one_report_may_tell_one_place_in_other_words() -> None:
    first = "The harbour watch wrote that shelling on the old quarter of Low Velmouth killed four clerks."
    second = "State radio wrote that shelling killed two clerks in the Fish Lane area of Low Velmouth."
    assert two_sources(first, second)
    assert not two_sources(first, second.replace("Low Velmouth", "High Oster"))


def test_a_whole_country_tells_no_scenes_of_one_report_apart() -> None:
    one = strike("A rocket killed five people at the fish market in Kumrak, Norway.", "Kumrak")
    other = strike("A rocket killed nine people at the fish market of Kumrak, the radio in Norway wrote.", "Norway")
    assert one_scene(one, other)


def test_what_two_sources_say_in_one_report_needs_a_single_word_in_common() -> None:
    first = "A man with a belt of powder killed five guests at a wedding near the weir of Velmouth, a nurse wrote."
    second = (
        "A letter owning up spoke of smugglers, informers and cutters moored by the quay, of no wedding, nine killed."
    )
    one, other = (
        in_one_report(f"{first} {second}", sentence, source)
        for sentence, source in ((first, "a nurse"), (second, "A letter"))
    )
    assert not alike(around(one), around(other), 2)
    assert one_scene(one, other)
    assert not one_scene(one, replace(other, claim=replace(other.claim, attribution=())))


def in_one_report(text: str, sentence: str, source: str) -> Account:
    """The account of one sentence of a report by its source."""
    found = told(text, "killed", mode="killing", source=("unnamed_person", source, None))
    start = text.index(sentence)
    at = text.index("killed", start)
    span = Span(start, start + len(sentence))
    return replace(found, claim=replace(found.claim, sentence=span, trigger=Span(at, at + len("killed"))))
