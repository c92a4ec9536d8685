"""The stage's word lists: TSV files of the `lexicons` folder, each read once, as dictionaries."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly import lexicons


class Noun(NamedTuple):
    """A noun that describes someone: its kind (person, people, organisation, public, company), gender and number."""

    kind: str
    gender: str
    plural: bool
    singular: str


def rows(name: str) -> list[list[str]]:
    """The lines of `lexicons/<name>.tsv` split at tabs, comments left out."""
    return list(lexicons.rows("reportedly.annotate", f"{name}.tsv"))


def pairs(name: str) -> list[tuple[str, str]]:
    """The first two columns of `lexicons/<name>.tsv`."""
    return [(row[0], row[1]) for row in rows(name)]


@cache
def countries() -> dict[str, str]:
    """The fullest name of a country by each of its names, in lower case."""
    return {name.lower(): fullest for name, fullest in rows("countries")}


@cache
def nationalities() -> dict[str, tuple[str, str]]:
    """(country or "-", kind) of each nationality, people, faith and current, singular and plural, in lower case."""
    found: dict[str, tuple[str, str]] = {}
    for word, country, kind in rows("nationalities"):
        lower = word.lower()
        found[lower] = (country, kind)
        if not lower.endswith(("s", "sh", "ch", "ese", "ss")):
            found.setdefault(lower + "s", (country, kind))
        if lower.endswith("man"):
            found.setdefault(lower[:-3] + "men", (country, kind))
    return found


@cache
def known_names() -> dict[str, tuple[str, str]]:
    """(kind, fullest name) of names that news uses without explaining them, as spelled."""
    return {name: (kind, name if fullest == "-" else fullest) for name, kind, fullest in rows("known_names")}


@cache
def known_keys() -> frozenset[str]:
    """The known names in lower case."""
    return frozenset(name.lower() for name in known_names())


def is_known(name: str) -> bool:
    """Whether a lexicon holds the name as spelled."""
    return name in known_names()


def is_listed(key: str) -> bool:
    """Whether the gazetteer or a list of names holds a name, given in lower case."""
    return key in lower_names()


@cache
def lower_names() -> frozenset[str]:
    """All names of places, countries and known names in lower case."""
    return frozenset(name.lower() for name in (*place_names(), *known_names(), *countries()))


@cache
def known_starts() -> dict[str, list[tuple[str, ...]]]:
    """Known names and countries of several words, as tuples of tokens by their first, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in (*known_names(), *(name for name, _ in pairs("countries"))):
        words = tuple(name.replace("-", " - ").split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    for options in found.values():
        options.sort(key=len, reverse=True)
    return found


@cache
def name_heads() -> dict[str, str]:
    """The kind of name that a word tells when it stands last in it, in lower case."""
    return dict(pairs("name_heads"))


@cache
def titles() -> dict[str, str]:
    """Gender (m, f, -) of each title that stands before a person's name, in lower case."""
    return dict(pairs("titles"))


@cache
def given_names() -> dict[str, str]:
    """Gender (m or f) of given names that one gender bears, in lower case."""
    return dict(pairs("given_names"))


@cache
def title_words() -> frozenset[str]:
    """The first words of all titles."""
    return frozenset(title.split()[0] for title in titles())


@cache
def nouns() -> dict[str, Noun]:
    """What each describing noun says, by its singular and plural forms in lower case."""
    found: dict[str, Noun] = {}
    for singular, plural, kind, gender in rows("nouns"):
        found[singular] = Noun(kind, gender, kind == "people" or singular == plural, singular)
    for singular, plural, kind, gender in rows("nouns"):
        found.setdefault(plural, Noun(kind, gender, True, singular))
    return found


@cache
def evidence_weights(table: str = "name_evidence") -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """The classes of names, and for each sign of a name's kind its weight for each class, of one of two tables."""
    lines = rows(table)
    classes = tuple(lines[0][1:])
    return classes, {line[0]: tuple(map(float, line[1:])) for line in lines[1:]}


@cache
def place_names() -> frozenset[str]:
    """Names that mean a place, as spelled, from the gazetteer."""
    text = files(__package__).joinpath("data", "place_names.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("# "))


def words(name: str) -> frozenset[str]:
    """The first column of `lexicons/<name>.tsv`."""
    return lexicons.words("reportedly.annotate", f"{name}.tsv")


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one set of `lexicons/word_sets.tsv`. Raises KeyError for a name that is no set."""
    return frozenset(dict(pairs("word_sets"))[name].split())
