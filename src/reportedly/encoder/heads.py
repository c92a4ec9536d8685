"""The tasks that share the encoder, and their labels.

A tag head gives each word one label of its row; a scalar head a number; the pair head tells for a cue and a word
whether the word is of the cue's source or content. Labels are never reordered: exported weights know them by place.
"""

from collections.abc import Mapping, Sequence

from reportedly.encoder.labels import bio

IGNORED = -100
"""The label of a word of which the corpus says nothing."""

NAMES = ("Person", "Organization", "Location", "Facility", "NORP", "Date", "Misc", "Product", "Money")
FILLERS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
CONFIDENCES = (
    "REPORTED AS FACT", "POSSIBLE", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "CLAIMED OR ADMITTED", "ACQUITTED", "none",
)  # fmt: skip
INCIDENTS = ("none", "attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
STAGES = ("none", "ACCOMPLISHED", "ATTEMPTED", "THREATENED")

TAGS: Mapping[str, Sequence[str]] = {
    "names": bio(NAMES),
    "cue": bio(("Cue",)),
    "cue_nested": bio(("Cue",)),
    "event": bio(("Event",)),
    "predicate_uw": ("O", "Predicate"),
    "predicate_uds": ("O", "Predicate"),
    "event_ecb": ("O", "Predicate"),
    "certainty": ("CERTAIN", "PROBABLE", "POSSIBLE", "UNDERSPECIFIED"),
    "polarity": ("POS", "NEG", "UNDERSPECIFIED"),
    "time": ("NON_FUTURE", "FUTURE", "UNDERSPECIFIED"),
    "fillers": bio(FILLERS),
    "confidence": CONFIDENCES,
    "incident": INCIDENTS,
    "stage": STAGES,
}
"""The tag heads in the order of their columns; `incident` and `stage` are read at the window's first piece."""

OF_WINDOW = ("incident", "stage")
SCALARS = ("factuality_uw", "factuality_uds")
"""The scalar heads; their columns follow those of the tag heads."""

MEMBERS = ("none", "source", "content")
"""What a word is to a cue."""


def columns() -> dict[str, slice]:
    """The columns of each head in the network's row of scores for a word."""
    found, at = {}, 0
    for name, labels in TAGS.items():
        found[name] = slice(at, at + len(labels))
        at += len(labels)
    for name in SCALARS:
        found[name] = slice(at, at + 1)
        at += 1
    return found


WIDTH = sum(map(len, TAGS.values())) + len(SCALARS)
"""How many scores a word has."""
