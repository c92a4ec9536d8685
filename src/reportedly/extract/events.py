"""Events: triggers from the lexicon, participants from the syntax around them.

In: an annotated report. Out: a `Draft` for every event that names a participant, or a noun with a time or place of its
own; general statements and plain reporting give none.
"""

from dataclasses import dataclass, field

from reportedly.extract.clauses import Clauses
from reportedly.extract.counts import counted, repetitions
from reportedly.extract.draft import Draft
from reportedly.extract.event_roles import Filler, fillers
from reportedly.extract.participants import is_agent, is_specific, kind
from reportedly.extract.phrases import phrase_span, reference
from reportedly.extract.topics import topic_span
from reportedly.extract.triggers import Trigger, triggers
from reportedly.extract.when_where import Settings
from reportedly.model import Annotated, Count, Place, Role, RoleName, Time

ACTING = ("actor", "participant", "host")
COUNTED = {"ASSAULT": ("victim", "target", "recipient"), "DIE": ("victim", "target"), "MOVE": ("victim", "actor"),
           "COERCE": ("recipient", "victim"), "CONCEDE": ("recipient",)}  # fmt: skip
CONTENT_TYPES = frozenset({"AGREE", "REQUEST", "THREATEN"})
"""Acts whose content is their topic and no event of its own."""


@dataclass
class Found:
    """A trigger with its fillers while the report is being read."""

    trigger: Trigger
    fillers: list[Filler] = field(default_factory=list)


def events(doc: Annotated) -> tuple[Draft, ...]:
    """Every event of the report, in text order."""
    if not doc.tokens:
        return ()
    clauses = Clauses(doc)
    found = {t.head: Found(t, fillers(clauses, t)) for t in triggers(clauses)}
    for each in found.values():
        borrow(doc, found, each)
    settings = Settings(clauses)
    contents = topic_heads(doc, found)
    kept = (e for e in found.values() if e.trigger.head not in contents and stands(doc, settings, e))
    return tuple(draft(doc, settings, each) for each in kept)


def topic_heads(doc: Annotated, found: dict[int, Found]) -> set[int]:
    """Heads of what a demand, promise, threat or agreement is about, with those coordinated with them."""
    heads: set[int] = set()
    for each in found.values():
        entry = each.trigger.entry
        if entry.type in CONTENT_TYPES or entry.mode == "refusal":
            stack = [f.head for f in each.fillers if f.role == "topic"]
            while stack:
                place = stack.pop()
                heads.add(place)
                stack.extend(c for c in doc.children[place] if doc.tokens[c].dep in ("conj", "xcomp", "dobj"))
    return heads


