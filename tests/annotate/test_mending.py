"""Names made whole in the syntax."""

from tests.annotate.reading import read


def head_of(text: str, name: str) -> tuple[str, str]:
    """The text of the syntactic head of a name and the label that leads to it."""
    doc = read(text)
    (mention,) = [m for m in doc.mentions if m.form == "name" and doc.text_of(m.span) == name]
    token = doc.tokens[mention.head]
    return doc.tokens[token.head].text, token.dep


def test_a_hyphenated_name_hangs_by_one_head() -> None:
    doc = read("Fighters of Jaish-e-Noor attacked the town on Monday.")
    (mention,) = [m for m in doc.mentions if m.form == "name"]
    outside = [t for t in doc.tokens[mention.first : mention.last] if not mention.first <= t.head < mention.last]
    assert [t.i for t in outside] == [mention.head]


def test_a_title_stands_below_the_name_it_introduces() -> None:
    text = "“It is done,” said Under Secretary Amsa Holm on Monday."
    assert head_of(text, "Amsa Holm") == ("said", "nsubj")


def test_a_name_torn_from_its_preposition_is_put_back_below_it() -> None:
    text = "A spokesman for Norvane-based Ansar Olla (AO) has confirmed talks with the League."
    assert head_of(text, "Ansar Olla") == ("for", "pobj")
