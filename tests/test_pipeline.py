"""The stages together keep the order of their reports, survive a failing one, and read alike in one process or two."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly import pipeline
from reportedly.errors import Stop
from reportedly.extract import extract
from reportedly.model import Annotated, Attribution, Claim, Report, Skipped, is_occurrence
from reportedly.pipeline import Reader, Reading, read_all

VISIT = "The envoy Omar Sandor visited Port Aral on 3 May, two officials said."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(number: int, text: str = VISIT, language: str | None = "en") -> Report:
    return Report(text, f"{number}.txt", publisher="Aral Post", published="2025-05-05", language=language)


@dataclass(frozen=True)
class Mark:
    """Something that is no report."""

    number: int


@dataclass(frozen=True)
class Triggers:
    """A report's ref and its claims' triggers, and the process that read them."""

    ref: str
    words: tuple[str, ...]
    process: int = field(compare=False)


def triggers(reading: Reading) -> Triggers:
    """What is kept of a reading."""
    words = tuple(claim.trigger.of(reading.report.text) for claim in reading.claims)
    return Triggers(reading.report.ref, words, os.getpid())


def die(reading: Reading) -> None:
    """End the process as a killed one ends."""
    os._exit(9)


def test_a_report_too_long_for_the_stages_is_skipped_with_their_reason_and_the_others_are_read(reader: Reader) -> None:
    before, skipped, after = reader.outcomes([told(1), told(2, "a " * 200_000), told(3)])
    assert isinstance(before, Reading)
    assert skipped == Skipped("2.txt", "too long: 400,000 characters, at most 250,000 are read as one report; split it")
    assert isinstance(after, Reading)


def test_readings_come_in_the_order_of_their_reports(reader: Reader) -> None:
    reports = [told(i) for i in range(20)]
    assert [reading.report for reading in reader.read(reports)] == reports


def test_skips_and_other_things_keep_their_places(reader: Reader) -> None:
    skip = Skipped("b.pdf", "no text layer")
    found = list(reader.outcomes([Mark(0), told(1), skip, told(2), Mark(3)]))
    assert [found[0], found[2], found[4]] == [Mark(0), skip, Mark(3)]
    assert [each.report.ref for each in found if isinstance(each, Reading)] == ["1.txt", "2.txt"]


def test_a_report_in_another_language_is_kept_and_gives_no_claims(reader: Reader) -> None:
    found = list(reader.read([told(1), told(2, language="fr"), told(3, language=None)]))
    assert [bool(reading.claims) for reading in found] == [True, False, True]
    assert found[1].annotated.tokens == ()


def test_a_report_that_makes_a_stage_fail_is_skipped_and_the_others_are_read(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(doc: Annotated) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
        if doc.report.ref == "7.txt":
            raise ZeroDivisionError("no\nsuch luck")
        return extract(doc)

    monkeypatch.setattr(pipeline, "extract", failing)
    found = list(reader.outcomes([told(i) for i in range(18)]))
    assert found[7] == Skipped("7.txt", "reading failed: ZeroDivisionError: no such luck")
    assert [each.report.ref for each in found if isinstance(each, Reading)] == [f"{i}.txt" for i in range(18) if i != 7]


def test_a_broken_installation_ends_the_run(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(doc: Annotated) -> None:
        raise Stop("a lexicon is missing; install reportedly again")

    monkeypatch.setattr(pipeline, "extract", broken)
    with pytest.raises(Stop, match="a lexicon is missing"):
        list(reader.outcomes([told(1)]))


def test_a_lexicon_that_cannot_be_read_ends_the_run_and_faults_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(doc: Annotated) -> None:
        raise KeyError("frame")

    monkeypatch.setattr(pipeline, "extract", broken)
    with pytest.raises(Stop, match="cannot be loaded: reading failed: KeyError: 'frame'; install reportedly again"):
        list(Reader().outcomes([told(1)]))


def test_reports_are_read_as_they_are_asked_for(reader: Reader) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Report]:
        number = 0
        while True:
            taken.append(number)
            yield told(number)
            number += 1

    outcomes = reader.outcomes(endless())
    next(outcomes)
    assert len(taken) <= 2 * pipeline.BATCH


def test_the_language_model_is_loaded_only_for_reports_that_are_read() -> None:
    idle = Reader()
    assert list(idle.outcomes([Mark(1), Skipped("a", "b")])) == [Mark(1), Skipped("a", "b")]
    assert "annotator" not in vars(idle)


@pytest.mark.slow
def test_two_processes_read_as_one_does_and_keep_the_order() -> None:
    items = [told(i, text=f"{VISIT} The mayor resigned on {1 + i % 28} May 2024.") for i in range(20)]
    with_others: list[Report | Mark] = [*items[:10], Mark(1), *items[10:]]
    before = dict(os.environ)
    by_two = list(read_all(with_others, triggers, jobs=2))
    assert by_two == list(read_all(with_others, triggers))
    assert os.getpid() not in {each.process for each in by_two if isinstance(each, Triggers)}
    assert dict(os.environ) == before


@pytest.mark.slow
def test_a_reading_process_that_dies_ends_the_run_with_advice() -> None:
    with pytest.raises(Stop, match="try again with fewer --jobs"):
        list(read_all([told(1)], die, jobs=2))


HYPOTHETICAL = (
    "The Gull League could attack {place}, {name} said.",
    "The Gull League would attack {place} if talks failed, {name} said.",
    "There is a risk that the Gull League will attack {place}, {name} warned.",
    "The risk of an attack by the Gull League on {place} is growing, {name} said.",
    "If the Gull League attacked {place}, the harbour would close, {name} said.",
    "{name} said the Gull League might attack {place}.",
    "The Gull League plans to attack {place}, {name} said.",
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(HYPOTHETICAL),
    st.sampled_from(["Port Aral", "Sevan", "Old Mira"]),
    st.sampled_from(["Omar Sandor", "an official", "analysts"]),
)
def test_what_could_would_or_may_happen_is_never_an_occurrence(
    reader: Reader, pattern: str, place: str, name: str
) -> None:
    text = pattern.format(place=place, name=name)
    (reading,) = reader.read([told(1, text=text[0].upper() + text[1:])])
    attacks = [claim for claim in reading.claims if claim.trigger.of(reading.report.text).startswith("attack")]
    assert not any(is_occurrence(claim) for claim in attacks)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.permutations(["Omar", "Talha", "Masood", "Nadia"]),
    st.sampled_from(["Sandor", "Kolesnikov", "Marrow"]),
    st.sampled_from(["arrested", "attacked"]),
)
def test_a_surname_that_two_persons_share_means_neither(
    reader: Reader, first_names: list[str], surname: str, verb: str
) -> None:
    one, other = (f"{first} {surname}" for first in first_names[:2])
    text = f"{one} met the mayor. {other} met the governor. {surname} was {verb} on Monday."
    (reading,) = reader.read([told(1, text=text)])
    doc = reading.annotated
    bare = [m for m in doc.mentions if m.form == "name" and doc.text_of(m.span) == surname]
    names = {doc.entities[m.entity].name for m in bare if m.entity is not None}
    assert not names & {one, other}


def test_a_report_is_read_alone_as_it_is_beside_others(reader: Reader) -> None:
    texts = (VISIT, f"{VISIT} " * 9 + "The Harbour Council denied it.", "Rebels attacked a convoy, a spokesman said.")
    together = [reading.claims for reading in reader.read([told(i, text) for i, text in enumerate(texts)])]
    alone = [next(iter(reader.read([told(i, text)]))).claims for i, text in enumerate(texts)]
    assert together == alone
    assert all(together)
