"""Participants that an event takes from another one: the deed that is its subject, its cause, its scene, or itself.

In: the report's triggers with their fillers. Out: the fillers completed, in place.
"""

from dataclasses import dataclass, field

from reportedly.extract.events.clauses import Clauses, phrases
from reportedly.extract.events.participants import AGENTS, ORDINALS, is_time, kind
from reportedly.extract.events.roles import ACTIVE_ROLES, Filler, filled, possible, symmetric
from reportedly.extract.events.triggers import Trigger
from reportedly.model import Annotated

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
SCENES = frozenset({"CONSULT", "SAY", "PROTEST"})
INSIDE = frozenset({"at", "in", "during"})
MUTUAL = frozenset({"CONSULT", "ASSAULT"})
"""Types of deeds of two sides that the clause around their noun may complete."""

TELLING = frozenset({"address", "tell", "brief", "inform"})
"""Verbs whose object may be a meeting in which their subject takes part."""

UNDERGOING = frozenset({"victim", "target", "recipient"})
VIOLENT = frozenset(
    "attack bombing shooting explosion offensive fighting killing massacre firing raid execution burning war".split()  # noqa: SIM905
)
"""Modes of deeds in which people die."""

SHOTS = frozenset({"fire", "gunfire"})
"""Event nouns that are the weapon too ("artillery fire killed two")."""

HARMS = frozenset({"kill", "harm"})
"""Frames of verbs that tell whom or what a deed harms."""

CAUSES = frozenset({"in", "during", "by", "after", "following"})
"""Prepositions between a harm and the deed behind it."""

SETTING = frozenset({"lay", "plant", "set", "fire", "launch", "drop", "throw", "hurl", "detonate"})
"""What is done to a weapon by those who do harm with it; who supplied it does not."""

OPERATIONS = frozenset({"raid", "operation", "sweep", "swoop", "crackdown"})
"""Nouns of deeds in which people are arrested by those who carry them out."""

TAKEN = frozenset({"robbery", "seizure"})
"""Modes of deeds that leave a weapon in other hands; who used it afterwards is not told."""

ATTACKERS = frozenset("attacker assailant gunman robber burglar raider bomber intruder thief bandit".split())  # noqa: SIM905
"""Victims who may have carried out the violence in which they were harmed."""

SIDES = (
    frozenset({"police", "policeman", "policewoman", "officer", "constable", "detective"}),
    frozenset({"army", "military", "soldier", "troop", "trooper"}),
)
"""Lemmas of those who stand on one side."""

HARMERS = ("actor", "victim")
"""Roles of a harm that tell whose work the violence around it is."""

PRONOUNS = frozenset({"he", "she", "they", "it"})
"""Doers in a clause beside a harm that mostly mean its victim ("was shot dead after he stabbed a guard")."""

WOUNDS = frozenset({"wound", "injury", "burn"})
"""What people die of by the work of others; an illness is no one's."""

STEPS = 4
"""How many harms told side by side are searched for the deed behind them."""

SEARCHED = 30
"""How many triggers back a definite event noun may point."""

SUBJECT_WORDS = 16
"""Words before "leave" among which its subject is sought."""

DEED_WORDS = 24
"""Words before "which left" or "in which" among which the violence is sought."""

REACH = 3
"""How many sentences back a definite event noun may point."""


@dataclass
class Found:
    """A trigger with its fillers while the report is being read; `lent` where another sentence gives them.

    `accident` tells of a harm that no one did, `killing` of a death in a sentence that tells the violence, the `deed`.
    `harms` are the verbs whose subject it is ("the attack killed two and wounded four"). `told_at` is the token that
    tells how firmly it is put, where that is not its own.
    """

    trigger: Trigger
    fillers: list[Filler] = field(default_factory=list)
    lent: bool = False
    accident: bool = False
    killing: bool = False
    deed: Trigger | None = None
    harms: list["Found"] = field(default_factory=list)
    told_at: int | None = None


