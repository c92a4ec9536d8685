"""What two mentions of a report have in common, as numbers for the linker.

In: a report's words, what the parser and the rules say of each (`Parsed`), and mentions as rows of first word, last
(half-open) and head word. Out: for each mention its kind, and for each pair, later mention by earlier one, a class for
each sign of `SIZES`.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

TAGS = (
    "-", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "WDT", "WP", "WP$", "JJ", "JJR", "JJS", "CD", "VB", "VBD",
    "VBG", "VBN", "VBP", "VBZ", "MD", "IN", "TO", "RB", "RBR", "RBS", "WRB", "CC", "POS", "EX", "PDT", "RP", "UH", "FW",
    "SYM", "$", "#", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "LS", "AFX", "XX",
)  # fmt: skip
DEPS = (
    "-", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
TAG_AT = {tag: i for i, tag in enumerate(TAGS)}
DEP_AT = {dep: i for i, dep in enumerate(DEPS)}
FORMS = ("none", "name", "description", "pronoun")
"""What the rules take a head word for."""

PRONOUNS: Mapping[str, str] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"), **dict.fromkeys(("we", "us", "our", "ours"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself"), "you"), **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"), **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"), **dict.fromkeys(("this", "that"), "this"),
    **dict.fromkeys(("these", "those"), "these"), "himself": "himself", "herself": "herself", "itself": "itself",
    **dict.fromkeys(("themselves", "ourselves"), "themselves"),
    **dict.fromkeys(("who", "whom", "which", "whose", "where", "when"), "who"), "there": "there", "here": "here",
    "one": "one",
}  # fmt: skip
BEGUN: Mapping[str, str] = {
    **dict.fromkeys(("this", "that", "these", "those", "such"), "demonstrative"),
    **dict.fromkeys(("my", "your", "his", "her", "its", "our", "their"), "owned"), "the": "definite",
    **dict.fromkeys(("a", "an", "some", "one", "another", "any", "no"), "indefinite"),
}  # fmt: skip
TAGGED: Mapping[str, str] = {"CD": "number", "NNS": "bares", "NN": "bare"}
KINDS = (
    "name", "names", "definite", "definites", "demonstrative", "owned", "indefinite", "bare", "bares", "number",
    "other", "verb", *dict.fromkeys(PRONOUNS.values()),
)  # fmt: skip
KIND_AT = {kind: i for i, kind in enumerate(KINDS)}
SINGULAR = frozenset(("i", "he", "she", "it", "this", "himself", "herself", "itself"))
PLURAL = frozenset(("we", "they", "these", "themselves"))
GENDERS: Mapping[str, int] = {"he": 1, "himself": 1, "she": 2, "herself": 2, "it": 3, "itself": 3}
SMALL = frozenset((
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "s", "'", '"', ",", ".",
    "-", "(", ")", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "some", "any",
    "all",
))  # fmt: skip
ARTICLES = frozenset(("the", "a", "an", "'", "s", '"'))
NAMES = 10
"""Classes of names that the encoder tells, and none."""

BEFORE, BEHIND = 24, 48
"""How many words a mention may begin before its head, and end behind it."""

PARTS = len(DEPS) + 2
"""How many classes a place has where a mention may begin or end."""

BALANCES = 6
"""How many classes a place has by brackets and quotation marks."""

STEPS = 12
"""Classes of a distance."""

SIZES: Mapping[str, int] = {
    "kinds": len(KINDS) ** 2, "match": 256, "rules": 3 * len(FORMS), "proper": 4, "away": STEPS, "sentences": STEPS,
    "spoken": 40, "names": NAMES**2, "agree": 144, "syntax": 6,
}  # fmt: skip
"""How many classes each sign of a pair has."""


@dataclass(frozen=True)
class Parsed:
    """Of each word: Penn tag, dependency, the word it depends on, the first and last word of all that depends on it,
    sentence, paragraph, quotation (0 outside), and as what the rules mention it (FORMS) and for which entity (or -1).
    """

    tag: Longs
    dep: Longs
    head: Longs
    left: Longs
    right: Longs
    sentence: Longs
    paragraph: Longs
    quotation: Longs
    form: Longs
    entity: Longs


@dataclass(frozen=True)
class Signs:
    """The kind of each mention (KINDS), and of each pair the class of each sign, later mention by earlier."""

    kind: Longs
    pairs: Mapping[str, Longs]


def signs(words: Sequence[str], parsed: Parsed, mentions: Longs, classes: Longs) -> Signs:
    """The signs of all pairs of mentions; `classes` is the class of name that the encoder sees at each word, 0 none."""
    heads = mentions[:, 2]
    kinds = [kind_of(words, TAGS[parsed.tag[row[2]]], row) for row in mentions.tolist()]
    kind = longs([KIND_AT[each] for each in kinds])
    number = longs([number_of(each, TAGS[parsed.tag[h]]) for each, h in zip(kinds, heads.tolist(), strict=True)])
    gender = longs([GENDERS.get(each, 0) for each in kinds])
    at, named = np.arange(len(mentions)), classes[heads]
    return Signs(
        kind,
        {
            "kinds": crossed(kind, len(KINDS)),
            "match": matches(words, mentions),
            "rules": ruled(parsed, heads),
            "proper": proper(words, parsed, mentions),
            "away": steps(at[:, None] - at[None]),
            "sentences": steps(parsed.sentence[heads][:, None] - parsed.sentence[heads][None]),
            "spoken": spoken(parsed, heads),
            "names": crossed(named, NAMES),
            "agree": crossed(number, 3) * 16 + crossed(gender, 4),
            "syntax": syntax(parsed, heads),
        },
    )


def longs(values: Sequence[int]) -> Longs:
    """Numbers as an array, none as well."""
    return np.array(values, np.int64).reshape(len(values))


def crossed(values: Longs, count: int) -> Longs:
    """The class of a pair of values, each of so many."""
    return np.asarray(values[:, None] * count + values[None])


def kind_of(words: Sequence[str], tag: str, mention: Sequence[int]) -> str:
    """One of KINDS for a mention, by its words and the tag of its head."""
    first, last, head = mention
    lower = words[head].lower()
    if last - first <= 2 and lower in PRONOUNS and words[head] != "US":
        return PRONOUNS[lower]
    if tag in ("NNP", "NNPS"):
        return "name" if tag == "NNP" else "names"
    begun = BEGUN.get(words[first].lower())
    if begun is not None:
        return "definites" if begun == "definite" and tag == "NNS" else begun
    return TAGGED.get(tag, "verb" if tag.startswith("V") else "other")


def number_of(kind: str, tag: str) -> int:
    """1 for one, 2 for several, 0 where it is not told."""
    if kind in SINGULAR or kind in PLURAL:
        return 1 if kind in SINGULAR else 2
    return {"NN": 1, "NNP": 1, "NNS": 2, "NNPS": 2}.get(tag, 0)


def steps(away: Longs) -> Longs:
    """The class of a distance: up to 4 each has its own, then it grows by powers of two."""
    near = np.maximum(away, 0)
    far = 3 + np.floor(np.log2(np.maximum(near, 1))).astype(np.int64)
    return np.minimum(np.where(near <= 4, near, far), STEPS - 1)


def matches(words: Sequence[str], mentions: Longs) -> Longs:
    """What the words of two mentions share, as bits: all words, head, some word, all of one, all of the other, the
    later's head among the earlier's words, one within the other, one the initials of the other.
    """
    rows = mentions.tolist()
    lower = [word.lower() for word in words]
    stems = [[stem(word) for word in lower[first:last] if word not in SMALL] for first, last, _ in rows]
    table, known = present(stems)
    shared, size = table @ table.T, table.sum(1)
    part = (shared == size[:, None]) & (size[:, None] > 0)
    string = same([tuple(word for word in lower[f:last] if word not in ARTICLES) or f for f, last, _ in rows])
    head = longs([known.get(stem(lower[h]), len(known)) for _, _, h in rows])
    bits = (
        string, same([stem(lower[h]) for _, _, h in rows]), shared > 0, part, part.T, table[:, head].T > 0,
        nested(mentions), initials(words, rows),
    )  # fmt: skip
    return np.asarray(sum(bit.astype(np.int64) << place for place, bit in enumerate(bits)), np.int64)


def present(found: Sequence[Sequence[str]]) -> tuple[Floats, Mapping[str, int]]:
    """Which words each mention has, and a last column for none; with the column of each word."""
    known: dict[str, int] = {}
    for each in found:
        for word in each:
            known.setdefault(word, len(known))
    table = np.zeros((len(found), len(known) + 1), np.float32)
    for row, each in enumerate(found):
        for word in each:
            table[row, known[word]] = 1.0
    return table, known


def same(values: Sequence[Hashable]) -> Bools:
    """Which pairs have the same value."""
    known: dict[Hashable, int] = {}
    ids = longs([known.setdefault(value, len(known)) for value in values])
    return np.asarray(ids[:, None] == ids[None])


def stem(word: str) -> str:
    """A word without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def nested(mentions: Longs) -> Bools:
    """Which pairs lie one within the other."""
    first, last = mentions[:, 0], mentions[:, 1]
    within = (first[:, None] >= first[None]) & (last[:, None] <= last[None])
    return np.asarray(within | within.T)


