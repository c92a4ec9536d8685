"""Who says what stands at a word, and whether a pronoun there means the one who says it.

In: a report, its attributions and a token. Out: the voice heard there, None where nobody in particular is heard, or
where it is not said that the voice says so ("did not say that the report was false").
"""

from bisect import bisect_left
from typing import NamedTuple

from reportedly.extract.attribution.attributions import chain
from reportedly.extract.attribution.signed import FIRST_PERSON
from reportedly.extract.denials import SINGLE, actors, judges
from reportedly.extract.factuality.factuality import factuality
from reportedly.extract.phrases import mention_of
from reportedly.model import Annotated, Attribution, Claim, Link, Role, Span, Token

RELATIVE = frozenset({"who", "which", "that"})
ALONE = SINGLE | {"his", "her"}
PLURAL = frozenset({"they", "their"})
NO_PERSON = frozenset({"it", "who", "which", "they"})
POSSESSING = frozenset({"its", "their", "his", "her", "our", "my"})
OWN = frozenset({"it", "they", "he", "she", "we", "i"}) | POSSESSING
OPENING = frozenset({"mark", "advmod", "prep", "pcomp", "advcl"})
"""How a word that opens a clause or a time hangs in it."""

CLAUSAL = frozenset({"ccomp", "xcomp", "relcl", "acl", "advcl", "pcomp", "csubj", "parataxis", "ROOT"})
"""How the head of a clause hangs in its sentence."""

HIGHEST = 12
"""Words looked at from one to the head of its clause; a guard against broken trees."""

ANYBODY = frozenset(
    {"people", "some", "many", "others", "everybody", "everyone", "somebody", "someone", "anyone", "most"}
)
"""Those who are nobody in particular."""

FINDING = frozenset({"find", "rule", "conclude", "hear"})
"""Words of saying of those who decide on what is said."""

GIVEN_UP = frozenset({"until", "till", "once", "first", "initially", "originally", "formerly", "previously"})
"""Words beside those of saying after which one may say so no more."""

SUPPOSING = frozenset({"if", "unless"})
BINDING = SUPPOSING | {"when", "whenever", "until", "till", "once", "provided", "before", "except"}
"""Words that open a clause under which only what it hangs on is said."""


class Voice(NamedTuple):
    """Who says what stands at a token, and the links through which it is heard, outermost first."""

    source: Role
    outer: tuple[Link, ...]
    links: tuple[Link, ...]


def voice_at(
    doc: Annotated, found: tuple[Attribution, ...], place: int, subject: int | None = None, verb: int | None = None
) -> Voice | None:
    """Who says what stands at a token; None for the outlet's own voice, for nobody in particular, for one who judges.

    A source named in the subject ("the rebels' claim that it fell was false") is not heard here, nor one that the
    verb would give ("none had been reported"). "Who" is whom it stands for, and speaks to the outlet.
    """
    links = chain(doc, found, place)
    if links and verb is not None and links[-1].cue == doc.span(verb, verb + 1):
        links = links[:-1]
    inside = () if subject is None else tuple(doc.span(i, i + 1) for i in doc.subtree(subject))
    while links and any(named(links[-1]).overlaps(span) for span in inside):
        links = links[:-1]
    if not links or links[-1].source is None or not all(is_said(doc, link) for link in links):
        return None
    if not is_told(doc, place, links):
        return None
    link, outer = links[-1], links[:-1]
    source = link.source
    if source is None:
        return None
    if speaks_aside(doc, link):
        outer = ()
    role = Role("actor", source.span, source.entity)
    if any(token.lower in ANYBODY for token in heads(doc, source.span)):
        return None
    return None if judges(doc, role) else Voice(role, outer, (*outer, link))


def named(link: Link) -> Span:
    """Where the words for the source stand, else those of saying; the first character where there are none."""
    if link.source is not None:
        return link.source.span
    return link.cue or Span(0, 1)


def speaks_aside(doc: Annotated, link: Link) -> bool:
    """Whether the source speaks in a relative clause of its own: "the rebels, who insist that"."""
    for verb in () if link.cue is None else heads(doc, link.cue):
        subject = doc.child(verb.i, "nsubj", "nsubjpass")
        if verb.dep == "relcl" and subject is not None and doc.tokens[subject].lower in RELATIVE:
            return True
    return False


