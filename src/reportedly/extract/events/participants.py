"""What a phrase names, and whether it names something specific. In: a head token. Out: a kind, yes or no."""

import re
from bisect import bisect_right

from reportedly.extract.events.words import countries, currencies, measures, noun_classes
from reportedly.extract.phrases import mention_of
from reportedly.model import Annotated, Mention, Token

KIND_OF_SCHEMA = {
    "Person": "person", "Organization": "group", "Company": "group", "PublicBody": "group", "LegalEntity": "person",
    "Address": "region", "Event": "abstract", "Vehicle": "vehicle", "Thing": "thing",
}  # fmt: skip
AGENTS = frozenset({"person", "group", "state"})
PERSONAL = frozenset(
    "i we you he she they me us him her them who whom my our his their himself herself themselves whose".split()  # noqa: SIM905
)
ANYBODY = frozenset(
    "anyone anybody someone somebody everyone everybody nobody no-one none".split()  # noqa: SIM905
)
"""Words for persons that pick out nobody."""

OTHERS = frozenset({"others", "neither"})
"""Words that stand for persons or bodies told of before."""

GLUED_SUM = re.compile(r"[A-Z]{1,3}[a-z]{0,2}\.?[$€£]?\d[\d.,]*")
"""A number glued to a currency's letters: "P8.6", "R500", "Rs40"."""

GREAT_NUMBERS = frozenset({"million", "billion", "trillion", "crore", "lakh", "thousand"})

QUANTIFIERS = frozenset(
    "dozen dozens hundred hundreds thousand thousands score scores million several some many".split()  # noqa: SIM905
)
NUMERIC = frozenset({"official", "latest", "higher", "lower", "exact", "final", "revised", "government", "new"}) | {
    "provisional", "different", "precise", "same", "earlier", "total", "actual", "real", "unofficial", "annual",
    "monthly", "updated", "preliminary", "whose", "its", "their",
}  # fmt: skip
"""Words before "figure" that make it a number, no person."""

EXPLOSIVE_MINES = frozenset({
    "land", "sea", "naval", "limpet", "claymore", "improvised", "homemade", "home-made", "unexploded", "personnel",
    "anti-personnel", "antipersonnel", "tank", "anti-tank", "antitank", "vehicle", "anti-vehicle", "magnetic",
    "floating", "buried", "butterfly",
})  # fmt: skip
"""Words before "mine" that make it a weapon, no pit."""

LAYING = frozenset("plant lay sow scatter bury detonate defuse clear remove".split())  # noqa: SIM905
"""What is done to a mine that is a weapon."""

AMOUNTS = frozenset({"sum", "amount"})
"""Nouns of quantity that name things, whatever stands after their "of" ("sums of public funds")."""

AMMUNITION = frozenset("round fragment burst splinter salvo volley".split())  # noqa: SIM905
"""Nouns that the weapon before them makes one ("mortar rounds")."""

SPECIFYING = frozenset({"det", "poss", "nummod", "predet", "quantmod"})
CURRENCY = frozenset("$€£¥₹₦")
ORDINALS = frozenset("first second third fourth fifth sixth last latest".split())  # noqa: SIM905
SERIES = 60
"""Words before "the second" among which the noun of its series is sought."""

VAGUE = frozenset(["a", "an", "any", "no", "every", "each", "all", "such"])


def kind(doc: Annotated, head: int) -> str:
    """What the phrase headed by token `head` names.

    One of person, group (a body that acts), state (a country), region (a named place), place, vehicle, weapon,
    abstract, thing.
    """
    if doc.tokens[head].lemma in AMOUNTS:
        return "thing"
    head = ordered(doc, measured(doc, head))
    token = doc.tokens[head]
    if token.lower in PERSONAL or token.lower in ANYBODY or token.lower in OTHERS:
        return "person"
    if token.pos == "NUM" and is_money(doc, head):
        return "thing"
    mention = mention_of(doc, head)
    if mention is not None and mention.form == "name":
        return kind_of_name(doc, mention)
    if token.lemma == "figure" and is_number(doc, head):
        return "abstract"
    if token.lemma == "state" and any(doc.tokens[c].lower == "of" for c in doc.children[head]):
        return "abstract"
    if is_armed(doc, head):
        return "weapon"
    classes = noun_classes()
    found = classes.get(token.lemma.lower()) or classes.get(token.lower)
    if found is not None:
        return found
    return kind_by_form(doc, head)


def is_armed(doc: Annotated, head: int) -> bool:
    """Whether the words around a noun make it a weapon: "land mines", "mines laid by the rebels", "mortar rounds"."""
    token = doc.tokens[head]
    if token.lemma in AMMUNITION:
        below = (doc.tokens[c] for c in doc.children[head] if doc.tokens[c].dep == "compound")
        return any(noun_classes().get(t.lemma.lower()) == "weapon" for t in below)
    if token.lemma != "mine":
        return False
    if any(doc.tokens[c].lower in EXPLOSIVE_MINES for c in doc.children[head] if c < head):
        return True
    laid = [c for c in doc.children[head] if doc.tokens[c].dep in ("acl", "relcl")]
    if token.dep in ("dobj", "nsubjpass"):
        laid.append(token.head)
    return any(doc.tokens[place].lemma in LAYING for place in laid)


def is_number(doc: Annotated, head: int) -> bool:
    """Whether "figure" means a number: bare, or told of by no more than how new or exact it is."""
    words = [doc.tokens[c] for c in doc.children[head] if c < head]
    return all(t.dep in ("det", "poss", "punct") or t.lower in NUMERIC for t in words)