def complete(clauses: Clauses, found: dict[int, Found]) -> None:
    """Complete the fillers of every trigger, in text order."""
    doc = clauses.doc
    waiting: list[tuple[Found, Found]] = []
    for each in found.values():
        waiting += [(each, source) for source in of_deeds(doc, found, each)]
        each.fillers = [f for f in each.fillers if possible(doc, f)]
        if each.trigger.entry.frame.name == "hit" and each.trigger.sort == "verb":
            of_companion(doc, found, each)
    of_causes(doc, found)
    earlier: list[int] = []
    for each in found.values():
        if each.trigger.entry.frame.name == "arrest":
            each.fillers = [f for f in each.fillers if f.role != "topic" or f.head not in found]
            of_operation(clauses, found, each)
        wanting = each.trigger.sort == "noun" and lacks(each)
        if wanting:
            of_scene(clauses, each)
        if each.trigger.sort == "noun" and is_violent(each):
            of_harm(doc, found, each)
        if wanting and not any(f.role in ACTIVE_ROLES or f.role == "recipient" for f in each.fillers):
            of_mention(doc, found, each, earlier)
        earlier.append(each.trigger.head)
        of_partner(doc, found, each)
    for each, source in waiting:
        taken = {f.head for f in each.fillers}
        each.fillers += [f for f in source.fillers if f.role == "actor" and f.head not in taken]
    of_causes(doc, found, ("verb", "adjective"))
    of_violence(clauses, found)


def of_violence(clauses: Clauses, found: dict[int, Found]) -> None:
    """Mark deaths whose clause or victim is told with the violence that killed: "those in the plane shot down died"."""
    doc = clauses.doc
    deaths = [f for f in found.values() if f.trigger.entry.type == "DIE" and f.trigger.entry.mode == "death"]
    owners = {place: death for death in deaths for place in (death.trigger.head, *(f.head for f in death.fillers))}
    for death in deaths:
        scene = death.trigger.scene
        if scene is not None and doc.tokens[scene].lemma != "leave":
            owners[scene] = death
        deed = None if scene is None else deed_before(clauses, found, scene)
        if deed is not None:
            blame(death, deed)
    for death in deaths:
        violence = deed_above(doc, found, death.trigger.head)
        if violence is not None and death.deed is None:
            blame(death, violence, death.trigger.harmed != ())
    for each in found.values() if deaths else ():
        if not is_violent(each) or each.accident or each.trigger.harmed or is_past_raid(doc, each):
            continue
        place = each.trigger.head
        for _ in range(STEPS * 2):
            place = doc.tokens[place].head
            if place in owners:
                death = owners[place]
                ill = is_natural(doc, death)
                if death.deed is None and (each.trigger.entry.type == "ASSAULT" or not ill):
                    blame(death, each, not ill)
                    keep_others(doc, death)
                break


def is_past_raid(doc: Annotated, deed: Found) -> bool:
    """Whether a raid is told to be over by the time of what it is told with ("after a raid", "after police raided")."""
    place = deed.trigger.head
    words = {doc.tokens[c].lower for c in doc.children[place] if doc.tokens[c].dep == "mark"}
    words.add(doc.tokens[doc.tokens[place].head].lower if doc.tokens[place].dep in ("pobj", "pcomp") else "")
    return deed.trigger.entry.type != "ASSAULT" and not words.isdisjoint(("after", "following"))


def is_natural(doc: Annotated, death: Found) -> bool:
    """Whether a death has its own cause ("died of a stroke during the raid", "drowned")."""
    place = death.trigger.head
    causes_told = [head for word, head in phrases(doc, place) if word == "of"]
    return doc.tokens[place].lemma == "drown" or any(doc.tokens[c].lemma not in WOUNDS for c in causes_told)


def keep_others(doc: Annotated, harm: Found) -> None:
    """Drop the doers of a harm who are its victims or of their side ("soldiers were killed in an army raid")."""
    hurt = [doc.tokens[f.head].lemma.lower() for f in harm.fillers if f.role == "victim"]
    harm.fillers = [f for f in harm.fillers if f.role != "actor" or not is_own_side(doc, f.head, hurt)]


