"""Whether two names are of one person: words paired one to one, in any order, and what is left over on either side.

In: two names of persons as reports write them. Out: a `Comparison`. Small words (al-, de, van), titles and initials
weigh less than names; names left over on both sides speak against one person, a middle name on one does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reportedly.link.lexicon import rows
from reportedly.link.names_person_parts import Person, Word, particles, person
from reportedly.link.names_reasons import Comparison, and_list, quote, stand
from reportedly.link.names_spelling import (
    OTHER,
    SAME,
    SLOPE,
    WEAK_MANNERS,
    Likeness,
    a_letter_apart,
    across_scripts,
    likeness,
)  # fmt: skip

OPEN = 0.45
"""The score of what the names leave open."""

WEAK = 0.95
"""The likeness under which a pair of words gives way where words written together explain more."""

FEW = 0.2
"""Share of the letters that may differ where no word of two names is quite the same."""

SLIGHT = 0.15
"""Share of a word's letters that may differ where another name is left over."""

SHORTEST_JOIN = 5
"""Letters of a word under which it is not taken for two words run together."""

PHRASES = {
    "spelling": "{} and {} are spellings of one name",
    "form": "{} and {} are forms of one name in two languages",
    "short": "one of {} and {} is short for the other",
    "initial": "one of {} and {} is the initial of the other",
    "slip": "{} and {} differ by a letter or two",
}


class Tie(NamedTuple):
    """Word `a` of the one name paired with word `b` of the other."""

    a: int
    b: int
    like: Likeness


class Join(NamedTuple):
    """Words `run` of one name, written as word `other` of the other name."""

    run: tuple[int, ...]
    other: int
    like: Likeness


@dataclass(frozen=True, slots=True)
class Laid:
    """Two persons' names side by side: words paired, words joined in one, names left over in each.

    `firm` are the pairs of names, without small words and initials.
    """

    a: Person
    b: Person
    ties: tuple[Tie, ...]
    firm: tuple[Tie, ...]
    joined: tuple[Join, ...]
    free_a: tuple[Word, ...]
    free_b: tuple[Word, ...]

    @property
    def agreeing(self) -> int:
        """How many names the two share."""
        return len(self.firm) + len(self.joined)


@cache
def wade_giles() -> dict[str, frozenset[str]]:
    """Chinese syllables in Wade-Giles with their spellings in Pinyin."""
    found: dict[str, set[str]] = {}
    for old, new in rows("names_wade_giles.tsv"):
        found.setdefault(old, set()).add(new)
    return {old: frozenset(new) for old, new in found.items()}


def compare_people(a: str, b: str) -> Comparison:
    """Whether two names are of one person, with a score and the reasons."""
    one, other = person(a), person(b)
    if not one.words or not other.words:
        return Comparison(0.0, "one of the names has no letters to compare")
    if one.rank and other.rank and one.rank != other.rank:
        return Comparison(
            0.3, f"one is {quote(one.rank)} and the other {quote(other.rank)}, two bearers of one name", True
        )
    laid = lay(one, other)
    return against(laid) or undecided(laid) or unsure(laid) or agreed(laid)


def paired(a: Word, b: Word) -> Likeness:
    """How alike two words are, scripts and romanisations considered."""
    if a.signs and b.signs:
        return same_signs(a, b)
    if a.bare != b.bare or bool(a.signs) != bool(b.signs):
        return across_scripts(min(a.plain, b.plain), max(a.plain, b.plain))
    found = likeness(a.plain, b.plain)
    weak = found is OTHER or found.manner in {"slip", "near"}
    if weak and (b.plain in wade_giles().get(a.plain, ()) or a.plain in wade_giles().get(b.plain, ())):
        return Likeness(0.92, "spelling")
    return found


def same_signs(a: Word, b: Word) -> Likeness:
    """How alike two words in Chinese or Korean signs are: other signs of one sound are near at most."""
    if a.signs == b.signs:
        return SAME
    heard = likeness(a.plain, b.plain).score >= 0.97 and len(a.signs) == len(b.signs)
    return Likeness(0.65, "near", 1.0) if heard else OTHER


