"""What the names of one report tell each other about their kinds.

In: votes, kinds and tokens. Out: the kinds, one for each key.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reportedly.annotate import lexicon
from reportedly.model import Token


def words_within(votes: Mapping[str, Counter[str]]) -> dict[str, str]:
    """For each word of a name of several words, the kind that the model gave that name most."""
    found: dict[str, str] = {}
    for key, kinds in votes.items():
        parts = key.replace("-", " ").split()
        if len(parts) > 1:
            kind = kinds.most_common(1)[0][0]
            for part in parts:
                found[part] = kind
    return found


def level(listed: Sequence[str], kinds: dict[str, str]) -> None:
    """Set the kind of the names in one list to the one that two thirds of them have, where that is told apart."""
    if len(listed) < 3:
        return
    counts = Counter("place" if kinds[key] == "country" else kinds[key] for key in listed)
    most, count = counts.most_common(1)[0]
    if most not in ("person", "place", "organisation") or count * 3 < len(listed) * 2:
        return
    for key in listed:
        if kinds[key] in ("person", "place", "organisation") and not lexicon.is_listed(key):
            kinds[key] = most


def told_kinds(tokens: Sequence[Token]) -> dict[int, str]:
    """For tokens with an apposition or a copula's noun beside them, the kind of describing noun that is."""
    found: dict[int, str] = {}
    nouns = lexicon.nouns()
    subjects: dict[int, int] = {}
    for token in tokens:
        if token.dep == "nsubj" and tokens[token.head].lemma == "be":
            subjects[token.head] = token.i
        elif token.dep == "appos" and token.lower in nouns:
            found[token.head] = nouns[token.lower].kind
        elif token.dep == "appos" and token.pos == "PROPN" and tokens[token.head].tag == "NN":
            if (noun := nouns.get(tokens[token.head].lower)) is not None:
                found[token.i] = noun.kind
        elif token.dep == "attr" and token.lower in nouns and token.head in subjects:
            found[subjects[token.head]] = nouns[token.lower].kind
    return found


def share_kinds(kinds: dict[str, str], short: dict[str, str], kept: Collection[str] = ()) -> None:
    """Give short forms the kind of their long form, and bare surnames and first words that of the full name.

    Keys in `kept` are no surnames and first words.
    """
    for brief, full in short.items():
        if full in kinds:
            kinds[brief] = kinds[full]
    heads: dict[str, str] = {}
    for key, kind in kinds.items():
        parts = re.split(r"[ -]", key)
        if len(parts) > 1 and kind == "person":
            heads.setdefault(parts[-1], kind)
            heads.setdefault(parts[0], kind)
        elif len(parts) > 1 and "-" in key and kind in ("organisation", "public"):
            heads.setdefault(parts[0], kind)
    for key, kind in kinds.items():
        if key in heads and kind != "country" and key not in kept and key not in lexicon.nationalities():
            kinds[key] = heads[key]


def name_whole(kinds: dict[str, str]) -> None:
    """Make a person of a name of two or three words, taken for a place or a thing, whose last word is one by itself."""
    for key, kind in kinds.items():
        words = key.split()
        bears_person = 1 < len(words) < 4 and kinds.get(words[-1]) == "person"
        if bears_person and kind in ("place", "work") and not lexicon.is_listed(key):
            kinds[key] = "person"
