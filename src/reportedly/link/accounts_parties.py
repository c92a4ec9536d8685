"""Those who take part in an act or tie, as they are compared across reports.

In: a claim and its report's text. Out: parties: the side they are on, their names (of the entity, or the names inside
a described group such as "a delegation of the Veld Column"), the noun that describes them, and their telling words.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

from reportedly.link.accounts_words import content_words, empty_words, stem
from reportedly.link.lexicon import words
from reportedly.link.names_body_parts import body
from reportedly.link.names_person_parts import person, titles
from reportedly.link.names_plain import plain
from reportedly.linked import Name
from reportedly.model import Claim, Role

Side = Literal["doer", "undergoer", "either", "matter"]

SIDES: dict[str, Side] = {
    "actor": "doer", "subject": "doer", "recipient": "undergoer", "victim": "undergoer", "target": "undergoer",
    "beneficiary": "undergoer", "object": "undergoer", "participant": "either", "host": "either",
    "topic": "matter", "instrument": "matter",
}  # fmt: skip

SHORTEST = 3
"""Letters of a telling word of a name."""

BACK = 3000
"""Characters before a definite description in which what it means is looked for."""

MOST_NAMES = 4
"""Names that are read inside one phrase."""

LEAD = 400
"""Characters at a report's head that name what it is about: a headline and a sentence or two."""

LONGEST = 200
"""Characters of a phrase that are read."""

RUN = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*(?:(?: of the| of| the| for| de| al| el| bin| and the)? [^\W\d_a-zß-öø-ÿ][\w’'.-]*)*"
)
"""Words with a capital letter in a row, with the small words that names hold."""

TAIL = re.compile(r"\s+(?:of|in|from|who|which|that|at|on|for|with|by|near|outside|to|under|inside)\s|[,(;:]")
PLACED = re.compile(r"\b(?:in|at|near|outside|inside|across|around)(?: the)? $")
"""What stands before a name that says where, not who."""

NAME = (
    r"((?!(?:An?|The|No|This|These|Those|That|Its?|Their|His|Her)\b)"
    r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w’'-]*)*)"
)
"""Words with a capital letter in a row that do not open with a determiner."""

APPOSED = re.compile(r"\s*,\s+((?:[^\W\d_a-zß-öø-ÿ][\w’'-]+ ){1,3}[^\W\d_a-zß-öø-ÿ][\w’'-]+),?")
"""A name in full behind a description: "a dock worker, Ana Brel, ..."."""

POSSESSIVE = re.compile(r"^(.*?)['’]s?\s+")
OPENING = re.compile(
    r"^(?:a|an|the|no|some|any|two|three|his|her|its|their|at least|about|more than)\s+", re.IGNORECASE
)
ELLIPSES = frozenset(f"the {word}" for word in ("second", "third", "fourth", "fifth", "other", "last", "latest"))
COUNTED = re.compile(r"\b(?:[Ff]irst|[Oo]ne) ([a-z]{3,})\b")
"""What "the second" leaves unsaid: the noun that was counted first."""

DEFINITE = ("the ", "this ", "these ", "those ")
SPEAKERS = frozenset({"i", "me", "my", "myself", "we", "us", "our"})


@dataclass(frozen=True)
class Party:
    """One participant: its side, its names, the stem of the noun that describes it, how many words tell of it.

    `whole` is true where the phrase means the bearer of the name itself, false where the name stands inside the
    description of a group. `plain` holds all words of the names in plain letters, `tokens` only the telling ones.
    """

    side: Side
    names: tuple[Name, ...]
    head: str
    whole: bool
    shown: str

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words by which other reports name the party."""
        return frozenset(token for name in self.names for token in tokens(name))

    @cached_property
    def plain(self) -> frozenset[str]:
        """All words of the names, as stems."""
        return frozenset(stem(word) for name in self.names for word in name.name.split())

    @property
    def person(self) -> bool:
        """Whether the party is one named person."""
        return self.whole and len(self.names) == 1 and self.names[0].schema == "Person"

    @cached_property
    def wide(self) -> bool:
        """Whether all its names are of countries, or of the commonest bodies: they take part in very many acts."""
        return bool(self.names) and all(is_wide(name) for name in self.names)


def parties_of(claim: Claim, text: str) -> tuple[Party, ...]:
    """The claim's participants; a pronoun of which nothing is told is left out."""
    found = (party_of(role, claim, text) for role in claim.roles)
    return tuple(party for party in found if party is not None)


def party_of(role: Role, claim: Claim, text: str) -> Party | None:
    """One participant, None where the phrase names and describes nobody."""
    phrase = role.span.of(text)[:LONGEST]
    side = SIDES[role.role]
    if role.entity is not None:
        names = (Name(role.entity.name, role.entity.schema),)
        return Party(side, names, "", True, role.entity.name)
    lower = phrase.lower()
    if lower in SPEAKERS:
        return speaker(claim, side)
    if lower in words("events_pronouns.tsv"):
        return None
    apposed = APPOSED.match(text, role.span.end) if phrase.startswith(("a ", "A ", "an ", "An ")) else None
    if apposed:
        return Party(side, (Name(apposed[1], "Person"),), head_of(phrase), True, apposed[1])
    head = head_of(phrase)
    if lower in ELLIPSES:
        earlier = list(COUNTED.finditer(text, max(0, role.span.start - BACK), role.span.start))
        head = stem(earlier[-1][1]) if earlier else ""
    found = names_in(phrase, text)[:MOST_NAMES]
    if not found and lower.startswith(DEFINITE) and len(head) >= SHORTEST:
        found = named_before(head, text, role.span.start)
    return Party(side, tuple(Name(name, "LegalEntity") for name in found), head, False, phrase)


def named_before(head: str, text: str, end: int) -> list[str]:
    """The body whose group a definite description means: "the delegation" after "a delegation of the Veld Column"."""
    found = group_named(head).finditer(text, max(0, end - BACK), end)
    names = [trimmed(match[1] or match[2], True, text) for match in found]
    return [name for name in names if name][-1:]


@lru_cache(maxsize=4096)
def group_named(head: str) -> re.Pattern[str]:
    """What names the body of a group that `head` describes, before or behind it."""
    noun = re.escape(head) + r"\w{0,3}\b"
    return re.compile(rf"\b{noun} (?:of|from) (?:the )?{NAME}|{NAME}(?:['’]s)? (?:sent an? )?{noun}")


def speaker(claim: Claim, side: Side) -> Party | None:
    """Whom "I" means: the innermost source, where it is named."""
    source = claim.attribution[-1].source if claim.attribution else None
    if source is None or source.entity is None:
        return None
    return Party(side, (Name(source.entity.name, source.entity.schema),), "", True, source.entity.name)


def names_in(phrase: str, text: str) -> list[str]:
    """The names inside a phrase: words with a capital letter, without titles, common opening words and places."""
    runs = (run for run in RUN.finditer(phrase) if not PLACED.search(phrase, 0, run.start()))
    return [name for run in runs if (name := trimmed(run[0], run.start() == 0, text))]


def trimmed(run: str, opens: bool, text: str) -> str:
    """A run of words with capital letters without what is no name at its beginning; empty where nothing is left."""
    parts = run.split()
    while parts and not_a_name(parts[0], opens, text):
        parts.pop(0)
        while parts and parts[0][0].islower():
            parts.pop(0)
    if not parts:
        return ""
    return re.sub(r"['’]s?$|[.,]$", "", " ".join(parts))


def not_a_name(word: str, opens: bool, text: str) -> bool:
    """Whether a word with a capital letter is a title, or a common word that opens a sentence."""
    lower = word.lower().rstrip(".")
    if lower in words("function_words.tsv") or plain(lower) in titles() or stem(lower) in empty_words():
        return True
    return opens and f" {lower} " in text


class Lead(NamedTuple):
    """What stands at a report's head: the telling words of its names, and the stems of all its words of content."""

    names: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=2048)