def lay(a: Person, b: Person) -> Laid:
    """The two names side by side: each word in one pair at most, the likest first."""
    ties = pairs(a.words, b.words)
    free_a = {i for i, w in enumerate(a.words) if not w.soft} - {tie.a for tie in ties}
    free_b = {j for j, w in enumerate(b.words) if not w.soft} - {tie.b for tie in ties}
    joined: list[Join] = []
    if free_a or free_b:
        weak = [tie for tie in ties if tie.like.score < WEAK]
        free_a |= {tie.a for tie in weak}
        free_b |= {tie.b for tie in weak}
        joined = [*joins(a.words, b.words, free_a, free_b), *joins(b.words, a.words, free_b, free_a)]
        ties = [tie for tie in ties if tie not in weak or (tie.a in free_a and tie.b in free_b)]
        free_a -= {tie.a for tie in ties}
        free_b -= {tie.b for tie in ties}
    left_a, left_b = (tuple(p.words[i] for i in sorted(free)) for p, free in ((a, free_a), (b, free_b)))
    firm = tuple(tie for tie in ties if is_firm(tie, a.words[tie.a], b.words[tie.b]))
    return Laid(a, b, tuple(ties), firm, tuple(joined), left_a, left_b)


def is_firm(tie: Tie, a: Word, b: Word) -> bool:
    """Whether two paired words are names, and no small words or initials."""
    small = (a.soft or a.plain in particles()) and (b.soft or b.plain in particles())
    return not small and tie.like.manner != "initial" and not a.initial and a.plain != "abd"


def pairs(a: Sequence[Word], b: Sequence[Word]) -> list[Tie]:
    """The best pairs of words, each word in one pair at most, in the order of the first name."""
    found: list[Tie] = []
    free_a: list[int] = []
    free_b = list(range(len(b)))
    for i, word in enumerate(a):
        j = next((j for j in free_b if b[j].plain == word.plain and b[j].signs == word.signs), -1)
        if j < 0:
            free_a.append(i)
            continue
        found.append(Tie(i, j, SAME))
        free_b.remove(j)
    rivals = [Tie(i, j, like) for i in free_a for j in free_b if (like := paired(a[i], b[j])).score]
    used_a: set[int] = set()
    used_b: set[int] = set()
    for tie in sorted(rivals, key=lambda t: (-t.like.score, abs(t.a - t.b), t.a + t.b, t.a)):
        if tie.a not in used_a and tie.b not in used_b:
            used_a.add(tie.a)
            used_b.add(tie.b)
            found.append(tie)
    return sorted(found)


def joins(a: Sequence[Word], b: Sequence[Word], free_a: set[int], free_b: set[int]) -> Iterator[Join]:
    """Runs of two or three words of `a` that are one word of `b`; what is joined is taken out of the `free` places."""
    for size in (3, 2):
        for i in range(len(a) - size + 1):
            run = tuple(range(i, i + size))
            if not any(k in free_a for k in run) or not all(k in free_a or a[k].soft for k in run):
                continue
            words = [a[k].plain for k in run]
            fitting = ((j, written_as(words, b[j].plain)) for j in sorted(free_b))
            other, like = next(((j, like) for j, like in fitting if like.score >= 0.85), (-1, OTHER))
            if other >= 0:
                free_a.difference_update(run)
                free_b.discard(other)
                yield Join(run, other, like)


def written_as(words: list[str], other: str) -> Likeness:
    """How alike words run together are to one word; Wade-Giles is tried where there are two."""
    text = "".join(words)
    if abs(len(text) - len(other)) > 4 or min(len(text), len(other)) < SHORTEST_JOIN:
        return OTHER
    found = likeness(text, other)
    if found.score < 0.92 and len(words) == 2:
        first, second = (wade_giles().get(word, frozenset()) | {word} for word in words)
        if any(x + y == other for x in first for y in second):
            return Likeness(0.92, "spelling")
    return OTHER if found.manner == "near" else found


def against(laid: Laid) -> Comparison | None:
    """What speaks against one person: names left over on both sides, or another's son; None where nothing does."""
    if not laid.agreeing:
        return Comparison(0.1, "the two names share no name")
    if laid.free_a and laid.free_b:
        return by_leftovers(laid)
    a, b = laid.a, laid.b
    descent = a.head < len(a.words) and b.head < len(b.words) and not laid.joined
    if descent and not any(tie.a < a.head and tie.b < b.head for tie in laid.firm):
        return Comparison(0.3, "the names before “son of” differ")
    return None


def by_leftovers(laid: Laid) -> Comparison:
    """What names left over on both sides say."""
    a, b = laid.free_a, laid.free_b
    signs = any(word.signs for word in a + b)
    if len(a) == len(b) == 1 and laid.agreeing > 1 and not signs and a_letter_apart(a[0].plain, b[0].plain):
        return Comparison(0.55, f"alike, but {shown(a)} and {shown(b)} are short names a letter apart", True)
    share = laid.agreeing / (laid.agreeing + max(len(a), len(b)))
    return Comparison(0.4 * share, f"{shown(a)} in one name is {shown(b)} in the other")


