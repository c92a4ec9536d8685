"""The line that heads a statement, and whom "I" means below it; months that the parser joined to a name."""

from tests.annotate.reading import read, schemas, whom

HEADED = 'Letter from Petra Saal, warden of the Mill Union:\n\n"I met nobody.\n\n"We will stay."'
BARE = "Statement by Petra Saal, warden of the Mill Union:\n\nI met nobody at the mill."


def test_i_is_the_one_whom_the_heading_names() -> None:
    assert whom(HEADED, "I") == whom(BARE, "I") == ["Petra Saal"]


def test_a_line_that_a_colon_ends_is_no_headline() -> None:
    assert not any(sentence.headline for sentence in read(HEADED).sentences)


def test_a_month_is_no_part_of_the_name_after_it() -> None:
    text = "On 9 May Aral opened its border."
    assert list(schemas(text)) == ["Aral"]
    doc = read(text)
    assert [(t.text, doc.tokens[t.head].text) for t in doc.tokens if t.dep == "nsubj"] == [("Aral", "opened")]
    assert [(t.text, doc.tokens[t.head].text) for t in doc.tokens if t.dep == "pobj"] == [("May", "On")]
