"""Words that a colon gives to somebody: "Poll: Voters Leave Party", "MODERATOR: You have a minute", "She wrote: ..."

In: a report's trees. Out: `Triple`s whose cue is the colon itself, or the verb of a sentence that a colon ends before a
quotation.
"""

from collections.abc import Iterable, Iterator

from reportedly.extract.attribution.contents import trim
from reportedly.extract.attribution.cues import verb_group
from reportedly.extract.attribution.source_kinds import noun_kind
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.lexicon import table, words
from reportedly.model import Sentence

LONGEST_SPEAKER = 9
"""Tokens before a colon beyond which they name no speaker."""

SPEAKING_KINDS = frozenset({"analyst", "unnamed_official"})
SPEAKING_NOUNS = frozenset({"poll", "report", "study", "survey", "police", "source", "court", "witness", "agency"})
"""Nouns that stand before a colon without a name ("Report: ...", "Police: ..."), beside those of the kinds above."""

SPEAKERS = frozenset({"Person", "Organization", "Company", "PublicBody"})

LONGEST_HEADLINE = 25

DASHES = frozenset({"-", "–", "—", "--"})
MARKS = frozenset({"“", '"', "‘"})


def colon_triples(trees: Trees) -> Iterator[Triple]:
    """The triples of paragraphs that open with a speaker and a colon, and of headlines that end with one."""
    doc = trees.doc
    paragraph = -1
    for place, sentence in enumerate(doc.sentences):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            yield from opening(trees, sentence, paragraph_end(trees, place))


def paragraph_end(trees: Trees, place: int) -> int:
    """The token after the last one of the paragraph that the sentence at `place` opens."""
    sentences = trees.doc.sentences
    end = sentences[place].last
    while place + 1 < len(sentences) and sentences[place + 1].paragraph == sentences[place].paragraph:
        place += 1
        end = sentences[place].last
    return end


def opening(trees: Trees, sentence: Sentence, end: int) -> Iterator[Triple]:
    """The triple of a paragraph `speaker: words`, if it is one; for a first paragraph also `words: speaker`."""
    tokens = trees.doc.tokens
    first = sentence.first + (tokens[sentence.first].text in MARKS)
    for place in range(first + 1, min(first + LONGEST_SPEAKER, end - 1)):
        if tokens[place].text == ":":
            if is_speaker(trees, first, place):
                yield colon_triple(trees, (first, place), place, (place + 1, end))
            return
    if (sentence.headline or sentence.paragraph == 0) and end - first <= LONGEST_HEADLINE:
        last = end - (tokens[end - 1].text in ".!")
        for place in range(max(first + 3, last - 5), last - 1):
            if tokens[place].text == ":" and is_speaker(trees, place + 1, last):
                yield colon_triple(trees, (place + 1, last), place, (first, place))
                return


def is_speaker(trees: Trees, first: int, last: int) -> bool:
    """Whether tokens `first`..`last` are the name of a person or body, or a noun that names a kind of source."""
    doc = trees.doc
    if any(t.pos in ("VERB", "AUX", "ADP") and not t.text.isupper() for t in doc.tokens[first:last]):
        return False
    token = doc.tokens[last - 1]
    if token.lower in words("colon_labels.tsv"):
        return False
    name = doc.name_over.get(last - 1)
    if name is not None and name.first <= first + 3:
        return name.schema in SPEAKERS
    lemma = token.lemma.lower()
    if lemma in SPEAKING_NOUNS or table("source_nouns.tsv").get(lemma) in SPEAKING_KINDS:
        return last - first <= 4
    return last - first == 1 and token.text.isupper() and len(token.text) > 3


def colon_triple(trees: Trees, source: tuple[int, int], colon: int, content: tuple[int, int]) -> Triple:
    """The triple whose cue is the colon at token `colon`."""
    piece = trim(trees.doc, *content)
    pieces = (piece,) if piece[0] < piece[1] else ()
    return Triple(colon, ":/V", 0.9, (colon, colon + 1), source, source[1] - 1, pieces, True)


def introductions(trees: Trees, taken: Iterable[int]) -> Iterator[Triple]:
    """A triple for each sentence that a colon ends before a quotation and that has no cue in `taken` yet."""
    doc = trees.doc
    cued = {doc.tokens[place].sentence for place in taken}
    for quotation in doc.quotations:
        before = quotation.first - 1
        if before >= 0 and doc.tokens[before].text in MARKS:
            before -= 1
        if before < 1 or doc.tokens[before].text != ":":
            continue
        sentence = doc.sentences[doc.tokens[before].sentence]
        found = label(trees, sentence, before)
        if not found and doc.tokens[before].sentence not in cued:
            found = introduction(trees, sentence)
        yield from found


def label(trees: Trees, sentence: Sentence, colon: int) -> list[Triple]:
    """The triple of a colon behind a few words with a name and no verb ("More from Marlow: ..."); no content yet."""
    doc = trees.doc
    first = next((i + 1 for i in range(colon - 1, sentence.first, -1) if doc.tokens[i].text in DASHES), sentence.first)
    if colon - first > LONGEST_SPEAKER or any(t.pos == "VERB" for t in doc.tokens[first:colon]):
        return []
    named = (doc.name_over.get(place) for place in range(colon - 1, first - 1, -1))
    name = next((n for n in named if n is not None and n.schema in SPEAKERS), None)
    if name is None:
        return []
    return [Triple(colon, ":/V", 0.9, (colon, colon + 1), (name.first, name.last), name.head, (), True)]


def introduction(trees: Trees, sentence: Sentence) -> list[Triple]:
    """The triple of a sentence that introduces a quotation: its main verb, whose subject speaks; no content yet."""
    doc = trees.doc
    root = next((t for t in doc.tokens[sentence.first : sentence.last] if t.head == t.i), None)
    if root is None or root.pos not in ("VERB", "AUX"):
        return []
    subjects = [c for c in doc.children[root.i] if doc.tokens[c].dep == "nsubj"]
    if not subjects:
        return []
    subject = max((c for c in subjects if c < root.i), default=subjects[0])
    noun = doc.child(root.i, "dobj")
    group = verb_group(trees, root.i)
    subject = named_speaker(trees, subject)
    source = trim(doc, trees.left[subject], trees.right[subject] + 1)
    lemma = None if noun is None else doc.tokens[noun].lemma
    return [Triple(root.i, "say/V", 0.9, (min(group), max(group) + 1), source, subject, (), True, lemma)]


def named_speaker(trees: Trees, head: int) -> int:
    """The person whose name stands in apposition to `head`, a body or title; `head` itself where there is none."""
    doc = trees.doc
    name = doc.name_over.get(head)
    if name is not None and name.schema == "Person" and noun_kind(doc.tokens[head]) is None:
        return head
    place = head
    for _ in range(4):
        following = doc.child(place, "appos")
        if following is None:
            return head
        name = doc.name_over.get(following)
        if name is not None and name.schema == "Person":
            return following
        place = following
    return head
