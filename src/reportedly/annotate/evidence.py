"""What kind of name a name is: lexicons, its own words, the words around it, the model's votes.

In: all occurrences of one name in a report. Out: its kind, "" for what is no name.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from reportedly.annotate import lexicon
from reportedly.model import Token

FIRM = frozenset({"public", "organisation", "company", "place", "disease", "event", "work"})
PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "from", "around", "outside", "inside", "across", "into"})
COMMON_HEADS = frozenset({"exchange", "park", "banks", "hall", "church", "king", "hill", "bush", "house"})
"""Heads that are surnames too; they decide only with the model's vote."""


def kind_of_key(
    text: str, tokens: Sequence[Token], key: str, spots: Sequence[tuple[int, int]], votes: Counter[str]
) -> str:
    """The kind of the name that stands at `spots`; `votes` counts the kinds that the model gave it."""
    first, last = spots[0]
    words = [token.text for token in tokens[first:last]]
    spelled = text[tokens[first].start : tokens[last - 1].end].replace("’", "'")
    fixed = fixed_kind(spelled, key)
    if fixed:
        return fixed
    scores: dict[str, float] = defaultdict(float)
    for kind, count in votes.items():
        scores[kind] += 1.0 * count / len(spots)
    head = head_kind(words)
    if head:
        scores[head] += 2.5 if words[-1].lower() not in COMMON_HEADS else 0.5
    for start, end in spots[:12]:
        around(tokens, start, end, scores)
    if len(words) == 1 and len(spelled) > 1 and spelled.isupper():
        scores["organisation"] += 0.8
    if len(scores) > 1:
        scores.pop("", None)
    best = max(scores.items(), key=lambda pair: (pair[1], pair[0]))
    return best[0]


def fixed_kind(spelled: str, key: str) -> str:
    """The kind of a name that a lexicon knows whatever stands around it, or ""."""
    if key in lexicon.countries() and (
        spelled[0].isupper() and (len(spelled) > 3 or spelled.isupper() or "." in spelled)
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


def around(tokens: Sequence[Token], first: int, last: int, scores: dict[str, float]) -> None:
    """Add what the words before and after one occurrence say to `scores`."""
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if before in lexicon.titles():
        scores["person"] += (
            2.0 if last - first > 1 or before in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.") else 1.0
        )
    elif before in PLACE_PREPOSITIONS:
        scores["place"] += 0.6
    if lexicon.name_heads().get(after) == "place":
        scores["place"] += 1.5
