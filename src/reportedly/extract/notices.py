"""What an outlet says that it told before: "Correction: An earlier version of this article said that nine were held".

In: an annotated report. Out: the tokens of such words. Nothing in them is told by the report: it takes them back.
"""

from collections.abc import Iterator
from functools import cache

from reportedly.extract.lexicon import rows
from reportedly.model import Annotated, Sentence, Token

LABEL_ENDS = frozenset({":", "-", "–", "—"})
LONGEST_LABEL = 8
"""Tokens within which the mark after a label stands ("Correction, 14 June:")."""

CLIMB = 6
"""Governing words looked at above a noun for the verb of its clause."""

OWN = frozenset({"this", "our"})
"""Words before a text that make it the outlet's own."""


@cache
def sort(name: str) -> frozenset[str]:
    """The words of one sort in the lexicon of notices."""
    return frozenset(word for word, each in rows("notice_words.tsv") if each == name)


def taken_back(doc: Annotated) -> tuple[tuple[int, int], ...]:
    """Ranges of tokens, half-open and in text order, that tell what the outlet itself told before; empty for most."""
    found: list[tuple[int, int]] = []
    noticed: int | None = None
    for sentence in doc.sentences:
        if opens_notice(doc, sentence):
            noticed = sentence.paragraph
        place = recall(doc, sentence, noticed == sentence.paragraph)
        if place is not None:
            noticed = sentence.paragraph
            found.append(around(doc, sentence, place))
    return tuple(found)


def opens_notice(doc: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence opens with the label of a correction: "Correction:", "Editor's note:", or the word alone."""
    words = [t.lower for t in doc.tokens[sentence.first : min(sentence.last, sentence.first + LONGEST_LABEL)]]
    if not words or not (words[0] in sort("label") or (words[0].startswith("editor") and "note" in words[:4])):
        return False
    return sentence.last - sentence.first == 1 or not LABEL_ENDS.isdisjoint(words)


def recall(doc: Annotated, sentence: Sentence, noticed: bool) -> int | None:
    """The word of a sentence that names the outlet's earlier text, or its "we"; None where none does.

    `noticed` tells that the paragraph is a correction: "the article said" then means the outlet's own.
    """
    for token in doc.tokens[sentence.first : sentence.last]:
        lemma = token.lemma.lower()
        if lemma in sort("version"):
            found = is_earlier_version(doc, token, noticed)
        elif lemma in sort("text") or token.lower == "we":
            found = is_own_text_telling(doc, token, noticed)
        else:
            continue
        if found and not any(q.first <= token.i < q.last for q in doc.quotations):
            return token.i
    return None


def is_earlier_version(doc: Annotated, token: Token, noticed: bool) -> bool:
    """Whether a noun is that of "an earlier version of this article"; in a correction "the earlier version" will do."""
    if not any(doc.tokens[c].lower in sort("earlier") for c in doc.children[token.i]):
        return False
    of = next((c for c in doc.children[token.i] if doc.tokens[c].lower == "of"), None)
    whole = None if of is None else doc.child(of, "pobj")
    if whole is None:
        return noticed
    return doc.tokens[whole].lemma.lower() in sort("text") and is_own(doc, doc.tokens[whole], noticed)


def is_own_text_telling(doc: Annotated, token: Token, noticed: bool) -> bool:
    """Whether a text of the outlet, or "we", is the subject of a verb that says what it told: "this report stated"."""
    verb = doc.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma not in sort("telling") or verb.tag not in ("VBD", "VBN"):
        return False
    wrong = any(doc.tokens[c].lower in sort("wrongly") for c in doc.children[verb.i])
    return wrong if token.lower == "we" else is_own(doc, token, noticed or wrong)


def is_own(doc: Annotated, text: Token, noticed: bool) -> bool:
    """Whether a text is the outlet's own: "this article", "our story"; "the article" where the outlet corrects itself.

    A text of the same noun that was spoken of before may be another's.
    """
    determiner = doc.child(text.i, "det", "poss")
    word = None if determiner is None else doc.tokens[determiner].lower
    if word in OWN:
        return True
    return word == "the" and noticed and all(t.lemma != text.lemma for t in before(doc, text))


def before(doc: Annotated, token: Token) -> Iterator[Token]:
    """The nouns of the paragraphs before that of `token`."""
    paragraph = doc.sentences[token.sentence].paragraph
    for each in doc.tokens[: token.i]:
        if each.pos == "NOUN" and doc.sentences[each.sentence].paragraph < paragraph:
            yield each


def around(doc: Annotated, sentence: Sentence, place: int) -> tuple[int, int]:
    """The tokens of what is taken back: the clause of an aside, else the sentence as far as a turn of it."""
    verb = verb_above(doc, place)
    if verb is not None and doc.tokens[verb].dep == "advcl":
        return below(doc, verb)
    turns = [t.i for t in doc.tokens[sentence.first : sentence.last] if t.lower in sort("turn")]
    first = max((i + 1 for i in turns if i < place), default=sentence.first)
    return first, min((i for i in turns if i > place), default=sentence.last)


def verb_above(doc: Annotated, place: int) -> int | None:
    """The verb of the clause that a noun stands in; None where it has none."""
    for _ in range(CLIMB):
        token = doc.tokens[place]
        if token.tag.startswith("VB") and token.dep != "prep":
            return place
        if token.head == place:
            return None
        place = token.head
    return None


def below(doc: Annotated, head: int) -> tuple[int, int]:
    """The first and last (half-open) token of what hangs on `head`."""
    found = {head}
    waiting = [head]
    while waiting:
        new = [child for child in doc.children[waiting.pop()] if child not in found]
        found.update(new)
        waiting.extend(new)
    return min(found), max(found) + 1
