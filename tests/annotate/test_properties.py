"""What holds for any text: spans quote it, mentions of one form keep apart, places are in range."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model import Annotated
from tests.annotate.reading import read

PIECES = [
    "Anna Holm", "the Russian defense ministry", "Jaish-e-Noor", "(JeN)", "he", "They", "said", "“", "”", '"', "'", "‘",
    "’", "’s", "-", "--", "—", "(", ")", "[1]", ".", ",", "\n", "\n\n", " ", "U.S.", "Mr", "Prime Minister",
    "two officials",     "of", "al-", "-e-", "the", "The Group",
    "which", "on Monday", "5 Killed", "é", "😀", "ISIS", "/", "&", "Syrias",
    "killed", "I", "Islamic State of Iraq", "the accused", "Presidents", "anti-", "who", "…",
]  # fmt: skip


def check(doc: Annotated) -> None:
    text = doc.report.text
    for mention in doc.mentions:
        assert mention.span == doc.span(mention.first, mention.last)
        assert mention.first <= mention.head < mention.last <= len(doc.tokens)
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        assert mention.entity is None or 0 <= mention.entity < len(doc.entities)
    for form in ("name", "description", "pronoun"):
        same = [m for m in doc.mentions if m.form == form]
        assert all(a.span.end <= b.span.start for a, b in pairwise(same))
    for quotation in doc.quotations:
        assert quotation.span == doc.span(quotation.first, quotation.last)
    for token in doc.tokens:
        steps, i = 0, token.i
        while doc.tokens[i].head != i:
            i, steps = doc.tokens[i].head, steps + 1
            assert steps <= len(doc.tokens), "heads run in a circle"
    assert len({e.id for e in doc.entities}) == len(doc.entities)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from([" ", ""]))
def test_pieces_of_news_in_any_order_keep_the_rules(pieces: list[str], gap: str) -> None:
    check(read(gap.join(pieces)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_keeps_the_rules(text: str) -> None:
    check(read(text))
