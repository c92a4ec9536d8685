"""Events: triggers from the lexicon, participants from the syntax around them.

In: an annotated report. Out: a `Draft` for every event that names a participant, or a noun with a time or place of its
own; a bare one for other nouns and for what generally is so; plain reporting gives none.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.draft import Draft
from reportedly.extract.events.borrowing import Found, complete
from reportedly.extract.events.charges import of_charges
from reportedly.extract.events.clauses import Clauses
from reportedly.extract.events.counts import counted, events_counted, repetitions
from reportedly.extract.events.openings import begun
from reportedly.extract.events.participants import is_agent, is_specific, is_time
from reportedly.extract.events.roles import Filler, fillers, possible
from reportedly.extract.events.told_at import told_at
from reportedly.extract.events.tolls import QUOTES
from reportedly.extract.events.topics import topic_span
from reportedly.extract.events.triggers import Trigger, triggers
from reportedly.extract.events.when_where import Settings
from reportedly.extract.events.words import Entry, sport_words
from reportedly.extract.phrases import is_infinitive, phrase_span, phrase_tokens, reference
from reportedly.model import Annotated, Count, Mention, Place, Reference, Role, RoleName, Span, Time

SHORT = 40
"""Characters up to which a participant's phrase is shown with all its qualifiers."""

ACTING = ("actor", "participant", "host")
COUNTED = {"ASSAULT": ("victim", "target", "recipient"), "DIE": ("victim", "target"), "MOVE": ("victim", "actor"),
           "COERCE": ("recipient", "victim"), "CONCEDE": ("recipient",), "AID": ("beneficiary",)}  # fmt: skip
TANGIBLE = frozenset(
    {"ASSAULT", "COERCE", "CONSULT", "DIE", "REJECT", "PROTEST", "CONCEDE", "APPOINT", "RETREAT", "SANCTION"}
)
"""Types whose words are seldom meant otherwise: on the development reports 90 % of them stood, of others 67 %."""

SURE, UNSURE = 0.78, 0.58

ORIGINS = frozenset({"from", "in", "at", "of", "with", "for"})
"""Prepositions between a person's trade and the place or body that it goes with."""

PLANNING = "planning"
"""The mode of plans."""

PLOTS = frozenset({"conspire", "plot", "scheme", "hatch", "conceive", "mastermind", "engineer", "orchestrate"})
"""Words of plans that are a deed themselves, one that people are accused of."""

NAMING = frozenset({"name", "call", "know", "identify", "dub", "nickname"})
"""Verbs whose participle puts a name to a noun."""

CONTENT_TYPES = frozenset({"AGREE", "REQUEST", "THREATEN", "CONSULT"})
"""Acts whose content is their topic and no event of its own."""

NOBODY = frozenset({"nobody", "none", "no-one"})
"""Whom a sentence harms that only denies casualties."""

BIDDING = frozenset({"easing", "expulsion"})
"""Modes of acts that let or make somebody do something: the infinitive is their content."""


def events(doc: Annotated) -> tuple[Draft, ...]:
    """Every event of the report, in text order; with the bare ones where the encoder can tell claims among them."""
    if not doc.tokens:
        return ()
    clauses = Clauses(doc)
    carried, spare = triggers(clauses)
    games = tells_games(doc)
    found = {t.head: Found(t, fillers(clauses, t)) for t in carried if not (games and is_contest(t))}
    of_charges(clauses, found)
    complete(clauses, found)
    settings = Settings(clauses)
    contents = topic_heads(doc, found)
    kept: list[Found] = []
    unnamed: list[Found] = []
    for each in found.values():
        if each.trigger.head not in contents and stands(doc, settings, each):
            kept.append(each)
            continue
        verb = meant_verb(clauses, spare.get(each.trigger.carrier))
        if verb is not None and verb.trigger.head not in contents and stands(doc, settings, verb):
            kept.append(verb)
        elif each.trigger.head not in contents and doc.scored is not None and may_be_bare(each):
            unnamed.append(each)
    kept = without_told_plans(kept)
    drafts = [draft(doc, settings, each) for each in kept]
    drafts += [replace(draft(doc, settings, each), is_bare=True) for each in unnamed]
    return tuple(sorted(drafts, key=lambda d: d.head))


