"""Who says what: every source, cue and content of a report, and the chain that leads to a trigger.

In: an annotated report. Out: its attributions as a forest, the nested ones inside those whose content holds their cue;
for a trigger, the links on the way down to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reportedly.extract.attribution.colons import colon_triples, introductions, label_start, own_tokens
from reportedly.extract.attribution.contents import Tokens, around, content_pieces, is_clausal, pieces
from reportedly.extract.attribution.cues import cue_tokens, likely_frames, weighed_frames
from reportedly.extract.attribution.frames import Frame
from reportedly.extract.attribution.heard import Heard, heard
from reportedly.extract.attribution.hearsay import with_hearsay
from reportedly.extract.attribution.joint_cues import JointCue, joint_cues
from reportedly.extract.attribution.joint_parts import with_joint_parts
from reportedly.extract.attribution.links import (
    asserting_sense,
    cited_link,
    entity_of,
    evidence_link,
    link_of,
    sense_of,
    senses,
)
from reportedly.extract.attribution.own_acts import without_own_acts
from reportedly.extract.attribution.signed import headed, letters, opening_speaker
from reportedly.extract.attribution.sources import source_head, source_tokens
from reportedly.extract.attribution.speech import with_marks, with_quotations
from reportedly.extract.attribution.tolls import toll_triples
from reportedly.extract.attribution.trees import Trees, trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.attribution.views import view_triples
from reportedly.extract.denials import sorted_words
from reportedly.extract.factuality.said import is_claim_noun, noun_told
from reportedly.model import Annotated, Attribution, Link, Quotation, Reference, Span, Token

Weighed = tuple[Frame, float]
"""A frame with the log-odds, or the likelihood, that it is a cue."""

MOST_OPEN = 24
"""Contents that may hold one cue; more, the oldest of them, are left out of account."""

AGAINST = -2.0
"""Log-odds by which the encoder overrules an asserting cue of the rules."""

HEARSAY = "/R"
"""How the key of an adverb ends: "allegedly" and its like are known to the rules."""

LONG_SPEECH = 9
"""Tokens from which a quotation that nobody is named for is speech."""

CONTRASTS = frozenset({"while", "whereas", "but", ";"})
"""Words and the mark that set what somebody else says against what was said."""

DEEPEST = 12
"""Attributions inside one another, at most."""


def attributions(doc: Annotated) -> tuple[Attribution, ...]:
    """The attributions of the report, in text order of their cues, then those without one; nested ones hang below."""
    tree = trees(doc)
    weighed = tuple(weighed_frames(tree))
    likely = tuple(likely_frames(tree, weighed))
    built = [*colon_triples(tree), *view_triples(tree), *toll_triples(tree)]
    opening = list(introductions(tree, {*(frame.head for frame, _ in likely), *(t.head for t in built)}))
    told = heard(doc)
    if told is None:
        drafts = [*(triple(tree, *each) for each in likely), *built, *opening]
        found = with_quotations(doc, drafts)
    else:
        built += [triple(tree, *each) for each in likely if each[0].key.endswith(HEARSAY)]
        taken = {place for each in built for place in range(*each.cue)}
        taken.update(place for each in opening for place in own_tokens(tree, each))
        drafts = [*joint_drafts(tree, told, weighed, likely, taken), *built, *opening]
        sure = {each.head for each in (*built, *opening)}
        found = with_joint_parts(tree, told, with_quotations(doc, drafts, is_nested=True), sure)
    found = without_labels(tree, found, [each.head for each in opening if each.key == ":/V"])
    found = without_own_acts(tree, without_contrasts(tree, with_hearsay(tree, found)))
    found = without_rivals([each for each in found if each.content])
    speech = opening_speaker(doc, drafts) or headed(doc)
    if speech is not None:
        found = [speech, *(t for t in found if t.head != speech.head)]
    return (*forest(tree, found), *signed(tree), *unowned(tree, found))


def joint_drafts(
    tree: Trees, told: Heard, weighed: Sequence[Weighed], likely: Sequence[Weighed], taken: set[int]
) -> list[Triple]:
    """The triples whose cues rules and encoder find together, outside the tokens that are `taken`.

    Of what the rules alone take for cues, what asserts something is kept unless the encoder is sure against it.
    """
    found = [joint_triple(tree, cue) for cue in joint_cues(tree, told, weighed) if taken.isdisjoint(range(*cue.tokens))]
    taken = taken.union(place for each in found for place in range(*each.cue))
    for frame, weight in likely:
        cue = cue_tokens(tree, frame)
        if taken.isdisjoint(range(*cue)) and told.odds[cue[0] : cue[1]].max() > AGAINST:
            each = triple(tree, frame, weight)
            if each.content and asserting_sense(tree, each) is not None:
                found.append(each)
    return found


def joint_triple(tree: Trees, cue: JointCue) -> Triple:
    """The triple of a cue with what its frame gives for source and content; neither where it stands in no frame."""
    if cue.frame is None:
        word = tree.token(cue.tokens[0])
        return Triple(word.i, f"{word.lemma}/X", cue.likelihood, cue.tokens, None, None, (), False)
    found = triple(tree, cue.frame, cue.likelihood)
    tokens = without_gerund(tree, cue.tokens, cue.frame)
    content = pieces(tree.doc, found.content, tokens, found.source)
    rest = [] if found.source is None else list(around(found.source, [tokens]))
    source = next((p for p in rest if found.source_head is not None and p[0] <= found.source_head < p[1]), None)
    head = None if source is None else found.source_head
    return replace(found, cue=tokens, source=source, source_head=head, content=content)


def without_gerund(tree: Trees, tokens: Tokens, frame: Frame) -> Tokens:
    """The tokens of a cue without the gerund that tells what was said: "denied ordering the raid"."""
    sense = senses().get(frame.key[:-2])
    if frame.key[-1] != "V" or sense is None or sense.what == "none":
        return tokens
    children = (tree.token(c) for c in tree.doc.children[frame.head])
    said = next((c.i for c in children if c.tag == "VBG" and c.dep in ("xcomp", "ccomp") and c.i > frame.head), None)
    return tokens if said is None else (tokens[0], max(frame.head + 1, min(tokens[1], tree.left[said])))


def without_labels(tree: Trees, found: list[Triple], labels: Sequence[int]) -> list[Triple]:
    """The triples without a label of their sentence in the content, nor what follows it if their cue stands before it.

    `labels` holds the labels' colons. "The mill burned, police said - more from Marlow: ...": what Marlow says is no
    part of what police said.
    """
    colons = {tree.token(colon).sentence: colon for colon in labels}

    def cut(each: Triple) -> Triple:
        colon = colons.get(tree.token(each.head).sentence)
        if colon is None or colon == each.head:
            return each
        hole = label_start(tree, colon), tree.sentence(colon)[1] if each.head < colon else colon + 1
        kept = [part for piece in each.content for part in around(piece, [hole])]
        return replace(each, content=pieces(tree.doc, kept, each.cue, each.source))

    return [cut(each) for each in found] if colons else found


def without_contrasts(tree: Trees, found: list[Triple]) -> list[Triple]:
    """The triples without what "while", "but" or a semicolon sets against them: "A said it fell, but B denied it".

    What a picture shows goes on behind "while".
    """
    marks = [each.source[0] - 1 for each in found if each.source is not None and opposes(tree, each, each.source[0])]

    def cut(each: Triple) -> Triple:
        sense = sense_of(each)
        for mark in marks if sense is not None and sense.what != "shown" else ():
            end = tree.sentence(mark)[1]
            if each.cue[1] <= mark < end and tree.token(each.head).sentence == tree.token(mark).sentence:
                kept = [part for piece in each.content for part in around(piece, [(mark, end)])]
                each = replace(each, content=pieces(tree.doc, kept, each.cue, each.source))
        return each

    return [cut(each) for each in found] if marks else found


def opposes(tree: Trees, each: Triple, source: int) -> bool:
    """Whether a triple, whose source begins at `source`, asserts something right behind "while", "but" or a semicolon.

    Not where it demands something ("but an officer told her to leave"), nor inside another's quotation.
    """
    behind = 0 < source < each.cue[0] and tree.token(source - 1).lower in CONTRASTS
    if not behind or not each.clausal or each.asks or asserting_sense(tree, each) is None:
        return False
    quoted = tree.quotations.get(tree.token(source).sentence, ())
    return not (is_demand(tree, each.head) or any(q.first <= source - 1 < q.last for q in quoted))


def is_demand(tree: Trees, verb: int) -> bool:
    """Whether an infinitive with "to" tells what the verb says."""
    clauses = (c for c in tree.doc.children[verb] if tree.token(c).dep in ("ccomp", "xcomp"))
    return any(tree.token(below).tag == "TO" for clause in clauses for below in tree.doc.children[clause])


def unowned(tree: Trees, found: list[Triple]) -> Iterator[Attribution]:
    """The quotations that open a sentence and that nobody is told to have said; they have a content alone.

    Those that follow one another, in neighbouring paragraphs, are one attribution.
    """
    if not tree.doc.quotations:
        return
    depths = said_over(tree, found)
    run: list[Quotation] = []
    for quotation in tree.doc.quotations:
        is_free = is_speech(tree, quotation) and not any(depths[slice(*quote_at(tree, quotation))])
        if run and not (is_free and follows(tree, run[-1], quotation)):
            yield content_alone(tree, run)
            run = []
        if is_free:
            run.append(quotation)
    if run:
        yield content_alone(tree, run)


def content_alone(tree: Trees, run: Sequence[Quotation]) -> Attribution:
    """The attribution of quotations that nobody is told to have said."""
    return Attribution(None, None, tuple(tree.span(*quote_at(tree, quotation)) for quotation in run))


def quote_at(tree: Trees, quotation: Quotation) -> Tokens:
    """The tokens of a quotation with its marks."""
    return with_marks(tree.doc, quotation.first, quotation.last)


def said_over(tree: Trees, found: list[Triple]) -> list[int]:
    """For each token how many contents it is in."""
    steps = [0] * (len(tree.doc.tokens) + 1)
    for each in found:
        for first, last in each.content:
            steps[first] += 1
            steps[last] -= 1
    return list(accumulate(steps))


def is_speech(tree: Trees, quotation: Quotation) -> bool:
    """Whether a quotation is long enough for speech and opens its sentence."""
    first, _ = quote_at(tree, quotation)
    return quotation.last - quotation.first >= LONG_SPEECH and first == tree.sentence(first)[0]


def follows(tree: Trees, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation goes on with the one before it, or stands in its paragraph or the next."""
    end, start = (tree.doc.sentences[tree.token(i).sentence].paragraph for i in (before.last - 1, quotation.first))
    return before.number == quotation.number or start - end <= 1