def is_said(doc: Annotated, link: Link) -> bool:
    """Whether the words of saying of a link tell that the source says it: not "never claimed", "may say", "if he says".

    Nor does "once said" or "found". True of other words of saying without a verb.
    """
    for token in () if link.cue is None else heads(doc, link.cue):
        if token.lemma in FINDING or (token.pos in ("VERB", "AUX") and not is_firm(doc, token.i)):
            return False
        if is_bound(doc, token.i, SUPPOSING | GIVEN_UP):
            return False
    return True


def is_told(doc: Annotated, place: int, links: tuple[Link, ...]) -> bool:
    """Whether the clause of a token is itself what a link says, or a sentence: not "show me that it is false"."""
    token = doc.tokens[place]
    for _ in range(HIGHEST):
        if token.dep in CLAUSAL or token.head == token.i:
            break
        token = doc.tokens[token.head]
    if token.dep in ("ROOT", "parataxis"):
        return True
    above = doc.tokens[token.head]
    return any(link.cue is not None and link.cue.start <= above.start < link.cue.end for link in links)


def is_firm(doc: Annotated, verb: int, polarity: str = "positive") -> bool:
    """Whether it is certain, not ahead and of the polarity that it is as a verb says."""
    fact = factuality(doc, verb)
    return fact.polarity == polarity and fact.certainty == "certain" and fact.temporality == "non_future"


def is_bound(doc: Annotated, place: int, words: frozenset[str] = BINDING) -> bool:
    """Whether a word of a condition or a time opens what hangs on a token, or it is one: "had it been false"."""
    subject = doc.child(place, "nsubj", "nsubjpass")
    if any(doc.tokens[c].dep in ("aux", "auxpass") and c < (subject or 0) for c in doc.children[place]):
        return True
    for child in doc.children[place]:
        opening = (child, *doc.children[child]) if doc.tokens[child].dep in ("advcl", "prep") else (child,)
        if any(doc.tokens[c].lower in words and doc.tokens[c].dep in OPENING for c in opening):
            return True
    return False


def is_himself(doc: Annotated, voice: Voice, subject: int, claim: Claim | None = None) -> bool:
    """Whether a pronoun means the one who speaks: "I", one of the same entity, one unresolved that agrees.

    Of "it" and "they", which may be resolved to the deed's doers, it is enough that the `claim` names who speaks among
    them ("Orrin's troops shelled the town").
    """
    form, role = doc.tokens[subject].lower, voice.source
    if form not in OWN:
        return False
    if form in FIRST_PERSON or doc.text_of(role.span).lower() == form:
        return True
    mention = mention_of(doc, subject)
    entity = None if mention is None or mention.entity is None else doc.entities[mention.entity]
    if entity is not None and entity == role.entity:
        return True
    if not agrees(doc, voice, form):
        return False
    if form not in ALONE and claim is not None and is_named_in(doc, voice, claim):
        return True
    return entity is None


def agrees(doc: Annotated, voice: Voice, form: str) -> bool:
    """Whether a pronoun of the third person may mean the one who speaks, by number and by being a person."""
    head = heads(doc, voice.source.span)[0]
    mention = mention_of(doc, head.i)
    is_joint = any(token.lower == "and" for token in tokens_of(doc, voice.source.span))
    is_several = head.tag in ("NNS", "NNPS") or head.lower in PLURAL or is_joint
    is_person = mention is not None and mention.schema == "Person"
    if form in ALONE:
        return not is_several and head.lower not in NO_PERSON and (mention is None or is_person)
    if form in PLURAL:
        return is_several or (mention is not None and not is_person and head.lower not in ALONE)
    is_described = mention is not None and mention.form != "name"
    return not is_several and head.lower not in ALONE and not (is_person and is_described)


def tokens_of(doc: Annotated, span: Span) -> tuple[Token, ...]:
    """The tokens that begin within characters."""
    first = bisect_left(doc.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(doc.tokens, span.end, key=lambda token: token.start)
    return doc.tokens[min(first, last - 1) : last]


def heads(doc: Annotated, span: Span) -> list[Token]:
    """The words of a phrase that hang on none of it, at least one."""
    tokens = tokens_of(doc, span)
    return [t for t in tokens if t.head == t.i or not tokens[0].i <= t.head <= tokens[-1].i] or list(tokens[-1:])


def is_named_in(doc: Annotated, voice: Voice, claim: Claim) -> bool:
    """Whether one who does what a claim tells is the voice, or is named with its words."""
    said = [t.lower for t in tokens_of(doc, voice.source.span) if t.pos in ("NOUN", "PROPN")]
    for role in actors(claim):
        if role.entity is not None and role.entity == voice.source.entity:
            return True
        words = [token.lower for token in tokens_of(doc, role.span)]
        if said and all(word in words for word in said):
            return True
    return False
