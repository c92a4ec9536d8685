"""How the signs that two accounts tell one event add up: a scorecard with round numbers, none of them fitted.

In: two claims told. Out: the signs, the points, and whether what they share is specific enough to join reports.
What each sign counts, and why, stands in `accounts_card.tsv`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportedly.link.accounts_names import SameName
from reportedly.link.accounts_parties import DEFINITE, Party, head_of
from reportedly.link.accounts_places import Relation, is_country, relation
from reportedly.link.accounts_told import PRECISE, Days, Told
from reportedly.link.accounts_words import empty_words, stems_in
from reportedly.link.lexicon import weights
from reportedly.model import RoleName

NEEDED = 4.0
"""Points from which two accounts of two reports tell one event."""

NEEDED_INSIDE = 3.5
"""Points from which two accounts of one report do."""

NEXT, FRESH, RECENT, OLD = 1, 3, 10, 35
"""Days between publications, or between an act and a publication, up to which an undated account may well speak of it,
may speak of it, and hardly does."""

SCENE = 300
"""Characters between two triggers up to which a report tells one scene: a sentence or two."""

WORDS, WORDS_NAMED, NAMES = 9, 6, 2
"""Words of content that the heads of two reports of one story share, published within FRESH days; or fewer, and names.

Of 3,900 pairs of reports of one collection on two stories none that was published so shared as much."""

WORDS_UNDATED, NAMES_UNDATED = 9, 4
"""The same where a day of publication is not known."""

ONCE = "death"
"""The family of what befalls a person only once, whenever it is told."""

FAR = 3
"""How many times a number is another from which they hardly count the same."""

Tie = Literal["same", "alike", "open", "two"]


class Meeting(NamedTuple):
    """How two participants stand to each other, and the one whose name is told more fully."""

    how: Tie
    a: Party
    b: Party

    @property
    def named(self) -> bool:
        """Whether both accounts name the participant."""
        return bool(self.a.names and self.b.names)

    @property
    def shown(self) -> str:
        """The longer of the names."""
        names = sorted(name.name for party in (self.a, self.b) if party.whole for name in party.names)
        return max(names, key=len, default="") or lowered(max(sorted((self.a.shown, self.b.shown)), key=len))


def lowered(phrase: str) -> str:
    """A phrase as it stands inside a sentence: its article without a capital letter."""
    article, space, rest = phrase.partition(" ")
    return f"{article.lower()}{space}{rest}" if article in ("A", "An", "The") else phrase


@dataclass
class Signs:
    """What speaks for and against one event: points by sign, the participants met, how specific it is.

    `once` says that both tell what befalls a person only once.
    """

    points: dict[str, float] = field(default_factory=dict)
    met: list[Meeting] = field(default_factory=list)
    apart: list[Meeting] = field(default_factory=list)
    specific: float = 0.0
    place: Relation | None = None
    once: bool = False

    def count(self, sign: str, times: float = 1.0) -> None:
        """Add a sign's points, `times` over."""
        self.points[sign] = self.points.get(sign, 0.0) + times * card()[sign]

    @property
    def one_act(self) -> bool:
        """Whether both tell the act with one word or as one kind."""
        return "same word" in self.points or "same mode" in self.points

    @property
    def total(self) -> float:
        """The sum of all points."""
        return sum(self.points.values())


@cache
def card() -> Mapping[str, float]:
    """The points of each sign."""
    return MappingProxyType(weights("accounts_card.tsv"))


def signs_of(a: Told, b: Told, same: SameName) -> Signs:
    """All signs between two accounts of one family; their days are known to be compatible."""
    signs = Signs(once=ONCE in a.families and ONCE in b.families)
    count_words(a, b, signs)
    count_days(a, b, signs)
    count_parties(a, b, same, signs)
    count_place(a, b, signs)
    count_numbers(a, b, signs)
    if a.report_id == b.report_id:
        count_inside(a, b, signs)
    elif one_story(a, b):
        signs.count("one story")
        signs.specific += 1
    return signs