def kind_of_name(doc: Annotated, mention: Mention) -> str:
    """The kind of a name: a country is a state; a mere thing is what its last word names ("the Coalition")."""
    if is_country(doc, mention):
        return "state"
    if (
        mention.schema not in ("Person", "Address")
        and noun_classes().get(doc.tokens[mention.last - 1].lower) == "place"
    ):
        return "place"
    if mention.schema == "Thing":
        return noun_classes().get(doc.tokens[mention.last - 1].lower, "group")
    return KIND_OF_SCHEMA[mention.schema]


def measured(doc: Annotated, head: int) -> int:
    """The token that says what a phrase names: for "dozens of men" the noun after "of", else the head itself."""
    token = doc.tokens[head]
    if token.lemma in measures() or token.lower in measures():
        for child in doc.children[head]:
            inner = doc.child(child, "pobj") if doc.tokens[child].lower == "of" else None
            if inner is not None:
                return inner
    return head


def ordered(doc: Annotated, head: int) -> int:
    """The noun that "the second" leaves out, that of "the first raid" before it; `head` itself for other words."""
    token = doc.tokens[head]
    if token.lower not in ORDINALS or token.dep not in ("nsubj", "nsubjpass") or doc.child(head, "det") is None:
        return head
    for other in reversed(doc.tokens[max(0, head - SERIES) : head]):
        noun = doc.tokens[other.head]
        if other.lower in ORDINALS and other.dep == "amod" and noun.pos == "NOUN" and noun.i > other.i:
            return noun.i
    return head


def is_country(doc: Annotated, mention: Mention) -> bool:
    """Whether a name is that of a country, which acts as a state and is a place too."""
    return doc.text_of(mention.span).lower().removeprefix("the ") in countries()


def kind_by_form(doc: Annotated, head: int) -> str:
    """The kind of a noun that no list knows: by its mention, its part of speech, its ending."""
    token = doc.tokens[head]
    mention = mention_of(doc, head)
    if mention is not None and mention.form in ("description", "pronoun"):
        return KIND_OF_SCHEMA[mention.schema]
    if token.pos == "NUM":
        return "thing" if is_money(doc, head) else "person"
    if token.lower.endswith(("man", "men", "woman", "women", "ist", "ists", "ians")):
        return "person"
    if token.tag in ("NNP", "NNPS"):
        return "group"
    return "thing"


def is_money(doc: Annotated, head: int) -> bool:
    """Whether a number is a sum of money, by the sign beside or inside it."""
    signs = (doc.tokens[head], *(doc.tokens[c] for c in doc.children[head]))
    return any(
        token.tag == "$" or token.text[-1:] in CURRENCY or token.text[:1] in CURRENCY or is_glued(doc, token)
        for token in signs
    )


def is_glued(doc: Annotated, token: Token) -> bool:
    """Whether a token is a number glued to a currency's letters, and not the name of a road or a weapon ("M16")."""
    after = doc.tokens[token.i + 1].lower if token.i + 1 < len(doc.tokens) else ""
    return (after in GREAT_NUMBERS or "," in token.text) and GLUED_SUM.fullmatch(token.text) is not None


def is_sum(doc: Annotated, head: int) -> bool:
    """Whether a phrase names a sum of money: by its sign, its currency with a number, or as "a bag of cash"."""
    inner = [place for child in doc.children[head] for place in doc.children[child] if doc.tokens[child].lower == "of"]
    for place in (head, *inner):
        token = doc.tokens[place]
        if is_money(doc, place) or token.lemma in ("money", "cash"):
            return True
        if token.lemma.lower() in currencies() and doc.child(place, "nummod") is not None:
            return True
    return False


def is_agent(doc: Annotated, head: int) -> bool:
    """Whether the phrase names a person or a body that can act."""
    return kind(doc, head) in AGENTS


def is_specific(doc: Annotated, head: int) -> bool:
    """Whether the phrase picks out something: a name, a pronoun, or a noun that is determined, counted or qualified.

    False for a bare plural ("rebels"), for "you" and for "any", "every", "no".
    """
    token = doc.tokens[head]
    if token.lower in ("you", "your"):
        return False
    if token.lower in PERSONAL or token.pos in ("PROPN", "NUM") or token.lower in QUANTIFIERS:
        return True
    if token.lower in ("it", "this", "that", "these", "those", "both"):
        return (head in doc.mention_at and doc.mention_at[head].entity is not None) or token.lower in ("it", "both")
    for child in doc.children[head]:
        other = doc.tokens[child]
        if other.dep in SPECIFYING and other.lower not in ("any", "no", "every", "each", "such"):
            return True
        if other.pos == "PROPN" or child in doc.name_over:
            return True
        if other.dep == "prep" and any(is_given(doc, inner) for inner in doc.children[child]):
            return True
    mention = mention_of(doc, head)
    return mention is not None and mention.form == "name"


def is_given(doc: Annotated, place: int) -> bool:
    """Whether what a preposition governs is a name or has "the", a number or an owner: it makes its noun specific."""
    if place in doc.name_over:
        return True
    below = (doc.tokens[c] for c in doc.children[place])
    return any(token.dep in ("poss", "nummod") or token.lower in ("the", "this") for token in below)


def entity_at(doc: Annotated, head: int) -> int | None:
    """The entity that the phrase of `head` means, or None."""
    mention = mention_of(doc, head)
    return None if mention is None else mention.entity


def is_time(doc: Annotated, head: int) -> bool:
    """Whether the token lies in a time expression."""
    place = bisect_right(doc.times, head, key=lambda time: time.first) - 1
    return place >= 0 and head < doc.times[place].last
