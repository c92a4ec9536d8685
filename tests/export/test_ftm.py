import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.export.events import Item
from reportedly.export.ftm import CAUTION, day, ftm
from reportedly.export.ftm_schemata import kinds, properties
from tests.networks import fiction, items, planted
from tests.project.worlds import Draft, Said, report_of

MEETING = Said("meeting", "Nilo Zorvel", whom="Mira Sandor", day=1)
LEADS = Said("leads", "Nilo Zorvel")
NOT_LEADS = Said("leads", "Nilo Zorvel", denied=True, source="Mira Sandor")
Entities = dict[str, dict[str, Any]]
RELATIONS = {"Membership", "Directorship", "Family", "Ownership", "Representation", "UnknownLink", "Event"}


def written(found: Iterable[Item], left: Counter[str] | None = None) -> Entities:
    lines = list(ftm(found, Counter() if left is None else left))
    entities = {each["id"]: each for each in map(json.loads, lines)}
    assert len(entities) == len(lines), "an entity is written once"
    return entities


def of_schema(entities: Entities, schema: str) -> list[dict[str, Any]]:
    return [each["properties"] for each in entities.values() if each["schema"] == schema]


@pytest.fixture(scope="module")
def port_aral(tmp_path_factory: pytest.TempPathFactory) -> Entities:
    return written(items(fiction(tmp_path_factory.mktemp("fiction"))))


def test_a_tie_names_both_sides_and_whose_claim_it_is(tmp_path: Path) -> None:
    entities = written(
        items(planted(tmp_path, Draft("Aral Post", "2025-05-02", (LEADS,), url="https://aral.example/1")))
    )
    (tie,) = of_schema(entities, "Directorship")
    assert [entities[tie[side][0]]["properties"]["name"] for side in ("director", "organization")] == [
        ["Nilo Zorvel"], ["Gull League"],
    ]  # fmt: skip
    assert tie["summary"] == [
        f"{CAUTION} Nilo Zorvel is said to lead Gull League. By the account of Aral Post's own reporting; 1 origin."
    ]
    assert (tie["status"], tie["role"]) == (["attributed claim"], ["is said to lead"])
    assert (tie["publisher"], tie["sourceUrl"]) == (["Aral Post"], ["https://aral.example/1"])
    assert [entities[each]["schema"] for each in tie["proof"]] == ["Article"]


def test_a_denial_stands_in_the_summary_and_the_status(tmp_path: Path) -> None:
    project = planted(
        tmp_path, Draft("Aral Post", "2025-05-02", (LEADS,)), Draft("Daily Gull", "2025-05-03", (NOT_LEADS,))
    )
    (tie,) = of_schema(written(items(project)), "Directorship")
    assert tie["summary"][0].endswith("1 origin. Denied by Mira Sandor. Accounts contradict each other.") or tie[
        "summary"
    ][0].endswith("1 origin. Denied by Mira Sandor.")
    assert tie["status"] == ["attributed claim", "denied"]
    assert any("said not to be so" in each for each in tie["description"])


def test_a_tie_that_is_only_denied_is_no_relation(tmp_path: Path) -> None:
    claimed = Draft("Aral Post", "2025-05-02", (LEADS,))
    project = planted(tmp_path, claimed, Draft("Daily Gull", "2025-05-03", (NOT_LEADS,)))
    project.desk.withdraw(report_of(claimed), "2025-05-04")
    left = Counter[str]()
    assert written(items(project), left) == {}
    assert left == {"denied": 1}


def test_an_event_has_those_who_take_part_and_its_day(tmp_path: Path) -> None:
    entities = written(items(planted(tmp_path, Draft("Aral Post", "2025-05-02", (MEETING,)))))
    (event,) = of_schema(entities, "Event")
    assert sorted(entities[each]["properties"]["name"][0] for each in event["involved"]) == [
        "Mira Sandor",
        "Nilo Zorvel",
    ]
    assert (event["date"], event["location"], event["notes"]) == (["2025-05-01"], ["Port Aral"], [CAUTION])
    assert "it is said" in event["name"][0]