def is_own_side(doc: Annotated, doer: int, hurt: list[str]) -> bool:
    """Whether a bare doer is a pronoun or of the side of all those `hurt`, by their lemmas."""
    token = doc.tokens[doer]
    if not hurt or any(doc.tokens[c].dep in ("compound", "amod", "poss", "prep") for c in doc.children[doer]):
        return False
    side = next((side for side in SIDES if token.lemma.lower() in side), frozenset({token.lemma.lower()}))
    return token.lower in PRONOUNS or all(lemma in side for lemma in hurt)


def deed_above(doc: Annotated, found: dict[int, Found], death: int) -> Found | None:
    """The violence in which a death is told by a relative clause ("the assault on Tovar, in which nine died")."""
    token = doc.tokens[death]
    if token.dep != "relcl" or not any(t.lower in ("which", "where") for t in doc.tokens[token.head : death]):
        return None
    deed = nearest_deed(doc, found, token.head + 1)
    return deed if deed is not None and deed.trigger.first - token.head < 1 else None


def nearest_deed(doc: Annotated, found: dict[int, Found], before: int) -> Found | None:
    """The violence told by a noun last in the sentence before a token, at most DEED_WORDS on; None without one."""
    for token in reversed(doc.tokens[max(before - DEED_WORDS, 0) : before]):
        if token.sentence != doc.tokens[before].sentence or token.text == ";":
            return None
        deed = found.get(token.i)
        if deed is not None and deed.trigger.sort == "noun" and deed.trigger.entry.type in ("ASSAULT", "COERCE"):
            return deed if deed.trigger.entry.mode in VIOLENT else None
    return None


def blame(death: Found, deed: Found, told_with_doers: bool = True) -> None:
    """Mark a death as the work of a deed; where it names nobody who did it, it may be told with the deed's actors."""
    death.killing = True
    death.deed = deed.trigger
    if told_with_doers and not any(f.role == "actor" for f in death.fillers):
        taken = {f.head for f in death.fillers}
        lent = [f for f in deed.fillers if f.role in ("actor", "instrument") and f.head not in taken]
        death.fillers = sorted([*death.fillers, *lent], key=lambda f: f.head)


def deed_before(clauses: Clauses, found: dict[int, Found], scene: int) -> Found | None:
    """The violence that is the subject of "leave", by the parse or the order of words ("airstrikes on a school left").

    None for a toll, and for what is no violence.
    """
    doc = clauses.doc
    if doc.tokens[scene].lemma != "leave":
        return None
    if any(doc.tokens[c].lower == "which" for c in doc.children[scene]):
        return nearest_deed(doc, found, scene)
    places = list(clauses.slots(scene).subjects)
    for token in reversed(doc.tokens[max(scene - SUBJECT_WORDS, 0) : scene]):
        if token.sentence != doc.tokens[scene].sentence or token.pos in ("VERB", "AUX", "PUNCT", "SCONJ"):
            break
        places.append(token.i)
    deeds = (found[place] for place in places if place in found and found[place].trigger.sort == "noun")
    return next((deed for deed in deeds if deed.trigger.entry.type == "ASSAULT"), None)


