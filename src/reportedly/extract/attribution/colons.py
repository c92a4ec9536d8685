"""Words that a colon gives to somebody: "Poll: Voters Leave Party", "MODERATOR: You have a minute", "She wrote: ..."

In: a report's trees. Out: `Triple`s whose cue is the colon itself, or the verb of a sentence that a colon ends before a
quotation.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from reportedly.extract.attribution.contents import trim
from reportedly.extract.attribution.cues import verb_group
from reportedly.extract.attribution.source_kinds import is_asker, noun_kind
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.events.participants import is_country
from reportedly.extract.lexicon import table, words
from reportedly.model import Mention, Sentence, Token

LONGEST_SPEAKER = 9
"""Tokens before a colon beyond which they name no speaker."""

SPEAKING_KINDS = frozenset({"analyst", "unnamed_official"})
SPEAKING_NOUNS = frozenset({"poll", "report", "study", "survey", "police", "source", "court", "witness", "agency"})
"""Nouns that stand before a colon without a name ("Report: ...", "Police: ..."), beside those of the kinds above."""

SPEAKERS = frozenset({"Person", "Organization", "Company", "PublicBody"})

LONGEST_HEADLINE = 25

COURTESIES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "prof", "gen", "amb", "ambassador", "chair", "sen", "rep"}
)
"""How a speaker in capitals is addressed: "MS. MARLOW"."""

FEWEST_TURNS = 3
"""Turns of speakers in capitals that make a transcript."""

DASHES = frozenset({"-", "–", "—", "--"})
MARKS = frozenset({"“", '"', "‘"})

OWNING = frozenset({"poss", "compound", "nmod"})
"""Labels by which a name hangs on what is somebody's."""

PREPOSITIONS = frozenset({"IN", "TO", "RP"})
"""Tags of prepositions, read right or taken for particles."""


def colon_triples(trees: Trees) -> Iterator[Triple]:
    """The triples of paragraphs that open with a speaker and a colon, and of headlines that end with one.

    In a transcript what a speaker says goes on to the next speaker's turn; what is asked, to the end of its paragraph.
    """
    doc = trees.doc
    paragraph = -1
    found: list[Triple] = []
    for place, sentence in enumerate(doc.sentences):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            found.extend(opening(trees, sentence, paragraph_end(trees, place)))
    turns = [each for each in found if is_turn(trees, each)]
    if len(turns) < FEWEST_TURNS:
        yield from (each for each in found if not is_asker(trees.token(each.head - 1)))
        return
    openings = label_starts(trees)
    spoken = {each.head for each in found if each.source is not None and each.source[0] < each.head}
    for each in found:
        after = bisect_left(openings, each.head)
        end = openings[after] if after < len(openings) else len(doc.tokens)
        is_longer = each.head in spoken and not is_asker(trees.token(each.head - 1))
        said = each.head + 1, end if is_longer else each.head
        yield each if said[1] <= said[0] or each.source is None else colon_triple(trees, each.source, each.head, said)


def label_starts(trees: Trees) -> list[int]:
    """The first tokens of the paragraphs that open with a colon after a few words: nobody's turn goes on beyond one."""
    doc, paragraph, starts = trees.doc, -1, []
    for place, sentence in enumerate(doc.sentences):
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        label = doc.tokens[sentence.first : min(sentence.first + LONGEST_SPEAKER, paragraph_end(trees, place))]
        if any(token.text == ":" for token in label):
            starts.append(sentence.first)
    return starts


def is_turn(trees: Trees, each: Triple) -> bool:
    """Whether a paragraph opens with a speaker in capitals, as each turn does in a transcript."""
    if each.source is None or each.source[0] > each.head:
        return False
    return all(token.text.isupper() for token in trees.doc.tokens[slice(*each.source)] if token.text[0].isalpha())


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
            is_told = sentence.headline and is_topic(trees, first, place) and not is_own_word(trees, place, end)
            if is_speaker(trees, first, place) and not is_told:
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
    if last - first == 1 and is_asker(token):
        return True
    if token.lower in words("colon_labels.tsv"):
        return False
    is_addressed = 2 <= last - first <= 3 and doc.tokens[first].lower.rstrip(".") in COURTESIES
    if is_addressed and token.text.isupper() and len(token.text) > 1:
        return True
    name = doc.name_over.get(last - 1)
    if name is not None and name.first <= first + 3:
        return name.schema in SPEAKERS
    lemma = token.lemma.lower()
    if lemma in SPEAKING_NOUNS or table("source_nouns.tsv").get(lemma) in SPEAKING_KINDS:
        return last - first <= 4
    return last - first == 1 and token.text.isupper() and len(token.text) > 3


