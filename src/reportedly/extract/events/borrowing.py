"""Participants that an event takes from another one: the deed that is its subject, its cause, its scene, or itself.

In: the report's triggers with their fillers. Out: the fillers completed, in place.
"""

from dataclasses import dataclass, field

from reportedly.extract.events.clauses import Clauses, phrases
from reportedly.extract.events.participants import AGENTS, ORDINALS, kind
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

CHARGING = frozenset({"ACCUSE", "SANCTION", "COERCE"})
CHARGES = frozenset({"of", "for", "over", "with"})
"""Prepositions between a charge and the deed charged."""

ONLOOKERS = frozenset("witness bystander victim survivor relative neighbour neighbor friend insurer".split())  # noqa: SIM905
"""Persons and bodies that are questioned or sued over a deed, and did not do it."""

DEEDS = frozenset({"ASSAULT", "MOBILIZE"})
"""Types of deeds that people are charged with."""

UNDERGOING = frozenset({"victim", "target", "recipient"})
VIOLENT = frozenset(
    "attack bombing shooting explosion offensive fighting killing massacre firing raid execution burning war".split()  # noqa: SIM905
)
"""Modes of deeds in which people die."""

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
    """

    trigger: Trigger
    fillers: list[Filler] = field(default_factory=list)
    lent: bool = False
    accident: bool = False
    killing: bool = False
    deed: Trigger | None = None


def complete(clauses: Clauses, found: dict[int, Found]) -> None:
    """Complete the fillers of every trigger, in text order."""
    doc = clauses.doc
    waiting: list[tuple[Found, Found]] = []
    for each in found.values():
        if each.trigger.entry.type in CHARGING:
            of_charge(clauses, found, each)
    for each in found.values():
        waiting += [(each, source) for source in of_deeds(doc, found, each)]
        each.fillers = [f for f in each.fillers if possible(doc, f)]
    for each in found.values():
        if each.trigger.entry.type == "ASSAULT" and not any(f.role == "actor" for f in each.fillers):
            of_cause(doc, found, each)
    earlier: list[int] = []
    for each in found.values():
        if each.trigger.entry.frame.name == "arrest":
            each.fillers = [f for f in each.fillers if f.role != "topic" or f.head not in found]
        if each.trigger.sort == "noun" and lacks(each):
            of_scene(clauses, each)
            of_harm(doc, found, each)
            if not any(f.role in ACTIVE_ROLES or f.role == "recipient" for f in each.fillers):
                of_mention(doc, found, each, earlier)
        earlier.append(each.trigger.head)
        of_partner(doc, found, each)
    for each, source in waiting:
        taken = {f.head for f in each.fillers}
        each.fillers += [f for f in source.fillers if f.role == "actor" and f.head not in taken]
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
            blame(death, violence)
    for each in found.values() if deaths else ():
        if each.trigger.entry.type != "ASSAULT" or each.accident or each.trigger.harmed:
            continue
        place = each.trigger.head
        for _ in range(STEPS * 2):
            place = doc.tokens[place].head
            if place in owners:
                if owners[place].deed is None:
                    blame(owners[place], each)
                break


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


def blame(death: Found, deed: Found) -> None:
    """Mark a death as the work of a deed; whom a toll counts is told with the deed's actors."""
    death.killing = True
    death.deed = deed.trigger
    if death.trigger.harmed:
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
        source = None if filler.clause else found.get(filler.head)
        if filler.role not in ("actor", "instrument") or filler.clause:
            kept.append(filler)
        elif source is not None and source.trigger.sort == "noun" and kind(doc, filler.head) not in AGENTS:
            lent = [f for f in source.fillers if f.role in ("actor", "instrument")]
            kept.extend(lent)
            open_ += [] if lent else [source]
            each.accident = each.accident or is_calamity(each, source)
        elif kind(doc, filler.head) == "weapon":
            kept.append(filler._replace(role="instrument"))
            kept.extend(deed_actors(doc, found, filler.head))
        else:
            kept.append(filler)
    each.fillers = list({f.head: f for f in kept}.values())
    return open_


