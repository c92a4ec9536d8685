"""From claims to what people take away: tables, JSON lines, timelines, briefings. Pure; no file is written here."""

from reportedly.export.briefing import briefing
from reportedly.export.tables import claims_csv, claims_jsonl, json_line
from reportedly.export.timeline import timeline
from reportedly.export.wording import sentence

__all__ = ["briefing", "claims_csv", "claims_jsonl", "json_line", "sentence", "timeline"]
