"""Names in plain letters: the same for every case, accent, apostrophe and script.

In: a name as a report writes it. Out: its words in lower-case letters and digits of ASCII, each with the word as
written. Scripts are romanised by the tables of anyascii, Arabic words that the lexicon knows by it. Pure.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from reportedly.link.lexicon import rows

LONGEST = 400
"""Characters of a name that are compared; what stands after them is not looked at."""

QUIET = re.compile("['’‘`´ʼʻʿʾ′\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]+")
UNLIKE = re.compile("[\u0590-\u109f\u1200-\u1c8f\ua500-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
DISGUISED = re.compile(r"(?<=[^\W\d_])[@$](?=[@$]?[^\W\d_])")
SIGNS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
HEBREW = str.maketrans({"ו": "w", "ב": "b"})
"""Letters that stand for a vowel or another sound more often than the tables of anyascii say."""
ARTICLE = "ال"
DOTS = "·•・‧"
"""What stands between the words of a foreign name in Chinese or Japanese."""


class Written(NamedTuple):
    """One word of a name.

    `plain` is compared, `shown` is quoted in reasons. `signs` holds Chinese or Korean signs, else it is empty. `bare`
    marks words romanised sign by sign from a script that leaves vowels out or writes other sounds than ours. `before`
    is what stands between it and the word before it.
    """

    plain: str
    shown: str
    signs: str = ""
    bare: bool = False
    before: str = ""


@cache
def words_by_script() -> dict[str, str]:
    """Words in Arabic and Hebrew script with a usual spelling."""
    return {row[0]: row[1] for row in rows("names_scripts.tsv")}


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """`text` in lower-case ASCII letters and digits, all else left out."""
    letters = text if text.isascii() else anyascii(unicodedata.normalize("NFC", text))
    return "".join(c for c in letters.lower() if c.isascii() and c.isalnum())


@lru_cache(maxsize=16384)
def written(name: str) -> tuple[Written, ...]:
    """The words of `name` in order; a word in which nothing can be romanised is left out."""
    text = QUIET.sub("", unicodedata.normalize("NFKC", name[:LONGEST]))
    text = DISGUISED.sub(lambda found: "a" if found[0] == "@" else "s", text)
    foreign = any(dot in text for dot in DOTS)
    found: list[Written] = []
    end = 0
    for word, start, stop in words_of(text):
        before, end = text[end:start].strip(), stop
        parts = [Written(plain(word), word, word)] if foreign and SIGNS.match(word) else romanised(word)
        found += (part._replace(before=before if i == 0 else "") for i, part in enumerate(parts) if part.plain)
    return tuple(found)


@lru_cache(maxsize=16384)
def plain_words(name: str) -> tuple[str, ...]:
    """The words of `name` in plain letters."""
    return tuple(word.plain for word in written(name))


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The runs of letters, digits and marks of `text` with their places."""
    found: list[tuple[str, int, int]] = []
    start = -1
    for i, char in enumerate(text):
        inside = char.isalnum() or (start >= 0 and unicodedata.category(char)[0] == "M")
        if inside and start < 0:
            start = i
        elif not inside and start >= 0:
            found.append((text[start:i], start, i))
            start = -1
    if start >= 0:
        found.append((text[start:], start, len(text)))
    return found


def romanised(word: str) -> list[Written]:
    """The words that one run of letters makes: a Chinese or Korean name is split after its family name."""
    if word.isascii():
        return [Written(word.lower(), word)]
    if SIGNS.match(word):
        return signs(word)
    if UNLIKE.match(word):
        return [unlike(word)]
    return [Written(plain(word), word)]


def signs(word: str) -> list[Written]:
    """A run of Chinese or Korean signs: the first is the family name where there are two to four."""
    if not 2 <= len(word) <= 4:
        return [Written(plain(word), word, word)]
    return [Written("yi" if part == "이" else plain(part), part, part) for part in (word[0], word[1:])]


def unlike(word: str) -> Written:
    """A word in a script unlike ours: by the table of Arabic words, without its article, or sign by sign."""
    core = word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word
    known = words_by_script().get(core)
    return Written(known or plain(core.translate(HEBREW)), word, "", known is None)
