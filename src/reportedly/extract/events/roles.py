"""Who takes part in an event, and as what: from a trigger's frame and the phrases around it.

In: a trigger and the report's clauses. Out: `Filler` values, tokens of phrases with their roles.
"""

from typing import NamedTuple

from reportedly.extract.events.clauses import SPOKEN, Clauses, Phrases, Slots, phrases, said_of
from reportedly.extract.events.openings import is_slug
from reportedly.extract.events.participants import AGENTS, QUANTIFIERS, entity_at, is_money, is_time, kind
from reportedly.extract.events.strays import doers, of_predicate, shared, verb_aided
from reportedly.extract.events.triggers import Trigger
from reportedly.extract.events.words import Frame, mediums
from reportedly.extract.phrases import conjuncts, is_infinitive
from reportedly.model import Annotated

ACTIVE_ROLES = frozenset({"actor", "participant", "host"})
URGING = frozenset({"ask", "press"})


OWNED = frozenset({"@rt", "@rtg", "target"})
"""Slots of an object whose owner or author is aimed at where the object is a thing or a saying."""

TAKING = frozenset({"seize", "siege"})
"""Frames of nouns whose owner, where it is a place, is what is taken ("the town's seizure")."""

DEMANDS = frozenset({"ask", "demand"})
"""Frames of nouns whose author stands after "from" ("an order from the committee")."""

THROWN = frozenset({"weapon", "vehicle"})
"""Kinds of what is fired or thrown at somebody."""

WAGING = frozenset({"launch", "wage", "declare", "start", "begin"})
"""Verbs of one side's own war ("launched a war against the rebels")."""

CAPTIVE = frozenset({"hostage", "prisoner", "captive"})

FORCES = frozenset({"police", "army", "navy", "military", "government", "militia", "guerrilla", "rebel", "coalition"})
"""First words of event phrases that tell who acts ("police raid")."""

AHEAD = 8
"""Words after a group within which those that are named as its examples begin."""

AUTHORS = frozenset({"by", "from"})


class Filler(NamedTuple):
    """A role with the head of its phrase; `clause` where it is a clause or a topic taken whole."""

    role: str
    head: int
    clause: bool = False
    capacity: int | None = None


def fillers(clauses: Clauses, trigger: Trigger) -> list[Filler]:
    """The participants of a trigger in text order, each phrase once."""
    if trigger.harmed:
        found = [Filler("victim", head) for head in trigger.harmed]
    elif trigger.sort == "verb":
        found = verb_fillers(clauses, trigger)
    elif trigger.sort == "noun":
        found = noun_fillers(clauses, trigger)
    else:
        found = adjective_fillers(clauses, trigger)
    return tidy(clauses.doc, trigger, [g for f in found for g in named_with(clauses.doc, f)])


def named_with(doc: Annotated, filler: Filler) -> list[Filler]:
    """A filler with those that are named beside its phrase in the same role."""
    return [*members(doc, filler), *examples(doc, filler), *fellows(doc, filler)]


def fellows(doc: Annotated, filler: Filler) -> list[Filler]:
    """Those told to be among a group, in its role ("Ada Roe was among 12 people arrested")."""
    among = doc.tokens[doc.tokens[filler.head].head]
    if filler.clause or among.lower != "among" or doc.tokens[among.head].lemma != "be":
        return []
    if doc.child(among.head, "neg") is not None:
        return []
    subject = doc.child(among.head, "nsubj")
    return [] if subject is None else [filler._replace(head=place) for place in conjuncts(doc, subject)]


def members(doc: Annotated, filler: Filler) -> list[Filler]:
    """Each of those whose names follow the noun for them all ("the brothers Ada and Jan Roe"), else the filler."""
    head = filler.head
    if filler.clause or doc.tokens[head].tag != "NNS" or doc.child(head, "appos") is None:
        return [filler]
    name = doc.name_over.get(head + 1)
    if name is None or doc.tokens[name.head].dep != "appos" or doc.tokens[name.head].head != head:
        return [filler]
    named = [c for c in conjuncts(doc, name.head) if c in doc.name_over]
    return [filler._replace(head=c) for c in named] if len(named) > 1 else [filler]


