"""What those who are held are suspected of: "arrested on suspicion of bribery", "held on charges of murder".

In: the triggers of a report with their participants. Out: the same, the charge with whom it is brought against; a deed
of violence under it with its doer instead.
"""

from reportedly.extract.events.borrowing import Found
from reportedly.extract.events.clauses import Clauses, phrases
from reportedly.extract.events.roles import Filler
from reportedly.model import Annotated

HOLDING = "arrest"
"""The frame of words that tell who is held."""

CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation"})
UPON = frozenset({"on", "over", "under", "amid"})
"""Prepositions between being held and the charge."""

LOOSELY = "amid"
"""The one of them after which the charge may be against somebody else."""

DEEDS = frozenset({"ASSAULT", "MOBILIZE"})
"""Types of deeds that are claims of their own where somebody is held for them."""


def of_arrests(clauses: Clauses, found: dict[int, Found]) -> None:
    """Give the charges on which people are held those people."""
    doc = clauses.doc
    for each in found.values():
        if each.trigger.entry.frame.name != HOLDING:
            continue
        held = [f for f in each.fillers if f.role == "recipient"]
        for word, head in phrases(doc, each.trigger.head) if held else ():
            charge = found.get(head)
            if word not in UPON or charge is None or doc.tokens[head].lemma not in CHARGES:
                continue
            if word != LOOSELY or not deeds(doc, found, charge):
                bring(doc, found, charge, held, each.trigger.head)


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
    for deed in deeds(doc, found, charge)[:1]:
        if not any(f.role in ("actor", "participant") for f in deed.fillers):
            deed.fillers += [f._replace(role="actor") for f in held]
        return
    if is_of_another(doc, charge):
        return
    if not any(f.role == "recipient" for f in charge.fillers):
        charge.fillers += [f._replace(role="recipient") for f in held]
        charge.told_at = arrest
