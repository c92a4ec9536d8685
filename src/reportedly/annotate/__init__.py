"""From a report to its sentences, tokens, mentions, quotations and time expressions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reportedly.annotate.coreference import Resolver
from reportedly.annotate.descriptions import descriptions
from reportedly.annotate.entities import cluster
from reportedly.annotate.headlines import with_headlines
from reportedly.annotate.heard import Heard
from reportedly.annotate.mending import mended
from reportedly.annotate.names import find_names
from reportedly.annotate.parse import Parsed, groups, load_language, parse
from reportedly.annotate.quotations import find_quotations
from reportedly.annotate.subjects import with_subjects
from reportedly.annotate.times import time_expressions
from reportedly.encoder.arrays import cut
from reportedly.encoder.decode import Scored, scored
from reportedly.encoder.reader import load
from reportedly.model import DEFAULT_EXTRACTOR, Annotated, EntityRef, Extractor, Mention, Report


class Annotator:
    """The reading stage with its loaded models; loading takes a second or two, so one serves many reports."""

    def __init__(self, extractor: Extractor = DEFAULT_EXTRACTOR) -> None:
        self.language = load_language()
        self.encoder = load() if extractor == "encoder" else None

    def annotate(self, reports: Iterable[Report]) -> Iterator[Annotated]:
        """Each report annotated, in order, read in groups of a few."""
        for each, scores in self.read(reports):
            yield complete(each, scores)

    def read(self, reports: Iterable[Report]) -> Iterator[tuple[Parsed, Scored | None]]:
        """Each report parsed, and what the encoder says of it where it reads along."""
        for group in groups(reports):
            scores: Sequence[Scored | None] = [None] * len(group)
            if self.encoder is not None:
                scores = scored([cut(each.text, self.encoder.vocabulary) for each in group], self.encoder)
            yield from zip(parse(self.language, group), scores, strict=True)


def complete(each: Parsed, scores: Scored | None = None) -> Annotated:
    """All that a report's tokens and raw names give: mentions, entities, quotations, time expressions."""
    text = each.report.text
    each = each._replace(tokens=with_subjects(each.tokens))
    sentences = with_headlines(each.sentences, each.tokens, each.report.title)
    quoted = find_quotations(text, each.tokens)
    heard = None if scores is None else Heard(scores, each.tokens)
    found = find_names(text, each.tokens, sentences, each.names, heard)
    clusters, places = cluster(text, each.tokens, found, each.report.id)
    tokens = mended(each.tokens, found.names)
    times = time_expressions(Annotated(each.report, tokens, sentences))
    bare = Annotated(each.report, tokens, sentences, quotations=quoted, times=times, scored=scores)
    mentions = Resolver(bare, clusters, found.names, places).run(descriptions(bare, found.names))
    full = replace(bare, **told(mentions, clusters.refs()))
    vars(full)["children"] = bare.children  # the same tokens: what one has worked out serves the other
    return full


def told(mentions: tuple[Mention, ...], entities: tuple[EntityRef, ...]) -> dict[str, Any]:
    """The mentions and entities of a report, without entities that nothing mentions."""
    kept = sorted({mention.entity for mention in mentions if mention.entity is not None})
    if len(kept) == len(entities):
        return {"mentions": mentions, "entities": entities}
    places: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    moved = tuple(m if m.entity is None else replace(m, entity=places[m.entity]) for m in mentions)
    return {"mentions": moved, "entities": tuple(entities[old] for old in kept)}
