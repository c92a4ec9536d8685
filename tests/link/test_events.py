"""Accounts of one event join, those of two do not, whatever order they come in."""

from reportedly.link.events import EventMention, clusters, same_event
from reportedly.link.events_phrases import phrase
from reportedly.link.events_senses import groups, plain, roots, senses
from reportedly.link.events_stories import Nearness
from reportedly.link.lexicon import rows, weights, words
from tests.link.parsed import RAID, tokens

NEAR, FAR = Nearness(5.0, True, True), Nearness(-6.0, False, False)


def account(report: str, told: str, at: int = 1, days: tuple[str, str] | None = None) -> EventMention:
    return EventMention(report, phrase(tokens(told), [at]), days)


def kind_of(*lemmas: str) -> frozenset[str]:
    line = " ".join(f"{lemma}/VERB/x/0" for lemma in lemmas)
    return senses(phrase(tokens(line), range(len(lemmas))))


def test_a_phrase_knows_its_doer_its_undergoer_and_what_else_stands_beside_it() -> None:
    found = phrase(tokens(RAID), [1])
    assert [*found.doer, *found.undergoer, *found.other] == ["gunmen", "zafa", "3"]
    assert found.numbers == {"3"}


def test_two_reports_of_one_story_that_name_one_act_and_one_target_tell_one_event() -> None:
    found = same_event(account("a", RAID), account("b", RAID), NEAR)
    assert found.match
    assert found.reason.startswith('Both say "attack", with')


def test_the_same_words_in_reports_of_different_stories_are_not_one_event() -> None:
    found = same_event(account("a", RAID), account("b", RAID), FAR)
    assert not found.match
    assert "different stories" in found.reason


def test_days_that_exclude_each_other_keep_two_accounts_apart() -> None:
    first, later = (account(name, RAID, days=(day, day)) for name, day in (("a", "2031-05-03"), ("b", "2031-05-05")))
    found = same_event(first, later, NEAR)
    assert (found.score, found.match) == (0.0, False)
    assert found.reason == "The accounts give different days: 2031-05-03 and 2031-05-05."


def test_a_match_is_the_same_for_both_orders() -> None:
    one, other = account("a", RAID), account("b", RAID.replace("attack", "raid").replace("Gunmen", "Rebels"))
    assert same_event(one, other, NEAR).score == same_event(other, one, NEAR).score


def test_two_strikes_two_days_apart_stay_two_though_a_third_account_fits_both() -> None:
    days = [("2031-05-03", "2031-05-03"), ("2031-05-05", "2031-05-05"), None]
    told = [account(name, RAID, days=day) for name, day in zip("abc", days, strict=True)]
    assert clusters(told, {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.8}) == [0, 1, 2]


def test_an_account_without_a_day_joins_the_only_event_that_fits() -> None:
    told = [account("a", RAID, days=("2031-05-03", "2031-05-03")), account("b", RAID)]
    assert clusters(told, {(0, 1): 0.9}) == [0, 0]


def test_a_chain_of_days_never_joins_two_that_exclude_each_other() -> None:
    days = [("2031-05-03", "2031-05-03"), ("2031-05-03", "2031-05-05"), ("2031-05-05", "2031-05-05")]
    told = [account(name, RAID, days=day) for name, day in zip("abc", days, strict=True)]
    found = clusters(told, {(0, 1): 0.9, (1, 2): 0.9})
    assert found[0] != found[2]


def test_words_for_one_kind_of_event_share_a_group() -> None:
    assert kind_of("pass", "away") & kind_of("death")
    assert kind_of("quake") & kind_of("earthquake")
    assert kind_of("heist") & kind_of("rob")
    assert kind_of("acquisition") & kind_of("buy")
    assert not kind_of("wedding") & kind_of("bombing")


def test_an_inflected_form_that_the_tagger_missed_is_led_back_to_its_word() -> None:
    assert plain("dies") == "die"
    assert plain("arrests") == "arrest"
    assert plain("zorbs") == "zorbs"


def test_a_verb_and_its_noun_share_a_root() -> None:
    assert roots("regeneration") & roots("regenerate")
    assert not roots("strike") & roots("march")


def test_every_group_has_several_words_and_no_word_twice() -> None:
    names = [group for group, _ in rows("events_senses.tsv")]
    assert len(names) == len(set(names))
    for group, members in rows("events_senses.tsv"):
        listed = members.split("|")
        assert len(listed) == len(set(listed)) >= 3, group
        assert all(word == word.strip().lower() for word in listed), group
    assert groups()["slay"] >= {"kill"}


def test_common_words_and_pronouns_are_lower_case_words() -> None:
    for name in ("events_common_words.tsv", "events_common_names.tsv", "events_pronouns.tsv"):
        assert all(word == word.lower().strip() for word in words(name)), name
    assert {"say", "year"} <= words("events_common_words.tsv")
    assert "washington" in words("events_common_names.tsv")
    assert "they" in words("events_pronouns.tsv")


def test_every_model_has_a_constant_and_reports_weigh_shared_first_words() -> None:
    found = weights("events_weights.tsv")
    models = {name.split("/")[0] for name in found}
    assert {"report", "event_same_word", "event_same_kind", "event_other", "entity_same_word"} <= models
    assert all(f"{model}/" in found for model in models)
    assert found["report/lead"] > 0
