"""Names as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.spelling import fold, sound


@pytest.mark.parametrize(
    ("a", "b"),
    [("Ar-Raqqah", "Raqqah"), ("Deir ez-Zor", "Deir Ez Zor"), ("São Paulo", "Sao Paulo"), ("St. Louis", "Saint Louis"),
     ("the Gaza Strip", "Gaza Strip"), ("Cox’s Bazar", "Coxs Bazar"), ("U.S.", "US"), ("Al-Qa'im", "Qaim")],
)  # fmt: skip
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"), [("Raqqah", "Rakka"), ("Khartoum", "Khartum"), ("Mosul", "Mosoul"), ("Qamishli", "Kamishly")]
)
def test_transliterations_share_a_sound(a: str, b: str) -> None:
    assert sound(fold(a)) == sound(fold(b))


@pytest.mark.parametrize(("a", "b"), [("Homs", "Hama"), ("Basra", "Busra"), ("Niger", "Nigeria")])
def test_other_names_keep_apart(a: str, b: str) -> None:
    assert sound(fold(a)) != sound(fold(b))


def test_an_article_is_no_article_before_a_short_word() -> None:
    assert fold("El Al") == "el al"


@given(st.text(max_size=40))
def test_a_key_is_its_own_key_in_form(name: str) -> None:
    key = fold(name)
    assert key == key.strip()
    assert "  " not in key
    assert isinstance(sound(key), str)
