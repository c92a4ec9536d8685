"""What changed, in the terminal: event by event, or as JSON lines.

In: changes of events and ties. Out: their heads with what is told of each below; nothing of a claim's truth.
"""

from collections.abc import Sequence

from reportedly.cli.output import Form, console, plain, print_json, say
from reportedly.cli.words import SHORT
from reportedly.project.telling import Change

HEADS = {
    "left": ("left without a source", "1 event or tie is", "{} events and ties are"),
    "changed": ("told differently", "1 event or tie is", "{} events and ties are"),
    "new": ("new", "1 event or tie is", "{} events and ties are"),
    "gone": ("not told any longer", "1 event or tie is", "{} events and ties are"),
}
"""What stands over the changes of a kind."""


def print_changes(found: Sequence[Change], cause: str, form: Form) -> None:
    """Print what `cause` ("This withdrawal") changes; that it changes nothing goes to standard error."""
    if form is not Form.TABLE:
        for each in found:
            print_json(change_json(each))
        return
    if not found:
        say(f"{cause} changes no event or tie")
        return
    for kind, (what, one, many) in HEADS.items():
        some = [each for each in found if each.kind == kind]
        if some:
            number = one if len(some) == 1 else many.format(len(some))
            console().print(plain(f"{cause}: {number} {what}"), style="bold", soft_wrap=True)
            print_kind(kind, some)


def change_json(each: Change) -> dict[str, object]:
    """A change as printed."""
    return {"event": each.id, "label": each.label, "kind": each.kind, "changes": list(each.told)}


def print_kind(kind: str, some: Sequence[Change]) -> None:
    """Print the changes of one kind, those of new events on their own lines."""
    out = console()
    for each in some:
        told = f" ({each.told[0]})" if kind == "new" else ""
        out.print(plain(f"  {each.label}{told} [{each.id[:SHORT]}]"), soft_wrap=True)
        if kind != "new":
            for sentence in each.told:
                out.print(plain(f"    - {sentence}"), style="dim", soft_wrap=True)
