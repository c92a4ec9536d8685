"""What speaks against counting two roots as two: one owner, one unnamed class, a body and its spokesman, one sentence,
one kind of document, a name in short, an outlet that elsewhere says where it has it from.

In: the roots with the tellings that lead straight to each. Out: pairs of roots with the reason. They are shown beside
the count and change nothing in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from reportedly.assess.origins_chain import Case, members
from reportedly.assess.origins_graph import Discount, Leading, Root
from reportedly.assess.origins_outlets import folded
from reportedly.assess.origins_unnamed import content

NEAR = 60
"""Characters around a source's phrase in which the body that he speaks for is looked for."""

MOST_ROOTS = 200
"""Roots that are compared with each other: the first ones. The pairs of more could not be read."""

MOST_READ = 8
"""Tellings of a person whose words are read for whom he speaks."""

POST = re.compile(
    r"spokes|speaks for|press (?:office|secretary)|chair|leader|minister|head|director|official|commander|secretary|"
    r"president|chief|representative|deputy",
    re.IGNORECASE,
)

PLACED = re.compile(r" (?:of|in|for|at) ")
"""Where the name of a body goes on to say of what or where it is."""

SAME_CLASS = "the same unnamed class through one outlet; it may be one person"


@dataclass(frozen=True, slots=True)
class Entry:
    """A root with the steps that lead straight to it."""

    root: Root
    steps: tuple[Leading, ...]

    @property
    def desks(self) -> set[str]:
        """The publishers through which it comes."""
        return {step.desk for step in self.steps if step.desk is not None}

    @property
    def tellings(self) -> set[str]:
        """The keys of the tellings that lead straight to it."""
        return {step.step.start for step in self.steps}

    @property
    def classes(self) -> set[tuple[str, str]]:
        """The kinds of its sources, each with the publisher they spoke to."""
        return {(step.source, step.desk) for step in self.steps if step.source is not None and step.desk is not None}


def discounts(case: Case, roots: Iterable[Root], leadings: Iterable[Leading]) -> tuple[Discount, ...]:
    """The discounts between roots that count, in the order of the roots; the first that applies to a pair."""
    direct: dict[str, list[Leading]] = {}
    for leading in leadings:
        if leading.root is not None:
            direct.setdefault(leading.root.key, []).append(leading)
    counted = [root for root in roots if root.kind != "withdrawn"][:MOST_ROOTS]
    entries = [Entry(root, tuple(direct.get(root.key, ()))) for root in counted]
    found = []
    for a, b in combinations(entries, 2):
        reason = next(filter(None, (rule(case, a, b) for rule in RULES)), None)
        if reason is not None:
            found.append(Discount((a.root.key, b.root.key), reason))
    return tuple(found)


def same_class(_: Case, a: Entry, b: Entry) -> str | None:
    """Why two roots may be one person: unnamed, of one kind, through one outlet, and not named side by side."""
    unnamed = a.root.kind == b.root.kind == "unnamed"
    return SAME_CLASS if unnamed and a.classes & b.classes and not a.tellings & b.tellings else None


def same_speaker(case: Case, a: Entry, b: Entry) -> str | None:
    """Why two roots may be one statement: one is a body, the other somebody who is said to speak for it."""
    for body, person in ((a, b), (b, a)):
        if is_body(body) and person.root.kind in ("statement", "unnamed") and not is_body(person):
            name = spoken_for(case, body, person)
            if name is not None:
                return f"it may be the same statement: one is said to speak for {name}"
    return None


def is_body(entry: Entry) -> bool:
    """Whether a root is the statement of an organisation."""
    own = entry.root.kind == "statement" and all(step.source is None for step in entry.steps)
    return own or any(step.source == "named_organisation" for step in entry.steps)


def spoken_for(case: Case, body: Entry, person: Entry) -> str | None:
    """The name of the body if the words around the person, where he is named as the source, tell a post in it."""
    name = body.root.label.removeprefix("statement of ").removesuffix("'s own reporting")
    words = PLACED.split(folded(name))[0]
    last = words.rpartition(" ")[2] if words == folded(name) else words
    own = [surroundings(case, key) for key in sorted(person.tellings)[:MOST_READ]]
    for around in (*own, *introductions(case, person)):
        if POST.search(around) and (words in folded(around) or f"the {last}" in around.casefold()):
            return name
    return None


