"""Names and words folded, so that they are found however they are written."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")

LONGEST = 200
"""Characters of a key: PostgreSQL indexes no entry over 2,700 bytes."""

PRONOUNS = frozenset([
    "he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "who", "whom", "whose",
    "i", "me", "my", "we", "us", "our", "you", "your",
])  # fmt: skip


def folded(text: str) -> str:
    """The words of `text` in lower case without accents, one space between them, at most LONGEST characters.

    Text without any letter or digit folds to the empty string.
    """
    return " ".join(words(text))[:LONGEST].rstrip()


def name_key(text: str) -> str:
    """What a whole name is found by: its words folded, without a leading article."""
    return folded(text).removeprefix("the ")


def words(text: str) -> list[str]:
    """The words of `text` in lower case without accents or marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return WORD.findall(bare.casefold())


def is_name_phrase(text: str) -> bool:
    """Whether a phrase is a way of naming someone: short, with a capital, no pronoun."""
    return len(text) <= 60 and any(c.isupper() for c in text) and text.casefold() not in PRONOUNS