def count_words(a: Told, b: Told, signs: Signs) -> None:
    """The trigger, the mode, the words around it, what the act is about."""
    if a.word == b.word:
        signs.count("same word")
    elif signs.once or (a.claim.type == b.claim.type and a.claim.mode == b.claim.mode):
        signs.count("same mode")
    else:
        signs.count("free act" if "free" in a.traits and "free" in b.traits else "other act")
    shared = 0 if one_sentence(a, b) else len(a.words & b.words)
    if shared > 1:
        signs.count("shared word", min(shared, 5))
    if a.habitual != b.habitual:
        signs.count("many times")
    if (denies_all(a) or denies_all(b)) and signs.one_act:
        signs.count("denies all")
    if a.matter and b.matter:
        common = len(a.matter & b.matter)
        if common:
            signs.count("same matter", min(common, 3))
        elif "spoken" in a.traits:
            signs.count("other matter")


def one_story(a: Told, b: Told) -> bool:
    """Whether both tell the act at the head of their report, as what it is about, and the heads have much in common.

    Reports of one incident share its place, those it befell and how it came about, whatever numbers they give.
    """
    if not ("placed" in a.traits and "placed" in b.traits and a.leads and b.leads):
        return False
    if long_ago(a) or long_ago(b):
        return False
    names, words = len(a.lead.names & b.lead.names), len(a.lead.words & b.lead.words)
    if a.printed is None or b.printed is None:
        return names >= NAMES_UNDATED and words >= WORDS_UNDATED
    return abs(a.printed - b.printed) <= FRESH and (words >= WORDS or (words >= WORDS_NAMED and names >= NAMES))


def denies_all(told: Told) -> bool:
    """Whether a claim denies that anything at all was signed, agreed or given."""
    negative = told.claim.factuality.polarity == "negative"
    return negative and not told.matter and any(role.role in ("topic", "instrument") for role in told.claim.roles)


def one_sentence(a: Told, b: Told) -> bool:
    """Whether both claims stand in one sentence of one report."""
    return a.report_id == b.report_id and a.claim.sentence == b.claim.sentence


def count_days(a: Told, b: Told, signs: Signs) -> None:
    """When: days that agree, one day's difference, or how near an undated account was published."""
    if a.days is not None and b.days is not None:
        count_dated(a.days, b.days, signs)
        later = a if (a.days.first or 0) > (b.days.first or 0) else b
        if "one day apart" in signs.points and not later.beside.isdisjoint(stems_in("accounts_again.tsv")):
            signs.count("told as another")
    elif a.report_id != b.report_id:
        distance = days_between(a, b)
        if distance is None or (distance > RECENT and timeless(a, b)):
            return
        limits = ((NEXT, "next day"), (FRESH, "fresh"), (RECENT, "recent"), (OLD, "late"))
        signs.count(next((sign for limit, sign in limits if distance <= limit), "old"))
        if early(a, b) or early(b, a):
            signs.count("early")


def early(dated: Told, other: Told) -> bool:
    """Whether an undated account was published before the first day that the other gives."""
    return (
        dated.days is not None
        and dated.days.first is not None
        and other.bound is not None
        and dated.days.first > other.bound
    )


def timeless(a: Told, b: Told) -> bool:
    """Whether one of the two denies an act and gives no day: it denies it for any day."""
    return any(told.days is None and told.claim.factuality.polarity == "negative" for told in (a, b))


def count_dated(a: Days, b: Days, signs: Signs) -> None:
    """Days that both give."""
    if gap(a, b) > 0:
        signs.count("one day apart")
        return
    longest = min(max(a.length, b.length), spread(a, b))
    limits = ((PRECISE, "same day"), (12, "same days"), (31, "same month"), (366, "same year"))
    sign = next((sign for limit, sign in limits if longest <= limit), None)
    if sign:
        signs.count(sign)


