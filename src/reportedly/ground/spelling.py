"""Place names as keys: the same place, the same key, however it is spelled.

In: a name. Out: `fold`, the key of its letters, and `sound`, a coarser one that joins transliterations.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "Þ": "th",
    "ł": "l", "Ł": "l", "ı": "i", "İ": "i", "ə": "a", "Ə": "a", "ʻ": "", "ʿ": "", "ʼ": "", "’": "", "‘": "", "'": "",
    "`": "", "ʾ": "", "´": "", "-": " ", "‑": " ", "–": " ", "/": " ", ",": " ", ".": "", "(": " ", ")": " ",
    "&": " and ", "_": " ",
})  # fmt: skip
ARTICLE = re.compile(r"^(?:the |al |ar |as |ash |ad |adh |an |at |az |el |es |esh |er |et |ed )(?=\w{3})")
"""The English and the Arabic article, with its assimilated forms."""

SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
SOUNDS = (
    ("tch", "ch"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("sch", "sh"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ai", "i"),
    ("ay", "i"), ("aa", "a"), ("au", "u"), ("aw", "u"), ("iy", "i"), ("yy", "y"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("w", "v"), ("y", "i"), ("e", "i"), ("o", "u"),
)  # fmt: skip
"""Spellings of one sound in transliterated names, applied in order."""

DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name in lower case without accents, article, hyphens and marks: "Ar-Raqqah" and "raqqah" are one."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = plain.split()
    words = [SHORT.get(word, word) if i == 0 else word for i, word in enumerate(words)]
    return ARTICLE.sub("", " ".join(words))


@lru_cache(maxsize=16384)
def sound(key: str) -> str:
    """A folded name as its transliterations share it: "raqqah", "raqqa" and "rakka" are one."""
    found = key
    for written, heard in SOUNDS:
        found = found.replace(written, heard)
    found = DOUBLED.sub(r"\1", found)
    return " ".join(word[:-1] if word.endswith("h") and len(word) > 3 else word for word in found.split())
