"""Words as accounts are compared by them: without endings, without words that carry nothing.

In: phrases and sentences. Out: stems. Crude on purpose: two forms of one word must meet, no more.
"""

import re
from functools import cache, lru_cache

from reportedly.link.lexicon import rows, words
from reportedly.link.names_plain import plain

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SHORTEST = 3
ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "d")


@cache
def irregular() -> dict[str, str]:
    """Irregular forms with the plain form."""
    return {row[0]: row[1] for row in rows("accounts_irregular.tsv")}


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """`word` in plain letters without the ending of its inflection."""
    text = plain(word.removesuffix("'s").removesuffix("’s"))
    if text in irregular():
        text = irregular()[text]
    for ending in ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) >= SHORTEST:
            text = text[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(text) > SHORTEST and text[-1] == text[-2] and text[-1] not in "lsz":
        text = text[:-1]
    return text[:-1] if text.endswith("e") and len(text) > SHORTEST else text


@cache
def empty_words() -> frozenset[str]:
    """Stems of the words that two sentences may share though they tell of different things."""
    listed = words("function_words.tsv") | words("events_common_words.tsv") | words("accounts_people.tsv")
    return frozenset(stem(word) for word in listed if " " not in word)


@cache
def stems_in(lexicon: str) -> frozenset[str]:
    """The stems of a lexicon's words."""
    return frozenset(map(stem, words(lexicon)))


@lru_cache(maxsize=32768)
def content_stem(word: str) -> str:
    """The stem of a lower-case word of content, empty for any other."""
    if len(word) < SHORTEST or word in words("function_words.tsv"):
        return ""
    found = stem(word)
    return "" if found in empty_words() else found


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The stems of a text's words of content."""
    return frozenset(filter(None, map(content_stem, WORD.findall(text.lower()))))


@lru_cache(maxsize=16384)
def stems_of(phrase: str) -> frozenset[str]:
    """The stems of a short phrase's words of content."""
    return content_words(phrase)
