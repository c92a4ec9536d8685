"""From the model's raw names to names as news writes them, each of one kind across its report.

In: tokens and raw names. Out: `Name`s that never overlap, and the short forms the report introduces in brackets.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportedly.annotate import lexicon
from reportedly.annotate.evidence import kind_of_key
from reportedly.annotate.heard import Heard
from reportedly.annotate.kinds import level, name_whole, share_kinds, told_kinds, words_within
from reportedly.annotate.parse import RawName
from reportedly.annotate.titles import title_length
from reportedly.model import Sentence, Token

KIND_OF_LABEL = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "people",
    "EVENT": "event", "PRODUCT": "vehicle", "WORK_OF_ART": "work", "LAW": "work",
}  # fmt: skip
"""Kinds that the OntoNotes labels suggest; other labels are no names."""

LISTING = frozenset({",", "and", "&", ";", "or", "the"})
"""What stands between the names of a list."""

MARKS = frozenset("\"'“”‘’«»`()[]{}.,;:!?-–—*•/|…#@&+=<>")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "our", "their", "his", "her", "its"})
DASHES = frozenset("-–")
HELD = frozenset({"occupied", "administered", "controlled", "ruled"})
"""What joins a holder and a place to one name (a country-occupied region)."""

LONGEST = 12
"""Tokens after which a name takes in no neighbour."""

JOINING = frozenset(
    [("person", "person"), ("person", "place"), ("place", "place"), ("organisation", "organisation"), ("person", "")]
)
"""Kinds of neighbours that make one name where nothing stands between them."""

ACRONYM = re.compile(r"(?:[A-Z][A-Za-z&]{0,7}[A-Z]|(?:[A-Z]\.){2,6}|[A-Z]{2,}s?|[A-Z]{2,}-[A-Z]{1,3})$")


class Name(NamedTuple):
    """A name: tokens `first`..`last`, half-open, and its kind.

    Kinds: person, organisation, public, company, country, place, facility, people, event, vehicle, work, disease.
    """

    first: int
    last: int
    kind: str


class Found(NamedTuple):
    """The names of a report in text order; `short` leads from the key of a short form to the key of its long form."""

    names: tuple[Name, ...]
    short: dict[str, str]


def find_names(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], raw: Iterable[RawName],
    heard: Heard | None = None,
) -> Found:  # fmt: skip
    """The names of a report; the encoder's come first. Headlines give only names that the body or a lexicon knows."""
    finder = Finder(text, tokens, sentences, heard)
    finder.collect(raw if heard is None else heard.beside(raw))
    short = finder.bracketed()
    kinds = finder.kinds(short)
    finder.drop_headline_words(kinds)
    finder.recall(kinds)
    finder.recall_heads(kinds)
    return Found(finder.named(kinds), short)


def key_of(text: str) -> str:
    """The form in which two mentions of one name are compared."""
    return text.lower().replace("’", "'")


def is_country(name: str) -> bool:
    """Whether `name` is a country's."""
    return name.lower() in lexicon.countries()


