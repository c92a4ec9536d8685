"""What commands and pages say of events, from the stages below: sentences, drawings of origins, changes, trends.

In: assessments and evidence. Out: words, DOT, values to print. Nothing is decided here.
"""

from reportedly.assess.accounts import Slot, Table, Value, later_accounts
from reportedly.assess.assessment import Assessment
from reportedly.assess.changes import Summary, changes, summary
from reportedly.assess.labels import label
from reportedly.assess.origins import Origins, dot, text_graph
from reportedly.assess.trends import Happening, Repetition, Trend, pairs_of, repetition, trends
from reportedly.assess.wording import sentences

__all__ = [
    "Assessment",
    "Happening",
    "Origins",
    "Repetition",
    "Slot",
    "Summary",
    "Table",
    "Trend",
    "Value",
    "changes",
    "dot",
    "label",
    "later_accounts",
    "pairs_of",
    "repetition",
    "sentences",
    "summary",
    "text_graph",
    "trends",
]  # fmt: skip