def of_charge(clauses: Clauses, found: dict[int, Found], each: Found) -> None:
    """Give the deed that somebody is charged with its doer ("sanctioned for the recruitment of boys")."""
    doc, trigger = clauses.doc, each.trigger
    accused = [f for f in each.fillers if f.role == "recipient" and doc.tokens[f.head].lemma not in ONLOOKERS]
    for place in (trigger.head, *trigger.parts) if accused else ():
        for word, head in phrases(doc, place):
            deed = found.get(head)
            if word not in CHARGES or deed is None or deed.trigger.sort != "noun" or deed.trigger.carrier is not None:
                continue
            if deed.trigger.entry.type in DEEDS and not any(f.role in ACTIVE_ROLES for f in deed.fillers):
                taken = {f.head for f in deed.fillers}
                deed.fillers += [f._replace(role="actor") for f in accused if f.head not in taken]


def is_calamity(harm: Found, source: Found) -> bool:
    """Whether an accident or a force of nature did the harm ("the flood destroyed two bridges")."""
    return source.trigger.entry.type == "DIE" and harm.trigger.entry.frame.name in ("kill", "harm")


def deed_actors(doc: Annotated, found: dict[int, Found], head: int) -> list[Filler]:
    """The actors of the deed that qualifies a weapon ("rockets fired by the rebels")."""
    deeds = (found[c] for c in doc.children[head] if c in found and doc.tokens[c].dep in ("acl", "relcl"))
    return [f for deed in deeds for f in deed.fillers if f.role == "actor"]


def of_cause(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give a harm the actor of the deed that caused it: "killed in an attack by X", "killed when X raided"."""
    for place in causes(doc, each.trigger.head):
        source = found.get(place)
        if source is not None and source.trigger.entry.type == "DIE":
            if each.trigger.harmed and source.trigger.sort == "verb":
                continue
            each.accident = is_calamity(each, source)
            return
        if source is None or source.trigger.entry.type != "ASSAULT":
            continue
        if source.trigger.entry.frame.name == "fight":
            others = [f for f in source.fillers if f.role == "participant"]
            taken = {f.head for f in each.fillers}
            each.fillers += (
                [f._replace(role="actor") for f in others if f.head not in taken] if len(others) == 1 else []
            )
            continue
        lent = [f for f in source.fillers if f.role in ("actor", "instrument")]
        if lent:
            taken = {f.head for f in each.fillers}
            each.fillers += [f for f in lent if f.head not in taken]
            return


def causes(doc: Annotated, head: int) -> list[int]:
    """Tokens that may tell the deed behind a harm: nouns after "in", verbs of "when" clauses, harms beside it."""
    found: list[int] = []
    stack = [head]
    for _ in range(STEPS):
        if not stack:
            break
        for child in doc.children[stack.pop()]:
            token = doc.tokens[child]
            if token.dep == "prep" and token.lower in ("in", "during", "by", "after", "following"):
                found.extend(c for c in doc.children[child] if doc.tokens[c].dep == "pobj")
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
    """Give violence that names nobody those harmed in it or by it ("killed in the raid", "the raid killed four")."""
    trigger = each.trigger
    token = doc.tokens[trigger.head]
    above = doc.tokens[token.head]
    within = token.dep == "pobj" and above.lower in INSIDE
    people = [f for f in each.fillers if f.role != "instrument"]
    if trigger.entry.type != "ASSAULT" or people or not (within or token.dep == "nsubj"):
        return
    harm = found.get(above.head if within else above.i)
    if harm is not None and harm.trigger.entry.type in ("ASSAULT", "DIE"):
        each.fillers += [f for f in harm.fillers if f.role in UNDERGOING]


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
    for place in reversed(before[-SEARCHED:]):
        source = found[place]
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
