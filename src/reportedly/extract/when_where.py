"""When and where an event took place: the phrase that governs it, in its clause or its scene.

In: a trigger with the report's clauses. Out: the token ranges of a time expression and of a place name.
"""

from reportedly.extract.clauses import Clauses
from reportedly.extract.event_words import reporting_verbs
from reportedly.extract.participants import kind
from reportedly.extract.triggers import Trigger
from reportedly.model import Annotated, Mention, TimeExpression

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "over", "around", "across", "throughout", "off"}) | {
    "along", "within", "beside", "above", "between", "via", "toward", "towards"
}  # fmt: skip
WEAK_LOCATIVE = frozenset({"from", "to", "into", "on", "of", "against", "through", "under"})
CLIMB = frozenset({"xcomp", "conj", "ccomp", "advcl", "acl", "relcl", "pcomp", "prep", "pobj", "dobj", "nsubj"}) | {
    "nsubjpass", "agent", "attr", "amod", "appos", "compound", "poss", "oprd", "parataxis", "dep", "dative"
}  # fmt: skip


class Settings:
    """Times and places of a report by the word they hang on, worked out once a report."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.doc = clauses, clauses.doc
        self.times_of: dict[int, list[TimeExpression]] = {}
        for each in self.doc.times:
            if each.type in ("DATE", "TIME"):
                self.times_of.setdefault(governor(self.doc, each.first, each.last), []).append(each)
        self.places_of: dict[int, list[tuple[str, Mention]]] = {}
        for mention in self.doc.mentions:
            if mention.form == "name" and kind(self.doc, mention.head) == "region":
                head, word = place_governor(self.doc, mention)
                self.places_of.setdefault(head, []).append((word, mention))

    def time(self, trigger: Trigger) -> TimeExpression | None:
        """The time expression that governs the trigger: its own, its carrier's, or that of a verb above it."""
        for place in self.path(trigger):
            found = self.times_of.get(place)
            if found and not self.speaks(place):
                return min(found, key=lambda t: abs(t.first - trigger.head))
        return None

    def speaks(self, place: int) -> bool:
        """Whether the token is a plain verb of reporting: its time is that of speaking."""
        return self.doc.tokens[place].lemma in reporting_verbs()

    def path(self, trigger: Trigger) -> list[int]:
        """The trigger, its carrier, and the words above them whose time or place may hold for it, nearest first."""
        doc, found = self.doc, [trigger.head]
        if trigger.carrier is not None:
            found.append(trigger.carrier)
        place = trigger.head
        for _ in range(8):
            token = doc.tokens[place]
            if token.head == place or token.dep not in CLIMB or self.speaks(token.head):
                break
            place = token.head
            found.append(place)
        below = (c for c in doc.children[trigger.head] if doc.tokens[c].dep in ("conj", "advcl"))
        found.extend(c for c in below if doc.tokens[c].pos in ("VERB", "NOUN"))
        return list(dict.fromkeys(found))

    def place(self, trigger: Trigger, targets: list[int]) -> Mention | None:
        """The named place of the trigger: after a locative preposition, else the place that is hit, else one above."""
        path = self.path(trigger)
        own = self.located(path[:1], weak=False)
        if own is not None:
            return own
        for head in targets:
            mention = self.doc.name_over.get(head)
            if mention is not None and kind(self.doc, mention.head) == "region":
                return mention
        inside = self.located(targets, weak=True)
        if inside is not None:
            return inside
        return self.located(path, weak=False)

    def located(self, path: list[int], weak: bool) -> Mention | None:
        """The first place that hangs on one of the words by a locative preposition."""
        for place in path:
            for word, mention in self.places_of.get(place, ()):
                if (word in LOCATIVE and (weak or word not in WEAK_LOCATIVE)) or (weak and word == "of"):
                    return mention
        return None


def governor(doc: Annotated, first: int, last: int) -> int:
    """The verb or noun that the phrase of tokens `first`..`last` hangs on, through its prepositions."""
    head = next((i for i in range(first, last) if not first <= doc.tokens[i].head < last), first)
    place = doc.tokens[head].head
    while doc.tokens[place].pos in ("ADP", "SCONJ", "ADV") and doc.tokens[place].head != place:
        place = doc.tokens[place].head
    return place


def place_governor(doc: Annotated, mention: Mention) -> tuple[int, str]:
    """The word that a place name hangs on and the preposition between, "" for none; through "the town of X"."""
    place, word = mention.head, ""
    for _ in range(6):
        token = doc.tokens[place]
        if token.head == place:
            return place, word
        above = doc.tokens[token.head]
        if above.pos == "ADP":
            word = above.lower if word in ("", "of") else word
            place = above.i
        elif (
            token.dep in ("compound", "appos", "nmod", "poss", "amod", "conj")
            and above.pos in ("NOUN", "PROPN")
            and not word
        ) or (above.pos in ("NOUN", "PROPN") and kind(doc, above.i) in ("place", "region") and token.dep == "prep"):
            place = above.i
        else:
            return above.i, word
    return place, word