def examples(doc: Annotated, filler: Filler) -> list[Filler]:
    """Those named as examples of a group, in its role ("activists including A and B", "rivals such as X")."""
    if filler.clause or filler.head in doc.name_over or kind(doc, filler.head) not in AGENTS:
        return []
    sentence = doc.tokens[filler.head].sentence
    for token in doc.tokens[filler.head + 1 : filler.head + 1 + AHEAD]:
        named = token.lower == "including" or (token.lower == "as" and doc.tokens[token.i - 1].lower == "such")
        if token.sentence != sentence or (token.tag.startswith("VB") and not named):
            return []
        if named:
            inner = doc.child(token.i, "pobj")
            members = () if inner is None else conjuncts(doc, inner)
            return [filler._replace(head=m) for m in members if m in doc.name_over and kind(doc, m) in AGENTS]
    return []


def tidy(doc: Annotated, trigger: Trigger, found: list[Filler]) -> list[Filler]:
    """The fillers with each phrase kept once, the trigger's own words left out."""
    kept: dict[int, Filler] = {}
    names: set[int] = set()
    for filler in found:
        name = None if filler.clause else doc.name_over.get(filler.head)
        if name is not None and name.first in names:
            continue
        names |= set() if name is None else {name.first}
        if filler.role == "topic" and any(f.role == "topic" for f in kept.values()):
            continue
        if not filler.clause and (qualifies(doc, filler.head) or is_slug(doc, filler.head)):
            continue
        inside = trigger.first <= filler.head < trigger.last and not filler.clause
        inside = inside and not (trigger.sort == "verb" and filler.head not in (trigger.head, *trigger.parts))
        inside = inside and (filler.role != "actor" or doc.tokens[filler.head].lower not in FORCES)
        timed = not (filler.clause or trigger.harmed) and is_time(doc, filler.head)
        if not inside and not timed and filler.head not in kept and (filler.head not in trigger.parts or filler.clause):
            kept[filler.head] = filler
    return sorted(kept.values(), key=lambda f: f.head)


def qualifies(doc: Annotated, head: int) -> bool:
    """Whether a country in a list goes with those whose people the phrase names ("ministers of A, B and C")."""
    if doc.tokens[head].dep != "conj" or kind(doc, head) != "state":
        return False
    first = head
    for _ in range(AHEAD * 3):
        if doc.tokens[first].dep != "conj":
            break
        first = doc.tokens[first].head
    if first in doc.name_over:
        return False
    return any(w in ("of", "from") and first < h < head and kind(doc, h) == "state" for w, h in phrases(doc, first))


def possible(doc: Annotated, filler: Filler) -> bool:
    """Whether the phrase can fill the role: actors act, instruments are things, places and dates are neither."""
    token = doc.tokens[filler.head]
    if token.dep == "expl" or (token.lower in ("there", "which", "that", "this", "what", "who") and not filler.clause):
        return filler.role == "topic"
    found = kind(doc, filler.head)
    if filler.role in ACTIVE_ROLES:
        return found not in ("abstract", "thing") or token.lower == "it"
    if filler.role in ("recipient", "victim") and is_money(doc, filler.head):
        return False
    if filler.role == "instrument":
        return found not in ("person", "group", "region", "place") or token.lemma == "mine"
    return True


def resolve(doc: Annotated, role: str, head: int) -> str | None:
    """The role that a slot's code stands for, given what the phrase names; None where it gives none."""
    if not role.startswith("@"):
        return role
    found = kind(doc, head)
    agent = found in AGENTS
    table = {
        "@harm": "victim" if found == "person" else "recipient" if found == "group" else "target",
        "@hit": "recipient" if agent else "target",
        "@rt": "recipient" if agent or found == "region" else "topic",
        "@rtg": "recipient" if agent else "target",
        "@rob": "victim" if agent else "target",
        "@aid": "recipient" if agent or found in ("region", "place") else "instrument",
        "@for": "beneficiary" if agent or found == "region" else "topic",
        "@host": None if found in ("region", "state") else "host" if agent or found == "place" else "topic",
        "@visited": "actor" if found in ("person", "group") else "host" if found == "place" else None,
        "@named": "recipient" if agent or found == "region" else None,
        "@guest": "participant" if agent else "topic",
        "@signer": "actor" if agent else "topic",
        "@talk": "participant" if agent else "topic",
        "@promise": "recipient" if agent else "topic",
        "@men": "instrument",
        "@kin": "victim" if found == "person" else None,
        "@force": "recipient" if found in ("group", "state") else None,
        "@launch": "actor" if agent or found == "vehicle" else None,
        "@ground": "target" if found in ("region", "place") else "topic",
        "@from": "recipient" if agent else None,
        "@site": "target" if found == "place" else None,
        "@with": "instrument" if found in ("weapon", "vehicle", "thing") else None,
        "@in": "instrument" if found in ("weapon", "vehicle") else None,
    }
    return table.get(role)


