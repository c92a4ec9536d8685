"""Whether two names are of one organisation: legal forms apart, words weighed by what they tell.

In: two names of organisations as reports write them. Out: a `Comparison`. Words that many bodies bear (bank, group) may
be left out in one name; words of its own, places and numbers may not. An acronym agrees with the name it is made from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.link.lexicon import rows
from reportedly.link.lexicon import words as listed
from reportedly.link.names_body_parts import Body, Word, body, is_form_word, told
from reportedly.link.names_plain import Written
from reportedly.link.names_reasons import Comparison, and_list, quote, stand
from reportedly.link.names_spelling import (
    MATCH,
    OTHER,
    SAME,
    SLOPE,
    WEAK_MANNERS,
    Likeness,
    a_letter_apart,
    across_scripts,
    likeness,
    stem,
)  # fmt: skip

ALIAS = re.compile(r"\s(?:a\.?k\.?a\.?|alias|also known as)\s", re.IGNORECASE)
SHORT = re.compile(r"\(([A-Z][A-Za-z-]{0,6}[A-Z])\)")
TELLING = frozenset({"own", "place"})
FEW = 0.15
"""Share of a word's letters that may differ where no other telling word agrees."""

DIRECTIONS = frozenset({"nort", "sout", "east", "west", "midd", "uppe", "lowe"})

PHRASES = {
    "spelling": "{} and {} are spellings of one word",
    "form": "{} and {} are forms of one word",
    "short": "{} and {} are forms of one word",
    "slip": "{} and {} differ by a letter or two",
    "near": "{} and {} differ by a letter or two",
}


class Tie(NamedTuple):
    """Two words that are paired."""

    a: Word
    b: Word
    like: Likeness


@dataclass(frozen=True, slots=True)
class Laid:
    """Two organisations' names laid side by side: words paired, words joined in one, words left over in each."""

    a: Body
    b: Body
    ties: tuple[Tie, ...]
    joined: tuple[Likeness, ...]
    free_a: tuple[Word, ...]
    free_b: tuple[Word, ...]

    @property
    def telling(self) -> int:
        """How many telling words the two share."""
        return sum(bool({t.a.kind, t.b.kind} & TELLING) for t in self.ties) + len(self.joined)

    @property
    def share(self) -> float:
        """The share of the longer name's words that the two have in common."""
        return (len(self.ties) + len(self.joined)) / max(len(self.a.words), len(self.b.words), 1)


@cache
def acronyms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Acronyms with the words of the full names that the table gives."""
    return {row[0]: tuple(tuple(name.split()) for name in row[1].split("|")) for row in rows("names_acronyms.tsv")}


def compare_bodies(a: str, b: str) -> Comparison:
    """Whether two names are of one organisation, with a score and the reasons; aliases given in one are tried too."""
    found = [judged(body(x), body(y)) for x in names_given(a) for y in names_given(b)]
    whole, best = found[0], max(found, key=lambda c: c.score)
    return whole if best.score < MATCH or whole.score >= best.score - 0.03 else best._replace(score=best.score * 0.97)


@lru_cache(maxsize=16384)
def names_given(name: str) -> tuple[str, ...]:
    """The name, and the further names that stand in it: after a stroke, after "alias", as an acronym in brackets."""
    name = name[:400]
    parts = [name]
    if "/" in name:
        parts += [part for part in name.split("/")[:4] if len(part.strip()) > 4]
    parts += ALIAS.split(name)[:4] if ALIAS.search(name) else []
    short = SHORT.search(name)
    if short:
        parts += [name[: short.start()] + name[short.end() :], short[1]]
    return tuple(parts)


def judged(a: Body, b: Body) -> Comparison:
    """The comparison of two names' parts."""
    if not (a.words or a.numbers) or not (b.words or b.numbers):
        return Comparison(0.0, "one of the names has no letters to compare")
    laid = lay(a, b)
    straight = against(laid) or unsure(laid) or by_numbers(laid, agreed(laid))
    if (
        straight.score < MATCH
        and a.numbers == b.numbers
        and len(a.solid) > 4
        and likeness(a.solid, b.solid).score > 0.91
    ):
        return Comparison(0.93, "the names are the same but for spaces")
    short = by_acronym(a, b) or by_acronym(b, a)
    return short if short and short.score > straight.score else straight