def introductions(case: Case, person: Entry) -> list[str]:
    """The words around the name of a person wherever he is named as a source here."""
    name = described(person)
    return [each.around for each in case.named if each.name == name][:MOST_READ]


def surroundings(case: Case, key: str) -> str:
    """The words around the innermost source of a telling."""
    telling, inner = case.tellings[key], case.chains[key].inner
    text = telling.report.text
    spans = [reference.span for reference in members(inner)] if inner is not None else []
    return " ".join(text[max(0, span.start - NEAR) : span.end + NEAR] for span in spans)


def unheld(_: Case, a: Entry, b: Entry) -> str | None:
    """Why two roots may be one: a report that is credited is not held, and what its outlet says else has the other."""
    for one, other in ((a, b), (b, a)):
        if one.root.kind == "not_held":
            if one.tellings & other.tellings:
                return "both are credited in one sentence; one may have it from the other"
            if one.desks & other.desks:
                return f"{one.root.label} may rest on the same"
    return None


def common_owner(case: Case, a: Entry, b: Entry) -> str | None:
    """Why two roots are not independent: they come through two outlets of one owner. Named speakers are left out."""
    if "statement" in (a.root.kind, b.root.kind) or not a.desks or not b.desks or a.desks & b.desks:
        return None
    owners = [list(case.held.outlets.owned_by(desk)) for desk in sorted(a.desks | b.desks)]
    shared = [owner for owner in owners[0] if all(owner in some for some in owners)]
    return f"both outlets belong to {shared[0]}" if shared else None


def same_document(_: Case, a: Entry, b: Entry) -> str | None:
    """Why two documents may be one: two outlets speak of a document of one kind ("a memo", "a leaked memo")."""
    if not a.root.kind == b.root.kind == "document" or a.desks & b.desks:
        return None
    one, other = sorted((described(a), described(b)))
    return f"“{one}” and “{other}” may be one document" if content(one) & content(other) else None


def same_name(_: Case, a: Entry, b: Entry) -> str | None:
    """Why two speakers may be one: what one is called is the other's name in short ("Pask", "the ministry")."""
    if not (is_told_apart_by_name(a) and is_told_apart_by_name(b)):
        return None
    short, full = sorted((described(a), described(b)), key=lambda words: (len(words), words))
    if short != full and not is_short_for(folded(short).split(), PLACED.split(folded(full))[0].split()):
        return None
    return f"“{short}” may be “{full}”" if short != full else f"both outlets may mean the same: “{short}”"


def is_told_apart_by_name(entry: Entry) -> bool:
    """Whether a root is a named speaker, or a body or an office without a name."""
    body = any(step.source == "named_organisation" for step in entry.steps)
    return entry.root.kind == "statement" or body or entry.root.key.startswith("voice ")


def is_short_for(short: list[str], full: list[str]) -> bool:
    """Whether a name is the last word of another, or that with initials of the words before ("J Pask").

    Of "the president of Norvane" the words before "of" are compared.
    """
    if not short or not full or short[-1] != full[-1] or len(short) > len(full):
        return False
    return all(any(word.startswith(each) for word in full[:-1]) for each in short[:-1])


def described(entry: Entry) -> str:
    """What a root is called, without its kind and the outlet that has it."""
    label = entry.root.label.removeprefix("statement of ")
    for mark in (" seen by ", " to ") if entry.root.kind in ("document", "unnamed") else ():
        label = label.rpartition(mark)[0] or label
    return label


def told_elsewhere(_: Case, a: Entry, b: Entry) -> str | None:
    """Why an outlet's own words may be no second origin: in another report it says where it has it from."""
    for own, other in ((a, b), (b, a)):
        if own.root.kind == "own_reporting" and other.root.kind != "own_reporting" and own.desks & other.desks:
            return f"the outlet has it elsewhere from {other.root.label}; its own words may rest on that"
    return None


RULES = (same_class, same_speaker, same_name, same_document, unheld, told_elsewhere, common_owner)
"""The reasons, in the order in which they are looked for."""
