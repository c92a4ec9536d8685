"""Claims of many reports joined to events and ties: the door to the modules `accounts_*`.

In: claims with their reports. Out: blocking keys, whether two claims speak of one event or tie, clusters, and which of
these a denial or a plan belongs to. Pure functions of pairs and of connected blocks; nothing is counted over a
collection, and no order of arrival changes anything.
"""

from reportedly.link.accounts_clusters import attach, clusters, event_id, order_key
from reportedly.link.accounts_events import same_event
from reportedly.link.accounts_keys import keys
from reportedly.link.accounts_names import SameName, names_alike
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

OTHER_KIND = Match(0.0, False, "One tells of an act, the other of a standing tie.")


def compare(a: Told, b: Told, same: SameName = names_alike) -> Match:
    """Whether both speak of one event or tie, be it told, denied or planned; the same for both orders."""
    if a.claim.kind != b.claim.kind:
        return OTHER_KIND
    if order_key(b) < order_key(a):
        a, b = b, a
    return same_event(a, b, same) if a.claim.kind == "event" else same_tie(a, b, same)
