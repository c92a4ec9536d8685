"""Who holds a place that others say was taken: "it is still in their hands", "the town has not fallen".

In: a report, the word of holding or falling, the claim of the capture, and who speaks. Out: what is held and by whom,
and whether that is another than who is said to have taken it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.extract.denials import Told, actors, is_answerable, sorted_words
from reportedly.extract.phrases import mention_of
from reportedly.extract.voices import OWN, Voice, tokens_of
from reportedly.model import Annotated, Claim, Reference, Role, Span

NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
PLAIN = frozenset({"nsubj", "aux", "neg", "mark", "punct", "advmod", "cc", "conj"})
"""What may hang on "fallen" where it means that a place was lost."""

YET = frozenset({"yet", "still", "not", "never", "n't"})


class Held(NamedTuple):
    """The token of what is held and that of who holds it."""

    thing: int
    owner: int


def is_seizure(claim: Claim) -> bool:
    """Whether somebody says in a claim that a place was taken."""
    is_one = claim.type == "ASSAULT" and claim.mode == "seizure"
    return is_one and bool(claim.attribution) and is_answerable(claim)


def held_by(doc: Annotated, place: int, verb: int) -> Held | None:
    """What is held and by whom in "it is in their hands", "it remains under the control of the rebels", "they are in
    control of it"; None where no holder is named.
    """
    subject = doc.child(verb, "nsubj")
    preposition = doc.tokens[doc.tokens[place].head].lower
    of = next((c for c in doc.children[place] if doc.tokens[c].lower == "of"), None)
    inner = None if of is None else doc.child(of, "pobj")
    if subject is None:
        return None
    owner = doc.child(place, "poss") or doc.child(place, "amod", "compound", "nmod")
    if doc.tokens[place].lemma == "control" and preposition == "in" and doc.child(place, "poss", "det") is None:
        return None if inner is None else Held(inner, subject)
    if owner is None:
        owner = inner
    return None if owner is None else Held(subject, owner)


def falls_otherwise(doc: Annotated, verb: int, seizure: Told) -> bool:
    """Whether "fall" may tell something else than a loss: "fell silent", "into despair", "without a fight".

    "To" may stand before who is said to have taken it.
    """
    sentence = doc.sentences[doc.tokens[verb].sentence]
    if any(t.lower == "without" for t in doc.tokens[verb : sentence.last]):
        return True
    for child in doc.children[verb]:
        token = doc.tokens[child]
        if token.dep == "prep" and token.lower == "to":
            whom = doc.child(child, "pobj")
            if whom is None or stem(doc.tokens[whom].lower) not in takers(doc, seizure.claim):
                return True
        elif token.dep not in PLAIN or (token.dep == "advmod" and token.lower not in YET):
            return True
    return False


def is_other_holder(doc: Annotated, owner: int, voice: Voice, seizure: Told) -> bool:
    """Whether who holds a place is another than who is said to have taken it, and had it before or fights the taker.

    A pronoun is taken for who speaks. Where no word of theirs stands behind the verb of the capture ("from the
    rebels"), rebels must speak of a capture by troops, or the other way about.
    """
    takes, speakers = takers(doc, seizure.claim), words_for(doc, (voice.source,))
    mention = mention_of(doc, owner)
    entity = None if mention is None or mention.entity is None else doc.entities[mention.entity]
    if entity is not None and any(role.entity == entity for role in actors(seizure.claim)):
        return False
    is_pronoun = doc.tokens[owner].lower in OWN
    holds = speakers if is_pronoun else {stem(doc.tokens[owner].lower)}
    if holds & takes:
        return False
    behind = {stem(doc.tokens[i].lower) for i in doc.subtree(seizure.head) if i > seizure.head}
    if holds & behind:
        return True
    words = sorted_words()
    return bool(holds & speakers) and any(
        holds & words[one] and takes & words[other] and not holds & words[other] and not takes & words[one]
        for one, other in (("insurgent", "ruling"), ("ruling", "insurgent"))
    )


def takers(doc: Annotated, seizure: Claim) -> frozenset[str]:
    """The words for who is said to have taken a place, and for who says so."""
    source = seizure.attribution[-1].source
    return frozenset(words_for(doc, (*actors(seizure), *(() if source is None else (source,)))))


def words_for(doc: Annotated, phrases: Iterable[Role | Reference]) -> set[str]:
    """The nouns, names and adjectives of phrases and of the names of whom they mean, without a plural's ending."""
    words: set[str] = set()
    for phrase in phrases:
        words |= told_words(doc, phrase.span)
        words |= set() if phrase.entity is None else {stem(word) for word in phrase.entity.name.lower().split()}
    return words - {"the"}


def told_words(doc: Annotated, span: Span) -> set[str]:
    """The nouns, names and adjectives in characters, without a plural's ending."""
    return {stem(token.lower) for token in tokens_of(doc, span) if token.pos in NAMING}


def stem(word: str) -> str:
    """A word in lower case without the endings of a plural and a possessor."""
    bare = word.removesuffix("'s").removesuffix("’s").removesuffix("s")
    return f"{bare.removesuffix('men')}man" if bare.endswith("men") else bare