def borrow(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give an act the actor of the deed or weapon that stands as its subject ("the attack killed four")."""
    kept: list[Filler] = []
    for filler in each.fillers:
        if filler.role not in ("actor", "instrument") or filler.clause:
            kept.append(filler)
            continue
        source = found.get(filler.head)
        if source is not None and source.trigger.sort == "noun":
            kept.extend(f for f in source.fillers if f.role in ("actor", "instrument"))
        elif kind(doc, filler.head) == "weapon":
            kept.append(filler._replace(role="instrument"))
            kept.extend(f for f in wielders(doc, found, filler.head) if f not in kept)
        else:
            kept.append(filler)
    each.fillers = list({f.head: f for f in kept}.values())


def wielders(doc: Annotated, found: dict[int, Found], weapon: int) -> list[Filler]:
    """The actors of the deed that qualifies a weapon ("rockets fired by the rebels")."""
    deeds = (found[c] for c in doc.children[weapon] if c in found and doc.tokens[c].dep in ("acl", "relcl"))
    return [f for deed in deeds for f in deed.fillers if f.role == "actor"]


def stands(doc: Annotated, settings: Settings, each: Found) -> bool:
    """Whether the reading is a claim: someone specific takes part, or a noun has a time or place of its own."""
    trigger, entry = each.trigger, each.trigger.entry
    people = [f for f in each.fillers if not f.clause and f.role != "instrument"]
    specific = [f for f in people if is_specific(doc, f.head)]
    if entry.weak:
        return any(f.role in ACTING for f in specific) and len(each.fillers) > 1
    if trigger.sort == "noun" and not specific:
        needs = any(test.name == "p" for test in entry.when)
        return not needs and own_setting(doc, settings, trigger)
    if not people:
        return False
    return bool(specific) or not is_general(doc, trigger)


def own_setting(doc: Annotated, settings: Settings, trigger: Trigger) -> bool:
    """Whether a time or place hangs on the trigger itself or its light verb."""
    places = (trigger.head, trigger.carrier)
    return any(p in settings.times_of or p in settings.places_of for p in places if p is not None)


def is_general(doc: Annotated, trigger: Trigger) -> bool:
    """Whether the clause states what generally is so: simple present, a modal, or a bare infinitive."""
    place = trigger.carrier if trigger.carrier is not None else trigger.head
    token = doc.tokens[place]
    helpers = [doc.tokens[c] for c in doc.children[place] if doc.tokens[c].dep in ("aux", "auxpass")]
    if any(h.tag in ("VBD",) or h.lemma in ("have", "will") for h in helpers):
        return False
    return token.tag in ("VBP", "VBZ", "VB") or any(h.tag in ("MD", "VBP", "VBZ", "TO") for h in helpers)


def draft(doc: Annotated, settings: Settings, each: Found) -> Draft:
    """The claim in the making of one reading."""
    trigger, entry = each.trigger, each.trigger.entry
    when = settings.time(trigger)
    where = settings.place(trigger, [f.head for f in each.fillers if f.role in ("target", "topic", "host")])
    return Draft(
        head=trigger.head,
        trigger=doc.span(trigger.first, trigger.last),
        kind="event",
        type=entry.type,
        mode=entry.mode,
        roles=roles(doc, each),
        count=count(doc, each),
        time=None if when is None else Time(None, when.span),
        place=None if where is None else Place(doc.text_of(where.span), where.span),
        confidence=confidence(doc, each),
    )


def roles(doc: Annotated, each: Found) -> tuple[Role, ...]:
    """The roles of one reading, in text order; "as the chief guest" is the capacity of its actor or recipient."""
    capacity = {f.role: f.head for f in each.fillers if f.role.startswith("@cap")}
    found = []
    for filler in each.fillers:
        if filler.role.startswith("@"):
            continue
        name: RoleName = filler.role  # type: ignore[assignment]
        if filler.clause:
            found.append(Role(name, topic_span(doc, filler.head)))
            continue
        meant = reference(doc, filler.head)
        as_ = capacity.get("@cap" if name in ACTING else "@capo" if name == "recipient" else "")
        found.append(Role(name, meant.span, meant.entity, None if as_ is None else bare(doc, as_)))
    return tuple(found)


def bare(doc: Annotated, head: int) -> str:
    """The phrase of `head` as text without its article."""
    text = doc.text_of(phrase_span(doc, head))
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("a", "an", "the") and rest else text


def count(doc: Annotated, each: Found) -> Count | None:
    """The number of those harmed or held, else the number of repetitions."""
    wanted = COUNTED.get(each.trigger.entry.type, ())
    heads = [f.head for f in each.fillers if f.role in wanted and not f.clause]
    found = counted(doc, heads) if heads else None
    return found or repetitions(doc, each.trigger.carrier or each.trigger.head)


def confidence(doc: Annotated, each: Found) -> float:
    """How far the reading can be trusted, 0 to 1: by the word's ambiguity and the participants found."""
    entry = each.trigger.entry
    value = 0.5 if each.trigger.sort == "verb" else 0.45
    value -= 0.15 * entry.weak
    value += 0.12 * any(f.role in ACTING and is_agent(doc, f.head) for f in each.fillers)
    value += 0.08 * min(len(each.fillers), 3)
    return round(min(max(value, 0.05), 0.95), 2)
