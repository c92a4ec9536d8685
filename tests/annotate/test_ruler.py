"""The remembered ruler says what the shipped one says."""

from typing import Any

import pytest
from spacy.tokens import Doc

from reportedly.annotate.ruler import RememberedRuler
from tests.annotate.reading import annotator

TEXTS = [
    "There is a man who had left. There are two, and they did not stay.",
    "He ain't going; they're gonna go. Let's do it, y'all! C'mon, nothin' doin'.",
    "I saw it, and it saw me.\n\n That I had been told, because she'd said so.",
    "  \n There 's \n nothing", "", "Got it. Let me go. Do you have all of it?",
]  # fmt: skip


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_it_says_the_same_at_first_and_again(text: str) -> None:
    language = annotator().language
    ruler: Any = language.get_pipe("reportedly_ruler")
    fresh = RememberedRuler(ruler.ruler)
    parsed = language.make_doc(text)
    for name in ("tok2vec", "tagger", "reportedly_lines", "parser"):
        pipe: Any = language.get_pipe(name)
        parsed = pipe(parsed)
    state = parsed.to_bytes()
    shipped = ruler.ruler(Doc(language.vocab).from_bytes(state))
    for _ in range(3):
        assert told(fresh(Doc(language.vocab).from_bytes(state))) == told(shipped)
