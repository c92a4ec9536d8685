"""Names that match and yet may be two bearers', since little agrees: more must agree around them.

In: two names of one kind that the comparison of names joins. Out: whether something told around them must agree too.
Decided by the two names and by tables, never by counts over a collection. Pure.
"""

from reportedly.link.entities_kinds import FULL, SHORT, WITH_INITIALS, fullness, kind, level, own_words
from reportedly.link.entities_scores import OPEN
from reportedly.link.entities_short import frequent
from reportedly.link.lexicon import words
from reportedly.link.names_body_parts import Word as BodyWord
from reportedly.link.names_body_parts import body
from reportedly.link.names_person_parts import Word, person
from reportedly.link.names_spelling import MATCH, bones, likeness, sound
from reportedly.linked import Name

CLOSE = frozenset({"same", "spelling", "slip"})

LONG = 6
"""Letters of a body's own word from which a slip of the pen is taken for one."""

SHORT_WORD = 5
"""Letters of a word up to which a slip of the pen makes another name of it ("Wenli", "Wenxi")."""


def is_common(a: Name, b: Name) -> bool:
    """Whether the names agree in so little that two bearers are nothing unusual.

    For persons one word, or a very frequent given name with a very frequent family name, or a nickname; for bodies one
    word that a slip of the pen made of the other, or a plural and nothing else that tells ("Time", "Times").
    """
    return are_common_people(a, b) if kind(a.schema) == "person" else are_common_bodies(a, b)


def are_common_people(a: Name, b: Name) -> bool:
    """Whether two matching names of persons may be two persons'."""
    few, many = sorted((own_words(a.name), own_words(b.name)), key=len)
    if level(a) == level(b) == SHORT:
        return True
    if len(few) < 3 and all(word.plain in frequent() for word in few):
        return True
    if level(a) != FULL or level(b) != FULL:
        return more_initials(a, b)
    if by_short_word(few, many) or by_initial(few, many):
        return True
    return 1 < len(few) < len(many) and (by_nickname(few, many) or is_turned(few, many) or by_table(few, many))


def are_common_bodies(a: Name, b: Name) -> bool:
    """Whether two matching names of bodies may be two bodies'.

    An acronym of a name that holds an acronym itself is left open: "USC" is hardly the UN Security Council.
    """
    one, other = body(a.name), body(b.name)
    if one.letters in other.initials or other.letters in one.initials:
        return any(word.letters for word in (other if one.letters in other.initials else one).words)
    if sound(one.solid) == sound(other.solid):
        return False
    if any(agree(x, y) for x in one.words for y in other.words):
        return False
    heard, overheard = ({sound(word.plain) for word in them.words} for them in (one, other))
    differing = sorted(heard ^ overheard)
    if len(heard) != len(overheard):
        return True
    if len(differing) != 2 or (len(heard) > 1 and bones(differing[0]) == bones(differing[1])):
        return False
    short = max(map(len, differing)) <= SHORT_WORD
    return len(heard) == 1 or short or differing[1] == differing[0] + "s"


def agree(a: BodyWord, b: BodyWord) -> bool:
    """Whether two words of bodies' names are one that tells: its own, the same to the ear, or long and nearly so."""
    if a.kind != "own" or b.kind != "own" or {a.plain, b.plain} & words("entities_parts.tsv"):
        return False
    shortest = min(len(a.plain), len(b.plain))
    return sound(a.plain) == sound(b.plain) or (shortest >= LONG and likeness(a.plain, b.plain).score > MATCH)


def more_initials(a: Name, b: Name) -> bool:
    """Whether one name has more initials than the other has names that they could stand for ("T. J.", "Tony")."""
    short, long = sorted((a, b), key=fullness)
    if level(short) != WITH_INITIALS or level(long) != FULL:
        return False
    short_initials, long_initials = (sum(w.initial for w in person(name.name).words) for name in (short, long))
    return short_initials > len(own_words(long.name)) - 1 + long_initials


def by_nickname(few: tuple[Word, ...], many: tuple[Word, ...]) -> bool:
    """Whether a word of the shorter name agrees by a nickname or a foreign form only."""
    return not all(any(close(word, other) for other in many) for word in few)


def by_initial(few: tuple[Word, ...], many: tuple[Word, ...]) -> bool:
    """Whether a name has no other beside it but an initial ("Khagesh Jha", "Manoj K. Jha")."""
    solid, other = (sound("".join(word.plain for word in words)) for words in (few, many))
    return solid != other and not all(any(alike(word, other) for other in many) for word in few)


def alike(a: Word, b: Word) -> bool:
    """Whether two words of persons' names can be one name, in whatever manner."""
    return a.bare or b.bare or bool(a.signs or b.signs) or likeness(a.plain, b.plain).score > OPEN


def by_table(few: tuple[Word, ...], many: tuple[Word, ...]) -> bool:
    """Whether no word is the same to the ear, so that all rests on tables of spellings."""
    return not any(a.bare or b.bare or sound(a.plain) == sound(b.plain) for a in few for b in many)


def close(a: Word, b: Word) -> bool:
    """Whether two words of persons' names are one, spellings and slips of the pen apart."""
    return a.bare or b.bare or bool(a.signs or b.signs) or likeness(a.plain, b.plain).manner in CLOSE


def by_short_word(few: tuple[Word, ...], many: tuple[Word, ...]) -> bool:
    """Whether a short word agrees by a slip of the pen only."""
    return any(
        all(likeness(word.plain, other.plain).manner != "same" for other in many)
        and any(likeness(word.plain, o.plain).manner == "slip" and len(o.plain) <= SHORT_WORD for o in many)
        for word in few
        if len(word.plain) <= SHORT_WORD
    )


def is_turned(few: tuple[Word, ...], many: tuple[Word, ...]) -> bool:
    """Whether the shorter name may be the father's of the longer, or has its words in another order.

    "Khalid Barzin" may be the father of "Omar bin Khalid Barzin", and "Muhammad Arif" is hardly "Arif Muhammad Khan".
    """
    rest = iter(many)
    in_order = all(any(close(word, other) for other in rest) for word in few)
    return not in_order or (not close(few[0], many[0]) and frequent().get(few[0].plain) == "father")
