"""The lexicons behind factuality: their form, and what a few words say."""

import pytest

from reportedly.errors import BadValue
from reportedly.extract.factuality.embedding import (
    CONTEXTS,
    RANK,
    TIMES,
    carriers,
    clause_words,
    embeddings,
    hedges,
    modals,
    signature,
    voicing,
)
from reportedly.extract.lexicon import rows

FRAMES = {"that", "to", "obj_to", "ing", "np", "np_claim", "subj", "bare", "subjunctive", "whether", "to_np"}
PREPOSITIONS = {
    "about", "against", "as", "at", "for", "from", "in", "into", "of", "on", "over", "than", "toward", "towards",
    "with",
}  # fmt: skip
LEXICONS = ["embedding.tsv", "modals.tsv", "hedges.tsv", "clauses.tsv", "carriers.tsv", "voicing.tsv"]


@pytest.mark.parametrize("name", LEXICONS)
def test_every_line_has_the_fields_of_its_header_and_no_stray_space(name: str) -> None:
    widths = {
        "embedding.tsv": 7,
        "modals.tsv": 5,
        "hedges.tsv": 5,
        "clauses.tsv": 6,
        "carriers.tsv": 2,
        "voicing.tsv": 2,
    }
    for row in rows(name):
        assert len(row) == widths[name], row
        for field in row:
            assert all(part and part == part.strip() for part in field.split(",")), row


def test_every_signature_has_known_values() -> None:
    tables = (*embeddings().values(), *hedges().values(), *clause_words().values())
    for each in (*tables, *(s for pair in modals().values() for s in pair)):
        assert each.rank in RANK.values()
        assert each.time in TIMES
        assert each.context in CONTEXTS


def test_every_frame_is_one_that_the_reading_asks_for() -> None:
    for word, pos, frame in embeddings():
        bare = frame.removesuffix(".pass").removesuffix(".act").removesuffix("_ing")
        assert frame in FRAMES or bare in FRAMES | PREPOSITIONS, (word, frame)
        assert pos in {"v", "n", "a"}


def test_no_word_is_given_twice_for_one_frame() -> None:
    seen: set[tuple[str, str, str]] = set()
    for words, pos, frames, *_ in rows("embedding.tsv"):
        for word in words.split(","):
            for frame in frames.split(","):
                assert (word, pos, frame) not in seen, (word, frame)
                seen.add((word, pos, frame))


def test_the_lexicon_is_broad() -> None:
    assert len({(word, pos) for word, pos, _ in embeddings()}) > 900


def test_hedges_and_modals_say_how_far_they_lower_certainty() -> None:
    assert hedges()["allegedly", "adverb"].rank == RANK["probable"]
    assert hedges()["possibly", "adverb"].rank == RANK["possible"]
    assert hedges()["no", "determiner"].negative
    assert modals()["might"][0].rank == RANK["possible"]
    assert modals()["will"][0].time == "future"


def test_implicative_verbs_keep_their_polarity_signature() -> None:
    table = embeddings()
    assert table["fail", "v", "to"].negative
    assert not table["manage", "v", "to"].negative
    assert table["prevent", "v", "from"].negative
    assert table["know", "v", "that.pass"].rank == RANK["certain"]


def test_light_verbs_carry_their_event_noun() -> None:
    assert {"hold", "launch", "make"} <= carriers()["object"]
    assert {"take", "occur", "begin"} <= carriers()["subject"]


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(BadValue, match="certainty"):
        signature("doubtful", "positive", "same")
    with pytest.raises(BadValue, match="polarity"):
        signature("certain", "maybe", "same")


def test_words_of_saying_are_sorted_by_what_they_do() -> None:
    sorts = {
        "act",
        "purpose",
        "said",
        "performed",
        "wish",
        "would",
        "must",
        "open",
        "telling",
        "naming",
        "figure",
        "thought",
    }
    assert voicing().keys() == sorts
    assert "gather" in voicing()["act"]
    assert "demand" in voicing()["purpose"] & voicing()["said"]
    assert "attack" not in frozenset().union(*voicing().values())
    assert not {"offer", "pay", "reject"} & voicing()["performed"]