def of_deeds(doc: Annotated, found: dict[int, Found], each: Found) -> list[Found]:
    """Give an act the actor of the deed or weapon that stands as its subject ("the attack killed four").

    Returns the deeds whose own actor is not known yet.
    """
    kept: list[Filler] = []
    open_: list[Found] = []
    for filler in each.fillers:
        if filler.role not in ("actor", "instrument") or filler.clause:
            kept.append(filler)
            continue
        source = found.get(filler.head) or deed_at(doc, found, each, filler.head)
        if source is not None and source.trigger.sort == "noun" and kind(doc, source.trigger.head) not in AGENTS:
            lent = [f for f in source.fillers if f.role in ("actor", "instrument")]
            kept.extend(lent)
            open_ += [] if lent else [source]
            users = deed_actors(doc, found, filler.head) if kind(doc, filler.head) == "weapon" and not lent else []
            if users or (filler.role == "instrument" and kind(doc, filler.head) == "weapon"):
                kept.extend([filler._replace(role="instrument"), *users])
            each.accident = each.accident or is_calamity(each, source)
            if doc.tokens[filler.head].lemma in SHOTS and source.trigger.entry.type == "ASSAULT":
                kept.append(filler._replace(role="instrument"))
            if each.trigger.entry.type == "ASSAULT" and is_violent(source):
                source.harms.append(each)
        elif is_weapon(doc, each, filler.head):
            kept.append(filler._replace(role="instrument"))
            kept.extend(deed_actors(doc, found, filler.head))
        else:
            kept.append(filler)
    each.fillers = list({f.head: f for f in kept}.values())
    return open_


def deed_at(doc: Annotated, found: dict[int, Found], each: Found, place: int) -> Found | None:
    """The violence told at a place that the parser took for the doer ("an attack on a hall in Tovar that killed two").

    None where the subject is no place, or the place stands with no violence.
    """
    verb = doc.tokens[each.trigger.head]
    if each.trigger.entry.frame.name not in HARMS or each.trigger.sort != "verb":
        return None
    if verb.dep != "relcl" or verb.head != place:
        return nearest_deed(doc, found, place) if kind(doc, place) in ("region", "place") else None
    for _ in range(STEPS):
        above = doc.tokens[place].head
        what = kind(doc, place)
        if doc.tokens[place].dep != "pobj" or what in ("person", "vehicle", "weapon"):
            return None
        if what == "group" and doc.tokens[above].lower not in ("on", "against"):
            return None
        place = doc.tokens[above].head
        deed = found.get(place)
        if deed is not None:
            return deed if deed.trigger.sort == "noun" and deed.trigger.entry.type in ("ASSAULT", "DIE") else None
    return None


def is_weapon(doc: Annotated, each: Found, head: int) -> bool:
    """Whether a phrase that does harm names a weapon: a mine that kills is one, no pit."""
    mine = doc.tokens[head].lemma == "mine" and each.trigger.entry.frame.name in (*HARMS, "hit")
    return mine or kind(doc, head) == "weapon"


def is_calamity(harm: Found, source: Found) -> bool:
    """Whether an accident or a force of nature did the harm ("the flood destroyed two bridges")."""
    return source.trigger.entry.type == "DIE" and harm.trigger.entry.frame.name in ("kill", "harm")


def deed_actors(doc: Annotated, found: dict[int, Found], head: int) -> list[Filler]:
    """The actors of the deed that qualifies a weapon ("rockets fired by the rebels", "mines laid by the army")."""
    clauses = [c for c in doc.children[head] if doc.tokens[c].dep in ("acl", "relcl")]
    deeds = [found[c] for c in clauses if c in found and is_use(doc, found[c], head)]
    told = [f for deed in deeds for f in deed.fillers if f.role == "actor" and f.head != head]
    untold = (p for c in clauses if c not in found and doc.tokens[c].lemma in SETTING for p in phrases(doc, c))
    return told + [Filler("actor", place) for word, place in untold if word == "by" and kind(doc, place) in AGENTS]


def is_use(doc: Annotated, deed: Found, weapon: int) -> bool:
    """Whether a deed uses a weapon: who stole, bought or shot it down does no harm with it."""
    entry = deed.trigger.entry
    undergone = any(f.head == weapon and f.role in UNDERGOING for f in deed.fillers)
    violent = entry.type == "ASSAULT" and entry.mode not in TAKEN and not undergone
    return violent or doc.tokens[deed.trigger.head].lemma in SETTING


