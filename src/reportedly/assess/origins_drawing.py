"""The graph of origins as Graphviz DOT and as indented text.

In: `Origins`. Out: DOT source, or lines to print. Roots come first in the text, below each what rests on it. Accounts
that are called the same, which are those of one sentence, are drawn as one.
"""

from collections.abc import Iterator

from reportedly.assess.origins_graph import Origins, Root, Step

SHAPES = {"withdrawn": "note", "not_held": "note", "circular": "doublecircle"}
"""Shapes of roots of some kinds; the others are boxes."""


DEEPEST = 12
"""How far a line is indented at most, in steps."""


def dot(found: Origins) -> str:
    """The graph in the DOT language of Graphviz, accounts as ellipses, roots as boxes, discounts as dashed lines."""
    lines = ["digraph origins {", "  rankdir=LR;"]
    lines += [f"  {quoted(r.key)} [label={quoted(r.label)}, shape={SHAPES.get(r.kind, 'box')}];" for r in found.roots]
    first = drawn_as(found)
    lines += [f"  {quoted(n)} [label={quoted(found.label_of(n))}];" for n in found.reaches if first[n] == n]
    lines += [f"  {quoted(s.start)} -> {quoted(s.end)} [label={quoted(s.reason)}];" for s in drawn_steps(found, first)]
    for discount in found.discounts:
        a, b = map(quoted, discount.roots)
        lines.append(f"  {a} -> {b} [label={quoted(discount.reason)}, style=dashed, dir=none];")
    return "\n".join([*lines, "}"]) + "\n"


def drawn_as(found: Origins) -> dict[str, str]:
    """For each account the first one that is called the same; each root stands for itself."""
    first: dict[str, str] = {}
    drawn = {claim_id: first.setdefault(found.label_of(claim_id), claim_id) for claim_id in found.reaches}
    return drawn | {root.key: root.key for root in found.roots}


def drawn_steps(found: Origins, first: dict[str, str]) -> list[Step]:
    """The steps between what is drawn, each once, none from a node to itself."""
    steps: dict[tuple[str, str], Step] = {}
    for step in found.steps:
        ends = first[step.start], first[step.end]
        if ends[0] != ends[1]:
            steps.setdefault(ends, Step(*ends, step.kind, step.reason))
    return list(steps.values())


def quoted(text: str) -> str:
    """A DOT string: quotation marks and backslashes escaped, control characters and line breaks as spaces."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def text_graph(found: Origins) -> list[str]:
    """The graph as lines: each root, indented below it what leads to it, and so on; what was shown is not repeated."""
    leading: dict[str, list[Step]] = {}
    for step in drawn_steps(found, drawn_as(found)):
        leading.setdefault(step.end, []).append(step)
    lines: list[str] = []
    shown: set[str] = set()
    for root in found.roots:
        lines.append(headline(root))
        lines += below(found, leading, root.key, shown)
    for discount in found.discounts:
        a, b = map(found.label_of, discount.roots)
        lines.append(f"discount: {a} / {b}: {discount.reason}")
    return [*lines, *(f"not clear: {sentence}" for sentence in found.unclear)]


def headline(root: Root) -> str:
    """The line of a root."""
    return f"{root.label} [counts for nothing]" if root.kind == "withdrawn" else root.label


def below(found: Origins, leading: dict[str, list[Step]], key: str, shown: set[str]) -> Iterator[str]:
    """The lines of what leads to a node, each account in full once."""
    pending = [(1, step) for step in reversed(leading.get(key, []))]
    while pending:
        depth, step = pending.pop()
        again = step.start in shown
        shown.add(step.start)
        more = " (see above)" if again and leading.get(step.start) else ""
        yield f"{'  ' * min(depth, DEEPEST)}<- {found.label_of(step.start)} ({step.reason}){more}"
        if not again:
            pending += [(depth + 1, further) for further in reversed(leading.get(step.start, []))]
