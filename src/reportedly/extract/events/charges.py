"""What people are charged with: "accused of the murder", "held on suspicion of bribery", "jailed on charges of murder".

In: the triggers of a report with their participants. Out: the same, the deeds that people are charged with with their
doers; the charge on which somebody is held with whom it is brought against, unless a deed of violence stands under it.
"""

from reportedly.extract.events.borrowing import Found
from reportedly.extract.events.clauses import Clauses, phrases
from reportedly.extract.events.roles import ACTIVE_ROLES, Filler
from reportedly.model import Annotated

CHARGING = frozenset({"ACCUSE", "SANCTION", "COERCE"})
"""Types of acts by which somebody is charged with a deed."""

WITH = frozenset({"of", "for", "over", "with"})
"""Prepositions between a charge and the deed charged."""

ONLOOKERS = frozenset("witness bystander victim survivor relative neighbour neighbor friend insurer".split())  # noqa: SIM905
"""Persons and bodies that are questioned or sued over a deed, and did not do it."""

DEEDS = frozenset({"ASSAULT", "MOBILIZE"})
"""Types of deeds that people are charged with, and that are claims of their own."""

HOLDING = "arrest"
"""The frame of words that tell who is held."""

CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation"})
UPON = frozenset({"on", "over", "under", "amid"})
"""Prepositions between being held and the charge."""

LOOSELY = "amid"
"""The one of them after which the charge may be against somebody else."""


def of_charges(clauses: Clauses, found: dict[int, Found]) -> None:
    """Complete the charges, and the deeds that people are charged with."""
    for each in found.values():
        if each.trigger.entry.frame.name == HOLDING:
            of_arrest(clauses.doc, found, each)
    for each in found.values():
        if each.trigger.entry.type in CHARGING:
            of_charge(clauses.doc, found, each)


def of_arrest(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give the charges on which people are held those people."""
    held = [f for f in each.fillers if f.role == "recipient"]
    for word, head in phrases(doc, each.trigger.head) if held else ():
        charge = found.get(head)
        if word not in UPON or charge is None or doc.tokens[head].lemma not in CHARGES:
            continue
        if word != LOOSELY or not deeds(doc, found, charge):
            bring(doc, found, charge, held, each.trigger.head)


def of_charge(doc: Annotated, found: dict[int, Found], each: Found) -> None:
    """Give the deed that somebody is charged with its doer ("sanctioned for the recruitment of boys")."""
    accused = [f for f in each.fillers if f.role == "recipient" and doc.tokens[f.head].lemma not in ONLOOKERS]
    for place in (each.trigger.head, *each.trigger.parts) if accused else ():
        for word, head in phrases(doc, place):
            deed = found.get(head)
            if word not in WITH or deed is None or deed.trigger.sort != "noun" or deed.trigger.carrier is not None:
                continue
            if deed.trigger.entry.type in DEEDS:
                lay_upon(deed, accused)


def lay_upon(deed: Found, accused: list[Filler]) -> None:
    """Let those accused be the doers of a deed that names none."""
    if not any(f.role in ACTIVE_ROLES for f in deed.fillers):
        taken = {f.head for f in deed.fillers}
        deed.fillers += [f._replace(role="actor") for f in accused if f.head not in taken]


def deeds(doc: Annotated, found: dict[int, Found], charge: Found) -> list[Found]:
    """The deeds of violence that a charge is of ("on charges of murder")."""
    under = (found.get(head) for word, head in phrases(doc, charge.trigger.head) if word == "of")
    return [deed for deed in under if deed is not None and deed.trigger.entry.type in DEEDS]


def is_of_another(doc: Annotated, charge: Found) -> bool:
    """Whether a clause names somebody else as the doer ("on suspicion that her son had fled")."""
    clause = doc.child(charge.trigger.head, "acl", "ccomp")
    subject = None if clause is None else doc.child(clause, "nsubj", "nsubjpass")
    return subject is not None and doc.tokens[subject].pos != "PRON"


def bring(doc: Annotated, found: dict[int, Found], charge: Found, held: list[Filler], arrest: int) -> None:
    """Bring a charge against those who are held, as firmly as their arrest; or tell the deed under it as theirs."""
    under = deeds(doc, found, charge)
    if under:
        lay_upon(under[0], held)
        return
    if is_of_another(doc, charge):
        return
    if not any(f.role == "recipient" for f in charge.fillers):
        charge.fillers += [f._replace(role="recipient") for f in held]
        charge.told_at = arrest