def spread(a: Days, b: Days) -> int:
    """Days from the earlier beginning to the later end that is known: bounds how far accounts may differ."""
    known = [each for days in (a, b) for each in days if each is not None]
    return max(known) - min(known) + 1


def gap(a: Days, b: Days) -> int:
    """Days that lie between two intervals; 0 or less where they meet."""
    later = max(a.first or 0, b.first or 0)
    ends = [last for last in (a.last, b.last) if last is not None]
    return later - min(ends) if ends else 0


def days_between(a: Told, b: Told) -> int | None:
    """Days between an act that one account dates and the other's publication, or between the two publications."""
    if a.days is None and b.days is None:
        return None if a.printed is None or b.printed is None else abs(a.printed - b.printed)
    dated, other = (a, b) if a.days is not None else (b, a)
    if dated.days is None or other.printed is None:
        return None
    first, last = dated.days.first, dated.days.last
    if first is None or last is None or first <= other.printed <= last:
        return 0
    return min(abs(other.printed - first), abs(other.printed - last))


def count_parties(a: Told, b: Told, same: SameName, signs: Signs) -> None:
    """Who: the participants that are the same, alike or two, side by side."""
    mutual = "mutual" in a.traits or "mutual" in b.traits
    one, two = a.acting, b.acting
    if mutual:
        count_side(one, two, same, signs, "one of both sides")
    else:
        own = "own" in a.traits
        for side in ("undergoer", "doer"):
            count_side(a.on_sides[side], b.on_sides[side], same, signs, "undergoer" if own else side)
        if not signs.met:
            count_turned(one, two, same, signs)
        count_nouns(a, b, signs)
    matter(a, b, same, signs)
    if a.report_id != b.report_id:
        count_elsewhere(a, b, signs)


def count_elsewhere(a: Told, b: Told, signs: Signs) -> None:
    """Participants of one account whom the other's sentence describes, or whom its report names elsewhere."""
    met = {id(party) for meeting in signs.met if meeting.named for party in meeting[1:]}
    described = persons = bodies = 0
    for one, two in ((a, b), (b, a)):
        for party in one.acting:
            if id(party) in met or party.wide or not party.names:
                continue
            if not party.whole and party.head in two.all_words and party.plain <= two.all_words:
                described += 1
            elif any(" " in name.name and name.name in two.text for name in party.names):
                persons += party.person
                bodies += not party.person
    if described:
        signs.count("described alike", min(described, 2))
        signs.specific += described
    if persons:
        signs.count("person elsewhere", min(persons, 2))
    if bodies:
        signs.count("body elsewhere", min(bodies, 2))
    signs.specific += min(1.0, persons + bodies / 2)