def test_an_event_without_a_day_has_none(tmp_path: Path) -> None:
    undated = Said("meeting", "Nilo Zorvel", whom="Mira Sandor")
    (event,) = of_schema(written(items(planted(tmp_path, Draft("Aral Post", "2025-05-02", (undated,))))), "Event")
    assert {"date", "startDate", "endDate"}.isdisjoint(event)


def test_as_of_a_day_only_what_was_told_by_then_is_written(tmp_path: Path) -> None:
    project = planted(
        tmp_path, Draft("Aral Post", "2025-05-02", (MEETING,)), Draft("Daily Gull", "2025-05-05", (LEADS,))
    )
    assert len(of_schema(written(items(project, "2025-05-03")), "Article")) == 1
    assert of_schema(written(items(project, "2025-05-03")), "Directorship") == []


def test_an_address_that_is_no_web_address_is_left_out_and_text_is_made_harmless(tmp_path: Path) -> None:
    draft = Draft("Aral\u202e Post", "2025-05-02", (LEADS,), url="javascript:alert(1)")
    entities = written(items(planted(tmp_path, draft)))
    (tie,), (article,) = of_schema(entities, "Directorship"), of_schema(entities, "Article")
    assert "sourceUrl" not in tie and "sourceUrl" not in article
    assert article["publisher"] == ["Aral\ufffd Post"]


def test_of_many_accounts_some_are_quoted_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.export.ftm.QUOTED", 2)
    drafts = [Draft(f"Outlet {n}", "2025-05-02", (LEADS,), filler=0) for n in range(5)]
    (tie,) = of_schema(written(items(planted(tmp_path, *drafts))), "Directorship")
    assert len(tie["description"]) == 3 and tie["description"][-1] == "3 further accounts are not quoted."
    assert len(tie["proof"]) == 5


def test_only_dates_in_the_form_of_followthemoney_are_written() -> None:
    assert (day("2025"), day("2025-04"), day("2025-04-22T09:30:00Z"), day("2024~")) == (
        ["2025"], ["2025-04"], ["2025-04-22"], ["2024"],
    )  # fmt: skip
    assert day("2025-22") == day("202X") == day("2025-04-31x") == day("..") == day(None) == []


def test_every_relation_of_the_fiction_says_that_it_is_a_claim_and_whose(port_aral: Entities) -> None:
    relations = [each for each in port_aral.values() if each["schema"] in RELATIONS]
    assert len(relations) > 50
    for each in relations:
        properties_of = each["properties"]
        assert properties_of["summary"][0].startswith(CAUTION) and "By the account of" in properties_of["summary"][0]
        assert properties_of["proof"] and properties_of["description"]


def test_every_property_of_the_fiction_is_one_of_its_schema_and_names_what_fits(port_aral: Entities) -> None:
    for each in port_aral.values():
        for name, values in each["properties"].items():
            held = properties()[each["schema"]][name]
            assert all(isinstance(value, str) and value for value in values)
            if held.range is not None:
                assert all(held.range in kinds()[port_aral[value]["schema"]] for value in values)


def test_ids_are_ours_with_a_prefix(port_aral: Entities) -> None:
    assert all(key.startswith("reportedly-") and len(key) == len("reportedly-") + 32 for key in port_aral)


def cleaned(model: Any, entities: Entities) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Values that FollowTheMoney changes or drops when it takes them in."""
    for each in entities.values():
        proxy = model.make_entity(each["schema"])
        proxy.id = each["id"]
        for name, values in each["properties"].items():
            proxy.add(name, values)
            if sorted(proxy.get(name)) != sorted(values):
                yield each["schema"], name, values, proxy.get(name)


def test_followthemoney_takes_every_entity_of_the_fiction_as_it_is(port_aral: Entities) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for each in port_aral.values():
        schema = followthemoney.model.get(each["schema"])
        schema.validate(each)
        assert all(each["properties"].get(name) for name in schema.required)
    assert list(cleaned(followthemoney.model, port_aral)) == []
