"""What speaks for and against a string's filling a role of MUC-4.

In: a report's reading and its candidates. Out: for each candidate a set of signs, short words such as `h=bomb` or
`g:dobj>kidnap`: of the string itself, of every place where it stands (what governs it, what stands beside it, claims
that it has a part in), and of the report. How much a sign weighs is learned (`muc4_fillers.tsv`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from evaluation.muc4_candidates import Candidate, Place, plain
from evaluation.muc4_casing import word_set
from evaluation.muc4_files import ROLES
from evaluation.muc4_roles import Fillers
from reportedly.assess.perpetrators import is_attack
from reportedly.model import Claim, Span, Token
from reportedly.pipeline import Reading

Weights = Mapping[str, tuple[float, ...]]


@cache
def learned_weights(file: str) -> Weights:
    """The weights of signs in a table beside this module, a column a role or value."""
    lines = Path(__file__).with_name(file).read_text("utf-8").splitlines()
    parts = (line.split("\t") for line in lines if not line.startswith("# "))
    return {sign: tuple(map(float, values)) for sign, *values in parts}


KINDS = ("weapon", "band", "fighter", "thing", "harmless", "bandname")
NEAR = 3
"""Tokens on either side whose words are signs."""


class Signs:
    """The signs of one report's candidates."""

    def __init__(self, reading: Reading) -> None:
        self.doc = reading.annotated
        self.claims = reading.claims
        self.rules = Fillers(reading)

    def of(self, candidate: Candidate) -> frozenset[str]:
        """The signs of a candidate."""
        found = {*self.of_string(candidate), *self.of_rules(candidate), *self.of_report}
        for place in candidate.places:
            found.update(self.of_place(place))
        return frozenset(found)

    def of_string(self, candidate: Candidate) -> Iterator[str]:
        """The string, its words and their sets, how often it stands there and where first."""
        words, head = candidate.key.split(), self.doc.tokens[candidate.places[0].head]
        yield from (f"s={candidate.key}", f"h={head.lemma.lower()}", f"first={words[0]}", f"last={words[-1]}")
        yield f"len={min(len(words), 6)}"
        yield from (f"w={word}" for word in words)
        for kind in KINDS:
            if head.lower in word_set(kind):
                yield f"k:h:{kind}"
            if not word_set(kind).isdisjoint(words):
                yield f"k:w:{kind}"
        yield f"pos:{step(head.sentence)}"
        yield f"cnt:{step(len(candidate.places))}"

    def of_rules(self, candidate: Candidate) -> Iterator[str]:
        """Whether the rules make it, or words of it or around it, a filler."""
        words = set(candidate.key.split())
        for role, strings in self.told.items():
            if candidate.key in strings:
                yield f"rule={role}"
            elif any(words <= other or other <= words for other in strings.values()):
                yield f"rule~{role}"

    @cached_property
    def told(self) -> dict[str, dict[str, set[str]]]:
        """The rules' fillers by role, each with its words."""
        entities = self.rules.entities
        return {role: {key: set(key.split()) for e in entities[role] for key in map(plain, e)} for role in ROLES}

    @cached_property
    def of_report(self) -> tuple[str, str]:
        """How many attacks the report tells of, and how many that count."""
        return f"nat:{step(len(self.attacks))}", f"nac:{step(len(self.rules.attacks))}"

    @cached_property
    def attacks(self) -> list[Claim]:
        """The attacks that the report tells of."""
        return [claim for claim in self.claims if is_attack(claim)]

    def of_place(self, place: Place) -> Iterator[str]:
        """What one place says."""
        yield from self.of_governors(place.head)
        yield from self.of_neighbours(place)
        yield from self.of_mention(place)
        yield from self.parts.get(place.head, ())
        yield from self.of_sentence(self.doc.tokens[place.head].sentence)
        if any(quoted.first <= place.head < quoted.last for quoted in self.doc.quotations):
            yield "quoted"

    def of_governors(self, head: int) -> Iterator[str]:
        """What governs the place, and what governs a noun that does."""
        relation, above = self.governor(head)
        yield from (f"g:{relation}>{above.lemma.lower()}", f"r:{relation}", f"gl:{above.lemma.lower()}")
        if above.pos in ("NOUN", "PROPN"):
            further, top = self.governor(above.i)
            yield f"gg:{relation}>{further}>{top.lemma.lower()}"

    def governor(self, i: int) -> tuple[str, Token]:
        """How a token hangs on the next one above, through conjunctions, appositions and prepositions."""
        token = self.doc.tokens[i]
        relation, above = token.dep, self.doc.tokens[token.head]
        while relation in ("conj", "appos") and above.i != token.i:
            token = above
            relation, above = token.dep, self.doc.tokens[token.head]
        if relation in ("pobj", "pcomp"):
            return f"{relation}:{above.lower}", self.doc.tokens[above.head]
        return relation, above

    def of_neighbours(self, place: Place) -> Iterator[str]:
        """The words beside the place, and whether the phrase goes on there."""
        tokens = self.doc.tokens
        if place.first == place.edge:
            yield "left:edge"
        else:
            yield f"left:{tokens[place.first - 1].pos}"
            yield f"lw:{tokens[place.first - 1].lower}"
        if place.first:
            yield f"pw:{tokens[place.first - 1].lower}"
        if place.last < len(tokens):
            following = tokens[place.last]
            yield f"right:{following.dep if following.head == place.head else 'x'}"
            yield f"rw:{following.lower}"
        sentence = self.doc.sentences[tokens[place.head].sentence]
        for i in range(max(sentence.first, place.first - NEAR), min(sentence.last, place.last + NEAR)):
            if not place.first <= i < place.last and tokens[i].text[0].isalnum():
                yield f"n:{tokens[i].lemma.lower()}"

    def of_mention(self, place: Place) -> Iterator[str]:
        """What kind of word carries the place, and the name or description that it is."""
        yield f"tag:{self.doc.tokens[place.head].tag}"
        mention = self.doc.mention_at.get(place.head)
        if mention is not None:
            is_all = (mention.first, mention.last) == (place.first, place.last)
            yield f"m:{mention.form}:{mention.schema}:{is_all}"
        name = self.doc.name_over.get(place.head)
        if name is not None:
            yield "isname" if (name.first, name.last) == (place.first, place.last) else "inname"

    def of_sentence(self, number: int) -> tuple[str, ...]:
        """Whether its sentence tells of an attack, or one beside it."""
        if number in self.struck:
            return ("sa", *self.struck[number])
        return ("sa:near",) if number - 1 in self.struck or number + 1 in self.struck else ()

    @cached_property
    def struck(self) -> dict[int, set[str]]:
        """The sentences that tell of attacks, with the attacks' modes and whether they count."""
        places = {sentence.start: i for i, sentence in enumerate(self.doc.sentences)}
        counted = {claim.id for claim in self.rules.attacks}
        found: dict[int, set[str]] = {}
        for claim in self.attacks:
            number = places.get(claim.sentence.start)
            if number is not None:
                found.setdefault(number, set()).update((f"sa:{claim.mode}", f"sa:{claim.id in counted}"))
        return found

    @cached_property
    def parts(self) -> dict[int, set[str]]:
        """The claims in which the phrase that a token carries has a part."""
        found: dict[int, set[str]] = {}
        for claim in self.claims:
            for role in claim.roles:
                for i in self.heads(role.span):
                    signs = found.setdefault(i, set())
                    signs.update((f"c:{claim.type}:{role.role}", f"cm:{claim.type}:{claim.mode}:{role.role}"))
        return found

    def heads(self, span: Span) -> Iterator[int]:
        """The tokens of a span that hang on none of it."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        for token in self.doc.tokens[first:last]:
            if token.head == token.i or not first <= token.head < last:
                yield token.i

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where the tokens begin."""
        return [token.start for token in self.doc.tokens]


def step(count: int) -> str:
    """A number, the greater ones by steps."""
    return str(count) if count < 4 else "4-7" if count < 8 else "8-15" if count < 16 else "16+"
