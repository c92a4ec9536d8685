"""A report's dependency trees with what every look-up needs: the first and last token below each token.

In: an annotated report. Out: `Trees`, built once a report in linear time, so that no rule walks a subtree again.
"""

from dataclasses import dataclass, field

from reportedly.model import Annotated, Quotation, Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


@dataclass(frozen=True, slots=True)
class Trees:
    """The report with, for each token, the first and last token of its subtree (both inclusive).

    `quotations` holds, for each sentence with direct speech, the quotations that it shares a token with.
    """

    doc: Annotated
    left: tuple[int, ...]
    right: tuple[int, ...]
    quotations: dict[int, list[Quotation]]
    subjects: dict[int, int | None] = field(default_factory=dict)

    def token(self, place: int) -> Token:
        """The token at `place`."""
        return self.doc.tokens[place]

    def subject(self, place: int) -> int | None:
        """The head of the subject that hangs on the token at `place`, None where it has none; remembered."""
        if place not in self.subjects:
            self.subjects[place] = self.doc.child(place, *SUBJECTS)
        return self.subjects[place]

    def hyphened(self, place: int) -> int:
        """The first token of what hyphens join to the token at `place`: `counter` for `terrorism` in its compound."""
        tokens = self.doc.tokens
        while place >= 2 and tokens[place - 1].text == "-" and tokens[place - 2].end == tokens[place - 1].start:
            if tokens[place - 1].end != tokens[place].start:
                break
            place -= 2
        return place

    def sentence(self, place: int) -> tuple[int, int]:
        """The tokens, half-open, of the sentence of the token at `place`."""
        sentence = self.doc.sentences[self.token(place).sentence]
        return sentence.first, sentence.last

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first`..`last`, half-open."""
        return self.doc.span(first, last)


def trees(doc: Annotated) -> Trees:
    """The subtree bounds of every token of `doc`."""
    size = len(doc.tokens)
    left, right = list(range(size)), list(range(size))
    for place in reversed(order_from_roots(doc)):
        head = doc.tokens[place].head
        if head != place:
            left[head] = min(left[head], left[place])
            right[head] = max(right[head], right[place])
    return Trees(doc, tuple(left), tuple(right), quotations_by_sentence(doc))


def quotations_by_sentence(doc: Annotated) -> dict[int, list[Quotation]]:
    """For each sentence with direct speech, the quotations that it shares a token with, in text order."""
    found: dict[int, list[Quotation]] = {}
    for quotation in doc.quotations:
        first, last = doc.tokens[quotation.first].sentence, doc.tokens[quotation.last - 1].sentence
        for sentence in range(first, last + 1):
            found.setdefault(sentence, []).append(quotation)
    return found


def order_from_roots(doc: Annotated) -> list[int]:
    """The places of all tokens that hang under a root, each after its head."""
    order = [token.i for token in doc.tokens if token.head == token.i]
    for place in order:
        order.extend(doc.children[place])
    return order
