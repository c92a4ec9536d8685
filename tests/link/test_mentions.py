"""Mentions of one entity join; the reason says why."""

from reportedly.link.events_stories import Nearness
from reportedly.link.mentions import clusters, entity_mention, same_entity
from reportedly.model import Annotated, EntityRef, Mention, Report, Sentence, Span, Token

NEAR = Nearness(5.0, True, True)


def named(report: str, full: str, told: str) -> Annotated:
    """A report of one sentence of names, the whole of it a mention of the entity with the full name."""
    found, text = [], ""
    words = told.split()
    for i, word in enumerate(words):
        head = len(words) - 1
        found.append(Token(i, len(text), len(text) + len(word), word, word.lower(), word, "NNP", "PROPN", "x", head, 0))
        text += f"{word} "
    span = Span(0, len(text) - 1)
    mention = Mention(span, 0, len(words), len(words) - 1, "name", "Person", 0)
    entity = EntityRef("e", full, "Person")
    whole = (Sentence(0, len(text) - 1, 0, len(words), 0),)
    return Annotated(Report(text, report), tuple(found), whole, (mention,), (entity,))


def test_a_full_name_and_a_surname_that_stands_for_it_mean_one_across_reports() -> None:
    one = entity_mention(named("a", "Mirela Vantor", "Mirela Vantor"), [0, 1])
    other = entity_mention(named("b", "Mirela Vantor", "Vantor"), [0])
    found = same_entity(one, other, NEAR)
    assert found.match
    assert found.reason.endswith("their reports tell one story.")
    assert found.score == same_entity(other, one, NEAR).score


def test_two_names_that_share_nothing_are_two() -> None:
    one = entity_mention(named("a", "Mirela Vantor", "Mirela Vantor"), [0, 1])
    other = entity_mention(named("b", "Josk Brelling", "Josk Brelling"), [0, 1])
    found = same_entity(one, other, NEAR)
    assert not found.match
    assert '"mirela vantor" and "josk brelling"' in found.reason or "name" in found.reason


def test_what_the_report_gives_one_entity_is_one() -> None:
    doc = named("a", "Mirela Vantor", "Mirela Vantor")
    assert same_entity(entity_mention(doc, [0, 1]), entity_mention(doc, [1])).match


def test_clusters_of_nothing_are_nothing_and_of_one_itself() -> None:
    assert clusters(0, {}) == []
    assert clusters(1, {}) == [0]
    assert clusters(3, {(0, 2): 0.9}) == [0, 1, 0]
