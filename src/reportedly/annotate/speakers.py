"""Who speaks a quotation: the subject of the reporting verb beside it.

In: tokens and quotations. Out: for each quotation's number the token that speaks.
"""

from reportedly.annotate import lexicon
from reportedly.model import Annotated, Quotation

REACH = 14
"""Tokens beside a quotation in which its reporting verb is sought."""


HEADED = 24
"""Tokens of a report within which the line that heads a statement ends."""


def heading_speaker(doc: Annotated) -> tuple[int, int] | None:
    """The token that says all that follows "Statement by Ada Ilves, mayor of Aral:", and the first token of that.

    None where the report does not open with such a line.
    """
    tokens = doc.tokens
    end = next((t.i for t in tokens[:HEADED] if t.text == ":"), None)
    if end is None or end + 1 >= len(tokens):
        return None
    paragraph = doc.sentences[tokens[end].sentence].paragraph
    if paragraph == doc.sentences[tokens[end + 1].sentence].paragraph:
        return None
    for token in tokens[:end]:
        if (
            token.lemma.lower() in lexicon.words("statement_nouns")
            and doc.sentences[token.sentence].paragraph == paragraph
        ):
            by = next((c for c in doc.children[token.i] if tokens[c].lower in ("by", "from", "of")), None)
            speaker = None if by is None else doc.child(by, "pobj")
            if speaker is not None and speaker < end:
                return speaker, end + 1
    return None


def speakers(doc: Annotated) -> dict[int, int]:
    """For each quotation's number its speaker's token; one without a verb beside it goes on with the one before.

    Where a line heads the report as somebody's statement, the quotations that nobody else says are theirs.
    """
    found: dict[int, int] = {}
    headed = heading_speaker(doc)
    last: tuple[int, int] | None = None
    for quotation in doc.quotations:
        if quotation.number in found:
            continue
        place = speaker(doc, quotation)
        paragraph = doc.sentences[doc.tokens[quotation.first].sentence].paragraph
        if place is None and last is not None and paragraph - last[1] <= 1 and quotation.last - quotation.first > 4:
            place = last[0]
        if place is None and headed is not None and quotation.first >= headed[1]:
            place = headed[0]
        if place is not None:
            found[quotation.number] = place
            last = place, paragraph
    return found


def speaker(doc: Annotated, quotation: Quotation) -> int | None:
    """The subject of the reporting verb after the quotation, else before it; None where there is none."""
    tokens = doc.tokens
    verbs = lexicon.words("speech_verbs")
    end = tokens[quotation.last - 1].sentence
    paragraph = doc.sentences[end].paragraph
    for i in range(quotation.last, min(quotation.last + REACH, len(tokens))):
        sentence = tokens[i].sentence
        opened = tokens[i].text in ("“", '"') and i > quotation.last
        if opened or sentence > end + 1 or doc.sentences[sentence].paragraph != paragraph:
            break
        if tokens[i].lemma in verbs and tokens[i].pos in ("VERB", "AUX"):
            subject = doc.child(i, "nsubj")
            if subject is not None and not quotation.first <= subject < quotation.last:
                return subject
            break
    start = tokens[quotation.first].sentence
    for i in range(quotation.first - 1, max(quotation.first - 1 - 2 * REACH, -1), -1):
        if tokens[i].sentence < start - 1:
            break
        if tokens[i].lemma in verbs and tokens[i].pos in ("VERB", "AUX"):
            subject = doc.child(i, "nsubj")
            if subject is not None:
                return subject
    return None
