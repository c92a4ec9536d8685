"""The word at which the factuality of a toll is taken: the verb that gives its number, "leave", or the toll itself.

In: a report and a trigger. Out: a token, None where the trigger itself tells it.
"""

from reportedly.extract.attribution.tolls import GIVING
from reportedly.extract.events.tolls import REACHING, RISING, TOLLS
from reportedly.extract.events.triggers import Trigger
from reportedly.model import Annotated

LONGEST_CLIMB = 6
"""Words between a number and the verb that gives it; a guard against broken trees."""


def told_at(doc: Annotated, trigger: Trigger) -> int | None:
    """The token whose doubt, negation and time hold for those whom the trigger counts; None for other triggers.

    "Denied that the toll had reached 100", "the toll did not rise to 90" deny the deaths at the verb.
    """
    scene = trigger.scene
    if scene is None or not trigger.harmed:
        return None
    if doc.tokens[scene].lemma == "leave":
        return scene
    return verb_over(doc, trigger.harmed[-1], scene) or (scene if doc.tokens[scene].lower in TOLLS else None)


def verb_over(doc: Annotated, number: int, scene: int) -> int | None:
    """The nearest verb over a number if it is one that gives or brings a toll, or governs the toll; None otherwise."""
    place = number
    for _ in range(LONGEST_CLIMB):
        place = doc.tokens[place].head
        token = doc.tokens[place]
        if place == scene:
            return verb_over_toll(doc, scene)
        if token.pos in ("VERB", "AUX"):
            return place if token.lemma in GIVING | REACHING | RISING or doc.tokens[scene].head == place else None
    return None


def verb_over_toll(doc: Annotated, scene: int) -> int | None:
    """The verb that gives a toll whose number hangs on the toll itself ("put the toll at 45"), or None."""
    token = doc.tokens[scene]
    gives = token.dep == "dobj" and doc.tokens[token.head].lemma in GIVING
    return token.head if gives else None