def signed(tree: Trees) -> Iterator[Attribution]:
    """The signers of letters. They have no cue and no content of their own: what they say stands in the link alone."""
    for (first, last), letter in letters(tree.doc):
        name = Reference(tree.span(first, last), entity_of(tree, last - 1))
        link = Link("named_person", name, None, tree.span(*letter), medium="letter")
        yield Attribution(name.span, None, (), link)


def triple(tree: Trees, frame: Frame, weight: float) -> Triple:
    """Source, cue and content of a frame as its syntax gives them."""
    cue = cue_tokens(tree, frame)
    head = source_head(tree, frame, cue)
    source = None if head is None else source_tokens(tree, head, cue)
    content = content_pieces(tree, frame, cue, source)
    noun = frame.noun if frame.noun is not None else object_of(frame)
    return Triple(
        frame.head, frame.key, weight, cue, source, head, content, is_clausal(tree, frame),
        None if noun is None else tree.token(noun).lemma, frame.noun is not None, is_question(tree, frame),
    )  # fmt: skip


def object_of(frame: Frame) -> int | None:
    """The object of a verb, None where it has none."""
    return next((part.head for part in frame.parts if part.relation.startswith("dobj")), None)


OPEN_WORDS = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})

ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question"})


def is_question(tree: Trees, frame: Frame) -> bool:
    """Whether what the cue governs is a question: with `if` or `whether`, or an open one that is asked or left open.

    "Did not say whom he met" tells of nobody's word that he met somebody.
    """
    clause = frame.part("ccomp", "xcomp", "acl:whether", "acl:if")
    if clause is None:
        return False
    mark = tree.doc.child(clause.head, "mark")
    if mark is not None and tree.token(mark).lower in ("if", "whether"):
        return True
    left_open = tree.doc.child(frame.head, "neg") is not None or tree.token(frame.head).lemma in ASKING
    return left_open and any(
        tree.token(i).lower in OPEN_WORDS for i in tree.doc.children[clause.head] if i < clause.head
    )