def of_operation(clauses: Clauses, found: dict[int, Found], each: Found) -> None:
    """Give an arrest that names nobody who made it those who carried out the raid it was made in."""
    doc = clauses.doc
    if each.trigger.sort != "verb" or any(f.role == "actor" for f in each.fillers):
        return
    for word, head in phrases(doc, each.trigger.head):
        if word in ("in", "during") and head in found and doc.tokens[head].lemma in OPERATIONS:
            taken = {f.head for f in each.fillers}
            lent = [f for f in found[head].fillers if f.role in ACTIVE_ROLES and f.head not in taken]
            each.fillers += [f._replace(role="actor") for f in lent]
            return


def of_causes(doc: Annotated, found: dict[int, Found], sorts: tuple[str, ...] = ("verb", "adjective", "noun")) -> None:
    """Give every harm of these sorts that names nobody who did it the actor of the deed behind it."""
    for each in found.values():
        violent = each.trigger.sort in sorts and each.trigger.entry.type == "ASSAULT"
        if violent and not each.accident and not any(f.role == "actor" for f in each.fillers):
            of_cause(doc, found, each)


def of_cause(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give a harm the actor of the deed that caused it: "killed in an attack by X", "killed when X raided"."""
    for place in causes(doc, each.trigger.head):
        source = found.get(place)
        if source is not None and source.trigger.entry.type == "DIE":
            if each.trigger.harmed and source.trigger.sort == "verb":
                continue
            each.accident = is_calamity(each, source)
            return
        if source is None or not is_violent(source):
            continue
        if source.trigger.entry.type != "ASSAULT" and (each.trigger.sort == "noun" or is_past_raid(doc, source)):
            continue
        if source.trigger.entry.frame.name == "fight":
            others = [f for f in source.fillers if f.role == "participant"]
            taken = {f.head for f in each.fillers}
            each.fillers += (
                [f._replace(role="actor") for f in others if f.head not in taken] if len(others) == 1 else []
            )
            if len(others) > 1:
                return
            continue
        lent = [f for f in source.fillers if f.role in ("actor", "instrument")]
        if lent:
            taken = {f.head for f in each.fillers}
            each.fillers += [f for f in lent if f.head not in taken]
            keep_others(doc, each)
            return


def is_violent(deed: Found) -> bool:
    """Whether a deed is violence, or a raid, in which people may be killed."""
    return deed.trigger.entry.type == "ASSAULT" or deed.trigger.entry.mode == "raid"


def causes(doc: Annotated, head: int) -> list[int]:
    """Tokens that may tell the deed behind a harm: nouns after "in", verbs of "when" clauses, harms beside it."""
    found: list[int] = []
    stack = [head]
    if doc.tokens[head].dep == "acl":
        found.extend(
            c for c in doc.children[doc.tokens[head].head] if doc.tokens[c].dep == "relcl" and is_timed(doc, c)
        )
    for _ in range(STEPS):
        if not stack:
            break
        for child in doc.children[stack.pop()]:
            token = doc.tokens[child]
            if token.dep == "prep" and token.lower in CAUSES:
                found.extend(c for c in doc.children[child] if doc.tokens[c].dep == "pobj")
            elif token.dep == "prep" and token.lower == "on":
                dates = (c for c in doc.children[child] if is_time(doc, c))
                found.extend(c for day in dates for c in doc.children[day] if is_timed(doc, c))
            elif token.dep in ("advcl", "relcl") and is_timed(doc, child):
                found.append(child)
            elif token.dep == "conj" and token.pos in ("NUM", "NOUN"):
                found.extend(c for c in doc.children[child] if doc.tokens[c].dep == "acl")
                stack.append(child)
            elif token.dep == "conj" and token.tag == "VBN":
                found.append(child)
                stack.append(child)
    return found


def is_timed(doc: Annotated, clause: int) -> bool:
    """Whether a clause opens with "when", "as" or "after"."""
    return any(doc.tokens[c].lower in ("when", "as", "after") for c in doc.children[clause])


def of_scene(clauses: Clauses, each: Found) -> None:
    """Give a noun the one in whose clause or phrase it stands ("said at a rally", "the envoy in a meeting")."""
    doc, trigger = clauses.doc, each.trigger
    frame = trigger.entry.frame
    token = doc.tokens[trigger.head]
    mutual = frame.symmetric is not None and trigger.entry.type in MUTUAL
    determiner = doc.child(trigger.head, "det")
    definite = determiner is not None and doc.tokens[determiner].lower in DEFINITE
    if definite and not (mutual and any(f.role in ACTIVE_ROLES for f in each.fillers)):
        return
    if token.dep == "dobj" and mutual and doc.tokens[token.head].lemma in TELLING:
        heads = clauses.slots(token.head).subjects
    elif token.dep == "pobj":
        heads = around(clauses, trigger, token.head, mutual)
    else:
        return
    taken = {f.head for f in each.fillers}
    lent = [f for f in filled(doc, frame.subject, heads) if possible(doc, f) and f.head not in taken]
    each.fillers = sorted(symmetric(doc, frame, [*each.fillers, *lent]), key=lambda f: f.head)


def of_partner(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give a talk the sides of the one it is told with ("met X to discuss", "met X and agreed")."""
    token = doc.tokens[each.trigger.head]
    source = found.get(token.head)
    sides = [f for f in each.fillers if f.role == "participant"]
    mutual = each.trigger.sort == "verb" and each.trigger.entry.frame.symmetric == "yes"
    if source is None or source is each or not mutual or len(sides) > 1 or token.dep not in ("advcl", "conj", "xcomp"):
        return
    if source.trigger.entry.frame.symmetric == "yes":
        taken = {f.head for f in each.fillers}
        lent = [f for f in source.fillers if f.role == "participant" and f.head not in taken]
        each.fillers = sorted([*each.fillers, *lent], key=lambda f: f.head)


def of_harm(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give violence those harmed in it or by it ("killed in the raid", "the raid killed four"), and who harmed them.

    Where it has a doer or a target of its own, it takes only the persons whom it is said to harm.
    """
    token = doc.tokens[each.trigger.head]
    above = doc.tokens[token.head]
    within = token.dep == "pobj" and above.lower in INSIDE
    people = [f for f in each.fillers if f.role != "instrument"]
    if people and each.trigger.entry.frame.symmetric is not None:
        return
    wanted = frozenset({"victim"}) if people else UNDERGOING
    harms = list(each.harms)
    near = found.get(above.head if within else above.i) if within or token.dep == "nsubj" else None
    near = near if near is not None and near.trigger.entry.type in ("ASSAULT", "DIE") else None
    if near is not None and not people and not harms:
        harms = [near, *beside(doc, found, near)]
    taken = {f.head for f in each.fillers}
    lent = {f.head: f for harm in harms for f in harm.fillers if f.role in wanted and f.head not in taken}
    each.fillers += sorted(lent.values(), key=lambda f: f.head)
    if within and near is not None and is_own_deed(doc, each, near):
        each.fillers += [f for f in near.fillers if f.role == "actor" and f.head not in taken]


def beside(doc: Annotated, found: dict[int, Found], harm: Found) -> list[Found]:
    """The harms told side by side with one ("killed four and wounded nine"), of the verbs that "and" joins."""
    token = doc.tokens[harm.trigger.head]
    places = [c for c in doc.children[token.i] if doc.tokens[c].dep == "conj"]
    places += [token.head] if token.dep == "conj" else []
    others = (found[place] for place in places if place in found)
    return [f for f in others if f.trigger.sort == "verb" and f.trigger.entry.frame.name in HARMS]


def is_own_deed(doc: Annotated, each: Found, harm: Found) -> bool:
    """Whether violence without a doer is what the harm was done in ("gunmen killed four in an attack on a bus").

    What is known ("in the attack") may be the work of others, as may what is done to the doer ("an ambush on their
    convoy"), an attack in which police or guards harm somebody, and any in which an attacker is harmed.
    """
    token = doc.tokens[each.trigger.head]
    determiner = doc.child(token.i, "det", "poss")
    definite = determiner is not None and doc.tokens[determiner].lower not in ("a", "an", "another")
    named = any(f.role in ACTIVE_ROLES for f in each.fillers) or each.trigger.entry.frame.symmetric is not None
    inside = doc.tokens[token.head].lower == "in"
    harmful = harm.trigger.sort == "verb" and harm.trigger.entry.frame.name in HARMS
    if not (inside and harmful) or definite or named or each.trigger.entry.mode not in VIOLENT:
        return False
    lemmas = {role: {doc.tokens[f.head].lemma.lower() for f in harm.fillers if f.role == role} for role in HARMERS}
    guards = each.trigger.entry.mode != "raid" and not lemmas["actor"].isdisjoint(SIDES[0] | {"guard"})
    owners = (doc.child(f.head, "poss") for f in each.fillers)
    own = any(owner is not None and doc.tokens[owner].lower in ("its", "their") for owner in owners)
    return not guards and not own and lemmas["victim"].isdisjoint(ATTACKERS)


def of_companion(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Make whoever is hit a victim where the verb beside it tells their death or wounds ("ambushed and killed")."""
    hit = [f for f in each.fillers if f.role == "recipient"]
    harmed = {f.head for harm in beside(doc, found, each) for f in harm.fillers if f.role == "victim"} if hit else set()
    if harmed:
        each.fillers = [
            f._replace(role="victim") if f.role == "recipient" and f.head in harmed else f for f in each.fillers
        ]


def around(clauses: Clauses, trigger: Trigger, preposition: int, mutual: bool) -> tuple[int, ...]:
    """Heads of those in whose doing a noun under `preposition` takes place."""
    doc = clauses.doc
    word, above = doc.tokens[preposition].lower, doc.tokens[preposition].head
    token = doc.tokens[above]
    if word in INSIDE and mutual and token.pos in ("NOUN", "PROPN"):
        return (above,) if token.dep in ("nsubj", "nsubjpass") else ()
    if token.pos not in ("VERB", "AUX"):
        return ()
    if word in INSIDE and mutual:
        return clauses.slots(above).surface
    scene = word in INSIDE and trigger.entry.type in SCENES
    return clauses.slots(above).subjects if scene else ()


def lacks(each: Found) -> bool:
    """Whether a noun still wants those who take part: it has nobody, or a deed of two sides has one."""
    people = [f for f in each.fillers if f.role not in ("instrument", "topic")]
    return not people or (each.trigger.entry.frame.symmetric is not None and len(people) < 2)


def is_another(doc: Annotated, one: int, other: int) -> bool:
    """Whether two phrases tell different members of a series ("the first visit", "the second came")."""
    found = [{doc.tokens[place].lower for place in (head, *doc.children[head])} & ORDINALS for head in (one, other)]
    return all(found) and found[0] != found[1]


def of_mention(doc: Annotated, found: dict[int, Found], each: Found, before: list[int]) -> None:
    """Give "the attack", "that meeting" the participants of the like event among the triggers `before` it."""
    trigger = each.trigger
    determiner = doc.child(trigger.head, "predet", "det")
    if trigger.entry.weak or determiner is None or doc.tokens[determiner].lower not in DEFINITE:
        return
    sentence = doc.tokens[trigger.head].sentence
    above = doc.tokens[doc.tokens[trigger.head].head]
    for place in reversed(before[-SEARCHED:]):
        source = found[place]
        if above.dep == "prep" and place == above.head:
            continue
        if sentence - doc.tokens[place].sentence > REACH:
            return
        same = (
            source.trigger.entry.type == trigger.entry.type
            and source.trigger.entry.frame.symmetric == trigger.entry.frame.symmetric
        )
        lent = [f for f in source.fillers if f.role in ACTIVE_ROLES]
        if same and lent and not any(is_another(doc, trigger.head, f.head) for f in lent):
            such = doc.tokens[determiner].lower == "such"
            each.lent = not such and not any(f.role in UNDERGOING for f in each.fillers)
            each.fillers += lent
            return