def is_topic(trees: Trees, first: int, colon: int) -> bool:
    """Whether a headline opens with a country alone, and tells what happened there: "Mali: Troops Burn Village"."""
    name = trees.doc.name_over.get(colon - 1)
    return name is not None and name.first == first and is_country(trees.doc, name)


def is_own_word(trees: Trees, colon: int, end: int) -> bool:
    """Whether what stands behind the colon of a headline is said in the first person."""
    return any(token.lower in ("we", "our", "us", "i") for token in trees.doc.tokens[colon + 1 : end])


def colon_triple(trees: Trees, source: tuple[int, int], colon: int, content: tuple[int, int]) -> Triple:
    """The triple whose cue is the colon at token `colon`."""
    piece = trim(trees.doc, *content)
    pieces = (piece,) if piece[0] < piece[1] else ()
    return Triple(colon, ":/V", 0.9, (colon, colon + 1), source, source[1] - 1, pieces, True)


def introductions(trees: Trees, taken: Collection[int]) -> Iterator[Triple]:
    """A triple for each colon before a quotation that labels it, or that ends a sentence without a cue in `taken`.

    A colon that is itself in `taken` has its triple already.
    """
    doc = trees.doc
    cued = {doc.tokens[place].sentence for place in taken}
    for quotation in doc.quotations:
        before = quotation.first - 1
        if before >= 0 and doc.tokens[before].text in MARKS:
            before -= 1
        if before < 1 or doc.tokens[before].text != ":" or before in taken:
            continue
        found = label(trees, before)
        if not found and doc.tokens[before].sentence not in cued:
            cued.add(doc.tokens[before].sentence)
            found = introduction(trees, before)
        yield from found


def own_tokens(trees: Trees, each: Triple) -> range:
    """The tokens of an introduction, where no other cue stands: those of the label, or the whole sentence."""
    first, last = trees.sentence(each.head)
    return range(label_start(trees, each.head), each.head + 1) if each.key == ":/V" else range(first, last)


def label(trees: Trees, colon: int) -> list[Triple]:
    """The triple of a colon behind a few words with one name and no verb ("More from Marlow: ..."); no content yet."""
    doc = trees.doc
    first = label_start(trees, colon)
    if colon - first > LONGEST_SPEAKER or any(t.pos in ("VERB", "AUX") for t in doc.tokens[first:colon]):
        return []
    named = {n.first: n for i in range(first, colon) if (n := doc.name_over.get(i)) and n.schema in SPEAKERS}
    if len(named) != 1 or doc.tokens[colon - 1].lower in words("colon_labels.tsv"):
        return []
    (name,) = named.values()
    if not is_told_by(trees, name, first):
        return []
    return [Triple(colon, ":/V", 0.9, (colon, colon + 1), (name.first, name.last), name.head, (), True)]


def label_start(trees: Trees, colon: int) -> int:
    """The first token of the words before a colon: behind a dash near it, else the first of the sentence."""
    first, _ = trees.sentence(colon)
    near = range(colon - 1, max(first, colon - 1 - LONGEST_SPEAKER) - 1, -1)
    return next((i + 1 for i in near if trees.token(i).text in DASHES), first)


def is_told_by(trees: Trees, name: Mention, first: int) -> bool:
    """Whether the words from token `first` to a name make it the speaker: "more from X", "a letter of X", "X's reply".

    Whom a letter is to, whom somebody is on, and whose slogan or brother it is does not speak.
    """
    tokens = trees.doc.tokens
    head = tokens[name.head]
    if head.dep in OWNING and not name.first <= head.head < name.last:
        return is_statement(tokens[head.head])
    place = next((i for i in range(name.first - 1, first - 1, -1) if tokens[i].tag in PREPOSITIONS), None)
    if place is None:
        return True
    before = tokens[place - 1] if place > first else None
    if tokens[place].lower == "of":
        return before is not None and is_statement(before)
    return tokens[place].lower in ("from", "by") and (before is None or before.lower not in words("colon_labels.tsv"))


def is_statement(token: Token) -> bool:
    """Whether the word means what somebody says: "letter", "reply"."""
    return token.lemma.lower() in words("statement_nouns.tsv")


def introduction(trees: Trees, colon: int) -> list[Triple]:
    """The triple of a sentence that ends with a colon: its main verb, whose subject speaks; no content yet."""
    doc = trees.doc
    first, _ = trees.sentence(colon)
    root = next((t for t in doc.tokens[first:colon] if t.head == t.i), None)
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