def filled(doc: Annotated, role: str | None, heads: tuple[int, ...]) -> list[Filler]:
    """A filler for each head; topics are taken whole, by their first head."""
    found: list[Filler] = []
    places = lists_places(doc, heads)
    for head in heads:
        meant = heads[-1] if places and head in doc.name_over else head
        name = None if role is None or doc.tokens[head].pos == "PUNCT" else resolve(doc, role, meant)
        if name == "topic":
            if not any(f.role == "topic" for f in found):
                found.append(Filler("topic", head, True))
        elif name is not None and name != "-":
            found.append(Filler(name, head))
    return found


def lists_places(doc: Annotated, heads: tuple[int, ...]) -> bool:
    """Whether a list of names ends with the noun that says they are places ("Maresk, Tovar and Walby towns")."""
    if len(heads) < 2 or doc.tokens[heads[-1]].tag != "NNS" or kind(doc, heads[-1]) != "place":
        return False
    named = any(doc.tokens[c].dep in ("compound", "nmod") and c in doc.name_over for c in doc.children[heads[-1]])
    return named and all(head in doc.name_over for head in heads[:-1])


def verb_fillers(clauses: Clauses, trigger: Trigger) -> list[Filler]:
    """The participants of a verb, by its frame."""
    doc, frame, slots = clauses.doc, trigger.entry.frame, clauses.slots(trigger.head)
    inner = set(range(trigger.first, trigger.last))
    objects = tuple(o for o in slots.objects if o not in inner and doc.tokens[o].lemma not in trigger.entry.words)
    objects = objects or taken(doc, trigger)
    datives = slots.datives
    if slots.passive and slots.objects and not objects and frame.dative is None:
        objects, datives = datives, ()
    particles = trigger.entry.words[1:]
    governed = tuple(h for word, h in slots.prepositions if word in particles[-1:] and not is_time(doc, h))
    found = []
    if governed and not objects:
        objects = governed
    if not objects and doc.tokens[trigger.head].tag == "VBG" and "of" not in frame.prepositions:
        objects = tuple(h for word, h in slots.prepositions if word == "of" and doc.tokens[h].pos != "VERB")
    if not objects and frame.name == "kill" and doc.tokens[trigger.head].tag == "VBG":
        objects = number_next(doc, trigger.head)
    lone = not objects and not slots.objects and not slots.passive
    found += filled(
        doc, frame.alone if lone and slots.clause is None else frame.subject, subjects(clauses, trigger, slots)
    )
    role = object_role(doc, frame, slots, bool(objects), bool(datives))
    thrown = governed and objects not in ((), governed) and role == "@hit" and all(is_thrown(doc, o) for o in objects)
    if frame.name == "protest" and objects == governed:
        objects = tuple(o for o in objects if kind(doc, o) not in ("place", "region"))
    found += filled(doc, "instrument" if thrown else role, objects)
    found += filled(doc, frame.dative or "recipient", datives or clauses.bereft(trigger.head))
    clause = slots.clause if slots.clause is not None or frame.name not in URGING else purpose(doc, trigger.head)
    if frame.clause and clause is not None and clause != said_of(doc, trigger.head):
        found.append(Filler(frame.clause, clause, True))
    found += bidden(doc, trigger)
    rest = tuple((w, h) for w, h in slots.prepositions if h not in objects)
    of_nouns = {w for w, role in frame.prepositions.items() if role == "actor" == frame.subject}
    for o in (p for p in trigger.parts if doc.tokens[p].pos in ("NOUN", "PROPN", "ADJ")):
        rest += phrases(doc, o)
    for o in objects:
        rest += tuple((w, h) for w, h in phrases(doc, o) if w != "of" or frame.object != frame.prepositions.get(w))
    beside = tuple(h for w, h in rest if w in ("along", "together") and kind(doc, h) not in ("place", "region"))
    found += filled(doc, frame.object if slots.passive else frame.subject, beside)
    found += by_preposition(doc, frame, rest, skip=("by", *of_nouns))
    found += behind(doc, frame, objects, found)
    if any(doc.tokens[o].lower in ("other", "another") and doc.child(o, "det") is not None for o in objects):
        return [f._replace(role="participant") for f in found if f.role == "actor"]
    return symmetric(doc, frame, found)