def lead_of(text: str) -> Lead:
    """What the report is about, by the names and words at its head; names that very many reports bear do not count."""
    head = text[:LEAD]
    names = (Name(name, "LegalEntity") for name in names_in(head, text))
    telling = frozenset(word for name in names if not is_wide(name) for word in tokens(name))
    return Lead(frozenset(word for word in telling if stem(word) not in empty_words()), content_words(head))


def head_of(phrase: str) -> str:
    """The stem of the noun that describes: "delegation" of "a delegation of the Veld Column"."""
    core = POSSESSIVE.sub("", TAIL.split(OPENING.sub("", phrase), maxsplit=1)[0])
    last = core.split()[-1:] or [""]
    return stem(last[0].lower().rstrip("'’"))


@lru_cache(maxsize=16384)
def tokens(name: Name) -> tuple[str, ...]:
    """The telling words of a name: a person's last one; a body's own words, or all it has, and its initials."""
    if name.schema == "Person":
        kept = [word.plain for word in person(name.name).words if not word.soft and len(word.plain) >= SHORTEST]
        return tuple(kept[-1:])
    parts = body(name.name)
    own = [word.plain for word in parts.words if word.kind in ("own", "place", "topic")]
    found = [word for word in own or [word.plain for word in parts.words] if len(word) >= SHORTEST]
    capitals = [letters for letters in sorted(parts.initials) if len(letters) >= SHORTEST and len(parts.words) >= 2]
    return tuple(dict.fromkeys([*found, *capitals[:1]]))


@cache
def outlets() -> frozenset[str]:
    """Names of agencies and outlets, lower case: they are told everything by everybody."""
    return frozenset(name.lower() for name in words("credits_names.tsv"))


@lru_cache(maxsize=16384)
def is_wide(name: Name) -> bool:
    """Whether the name is a country's, a people's, an outlet's, or made of words that very many bodies bear."""
    if name.schema == "Person":
        return False
    if name.name.lower() in outlets():
        return True
    told = body(name.name).words
    return bool(told) and all(word.kind in ("place", "region", "shared", "organ") for word in told)
