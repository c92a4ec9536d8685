"""What is printed before a sentence without a full stop: slugs ("UPDATED", "VIDEO"), bylines and datelines.

In: a phrase's first token and its head. Out: the token at which the phrase itself begins.
"""

from reportedly.extract.events.words import slugs
from reportedly.model import Annotated

OPENERS = frozenset({"DET", "ADP", "ADV", "PRON", "SCONJ"})
"""Parts of speech that a capital marks as the first words of a sentence."""

MARKS = frozenset({":", "-", "–", "—", "|", "/"})
"""What stands between slugs and behind them."""

LEAD = 3
"""Words of a sentence among which a slug stands."""


def is_slug(doc: Annotated, place: int) -> bool:
    """Whether a token is an editor's mark before a headline, in capitals ("BREAKING")."""
    token = doc.tokens[place]
    near = place - doc.sentences[token.sentence].first < LEAD
    return near and token.text.isupper() and token.lower in slugs()


def begun(doc: Annotated, first: int, head: int) -> int:
    """The first token of the phrase of `head` behind slugs, and behind a dateline before a sentence's own first word.

    That word has a capital, says how many or which ("At", "The"), and goes on in lower case.
    """
    start = first
    while first < head and (is_slug(doc, first) or (first > start and doc.tokens[first].text in MARKS)):
        first += 1
    for i in range(head - 1, first, -1):
        token, after = doc.tokens[i], doc.tokens[i + 1]
        if token.pos in OPENERS and token.text[:1].isupper() and not token.text.isupper() and i not in doc.name_over:
            return i if not after.text[:1].isupper() else first
    return first
