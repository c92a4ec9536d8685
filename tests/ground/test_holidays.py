"""The table of named days."""

import re
from datetime import date
from importlib import resources

from edtf import parse_edtf

from reportedly.annotate.times import lines
from reportedly.ground.calendar import feast
from reportedly.ground.dates import holidays
from reportedly.ground.times import known_events

RULE = re.compile(r"\d\d-\d\d|easter[+-]\d+|nth \d\d--?\d-\d(?:\+\d)?|hijri \d\d?(?:-\d\d?)?|-")


def test_every_rule_has_a_known_form_and_gives_a_day_each_year() -> None:
    for name, rule in holidays().items():
        assert RULE.fullmatch(rule), name
        found = feast(rule, 2024)
        assert (found is None) == (rule == "-"), name
        assert found is None or parse_edtf(found) is not None


def test_fixed_days_exist_in_the_calendar() -> None:
    for rule in holidays().values():
        if rule[0].isdigit():
            assert date.fromisoformat(f"2024-{rule}")


def test_what_annotate_finds_ground_can_date() -> None:
    assert {name.lower().replace("’", "'") for name in lines("holidays.txt")} == set(holidays())


def test_events_named_by_their_day_have_a_date_and_words() -> None:
    for (day, word), whole in known_events().items():
        assert date.fromisoformat(whole).isoformat()[5:] == day
        assert word == word.lower().strip() != ""


def test_the_table_names_its_source() -> None:
    text = (resources.files("reportedly.ground") / "data" / "holidays.tsv").read_text(encoding="utf-8")
    assert "Source:" in text.splitlines()[0]
