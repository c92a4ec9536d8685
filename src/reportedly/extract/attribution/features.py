"""What speaks for or against a frame being a cue, as strings that the weights of `cues` know.

In: a report's trees and a frame. Out: its features, such as `say/V|ccomp` (the key with a clause) or `V|S=they`.
"""

from reportedly.extract.attribution.frames import Frame
from reportedly.extract.attribution.trees import Trees
from reportedly.model import Token

MINOR = frozenset({"advmod", "npadvmod", "amod", "compound", "advcl:VBG", "advcl:to", "n:amod", "n:compound"})
SUBJECT_RELATIONS = frozenset({
    "nsubj", "nsubjpass", "csubj", "insubj", "insubjpass", "aclhead", "control", "copsubj", "poss", "govsubj",
})  # fmt: skip


def features(trees: Trees, frame: Frame) -> list[str]:
    """What the weights of `cues` look at: the key, its relations, its subject and the form of the word."""
    token = trees.token(frame.head)
    key, kind = frame.key, frame.key[-1]
    core = [part.relation for part in frame.parts if part.relation not in MINOR]
    signature = "+".join(sorted(set(core)))
    subject = next((p.head for p in frame.parts if p.relation in SUBJECT_RELATIONS), None)
    who = subject_class(trees, subject)
    found = [key, f"{kind}", f"{key}|{signature}", f"{kind}|{signature}", f"{kind}|S={who}", f"{key}|S={who}",
             f"{kind}|t={token.tag}", f"{kind}|d={token.dep}", f"{key}|d={token.dep}"]  # fmt: skip
    found.extend(f"{key}|{relation}" for relation in core)
    found.extend(f"{kind}|{relation}" for relation in core)
    if kind in "VP":
        objects = [p.head for p in frame.parts if p.relation.startswith(("dobj", "light"))]
        found.extend(f"{key}|o={trees.token(place).lemma}" for place in objects)
        if has_quotation(trees, token):
            found.extend((f"{kind}|q", f"{key}|q"))
        group = [trees.token(child) for child in trees.doc.children[frame.head]]
        found.extend(f"{kind}|{child.dep}={child.lower}" for child in group if child.dep in ("aux", "neg"))
    elif kind == "N":
        found.append(f"N|g={trees.token(token.head).lemma}")
        determiner = trees.doc.child(frame.head, "det", "poss")
        if determiner is not None:
            found.append(f"N|det={trees.token(determiner).lower}")
    elif kind == "I":
        found.append(f"{key}|o={trees.token(frame.parts[0].head).lemma}")
    elif kind == "A":
        found.append(f"A|g={trees.token(token.head).lemma}")
    return found


def has_quotation(trees: Trees, token: Token) -> bool:
    """Whether the token's sentence holds a quotation that the token stands outside of."""
    return any(not q.first <= token.i < q.last for q in trees.quotations.get(token.sentence, ()))


def subject_class(trees: Trees, place: int | None) -> str:
    """What kind of thing a subject is: the pronoun itself, the schema of a name, else the lemma of the noun."""
    if place is None:
        return "-"
    token = trees.token(place)
    if token.pos == "PRON" or token.tag in ("WP", "WDT", "PRP", "PRP$", "DT"):
        return token.lower
    name = trees.doc.name_over.get(place)
    if name is not None:
        return name.schema
    return token.lemma if token.pos == "NOUN" else token.pos
