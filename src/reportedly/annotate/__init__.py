"""From a report to its sentences, tokens, mentions, quotations and time expressions."""

from collections.abc import Iterable, Iterator

from reportedly.annotate.parse import Parsed, load_language, parse
from reportedly.model import Annotated, Mention, Report, Schema

SCHEMA_OF_LABEL: dict[str, Schema] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Address", "LOC": "Address", "FAC": "Address",
    "NORP": "LegalEntity", "EVENT": "Event", "PRODUCT": "Vehicle",
}  # fmt: skip


class Annotator:
    """The reading stage with its loaded language model; loading takes a second, so one serves many reports."""

    def __init__(self) -> None:
        self.language = load_language()

    def annotate(self, reports: Iterable[Report]) -> Iterator[Annotated]:
        """Each report annotated, in order."""
        for each in parse(self.language, reports):
            yield complete(each)


def complete(each: Parsed) -> Annotated:
    """All that a report's tokens and raw names give: mentions, entities, quotations, time expressions."""
    bare = Annotated(each.report, each.tokens, each.sentences)
    mentions = tuple(
        Mention(bare.span(n.first, n.last), n.first, n.last, n.last - 1, "name", SCHEMA_OF_LABEL[n.label])
        for n in each.names
        if n.label in SCHEMA_OF_LABEL
    )
    return Annotated(each.report, each.tokens, each.sentences, mentions)