def object_role(doc: Annotated, frame: Frame, slots: Slots, has_object: bool, has_dative: bool) -> str | None:
    """The role of a verb's object, or its code: the frame's, but for what stands beside the object."""
    words = {word for word, head in slots.prepositions if word != "on" or not is_time(doc, head)}
    role = frame.object
    if slots.passive and slots.clause is not None and role in ("topic", "@promise") and not slots.subjects:
        role = frame.subject
    if role in ("@rt", "@rtg") and is_bidden(doc, slots):
        return "recipient"
    if frame.name == "accuse" and has_object and "on" in words:
        return "topic"
    if frame.name in ("sanction", "accuse") and role == "recipient" and slots.passive and has_object and has_dative:
        return "topic"
    if frame.name == "accuse" and role == "recipient" and not is_charged(doc, slots):
        mute = all(kind(doc, o) in ("thing", "abstract") for o in slots.objects)
        return "@rt" if mute or not slots.passive else role
    return "@aid" if frame.name == "give" and "with" in words else role


def is_bidden(doc: Annotated, slots: Slots) -> bool:
    """Whether an object that names a place is told to do something ("urged the town to close the mill")."""
    if slots.clause is None or not slots.objects or not is_infinitive(doc, slots.clause):
        return False
    acts = doc.child(slots.clause, "auxpass") is None
    return acts and all(o < slots.clause and kind(doc, o) == "place" for o in slots.objects)


def bidden(doc: Annotated, trigger: Trigger) -> list[Filler]:
    """Who is to do what, in an infinitive with its own subject ("called for the mayor to resign")."""
    if trigger.entry.frame.name not in DEMANDS or trigger.entry.words[-1] != "for":
        return []
    for clause in doc.children[trigger.head]:
        mark = doc.child(clause, "mark")
        if clause < trigger.head or mark is None or doc.tokens[mark].lower != "for" or not is_infinitive(doc, clause):
            continue
        subject = doc.child(clause, "nsubj") or doc.child(mark, "pobj")
        asked = () if subject is None or doc.child(clause, "auxpass") is not None else conjuncts(doc, subject)
        addressed = [Filler("recipient", place) for place in asked if kind(doc, place) in AGENTS]
        return [*addressed, Filler("topic", clause, True)]
    return []


def subjects(clauses: Clauses, trigger: Trigger, slots: Slots) -> tuple[int, ...]:
    """Who does what a verb tells: its subject, or that of the verb above where the parser took the next noun.

    "faulted the mayor accusing her of fraud", "said the number rose and called for help".
    """
    doc, token = clauses.doc, clauses.doc.tokens[trigger.head]
    if slots.passive or not slots.subjects or trigger.entry.type not in SPOKEN:
        return slots.subjects
    if token.dep == "acl" and token.tag == "VBG" and clauses.acts_on(doc.child(token.i, "dobj"), token.i):
        place = token.head
        for _ in range(AHEAD):
            if doc.tokens[place].pos == "VERB":
                return clauses.surface(place) or slots.subjects
            place = doc.tokens[place].head
        return slots.subjects
    above = doc.tokens[doc.tokens[token.head].head]
    if token.dep == "conj" and doc.tokens[token.head].dep == "ccomp" and above.tag == token.tag:
        mute = all(is_mute(doc, place) for place in slots.subjects)
        return (clauses.surface(above.i) or slots.subjects) if mute else slots.subjects
    return slots.subjects


def is_mute(doc: Annotated, head: int) -> bool:
    """Whether a subject can accuse or demand nothing: a number, a protest, but no report or letter."""
    return kind(doc, head) in ("thing", "abstract") and doc.tokens[head].lemma.lower() not in mediums()


