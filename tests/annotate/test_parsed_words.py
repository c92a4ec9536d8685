from reportedly.annotate.parsed_words import parsed_words
from reportedly.encoder.referring import DEP_AT, FORMS, TAG_AT
from reportedly.encoder.words import words
from reportedly.model import Annotated, Mention, Quotation, Report, Sentence, Span, Token

TEXT = "The U.S. envoy of Aral left."
ROWS = (
    ("The", "DT", "det", 2), ("U.S.", "NNP", "compound", 2), ("envoy", "NN", "nsubj", 5), ("of", "IN", "prep", 2),
    ("Aral", "NNP", "pobj", 3), ("left", "VBD", "ROOT", 5), (".", ".", "punct", 5),
)  # fmt: skip


def read() -> Annotated:
    tokens, at = [], 0
    for i, (word, tag, dep, head) in enumerate(ROWS):
        at = TEXT.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, word.lower(), word, tag, "X", dep, head, 0))
        at += len(word)
    mention = Mention(Span(9, 14), 2, 3, 2, "description", "Person", 0)
    sentence = Sentence(0, len(TEXT), 0, len(tokens), 3)
    return Annotated(Report(TEXT, "one"), tuple(tokens), (sentence,), (mention,))


def test_words_have_their_tokens_tags_and_heads() -> None:
    spans = words(TEXT)
    found = parsed_words(read(), spans)
    shown = [TEXT[start:end] for start, end in spans]
    assert shown == ["The", "U", ".", "S", ".", "envoy", "of", "Aral", "left", "."]
    assert found.tag[5] == TAG_AT["NN"]
    assert found.dep[7] == DEP_AT["pobj"]
    assert found.head.tolist() == [5, 2, 3, 4, 5, 8, 5, 6, 8, 8]
    assert (found.left[5], found.right[5]) == (0, 7)
    assert (found.left[1], found.right[1]) == (1, 1)
    assert set(found.paragraph.tolist()) == {3}


def test_the_last_word_of_a_head_bears_the_mention() -> None:
    found = parsed_words(read(), words(TEXT))
    assert found.entity.tolist() == [-1] * 5 + [0] + [-1] * 4
    assert found.form[5] == FORMS.index("description")


def test_words_in_quotation_marks_know_which() -> None:
    doc = read()
    quoted = Annotated(doc.report, doc.tokens, doc.sentences, quotations=(Quotation(Span(0, 8), 0, 2, 0),))
    assert parsed_words(quoted, words(TEXT)).quotation.tolist() == [1] * 5 + [0] * 5


def test_a_report_without_tokens_has_rows_of_nothing() -> None:
    empty = Annotated(Report("- -", "one"), (), ())
    assert parsed_words(empty, words("- -")).tag.tolist() == [0, 0]
    assert parsed_words(empty, []).tag.tolist() == []
