"""Which sentences are titles, headlines or sub-heads, and which only look like names because of their capitals.

In: sentences and tokens. Out: the sentences with `headline` set.
"""

from collections.abc import Sequence

from reportedly.model import Sentence, Token

STOPS = frozenset(".!?…\"”’'")
SMALL = 4
"""Words of fewer letters stay small in a Title Case line."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MEANING = frozenset({"NN", "NNS", "VB", "VBG", "VBN", "JJ", "JJR", "JJS", "RB"})
"""Tags of words that a Title Case line raises."""


def with_headlines(sentences: Sequence[Sentence], tokens: Sequence[Token], title: str | None) -> tuple[Sentence, ...]:
    """`sentences` with `headline` set for lines that are one: short, alone in their paragraph, without a full stop."""
    alone = [0] * (sentences[-1].paragraph + 1 if sentences else 0)
    for sentence in sentences:
        alone[sentence.paragraph] += 1
    known = "" if title is None else " ".join(title.lower().split()).rstrip(".")
    return tuple(
        sentence._replace(headline=True)
        if is_headline(sentence, tokens, alone[sentence.paragraph] == 1, known)
        else sentence
        for sentence in sentences
    )


def is_headline(sentence: Sentence, tokens: Sequence[Token], alone: bool, title: str) -> bool:
    """Whether the sentence is a title or sub-head."""
    words = tokens[sentence.first : sentence.last]
    if len(words) > 30 or not any(word.text[0].isalpha() for word in words):
        return False
    capitals = in_title_case(words)
    if title and len(title) > 12 and capitals_or_first(sentence, capitals):
        said = " ".join(word.lower for word in words).rstrip(" .")
        if said.replace(" ", "") == title.replace(" ", ""):
            return True
    stopped = words[-1].text[-1] in STOPS
    introduces = alone and words[-1].text == ":"
    if capitals and len(words) > 2 and not introduces and (sentence.first == 0 or (alone and not stopped)):
        return True
    return alone and not stopped and words[-1].text not in (",", ":", ";") and len(words) <= 20


def capitals_or_first(sentence: Sentence, capitals: bool) -> bool:
    """Whether the sentence may repeat the title: it opens the text or is in Title Case."""
    return capitals or sentence.first < 30


def in_title_case(words: Sequence[Token]) -> bool:
    """Whether nearly all words that carry meaning are capitalised, more than two are, and no small verb tells."""
    raised = small = 0
    for word in words:
        if word.text[0].isupper():
            raised += 1
        elif word.tag in FINITE:
            return False
        elif word.tag in MEANING and len(word.text) >= SMALL:
            small += 1
    return raised > 2 and small <= 0.2 * raised