def by_acronym(a: Body, b: Body) -> Comparison | None:
    """What speaks for `a` being the acronym of `b`, None where nothing does."""
    if not a.letters or len(b.words) + len(b.numbers) < 2:
        return None
    text = {word.plain for word in b.words}
    if any(matches_words(name, text) for name in acronyms().get(a.letters, ())):
        return Comparison(0.9, f"{quote(a.letters.upper())} is a known short name of the other")
    if a.letters not in b.initials:
        return None
    said = f"{quote(a.letters.upper())} is made of the first letters of the other"
    return Comparison(0.78, said) if len(a.letters) > 2 else Comparison(0.45, f"open: {said}, but two letters fit many")


def matches_words(name: tuple[str, ...], text: set[str]) -> bool:
    """Whether the words of a listed full name are those of the text, spellings apart."""
    small = listed("names_small_body_words.tsv")
    full = {told(Written(word, word)).plain for word in name if word not in small}
    return len(full) == len(text) and all(any(likeness(x, y).score >= 0.75 for y in text) for x in full)


def paired(a: Word, b: Word) -> Likeness:
    """How alike two words are; an adjective made from the other word is a form of it, two places stay two."""
    if a.plain == b.plain:
        return SAME
    if a.bare != b.bare:
        return across_scripts(min(a.plain, b.plain), max(a.plain, b.plain))
    found = OTHER if a.letters or b.letters else likeness(a.plain, b.plain)
    if a.kind == b.kind == "place":
        return found._replace(manner="near") if found.score else OTHER
    tabled = {a.kind, b.kind} - {"own"}
    if (
        found.manner == "initial"
        or opposed(a.plain, b.plain)
        or (tabled and found.slips > (0 if a.kind == b.kind else 1))
    ):
        return OTHER
    shorter, longer = sorted((a.plain, b.plain), key=len)
    adjective = len(longer) > len(shorter) > 3 and stem(longer) == shorter
    return Likeness(0.88, "form") if adjective and not found.score else found


def opposed(a: str, b: str) -> bool:
    """Whether the words begin with two directions (northern, southern)."""
    return a[:4] != b[:4] and a[:4] in DIRECTIONS and b[:4] in DIRECTIONS


def lay(a: Body, b: Body) -> Laid:
    """The two names side by side: each word in one pair at most, the likest first."""
    free_b = list(b.words)
    ties, free_a = [], []
    for word in a.words:
        same = next((w for w in free_b if w.plain == word.plain), None)
        if same is None:
            free_a.append(word)
            continue
        ties.append(Tie(word, same, SAME))
        free_b.remove(same)
    for i, j, like in likest(free_a, free_b):
        ties.append(Tie(free_a[i], free_b[j], like))
    free_a = [w for w in free_a if not any(t.a is w for t in ties)]
    free_b = [w for w in free_b if not any(t.b is w for t in ties)]
    joined = [*join(free_a, free_b), *join(free_b, free_a)] if free_a and free_b else []
    return Laid(a, b, tuple(ties), tuple(joined), tuple(free_a), tuple(free_b))


def likest(a: Sequence[Word], b: Sequence[Word]) -> Iterator[tuple[int, int, Likeness]]:
    """The places of words that are paired, the likest first."""
    rivals = [(like, i, j) for i, x in enumerate(a) for j, y in enumerate(b) if (like := paired(x, y)).score]
    used_a: set[int] = set()
    used_b: set[int] = set()
    for like, i, j in sorted(rivals, key=lambda r: (-r[0].score, abs(r[1] - r[2]), r[1] + r[2], r[1])):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            yield i, j, like


def join(free: list[Word], others: list[Word]) -> Iterator[Likeness]:
    """Words of `free` that stand joined in one of `others`: they are taken out of both."""
    for other in list(others):
        for size in (4, 3, 2):
            runs = (range(i, i + size) for i in range(len(free) - size + 1))
            fitting = ((run, likeness("".join(free[i].plain for i in run), other.plain)) for run in runs)
            run, like = next((found for found in fitting if found[1].score >= 0.85), (range(0), OTHER))
            if run:
                free[run.start : run.stop] = []
                others.remove(other)
                yield like
                break


