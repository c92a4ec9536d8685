"""Statements and letters: one speaker answers for a whole text, or for the part of it that ends with a signature.

In: an annotated report and the triples found so far. Out: a triple that opens the report and gives all of it to a
speaker; the signers of letters with the tokens they answer for.
"""

from collections.abc import Iterator

from reportedly.extract.attribution.triples import Triple
from reportedly.extract.lexicon import words
from reportedly.model import Annotated

LONGEST_HEADING = 30
"""Tokens within which the line that heads a statement ends."""

LONGEST_SIGNATURE = 8
"""Tokens of a paragraph beyond which it is no signature."""

FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
MARKS = frozenset({".", ",", ";", "-", "—", "–", "(", ")"})


def opening_speaker(doc: Annotated, found: list[Triple]) -> Triple | None:
    """The triple of the first paragraph's speaker whose words begin after a colon and, unquoted, fill the report."""
    end = first_body_paragraph(doc)
    if end is None or end >= len(doc.tokens) or doc.tokens[end - 1].text != ":":
        return None
    if any(quotation.last > end for quotation in doc.quotations):
        return None
    speakers = [t for t in found if t.cue[1] <= end <= t.cue[1] + 4 and t.source is not None]
    if not speakers:
        return None
    last = speakers[-1]
    return Triple(last.head, "say/V", 1.0, last.cue, last.source, last.source_head, ((end, len(doc.tokens)),), True)


def headed(doc: Annotated) -> Triple | None:
    """The triple of a report that opens with "Statement by Ada Ilves:" as a line of its own; None for other reports."""
    end = first_body_paragraph(doc)
    if end is None or not 2 < end < min(len(doc.tokens), LONGEST_HEADING) or doc.tokens[end - 1].text != ":":
        return None
    for token in doc.tokens[: end - 1]:
        by = next((c for c in doc.children[token.i] if doc.tokens[c].lower in ("by", "from", "of")), None)
        speaker = None if by is None else doc.child(by, "pobj")
        if token.lemma.lower() not in words("statement_nouns.tsv") or by is None or speaker is None:
            continue
        name = doc.name_over.get(speaker)
        last = speaker + 1 if name is None else name.last
        rest = ((end, len(doc.tokens)),)
        return Triple(token.i, "say/V", 1.0, (token.i, by + 1), (by + 1, last), speaker, rest, True)
    return None


def first_body_paragraph(doc: Annotated) -> int | None:
    """The token after the first paragraph that is no headline; None where there is none."""
    body = [sentence for sentence in doc.sentences if not sentence.headline]
    if not body:
        return None
    return max(sentence.last for sentence in body if sentence.paragraph == body[0].paragraph)


def letters(doc: Annotated) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The tokens of each signer's name with the tokens of the letter above it; none where the report is unsigned.

    A report is signed if its last paragraph, or the last but one, is a person's name and nothing else; with one
    signature its text must speak in the first person, since a name may also be a credit.
    """
    lines = paragraphs(doc)
    names = {place: name for place, line in enumerate(lines) if place and (name := signature(doc, *line)) is not None}
    if not names or max(names) < len(lines) - 2:
        return
    if len(names) == 1 and not speaks_for_itself(doc, lines[max(names)][0]):
        return
    above = 0
    for place, name in names.items():
        body = [line for line in lines[above:place] if line[1] - line[0] > LONGEST_SIGNATURE and not is_head(doc, line)]
        if body:
            yield name, (body[0][0], body[-1][1])
        above = place + 1


def paragraphs(doc: Annotated) -> list[tuple[int, int]]:
    """The token ranges of the report's paragraphs."""
    found: list[tuple[int, int]] = []
    last = -1
    for sentence in doc.sentences:
        if sentence.paragraph == last:
            found[-1] = (found[-1][0], sentence.last)
        else:
            found.append((sentence.first, sentence.last))
        last = sentence.paragraph
    return found


def is_head(doc: Annotated, line: tuple[int, int]) -> bool:
    """Whether a paragraph is a headline."""
    return doc.sentences[doc.tokens[line[0]].sentence].headline


def signature(doc: Annotated, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the name that a short paragraph consists of; None for other paragraphs."""
    while first < last and doc.tokens[first].text in MARKS:
        first += 1
    while first < last and doc.tokens[last - 1].text in MARKS:
        last -= 1
    if not 2 <= last - first <= LONGEST_SIGNATURE:
        return None
    name = doc.name_over.get(first)
    if name is not None:
        return (first, name.last) if name.schema == "Person" and name.last - first >= 2 else None
    capital = all(t.text[0].isupper() and t.pos == "PROPN" and not t.text.isupper() for t in doc.tokens[first:last])
    return (first, last) if capital and last - first <= 3 else None


def speaks_for_itself(doc: Annotated, end: int) -> bool:
    """Whether the text before token `end` speaks in the first person outside quotations."""
    quoted = {i for quotation in doc.quotations for i in range(quotation.first, quotation.last)}
    return sum(token.lower in FIRST_PERSON for token in doc.tokens[:end] if token.i not in quoted) >= 2