def meant_verb(clauses: Clauses, trigger: Trigger | None) -> Found | None:
    """The reading of a light verb as an event of its own, None where it is none."""
    if trigger is None:
        return None
    return Found(trigger, [f for f in fillers(clauses, trigger) if possible(clauses.doc, f)])


def without_told_plans(kept: list[Found]) -> list[Found]:
    """The readings without the plans whose content is told as a deed of its own."""
    told = {place for each in kept for place in (each.trigger.head, each.trigger.carrier)}
    return [each for each in kept if not (gives_way(each) and any(f.head in told for f in topics(each)))]


def topics(each: Found) -> list[Filler]:
    """What the reading is about."""
    return [f for f in each.fillers if f.role == "topic"]


def is_plan(each: Found) -> bool:
    """Whether the reading is the planning of a deed, which lies ahead and is told as a deed itself."""
    return each.trigger.entry.mode == PLANNING


def gives_way(each: Found) -> bool:
    """Whether the reading is a mere plan: a plot is a deed of its own beside what is plotted."""
    return is_plan(each) and not PLOTS.intersection(each.trigger.entry.words)


def may_be_bare(each: Found) -> bool:
    """Whether a reading that does not stand may be a claim where it lies ahead: its word asks for nobody."""
    entry = each.trigger.entry
    return not (entry.weak or each.lent or needs_people(entry))


def needs_people(entry: Entry) -> bool:
    """Whether the word names an event only where someone takes part."""
    return any(test.name == "p" for test in entry.when)


def tells_games(doc: Annotated) -> bool:
    """Whether the report is about sport: five words of it and more, in at least 18 of 1,000."""
    count = sum(token.lower in sport_words() for token in doc.tokens)
    return count >= 5 and count >= 0.018 * len(doc.tokens)


def is_contest(trigger: Trigger) -> bool:
    """Whether a word of violence may mean a game: all but those of killing and wounding."""
    return trigger.entry.type == "ASSAULT" and trigger.entry.frame.name != "kill"


def topic_heads(doc: Annotated, found: dict[int, Found]) -> set[int]:
    """Heads of what a demand, promise, threat or agreement is about, with those coordinated with them."""
    heads: set[int] = set()
    for each in found.values():
        entry = each.trigger.entry
        bidding = entry.mode in BIDDING and each.trigger.sort == "verb"
        if not is_plan(each) and (entry.type in CONTENT_TYPES or entry.mode == "refusal" or bidding):
            stack = [f.head for f in topics(each) if is_content(doc, found, f.head, entry)]
            stack = [place for place in stack if not bidding or is_infinitive(doc, place)]
            while stack:
                place = stack.pop()
                if place in heads:
                    continue
                heads.add(place)
                stack.extend(c for c in doc.children[place] if runs_on(doc, place, c))
    return heads


def runs_on(doc: Annotated, content: int, child: int) -> bool:
    """Whether a word under what an act is about belongs to it too: coordinated, an object, an infinitive.

    Not a finite verb that goes on with the clause above ("wants her suspended and has asked for an inquiry").
    """
    token = doc.tokens[child]
    if token.dep in ("xcomp", "dobj"):
        return True
    if token.dep in ("advcl", "acl"):
        return is_infinitive(doc, child)
    return token.dep == "conj" and (is_finite(doc, content) or not is_finite(doc, child))


def is_finite(doc: Annotated, verb: int) -> bool:
    """Whether a verb has its own person and tense ("has asked", "asks"), or stands in a clause with "that"."""
    if doc.tokens[verb].tag in ("VBZ", "VBP") or doc.child(verb, "mark") is not None:
        return True
    return any(doc.tokens[c].dep == "aux" and doc.tokens[c].tag != "TO" for c in doc.children[verb])


def is_content(doc: Annotated, found: dict[int, Found], head: int, entry: Entry) -> bool:
    """Whether a topic is only what the act is about: a clause, or what is asked for, promised or threatened.

    What is talked about may be a deed told ("discussed Israeli strikes"), and what is refused mostly is.
    """
    if doc.tokens[head].pos in ("VERB", "AUX"):
        return True
    told = entry.type == "CONSULT" and head in found and doc.child(head, "det") is None
    return entry.mode != "refusal" and not told


