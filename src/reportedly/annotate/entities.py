"""In-report entities: which names mean the same one.

In: names of a report. Out: clusters, each with its fullest name; a name that fits two longer ones stays by itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.annotate import lexicon
from reportedly.annotate.names import Found, Name, key_of
from reportedly.model import EntityRef, Schema, Token, content_id

SCHEMA_OF_KIND: dict[str, Schema] = {
    "person": "Person", "organisation": "Organization", "public": "PublicBody", "company": "Company",
    "country": "PublicBody", "place": "Address", "facility": "Address", "people": "LegalEntity", "event": "Event",
    "vehicle": "Vehicle", "work": "Thing", "disease": "Thing",
}  # fmt: skip

BODIES = frozenset({"organisation", "public", "company"})
WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?|&")


@dataclass
class Cluster:
    """An entity in the making: its kind, the spellings met, and the nouns and titles that describe it."""

    kind: str
    forms: dict[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    fullest: str = ""
    gender: str = "-"
    nouns: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest name: the lexicon's for a body known by a short form only, else the longest form met."""
        return self.fullest or max(self.forms, key=lambda form: (len(form), not form.isupper()))


class Clusters:
    """The entities of one report: `of_key` leads from a name's key to its place in `items`.

    `open` tells for a bare name that fits several longer ones the places of these.
    """

    def __init__(self, report_id: str) -> None:
        self.report_id = report_id
        self.items: list[Cluster] = []
        self.of_key: dict[str, int] = {}
        self.open: dict[int, set[int]] = {}

    def add(self, key: str, kind: str, form: str) -> int:
        """The place of the entity of `key`, made where there is none yet."""
        place = self.of_key.get(key)
        if place is None:
            place = self.of_key[key] = len(self.items)
            self.items.append(Cluster(kind, words=words_of(form)))
        forms = self.items[place].forms
        forms[form] = forms.get(form, 0) + 1
        return place

    def refs(self) -> tuple[EntityRef, ...]:
        """The entities as the model holds them."""
        found = []
        for item in self.items:
            schema = SCHEMA_OF_KIND[item.kind]
            found.append(EntityRef(content_id(self.report_id, schema, item.name), item.name, schema))
        return tuple(found)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, hyphens and possessives taken apart."""
    return tuple(word.lower().rstrip(".") for word in WORD.findall(name.replace("'s", "").replace("’s", "")))


def cluster(text: str, tokens: Sequence[Token], found: Found, report_id: str) -> tuple[Clusters, tuple[int, ...]]:
    """The report's entities, and for each of its names the place of its entity."""
    clusters = Clusters(report_id)
    spelled = [text[tokens[n.first].start : tokens[n.last - 1].end] for n in found.names]
    for i, name in enumerate(found.names):
        if name.kind == "people":
            spelled[i] = country_of(spelled[i])
    keys = [key_of(form) for form in spelled]
    longest: dict[str, tuple[str, Name]] = {}
    for form, key, name in zip(spelled, keys, found.names, strict=True):
        nation = name.kind == "people" and key in lexicon.countries()
        longest.setdefault(key, (form, name._replace(kind="country") if nation else name))
    same, shared = same_names({key: (form, name.kind) for key, (form, name) in longest.items()}, found.short)
    places = tuple(
        clusters.add(root(same, key), longest[key][1].kind, form)
        for form, key, name in zip(spelled, keys, found.names, strict=True)
    )
    for key in longest:
        clusters.of_key[key] = clusters.of_key[root(same, key)]
    for key, longer in shared.items():
        if key not in same:
            clusters.open[clusters.of_key[key]] = {clusters.of_key[other] for other in longer}
    for item in clusters.items:
        item.fullest = lexicon_name(item)
        item.kind = best_kind(item, longest)
        item.words = words_of(item.name)
        if item.kind == "person" and item.words:
            item.gender = lexicon.given_names().get(item.words[0], "-")
    return clusters, places


def country_of(form: str) -> str:
    """The country of a nationality, whose adjective means it ("Iranian"); other peoples as they stand."""
    country, kind = lexicon.nationalities().get(form.lower(), ("-", ""))
    return country if kind == "nation" and country != "-" else form


def best_kind(item: Cluster, longest: dict[str, tuple[str, Name]]) -> str:
    """The kind of the longest form."""
    key = key_of(max(item.forms, key=len))
    return longest[key][1].kind