def initials(words: Sequence[str], rows: Sequence[Sequence[int]]) -> Bools:
    """Which pairs are a name and its initials, "NTC" of National Transit Council."""
    letters: dict[str, list[int]] = {}
    for row, (first, last, _) in enumerate(rows):
        found = "".join(word[0] for word in words[first:last] if word[:1].isupper())
        if len(found) > 1 and last - first > 1:
            letters.setdefault(found, []).append(row)
    table = np.zeros((len(rows), len(rows)), np.bool_)
    for row, (_, _, head) in enumerate(rows):
        if re.fullmatch("[A-Z]{2,6}", words[head]):
            for other in letters.get(words[head], ()):
                table[row, other] = table[other, row] = True
    return table


def ruled(parsed: Parsed, heads: Longs) -> Longs:
    """Whether the rules tell the two mentions' entities, the same or another, with the later's form."""
    entity, form = parsed.entity[heads], parsed.form[heads]
    both = (entity[:, None] >= 0) & (entity[None] >= 0)
    told = np.where(both, np.where(entity[:, None] == entity[None], 1, 2), 0)
    return np.asarray(told * len(FORMS) + form[:, None])


def proper(words: Sequence[str], parsed: Parsed, mentions: Longs) -> Longs:
    """What names within two mentions share: 0 no names, 1 none, 2 all of one, 3 some."""
    raised = np.isin(parsed.tag, (TAG_AT["NNP"], TAG_AT["NNPS"]))
    found = [[stem(words[i].lower()) for i in range(first, last) if raised[i]] for first, last, _ in mentions.tolist()]
    table, _ = present(found)
    shared, size = table @ table.T, table.sum(1)
    some = np.where(shared == np.minimum(size[:, None], size[None]), 2, 3)
    return np.where((size[:, None] > 0) & (size[None] > 0), np.where(shared == 0, 1, some), 0)


