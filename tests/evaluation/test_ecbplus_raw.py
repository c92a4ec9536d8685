"""Events that our stages find in raw text are matched to those of the corpus, and their pairs are judged."""

import pytest

from evaluation.ecbplus_files import Document, Marked
from evaluation.ecbplus_raw import pairs, with_own_mentions
from reportedly.model import Annotated, Span
from tests.link.parsed import tokens

TOLD = "Gunmen/NOUN/nsubj/1 raided/VERB/ROOT/1 Zafa/PROPN/dobj/1\nThey/PRON/nsubj/1 fled/VERB/ROOT/1"


def word(doc: Annotated, text: str) -> Span:
    return next(Span(token.start, token.end) for token in doc.tokens if token.text == text)


def document(doc: Annotated, *marks: Marked, sentences: int = 2) -> Document:
    judged = tuple(Span(sentence.start, sentence.end) for sentence in doc.sentences[:sentences])
    return Document("a", doc.report.text, marks, answered=True, judged=judged)


def mark(doc: Annotated, gold: str | None, *texts: str) -> Marked:
    return Marked("a", (1,), tuple(word(doc, text) for text in texts), "event", gold)


def found(of: Document, doc: Annotated, *, claims: bool = False, triggers: tuple[Span, ...] = ()) -> list[object]:
    mentions = with_own_mentions(of, doc, triggers, claims=claims).mentions
    return [(mention.spans[0].of(of.text), mention.gold) for mention in mentions]


def test_acts_are_found_and_matched_to_the_event_whose_words_hold_them() -> None:
    doc = tokens(TOLD)
    assert found(document(doc, mark(doc, "RAID", "raided", "Zafa")), doc) == [("raided", "RAID"), ("fled", None)]


def test_sentences_without_answers_are_left_out() -> None:
    doc = tokens(TOLD)
    assert found(document(doc, sentences=1), doc) == [("raided", None)]


def test_claims_alone_bring_their_triggers_and_nothing_else() -> None:
    doc = tokens(TOLD)
    assert found(document(doc), doc, claims=True, triggers=(word(doc, "fled"),)) == [("fled", None)]


def test_of_two_acts_in_one_event_only_its_head_matches() -> None:
    doc = tokens("They/PRON/nsubj/1 began/VERB/ROOT/1 shooting/VERB/xcomp/1")
    assert found(document(doc, mark(doc, "FIRE", "began", "shooting")), doc) == [("began", "FIRE"), ("shooting", None)]


def test_pairs_with_an_unmatched_mention_are_wrong_and_events_not_found_are_missed() -> None:
    doc = tokens(TOLD)
    answers = [document(doc, *(mark(doc, "RAID", "raided") for _ in range(3)))]
    ours = {
        Marked("a", (i,), (Span(i, i + 1),), "event", gold): "one" for i, gold in enumerate(("RAID", "RAID", None), 1)
    }
    score = pairs(answers, ours)
    assert [score.precision, score.recall] == pytest.approx([1 / 3, 1 / 3])
    assert pairs(answers, {}).f1 == 0.0