def lexicon_name(item: Cluster) -> str:
    """The lexicon's full name for an entity that the report only calls by short forms; "" for others."""
    form = max(item.forms, key=len)
    if item.kind == "country":
        full = lexicon.countries().get(form.lower(), "")
        return full if len(form) <= 6 and (form.isupper() or "." in form) else ""
    return ""


def root(same: dict[str, str], key: str) -> str:
    """The key that stands for `key` in the end."""
    while key in same:
        key = same[key]
    return key


def same_names(forms: dict[str, tuple[str, str]], short: dict[str, str]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """For the key of a shorter name the longer one that alone can be meant; those that share it, where several do."""
    same: dict[str, str] = {}
    shared: dict[str, set[str]] = {}
    canonical: dict[str, str] = {}
    words = {key: words_of(form) for key, (form, _) in forms.items()}
    order = sorted(forms, key=lambda key: (-len(words[key]), -len(key), key))
    for key in order:
        form, kind = forms[key]
        known = canonical_name(form, kind)
        longer = longer_names(key, kind, forms, words, same)
        if len(longer) > 1:
            shared[key] = longer
        choices = (short.get(key), canonical.get(known), next(iter(longer)) if len(longer) == 1 else None)
        canonical.setdefault(known, key)
        for other in choices:
            if other in forms and root(same, other) != key:
                same[key] = other
                break
    return same, shared


def canonical_name(form: str, kind: str) -> str:
    """The name under which lexicons file a form."""
    if kind == "country":
        return lexicon.countries().get(form.lower(), form).lower()
    if form in lexicon.known_names():
        return lexicon.known_names()[form][1].lower()
    lower = form.lower()
    return lower[4:] if lower.startswith(("the ", "al-", "al ")) and len(lower) > 6 else lower


def longer_names(
    key: str, kind: str, forms: dict[str, tuple[str, str]], words: dict[str, tuple[str, ...]], same: dict[str, str]
) -> set[str]:
    """The keys of the longer names of which `key` may be a short form, the likeliest only."""
    mine = words[key]
    if not mine or kind in ("people", "country"):
        return set()
    fits = fits_person if kind == "person" else fits_body if kind in BODIES else None
    if fits is None:
        return set()
    found: dict[int, set[str]] = {1: set(), 2: set()}
    for other, theirs in words.items():
        if len(theirs) < len(mine) or other == key:
            continue
        other_kind = forms[other][1]
        fitting = other_kind == kind if kind == "person" else other_kind in BODIES
        strength = fits(mine, theirs, forms[key][0]) if fitting else 0
        if strength and root(same, other) != key:
            found[strength].add(root(same, other))
    return found[2] or found[1]


def fits_person(mine: tuple[str, ...], theirs: tuple[str, ...], form: str) -> int:
    """How well the words are a short form of a longer person's name: 2, 1 for a middle name by itself, 0 for not.

    Particles ("al", "bin") do not count. The short form keeps the order and has the first or the last word.
    """
    del form
    particles = lexicon.word_set("name_particles")
    mine = tuple(word for word in mine if word not in particles)
    theirs = tuple(word for word in theirs if word not in particles)
    if not mine or len(mine) >= len(theirs):
        return 0
    if len(mine) == 1:
        return 2 * (mine[0] in (theirs[0], theirs[-1])) or int(mine[0] in theirs and len(mine[0]) > 1)
    if mine in (theirs[: len(mine)], theirs[-len(mine) :]):
        return 2
    rest = iter(theirs)
    return 2 * (mine[-1] == theirs[-1] and mine[0] == theirs[0] and all(word in rest for word in mine))


def fits_body(mine: tuple[str, ...], theirs: tuple[str, ...], form: str) -> int:
    """2 where the words are a short form of a longer body's name, a stretch of it or its initials; else 0."""
    if len(mine) < len(theirs):
        if mine[0] in ("al", "el") and len(mine) > 1:
            mine = mine[1:]
        size = len(mine)
        for i in range(len(theirs) - size + 1):
            if theirs[i : i + size] == mine:
                return 2
    return 2 * (len(mine) == 1 and is_initials(form, theirs))


def is_initials(form: str, words: tuple[str, ...]) -> bool:
    """Whether `form` is made of the first letters of `words`, small words counted or not."""
    letters = form.replace(".", "").lower()
    if len(letters) < 2 or len(words) < 2 or sum(c.isupper() for c in form) < 2:
        return False
    small = lexicon.word_set("small_words")
    return letters in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in small))


def in_order(places: Iterable[int]) -> list[int]:
    """`places` without repetitions, in order of first appearance."""
    return list(dict.fromkeys(places))