def against(laid: Laid) -> Comparison | None:
    """What speaks against one body: words left over that tell bodies apart; None where nothing does."""
    if not laid.ties and not laid.joined and (laid.a.words or laid.b.words):
        return Comparison(0.05, "the two names share no word")
    free_a = [w for w in laid.free_a if w.kind != "own" or not is_form_word(w.plain)]
    free_b = [w for w in laid.free_b if w.kind != "own" or not is_form_word(w.plain)]
    if not free_a or not free_b:
        return by_extra(laid, free_a or free_b)
    if len(free_a) == len(free_b) == 1 and len(laid.ties) > 1 and a_letter_apart(free_a[0].plain, free_b[0].plain):
        return Comparison(0.55, f"alike, but {shown(free_a)} and {shown(free_b)} are short words a letter apart", True)
    return Comparison(0.45 * laid.share, f"{shown(free_a)} in one name is {shown(free_b)} in the other")


def by_extra(laid: Laid, extra: Sequence[Word]) -> Comparison | None:
    """What the words say that stand in one name only; None where such words may be left out."""
    own = [w for w in extra if w.kind in {"own", "topic"}]
    if own:
        return Comparison(0.45 * laid.share, stand([w.shown for w in own]))
    part = [w.shown for w in extra if w.kind in {"place", "organ"}]
    if part:
        return Comparison(0.45, f"open: {stand(part)}, and may name a part or a body of its own")
    if extra and not laid.telling:
        return Comparison(0.4, "open: the two share only words that many bodies bear")
    line = [w.shown for w in extra if w.kind == "line"]
    if line:
        return Comparison(min(0.6, agreed(laid).score), f"open: {stand(line)}, and may name a branch of the other")
    return None


def unsure(laid: Laid) -> Comparison | None:
    """What speaks against resting on a slip of the pen alone; None where a telling word agrees, or little differs."""
    firm = [t.like for t in laid.ties if t.like.manner not in {"slip", "near"} and {t.a.kind, t.b.kind} & TELLING]
    slipped = [t for t in laid.ties if t.like.manner in {"slip", "near"}]
    if firm or laid.joined or not slipped or not (laid.free_a or laid.free_b):
        return None
    if all(t.like.slips <= FEW * max(len(t.a.plain), len(t.b.plain)) for t in slipped):
        return None
    return Comparison(0.35, "no telling word agrees in full, the words are alike at most")


def by_numbers(laid: Laid, agreed: Comparison) -> Comparison:
    """The comparison as the numbers in the names leave it."""
    a, b = laid.a.numbers, laid.b.numbers
    if a == b:
        return agreed
    if a and b:
        said = f"the numbers differ: {and_list(a)} and {and_list(b)}"
        return Comparison(min(agreed.score, 0.55 if len(laid.ties) > 2 else 0.3), said, True)
    said = f"open: only one name has the number {and_list(a or b)}"
    return Comparison(min(agreed.score, 0.6 if laid.telling else 0.45), said)


def agreed(laid: Laid) -> Comparison:
    """How well the names agree where no word speaks against it."""
    letters = sum(len(w.plain) for w in laid.a.words + laid.b.words) / 2 or 1
    likes = [t.like for t in laid.ties] + list(laid.joined)
    score = 1 - SLOPE * sum(like.slips for like in likes) / letters
    score -= sum(1 - like.score for like in likes if like.manner in WEAK_MANNERS) / 2
    score -= 0.04 * min(len(laid.free_a + laid.free_b), 3) + 0.02 * (laid.a.forms != laid.b.forms)
    near = next((t for t in laid.ties if t.like.manner == "near" and t.a.kind == t.b.kind == "place"), None)
    if near:
        said = f"alike, but {quote(near.a.shown)} and {quote(near.b.shown)} are two places"
        return Comparison(min(score, 0.6), said, True)
    return Comparison(max(0.0, min(score, 0.99)), reason(laid))


def reason(laid: Laid) -> str:
    """What agrees, in words."""
    told_of = [t for t in laid.ties if t.like.manner in PHRASES]
    said = [PHRASES[t.like.manner].format(quote(t.a.shown), quote(t.b.shown)) for t in told_of]
    said += ["words are joined in one and apart in the other"] * bool(laid.joined)
    extra = [w.shown for w in laid.free_a + laid.free_b]
    if extra:
        said.append(f"{stand(extra)}, as {'words' if len(extra) > 1 else 'a word'} that many bodies bear")
    if laid.a.forms != laid.b.forms:
        said.append("the legal forms are left aside")
    return "; ".join(said) or "all words agree"


def shown(words: Sequence[Word]) -> str:
    """The words quoted, with commas."""
    return and_list([quote(word.shown) for word in words])