def taken(doc: Annotated, trigger: Trigger) -> tuple[int, ...]:
    """Who is "taken hostage" or "held prisoner", where the parser hung them on that noun."""
    captives = (p for p in trigger.parts if doc.tokens[p].lemma in CAPTIVE)
    below = (c for p in captives for c in doc.children[p] if trigger.head < c < p)
    return tuple(c for c in below if doc.tokens[c].dep in ("compound", "nmod") and kind(doc, c) in AGENTS)[-1:]


def is_charged(doc: Annotated, slots: Slots) -> bool:
    """Whether what somebody is accused of follows, so that the object is who is accused, whatever it names."""
    inner = (p for o in slots.objects for p in phrases(doc, o) if doc.tokens[p[1]].pos == "VERB")
    return any(word in ("of", "for", "with") for word, _ in (*slots.prepositions, *inner))


def is_thrown(doc: Annotated, head: int) -> bool:
    """Whether a phrase names what is fired or thrown ("mortar rounds", "stones")."""
    below = (c for c in doc.children[head] if doc.tokens[c].dep == "compound")
    return any(kind(doc, place) in THROWN for place in (head, *below))


def number_next(doc: Annotated, verb: int) -> tuple[int, ...]:
    """The number right after "killing" or "wounding", which the parser hung on a later noun; empty without one."""
    after = doc.tokens[verb + 1 : verb + 2]
    return tuple(t.i for t in after if t.pos == "NUM" or t.lower in QUANTIFIERS)


def behind(doc: Annotated, frame: Frame, objects: tuple[int, ...], found: list[Filler]) -> list[Filler]:
    """Whom an act on a thing or a saying is aimed at: its owner or author ("rejected the claim by X")."""
    if frame.object not in OWNED or any(f.role in ("recipient", "victim") for f in found):
        return []
    owners: list[int] = []
    for o in objects:
        owner = doc.child(o, "poss")
        owners += () if owner is None else (owner,)
        owners += [h for w, h in phrases(doc, o) if w in AUTHORS]
    acting = {entity_at(doc, f.head) for f in found if f.role == "actor"} - {None}
    return [Filler("recipient", o) for o in owners if kind(doc, o) in AGENTS and entity_at(doc, o) not in acting]


def purpose(doc: Annotated, verb: int) -> int | None:
    """The infinitive after a verb of urging that the parser took for one of purpose, or None."""
    below = (c for c in doc.children[verb] if doc.tokens[c].dep == "advcl" and c > verb)
    return next((c for c in below if any(doc.tokens[d].tag == "TO" for d in doc.children[c])), None)


def by_preposition(doc: Annotated, frame: Frame, pairs: Phrases, skip: tuple[str, ...] = ()) -> list[Filler]:
    """Fillers from prepositional phrases; gerunds only as topics, one topic in all."""
    found: list[Filler] = []
    for word, head in pairs:
        role = frame.prepositions.get(word)
        if role is None or word in skip:
            continue
        gerund = doc.tokens[head].pos == "VERB"
        name = "topic" if role == "@doing" and doc.tokens[head].tag == "VBG" else resolve(doc, role, head)
        if role in ("@cap", "@capo"):
            found.append(Filler(role, head))
        elif is_no_topic(doc, word, head) if name == "topic" else is_time(doc, head):
            continue
        elif name == "topic" or (gerund and role == "topic"):
            if not any(f.role == "topic" for f in found):
                found.append(Filler("topic", head, True))
        elif name is not None and name != "-" and not gerund:
            found.append(Filler(name, head))
    return found


def is_no_topic(doc: Annotated, word: str, head: int) -> bool:
    """Whether a phrase only tells when or where ("in a letter", "in Aral"), or the count of a vote.

    A span of time after "to" is a sentence ("sentenced to three years").
    """
    if is_time(doc, head):
        return word != "to"
    if doc.tokens[head].pos == "NUM":
        return not is_money(doc, head)
    return word == "in" and (kind(doc, head) in ("region", "state") or doc.tokens[head].lemma.lower() in mediums())