def count_side(one: Sequence[Party], two: Sequence[Party], same: SameName, signs: Signs, side: str) -> None:
    """The participants of one side in two accounts: each meets at most one, the surest first."""
    if not one or not two:
        return
    pairs = sorted(
        (
            (rank(how), i, j, how)
            for i, a in enumerate(one)
            for j, b in enumerate(two)
            if (how := meet(a, b, same)) != "open"
        )
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j, how in pairs:
        if i in used_a or j in used_b:
            continue
        if how == "two":
            if len(one) - len(used_a) == 1 or len(two) - len(used_b) == 1:
                signs.apart.append(Meeting(how, one[i], two[j]))
                signs.count(f"two persons: {side}" if one[i].person and two[j].person else f"two bodies: {side}")
                return
            continue
        used_a.add(i)
        used_b.add(j)
        count_meeting(Meeting(how, one[i], two[j]), signs, side)


def count_nouns(a: Told, b: Told, signs: Signs) -> None:
    """What it was done to, where both describe it and nothing of it is alike: a bridge and a depot are two.

    One teller does not change the noun for those who did it either.
    """
    if other_nouns(a, b, "undergoer", signs) or (a.report_id == b.report_id and other_nouns(a, b, "doer", signs)):
        signs.count("other noun")


def other_nouns(a: Told, b: Told, side: str, signs: Signs) -> bool:
    """Whether both describe or name participants on this side, and no two of them may be one."""
    one, two = ([party for party in told.acting if party.side == side] for told in (a, b))
    if not one or not two or any(meeting.a in one for meeting in signs.met) or signs.apart:
        return False
    heads = [{party.head for party in parties} for parties in (one, two)]
    if heads[0] & heads[1]:
        return False
    return all(head and (side == "doer" or head not in empty_words()) for head in heads[0] | heads[1])


def rank(how: Tie) -> int:
    """The order in which participants are paired."""
    return ("same", "alike", "two").index(how)


def count_meeting(meeting: Meeting, signs: Signs, side: str) -> None:
    """Points for two participants that are one or may be."""
    if any(meeting.a is met.a or meeting.b is met.b for met in signs.met):
        return
    if not meeting.named:
        common = meeting.a.head in empty_words()
        signs.count("same common noun" if common else "same noun")
        signs.specific += 0.25 if common else 0.5
        signs.met.append(meeting)
        return
    wide = meeting.a.wide or meeting.b.wide
    if side == "undergoer" and meeting.how == "same" and signs.once and meeting.a.person and meeting.b.person:
        signs.count("happens once")
    signs.count(f"{'wide ' if wide else ''}{meeting.how}: {side}")
    signs.specific += 0.5 if wide else 2.0 if meeting.how == "same" and side == "undergoer" else 1.0
    signs.met.append(meeting)


def meet(a: Party, b: Party, same: SameName) -> Tie:
    """How two participants stand: the same, alike (a group of the body, a short name, one noun), two, or not told."""
    if not a.names or not b.names:
        return "alike" if a.head and a.head == b.head else "open"
    found = [same(x, y) for x in a.names for y in b.names]
    if True in found:
        whole = a.whole == b.whole and (a.whole or a.head == b.head)
        return "same" if whole else "alike"
    if a.tokens & b.tokens and not (a.whole and b.whole and all(each is False for each in found)):
        return "alike"
    return "two" if a.whole and b.whole and False in found else "open"


def count_turned(one: Sequence[Party], two: Sequence[Party], same: SameName, signs: Signs) -> None:
    """A participant whose side the two readings see differently."""
    for a in one:
        for b in two:
            if {a.side, b.side} == {"doer", "undergoer"} and a.names and b.names and meet(a, b, same) == "same":
                signs.count("turned")
                signs.specific += 0.5
                signs.met.append(Meeting("same", a, b))
                return


def matter(a: Told, b: Told, same: SameName, signs: Signs) -> None:
    """A name that stands in what the act is about, in one account or both."""
    one = [party for party in a.parties if party.names]
    two = [party for party in b.parties if party.names]
    for x in one:
        for y in two:
            if "matter" not in (x.side, y.side) or any(x is met.a or y is met.b for met in signs.met):
                continue
            if meet(x, y, same) in ("same", "alike") and not (x.wide or y.wide):
                signs.count("named in the matter")
                signs.specific += 0.5
                signs.met.append(Meeting("alike", x, y))
                return


def count_place(a: Told, b: Told, signs: Signs) -> None:
    """Where; a place that only one account gives counts where the other's sentence names it."""
    one, two = a.spot, b.spot
    if one is None and two is None:
        return
    if one is not None and two is not None:
        signs.place = relation(one, two)
    for spot, other in ((one, b), (two, a)):
        if spot is None or not spot.words or signs.place in ("same", "apart", "far") or one_sentence(a, b):
            continue
        if spot.words <= other.sentence_words or (len(spot.words) > 1 and spot.words <= other.scene_words):
            signs.place = "same"
        elif signs.place is None and spot.words <= other.scene_words:
            signs.place = "nested"
    if signs.place == "same" and any(is_country(spot) for spot in (one, two) if spot is not None):
        signs.place = "nested"
    if signs.place is not None:
        signs.count(f"place {signs.place}")


def count_numbers(a: Told, b: Told, signs: Signs) -> None:
    """How many: the same number speaks for one event, two numbers against it only where tellers do not differ.

    Of the dead and hurt tellers differ; a number several times the other, and no day, speaks against one event.
    """
    one, two = a.claim.count, b.claim.count
    if one is None or two is None:
        return
    if one.value == two.value:
        signs.count("same number" if one.value > 2 else "same small number")
    elif a.claim.mode == b.claim.mode:
        inside = a.report_id == b.report_id
        if (inside and not (toll_of(a, b) or toll_of(b, a))) or "toll" not in a.traits:
            signs.count("other number")
        if max(one.value, two.value) >= FAR * min(one.value, two.value) and (inside or a.days is b.days is None):
            signs.count("far number")


def count_inside(a: Told, b: Told, signs: Signs) -> None:
    """Inside one report: the writer speaks of one act again, above all with "the visit", or tells one scene on."""
    signs.count("one report")
    if a.points_back or b.points_back:
        signs.count("points back")
    if (denies_of_all(a, b) or denies_of_all(b, a)) and signs.one_act and not one_speaker(a, b):
        signs.count("denied of all")
        signs.specific += 0.5
    if long_ago(a) != long_ago(b) and not (a.points_back or b.points_back):
        signs.count("background")
    if same_thing(a, b) or same_thing(b, a):
        signs.count("same thing")
        signs.specific += 0.5
    if a.ordinal and a.ordinal == b.ordinal:
        signs.count("counted alike")
    if toll_of(a, b) or toll_of(b, a):
        signs.count("toll of the story")
        signs.specific += 0.5
    if "scene" in a.traits and signs.place != "unclear" and not long_ago(a) and not long_ago(b):
        if one_sentence(a, b):
            signs.count("one sentence")
        elif abs(a.claim.trigger.start - b.claim.trigger.start) <= SCENE:
            signs.count("one scene")


def denies_of_all(denial: Told, other: Told) -> bool:
    """Whether a claim denies an act of anybody, or of all of a group of which the other one tells it."""
    if not denial.universal:
        return False
    groups = {party.head for party in denial.acting if party.side != "doer" and party.head}
    told = (party for party in other.acting if party.side != "doer")
    return groups <= stems_in("accounts_anybody.tsv") or any(party.names or party.head in groups for party in told)


def toll_of(other: Told, headed: Told) -> bool:
    """Whether one gives another toll of what its report tells at the head, with no name or other place of its own.

    Far more dead are those of a war.
    """
    counts = other.claim.count, headed.claim.count
    if counts[0] is None or counts[1] is None or not other.gives_toll or not headed.leads:
        return False
    placed = other.spot is not None and not other.spot.words <= other.lead.words
    own = placed or any(party.names and not party.wide for party in other.acting)
    less, more = sorted(count.value for count in counts if count is not None)
    return not own and "toll" in headed.traits and more < FAR * less and not long_ago(headed)


def one_speaker(a: Told, b: Told) -> bool:
    """Whether one named source says both; it does not deny what it says."""
    one, two = a.source, b.source
    return one is not None and two is not None and one.entity is not None and one.entity == two.entity


THINGS: tuple[RoleName, ...] = ("instrument", "target")
"""The roles of what an act was done with or to."""


def same_thing(a: Told, b: Told, kinds: tuple[RoleName, ...] = THINGS) -> bool:
    """Whether the first speaks of "the bomb" where the second names a bomb."""
    known = {head_of(role.span.of(b.text)) for role in b.claim.roles if role.role in kinds}
    shown = (role.span.of(a.text) for role in a.claim.roles if role.role in kinds)
    return any(phrase.lower().startswith(DEFINITE) and head_of(phrase) in known for phrase in shown)


def long_ago(told: Told) -> bool:
    """Whether the text gives a day well before publication: background, no part of the scene that is told."""
    if told.days is None or told.days.last is None or told.printed is None:
        return False
    return told.printed - told.days.last > RECENT
