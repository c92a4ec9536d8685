"""The example reports are labelled, read cleanly, and contain what their gold files say was planted."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from reportedly.days import bounds
from reportedly.model import EventType, Factuality, Report, RoleName, SourceKind, TieType
from reportedly.read import reports

PORT_ARAL = Path(__file__).parent.parent / "examples" / "port-aral"
SPANS = ("trigger", "time", "place")


@cache
def by_ref() -> dict[str, Report]:
    found = list(reports([str(PORT_ARAL / "reports")]))
    assert all(isinstance(each, Report) for each in found), found
    return {each.ref: each for each in found if isinstance(each, Report)}


@cache
def story() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((PORT_ARAL / "gold" / "story.yaml").read_text("utf-8"))
    return loaded


@cache
def gold() -> list[dict[str, Any]]:
    lines = (PORT_ARAL / "gold" / "claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def day(ref: str) -> str:
    return (by_ref()[ref].published or "")[:10]


def quotations(value: Any) -> Iterator[tuple[str, str]]:
    """Every (report, quote) below a value of the story."""
    if isinstance(value, dict):
        if "quote" in value and "report" in value:
            yield value["report"], value["quote"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from quotations(each)


def refs(value: Any) -> set[str]:
    return {ref for ref, _ in quotations(value)}


def event(name: str) -> dict[str, Any]:
    return next(e for e in story()["events"] if e["id"] == name)


def marked_claims() -> Iterator[tuple[str, dict[str, Any]]]:
    for marked in gold():
        yield from ((marked["id"], claim) for claim in marked["claims"])


def marks_of(ref: str) -> list[dict[str, Any]]:
    return [claim for marked, claim in marked_claims() if marked == ref]


def quote_of(each: dict[str, Any]) -> dict[str, str]:
    return {"report": each["report"], "quote": each["quote"]}


def place_of(report: str, quote: str) -> tuple[int, int]:
    """Where the quotation stands first in its report: characters, half-open."""
    start = by_ref()[report].text.index(quote)
    return start, start + len(quote)


def claims_in(report: str, quote: str) -> list[dict[str, Any]]:
    """The marked claims whose trigger stands in the quotation."""
    start, end = place_of(report, quote)
    return [c for c in marks_of(report) if start <= c["trigger"]["start"] and c["trigger"]["end"] <= end]


def names_in(claim: dict[str, Any], account: dict[str, Any]) -> bool:
    """Whether a victim of the claim is named within the account's words."""
    start, end = place_of(**quote_of(account))
    return any(r["role"] == "victim" and start <= r["start"] and r["end"] <= end for r in claim["roles"])


def words(ref: str) -> list[str]:
    return by_ref()[ref].text.lower().split()


