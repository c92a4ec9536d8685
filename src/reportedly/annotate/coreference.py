"""Whom descriptions and pronouns mean: one candidate or none.

In: tokens, names with their entities, descriptions, quotations. Out: mentions of all three forms, entities.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reportedly.annotate import lexicon
from reportedly.annotate.descriptions import Described
from reportedly.annotate.entities import BODIES, SCHEMA_OF_KIND, Cluster, Clusters
from reportedly.annotate.leads import first_named, named_later, speaker_named_later
from reportedly.annotate.mending import name_head
from reportedly.annotate.names import Name, key_of
from reportedly.annotate.speakers import heading_speaker, speakers
from reportedly.model import Annotated, Mention, Schema, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
SCHEMA_OF_NOUN: dict[str, Schema] = {
    "person": "Person", "people": "LegalEntity", "organisation": "Organization", "public": "PublicBody",
    "company": "Company", "place": "Address", "country": "PublicBody",
}  # fmt: skip
SPEAKING = BODIES | {"country"}
"""Kinds of entities that may say "we" for themselves."""

WINDOW = 3
"""Sentences that a pronoun looks back over."""


class Pronoun(NamedTuple):
    """What a pronoun asks for: person (1, 3) or relative (0), gender, number."""

    person: int
    gender: str
    plural: bool


PRONOUNS: dict[str, Pronoun] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun(3, "m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun(3, "f", False)),
    **dict.fromkeys(("it", "its", "itself"), Pronoun(3, "n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Pronoun(3, "-", True)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Pronoun(1, "-", False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), Pronoun(1, "-", True)),
    **dict.fromkeys(("who", "whom", "whose", "which"), Pronoun(0, "-", False)),
}


class Seen(NamedTuple):
    """A phrase met so far: its head, sentence, entity if any, kind, number, whether it leads its sentence, gender."""

    head: int
    sentence: int
    entity: int | None
    kind: str
    plural: bool
    subject: bool
    gender: str


class Resolver:
    """One pass over a report's mentions in text order."""

    def __init__(self, doc: Annotated, clusters: Clusters, names: Sequence[Name], places: Sequence[int]) -> None:
        self.doc = doc
        self.clusters = clusters
        self.names = names
        self.places = places
        self.seen: list[Seen] = []
        self.mentions: list[Mention] = []
        self.entity_at: dict[int, int] = {
            i: place
            for name, place in zip(names, places, strict=True)
            if name.kind != "people"
            for i in range(name.first, name.last)
        }
        self.quotation_at = {i: q for q in doc.quotations for i in range(q.first, q.last)}
        self.waiting: list[tuple[int, int]] = []
        self.titles: list[tuple[int, str]] = []
        self.kin: list[tuple[int, int, str]] = []
        self.leads: list[tuple[int, int]] = []
        self.parts = first_named(doc, names, places)
        self.told: dict[int, int] = {}
        self.short_for: dict[str, int] = {}

    def run(self, described: Sequence[Described]) -> tuple[Mention, ...]:
        """The mentions of names, descriptions and pronouns, in text order."""
        steps: list[tuple[int, int, int]] = []
        steps += [(name.last - 1, 0, place) for place, name in enumerate(self.names)]
        steps += [(each.head, 1, place) for place, each in enumerate(described)]
        named = self.entity_at
        steps += [(t.i, 2, 0) for t in self.doc.tokens if t.lower in PRONOUNS and t.i not in named and is_pronoun(t)]
        for head, form, place in sorted(steps):
            if form == 0:
                self.name(place)
            elif form == 1:
                self.description(described[place])
            else:
                self.pronoun(self.doc.tokens[head])
        self.settle_first_persons()
        self.settle_titles()
        self.settle_kin()
        self.settle_speakers()
        bearers = self.bearers_by_gender()
        if bearers:
            self.mentions = [
                m if m.entity not in bearers else replace(m, entity=bearers[m.entity]) for m in self.mentions
            ]
        return tuple(sorted(self.mentions, key=lambda m: (m.first, -m.last, m.form)))

    def bearers_by_gender(self) -> dict[int, int]:
        """For a bare surname that two persons share, the one whom titles and pronouns tell by their gender."""
        found: dict[int, int] = {}
        items = self.clusters.items
        for bare, bearers in self.clusters.open.items():
            genders = {bearer: items[bearer].gender for bearer in bearers}
            fitting = [bearer for bearer, gender in genders.items() if gender == items[bare].gender]
            if items[bare].gender != "-" and "-" not in genders.values() and len(fitting) == 1:
                found[bare] = fitting[0]
        return found

    def add(
        self, first: int, last: int, head: int, form: str, schema: Schema, entity: int | None, plural: bool
    ) -> None:
        """Put a mention on record."""
        if entity is not None:
            self.told[head] = entity
        self.mentions.append(
            Mention(self.doc.span(first, last), first, last, head, form, schema, entity, plural)  # type: ignore[arg-type]
        )

    def see(self, first: int, head: int, entity: int | None, kind: str, plural: bool, gender: str = "-") -> None:
        """Remember a phrase as a candidate for what follows."""
        token = self.doc.tokens[head]
        leads = token.dep in SUBJECT or (entity is not None and first - self.doc.sentences[token.sentence].first < 3)
        self.seen.append(Seen(head, token.sentence, entity, kind, plural, leads, gender))

    def name(self, place: int) -> None:
        """A name: note its title and what it stands in apposition to."""
        name, entity = self.names[place], self.places[place]
        tokens = self.doc.tokens
        head = name_head(tokens, name)
        plural = name.kind == "people" and tokens[name.last - 1].tag in ("NNS", "NNPS")
        told = None if plural else entity
        self.add(name.first, name.last, head, "name", SCHEMA_OF_KIND[name.kind], told, plural)
        if plural:
            self.see(name.first, head, None, "people", plural)
            return
        if name.kind == "people" and tokens[name.last - 1].tag in ("JJ", "NNP"):
            return
        item = self.clusters.items[entity]
        self.note_owner(item, name)
        if name.kind == "person":
            self.note_title(item, name.first)
        elif name.first and (noun := lexicon.nouns().get(tokens[name.first - 1].lower)) and not noun.plural:
            item.nouns.add(noun.singular)
        self.see(name.first, head, entity, name.kind, plural)

    def note_owner(self, item: Cluster, name: Name) -> None:
        """Let a country's possessive before a public body be part of the body's full name ("Iran's Navy")."""
        tokens = self.doc.tokens
        if item.kind != "public" or name.first < 2 or tokens[name.first - 1].tag != "POS" or name.last - name.first > 3:
            return
        owner = self.told.get(name.first - 2)
        if owner is None or self.clusters.items[owner].kind != "country":
            return
        if tokens[name.last - 1].lower in lexicon.word_set("own_bodies"):
            form = self.doc.text_of(self.doc.span(name.first - 2, name.last))
            item.fullest = item.fullest or form

    def note_title(self, item: Cluster, first: int) -> None:
        """Note the title or description that stands right before a person's name."""
        tokens, nouns, known = self.doc.tokens, lexicon.nouns(), lexicon.titles()
        words: list[str] = []
        for i in range(first - 1, max(-1, first - 6), -1):
            token = tokens[i]
            if token.sentence != tokens[first].sentence or i in self.entity_at:
                break
            if not (token.tag in ("NN", "NNP", "NNPS", "JJ") or (token.text == "-" and words)):
                break
            words.insert(0, token.lower)
        if not words:
            return
        noun = nouns.get(words[-1])
        if words[-1] in known or (noun is not None and noun.kind == "person"):
            for start in range(len(words)):
                item.titled.add(" ".join(words[start:]))
            item.nouns.add(words[-1])
            gender = known.get(words[-1], noun.gender if noun else "-")
            item.gender = gender if item.gender == "-" else item.gender

    def description(self, each: Described) -> None:
        """A description: resolve it where one candidate fits, note what it says of a name beside it."""
        entity = self.referent(each)
        if entity is None and each.noun.kind == "person" and each.article == "definite" and not each.plural:
            self.titles.append((len(self.mentions), self.title_of(each)))
        owned = self.doc.tokens[each.first].tag == "PRP$"
        if each.noun.kind == "person" and (each.article == "definite" or owned) and not each.plural:
            self.leads.append((len(self.mentions), each.head))
        owner = self.doc.child(each.head, "poss")
        if owner in self.told and each.noun.kind == "person" and not each.plural:
            self.kin.append((len(self.mentions), self.told[owner], each.noun.singular))
        schema = SCHEMA_OF_NOUN[each.noun.kind]
        self.add(each.first, each.last, each.head, "description", schema, entity, each.plural)
        if entity is not None and not each.plural:
            item = self.clusters.items[entity]
            item.nouns.add(each.noun.singular)
            if each.noun.gender != "-" and item.gender == "-":
                item.gender = each.noun.gender
        self.see(each.first, each.head, entity, each.noun.kind, each.plural, each.noun.gender)

    def referent(self, each: Described) -> int | None:
        """The entity that a description means, or None."""
        if each.owner is not None:
            return self.owned(each)
        beside = None if each.plural and each.noun.kind == "person" else self.beside(each)
        if beside is not None or each.plural:
            return beside
        if each.article == "indefinite":
            return named_later(self.parts, self.doc.tokens, each.head) if each.noun.kind == "person" else None
        if each.article == "bare" and each.noun.kind != "public" and not self.is_raised(each):
            return None
        return self.earlier(each)

    def is_raised(self, each: Described) -> bool:
        """Whether a description is a capitalised noun by itself, which stands for a name ("Observatory")."""
        return each.last - each.first == 1 and self.doc.tokens[each.head].text[0].isupper()

    def owned(self, each: Described) -> int:
        """The entity of a body that a name makes its own, "Iranian police"."""
        tokens = self.doc.tokens
        first = each.first
        while tokens[first].tag in ("DT", "CD", "PRP$"):
            first += 1
        form = self.doc.text_of(self.doc.span(first, each.last))
        kind = each.noun.kind if each.noun.kind in BODIES else "organisation"
        return self.clusters.add(key_of(form), kind, form)

    def beside(self, each: Described) -> int | None:
        """The entity named in apposition or by a copula beside a description."""
        doc, head = self.doc, each.head
        token = doc.tokens[head]
        near: list[int] = []
        if token.dep == "appos":
            near.append(token.head)
        if token.dep == "attr" and doc.tokens[token.head].lemma == "be":
            subject = doc.child(token.head, "nsubj")
            if subject is not None and doc.child(token.head, "neg") is None:
                near.append(subject)
        near += [c for c in doc.children[head] if doc.tokens[c].dep == "appos"]
        if each.noun.kind == "place" and (of := doc.child(head, "prep")) is not None and doc.tokens[of].lower == "of":
            near += [c for c in doc.children[of] if doc.tokens[c].dep == "pobj"]
        if each.last < len(doc.tokens):
            near.append(each.last)
        for place in near:
            entity = self.entity_at.get(place)
            if entity is not None and agrees(each.noun.kind, self.clusters.items[entity].kind):
                return entity
        return None

    def title_of(self, each: Described) -> str:
        """The words of a description without its article, in lower case."""
        return " ".join(t.lower for t in self.doc.tokens[each.first : each.last] if t.tag not in ("DT", "PRP$"))

    def earlier(self, each: Described) -> int | None:
        """The one entity met before that a definite description can mean."""
        noun, sentence = each.noun.singular, self.doc.tokens[each.head].sentence
        title = self.title_of(each)
        by_title: list[int] = []
        by_noun: list[int] = []
        spelled: list[int] = []
        recent: list[int] = []
        for seen in reversed(self.seen):
            if seen.entity is None or seen.plural:
                continue
            item = self.clusters.items[seen.entity]
            if title in item.titled:
                by_title.append(seen.entity)
            if not agrees(each.noun.kind, item.kind):
                continue
            if noun in item.nouns or noun in item.words:
                by_noun.append(seen.entity)
                spelled += [seen.entity] if self.doc.tokens[seen.head].lower == noun else []
            if sentence - seen.sentence <= 2:
                recent.append(seen.entity)
        if by_title:
            return only(by_title)
        if by_noun:
            return self.shorthand(noun, by_noun, spelled)
        if each.noun.kind in ("place", "country"):
            return only(recent)
        generic = is_generic(noun, each.noun.kind) and len(title.split()) < 3
        if not generic or any(i in self.entity_at for i in range(each.first, each.last)):
            return None
        return only(recent)

    def shorthand(self, noun: str, fitting: Sequence[int], spelled: Sequence[int]) -> int | None:
        """Which of the bodies that fit "the council" it means: the only one, the only one whose name has ended in the
        noun so far, or the one that it has stood for before; else None.
        """
        found = only(fitting)
        if found is None:
            before = self.short_for.get(noun)
            found = before if before in fitting else only(spelled)
        if found is not None:
            self.short_for[noun] = found
        return found

    def pronoun(self, token: Token) -> None:
        """A pronoun: resolve it by its kind; first persons wait for the speaker."""
        asked = PRONOUNS[token.lower]
        if asked.person == 1:
            self.waiting.append((len(self.mentions), token.i))
            entity = None
        elif asked.person == 0:
            entity = self.relative(token)
        elif asked.gender in "mf":
            entity = self.person_before(token, asked.gender)
        else:
            entity = self.body_before(token, asked.plural)
        schema: Schema = "Person" if asked.gender in "mf" else "LegalEntity"
        if entity is not None:
            item = self.clusters.items[entity]
            schema = SCHEMA_OF_KIND[item.kind]
            if asked.gender in "mf" and item.gender == "-":
                item.gender = asked.gender
        self.add(token.i, token.i + 1, token.i, "pronoun", schema, entity, asked.plural)
        if entity is not None and asked.person == 3:
            self.see(token.i, token.i, entity, self.clusters.items[entity].kind, asked.plural)

    def relative(self, token: Token) -> int | None:
        """The entity of the noun that a relative clause follows."""
        tokens = self.doc.tokens
        place = token.i
        for _ in range(6):
            if tokens[place].dep == "relcl":
                head = tokens[place].head
                return self.entity_of_head(head)
            if tokens[place].head == place:
                break
            place = tokens[place].head
        return None

    def entity_of_head(self, head: int) -> int | None:
        """The entity of the phrase met before with this head, or None."""
        if head in self.entity_at:
            return self.entity_at[head]
        for seen in reversed(self.seen[-12:]):
            if seen.head == head:
                return seen.entity
        return None

    def person_before(self, token: Token, gender: str) -> int | None:
        """The person that "he" or "she" means; None where an unnamed person stands nearest.

        That is the speaker before, else the subject of this or an earlier sentence, else the nearest.
        """
        choices = self.persons_before(token, gender)
        if self.speaks(token):
            spoke = self.speaker_among(choices)
            if spoke is not None:
                return spoke.entity
        for back in sorted(choices):
            chosen = self.leading(choices[back], back)
            if chosen is not None:
                return chosen.entity
        return None

    def leading(self, found: Sequence[Seen], back: int) -> Seen | None:
        """The person a sentence is about: in the pronoun's own the nearest subject, before it the first named one."""
        subjects = [seen for seen in found if seen.subject]
        if subjects and not back:
            return subjects[-1]
        named = [seen for seen in subjects if seen.entity is not None]
        others = [seen for seen in found if seen.entity is not None]
        return next(iter((*named, *subjects, *others[::-1])), None)

    def speaker_among(self, choices: dict[int, list[Seen]]) -> Seen | None:
        """The nearest one who speaks, of several in a sentence the one of its main verb."""
        tokens = self.doc.tokens
        for back in sorted(choices):
            spoke = [seen for seen in choices[back] if self.speaks(tokens[seen.head])]
            if spoke:
                return next((seen for seen in spoke if tokens[tokens[seen.head].head].dep == "ROOT"), spoke[0])
        return None

    def persons_before(self, token: Token, gender: str) -> dict[int, list[Seen]]:
        """For 0, 1 .. sentences back, the persons met there that can be meant, in text order."""
        inside = self.quotation_at.get(token.i)
        speaker = self.speaker_of.get(inside.number) if inside else None
        choices: dict[int, list[Seen]] = {}
        for seen in reversed(self.seen):
            back = self.distance(seen.sentence, token.sentence, inside is None)
            if back > WINDOW:
                break
            if seen.kind != "person" or seen.plural or seen.head == speaker or self.same_clause(seen, token):
                continue
            known = seen.gender if seen.entity is None else self.clusters.items[seen.entity].gender
            if known not in ("-", gender) or (inside is None and seen.head in self.quotation_at):
                continue
            choices.setdefault(back, []).insert(0, seen)
        return choices

    def distance(self, first: int, last: int, outside: bool) -> int:
        """How many sentences lie between two; for a pronoun outside quotations, those inside do not count."""
        return self.spoken_before[last] - self.spoken_before[first] if outside else last - first

    @cached_property
    def spoken_before(self) -> list[int]:
        """For each sentence how many up to it begin outside quotations."""
        return list(accumulate(sentence.first not in self.quotation_at for sentence in self.doc.sentences))

    def speaks(self, token: Token) -> bool:
        """Whether a token is the subject of a reporting verb."""
        above = self.doc.tokens[token.head]
        return token.dep == "nsubj" and above.lemma in lexicon.words("speech_verbs")

    def same_clause(self, seen: Seen, token: Token) -> bool:
        """Whether both are arguments of one verb, so that they cannot be the same person."""
        other = self.doc.tokens[seen.head]
        return (
            token.tag == "PRP"
            and not token.lower.endswith("self")
            and other.head == token.head
            and other.i != token.head
        )

    def is_empty(self, token: Token) -> bool:
        """Whether "it" stands for nothing: "it is believed that", "makes it easier to"."""
        tokens = self.doc.tokens[token.i + 1 : token.i + 8]
        if token.lower != "it" or not tokens:
            return False
        if tokens[0].tag in ("JJ", "JJR"):
            return True
        first = next((i for i, t in enumerate(tokens) if t.lemma in ("be", "seem", "appear")), 9)
        if first > 2:
            return False
        rest = tokens[first + 1 :]
        clause = any(t.lower in ("that", "to", "whether", "for", "how", "why", "when") for t in rest)
        return clause and any(t.tag in ("JJ", "JJR", "VBN", "NN", "RB") for t in rest[:3])

    def body_before(self, token: Token, plural: bool) -> int | None:
        """The body that "it" or "they" means: the nearest subject before it, where that is one."""
        if self.is_empty(token):
            return None
        for place in self.subjects_before(token):
            entity = self.entity_at.get(place)
            kind = None if entity is None else self.clusters.items[entity].kind
            if kind == "person":
                if plural:
                    return None
                continue
            if entity is None:
                entity = self.entity_of_head(place)
                kind = None if entity is None else self.clusters.items[entity].kind
                if entity is None or kind == "person":
                    if self.doc.tokens[place].tag in ("PRP", "WP", "WDT", "EX", "DT"):
                        continue
                    return None
            return entity if kind in BODIES or (kind in ("country", "place") and not plural) else None
        return None

    def subjects_before(self, token: Token) -> Iterable[int]:
        """The subjects before a token in its sentence and the one before, nearest first."""
        tokens = self.doc.tokens
        sentences = self.doc.sentences
        start = sentences[max(0, token.sentence - 1)].first
        for i in range(token.i - 1, start - 1, -1):
            other = tokens[i]
            if other.dep in SUBJECT and not (other.head == token.head and token.tag == "PRP"):
                yield i

    def settle_first_persons(self) -> None:
        """Give "I" inside a quotation its speaker; "we" only a body that speaks or that was the sentence's subject."""
        entity_of = {mention.head: mention.entity for mention in self.mentions if mention.entity is not None}
        ours: dict[int, int] = {}
        for place, i in self.waiting:
            inside = self.quotation_at.get(i)
            head = self.speaker_of.get(inside.number) if inside is not None else self.heading_speaker_at(i)
            if head is None and inside is None:
                continue
            entity = None if head is None else entity_of.get(head, self.entity_at.get(head))
            if self.mentions[place].plural:
                spoken = entity if entity is not None and self.clusters.items[entity].kind in SPEAKING else None
                number = -1 if inside is None else inside.number
                entity = self.body_of_sentence(i) or spoken or ours.get(number)
                if entity is not None:
                    ours[number] = entity
            if entity is not None:
                self.tell(place, entity)

    def body_of_sentence(self, i: int) -> int | None:
        """The body that is a subject before token `i` in its sentence, or None."""
        sentence = self.doc.tokens[i].sentence
        for seen in reversed(self.seen):
            if seen.sentence == sentence and seen.head < i and seen.subject and seen.entity is not None:
                return seen.entity if seen.kind in BODIES else None
        return None

    def settle_titles(self) -> None:
        """Give titles whose bearer is named only later in the report their person."""
        for place, title in self.titles:
            bearers = [entity for entity, item in enumerate(self.clusters.items) if title in item.titled]
            if len(bearers) == 1 and self.mentions[place].entity is None:
                self.tell(place, bearers[0])

    def settle_kin(self) -> None:
        """Give "his wife" the person who is named so elsewhere in the report."""
        named: dict[tuple[int, str], set[int]] = {}
        for place, owner, noun in self.kin:
            entity = self.mentions[place].entity
            if entity is not None:
                named.setdefault((owner, noun), set()).add(entity)
        for place, owner, noun in self.kin:
            fitting = named.get((owner, noun), set())
            if self.mentions[place].entity is None and len(fitting) == 1:
                self.tell(place, next(iter(fitting)))

    def settle_speakers(self) -> None:
        """Give "the director", who speaks and is not named, the person who goes on speaking under a new name."""
        for place, head in self.leads:
            entity = speaker_named_later(self.parts, self.doc.tokens, head)
            if entity is not None and self.mentions[place].entity is None:
                self.tell(place, entity)

    def tell(self, place: int, entity: int) -> None:
        """Set the entity of the mention at `place`."""
        self.mentions[place] = replace(
            self.mentions[place], entity=entity, schema=SCHEMA_OF_KIND[self.clusters.items[entity].kind]
        )

    def heading_speaker_at(self, i: int) -> int | None:
        """The token that says token `i`, outside quotations, where a line heads the report as a statement; or None."""
        return self.headed[0] if self.headed is not None and i >= self.headed[1] else None

    @cached_property
    def headed(self) -> tuple[int, int] | None:
        """The speaker of the whole report and the first token of what is said."""
        return heading_speaker(self.doc)

    @cached_property
    def speaker_of(self) -> dict[int, int]:
        """For each quotation's number the token that says it."""
        return speakers(self.doc)


def is_pronoun(token: Token) -> bool:
    """Whether the token stands for someone ("US" is a country, "that it rained" an expletive)."""
    if token.text == "US" or token.tag not in ("PRP", "PRP$", "WP", "WP$", "WDT"):
        return False
    return token.dep != "expl"


def agrees(noun_kind: str, kind: str) -> bool:
    """Whether a noun of one kind may describe an entity of another."""
    if noun_kind == "person":
        return kind == "person"
    if noun_kind == "people":
        return kind in BODIES
    if noun_kind in ("place", "country"):
        return kind == noun_kind
    if noun_kind == "public":
        return kind in ("public", "organisation", "country")
    return kind in BODIES


def is_generic(noun: str, kind: str) -> bool:
    """Whether a noun fits any entity of its kind."""
    if kind == "person":
        return noun in lexicon.word_set("generic_persons")
    return noun in lexicon.word_set("generic_bodies") or noun in lexicon.word_set("generic_companies")


def only(found: Sequence[int]) -> int | None:
    """The one value that `found` repeats, or None."""
    return found[0] if found and len(set(found)) == 1 else None