def without_rivals(found: list[Triple]) -> list[Triple]:
    """The triples whose cue shares no token with a likelier one's, in text order of their cues."""
    kept: list[Triple] = []
    for each in sorted(found, key=lambda t: (t.cue, -t.weight)):
        if kept and each.cue[0] < kept[-1].cue[1]:
            if each.weight > kept[-1].weight:
                kept[-1] = each
        else:
            kept.append(each)
    return kept


def forest(tree: Trees, found: list[Triple]) -> tuple[Attribution, ...]:
    """The triples as attributions, each inside the smallest other whose content holds its cue."""
    above = parents(found)
    found = with_speech_below(tree, found, above)
    nested: dict[int | None, list[int]] = {}
    for place, parent in enumerate(above):
        nested.setdefault(parent, []).append(place)

    def grow(place: int) -> Attribution:
        inner = tuple(grow(child) for child in nested.get(place, ()))
        return attribution(tree, found[place], inner)

    return tuple(grow(place) for place in nested.get(None, ()))


def with_speech_below(tree: Trees, found: list[Triple], above: list[int | None]) -> list[Triple]:
    """The triples, each outermost one with what those below it go on to say in sentences of which it says nothing.

    "'A,' the medic said, reports the Gull. 'B.'": it is the Gull that tells of B too.
    """
    gained: dict[int, list[Tokens]] = {}
    told: dict[int, set[int]] = {}
    for place, parent in enumerate(above):
        if parent is not None:
            top = outermost(above, place)
            if top not in told:
                told[top] = {number for piece in found[top].content for number in numbers(tree, piece)}
            later = [piece for piece in found[place].content if told[top].isdisjoint(numbers(tree, piece))]
            gained.setdefault(top, []).extend(later)
    return [
        replace(each, content=pieces(tree.doc, (*each.content, *gained[i]), each.cue, each.source)) if gained.get(i)
        else each
        for i, each in enumerate(found)
    ]  # fmt: skip