def spoken(parsed: Parsed, heads: Longs) -> Longs:
    """How many paragraphs two mentions lie apart (odd or even from 6 on), and whether they stand in quotations."""
    paragraph, quotation = parsed.paragraph[heads], parsed.quotation[heads]
    apart = np.maximum(paragraph[:, None] - paragraph[None], 0)
    near = np.where(apart < 6, apart, 6 + apart % 2)
    later, earlier = quotation[:, None], quotation[None]
    inside = np.where(
        later == earlier, np.where(later == 0, 0, 1), np.where(later == 0, 2, np.where(earlier == 0, 3, 4))
    )
    return np.asarray(near * 5 + inside)


def syntax(parsed: Parsed, heads: Longs) -> Longs:
    """How two heads hang together: 1 apposition, 2 the later on the earlier, 3 by a copula, 4 on one word, 5 the
    earlier on the later; 0 not at all.
    """
    dep, above = parsed.dep[heads], parsed.head[heads]
    found = np.zeros((len(heads), len(heads)), np.int64)
    on, beside = above[:, None] == heads[None], above[:, None] == above[None]
    subject = np.isin(dep, (DEP_AT["nsubj"], DEP_AT["nsubjpass"]))
    found[on] = 2
    found[on & (dep[:, None] == DEP_AT["appos"])] = 1
    found[beside] = 4
    found[beside & (dep[:, None] == DEP_AT["attr"]) & subject[None]] = 3
    found[above[None] == heads[:, None]] = 5
    return found


