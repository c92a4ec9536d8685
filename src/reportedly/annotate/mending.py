"""Names made whole in the syntax: one head a name, a title below the name it stands before, a preposition above it.

In: tokens as parsed and the names found. Out: tokens in which nothing but `head` and `dep` differs.
"""

from collections.abc import Sequence

from reportedly.annotate import lexicon
from reportedly.annotate.names import Name
from reportedly.model import Token

WEAK = frozenset({"punct", "compound", "det", "case", "amod", "nmod"})
"""Labels that the head of a name seldom bears when another of its words hangs outside too."""

OUTER = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "attr"})
"""Labels under which the parser leaves a name that it has torn from the preposition before it."""

CLIMB = 3
"""Prepositions between a title and the name that explains it ("the head of the port of Aral, Ada Ilves")."""

REACH = 40
"""How many tokens behind a preposition what it governs is looked for."""


def mended(tokens: tuple[Token, ...], names: Sequence[Name]) -> tuple[Token, ...]:
    """The tokens with each name under one head, titles under the persons' names they introduce, and names that the
    parser took for a second subject under the preposition before them ("a commander of Inland-based Ard-e-Nur has").
    """
    moved: dict[int, tuple[int, str]] = {}
    instead: dict[int, int] = {}
    for name in names:
        head = name_head(tokens, name)
        for i in range(name.first, name.last):
            if i == head:
                continue
            instead[i] = head
            if not name.first <= tokens[i].head < name.last or tokens[i].head == i:
                moved[i] = head, "compound"
        above = preposition_before(tokens, name, head)
        if above is not None:
            moved[head] = above, "pobj"
            instead.setdefault(head, head)
        elif name.kind == "person" and (title := title_above(tokens, name, head)) is not None:
            above = tokens[title].head
            moved[head] = (head if above == title else above), dep_of(tokens, title)
            moved[title] = head, "compound"
            instead[title] = head
        elif name.kind == "person" and (holder := holder_above(tokens, name, head)) is not None:
            moved[head] = holder, "appos"
            instead.setdefault(head, head)
    if not instead:
        return tokens
    inside = {i: place for place, name in enumerate(names) for i in range(name.first, name.last)}
    found = tuple(
        rewired(token, moved, instead, inside) if token.i in moved or token.head in instead else token
        for token in tokens
    )
    return found if is_forest(found) else tokens


def rewired(token: Token, moved: dict[int, tuple[int, str]], instead: dict[int, int], inside: dict[int, int]) -> Token:
    """The token with its new head, where that changed."""
    i = token.i
    head, dep = moved.get(i, (token.head, token.dep))
    other = instead.get(head)
    same_name = i in inside and inside.get(head) == inside[i]
    if other is not None and other != i and not same_name:
        head = other
    return token if head == token.head and dep == token.dep else token._replace(head=head, dep=dep)


def preposition_before(tokens: Sequence[Token], name: Name, head: int) -> int | None:
    """The preposition right before a name and its modifiers that governs nothing but perhaps parts of the name."""
    if tokens[head].dep not in OUTER:
        return None
    first = name.first
    while first and first <= tokens[first - 1].head < name.last:
        first -= 1
    place = first - 1
    if place < 0 or tokens[place].dep != "prep" or tokens[place].sentence != tokens[head].sentence:
        return None
    governed = (token for token in tokens[place + 1 : place + REACH] if token.head == place)
    return place if all(name.first <= token.i < name.last for token in governed) else None


def holder_above(tokens: Sequence[Token], name: Name, head: int) -> int | None:
    """The title that a person's name explains, where the parser hung the name on the place or body of that title.

    "The mayor of Port Aral, Ada Ilves, said". None where the name stands in no apposition or no title is above it.
    """
    if tokens[head].dep != "appos" or name.first == 0 or tokens[name.first - 1].text != ",":
        return None
    known, nouns = lexicon.titles(), lexicon.nouns()
    place = tokens[head].head
    for _ in range(CLIMB):
        preposition = tokens[place].head
        if tokens[place].dep != "pobj" or tokens[preposition].dep != "prep":
            return None
        place = tokens[preposition].head
        noun = nouns.get(tokens[place].lower)
        if tokens[place].tag in ("NN", "NNP") and (
            tokens[place].lower in known or (noun is not None and noun.kind == "person" and not noun.plural)
        ):
            return place
    return None


def dep_of(tokens: Sequence[Token], title: int) -> str:
    """The label of a title, made a noun's where the parser read a preposition ("Under" Secretary)."""
    token = tokens[title]
    if token.dep != "prep":
        return token.dep
    inverted = tokens[token.head].lemma in lexicon.words("speech_verbs")
    return "nsubj" if inverted or token.i < token.head else "dobj"


def is_forest(tokens: Sequence[Token]) -> bool:
    """Whether every token's heads lead to a root and never in a circle."""
    state = bytearray(len(tokens))
    for token in tokens:
        path, i = [], token.i
        while not state[i]:
            state[i] = 1
            path.append(i)
            i = tokens[i].head
        if state[i] == 1 and tokens[i].head != i:
            return False
        for place in path:
            state[place] = 2
    return True


def name_head(tokens: Sequence[Token], name: Name) -> int:
    """The token that carries a name: the last whose syntactic head lies outside, marks and modifiers apart."""
    outside = [
        i for i in range(name.first, name.last) if not name.first <= tokens[i].head < name.last or tokens[i].head == i
    ]
    outside = [i for i in outside if stays_out(tokens, name, i)] or outside
    strong = [i for i in outside if tokens[i].dep not in WEAK]
    return (strong or outside or [name.last - 1])[-1]


def stays_out(tokens: Sequence[Token], name: Name, i: int) -> bool:
    """Whether the heads above token `i` never lead back into the name."""
    for _ in range(40):
        above = tokens[i].head
        if above == i:
            return True
        if name.first <= above < name.last:
            return False
        i = above
    return True


def title_above(tokens: Sequence[Token], name: Name, head: int) -> int | None:
    """The title right before a person's name that the parser took for its head, or None."""
    title = tokens[head].head
    if not 0 <= name.first - title <= 3 or title >= name.first or tokens[head].dep == "poss":
        return None
    if title and tokens[title - 1].tag in ("PRP$", "POS"):
        return None
    known, nouns = lexicon.titles(), lexicon.nouns()
    if " ".join(token.lower for token in tokens[title : name.first]) in known:
        return title
    for i in range(title, name.first):
        noun = nouns.get(tokens[i].lower)
        if tokens[i].lower not in known and (noun is None or noun.kind != "person" or noun.plural):
            return None
    return title if tokens[title].tag in ("NN", "NNP") else None
