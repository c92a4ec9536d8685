"""Strings that may fill roles, their signs, and the rules' word joined with the encoder's, on a made-up report."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from evaluation import muc4_joined
from evaluation.muc4 import answering
from evaluation.muc4_candidates import bracketed, candidates
from evaluation.muc4_confidence import VALUES
from evaluation.muc4_files import ROLES, Entity, Message
from evaluation.muc4_joined import Joined, chosen, heard, is_alike, learned, naming, of_report, shown, weights
from evaluation.muc4_roles import Fillers
from evaluation.muc4_signs import Signs, step
from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.model import Report
from reportedly.pipeline import Reader, Reading
from training.muc4_fillers import Learned, fitted, shortened

TEXT = (
    "Guerrillas of the Quilmas Liberation Front (QLF) murdered Mayor Abel Torno with a car bomb. "
    "Three masked men burned offices of the harbour council. "
    "Police blamed the QLF for the attack."
)


@cache
def read() -> Reading:
    return next(iter(Reader(extractor="rules").read([Report(TEXT, "one", language="en")])))


def with_scores(**heard_of: str) -> Reading:
    """The reading with an encoder that takes phrases (words joined by _) for fillers of roles, and nothing else."""
    found = words(TEXT)
    scores = np.zeros((len(found), WIDTH), np.float32)
    at = columns()["fillers"].start
    scores[:, at] = 5.0
    for phrase, role in heard_of.items():
        parts = phrase.split("_")
        for i in range(len(found) - len(parts) + 1):
            if [TEXT[start:end].lower() for start, end in found[i : i + len(parts)]] == parts:
                for j in range(len(parts)):
                    scores[i + j, at + TAGS["fillers"].index(f"{'I' if j else 'B'}-{role}")] = 15.0
    cut = Cut(TEXT, found, marks(TEXT, found), [(1,)] * len(found))
    scored = Scored(cut, scores, np.zeros((1, WIDTH), np.float32), (), {})
    return replace(read(), annotated=replace(read().annotated, scored=scored))


def test_candidates_are_names_and_phrases_in_every_length() -> None:
    keys = {each.key for each in candidates(read().annotated)}
    assert {"car bomb", "bomb", "three masked men", "masked men", "men", "abel torno", "qlf"} <= keys
    assert {"offices", "offices of harbour council"} <= keys
    assert not any(key.startswith(("the ", "a ")) for key in keys)


def test_a_string_is_one_candidate_with_all_its_places() -> None:
    (league,) = (each for each in candidates(read().annotated) if each.key == "qlf")
    assert len(league.places) == 2


def test_signs_tell_of_the_string_of_what_governs_it_and_of_claims() -> None:
    strings = {each.key: each for each in candidates(read().annotated)}
    signs = Signs(read()).of(strings["abel torno"])
    assert {"s=abel torno", "h=torno", "w=abel", "g:dobj>murder", "c:ASSAULT:victim", "rule=Victim", "sa"} <= signs


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (3, "3"), (4, "4-7"), (8, "8-15"), (90, "16+")])
def test_numbers_go_by_steps(count: int, shown: str) -> None:
    assert step(count) == shown


def test_the_encoder_speaks_for_the_whole_phrase_that_it_marks() -> None:
    reading = with_scores(car_bomb="Weapon")
    strings = candidates(reading.annotated)
    assert reading.annotated.scored is not None
    odds = dict(zip([s.key for s in strings], heard(reading.annotated.scored, strings, reading.annotated), strict=True))
    weapon = ROLES.index("Weapon")
    assert odds["car bomb"][weapon] > odds["bomb"][weapon] > odds["qlf"][weapon]
    assert odds["car bomb"][weapon] > odds["car bomb"][ROLES.index("Target")]


def test_what_the_encoder_marks_is_said_more_surely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(muc4_joined, "weights", dict)
    monkeypatch.setattr(muc4_joined, "RELEVANCE", 0.0)
    entities = Joined(with_scores(car_bomb="Weapon", abel_torno="Victim", qlf="PerpOrg")).entities
    assert entities["Weapon"] == [("car bomb",)]
    assert entities["Victim"] == [("Abel Torno",)]
    assert entities["PerpOrg"] == [("QLF",)]
    assert entities["PerpInd"] == entities["Target"] == []


def test_each_organisation_taken_has_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(muc4_joined, "weights", dict)
    joined = Joined(with_scores(qlf="PerpOrg", harbour_council="PerpOrg"))
    assert [org for org, _ in joined.confidence] == joined.entities["PerpOrg"]
    assert dict(joined.confidence)[("QLF",)] in VALUES


def test_an_organisation_is_named_by_its_abbreviation_where_that_is_near_as_sure() -> None:
    keys = ["quilmas liberation front", "qlf", "red owls", "lbr"]
    pair = frozenset([("red owls", "lbr"), ("lbr", "red owls")])
    assert shown(0, keys, np.array([1.0, 0.0, 0.0, 3.0]), pair) == 1
    assert shown(0, keys, np.array([1.0, -3.0, 0.0, 3.0]), pair) == 0
    assert shown(2, keys, np.array([1.0, 0.0, 0.0, -1.0]), pair) == 3
    assert shown(2, keys, np.array([1.0, 0.0, 0.0, -1.0]), frozenset()) == 2


def test_what_stands_in_brackets_behind_a_name_names_the_same() -> None:
    strings = candidates(read().annotated)
    same = bracketed(read().annotated, strings)
    assert {("quilmas liberation front", "qlf"), ("qlf", "quilmas liberation front")} <= same
    assert chosen(["red owls", "lbr"], np.array([1.0, 0.5])) == [0, 1]
    assert chosen(["red owls", "lbr"], np.array([1.0, 0.5]), same=frozenset([("lbr", "red owls")])) == [0]


def test_the_strings_that_name_an_organisation_are_its_names_and_what_holds_them() -> None:
    strings = candidates(read().annotated)
    (league,) = (each for each in strings if each.key == "qlf")
    named = {each.key for each in naming(league, strings, bracketed(read().annotated, strings))}
    assert {"qlf", "quilmas liberation front"} <= named
    assert named.isdisjoint({"police", "car bomb", "abel torno"})


def test_an_organisation_counts_for_more_where_another_role_has_a_sure_filler() -> None:
    quiet, loud = np.full((2, len(ROLES)), -5.0), np.full((2, len(ROLES)), -5.0)
    loud[0, ROLES.index("Weapon")] = 5.0
    assert of_report(loud)[1, ROLES.index("PerpOrg")] > of_report(quiet)[1, ROLES.index("PerpOrg")]
    assert of_report(loud)[0, ROLES.index("Weapon")] == 5.0
    assert of_report(np.zeros((0, len(ROLES)))).shape == (0, len(ROLES))


def test_rules_alone_answer_where_no_encoder_has_read() -> None:
    assert isinstance(answering(read()), Fillers)
    assert isinstance(answering(with_scores()), Joined)


@pytest.mark.parametrize("text", ["", "Rain.", "???", "1990"])
def test_a_report_without_attacks_gives_an_answer(text: str) -> None:
    cut = Cut(text, words(text), marks(text, words(text)), [(1,)] * len(words(text)))
    scored = Scored(cut, np.zeros((len(cut.words), WIDTH), np.float32), np.zeros((0, WIDTH), np.float32), (), {})
    reading = next(iter(Reader(extractor="rules").read([Report(text, "one", language="en")])))
    joined = Joined(replace(reading, annotated=replace(reading.annotated, scored=scored)))
    assert set(joined.entities) == set(ROLES)
    assert len(joined.confidence) == len(joined.entities["PerpOrg"])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("bomb", "car bomb", True),
        ("qlf", "quilmas liberation front", True),
        ("quilmas front of liberation", "quilmas liberation front", True),
        ("armed men", "two men", True),
        ("abel torno", "iris veld", False),
        ("two buses", "two bridges", False),
        ("ax", "quilmas liberation front", False),
    ],
)
def test_strings_that_seem_to_name_the_same(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is is_alike(other, one) is alike


def test_of_alike_strings_the_surest_is_taken_and_none_under_the_threshold() -> None:
    assert chosen(["bomb", "car bomb", "rifle", "bus"], np.array([0.5, 2.0, 1.0, -9.0])) == [1, 2]
    assert chosen([], np.zeros(0)) == []


def test_the_shipped_weights_are_five_numbers_a_sign_and_know_a_bomb() -> None:
    assert {len(row) for row in weights().values()} == {len(ROLES)}
    strings = candidates(read().annotated)
    table = learned(Signs(read()), strings)
    best = {role: strings[int(table[:, r].argmax())].key for r, role in enumerate(ROLES)}
    assert best["Weapon"] in ("car bomb", "bomb")
    assert best["Victim"] in ("abel torno", "mayor abel torno")


def test_weights_are_learned_from_what_fills_a_role() -> None:
    gold: dict[str, list[Entity]] = {role: [("bomb",)] if role == "Weapon" else [] for role in ROLES}
    rows = [Learned(Message(str(i), "", gold), ["bomb", "rain"], [["h=bomb", "x"], ["h=rain", "x"]]) for i in range(30)]
    found = shortened(fitted(rows))
    assert found["h=bomb"][ROLES.index("Weapon")] > 0.5 > -0.5 > found["h=rain"][ROLES.index("Weapon")]
