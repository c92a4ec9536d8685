"""Names of places in their sentence: what they are told with, what they hang on, and their whole phrase.

In: an annotated report and a name in it. Out: the words that it may locate, the noun of a building, the phrase.
"""

from reportedly.extract.events.participants import is_country, kind
from reportedly.extract.events.scenes import place_words
from reportedly.extract.events.words import nouns, verbs
from reportedly.model import Annotated, Mention, Span

PLACES = frozenset({"place", "region", "state"})
SETTLEMENTS = frozenset({"village", "town", "city", "province", "district", "region", "neighbourhood"}) | {
    "neighborhood", "suburb", "governorate", "municipality", "state", "island", "port", "camp", "county", "hamlet",
    "settlement", "area",
}  # fmt: skip
SITES = frozenset({
    "court", "university", "parliament", "assembly", "congress", "senate", "academy", "palace", "college",
    "countryside",
})  # fmt: skip
"""Words that name a body and its building, or ground, after a name."""

ABOUT = frozenset({"REJECT", "PROTEST", "SUPPORT", "ACCUSE"})
"""Types of acts that need not take place where what they are about does."""

ASIDE = frozenset({"from", "to", "into", "in", "at", "near"})
"""Prepositions that an adverb may stand before: "back from Oslo", "later in Oslo"."""

NEAR = 3
"""Words that may stand between a name and the common noun of a place that it qualifies."""


def is_place(doc: Annotated, mention: Mention) -> bool:
    """Whether a name is that of a place, countries among them."""
    return mention.schema == "Address" or is_country(doc, mention)


def names_site(doc: Annotated, mention: Mention) -> int | None:
    """The common noun of a building or ground that the name qualifies ("the Aral dam"), or None."""
    token = doc.tokens[mention.head]
    above = doc.tokens[token.head]
    if mention.schema == "Person" or token.dep not in ("compound", "poss", "nmod", "amod") or above.i in doc.name_over:
        return None
    if is_named_there(doc, above.i):
        return None
    article = doc.child(above.i, "det")
    vague = article is not None and doc.tokens[article].lower in ("a", "an")
    if above.tag not in ("NN", "NNP") or (token.tag == "JJ" and (vague or named_after(doc, above.i))):
        return None
    return above.i if kind(doc, above.i) == "place" or above.lower in SITES else None


def is_named_there(doc: Annotated, noun: int) -> bool:
    """Whether the name of a place stands right after its noun ("the Norwegian capital Oslo")."""
    name = doc.name_over.get(noun + 1)
    return name is not None and name.head != noun and doc.tokens[name.head].head == noun and is_place(doc, name)


def widens(doc: Annotated, mention: Mention) -> bool:
    """Whether a name only tells in what a named settlement lies: "the Oslo suburb of Arna" is Arna.

    "The Arna area of Oslo" is Arna too.
    """
    token = doc.tokens[mention.head]
    above = doc.tokens[token.head]
    return (
        above.lower != "area"
        and token.dep in ("compound", "poss", "nmod")
        and above.lower in SETTLEMENTS
        and named_after(doc, above.i)
    )


def named_after(doc: Annotated, noun: int) -> bool:
    """Whether the name of a place follows its noun ("the province of X")."""
    of = next((c for c in doc.children[noun] if doc.tokens[c].lower == "of"), None)
    inner = None if of is None else doc.child(of, "pobj")
    return inner is not None and inner in doc.name_over


def naming(doc: Annotated, noun: int) -> Mention | None:
    """The name that qualifies the noun of a building or ground ("the Aral dam"), or None."""
    names = (doc.name_over.get(c) for c in doc.children[noun])
    return next((m for m in names if m is not None and names_site(doc, m) == noun), None)


def is_ground(doc: Annotated, noun: int) -> bool:
    """Whether a common noun refers to one building or piece of ground told before: "the dam", "that hall"."""
    token = doc.tokens[noun]
    determiner = doc.child(noun, "det")
    definite = determiner is not None and doc.tokens[determiner].lower in ("the", "this", "that")
    return definite and token.tag == "NN" and kind(doc, noun) == "place"