class Finder:
    """The names of one report while they are being found: `spans` maps a first token to (last, kind by the model)."""

    def __init__(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], heard: Heard | None = None
    ) -> None:
        self.text = text
        self.heard = heard
        self.tokens = tokens
        self.sentences = sentences
        self.spans: dict[int, tuple[int, str]] = {}
        self.taken = bytearray(len(tokens))
        self.told = told_kinds(tokens)
        self.never = lexicon.words("never_names")
        self.links = lexicon.word_set("hyphen_links")
        self.before_hyphen = lexicon.word_set("before_hyphen")
        self.prefixes = lexicon.word_set("prefixes")
        self.trailing = lexicon.word_set("trailing_titles")
        self.loose = lexicon.word_set("loose_ends")
        self.particles = lexicon.word_set("name_particles")
        self.aliases = lexicon.word_set("alias_words")
        self.suffixes = lexicon.word_set("verbal_suffixes")

    def key(self, first: int, last: int) -> str:
        """The key of the tokens' text."""
        return key_of(self.spelled(first, last))

    def collect(self, raw: Iterable[RawName]) -> None:
        """Gather what may be a name: the model's, mended, then those it left out."""
        for name in raw:
            self.take(name)
        self.known()
        self.widen()
        self.add_missed()
        self.add_listed()

    def spelled(self, first: int, last: int) -> str:
        """The tokens' text."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def take(self, raw: RawName) -> None:
        """Keep a raw name, mended: cut at marks, trimmed, joined over hyphens."""
        kind = KIND_OF_LABEL.get(raw.label)
        if kind is None:
            if raw.label in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
                for i in range(raw.first, raw.last):
                    self.taken[i] = 1
            return
        for first, last in self.parts(raw.first, raw.last):
            self.keep(self.past_group(first, last) if kind == "person" else first, last, kind)

    def past_group(self, first: int, last: int) -> int:
        """The first token of a person's name past a nationality or body before it ("Police", "Iranian")."""
        while last - first > 2:
            lower = self.tokens[first].lower
            noun = lexicon.nouns().get(lower)
            nation = lexicon.nationalities().get(lower, ("", ""))[1] == "nation"
            if not nation and (noun is None or noun.kind not in ("public", "organisation", "people")):
                break
            first += 1
        if first and self.tokens[first - 1].lower == "of":
            portfolios = lexicon.word_set("portfolios")
            while last - first > 1 and self.tokens[first].lower in portfolios:
                first += 1
        return first

    def keep(self, first: int, last: int, kind: str) -> None:
        """Keep the tokens as a name, trimmed and joined; nothing where another name already stands."""
        first, last = self.trimmed(first, last)
        if first >= last:
            return
        first, last = self.joined(first, last)
        if last < len(self.tokens) and "(" in self.tokens[last - 1].text and self.tokens[last].text == ")":
            last += 1
        if any(self.taken[i] for i in range(first, last)) or self.is_plain(first, last):
            return
        self.spans[first] = (last, kind)
        for i in range(first, last):
            self.taken[i] = 1

    def parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The stretches of a raw name between brackets, quotation marks, slashes and line breaks."""
        tokens = self.tokens
        start = first
        for i in range(first, last):
            text = tokens[i].text
            if text in '()[]/|"“”;:' or text == "--" or tokens[i].lower in self.aliases:
                yield start, i
                start = i + 1
            elif i > first and tokens[i].sentence != tokens[i - 1].sentence:
                yield start, i
                start = i
        yield start, last

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The tokens without articles, titles and marks before, and possessives and marks after."""
        tokens = self.tokens
        while first < last:
            if tokens[first].lower in ARTICLES or tokens[first].text in MARKS or tokens[first].text in POSSESSIVE:
                first += 1
            elif last - first > 1 and (count := title_length(tokens, first, last)):
                first += count
            elif last - first > 2 and tokens[first].lower in self.prefixes and self.glued(first + 1):
                first += 2
            elif first and tokens[first].lower in lexicon.word_set("months") and tokens[first - 1].tag == "CD":
                first += 1
            else:
                break
        while first < last:
            end = tokens[last - 1]
            if (
                end.text in MARKS
                or end.text in POSSESSIVE
                or end.text in self.loose
                or end.lower in self.trailing
                or self.is_small_head(first, last)
            ):
                last -= 1
            else:
                break
        return first, last

    def is_small_head(self, first: int, last: int) -> bool:
        """Whether a name ends in a place's or body's common noun in small letters ("Anand district")."""
        end = self.tokens[last - 1]
        return last - first > 1 and end.text.islower() and end.lower in lexicon.name_heads()

    def joined(self, first: int, last: int) -> tuple[int, int]:
        """The tokens with what hyphens glue to them, where that is one name."""
        tokens = self.tokens
        while last + 1 < len(tokens) and self.glued(last) and not self.taken[last]:
            after = tokens[last + 1]
            if after.lower in self.links and last + 3 < len(tokens) and self.glued(last + 2):
                last += 4
            elif self.is_second_part(first, last):
                last += 2
            elif after.lower in HELD and last + 2 < len(tokens) and is_proper(tokens[last + 2]):
                last += 3
            else:
                break
        while first >= 2 and self.glued(first - 1) and not self.taken[first - 1]:
            before = tokens[first - 2]
            if (
                before.lower in self.links
                and first >= 4
                and self.glued(first - 3)
                and tokens[first - 4].text[0].isupper()
            ):
                first -= 4
            elif before.lower in self.before_hyphen:
                first -= 2
            else:
                break
        return first, last

    def glued(self, i: int) -> bool:
        """Whether token `i` is a hyphen with no room on either side."""
        tokens = self.tokens
        return (
            0 < i < len(tokens) - 1
            and tokens[i].text in DASHES
            and tokens[i - 1].end == tokens[i].start
            and tokens[i].end == tokens[i + 1].start
        )

    def is_plain(self, first: int, last: int) -> bool:
        """Whether the tokens can be no name: calendar words, numbers, all in small letters."""
        words = self.tokens[first:last]
        if last - first == 1:
            noun = lexicon.nouns().get(words[0].lower)
            if words[0].lower in self.never or (noun is not None and noun.plural and noun.kind in ("person", "people")):
                return words[0].lower != "opposition"
        if self.is_title(first, last) and not lexicon.is_known(self.spelled(first, last)):
            return True
        return not any(word.text[0].isupper() for word in words) or (last - first == 1 and len(words[0].text) == 1)

    def is_title(self, first: int, last: int) -> bool:
        """Whether the tokens are a title, alone or with the word after them ("Home" Minister)."""
        words = [token.lower for token in self.tokens[first : last + 1]]
        known = lexicon.titles()
        return " ".join(words) in known or " ".join(words[: last - first]) in known

    def is_second_part(self, first: int, last: int) -> bool:
        """Whether the word after a hyphen belongs to the name before it (Al-Azhar, Ban Ki-moon)."""
        after = self.tokens[last + 1]
        if after.text[0].isupper():
            return self.tokens[last - 1].lower in self.before_hyphen
        return (
            last - first > 1 and after.text.islower() and after.lower not in self.suffixes
            and (len(after.text) <= 4 or (len(after.text) <= 6 and after.tag[:2] in ("NN", "JJ", "FW")))
        )  # fmt: skip

    def known(self) -> None:
        """Put names of several words that a lexicon knows in the place of their parts."""
        starts = lexicon.known_starts()
        tokens = self.tokens
        for i, token in enumerate(tokens):
            for words in starts.get(token.text, ()):
                last = i + len(words)
                if last <= len(tokens) and tuple(t.text for t in tokens[i:last]) == words:
                    self.replace(i, last)
                    break

    def replace(self, first: int, last: int) -> None:
        """Set a known name unless a longer one covers it; names inside it give way."""
        inside = [start for start in range(max(0, first - 12), last) if start in self.spans]
        inside = [start for start in inside if self.spans[start][0] > first]
        if any(start < first or self.spans[start][0] > last for start in inside):
            return
        for start in inside:
            del self.spans[start]
        self.mark(first, last, "")

    def widen(self) -> None:
        """Let each name take in the proper nouns that touch it, and join neighbours that are one name."""
        previous = -1
        for first in sorted(self.spans):
            if first not in self.spans:
                continue
            last, kind = self.spans.pop(first)
            if kind and not self.is_closed(first, last):
                low = self.reach_left(first, previous, kind)
                if low == previous and low in self.spans:
                    kind = self.spans.pop(low)[1] or kind
                last = self.reach_right(low, last, kind)
                first = low
            self.mark(first, last, kind)
            previous = first

    def is_closed(self, first: int, last: int) -> bool:
        """Whether a name is a country, nationality or known name, which takes in nothing."""
        key = self.key(first, last)
        return key in lexicon.countries() or key in lexicon.nationalities()

    def reach_left(self, first: int, previous: int, kind: str) -> int:
        """The first token of a name with the proper nouns right before it, or that of a neighbour it joins."""
        tokens = self.tokens
        while first and self.may_join(first - 1, first, kind):
            first -= 1
        if previous in self.spans and first - previous < LONGEST:
            last, other = self.spans[previous]
            gap = first - last
            touching = gap == 0 or (gap == 1 and tokens[last].lower in self.particles and tokens[last].text.islower())
            if touching and tokens[first].sentence == tokens[previous].sentence and not self.is_closed(previous, last):
                pair = other, kind
                if pair in JOINING:
                    return previous
        return first

    def reach_right(self, first: int, last: int, kind: str) -> int:
        """The end of a name with the proper nouns right after it."""
        tokens = self.tokens
        while last < len(tokens):
            if self.may_join(last, last - 1, kind):
                last += 1
            elif last + 1 < len(tokens) and tokens[last].text in self.particles and self.may_join(last + 1, last, kind):
                last += 2
            else:
                break
        trimmed = self.trimmed(first, last)[1]
        return trimmed if trimmed > first else last

    def may_join(self, i: int, beside: int, kind: str) -> bool:
        """Whether a free proper noun belongs to the name that it touches at token `beside`."""
        token = self.tokens[i]
        return (
            not self.taken[i] and is_proper(token) and token.sentence == self.tokens[beside].sentence
            and len(token.text) > 1 and not (token.text.isupper() and not self.tokens[beside].text.isupper())
            and token.lower not in self.never and token.lower not in lexicon.nationalities()
            and token.lower not in lexicon.countries() and token.lower not in lexicon.titles()
            and not (kind == "person" and token.lower in lexicon.nouns())
            and not self.sentences[token.sentence].headline
        )  # fmt: skip

    def add_missed(self) -> None:
        """Add runs of proper nouns that the model left out, outside headlines."""
        tokens = self.tokens
        for sentence in self.sentences:
            if sentence.headline:
                continue
            i = sentence.first
            while i < sentence.last:
                if self.taken[i] or not is_proper(tokens[i]):
                    i += 1
                    continue
                first = i
                while (
                    i < sentence.last and not self.taken[i] and (is_proper(tokens[i]) or self.inside(i, sentence.last))
                ):
                    i += 1
                self.keep(first, i, "")

    def add_listed(self) -> None:
        """Add single words that a lexicon knows for names: in headlines only countries, peoples and acronyms."""
        known, countries, peoples = lexicon.known_names(), lexicon.countries(), lexicon.nationalities()
        for i, token in enumerate(self.tokens):
            text = token.text
            if self.taken[i] or not text[0].isupper() or len(text) < 2:
                continue
            sure = text in known and text.isupper()
            sure = sure or (token.lower in countries and (len(text) > 3 or text.isupper()))
            sure = sure or (token.lower in peoples and token.tag[0] in "NJ")
            if sure:
                self.mark(i, i + 1, "")

    def inside(self, i: int, end: int) -> bool:
        """Whether token `i` is a hyphen, link or "&" between two parts of one name."""
        if i + 1 >= end or not i:
            return False
        text = self.tokens[i].text
        if text == "&" or self.glued(i):
            after = self.tokens[i + 1]
            return is_proper(after) or after.lower in self.links
        return self.glued(i - 1) and text in self.links and self.glued(i + 1)

    def bracketed(self) -> dict[str, str]:
        """From each short form in brackets after a name, "(JeM)", to that name; both as keys."""
        short: dict[str, str] = {}
        tokens = self.tokens
        for token in tokens:
            if token.text == "(" and token.i + 2 < len(tokens) and tokens[token.i + 2].text == ")":
                self.spell_out(token.i)
        for first, (last, _) in sorted(self.spans.items()):
            start, end = last + 1, last + 2
            if end >= len(tokens) or tokens[last].text != "(" or tokens[end].text != ")":
                continue
            if first + 1 < last and ACRONYM.match(tokens[start].text):
                self.mark(start, end, self.spans[first][1])
                short[self.key(start, end)] = self.key(first, last)
        self.note_aliases(short)
        return short

    def note_aliases(self, short: dict[str, str]) -> None:
        """Note second names after "aka" and "also known as" as short forms of the name before."""
        ends = {last: first for first, (last, _) in self.spans.items()}
        for token in self.tokens:
            if token.lower in self.aliases:
                first, after = token.i, token.i + 1
            elif token.lower == "as" and token.i > 1 and self.tokens[token.i - 1].lower == "known":
                first, after = token.i - 1 - (self.tokens[token.i - 2].lower == "also"), token.i + 1
            else:
                continue
            while first > 0 and self.tokens[first - 1].text in ("(", ","):
                first -= 1
            if first in ends and after in self.spans and self.key(after, self.spans[after][0]) not in short:
                short[self.key(after, self.spans[after][0])] = self.key(ends[first], first)

    def spell_out(self, bracket: int) -> None:
        """Let the name before a bracket reach back to where its words' initials spell the short form inside."""
        tokens = self.tokens
        letters = tokens[bracket + 1].text
        if len(letters) < 3 or not letters.isalpha() or sum(c.isupper() for c in letters) < 3:
            return
        wanted = [c for c in letters if c.isupper()]
        first, small = bracket, 0
        while first > 0 and wanted and small < 3 and tokens[first - 1].sentence == tokens[bracket].sentence:
            text = tokens[first - 1].text
            if text[0].isupper():
                if text[0] != wanted.pop():
                    return
                small = 0
            elif text[0].isalpha() or text in "-&,":
                small += 1
            else:
                return
            first -= 1
        before = tokens[first - 1].text if first else ""
        if not wanted and not (before[:1].isupper() and self.taken[first - 1]):
            kinds = [self.spans[i][1] for i in range(first, bracket) if i in self.spans]
            self.overwrite(first, bracket, kinds[0] if kinds else "")

    def overwrite(self, first: int, last: int, kind: str) -> None:
        """Set a name in the place of all that overlap it."""
        for start in [i for i in range(max(0, first - 12), last) if i in self.spans]:
            if self.spans[start][0] > first:
                del self.spans[start]
        self.mark(first, last, kind)

    def mark(self, first: int, last: int, kind: str) -> None:
        """Set the name at these tokens, whatever stood there."""
        for i in range(first, last):
            self.taken[i] = 1
        self.spans[first] = (last, kind)

    def votes(self) -> tuple[dict[str, Counter[str]], dict[str, list[tuple[int, int]]]]:
        """For each key how often the model gave it each kind, and where it stands."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        spots: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for first, (last, kind) in self.spans.items():
            key = self.key(first, last)
            votes[key][kind] += 1
            spots[key].append((first, last))
        return votes, spots

    def kinds(self, short: dict[str, str]) -> dict[str, str]:
        """The kind of each key: what lexicons, the words around it and the model's votes say together."""
        votes, spots = self.votes()
        within = words_within(votes)
        kinds = {
            key: kind_of_key(self.text, self.tokens, key, at, votes[key], within, self.told, self.heard)
            for key, at in spots.items()
        }
        if self.heard is not None:
            name_whole(kinds)
        share_kinds(kinds, short, () if self.heard is None else lexicon.known_keys() | short.keys())
        self.level_lists(kinds)
        return kinds

    def level_lists(self, kinds: dict[str, str]) -> None:
        """Give the members of a list of three and more names ("A, B and C") the kind that most of them have."""
        listed: list[str] = []
        end = -1
        for first, (last, _) in sorted(self.spans.items()):
            between = {token.lower for token in self.tokens[end:first]} if end >= 0 else {"."}
            if not between <= LISTING or first - end > 2:
                level(listed, kinds)
                listed = []
            listed.append(self.key(first, last))
            end = last
        level(listed, kinds)

    def drop_headline_words(self, kinds: dict[str, str]) -> None:
        """Take out names of Title Case lines that neither the body nor a lexicon knows."""
        body = set()
        heads = []
        for first, (last, _) in self.spans.items():
            if self.sentences[self.tokens[first].sentence].headline:
                heads.append((first, last))
            else:
                body.add(self.key(first, last))
        for first, last in heads:
            key = self.key(first, last)
            if (
                key not in body
                and kinds[key] not in ("country", "people", "place", "disease")
                and not lexicon.is_known(self.spelled(first, last))
                and body
            ):
                del self.spans[first]
                for i in range(first, last):
                    self.taken[i] = 0

    def recall(self, kinds: dict[str, str]) -> None:
        """Add each further occurrence of a name that is known by now, in its own spelling."""
        tokens = self.tokens
        known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for first, (last, _) in list(self.spans.items()):
            words = tuple(token.text for token in tokens[first:last])
            if kinds[self.key(first, last)] and words not in known[words[0]]:
                known[words[0]].append(words)
        for options in known.values():
            options.sort(key=len, reverse=True)
        for i, token in enumerate(tokens):
            if token.text not in known:
                continue
            for words in known[token.text]:
                last = i + len(words)
                if tuple(t.text for t in tokens[i:last]) != words:
                    continue
                if len(words) > 1 and self.spans.get(i, (last, ""))[0] < last:
                    self.replace(i, last)
                elif not any(self.taken[i:last]):
                    self.mark(i, last, "")
                break

    def recall_heads(self, kinds: dict[str, str]) -> None:
        """Add capitalised head words that stand for the one body whose name has them ("the Observatory")."""
        heads = lexicon.name_heads()
        bodies: dict[str, set[str]] = defaultdict(set)
        for first, (last, _) in self.spans.items():
            key = self.key(first, last)
            if last - first > 1 and kinds.get(key) in ("organisation", "public", "company"):
                for token in self.tokens[first:last]:
                    if heads.get(token.lower) in ("organisation", "public", "company") and token.text[0].isupper():
                        bodies[token.text].add(key)
        for token in self.tokens:
            if len(bodies.get(token.text, ())) == 1 and self.is_free(token, kinds) and self.is_alone(token):
                kinds[token.lower] = kinds.get(token.lower) or kinds[next(iter(bodies[token.text]))]
                self.mark(token.i, token.i + 1, "")

    def is_free(self, token: Token, kinds: dict[str, str]) -> bool:
        """Whether a token is of no name, or beside the encoder one by itself that was found to be none."""
        alone = self.heard is not None and self.spans.get(token.i, (0, ""))[0] == token.i + 1
        return not self.taken[token.i] or (alone and kinds.get(token.lower) == "")

    def is_alone(self, token: Token) -> bool:
        """Whether a capitalised word is no part of a longer title and does not only open its sentence or headline."""
        sentence = self.sentences[token.sentence]
        if sentence.headline or (token.i == sentence.first and token.tag not in ("NNP", "NNPS")):
            return False
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else token
        return after is token or not after.text[0].isupper() or self.taken[after.i] == 0

    def named(self, kinds: dict[str, str]) -> tuple[Name, ...]:
        """The names with their kinds, in text order; those of no kind are left out."""
        found = ((first, last, kinds.get(self.key(first, last), "")) for first, (last, _) in sorted(self.spans.items()))
        return tuple(Name(first, last, kind) for first, last, kind in found if kind)


def is_proper(token: Token) -> bool:
    """Whether the tagger took the token for a proper noun and it looks like one."""
    return token.tag in ("NNP", "NNPS") and (token.text[0].isupper() or token.text[:3] in ("al-", "el-"))
