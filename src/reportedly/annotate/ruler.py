"""spaCy's attribute ruler, remembered: the same parts of speech in a tenth of the time.

In and out: a spaCy document after the parser. The shipped ruler looks at each token's tag, label and word, and
at the token before it after an expletive; what it says for one such case is kept and said again. A document with a
case not met yet, or with one of the few pairs of words it treats together, goes to the shipped ruler as it is.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from spacy import attrs
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Case = tuple[int, int, int, int, bool]

LOOKED_AT = [attrs.TAG, attrs.DEP, attrs.LOWER, attrs.IS_SPACE]
SAID = [attrs.TAG, attrs.DEP, attrs.POS, attrs.MORPH, attrs.LEMMA]

SPELLED_BY_RULE = ("nothin'", "nuthin'")
"""Words that the ruler knows by a regular expression."""

MOST_CASES = 100_000
"""Cases kept; the tags, labels and words that the ruler looks at allow for fewer."""


class RememberedRuler:
    """The shipped ruler with a memory; `name` is that of the pipe it stands for."""

    name = "attribute_ruler"

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        strings = ruler.vocab.strings
        patterns: list[list[dict[str, Any]]] = [p for rule in ruler.patterns for p in rule["patterns"]]  # type: ignore
        self.words = {strings.add(word) for pattern in patterns for word in literals(pattern)}
        self.words.update(strings.add(word) for word in SPELLED_BY_RULE)
        pairs = [pattern for pattern in patterns if len(pattern) > 1 and pattern[0].get("DEP") != "expl"]
        self.openers = {strings.add(word) for pattern in pairs for word in literals(pattern[:1])}
        self.openers.update(strings.add(word) for word in ("y", "y'"))
        self.closers = {strings.add(word) for pattern in pairs for word in literals(pattern[1:])}
        self.closers.update(strings.add(word) for word in ("n't", "nt"))
        self.expletive = strings.add("expl")
        self.memory: dict[Case, tuple[int, int, int, int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with parts of speech, morphology and the lemmas of function words."""
        rows = doc.to_array(LOOKED_AT).tolist() if len(doc) else []
        cases = self.cases(rows)
        said = [self.memory.get(case) for case in cases]
        paired = self.has_pair(rows)
        if paired or None in said:
            self.ask(doc, cases, learn=not paired)
        elif rows:
            table: Any = np.array(said, dtype="uint64")
            columns: Any = np.ascontiguousarray(table[:, 2:])
            doc.from_array(SAID[2:], columns)
            for place, row in enumerate(rows):
                if row[3]:
                    doc[place].tag, doc[place].dep = int(table[place, 0]), int(table[place, 1])
        return doc

    def pipe(self, docs: Iterable[Doc], **_: Any) -> Iterator[Doc]:
        """Each document in turn."""
        return map(self, docs)

    def cases(self, rows: list[list[int]]) -> list[Case]:
        """What the ruler looks at, for each token."""
        words, expletive = self.words, self.expletive
        found: list[Case] = []
        after = False
        for tag, dep, lower, space in rows:
            found.append((tag, dep, lower if lower in words else 0, space, after))
            after = dep == expletive
        return found

    def has_pair(self, rows: list[list[int]]) -> bool:
        """Whether two words stand together that the ruler treats as one case ("gon na")."""
        openers, closers = self.openers, self.closers
        return any(row[2] in openers and after[2] in closers for row, after in pairwise(rows))

    def ask(self, doc: Doc, cases: list[Case], *, learn: bool) -> None:
        """Let the shipped ruler work on `doc`, and keep what it says."""
        self.ruler(doc)
        if learn and len(self.memory) < MOST_CASES:
            self.memory.update(zip(cases, map(tuple, doc.to_array(SAID).tolist()), strict=True))


def literals(pattern: list[dict[str, Any]]) -> Iterator[str]:
    """The words that a pattern names, in lower case."""
    for token in pattern:
        lower = token.get("LOWER")
        if isinstance(lower, str):
            yield lower
        elif isinstance(lower, dict):
            yield from lower.get("IN", ())