def stands(doc: Annotated, settings: Settings, each: Found) -> bool:
    """Whether the reading is a claim: someone specific takes part, or a noun has a time or place of its own."""
    trigger, entry = each.trigger, each.trigger.entry
    people = [f for f in each.fillers if not f.clause and f.role != "instrument"]
    specific = [f for f in people if is_specific(doc, f.head)]
    if entry.weak:
        return any(f.role in ACTING for f in specific) and len(each.fillers) > 1
    if each.lent and trigger.carrier is None:
        return own_setting(doc, settings, trigger)
    if trigger.sort == "noun" and not people:
        is_told = is_carried(doc, trigger) or own_setting(doc, settings, trigger) or is_new(doc, trigger)
        return is_told and not needs_people(entry)
    if not each.fillers or (only_picks_out(doc, each) and not own_setting(doc, settings, trigger)):
        return False
    if people and all(f.role == "victim" and is_nobody(doc, f.head) for f in people):
        return False
    return bool(specific) or not is_general(doc, trigger)


def is_nobody(doc: Annotated, head: int) -> bool:
    """Whether a phrase is "nobody", "none of them" or "no one"."""
    article = doc.child(head, "det")
    no_one = doc.tokens[head].lower == "one" and article is not None and doc.tokens[article].lower == "no"
    return no_one or doc.tokens[head].lower in NOBODY


def only_picks_out(doc: Annotated, each: Found) -> bool:
    """Whether a participle only says which persons are meant ("those killed were rebels")."""
    people = [f for f in each.fillers if not f.clause]
    after = each.trigger.sort != "noun" and doc.tokens[each.trigger.head].dep == "acl"
    return after and all(doc.tokens[f.head].lower == "those" and f.head < each.trigger.head for f in people)


def is_carried(doc: Annotated, trigger: Trigger) -> bool:
    """Whether a light verb says that the deed is done or befalls somebody ("carried out an attack"), or that it occurs.

    False where the noun is only the object of a verb such as "stop".
    """
    return trigger.carried in ("active", "passive") or (
        trigger.carried == "occur" and doc.tokens[trigger.head].dep == "nsubj"
    )


def is_new(doc: Annotated, trigger: Trigger) -> bool:
    """Whether a noun brings an event up: "an offensive", "another raid", "protests", which always have protesters."""
    determiner = doc.child(trigger.head, "det")
    if determiner is None and trigger.entry.type == "PROTEST":
        return True
    tangible = trigger.entry.type in ("ASSAULT", "DIE", "PROTEST", "COERCE", "CONSULT", "MOVE", "MOBILIZE")
    return tangible and determiner is not None and doc.tokens[determiner].lower in ("a", "an", "another")


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
    if token.tag == "VBG" and any(h.lemma == "be" for h in helpers):
        return False
    return token.tag in ("VBP", "VBZ", "VB") or any(h.tag in ("MD", "VBP", "VBZ", "TO") for h in helpers)


def draft(doc: Annotated, settings: Settings, each: Found) -> Draft:
    """The claim in the making of one reading."""
    trigger, entry = each.trigger, each.trigger.entry
    when, where = settings.time(trigger), settings.place(trigger, each.fillers)
    if each.deed is not None:
        when = when or settings.time(each.deed)
        where = where or settings.place(each.deed, [])
    return Draft(
        head=trigger.head,
        trigger=doc.span(trigger.first, trigger.last),
        kind="event",
        type="DIE" if each.accident else "ASSAULT" if each.killing else entry.type,
        mode=mode(each),
        roles=roles(doc, each),
        count=count(doc, each),
        time=None if when is None else Time(None, when.span),
        place=None if where is None else Place(doc.text_of(where.name), where.span),
        confidence=confidence(doc, each),
        told_at=told_at(doc, trigger) if each.told_at is None else each.told_at,
    )


def mode(each: Found) -> str:
    """The mode of a reading: a harm that no one did is a death only where somebody is killed."""
    told = each.trigger.entry.mode
    if each.accident:
        return {"injury": "accident", "destruction": "disaster"}.get(told, "death")
    return "killing" if each.killing else told


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
        meant = trimmed(doc, filler.head, shown(doc, filler.head), each.trigger)
        as_ = capacity.get("@cap" if name in ACTING else "@capo" if name == "recipient" else "")
        found.append(Role(name, meant.span, meant.entity, None if as_ is None else bare(doc, as_)))
    return tuple(found)