def follows_place(doc: Annotated, mention: Mention) -> bool:
    """Whether the name stands after "the village of" and the like, whatever it was taken for."""
    above = doc.tokens[doc.tokens[mention.head].head]
    return above.lower == "of" and doc.tokens[above.head].lower in SETTLEMENTS


def named_ground(doc: Annotated, mention: Mention) -> str | None:
    """The lemma of the noun that a place is told with ("the village of Arna", "Arna camp"), or None."""
    above = doc.tokens[doc.tokens[mention.head].head]
    if above.lower == "of" and doc.tokens[above.head].lower in SETTLEMENTS:
        return doc.tokens[above.head].lemma
    site = names_site(doc, mention)
    return None if site is None else doc.tokens[site].lemma


def governors(doc: Annotated, mention: Mention) -> list[tuple[int, str]]:
    """The words that a place name may locate, nearest first, each with its relation: a preposition, object or none.

    "in the village of X in Y" gives the verb with "in" for X and Y alike.
    """
    found: list[tuple[int, str]] = []
    place, relation = mention.head, ""
    for _ in range(8):
        token = doc.tokens[place]
        if token.head == place:
            break
        above = doc.tokens[token.head]
        if token.dep == "appos" and not relation:
            place = above.i
            continue
        if above.pos == "ADP":
            relation = above.lower if not relation or relation == "of" else relation
        elif above.pos == "ADV" and relation in ASIDE:
            pass
        elif above.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            named = kind(doc, above.i)
            if not relation:
                if token.dep == "poss" or (named not in PLACES and above.lower not in SITES):
                    found.append((above.i, "poss"))
                    if token.dep == "compound" and mention.schema == "Address" and is_scene(doc, above.i):
                        found.append((doc.tokens[above.head].head, "at"))
                    break
            else:
                found.append((above.i, relation.removeprefix("nested ")))
                if relation == "of" and above.lemma in place_words("ruler"):
                    break
                if named == "person" or (named in ("abstract", "thing") and not sets_scene(doc, above.i)):
                    break
                relation = "" if relation == "of" else "nested " + relation.removeprefix("nested ")
        else:
            inner = relation.startswith("nested ")
            how = "object" if token.dep in ("dobj", "nsubjpass") and not inner else relation.removeprefix("nested ")
            found.append((above.i, how))
            break
        place = above.i
    return found


def is_scene(doc: Annotated, noun: int) -> bool:
    """Whether a noun tells an event at or in which something else takes place: "killed in the Oslo attacks"."""
    token = doc.tokens[noun]
    inside = token.dep == "pobj" and doc.tokens[token.head].lower in ("at", "in", "during")
    return inside and token.lemma in nouns()


def sets_scene(doc: Annotated, noun: int) -> bool:
    """Whether what hangs on a noun also locates the verb above: of what is done or at, not of what it is about."""
    token = doc.tokens[noun]
    verb = doc.tokens[token.head].lemma
    if token.dep == "dobj" and (verb in place_words("about") or any(e.type in ABOUT for e in verbs().get(verb, ()))):
        return False
    return token.dep == "dobj" or (token.dep == "pobj" and doc.tokens[token.head].lower in ("at", "in", "during"))


def whole(doc: Annotated, mention: Mention) -> Span:
    """The phrase of a place name: with its owner ("X's Y"), a common noun after it, and places coordinated with it."""
    first, last = mention.first, mention.last
    head = doc.tokens[mention.head]
    site = names_site(doc, mention)
    if site is not None and site - last < NEAR:
        last = site + 1
        head = doc.tokens[site]
    owner = doc.child(head.i, "poss")
    if owner is not None and owner in doc.name_over:
        first = min(first, doc.name_over[owner].first)
    listed = doc.child(head.i, "cc") is not None
    for child in doc.children[head.i] if listed else ():
        if doc.tokens[child].dep != "conj":
            continue
        other = doc.name_over.get(child)
        if other is not None and is_place(doc, other):
            last = max(last, other.last)
        elif doc.child(child, "compound") is not None and kind(doc, child) == "place":
            last = max(last, child + 1)
    return doc.span(first, last)