def symmetric(doc: Annotated, frame: Frame, found: list[Filler]) -> list[Filler]:
    """For acts that two sides do alike, actor and counterpart both as participants."""
    if frame.symmetric is None or frame.symmetric == "yes":
        return found
    sides = [f for f in found if f.role == "participant"]
    actors = [f for f in found if f.role == "actor"]
    alone = not any(f.role == "recipient" for f in found)
    both = len(actors) == 1 and names_both(doc, actors[0].head)
    if (sides and actors) or (alone and (len(actors) > 1 or both)):
        return [f._replace(role="participant") if f.role == "actor" else f for f in found]
    return found


def sides(doc: Annotated, trigger: Trigger, found: list[Filler], pairs: Phrases) -> list[Filler]:
    """The participants of an event noun as two sides of it; a war that one side launches on another has a recipient."""
    frame, carrier = trigger.entry.frame, trigger.carrier
    if frame.name != "fight" or carrier is None or doc.tokens[carrier].lemma not in WAGING:
        return symmetric(doc, frame, found)
    against = {head for word, head in pairs if word in ("against", "on")}
    return [f._replace(role="recipient") if f.head in against and f.role == "participant" else f for f in found]


def names_both(doc: Annotated, head: int) -> bool:
    """Whether a phrase names all sides of a deal or fight: "both parties", "neither", "the two countries"."""
    words = {doc.tokens[place].lower for place in (head, *doc.children[head])}
    if words & {"both", "neither"}:
        return True
    return bool(words & {"two", "three", "warring", "opposing", "rival"}) and doc.tokens[head].tag in ("NNS", "NNPS")


def noun_fillers(clauses: Clauses, trigger: Trigger) -> list[Filler]:
    """The participants of an event noun: owner, "of", prepositions, qualifiers, and those of its light verb."""
    doc, frame, head = clauses.doc, trigger.entry.frame, trigger.head
    found: list[Filler] = []
    pairs = phrases(doc, trigger.first if doc.tokens[trigger.first].pos == "NOUN" and trigger.first != head else head)
    if trigger.first != head:
        pairs = phrases(doc, head) or pairs
    pairs = pairs or shared(doc, head)
    has_of = any(word == "of" for word, _ in pairs)
    owner = doc.child(head, "poss")
    if owner is None and doc.tokens[head].dep == "conj" and doc.child(head, "det") is None:
        owner = doc.child(doc.tokens[head].head, "poss")
    if owner is not None and not (trigger.carried == "active" and doc.tokens[owner].tag == "PRP$"):
        role = frame.subject if has_of and frame.possessor == "o" else frame.noun_slot(frame.possessor)
        taken_place = frame.name in TAKING and not has_of and kind(doc, owner) in ("place", "region")
        found += filled(doc, frame.object if taken_place else role, conjuncts(doc, owner))
    if trigger.carrier is not None:
        found += carried_fillers(clauses, trigger)
    found += qualifiers(doc, trigger, frame)
    aimed = verb_aided(doc, head)
    if aimed is not None and has_of and frame.object is not None:
        found += filled(doc, frame.subject, clauses.slots(aimed).subjects)
    for word, place in pairs:
        if word == "of" and doc.tokens[place].pos != "VERB":
            if aimed is not None and frame.object is not None:
                found += filled(doc, frame.object, (place,))
                continue
            role = frame.noun_slot(frame.of) or frame.prepositions.get("of")
            found += filled(doc, role, (place,))
    rest = tuple(p for p in pairs if p[0] != "of" or frame.of == "topic") + of_predicate(doc, head)
    rest += doers(doc, pairs)
    if frame.name in DEMANDS:
        found += [f for word, h in rest if word == "from" for f in filled(doc, frame.subject, (h,))]
        rest = tuple(p for p in rest if p[0] != "from")
    found += by_preposition(doc, frame, rest)
    infinitive = next(
        (c for c in doc.children[head] if doc.tokens[c].dep in ("acl", "ccomp") and doc.tokens[c].tag in ("VB", "VBP")),
        None,
    )
    if infinitive is not None and frame.clause and not any(f.role == "topic" for f in found):
        found.append(Filler("topic", infinitive, True))
    if infinitive is not None and frame.name == "hit" and not any(f.role in ("target", "recipient") for f in found):
        aims = clauses.slots(infinitive).objects
        found += [f for f in filled(doc, "@hit", aims) if kind(doc, f.head) in ("place", "region")]
    return sides(doc, trigger, found, pairs)


