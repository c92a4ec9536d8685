"""What kind of name a name is: lexicons, its own words, the words around it, the model's votes, the encoder's word.

In: all occurrences of one name in a report. Out: its kind, "" for what is no name. Where no lexicon decides, signs are
counted with the weights of `lexicons/name_evidence.tsv`, beside the encoder with those of
`lexicons/name_evidence_apart.tsv`; `training/name_evidence.py` makes both.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportedly.annotate import lexicon
from reportedly.annotate.heard import Heard
from reportedly.model import Token

SPOTS = 8
"""Occurrences of a name that are looked at; further ones seldom change its kind."""

OTHER = frozenset({"event", "vehicle", "work"})
BODIES = frozenset({"public", "company", "organisation"})


def kind_of_key(
    text: str, tokens: Sequence[Token], key: str, spots: Sequence[tuple[int, int]], votes: Counter[str],
    within: Mapping[str, str], told: Mapping[int, str], heard: Heard | None = None,
) -> str:  # fmt: skip
    """The kind of the name that stands at `spots`.

    `votes` counts the kinds that the model gave it; `within` tells for a word the kind of a longer name that holds it,
    `told` for a token the kind of noun in apposition to it.
    """
    first, last = spots[0]
    spelled = text[tokens[first].start : tokens[last - 1].end].replace("’", "'")
    fixed = fixed_kind(spelled, key)
    if fixed:
        return fixed
    words = [token.text for token in tokens[first:last]]
    if len(words) > 1 and words[0].lower() in lexicon.word_set("leading_heads"):
        return "organisation"
    if 1 < len(words) < 5 and not head_kind(words) and any(told.get(i) == "person" for i in range(first, last)):
        return "person"
    best = weighed(
        signs(tokens, words, key, spots, votes, within, told), None if heard is None else heard.weights(spots[:SPOTS])
    )
    return finer(best, words, votes)


def weighed(found: Iterator[tuple[str, float]], heard: Mapping[str, float] | None = None) -> str:
    """The class whose weights over the signs sum highest, the encoder's word added where it was heard."""
    classes, weights = lexicon.evidence_weights("name_evidence" if heard is None else "name_evidence_apart")
    totals = [(heard or {}).get(name, 0.0) for name in classes]
    for sign, strength in found:
        row = weights.get(sign)
        if row is not None:
            for place, weight in enumerate(row):
                totals[place] += weight * strength
    return classes[max(range(len(classes)), key=totals.__getitem__)]


def finer(best: str, words: Sequence[str], votes: Counter[str]) -> str:
    """The kind within a class: which sort of body, place or other thing."""
    head = head_kind(words)
    if best == "organisation":
        return head if head in BODIES else best
    if best == "place":
        return "facility" if head == "facility" or (not head and votes["facility"]) else "place"
    if best == "other":
        if head in OTHER:
            return head
        return next((kind for kind, _ in votes.most_common() if kind in OTHER), "work")
    return "" if best == "none" else best


def fixed_kind(spelled: str, key: str) -> str:
    """The kind of a name that a lexicon knows whatever stands around it, or ""."""
    if (
        key in lexicon.countries()
        and spelled[0].isupper()
        and (len(spelled) > 3 or spelled.isupper() or "." in spelled)
    ):
        return "country"
    if spelled in lexicon.known_names():
        return lexicon.known_names()[spelled][0]
    if key in lexicon.nationalities():
        return "people"
    return ""


def head_kind(words: Sequence[str]) -> str:
    """The kind that the head word of a name of several words tells: its last, or the one before "of" or "for"."""
    if len(words) < 2:
        return ""
    heads = lexicon.name_heads()
    for i, word in enumerate(words):
        if i and word in ("of", "for", "on", "de", "del"):
            found = heads.get(words[i - 1].lower(), "")
            if found:
                return found
    return heads.get(words[-1].lower(), "")


def signs(
    tokens: Sequence[Token], words: Sequence[str], key: str, spots: Sequence[tuple[int, int]], votes: Counter[str],
    within: Mapping[str, str], told: Mapping[int, str],
) -> Iterator[tuple[str, float]]:  # fmt: skip
    """Each sign of a name's kind with its strength, 0 to 1: the share of occurrences that show it."""
    total = sum(votes.values())
    for kind, count in votes.items():
        yield f"raw:{kind}:{min(len(words), 3)}", count / total
    yield from own_signs(words, key, within)
    share = 1.0 / min(len(spots), SPOTS)
    for first, last in spots[:SPOTS]:
        for sign in around(tokens, first, last):
            yield sign, share
        for i in range(first, last):
            if i in told:
                yield f"is:{told[i]}", share


def own_signs(words: Sequence[str], key: str, within: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """The signs in a name's own words."""
    end = words[-1].lower()
    yield "bias", 1.0
    yield f"len:{min(len(words), 5)}", 1.0
    yield f"last:{end}", 1.0
    yield f"end:{end[-3:]}", 1.0
    if " ".join(words).replace(" - ", "-") in lexicon.place_names():
        yield f"place:{min(len(words), 2)}", 1.0
    if words[0].lower() in lexicon.given_names():
        yield "given", 1.0
    if len(words) > 1:
        yield f"first:{words[0].lower()}", 1.0
        head = head_kind(words)
        if head:
            yield f"head:{head}", 1.0
        if "of" in words or "for" in words or "and" in words:
            yield "joined", 1.0
    else:
        yield f"shape:{shape(words[0])}", 1.0
        if key in within:
            yield f"within:{within[key]}", 1.0
    if any(word.lower() in lexicon.nationalities() or word.lower() in lexicon.countries() for word in words):
        yield "nation", 1.0


def shape(word: str) -> str:
    """How a single word is written: capitals only (with its length), mixed, with digits, small, or as usual."""
    if any(c.isdigit() for c in word):
        return "digit"
    if word.isupper():
        return f"upper{min(len(word), 6)}"
    if word.islower():
        return "lower"
    return "mixed" if any(c.isupper() for c in word[1:]) else "title"


def around(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """The signs in the words before and after one occurrence and in its syntax."""
    nouns = lexicon.nouns()
    if first and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        yield f"before:{before.lower}"
        if before.lower in lexicon.titles():
            yield "title"
        elif before.lower == "of" and first > 1 and lexicon.name_heads().get(tokens[first - 2].lower) == "place":
            yield "place of"
        if before.lower in nouns:
            yield f"noun:{nouns[before.lower].kind}"
    else:
        yield "start"
    if last < len(tokens):
        after = tokens[last]
        yield f"after:{after.lower}"
        if after.lower in nouns:
            yield f"then:{nouns[after.lower].kind}"
        head = lexicon.name_heads().get(after.lower)
        if head:
            yield f"thenhead:{head}"
    token = tokens[last - 1]
    yield f"dep:{token.dep}"
    if token.dep in ("nsubj", "pobj", "dobj"):
        yield f"{token.dep}:{tokens[token.head].lemma}"
