"""Capitals for text that has none: MUC-4's messages are upper case, our readers expect print.

In: a text of which the case tells nothing. Out: the same text, character for character the same but for case.

A word gets the form that news writes it in (counts over corpora, `muc4_casing.tsv`). A word that the counts lack is a
name unless the English word list of the shipped model holds it or its stem. Then names of bodies, titles before names
and abbreviations in brackets get theirs.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportedly.annotate import lexicon
from reportedly.annotate.parse import load_language

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BRACKETED = re.compile(r"\(([a-z]{2,8}(?:-[a-z]{1,4})?)\)")
SENTENCE_END = re.compile(r"(?:^|(?<!\b[a-z])[.!?:]|\n\s*\n)[\s\"'(]*$")
GLOSSED = re.compile(r"\b([a-z]{2,6}) \((?:[a-z'-]+ ){2,}")
DATED = re.compile(r"\b(may|march)(?= \d)|(?<=\d )(?:may|march)\b")
DOTTED = re.compile(r"\b(?:[a-z]\.)+[a-z]\b")
VOWEL = re.compile(r"[aeiouyáéíóú]")
LINKS = frozenset(["of", "for", "the", "de", "and", "del", "la"])
ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("'s", ""), ("men", "man"), ("ness", ""), ("ation", "e"),
)  # fmt: skip
CALENDAR = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "august", "september", "october", "november", "december",
])  # fmt: skip


def with_capitals(text: str) -> str:
    """The text as print would write it; only case changes."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals of other scripts have no small form of one character
        return text
    found = [(match.start(), match[0]) for match in WORD.finditer(lower)]
    words = [word for _, word in found]
    forms = [form_of(word) for word in words]
    name_between(words, forms)
    name_pairs(words, forms)
    name_bodies(words, forms)
    title_holders(words, forms)
    briefs = (*BRACKETED.finditer(lower), *GLOSSED.finditer(lower))
    short = {match[1] for match in briefs if not is_english(match[1])}
    months = {match.start() for match in DATED.finditer(lower)}
    made = list(lower)
    for (start, word), form in zip(found, forms, strict=True):
        shown = word.upper() if word in short else form
        if shown == word and (start in months or SENTENCE_END.search(lower[max(0, start - 6) : start])):
            shown = word[:1].upper() + word[1:]
        made[start : start + len(word)] = shown
    for match in DOTTED.finditer(lower):
        made[match.start() : match.end()] = match[0].upper()
    return "".join(made)


def form_of(word: str) -> str:
    """One word as news writes it inside a sentence."""
    stem, end = (word[:-2], word[-2:]) if word.endswith(("'s", "’s")) else (word, "")
    if stem in CALENDAR or stem in lexicon.nationalities() or stem in lexicon.countries():
        return capital(stem) + end
    form = usual().get(stem)
    if form is not None:
        return (stem if form == "lower" else form) + end
    if "-" in stem:
        return "-".join(form_of(part) for part in stem.split("-")) + end
    if len(stem) > 1 and not VOWEL.search(stem) and stem not in english():
        return stem.upper() + end
    if stem in short_places() or stem in lexicon.given_names() or not is_english(stem):
        return capital(stem) + end
    return word


def capital(word: str) -> str:
    """The word with each part's first letter as a capital."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def name_between(words: Sequence[str], forms: list[str]) -> None:
    """Write a word that was never counted with a capital where it stands beside a name that was not either."""
    onward, back = range(1, len(words)), range(len(words) - 1, 0, -1)
    for here, there in (*((i, i - 1) for i in onward), *((i - 1, i) for i in back)):
        is_rare = words[here] not in usual() and words[there] not in usual()
        if is_rare and is_cased(forms[there]) and not is_cased(forms[here]):
            forms[here] = capital(words[here])


def name_pairs(words: Sequence[str], forms: list[str]) -> None:
    """Write pairs with capitals that news writes so."""
    for i in range(len(words) - 1):
        if usual().get(f"{words[i]} {words[i + 1]}") == "Title":
            forms[i], forms[i + 1] = (f if f[:1].isupper() else capital(f) for f in (forms[i], forms[i + 1]))


def name_bodies(words: Sequence[str], forms: list[str]) -> None:
    """Write names of bodies with capitals: modifiers or names before a head word, or behind it after "of", "for"."""
    for i, word in enumerate(words):
        if word not in word_set("head"):
            continue
        first, last, told = i, i + 1, 0
        while first and (words[first - 1] in word_set("modifier") or is_name(words[first - 1], forms[first - 1])):
            first -= 1
            told += 1
        if last + 1 < len(words) and words[last] in ("of", "for") and words[last + 1] in word_set("modifier"):
            last += 2
            told += 1
            while last < len(words) and words[last] in word_set("modifier") | word_set("head"):
                last += 1
        if told:
            for j in range(first, last):
                forms[j] = words[j] if words[j] in LINKS else forms[j] if is_cased(forms[j]) else capital(words[j])


def is_name(word: str, form: str) -> bool:
    """Whether a word is written as a name and is no nationality, which alone makes no name of a body."""
    return is_cased(form) and word not in lexicon.nationalities() and word not in CALENDAR


def is_cased(form: str) -> bool:
    """Whether a form begins with a capital."""
    return form[:1].isupper()


def title_holders(words: Sequence[str], forms: list[str]) -> None:
    """Write titles with a capital before a name."""
    for i in range(len(words) - 1):
        if words[i] in lexicon.titles() and is_name(words[i + 1], forms[i + 1]):
            forms[i] = capital(words[i])


@cache
def usual() -> dict[str, str]:
    """The form of each word and pair that was counted."""
    return dict(rows("muc4_casing.tsv"))


@cache
def word_set(name: str) -> frozenset[str]:
    """One set of `muc4_words.tsv`."""
    return frozenset(word for word, kind in rows("muc4_words.tsv") if kind == name)


def rows(name: str) -> list[tuple[str, str]]:
    """The two columns of a table beside this module."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(first, second) for first, second in pairs]


@cache
def short_places() -> frozenset[str]:
    """Place names of one word in lower case."""
    return frozenset(name.lower() for name in lexicon.place_names() if " " not in name)


@cache
def english() -> frozenset[str]:
    """The base forms of English words that the shipped model's lemmatizer knows."""
    lookups = load_language().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return frozenset(word for table in lookups.get_table("lemma_index").values() for word in table)


@cache
def is_english(word: str) -> bool:
    """Whether a word, or what is left of it without an ending, is an English word."""
    if word in english() or usual().get(word) == "lower":
        return True
    stems = (word.removesuffix(end) + other for end, other in ENDINGS if word.endswith(end))
    return any(len(stem) > 2 and (stem in english() or usual().get(stem) == "lower") for stem in stems)