class Side(NamedTuple):
    """For each head and each distance on one side of it: the word there, what the parser says of a bound there (0
    nothing, 1 all that depends on the head begins or ends there, else 2 and the dependency of the part that would be
    left out first), and what brackets and quotation marks say (`balance`). Words outside the report are its first or
    last, and `inside` is false.
    """

    places: Longs
    inside: Bools
    parts: Longs
    balance: Longs


def sides(words: Sequence[str], parsed: Parsed, heads: Longs) -> tuple[Side, Side]:
    """Where mentions with these heads may begin, so many words before the head, and where they may end behind it."""
    begins, ends = parts(parsed, heads)
    brackets = longs([(word in "([") - (word in ")]") for word in words])
    quotes = longs([word in '"“”' for word in words])
    found = []
    for sign, classes, own in ((-1, begins, 1), (1, ends, 0)):
        places = heads[:, None] + sign * np.arange(classes.shape[1])
        within = places.clip(0, max(0, len(words) - 1))
        open_, inside = np.cumsum(brackets) - own * brackets, (np.cumsum(quotes) - own * quotes) % 2
        found.append(Side(within, places == within, classes, balance(open_, inside, heads, within)))
    return found[0], found[1]


def balance(open_: Longs, inside: Longs, heads: Longs, places: Longs) -> Longs:
    """Whether between heads and places a bracket closes (0, 1), opens (4, 5), or neither; odd: one quotation mark."""
    apart = np.clip(open_[places] - open_[heads][:, None], -1, 1) + 1
    return np.asarray(2 * apart + (inside[places] != inside[heads][:, None]))


def parts(parsed: Parsed, heads: Longs) -> tuple[Longs, Longs]:
    """What the parser says of the places of `sides`."""
    begins, ends = np.zeros((len(heads), BEFORE + 1), np.int64), np.zeros((len(heads), BEHIND + 1), np.int64)
    row_of = {head: row for row, head in enumerate(heads.tolist())}
    for child in np.flatnonzero(np.isin(parsed.head, heads)).tolist():
        head, dep = int(parsed.head[child]), int(parsed.dep[child])
        before, behind = head - int(parsed.right[child]) - 1, int(parsed.left[child]) - 1 - head
        row = row_of[head]
        if 0 <= before <= BEFORE and child < head:
            begins[row, before] = dep + 2
        if 0 <= behind <= BEHIND and child > head and not ends[row, behind]:
            ends[row, behind] = dep + 2
    rows, first, last = np.arange(len(heads)), heads - parsed.left[heads], parsed.right[heads] - heads
    begins[rows[first <= BEFORE], first[first <= BEFORE]] = 1
    ends[rows[last <= BEHIND], last[last <= BEHIND]] = 1
    return begins, ends
