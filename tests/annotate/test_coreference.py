"""Whom pronouns and definite descriptions mean: one candidate or none."""

from tests.annotate.reading import meant, whom


def test_he_means_the_subject_of_the_sentence_before() -> None:
    text = "Karim Sadek met Thomas Berg in Cairo. He said the talks went well."
    assert whom(text, "He") == ["Karim Sadek"]


def test_a_given_name_keeps_she_from_a_man() -> None:
    text = "Thomas Berg praised Anna Holm on Friday. She thanked the voters."
    assert whom(text, "She") == ["Anna Holm"]


def test_an_earlier_pronoun_tells_the_gender() -> None:
    text = "Quill Amsa resigned as she had promised. Robert Berg took over. She left Oslo at once."
    assert whom(text, "She") == ["Quill Amsa"]


def test_a_relative_pronoun_means_the_noun_it_follows() -> None:
    text = "Faisal Nadir, who lives in Lahore, was arrested."
    assert meant(text, "pronoun")["who"] == "Faisal Nadir"


def test_an_object_is_not_the_subject_of_its_own_verb() -> None:
    assert whom("Karim Sadek hit him.", "him") == [None]


def test_it_means_the_body_that_was_the_subject() -> None:
    text = "The Ministry of Health closed two clinics. It said that the wells were poisoned."
    assert whom(text, "It") == ["Ministry of Health"]


def test_it_without_a_body_before_it_means_nobody() -> None:
    assert whom("The storm was strong. It destroyed ten houses.", "It") == [None]


def test_i_in_a_quotation_means_its_speaker() -> None:
    text = "“I will not resign,” Anna Holm told reporters. “I never lied.”"
    assert whom(text, "I") == ["Anna Holm", "Anna Holm"]


def test_i_outside_a_quotation_stays_open() -> None:
    assert whom("I met Anna Holm in Oslo.", "I") == [None]


def test_he_after_a_long_quotation_means_who_spoke_before_it() -> None:
    text = (
        "Karim Sadek told reporters that the port was closed.\n\n“We are ready. The ships are here. The crews "
        "are well. The sea is calm. Nobody is hurt,” he said."
    )
    assert whom(text, "he") == ["Karim Sadek"]


def test_the_minister_means_the_person_with_that_title() -> None:
    text = "Interior Minister Anna Holm met Labour Minister Karim Sadek. The labour minister then left."
    assert whom(text, "The labour minister") == ["Karim Sadek"]


def test_the_minister_of_two_ministers_stays_open() -> None:
    text = "Interior Minister Anna Holm met Labour Minister Karim Sadek. The minister then left."
    assert whom(text, "The minister") == [None]


def test_the_group_means_the_only_body_near() -> None:
    text = "Harakat Noor claimed the attack on Monday. The group also threatened new attacks."
    assert whom(text, "The group") == ["Harakat Noor"]


def test_the_group_of_two_bodies_stays_open() -> None:
    text = "Harakat Noor fought the Free Harbour Front on Monday. The group lost ten men."
    assert whom(text, "The group") == [None]


def test_a_man_described_first_means_the_one_named_next_in_the_same_part() -> None:
    text = "A fugitive trader has been arrested in Oslo. Karl Holm was arrested on Friday. The trader denied it."
    assert whom(text, "A fugitive trader") == ["Karl Holm"]
    assert whom(text, "The trader") == ["Karl Holm"]


def test_his_wife_means_the_wife_who_is_named() -> None:
    text = "Karl Holm left Oslo with his wife. On Monday, his wife Anna Berg spoke to reporters."
    assert whom(text, "his wife") == ["Anna Berg", "Anna Berg"]


def test_who_goes_on_speaking_under_a_new_name_is_the_one_described_before() -> None:
    text = "Marko Dorn was released, his lawyer said on Friday. There was no evidence, Petra Saal told the court."
    assert whom(text, "his lawyer") == ["Petra Saal"]
    other = "Marko Dorn was released, his lawyer said. There was no evidence, Judge Petra Saal told the court."
    assert whom(other, "his lawyer") == [None]


def test_the_council_means_the_body_whose_name_has_ended_so() -> None:
    text = (
        "The Aral Salvation Council condemned the raid. The Council is led by Ada Ilves.\n\n"
        "The Council called upon the Northern Security Council to meet. On Friday, the Council wrote again."
    )
    assert whom(text, "The Council") == ["Aral Salvation Council", "Aral Salvation Council"]
    assert whom(text, "the Council") == ["Aral Salvation Council"]


def test_the_council_stays_open_between_two_councils() -> None:
    text = "The Aral Salvation Council met the Northern Security Council. On Friday, the Council blamed the mayor."
    assert whom(text, "the Council") == [None]
