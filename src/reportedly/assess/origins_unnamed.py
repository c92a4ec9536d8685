"""By which words an unnamed source was introduced in its report: "the official" is the "senior official" before.

In: a source's phrase and the other unnamed sources of its report. Out: folded words that tell one source from another.
"""

import re

from reportedly.assess.origins_chain import PRONOUN, Case, Named, plain_words
from reportedly.assess.origins_outlets import folded
from reportedly.assess.origins_tellings import Telling, printed
from reportedly.model import Reference

DETERMINERS = re.compile(
    r"(?:(?:one|two|three|four|five|some|several|many|all|both|another|most) of )?(?:the|these|those|that|both)\b",
    re.IGNORECASE,
)
"""How a phrase begins that takes up people spoken of before."""

OF_BODY = re.compile(r"\b(?:of|at) \w+(?: \w+)+$")
"""A body of two words or more at the end of a description in plain words."""

COUNTED = re.compile(r"^(?:(?:at least|more than) )?(?:two|three|four|five|six|several|some|many|a few|few) ")
"""How many there are: one outlet's "two officials" are those whom another, quoting it, calls "officials"."""

SHORTEST_WORD = 4
"""Letters of a word that says what a document is."""

HEAD_END = re.compile(r"\b(?:of|in|from|at|with|who|whom|that|on|for|to|close|familiar|involved|inside|near|under)\b|,")


def introduced(case: Case, telling: Telling, reference: Reference) -> tuple[str, str]:
    """The folded words by which an unnamed source was first spoken of in its report, and the phrase itself.

    "The official" or "one of the officials" are those last introduced by a like noun before; a pronoun or another noun
    the only ones introduced. What was introduced nowhere goes by its noun.
    """
    text = printed(reference, telling.report.text)
    if not is_taken_up(text):
        return COUNTED.sub("", folded(text)), text
    before = spoken_of(case, telling, reference, document=False)
    alike = [words for words in before if head(words) == head(text)]
    if alike:
        return COUNTED.sub("", folded(alike[-1])), alike[-1]
    only = {folded(words): words for words in before}
    return next(iter(only.items())) if len(only) == 1 else (head(text), text)


def document_of(case: Case, telling: Telling, reference: Reference) -> tuple[str, str]:
    """The folded words by which a document was first spoken of in its report, and the phrase itself.

    "The court order" is that of which a word was used before ("court records"), "it" the only one introduced. The words
    are empty where a phrase takes up a document that was introduced nowhere.
    """
    text = printed(reference, telling.report.text)
    before = spoken_of(case, telling, reference, document=True)
    alike = [words for words in before if content(words) & content(text)]
    if not alike and is_taken_up(text) and len(set(map(folded, before))) == 1:
        alike = before
    if alike:
        return folded(alike[0]), alike[0]
    return ("" if is_taken_up(text) else folded(text)), text


def spoken_of(case: Case, telling: Telling, reference: Reference, document: bool) -> list[str]:
    """The phrases that introduce unnamed sources, or documents, before a reference of the same report."""
    return [
        each.text
        for each in case.unnamed.get(telling.claim.report_id, ())
        if each.document == document and each.span.start < reference.span.start and not is_taken_up(each.text)
    ]


def content(text: str) -> set[str]:
    """The words of a phrase that say what it is, in one case and number."""
    return {word.removesuffix("s") for word in folded(text).split() if len(word) >= SHORTEST_WORD}


def bearer(case: Case, telling: Telling, text: str) -> Named | None:
    """The only speaker here whom the description `text` of a telling's source means; None for none or several.

    "The director of the city hospital" is whoever stands elsewhere as "Dr Salma Iven, the director of the city
    hospital", or as "Dr Salma Iven of the city hospital" if the telling's report names her too.
    """
    words = plain_words(text)
    if not text.casefold().startswith("the ") or " " not in words:
        return None
    body = OF_BODY.search(words)
    report = f" {plain_words(telling.report.text)} " if body is not None else ""
    found = {}
    for named in case.named:
        for name in named.names:
            beside = f" {name} {words} " in named.around or f" {words} {name} " in named.around
            if beside or (body is not None and is_of(body[0], name, named.around) and f" {name} " in report):
                found[named.entity_id or folded(named.name)] = named
    return next(iter(found.values())) if len(found) == 1 else None


def is_of(body: str, name: str, around: str) -> bool:
    """Whether a name of two words or more is followed by "of" or "at" the body."""
    return " " in name and f" {name} {body} " in around


def is_taken_up(text: str) -> bool:
    """Whether a phrase takes up somebody spoken of before."""
    return bool(DETERMINERS.match(text) or PRONOUN.fullmatch(text))


def head(text: str) -> str:
    """The noun that carries a phrase, in one case and number: "official" of "two security officials in the port"."""
    rest = DETERMINERS.sub("", text, count=1).strip()
    words = HEAD_END.split(rest, maxsplit=1)[0].split()
    return words[-1].casefold().removesuffix("s") if words else folded(text)