def shown(doc: Annotated, head: int) -> Reference:
    """The phrase of a participant and the entity it means.

    A name in apposition stands for a common noun ("his wife Jane Roe"); long qualifiers after the noun are left out.
    """
    token = doc.tokens[head]
    if token.pos == "NOUN" and head not in doc.name_over:
        name = next((m for m in apposed(doc, head) if m.schema == "Person"), None)
        if name is not None and token.tag == "NN":
            return reference(doc, name.head)
    meant = reference(doc, head)
    made = any(doc.tokens[c].lower == "by" for c in doc.children[head])
    if head in doc.name_over or (meant.span.end - meant.span.start < SHORT and not made):
        return meant
    return Reference(core_span(doc, head), meant.entity)


def trimmed(doc: Annotated, head: int, meant: Reference, trigger: Trigger) -> Reference:
    """A participant's phrase without what the parser drew into it: a dateline, the trigger behind it, a date."""
    first, last = (bisect_right(doc.tokens, at, key=lambda t: t.start) for at in (meant.span.start, meant.span.end - 1))
    low, high = begun(doc, first - 1, head), last
    quotes = sum(token.text in QUOTES for token in doc.tokens[low:high])
    low -= low > 0 and quotes % 2 == 1 and doc.tokens[low - 1].text in QUOTES
    after = (c for c in doc.children[head] if doc.tokens[c].dep == "prep" and c > head)
    dates = [c for c in after if any(is_time(doc, inner) for inner in doc.children[c])]
    high = min([high, *dates])
    while dates and high <= dates[0] and high - 1 > head and doc.tokens[high - 1].pos == "ADV":
        high -= 1
    if trigger.sort == "adjective" and head < trigger.first < high:
        high = trigger.first
    if head >= high or (low, high) == (first - 1, last):
        return meant
    return Reference(doc.span(low, high), meant.entity)


def apposed(doc: Annotated, head: int) -> Iterator[Mention]:
    """The names in apposition to a noun, or to its place by a slip of the parser: "a foreman from Aral, Jan Roe"."""
    places = [head]
    for child in doc.children[head]:
        if doc.tokens[child].dep == "prep" and doc.tokens[child].lower in ORIGINS:
            places.extend(c for c in doc.children[child] if doc.tokens[c].dep == "pobj" and c in doc.name_over)
    for place in places:
        names = (doc.name_over.get(c) for c in doc.children[place] if doc.tokens[c].dep == "appos")
        yield from (name for name in names if name is not None)
    yield from called(doc, head)


def called(doc: Annotated, head: int) -> Iterator[Mention]:
    """The name that a participle gives to a noun: "a man named Jan Roe", "a driver identified as Jan Roe"."""
    for clause in doc.children[head]:
        if clause != head + 1 or doc.tokens[clause].tag not in ("VBN", "VBD") or doc.tokens[clause].lemma not in NAMING:
            continue
        after = (
            clause + 2 if doc.tokens[clause + 1 : clause + 2] and doc.tokens[clause + 1].lower == "as" else clause + 1
        )
        name = doc.name_over.get(after)
        if name is not None:
            yield name


def core_span(doc: Annotated, head: int) -> Span:
    """Characters of a noun phrase up to its first qualifier other than "of"."""
    first, last = phrase_tokens(doc, head)
    for child in doc.children[head]:
        token = doc.tokens[child]
        if child > head and token.dep in ("prep", "amod", "acl", "advmod", "pcomp") and token.lower != "of":
            last = min(last, child)
    while last > head + 1 and doc.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return doc.span(first, max(last, head + 1))


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
    carrier = each.trigger.carrier
    return (
        found
        or repetitions(doc, each.trigger.head if carrier is None else carrier)
        or events_counted(doc, each.trigger)
    )


def confidence(doc: Annotated, each: Found) -> float:
    """How far the reading can be trusted, 0 to 1: by its type and word, and by the participants found."""
    entry = each.trigger.entry
    value = SURE if entry.type in TANGIBLE else UNSURE
    value += 0.06 * any(f.role in ACTING and is_agent(doc, f.head) for f in each.fillers)
    value += 0.02 * min(len(each.fillers), 4)
    value -= 0.15 * (entry.weak or each.lent) + 0.15 * (not each.fillers)
    return round(min(max(value, 0.05), 0.95), 2)
