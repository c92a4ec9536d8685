"""A small language for tests of ties: `subject -tie-> object`, as the text spells them."""

from reportedly.extract.ties.ties import ties
from tests.annotate.reading import read


def held(text: str) -> list[str]:
    """Every tie of the text, in its order; several subjects or objects are joined by `+`."""
    doc = read(text)
    found = []
    for draft in ties(doc):
        parts = {
            name: " + ".join(doc.text_of(role.span) for role in draft.roles if role.role == name)
            for name in ("subject", "object")
        }
        found.append(f"{parts['subject']} -{draft.tie}-> {parts['object']}")
    return found


def triggers(text: str) -> list[str]:
    """The words that say the ties."""
    doc = read(text)
    return [doc.text_of(draft.trigger) for draft in ties(doc)]