def numbers(tree: Trees, piece: Tokens) -> range:
    """The numbers of the sentences that a piece touches."""
    return range(tree.token(piece[0]).sentence, tree.token(piece[1] - 1).sentence + 1)


def outermost(above: Sequence[int | None], place: int) -> int:
    """The place of the triple at the top of the way up from `place`."""
    for _ in range(DEEPEST):
        parent = above[place]
        if parent is None:
            break
        place = parent
    return place


def attribution(tree: Trees, each: Triple, inner: tuple[Attribution, ...]) -> Attribution:
    """A triple as spans, with its link and what is nested in it.

    Whom the source cites ("reported, citing two officials") comes below it, the outlet that has the evidence ("in a
    video seen by the Gull") above it, both with the same content.
    """
    content = tuple(tree.span(*piece) for piece in each.content)
    link = link_of(tree, each)
    cited = None if link is None else cited_link(tree, each)
    if cited is not None and cited.source is not None and stands_apart(cited, content):
        inner = (Attribution(cited.source.span, cited.cue, content, cited, inner),)
    source = None if each.source is None else tree.span(*each.source)
    found = Attribution(source, tree.span(*each.cue), content, link, inner)
    outlet = None if link is None else evidence_link(tree, each)
    if outlet is not None and outlet.source is not None and stands_apart(outlet, content):
        return Attribution(outlet.source.span, outlet.cue, content, outlet, (found,))
    return found


def stands_apart(link: Link, content: tuple[Span, ...]) -> bool:
    """Whether the cue of a link lies outside the content it is to share; a cue is no part of what it attributes."""
    return link.cue is None or not any(piece.overlaps(link.cue) for piece in content)


def parents(found: list[Triple]) -> list[int | None]:
    """For each triple the place of the one that holds it directly; None for an outermost one.

    That is the one with the shortest piece of content over its cue, unless it is itself held by the triple.
    """
    opening = sorted((first, last, place) for place, each in enumerate(found) for first, last in each.content)
    above: list[int | None] = [None] * len(found)
    active: list[tuple[int, int, int]] = []
    following = 0
    for place in sorted(range(len(found)), key=lambda p: found[p].head):
        head = found[place].head
        while following < len(opening) and opening[following][0] <= head:
            active.append(opening[following])
            following += 1
        active = [piece for piece in active if piece[1] > head][-MOST_OPEN:]
        for _, _, holder in sorted(active, key=lambda piece: piece[1] - piece[0]):
            if holder != place and can_hold(above, holder, place):
                above[place] = holder
                break
    return above


def can_hold(above: list[int | None], holder: int, place: int) -> bool:
    """Whether `place` may hang under `holder`: the way up does not pass it and is not too long."""
    step: int | None = holder
    for _ in range(DEEPEST):
        if step is None:
            return True
        if step == place:
            return False
        step = above[step]
    return False


