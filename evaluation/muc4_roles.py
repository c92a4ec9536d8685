"""From our claims to the role fillers of MUC-4, by simple rules.

In: a report's reading. Out: for each role the fillers, each as one string (GRIT's measure takes any of its names), and
for each organisation the confidence.

A claim counts where it tells of an attack as having happened. Who is named for it comes from
`reportedly.assess.perpetrators`; forces of a state count where they are named for an attack on people or things that
are not forces themselves. The rules know no templates: two incidents of one message are not told apart, as GRIT's
measure does not.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from evaluation.muc4_casing import word_set
from evaluation.muc4_files import ROLES, Entity
from evaluation.muc4_scores import plain
from reportedly.annotate.lexicon import countries
from reportedly.assess.lexicon import words
from reportedly.assess.perpetrators import NamedAs, Naming, firmest, is_attack, namings
from reportedly.model import Annotated, Claim, Role, Sentence, Span, Token, is_occurrence
from reportedly.pipeline import Reading

VALUE: dict[NamedAs, str] = {
    "admitted": "CLAIMED OR ADMITTED",
    "reported_as_fact": "REPORTED AS FACT",
    "accused_by_authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "accused": "SUSPECTED OR ACCUSED",
    "possible": "POSSIBLE",
}
"""The words of slot 11 for our footings; a denial has none there."""

BESIDE = VALUE["reported_as_fact"]
"""The value of a band that is only mentioned beside an attack: the key's most frequent one (POSSIBLE by the manual)."""

CUT = re.compile(
    r"\s+(?:who|which|that|whom|whose|wearing|armed with|carrying|of the|of an?|from|in|at|on|near|belonging|led|with|"
    r"identified|riding|traveling|dressed)\b.*|\s*[,(\"].*",
    re.IGNORECASE | re.DOTALL,
)
"""What follows the core of a description."""

COUNTED = re.compile(
    r"^(?:(?:the|at|least|about|some|over|more|than|another|several|many|other|two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"his|her|their|its|our|a|an)\s+)+",
    re.IGNORECASE,
)
"""What stands before a description of things that says how many or whose."""

BODIES = ("Organization", "PublicBody", "Company")
PEOPLE = ("Person", "LegalEntity", None)


