"""Accounts of one event join, those of two do not, whatever order they come in."""

from random import Random

import pytest

from reportedly.link.events import EventMention, clusters, same_event
from reportedly.link.events_clusters import grouped
from reportedly.link.events_phrases import phrase
from reportedly.link.events_senses import groups, plain, roots, senses
from reportedly.link.events_stories import Nearness, outline, report_odds, stories
from reportedly.link.lexicon import rows, weights, words
from reportedly.model import Annotated, Report, Sentence, Token

NEAR, FAR = Nearness(5.0, True, True), Nearness(-6.0, False, False)


def tokens(told: str) -> Annotated:
    """A report in a small language: `word/POS/dep/head`, a sentence a line; the head counts within the sentence."""
    found: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for number, line in enumerate(told.splitlines()):
        first, start = len(found), len(text)
        for piece in line.split():
            word, pos, dep, head = piece.split("/")
            at = len(text)
            text += f"{word} "
            lemma = word.lower()
            found.append(
                Token(len(found), at, at + len(word), word, lemma, lemma, pos, pos, dep, first + int(head), number)
            )
        sentences.append(Sentence(start, len(text) - 1, first, len(found), number))
    return Annotated(Report(text, "a"), tuple(found), tuple(sentences))


RAID = "Gunmen/NOUN/nsubj/1 attack/VERB/ROOT/1 Zafa/PROPN/dobj/1 on/ADP/prep/1 3/NUM/pobj/3"


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


@pytest.mark.parametrize("seed", range(20))
def test_clusters_do_not_depend_on_the_order_of_the_accounts(seed: int) -> None:
    random = Random(seed)
    scores = {(i, j): random.random() for i in range(12) for j in range(i)}
    order = random.sample(range(12), 12)
    plainly = grouped(12, scores, 0.5)
    turned = grouped(12, {(order[i], order[j]): score for (i, j), score in scores.items()}, 0.5)
    for i in range(12):
        assert all((plainly[i] == plainly[j]) == (turned[order[i]] == turned[order[j]]) for j in range(12))


@pytest.mark.parametrize("seed", range(20))
def test_average_link_agrees_with_the_slow_way(seed: int) -> None:
    random = Random(seed)
    scores = {(i, j): random.random() for i in range(9) for j in range(i + 1, 9)}
    assert grouped(9, scores, 0.45) == slowly(9, scores, 0.45)


def slowly(count: int, scores: dict[tuple[int, int], float], least: float) -> list[int]:
    groups = [[i] for i in range(count)]
    while len(groups) > 1:
        mean, a, b = max(
            (
                sum(scores[min(i, j), max(i, j)] for i in groups[a] for j in groups[b])
                / (len(groups[a]) * len(groups[b])),
                a,
                b,
            )
            for a in range(len(groups))
            for b in range(a)
        )
        if mean < least:
            break
        groups[b] += groups.pop(a)
    return [min(next(group for group in groups if i in group)) for i in range(count)]


def test_reports_that_share_names_and_first_words_are_nearer_than_those_that_do_not() -> None:
    other = "Chefs/NOUN/nsubj/1 open/VERB/ROOT/1 Brell/PROPN/dobj/1 on/ADP/prep/1 9/NUM/pobj/3"
    a, b, c = outline(tokens(RAID)), outline(tokens(RAID)), outline(tokens(other))
    assert report_odds(a, b) > 0 > report_odds(a, c)
    told = stories([a, b, c])
    assert told.near(0, 1).story
    assert not told.near(0, 2).story
    assert told.candidates[0] != told.candidates[2]


def test_an_empty_report_has_an_outline_and_tells_no_story_with_another() -> None:
    empty = outline(Annotated(Report("", "e"), (), ()))
    assert not stories([empty, outline(tokens(RAID))]).near(0, 1).story
    assert list(stories([]).candidates) == []


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
