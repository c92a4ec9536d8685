"""Factuality and ties on trees that no parser should make: they are read to the end all the same."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.factuality.factuality import factuality
from reportedly.extract.ties.ties import ties
from reportedly.model import Annotated, Mention, Report, Schema, Sentence, Span, Token
from tests.planting import QUICK, one_of

WORDS = (
    "leader", "commander", "of", "in", "as", "one", "and", ",", "Aral", "Ilves", "his", "'s", "is", "based", "-", "not",
    "may", "would", "said", "if", "to", "attack", "plan", "denied", "charge", "capital", "ties", "between",
    "with", "aka",
)  # fmt: skip
TAGS = (("NN", "NOUN"), ("NNP", "PROPN"), ("IN", "ADP"), ("VBD", "VERB"), ("VBN", "VERB"), ("JJ", "ADJ"), ("MD", "AUX"))
DEPS = (
    "ROOT", "conj", "cc", "appos", "pobj", "prep", "nsubj", "nsubjpass", "dobj", "attr", "acl", "relcl", "xcomp", "aux",
    "ccomp", "advcl", "mark", "compound", "poss", "case", "neg", "det", "pcomp", "agent", "acomp", "auxpass", "prt",
    "amod",
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Annotated:
    """A report of any of the words with any heads, circles included, and any names."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text = " ".join(words)
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(words):
        tag, pos = draw(st.sampled_from(TAGS))
        head = draw(st.integers(0, len(words) - 1))
        dep = draw(st.sampled_from(DEPS))
        tokens.append(Token(i, start, start + len(word), word, word.lower(), word.lower(), tag, pos, dep, head, 0))
        start += len(word) + 1
    sentence = Sentence(0, len(text), 0, len(tokens), 0)
    mentions = []
    if draw(st.booleans()):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first + 1, len(words)))
        schema = draw(one_of(Schema))
        span = Span(tokens[first].start, tokens[last - 1].end)
        mentions.append(Mention(span, first, last, last - 1, "name", schema))
    return Annotated(Report(text=text, ref="drawn"), tuple(tokens), (sentence,), tuple(mentions))


@QUICK
@given(documents())
def test_any_tree_has_a_factuality_for_each_token_and_its_cues_lie_in_the_text(doc: Annotated) -> None:
    for token in doc.tokens:
        for cue in factuality(doc, token.i).cues:
            assert cue.of(doc.report.text)


@QUICK
@given(documents())
def test_any_tree_has_its_ties_and_each_has_two_parties(doc: Annotated) -> None:
    for draft in ties(doc):
        assert {role.role for role in draft.roles} == {"subject", "object"}
        assert draft.trigger.of(doc.report.text)