class Fillers:
    """The role fillers of one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doc = reading.annotated
        self.found: dict[str, dict[str, str]] = {role: {} for role in ROLES}
        for naming in self.named:
            self.add_perpetrator(naming)
        for claim in self.attacks:
            self.add_hurt(claim)
            self.add_weapons(claim)
        for name in self.beside:
            self.add("PerpOrg", name, name)

    @property
    def entities(self) -> dict[str, list[Entity]]:
        """The fillers by role, each a tuple of one string."""
        return {role: [(name,) for name in names.values()] for role, names in self.found.items()}

    @property
    def confidence(self) -> list[tuple[Entity, str]]:
        """Each perpetrating organisation with the firmest value that a naming gives it."""
        best: dict[str, list[tuple[int, str]]] = {}
        for each in firmest(self.named).values():
            for name in self.bodies(each):
                best.setdefault(plain(name), []).append((list(VALUE).index(each.named_as), name))
        told = [((min(found)[1],), list(VALUE.values())[min(found)[0]]) for found in best.values()]
        return [*told, *(((name,), BESIDE) for name in self.beside if plain(name) not in best)]

    @cached_property
    def attacks(self) -> list[Claim]:
        """The attacks that are told as having happened, where they are no dealings of forces with forces."""
        claims = self.reading.claims
        return [c for c in claims if is_attack(c) and is_occurrence(c) and not self.is_combat(c)]

    @cached_property
    def named(self) -> list[Naming]:
        """Whom the report names for an attack that counts, without denials."""
        counted = [c for c in self.reading.claims if not is_attack(c) or (is_occurrence(c) and not self.is_combat(c))]
        return [each for each in namings(self.reading.report, counted) if each.named_as != "denied"]

    @cached_property
    def beside(self) -> list[str]:
        """Armed bands that stand in the sentence of an attack that counts, named for it or not.

        MUC-4 asks for an organisation that is mentioned with an incident; that is no naming of ours.
        """
        spans = [claim.sentence for claim in self.attacks]
        found = {
            self.doc.entities[m.entity].name: None
            for m in self.doc.mentions
            if m.form == "name" and m.entity is not None and any(span.covers(m.span) for span in spans)
        }
        return [name for name in found if set(plain(name).split()) & word_set("bandname")]

    def is_combat(self, claim: Claim) -> bool:
        """Whether all that an attack hits are fighters of either side."""
        hit = [role for role in claim.roles if role.role in ("victim", "target", "recipient")]
        return bool(hit) and all(self.is_fighter(role) for role in hit)

    def is_fighter(self, role: Role) -> bool:
        """Whether a party is of a force, a guerrilla band or the like by the words of its phrase."""
        return any(word in word_set("fighter") for word in plain(self.doc.text_of(role.span)).split())

    def add_perpetrator(self, naming: Naming) -> None:
        """Take the party as a person or band, and the bodies in its phrase as organisations."""
        for name in self.bodies(naming):
            self.add("PerpOrg", name, name)
        schema = None if naming.entity is None else naming.entity.schema
        text = core(self.doc.text_of(naming.phrase))
        if schema in PEOPLE and not self.is_pronoun(naming.phrase) and self.is_person_like(naming):
            self.add("PerpInd", text if naming.entity is None else naming.entity.name, text)

    def is_person_like(self, naming: Naming) -> bool:
        """Whether the party is one or more persons: a named one, or a description of such."""
        if naming.entity is not None and naming.entity.schema == "Person":
            return True
        return bool(set(plain(core(self.doc.text_of(naming.phrase))).split()) & word_set("band"))

    def is_pronoun(self, span: Span) -> bool:
        """Whether a phrase is one pronoun."""
        return any(m.span == span and m.form == "pronoun" for m in self.doc.mentions)

    def bodies(self, naming: Naming) -> Iterator[str]:
        """The organisations that a party is or belongs to: its own name, or names inside its phrase; no countries."""
        if naming.entity is not None:
            if naming.entity.schema in BODIES and is_body(naming.entity.name):
                yield naming.entity.name
            return
        for mention in self.doc.mentions:
            if mention.entity is not None and mention.schema in BODIES and naming.phrase.covers(mention.span):
                name = self.doc.entities[mention.entity].name
                if mention.form == "name" and is_body(name):
                    yield name

    def add_hurt(self, claim: Claim) -> None:
        """Take named persons as victims, things as targets."""
        for role in claim.roles:
            if role.role not in ("victim", "target", "recipient") or self.is_fighter(role):
                continue
            schema = None if role.entity is None else role.entity.schema
            if schema == "Person" and role.entity is not None:
                self.add("Victim", role.entity.id, role.entity.name)
            elif schema is None or schema in ("Organization", "Company", "Vehicle", "Thing"):
                text = COUNTED.sub("", core(self.doc.text_of(role.span)))
                if self.is_thing(text):
                    self.add("Target", text, text)

    def is_thing(self, text: str) -> bool:
        """Whether a description is of a building, a vehicle or another thing that attacks hit."""
        return bool(plain(text)) and plain(text).split()[-1] in word_set("thing")

    def add_weapons(self, claim: Claim) -> None:
        """Take the weapons of the attack's sentence."""
        for token in self.tokens_in(claim.sentence):
            if token.lower in word_set("weapon") and token.pos in ("NOUN", "PROPN") and token.dep != "compound":
                parts = [c for c in self.doc.children[token.i] if self.doc.tokens[c].dep == "compound"]
                self.add("Weapon", token.lower, self.doc.text_of(self.doc.span(min([*parts, token.i]), token.i + 1)))

    def tokens_in(self, span: Span) -> Iterator[Token]:
        """The tokens of a stretch of text."""
        sentence = next((s for s in self.doc.sentences if s.start == span.start), None)
        return iter(()) if sentence is None else iter(self.doc.tokens[sentence.first : sentence.last])

    def add(self, role: str, key: str, text: str) -> None:
        """Take a filler once."""
        if plain(text):
            self.found[role].setdefault(plain(key), text)


def core(text: str) -> str:
    """A description without what follows its head, on one line."""
    return CUT.sub("", " ".join(text.split())).strip(" '\"")


def is_body(name: str) -> bool:
    """Whether a name may be a perpetrating organisation's: no country, and no body that fights no one."""
    parts = set(plain(name).split())
    return bool(parts) and name.lower() not in countries() and not parts & word_set("harmless")


def keywords(reading: Reading) -> dict[str, list[Entity]]:
    """The baseline: in a sentence with a noun for an attack, persons are victims, organisations perpetrators.

    The other roles take every word of their set.
    """
    doc, attacks = reading.annotated, words("attacks.tsv") | word_set("weapon")
    found: dict[str, dict[str, None]] = {role: {} for role in ROLES}
    for sentence in doc.sentences:
        tokens = doc.tokens[sentence.first : sentence.last]
        if not any(token.lower in attacks or token.lemma in attacks for token in tokens):
            continue
        for token in tokens:
            for role, name in (("PerpInd", "band"), ("Target", "thing"), ("Weapon", "weapon")):
                if token.lower in word_set(name) and token.pos == "NOUN":
                    found[role][token.lower] = None
        for role, name in names_in(doc, sentence):
            found[role][name] = None
    return {role: [(name,) for name in names] for role, names in found.items()}


def names_in(doc: Annotated, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Persons and organisations that a sentence names, with the role that the baseline gives them."""
    for mention in doc.mentions:
        role = {"Person": "Victim", "Organization": "PerpOrg"}.get(mention.schema)
        if role is None or mention.entity is None or mention.form != "name":
            continue
        if sentence.start <= mention.span.start < sentence.end:
            yield role, doc.entities[mention.entity].name