def chain(doc: Annotated, found: tuple[Attribution, ...], head: int) -> tuple[Link, ...]:
    """The links whose content holds token `head`, outermost first; empty for the publisher's own voice."""
    start = doc.tokens[head].start
    links = [a.link for a in found if a.cue is None and a.link is not None and holds(a.link, start)]
    level = found
    while level:
        holders = [each for each in level if says(each, start)]
        if not holders:
            break
        holder = next((each for each in holders if each.link is not None), holders[0])
        link = holder.link
        is_own = link is not None and not is_told_apart(doc, holder, head)
        if link is not None and is_own and not any(same_source(link, other) for other in links):
            links.append(link)
        level = holder.nested
    return tuple(links)


def is_told_apart(doc: Annotated, holder: Attribution, head: int) -> bool:
    """Whether the publisher tells of the token beside what the holder says."""
    return (
        is_raised(holder, doc.tokens[head].start)
        or is_presupposed(doc, holder, head)
        or is_aside(doc, holder, head)
        or is_title_of_object(doc, holder, head)
    )


def is_aside(doc: Annotated, holder: Attribution, head: int) -> bool:
    """Whether a clause with commas tells of the token beside the subject of what is attributed behind it.

    "Marlow, who was fined in May, will appeal, her lawyer said": the fine is told as a fact. In a quotation it is not.
    """
    cue, place = holder.cue, head
    for _ in range(DEEPEST):
        token = doc.tokens[place]
        if token.dep == "relcl" or token.head == place:
            break
        place = token.head
    clause = doc.tokens[place]
    noun = doc.tokens[clause.head]
    if cue is None or clause.dep != "relcl" or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    if cue.start <= max(clause.start, doc.tokens[noun.head].start) or not is_parted(doc, clause, noun.i):
        return False
    return not any(q.first <= head < q.last for q in doc.quotations)


def is_parted(doc: Annotated, clause: Token, noun: int) -> bool:
    """Whether a comma stands before the first relative pronoun between a noun and its clause."""
    first = next((i for i in range(noun + 1, clause.i) if doc.tokens[i].tag in ("WP", "WDT", "WP$")), None)
    return first is not None and doc.tokens[first - 1].text == ","


def is_title_of_object(doc: Annotated, holder: Attribution, head: int) -> bool:
    """Whether the token is a title before the name that is the cue's object: "declared candidate Sandor winner"."""
    token = doc.tokens[head]
    named = doc.tokens[token.head]
    if holder.cue is None or token.dep not in ("compound", "nmod") or named.dep != "dobj":
        return False
    return holder.cue.start <= doc.tokens[named.head].start < holder.cue.end


def is_presupposed(doc: Annotated, holder: Attribution, head: int) -> bool:
    """Whether a relative clause in what is denied tells of the token: "denied a part in the blast that killed nine"."""
    cue, place, is_known = holder.cue, head, False
    for _ in range(DEEPEST):
        token = doc.tokens[place]
        if cue is None or (cue.start <= token.start < cue.end):
            return cue is not None and is_known and token.lemma in sorted_words()["any"]
        is_known = is_known or (token.dep == "relcl" and qualifies(doc, token))
        if token.head == place:
            return False
        place = token.head
    return False


def qualifies(doc: Annotated, clause: Token) -> bool:
    """Whether a relative clause qualifies a noun that means nothing said."""
    noun = doc.tokens[clause.head]
    return not is_claim_noun(noun) and noun_told(doc, clause) is None


def says(each: Attribution, start: int) -> bool:
    """Whether the character at `start` lies in the content; its pieces stand in text order."""
    pieces = each.content
    if not pieces or not pieces[0].start <= start < pieces[-1].end:
        return False
    return any(piece.start <= start < piece.end for piece in pieces)


def same_source(one: Link, other: Link) -> bool:
    """Whether two links name the same source: "she said she believed" is one step, not two."""
    if one.source is None or other.source is None:
        return False
    return one.source.span == other.source.span or (
        one.source.entity is not None and one.source.entity == other.source.entity
    )


def holds(link: Link, start: int) -> bool:
    """Whether the character at `start` lies in the link's content."""
    return link.content is not None and link.content.start <= start < link.content.end


def is_raised(holder: Attribution, start: int) -> bool:
    """Whether a character lies in the subject of an agentless cue, which itself is not attributed.

    "The convoy that was shelled is believed to have left": the shelling is told as a fact.
    """
    cue = holder.cue
    if holder.source is not None or cue is None or start > cue.start:
        return False
    return any(span.start > cue.start for span in holder.content)