def carried_fillers(clauses: Clauses, trigger: Trigger) -> list[Filler]:
    """What the light verb adds: its subject, its indirect object, its prepositions."""
    doc, frame, carrier = clauses.doc, trigger.entry.frame, trigger.carrier
    if carrier is None:
        return []
    slots = clauses.slots(carrier)
    found: list[Filler] = []
    ordered = frame.name in DEMANDS and doc.tokens[carrier].lemma == "take"
    if trigger.carried == "active" and ordered:
        found += [f._replace(role="recipient") for f in filled(doc, frame.subject, slots.subjects)]
    elif trigger.carried == "active":
        found += filled(doc, frame.subject, slots.subjects)
        found += filled(doc, frame.dative or frame.object, slots.datives)
    elif trigger.carried == "passive":
        found += filled(doc, frame.object, slots.subjects)
    rest = tuple(p for p in slots.prepositions if p[1] != trigger.head)
    if ordered:
        found += [f for word, h in rest if word == "from" for f in filled(doc, frame.subject, (h,))]
    return found + by_preposition(doc, frame, rest, skip=("of", "by", "from") if ordered else ("of", "by"))


def qualifiers(doc: Annotated, trigger: Trigger, frame: Frame) -> list[Filler]:
    """Names and nouns before an event noun: "Hamas attack", "rocket attacks", "Israeli strikes", "US-led raid"."""
    found: list[Filler] = []
    for child in doc.children[trigger.first if doc.tokens[trigger.first].head != trigger.head else trigger.head] + (
        doc.children[trigger.head] if trigger.first != trigger.head else ()
    ):
        token = doc.tokens[child]
        if (
            child >= trigger.head
            or token.dep not in ("compound", "amod", "nmod", "npadvmod")
            or (trigger.first <= child < trigger.last and token.lower not in FORCES)
        ):
            continue
        if token.lower == "led":
            before = [c for c in doc.children[child] if c < child and doc.tokens[c].pos in ("PROPN", "NOUN", "ADJ")]
            found += filled(doc, frame.subject, tuple(before[-1:]))
            continue
        if token.pos == "VERB":
            continue
        role = qualifier_role(doc, frame, child)
        if role is not None and not is_time(doc, child):
            if (
                found
                and frame.symmetric is None
                and found[-1].role == role == frame.subject
                and is_near(doc, found[-1].head, child)
            ):
                found.pop()
            found.append(Filler(role, child))
    return found


def is_near(doc: Annotated, first: int, second: int) -> bool:
    """Whether two qualifiers tell one body between them ("Syrian Army", "US-led coalition")."""
    return all(doc.tokens[i].text == "-" or doc.tokens[i].lower == "led" for i in range(first + 1, second))


def qualifier_role(doc: Annotated, frame: Frame, child: int) -> str | None:
    """The role of a qualifier: weapons are instruments, agents act or undergo by the frame, places are hit."""
    token = doc.tokens[child]
    named = child in doc.name_over
    if token.pos == "ADJ" and not named:
        return None
    found = kind(doc, child)
    if found == "weapon":
        usable = frame.prepositions.get("with") in ("instrument", "@with") or frame.name in ("blast", "fire")
        return "instrument" if usable else None
    if found == "region" and token.pos != "ADJ":
        return resolve(doc, frame.object, child) if frame.object in ("@hit", "target", "@harm") else None
    if found in AGENTS or (found == "region" and named):
        if frame.noun_slot(frame.possessor) == frame.object and found == "person" and token.pos != "ADJ":
            return frame.object if frame.object and not frame.object.startswith("@") else None
        return frame.subject
    return None


def adjective_fillers(clauses: Clauses, trigger: Trigger) -> list[Filler]:
    """The noun that a participle qualifies, or the subject it is said of, as the one who undergoes."""
    doc, frame = clauses.doc, trigger.entry.frame
    token = doc.tokens[trigger.head]
    if token.dep == "amod":
        heads: tuple[int, ...] = (token.head,)
    else:
        heads = clauses.slots(token.head).surface
    role = frame.alone if frame.name in ("die", "move", "displace", "attend") else frame.object
    return filled(doc, role, heads) + by_preposition(doc, frame, phrases(doc, trigger.head), skip=("by",))