def undecided(laid: Laid) -> Comparison | None:
    """What the names leave open: one name shared only, or many left over on one side; None where they decide."""
    extra = laid.free_a or laid.free_b
    names = [word.shown for word in extra if not word.initial and word.plain not in particles() and word.plain != "abd"]
    if laid.agreeing == 1 and extra and (names or extra[0].initial) and not placed_initial(laid, names):
        return Comparison(OPEN, f"open: the two share one name only; {stand([word.shown for word in extra])}")
    if len(names) >= 3 and laid.agreeing < 3:
        return Comparison(OPEN, f"open: {stand(names)}")
    return None


def placed_initial(laid: Laid, names: Sequence[str]) -> bool:
    """Whether an initial agrees with a name; where `names` are left over, in the same place of the name in both."""
    initials = [tie for tie in laid.ties if tie.like.manner == "initial"]
    if not names:
        return bool(initials)
    last_a, last_b = len(laid.a.words) - 1, len(laid.b.words) - 1
    return any(
        (tie.a == last_a) == (tie.b == last_b) and all((tie.a < firm.a) == (tie.b < firm.b) for firm in laid.firm)
        for tie in initials
    )


def unsure(laid: Laid) -> Comparison | None:
    """What speaks against resting on slips of the pen; None where enough agrees in full, or little differs."""
    likes = [tie.like for tie in laid.firm] + [join.like for join in laid.joined]
    slipped = [like for like in likes if like.manner in {"slip", "near"}]
    left = any(not word.initial and word.plain not in particles() for word in laid.free_a + laid.free_b)
    slight = all(like.score >= 1 - SLIGHT for like in slipped)
    if len(slipped) < len(likes):
        if not left or slight or laid.agreeing > 2:
            return None
        return Comparison(OPEN, "open: one name agrees, one is alike at most, and one stands in one name only")
    letters = min(sum(len(word.plain) for word in name.words if not word.soft) for name in (laid.a, laid.b))
    few = len(likes) == 1 or sum(like.slips for like in likes) <= FEW * letters
    initials = any(tie.like.manner == "initial" for tie in laid.ties)
    if (few and not left and not initials) or (slight and not left):
        return None
    return Comparison(0.35, "no name agrees in full, the words are alike at most")


def agreed(laid: Laid) -> Comparison:
    """How well the names agree where nothing speaks against one person."""
    letters = sum(len(w.plain) for w in laid.a.words + laid.b.words if not w.soft) / 2 or 1
    likes = [tie.like for tie in laid.firm] + [join.like for join in laid.joined]
    score = 1 - SLOPE * sum(like.slips for like in likes) / letters
    score -= sum(1 - like.score for like in likes if like.manner in WEAK_MANNERS) / 2
    score -= 0.04 * len(laid.free_a + laid.free_b) + 0.02 * (laid.a.rank != laid.b.rank)
    if any(tie.like.manner == "initial" for tie in laid.ties):
        score = min(score - 0.1, 0.75 if laid.agreeing == 1 else 0.9)
    near = [tie for tie in laid.firm if tie.like.manner == "near"]
    if near:
        return Comparison(min(score, 0.65), f"alike, but {two_names(laid, near)}", True)
    return Comparison(max(0.0, min(score, 0.99)), reason(laid))


def two_names(laid: Laid, near: Sequence[Tie]) -> str:
    """That the words of these pairs are names of their own."""
    each = [f"{quote(laid.a.words[t.a].shown)} and {quote(laid.b.words[t.b].shown)}" for t in near]
    return f"{and_list(each)} are two names that both exist"


def reason(laid: Laid) -> str:
    """What agrees, in words."""
    a, b = laid.a.words, laid.b.words
    told = [tie for tie in laid.ties if tie.like.manner in PHRASES]
    said = [PHRASES[tie.like.manner].format(quote(a[tie.a].shown), quote(b[tie.b].shown)) for tie in told]
    said += ["words are joined in one and apart in the other"] * bool(laid.joined)
    extra = [word.shown for word in laid.free_a + laid.free_b]
    if extra:
        said.append(stand(extra))
    same = list(dict.fromkeys(a[tie.a].shown for tie in laid.firm if tie.like.manner == "same"))
    if same and said:
        said.insert(0, f"{and_list([quote(word) for word in same])} agree{'s' * (len(same) == 1)}")
    return "; ".join(said) or "all names agree"


def shown(words: Sequence[Word]) -> str:
    """The words quoted, with commas."""
    return and_list([quote(word.shown) for word in words])
