"""Claims of many reports joined to events and ties: the door to the modules `accounts_*`.

In: claims with their reports. Out: blocking keys, whether two claims speak of one event or tie, clusters, and which of
these a denial or a plan belongs to. Pure functions of pairs and of connected blocks; nothing is counted over a
collection, and no order of arrival changes anything.
"""

from reportedly.link.accounts_clusters import attach, clusters, event_id, order_key
from reportedly.link.accounts_events import bar, same_event
from reportedly.link.accounts_keys import keys
from reportedly.link.accounts_names import SameName, names_alike
from reportedly.link.accounts_rivals import name_rivals
from reportedly.link.accounts_ties import same_tie
from reportedly.link.accounts_told import Told, told
from reportedly.link.events import Match

__all__ = [
    "Match",
    "SameName",
    "Told",
    "attach",
    "clusters",
    "compare",
    "event_id",
    "keys",
    "names_alike",
    "order_key",
    "told",
]

RIVALS = Match(0.75, True, "Two sources, one after the other, give two doers of one kind of deed to one person.")
OTHER_KIND = Match(0.0, False, "One tells of an act, the other of a standing tie.")


def compare(a: Told, b: Told, same: SameName = names_alike) -> Match:
    """Whether both speak of one event or tie, be it told, denied or planned; the same for both orders."""
    if a.claim.kind != b.claim.kind:
        return OTHER_KIND
    if order_key(b) < order_key(a):
        a, b = b, a
    if name_rivals(a, b) and bar(a, b) is None:
        return RIVALS
    return same_event(a, b, same) if a.claim.kind == "event" else same_tie(a, b, same)
