"""What commands and pages say of events, from the stages below: sentences, drawings of origins, changes, trends.

In: assessments and evidence. Out: words, DOT, values to print. Nothing is decided here.
"""

from reportedly.assess.accounts import Slot, Table, Value, later_accounts
from reportedly.assess.assessment import Assessment
from reportedly.assess.changes import Change, Summary, changes, summary
from reportedly.assess.denials import deniers
from reportedly.assess.labels import is_told, label, title, when_told
from reportedly.assess.origins import Origins, dot, text_graph
from reportedly.assess.origins_folded import folded
from reportedly.assess.retold import Copy, Retold, retold
from reportedly.assess.trends import Happening, Repetition, Trend, pairs_of, repetition, trends
from reportedly.assess.wording import repeated, sentences, slot_words

__all__ = [
    "Assessment",
    "Change",
    "Copy",
    "Happening",
    "Origins",
    "Repetition",
    "Retold",
    "Slot",
    "Summary",
    "Table",
    "Trend",
    "Value",
    "changes",
    "deniers",
    "dot",
    "folded",
    "is_told",
    "label",
    "later_accounts",
    "pairs_of",
    "repeated",
    "repetition",
    "retold",
    "sentences",
    "slot_words",
    "summary",
    "text_graph",
    "title",
    "trends",
    "when_told",
]  # fmt: skip