def shared_part(ref: str, other: str) -> float:
    """The part of five-word sequences of `ref` that stand in `other` too."""
    grams = [{tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in (words(ref), words(other))]
    return len(grams[0] & grams[1]) / len(grams[0])


def test_every_file_says_that_it_is_fiction() -> None:
    for path in (PORT_ARAL / "reports").iterdir():
        text = path.read_text("utf-8")
        if path.suffix == ".jsonl":
            assert all(json.loads(line)["fiction"] is True for line in text.splitlines())
        elif path.suffix == ".html":
            assert '<meta name="fiction" content="true">' in text
        else:
            assert text.startswith("---\nfiction: true\n"), path.name


def test_every_report_has_publisher_title_day_and_an_example_address() -> None:
    for report in by_ref().values():
        assert report.publisher and report.title and report.published
        assert report.url is not None and report.url.split("/")[2].endswith(".example")


def test_there_are_about_forty_short_reports_by_a_dozen_outlets_in_several_forms() -> None:
    assert 38 <= len(by_ref()) <= 46
    assert all(58 <= len(words(ref)) <= 222 for ref in by_ref())
    assert len({report.publisher for report in by_ref().values()}) >= 12
    assert {path.suffix for path in (PORT_ARAL / "reports").iterdir()} == {".txt", ".md", ".html", ".jsonl"}


def test_every_quotation_of_the_story_stands_in_its_report() -> None:
    found = list(quotations(story()))
    assert len(found) > 100
    missing = [(ref, quote) for ref, quote in found if quote not in by_ref()[ref].text]
    assert missing == []


def test_gold_texts_are_exactly_what_reading_gives() -> None:
    for marked in gold():
        report = by_ref()[marked["id"]]
        assert (marked["text"], marked["published"]) == (report.text, report.published)
        assert (marked["publisher"], marked["title"]) == (report.publisher, report.title)


def test_every_report_in_english_is_marked_in_the_order_of_reading() -> None:
    unread = {other["report"] for other in story()["other_languages"]}
    assert [marked["id"] for marked in gold()] == [ref for ref in by_ref() if ref not in unread]
    assert all(marked["claims"] for marked in gold())


def gold_spans(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (claim[name] for name in SPANS if claim[name])
    yield from claim["roles"]
    for link in claim["attribution"]:
        yield from (link[name] for name in ("source", "cue") if link[name])


def test_every_gold_span_quotes_its_text() -> None:
    for marked in gold():
        for claim in marked["claims"]:
            for span in gold_spans(claim):
                assert marked["text"][span["start"] : span["end"]] == span["text"]
            sentence = claim["sentence"]
            assert sentence["start"] <= claim["trigger"]["start"] < claim["trigger"]["end"] <= sentence["end"]


def test_gold_values_are_those_of_the_model() -> None:
    for marked in gold():
        for claim in marked["claims"]:
            assert claim["kind"] in ("event", "tie") and (claim["type"] is None) == (claim["kind"] == "tie")
            assert claim["type"] in (None, *get_args(EventType)) and claim["tie"] in (None, *get_args(TieType))
            assert {role["role"] for role in claim["roles"]} <= set(get_args(RoleName))
            assert {link["kind"] for link in claim["attribution"]} <= set(get_args(SourceKind))
            Factuality(**claim["factuality"])


def test_marked_claims_stand_in_the_order_of_their_triggers_and_none_twice() -> None:
    for marked in gold():
        starts = [claim["trigger"]["start"] for claim in marked["claims"]]
        assert starts == sorted(starts), marked["id"]
        assert len({json.dumps(claim) for claim in marked["claims"]}) == len(starts), marked["id"]


def test_marked_times_are_days_months_years_or_ranges_of_them() -> None:
    for ref, claim in marked_claims():
        if claim["time"] and claim["time"]["edtf"] is not None:
            first, last = bounds(claim["time"]["edtf"])
            assert (first or last) and (first or "") <= (last or "9999"), (ref, claim["time"])


def test_a_marked_name_of_the_cast_is_its_full_name() -> None:
    short = {also.lower() for entity in story()["entities"] for also in entity["also"]}
    short |= {name.removeprefix("the ") for name in short}
    for ref, claim in marked_claims():
        if claim["tie"] != "alias":
            named = [each["name"] for each in claim["roles"] + claim["attribution"] if each["name"]]
            assert [name for name in named if name.lower() in short] == [], (ref, claim["trigger"])


@pytest.mark.parametrize("part", ["told_by", "may_join"])
def test_every_telling_of_the_story_has_a_marked_claim(part: str) -> None:
    told = [each for e in story()["events"] + story()["ties"] for each in e.get(part, [])]
    assert told and [each for each in told if not claims_in(**quote_of(each))] == []


def test_a_telling_with_a_named_origin_names_it_in_its_chain() -> None:
    names = {entity["name"] for entity in story()["entities"]}
    for each in [t for e in story()["events"] + story()["ties"] for t in e["told_by"] if t["origin"] in names]:
        chains = [[link["name"] for link in claim["attribution"]] for claim in claims_in(**quote_of(each))]
        # The Herald has it from a video, whose speaker it names in the next sentence only.
        through_a_video = each["report"] == "2025-11-21-teshik-herald-video.txt"
        assert through_a_video or any(each["origin"] in chain for chain in chains), each


def test_every_denial_of_the_story_has_a_negative_claim_with_a_source() -> None:
    for denial in story()["denials"]:
        for told in denial["told_in"]:
            denied = [c for c in claims_in(**quote_of(told)) if c["factuality"]["polarity"] == "negative"]
            assert denied and all(claim["attribution"] for claim in denied), told


def test_what_has_not_occurred_is_marked_as_firm_by_nobody() -> None:
    for each in story()["not_occurrences"]:
        found = [c for c in claims_in(**quote_of(each)) if c["type"] not in ("THREATEN", "APPOINT")]
        assert all(c["factuality"]["certainty"] in ("possible", "underspecified") for c in found), each
        assert all(c["factuality"]["temporality"] == "future" for c in found), each


def test_marked_counts_of_the_dead_are_those_of_the_contradicting_accounts() -> None:
    [killed] = [each for each in story()["contradictions"] if each["slot"] == "killed"]
    for account in killed["accounts"]:
        victims = [c for c in marks_of(account["report"]) if c["type"] in ("ASSAULT", "DIE") and names_in(c, account)]
        assert {claim["count"] for claim in victims} == {account["value"]}, account


def test_vague_times_are_marked_with_the_range_that_the_story_gives() -> None:
    for each in story()["vague_times"]:
        start, end = place_of(**quote_of(each))
        times = [c["time"] for c in marks_of(each["report"]) if c["time"]]
        assert each["edtf"] in [t["edtf"] for t in times if start <= t["start"] and t["end"] <= end], each


def test_six_outlets_print_the_agency_report_and_three_of_them_cite_each_other_in_a_ring() -> None:
    [copied] = story()["copies"]
    assert len({by_ref()[copy["report"]].publisher for copy in copied["by"]}) == 6
    for copy in copied["by"]:
        assert shared_part(copy["report"], copied["of"]) >= (0.85 if copy["how"] == "verbatim" else 0.35), copy
        assert copy["credit"] is None or copy["credit"] in by_ref()[copy["report"]].text
    [ring] = story()["rings"]
    cites = {by_ref()[c["report"]].publisher: c["cites"] for c in story()["citations"] if c.get("ring") == ring["id"]}
    assert set(cites) == set(cites.values()) == set(ring["members"])


def test_reports_as_of_a_day_are_those_published_and_not_withdrawn_by_then() -> None:
    gone = {w["withdraws"]: w["published"] for w in story()["withdrawals"]}
    for answer in story()["as_of"]:
        told = refs(event(answer["event"])["told_by"])
        known = {r for r in told if day(r) <= answer["day"] and not gone.get(r, "9999") <= answer["day"]}
        assert len(known) == answer["reports"], answer


def test_denials_as_of_a_day_are_those_reported_by_then() -> None:
    for answer in story()["as_of"]:
        denied = [d for d in story()["denials"] if d["of"] == answer["event"]]
        known = [d for d in denied if min(map(day, refs(d["told_in"]))) <= answer["day"]]
        assert len(known) == answer["denials"], answer


def test_the_number_of_origins_is_the_number_of_those_named_unless_they_were_withdrawn() -> None:
    gone = {w["withdraws"] for w in story()["withdrawals"]}
    for each in story()["events"] + story()["ties"]:
        named = {t["origin"] for t in each["told_by"] if t["origin"] != "both of the above"}
        least = each["origins"] if isinstance(each["origins"], int) else each["origins"][0]
        assert least == (0 if refs(each["told_by"]) & gone and least == 0 else len(named)), each["id"]
        assert {name for d in each.get("discounts", []) for name in d["between"]} <= named


def test_a_correction_and_a_withdrawal_keep_the_address_of_what_they_replace() -> None:
    for new, old in [(c["report"], c["replaces"]) for c in story()["corrections"]] + [
        (w["report"], w["withdraws"]) for w in story()["withdrawals"]
    ]:
        assert by_ref()[new].url == by_ref()[old].url
        assert day(new) > day(old)
    [withdrawal] = story()["withdrawals"]
    assert by_ref()[withdrawal["report"]].status == "canceled"


def test_contradicting_accounts_differ_and_each_has_its_words() -> None:
    for each in story()["contradictions"]:
        assert len({str(account["value"]) for account in each["accounts"]}) == len(each["accounts"])
        assert all({"report", "quote"} <= account.keys() for account in each["accounts"])


def test_each_person_of_a_shared_surname_is_an_entity_of_its_own() -> None:
    names = [entity["name"] for entity in story()["entities"]]
    assert len(names) == len(set(names))
    for shared in story()["same_surname"]:
        assert len(shared["persons"]) == 2
        assert all(name.endswith(shared["surname"]) and name in names for name in shared["persons"])


def test_every_name_of_the_cast_stands_in_some_report() -> None:
    everything = "\n".join(report.text for report in by_ref().values())
    assert [entity["name"] for entity in story()["entities"] if entity["name"] not in everything] == []


def test_every_kind_of_source_is_planted() -> None:
    kinds = {each["kind"] for each in story()["source_kinds"]}
    assert kinds == {
        "named_person", "named_organisation", "unnamed_official", "unnamed_person", "analyst", "document", "outlet",
    }  # fmt: skip


def test_one_report_is_in_another_language() -> None:
    [other] = story()["other_languages"]
    assert by_ref()[other["report"]].language == other["language"]


def test_two_meetings_at_one_place_lie_two_days_apart() -> None:
    first, second = event("meeting-4-march"), event("meeting-6-march")
    assert (first["time"], second["time"], first["place"]) == ("2025-03-04", "2025-03-06", second["place"])
    assert first["not_the_same_as"] == [second["id"]]


@pytest.mark.parametrize("name", ["visit-april", "visit-july", "visit-january"])
def test_the_third_visit_within_a_year_is_the_third_of_three_events(name: str) -> None:
    [repeated] = story()["repetitions"]
    assert name in repeated["events"] and len(repeated["events"]) == 3
    for answer in repeated["as_of"]:
        begun = [e for e in repeated["events"] if min(map(day, refs(event(e)["told_by"]))) <= answer["day"]]
        assert len(begun) == answer["events"]
