from dataclasses import replace

from reportedly.assess.lexicon import words
from reportedly.linked import UNDIRECTED, Outlet
from reportedly.model import Span
from tests.assess.told import (
    DENIED,
    Source,
    Table,
    Told,
    Way,
    body,
    copied_by,
    count,
    deniers,
    entity,
    found,
    labels,
    nobody,
    officials,
    outlet,
    paper,
    people,
    person,
    told,
)  # fmt: skip

WIRE = told("Reach Wire Agency", "Two officials said a delegation came.", officials("Two officials"))
GULL = told("Aral Gull", "A harbour clerk told the Gull that a delegation came.", people("A harbour clerk"))


def test_nothing_held_has_no_origin() -> None:
    assert count() == 0
    assert found().roots == ()


def test_a_copied_wire_story_adds_no_origin() -> None:
    assert count(WIRE) == count(WIRE, copied_by("Daily Gull", WIRE), copied_by("Aral Post", WIRE)) == 1
    assert labels(WIRE, copied_by("Daily Gull", WIRE)) == {"two officials to Reach Wire Agency"}


def test_a_copy_of_a_copy_leads_to_the_first() -> None:
    second = copied_by("Daily Gull", WIRE, day="2025-05-03")
    third = copied_by("Evening Tide", second, day="2025-05-04")
    assert labels(WIRE, second, third) == {"two officials to Reach Wire Agency"}


def test_an_edited_or_paraphrased_passage_counts_as_copied_too() -> None:
    assert (
        count(WIRE, copied_by("Daily Gull", WIRE, manner="edited"), copied_by("Ebb", WIRE, manner="paraphrased")) == 1
    )


def test_the_step_of_a_copy_quotes_at_most_twelve_words() -> None:
    story = told(
        "Reach Wire Agency", "Two officials said that " + "very " * 20 + "many came.", officials("Two officials")
    )
    reason = found(story, copied_by("Daily Gull", story)).steps[-1].reason
    assert reason.startswith("copied passage: “Two officials said that very")
    assert len(reason.split()) <= 2 + 12 + 1


def test_shared_quoted_speech_is_no_copy() -> None:
    one = told("Reach Wire Agency", "“They came,” one guard said.", people("one guard"))
    other = told("Aral Gull", "“They came,” a sailor said.", people("a sailor")).taking_from(
        one, "derived", quoted=True
    )
    assert count(one, other) == 2


def test_a_second_version_rests_on_the_first() -> None:
    second = told("Reach Wire Agency", "Three officials now say so.", officials("Three officials"), day="2025-05-03")
    again = found(WIRE, second.taking_from(WIRE, "version", aligned=False))
    assert again.count == 1
    assert "version" in {step.kind for step in again.steps}


def test_a_copy_without_a_source_rests_on_the_only_account_of_the_original() -> None:
    headline = told("Daily Gull", "Visit in Kumrak.").taking_from(WIRE, aligned=False)
    assert labels(WIRE, headline) == {"two officials to Reach Wire Agency"}
    reasons = [step.reason for step in found(WIRE, headline).steps]
    assert "the report is a copy of that by Reach Wire Agency of 2025-05-02" in reasons


def test_a_reordered_copy_that_gives_the_same_source_rests_on_it() -> None:
    moved = told("Daily Gull", "That men came was said by two officials.", officials("two officials"))
    assert count(WIRE, moved) == 2
    assert count(WIRE, moved.taking_from(WIRE, aligned=False)) == 1


def test_an_outlet_that_is_credited_is_followed() -> None:
    citing = told("Daily Gull", "A delegation came, Reach Wire Agency said.", outlet("Reach Wire Agency"))
    assert labels(WIRE, citing) == {"two officials to Reach Wire Agency"}


def test_a_credit_is_followed_to_its_end() -> None:
    b = told("Daily Gull", "A delegation came, Reach Wire Agency said.", outlet("Reach Wire Agency"), day="2025-05-03")
    c = told("Evening Tide", "The Daily Gull wrote of a delegation.", outlet("The Daily Gull"), day="2025-05-04")
    assert labels(WIRE, b, c) == {"two officials to Reach Wire Agency"}
    assert labels(b, c) == {"Reach Wire Agency's report (not held)"}


def test_initials_and_short_names_mean_an_outlet_where_only_one_fits() -> None:
    by_initials = told("Ebb", "Men came, RWA said.", person("RWA"))
    in_short = told("Ebb", "Men came, the Gull said.", outlet("the Gull"))
    assert count(WIRE, by_initials) == 1
    assert count(GULL, in_short) == 1
    assert count(GULL, told("Norvane Gull", "Men came."), in_short) == 3


def test_an_alias_of_the_table_means_its_outlet() -> None:
    table = Table(outlets=(Outlet("Aral Gull", aliases=("The Seabird",)),))
    citing = told("Ebb", "Men came, The Seabird said.", outlet("The Seabird"))
    assert count(GULL, citing) == 2
    assert count(GULL, citing, table=table) == 1


def test_what_a_later_report_says_is_not_what_was_credited() -> None:
    citing = told("Ebb", "Men came, the Reach Wire Agency said.", outlet("the Reach Wire Agency"), day="2025-04-30")
    both = found(WIRE, citing)
    assert both.count == 2
    assert "Reach Wire Agency's report (not held) may rest on the same" in [d.reason for d in both.discounts]


def test_a_dateline_credits_the_whole_report() -> None:
    assert count(WIRE, told("Ebb", "KUMRAK (RWA) - Men came.").credited("RWA")) == 1
    assert labels(told("Ebb", "KUMRAK (AFX) - Men came.").credited("AFX")) == {"AFX's report (not held)"}


def test_a_dateline_does_not_take_an_outlet_its_own_informant() -> None:
    own = told("Evening Tide", "Men came, a nurse told the Evening Tide.", people("a nurse")).credited("RWA")
    assert labels(WIRE, own) == {"two officials to Reach Wire Agency", "a nurse to Evening Tide"}


def test_sources_that_another_outlet_quotes_spoke_to_that_outlet() -> None:
    text = "Men came, Reach Wire Agency said, citing two officials."
    citing = told("Ebb", text, outlet("Reach Wire Agency"), officials("two officials"))
    assert labels(citing) == {"two officials to Reach Wire Agency"}
    assert count(WIRE, citing) == 1


def test_a_roundup_that_quotes_two_agencies_reaches_two_and_merges_nothing() -> None:
    text = "RWA says Tuesday, Norvane Press says Wednesday."
    press = told("Norvane Press", "The men came, a spokesman said.", officials("a spokesman"))
    roundup = told("Ebb", text, body("RWA"), day="2025-05-03").credited("Norvane Press", whole=False)
    assert count(WIRE, press) == count(WIRE, press, roundup) == 2
    graph = found(WIRE, press, roundup)
    assert len(graph.reaches[roundup.accounts[0].claim.id]) == 2


def test_a_ring_whose_words_are_the_agencys_ends_with_the_agency() -> None:
    herald = told("Teshik Herald", "Men came, Radio Kumrak said.", outlet("Radio Kumrak")).taking_from(WIRE)
    radio = told("Radio Kumrak", "Men came, Norvane Today said.", outlet("Norvane Today")).taking_from(WIRE)
    today = told("Norvane Today", "Men came, the Herald said.", outlet("the Herald")).taking_from(WIRE)
    assert labels(WIRE, herald, radio, today) == {"two officials to Reach Wire Agency"}


def test_outlets_that_only_cite_each_other_are_one_circular_origin() -> None:
    herald = told("Teshik Herald", "Men came, Radio Kumrak said.", outlet("Radio Kumrak"))
    radio = told("Radio Kumrak", "Men came, Norvane Today said.", outlet("Norvane Today"))
    today = told("Norvane Today", "Men came, the Teshik Herald said.", outlet("the Teshik Herald"))
    ring = found(herald, radio, today)
    assert [root.kind for root in ring.roots] == ["circular"]
    assert "cite each other; none says where it has it from" in ring.unclear[0]


def test_a_ring_with_a_source_in_it_ends_with_that_source() -> None:
    herald = told("Teshik Herald", "Men came, Radio Kumrak said.", outlet("Radio Kumrak"))
    text = "Men came, the Teshik Herald said, citing a guard."
    radio = told("Radio Kumrak", text, outlet("the Teshik Herald"), people("a guard"))
    assert labels(herald, radio) == {"a guard to Radio Kumrak"}


def test_a_ring_of_copies_whose_passages_were_not_found_ends_with_the_original() -> None:
    herald = told("Teshik Herald", "Men came, Radio Kumrak said.", outlet("Radio Kumrak"))
    radio = told("Radio Kumrak", "Men came, the Teshik Herald said.", outlet("the Teshik Herald"))
    ring = (herald.taking_from(WIRE, aligned=False), radio.taking_from(WIRE, aligned=False))
    assert labels(WIRE, *ring) == {"two officials to Reach Wire Agency"}


def test_of_two_reports_of_one_day_the_one_that_credits_the_other_is_the_copy() -> None:
    text = "KUMRAK (RWA) - Two officials said a delegation came."
    post = told("Aral Post", text, officials("Two officials")).credited("RWA")
    assert labels(post, WIRE.taking_from(post)) == {"two officials to Reach Wire Agency"}


def test_a_report_that_cites_itself_speaks_for_itself() -> None:
    alone = found(told("Aral Gull", "Men came, the Aral Gull learnt.", outlet("the Aral Gull")))
    assert [root.label for root in alone.roots] == ["Aral Gull's own reporting"]
    assert alone.unclear == ("Aral Gull credits itself; that was passed over.",)


def test_one_speaker_quoted_by_all_is_one_origin() -> None:
    first = told("Aral Post", "Men came, Jorun Pask said.", person("Jorun Pask"))
    later = told("Ebb", "Pask repeated that men came.", person("Pask", "Jorun Pask"), day="2025-05-09")
    assert labels(first, later) == {"statement of Jorun Pask"}


def test_names_that_were_joined_across_reports_are_one_speaker() -> None:
    first = told("Aral Post", "Men came, Jorun Pask said.", person("Jorun Pask"))
    later = told("Ebb", "Men came, J. Pask said.", person("J. Pask"))
    assert count(first, later) == 2
    assert count(first, later, table=Table(entities=(entity("Jorun Pask", "J. Pask"),))) == 1


def test_the_members_of_a_coordinated_source_are_an_origin_each() -> None:
    pair = told("Aral Post", "An official and a diplomat said men came.", officials("An official", "a diplomat"))
    assert labels(pair) == {"an official to Aral Post", "a diplomat to Aral Post"}
    assert found(pair).discounts == ()


def test_unnamed_officials_of_two_outlets_are_two_origins() -> None:
    other = told("Aral Gull", "Two officials told the Gull that men came.", officials("Two officials"))
    assert count(WIRE, other) == 2


def test_one_unnamed_class_through_one_outlet_is_discounted_and_not_merged() -> None:
    first = told("Aral Gull", "A senior official said men came.", officials("A senior official"))
    later = told("Aral Gull", "An official said men came.", officials("An official"), day="2025-05-09")
    both = found(first, later)
    assert both.count == 2
    assert [d.reason for d in both.discounts] == ["the same unnamed class through one outlet; it may be one person"]


def test_the_officials_are_those_spoken_of_before() -> None:
    text = "Two port officials said men came. The officials said they met. A medic saw them, one of the officials said."
    first = told("Ebb", text, officials("Two port officials"), sentence="Two port officials said men came.")
    then = told("Ebb", text, officials("The officials"), sentence="The officials said they met.")
    last = told("Ebb", text, officials("one of the officials"), sentence="A medic saw them, one of the officials said.")
    assert labels(first.also(then, last)) == {"two port officials to Ebb"}


def test_a_description_means_the_only_speaker_who_is_called_so() -> None:
    vague = told("Ebb", "Men came, the head of the port clinic said.", people("the head of the port clinic"))
    named = told("Aral Post", "Men came, said Ina Dorr, head of the port clinic.", person("Ina Dorr"))
    assert count(vague) == 1
    assert labels(vague, named) == {"statement of Ina Dorr"}


def test_nobody_named_is_an_origin_of_its_report() -> None:
    vague = found(told("Ebb", "Men reportedly came.", nobody()))
    assert [root.label for root in vague.roots] == ["nobody named in Ebb's report"]
    assert vague.unclear == ("Nobody named in Ebb's report: where it comes from is not told.",)


def test_a_document_is_an_origin_through_the_outlet_that_saw_it() -> None:
    film = told("Aral Gull", "A video shows that men came.", paper("A video"))
    assert labels(film) == {"a video seen by Aral Gull"}


def test_a_document_spoken_of_twice_in_one_report_is_one() -> None:
    text = "Court records show that men came. The court order names a day. It gives no reason."
    first = told("Aral Gull", text, paper("Court records"), sentence="Court records show that men came.")
    then = told("Aral Gull", text, paper("The court order"), sentence="The court order names a day.")
    last = told("Aral Gull", text, paper("It"), sentence="It gives no reason.")
    assert labels(first.also(then, last)) == {"Court records seen by Aral Gull"}
    assert count(then.also(last)) == 1


def test_a_speaker_in_a_document_makes_a_statement() -> None:
    film = told("Aral Gull", "In a video Orlen Tavik says men came.", paper("a video"), person("Orlen Tavik"))
    assert labels(film) == {"statement of Orlen Tavik"}


def test_an_outlets_own_voice_is_one_origin_however_often_it_speaks() -> None:
    assert labels(told("Ebb", "Men came."), told("Ebb", "They had come.", day="2025-05-07")) == {"Ebb's own reporting"}


def test_what_a_report_tells_beside_its_source_is_no_second_origin() -> None:
    text = "Men came, a guard said. After the visit it rained."
    sourced = told("Ebb", text, people("a guard"), sentence="Men came, a guard said.")
    own = told("Ebb", text, sentence="After the visit it rained.")
    both = found(sourced.also(own))
    assert [root.label for root in both.roots] == ["a guard to Ebb"]
    assert "whether it knows more than its sources is not told" in both.unclear[0]


def test_a_body_that_publishes_itself_is_one_with_its_statement() -> None:
    itself = told("Interior Ministry of Aral", "Men came.", day="2025-05-03")
    quoted = told("Ebb", "Men came, the ministry said.", body("the ministry", "Interior Ministry of Aral"))
    assert count(itself, quoted) == 1


def test_a_body_and_its_spokesman_are_two_with_a_discount() -> None:
    whole = told("Ebb", "Men came, the League said.", body("the League", "Tidewater League"))
    one = told("Aral Post", "Men came, the League's spokesman Jorun Pask said.", person("Jorun Pask"))
    both = found(whole, one)
    assert both.count == 2
    assert [d.reason for d in both.discounts] == [
        "it may be the same statement: one is said to speak for Tidewater League"
    ]


def test_two_outlets_of_one_owner_are_discounted_and_not_merged() -> None:
    table = Table(outlets=(Outlet("Aral Post", "Delta Holding"), Outlet("Channel Seven", "Delta Holding")))
    post = told("Aral Post", "A guard said men came.", people("A guard"))
    seven = told("Channel Seven", "A baker said men came.", people("A baker"))
    both = found(post, seven, table=table)
    assert both.count == 2
    assert [d.reason for d in both.discounts] == ["both outlets belong to Delta Holding"]


def test_a_denial_and_a_possible_claim_count_for_nothing() -> None:
    denied = told("Ebb", "No men came, Jorun Pask said.", person("Jorun Pask"), way=DENIED)
    possible = told("Tide", "Men may have come, a guard said.", people("a guard"), way=Way(certainty="possible"))
    assert count(WIRE, denied, possible) == count(WIRE) == 1


def test_denials_have_origins_of_their_own() -> None:
    denied = told("Ebb", "No men came, Jorun Pask said.", person("Jorun Pask"), way=DENIED)
    assert deniers(WIRE, denied, copied_by("Tide", denied)) == {"statement of Jorun Pask"}
    assert deniers(WIRE) == set()


def test_an_account_that_rests_on_a_withdrawn_report_has_no_origin() -> None:
    citing = told("Tide", "The Reach Wire Agency wrote of men.", outlet("The Reach Wire Agency"), day="2025-05-03")
    lost = found(WIRE.withdrawn("2025-05-04"), citing)
    assert lost.count == 0
    assert [root.label for root in lost.roots] == ["Reach Wire Agency's report of 2025-05-02 (withdrawn on 2025-05-04)"]
    assert lost.steps[0].reason == "the report it rests on was withdrawn on 2025-05-04"
    assert count(WIRE.withdrawn(), copied_by("Daily Gull", WIRE)) == 0


def test_a_credit_to_a_corrected_report_leads_to_the_correction() -> None:
    new = told("Aral Gull", "Four men came, a clerk said.", people("a clerk"), day="2025-05-09")
    citing = told("Tide", "Men came, the Aral Gull said.", outlet("the Aral Gull"), day="2025-05-03")
    assert labels(GULL.corrected_by(new), new, citing) == {"a clerk to Aral Gull"}


def test_reports_without_a_publisher_are_publishers_of_their_own() -> None:
    assert count(told(None, "Men came."), told(None, "Men have come.")) == 2


def test_every_account_has_a_step_with_a_reason_and_a_label() -> None:
    graph = found(WIRE, copied_by("Daily Gull", WIRE), GULL)
    assert {step.start for step in graph.steps} == set(graph.reaches)
    assert all(step.reason for step in graph.steps)
    assert graph.label_of(GULL.accounts[0].claim.id).startswith("Aral Gull of 2025-05-02: “A harbour clerk")


def bombing(publisher: str, text: str, noun: str, *sources: Source, day: str = "2025-05-05") -> Told:
    """A report that tells of an attack with this word."""
    first = told(publisher, text, *sources, day=day)
    account = first.accounts[0]
    at = text.index(noun)
    claim = replace(account.claim, type="ASSAULT", trigger=Span(at, at + len(noun)))
    return replace(first, accounts=(replace(account, claim=claim),))


def test_a_mention_in_passing_is_no_origin_where_others_tell_it() -> None:
    first = bombing("Ebb", "A bomb went off, a medic said.", "went off", people("a medic"), day="2025-05-04")
    later = bombing("Tide", "He was held over the bombing of the hall, a lawyer said.", "bombing", people("a lawyer"))
    assert labels(first, later) == {"a medic to Ebb"}
    assert labels(later) == {"a lawyer to Tide"}


def test_what_is_mentioned_before_anybody_tells_it_is_an_origin() -> None:
    first = bombing("Ebb", "A bomb went off, a medic said.", "went off", people("a medic"), day="2025-05-09")
    early = bombing("Tide", "He spoke of the deadly bombing, a lawyer said.", "bombing", people("a lawyer"))
    assert count(first, early) == 2


def test_a_noun_that_tells_something_anew_is_no_mention() -> None:
    first = bombing("Ebb", "A bomb went off, a medic said.", "went off", people("a medic"), day="2025-05-04")
    for text in (
        "A bombing shook the hall, a lawyer said.",
        "The bombing took place at noon, a lawyer said.",
        "On Monday a lawyer confirmed the deadly bombing.",
    ):
        assert count(first, bombing("Tide", text, "bombing", people("a lawyer"))) == 2


def test_the_nouns_of_what_happens_are_singular_and_in_small_letters() -> None:
    nouns = words("happenings.tsv")
    assert {"bombing", "visit", "arrest", "ceasefire"} <= nouns
    assert all(noun == noun.lower().strip() and noun for noun in nouns)


def by_all(text: str, *sources: Source) -> list[Told]:
    """The same words of the same sources in three outlets that do not draw on each other."""
    return [told(name, text, *sources) for name in ("Ebb", "Tide", "Aral Post")]


def test_a_body_is_one_speaker_in_every_outlet_by_itself_or_by_its_spokesman() -> None:
    said = by_all("Men came, police said.", Source("named_organisation", ("police",)))
    spoken = by_all("Men came, a police spokesman told reporters.", officials("a police spokesman"))
    assert count(*said) == count(*spoken) == count(*said, *spoken) == 1
    ministry = told("Gull", "Men came, the Port Ministry said.", body("the Port Ministry", "Port Ministry"))
    spokesman = by_all(
        "Men came, a spokesman for the Port Ministry said.", officials("a spokesman for the Port Ministry")
    )
    assert labels(ministry, *spokesman) == {"statement of Port Ministry"}


def test_who_holds_an_office_is_one_speaker_in_every_outlet() -> None:
    assert labels(*by_all("Men came, the interior minister said.", officials("the interior minister"))) == {
        "the interior minister"
    }
    assert count(*by_all("Men came, a minister said.", officials("a minister"))) == 3


def test_a_body_that_is_not_told_apart_is_discounted_and_not_merged() -> None:
    vague = found(*by_all("Men came, the ministry said.", Source("named_organisation", ("the ministry",))))
    assert vague.count == 3
    assert {d.reason for d in vague.discounts} == {"both outlets may mean the same: “the ministry”"}


def test_unnamed_people_stay_apart_by_outlet() -> None:
    assert count(*by_all("Men came, two security officials said.", officials("two security officials"))) == 3
    assert count(*by_all("Men came, witnesses said.", people("witnesses"))) == 3


def test_documents_of_one_kind_in_two_outlets_are_discounted_and_not_merged() -> None:
    leaked = told("Ebb", "A leaked memo says men came.", paper("A leaked memo"))
    both = found(leaked, told("Tide", "A memo says men came.", paper("A memo")))
    assert both.count == 2
    assert [d.reason for d in both.discounts] == ["“a leaked memo” and “a memo” may be one document"]


def test_a_name_in_short_is_discounted_and_not_merged() -> None:
    full = told("Ebb", "Men came, Jorun Pask said.", person("Jorun Pask"))
    short = told("Tide", "Men came, Pask said.", person("Pask"))
    other = told("Gull", "Men came, Pask Orlo said.", person("Pask Orlo"))
    assert [d.reason for d in found(full, short, other).discounts] == ["“Pask” may be “Jorun Pask”"]


def test_an_outlet_that_credits_its_earlier_report_adds_no_origin() -> None:
    again = told("Aral Gull", "As the Gull reported, men came.", outlet("the Gull"), day="2025-05-05")
    beside = told("Aral Gull", "As the Gull reported, they came.", day="2025-05-05").credited("Gull", whole=False)
    assert labels(GULL, again) == labels(GULL, beside) == {"a harbour clerk to Aral Gull"}
    assert found(GULL, again).unclear == ()


def test_an_outlet_that_has_learnt_more_is_an_origin_again() -> None:
    more = told("Aral Gull", "Men came, the Gull has learned.", outlet("the Gull"), day="2025-05-05")
    assert count(GULL, more) == 2


def test_an_outlets_own_words_after_its_source_are_discounted_and_not_merged() -> None:
    own = found(GULL, told("Aral Gull", "Men came in May.", day="2025-05-05"))
    assert own.count == 2
    assert [d.reason for d in own.discounts] == [
        "the outlet has it elsewhere from a harbour clerk to Aral Gull; its own words may rest on that"
    ]


def test_a_copy_under_a_new_headline_adds_no_origin_however_much_the_original_tells() -> None:
    text = "Two officials said men came. A guard said they left."
    first = told("Reach Wire Agency", text, officials("Two officials"), sentence="Two officials said men came.")
    both = first.also(told("Reach Wire Agency", text, people("A guard"), sentence="A guard said they left."))
    assert count(both, told("Daily Gull", "Visit in Kumrak.").taking_from(both, aligned=False)) == count(both) == 2


def test_an_agency_is_one_under_all_its_names() -> None:
    short = told("Ebb", "Men came, AP said.", outlet("AP"))
    full = told("Tide", "Men came, the Associated Press said.", outlet("the Associated Press"))
    line = told("Gull", "KUMRAK (AP) - Men came.").credited("AP")
    assert count(short, full, line) == 1
    held = told("Associated Press", "Men came, a guard said.", people("a guard"))
    assert labels(short, full, line, held) == {"a guard to Associated Press"}


def test_media_as_a_class_are_no_report_that_is_not_held() -> None:
    for media in ("local media", "media reports"):
        vague = found(told("Ebb", f"Men came, {media} said.", paper(media) if "reports" in media else outlet(media)))
        assert [root.label for root in vague.roots] == [f"{media}, not named"]
        assert "which are meant" in vague.unclear[0]


def test_a_noun_that_is_said_to_have_done_something_is_no_mention() -> None:
    first = bombing("Ebb", "A bomb went off, a medic said.", "went off", people("a medic"), day="2025-05-04")
    told_of = bombing("Tide", "The bombing of the hall killed twelve, a lawyer said.", "bombing", people("a lawyer"))
    known = bombing("Tide", "He fled the bombing that killed twelve, a lawyer said.", "bombing", people("a lawyer"))
    assert (count(first, told_of), count(first, known)) == (2, 1)


def test_a_like_sentence_with_a_source_of_its_own_is_no_copy() -> None:
    army = told("Ebb", "Gunmen struck Orsk, the army said.", body("the army", "army"))
    text = "Gunmen struck Orsk, two harbour guards told Reuters."
    guards = told("Tide", text, officials("two harbour guards")).credited("Reuters", whole=False)
    assert labels(army, guards.taking_from(army, "derived")) == {"statement of army", "two harbour guards to Reuters"}
    vague = told("Tide", "Gunmen struck Orsk, many here said.", people("many here"))
    assert count(army, vague.taking_from(army, "derived")) == 1


def test_how_many_officials_there_are_does_not_tell_them_apart_at_one_desk() -> None:
    two = told("Ebb", "Men came, two officials told Reuters.", officials("two officials"))
    some = told("Tide", "Men came, officials told Reuters.", officials("officials"))
    assert count(two.credited("Reuters", whole=False), some.credited("Reuters", whole=False)) == 1


def test_who_speaks_for_a_body_is_told_by_any_report_that_names_him_so() -> None:
    bare = told("Ebb", "Men came, Colonel Ivo Brandl said.", person("Ivo Brandl"))
    post = told("Tide", "Men came, army spokesman Ivo Brandl said.", person("Ivo Brandl")).taking_from(bare)
    army = told("Gull", "Men came, the army said.", Source("named_organisation", ("the army",)))
    both = found(bare, post, army)
    assert both.count == 2
    assert [d.reason for d in both.discounts] == ["it may be the same statement: one is said to speak for the army"]


def test_a_spokesman_of_nobody_named_is_anybodys() -> None:
    for phrase in ("his spokesman", "a spokesman", "a senior spokesman"):
        assert count(*by_all(f"Men came, {phrase} said.", officials(phrase))) == 3
    ranked = told("Gull", "Men came, a chief army spokesman said.", officials("a chief army spokesman"))
    army = told("Ebb", "Men came, the army said.", Source("named_organisation", ("the army",)))
    assert labels(ranked, army) == {"statement of the army"}


def test_an_office_without_its_place_is_discounted_and_not_merged() -> None:
    full = told("Ebb", "Men came, the president of Norvane said.", officials("the president of Norvane"))
    short = told("Tide", "Men came, the president said.", officials("the president"))
    assert [d.reason for d in found(full, short).discounts] == ["“the president” may be “the president of Norvane”"]


def test_a_ring_of_short_reports_is_circular_though_their_words_are_alike() -> None:
    quill = told("Quill", "The clerk sold the map, the Raven reported.", body("the Raven", "Raven"))
    raven = told("Raven", "The clerk sold the map, the Sparrow reported.", body("the Sparrow", "Sparrow"))
    sparrow = told("Sparrow", "The clerk sold the map, the Quill reported.", body("the Quill", "Quill"))
    for first, second, third in ((quill, raven, sparrow), (sparrow, raven, quill), (raven, sparrow, quill)):
        ring = found(first, second.taking_from(first), third.taking_from(first).taking_from(second))
        assert [root.kind for root in ring.roots] == ["circular"]


def test_a_credit_goes_before_a_copy_of_which_nothing_shows_that_it_came_later() -> None:
    gull = told("Aral Gull", "A clerk told the Gull that a ship sank.", people("A clerk"))
    tide = told("Evening Tide", "A ship sank, the Ebb said.", outlet("the Ebb"))
    ebb = told("Ebb", "A ship sank, the Gull said.", outlet("the Gull"))
    alike = ebb.taking_from(tide)
    undirected = replace(alike, edges=tuple(replace(e, reason=e.reason + UNDIRECTED) for e in alike.edges))
    assert labels(gull, tide, undirected) == {"a clerk to Aral Gull"}
    assert labels(WIRE, tide, undirected) != labels(WIRE, tide, gull, undirected)


def test_an_organisation_that_publishes_and_reported_is_an_outlet() -> None:
    quill = cued(told("Quill", "The clerk sold the map, the Raven reported.", body("the Raven", "Raven")), "reported")
    later = told("Raven", "The clerk sold the map.", day="2025-05-09")
    assert labels(quill, later) == {"Raven's own reporting"}
    ministry = "Port Ministry"
    said = cued(
        told("Quill", "A ship sank, the Port Ministry reported.", body("the Port Ministry", ministry)), "reported"
    )
    assert labels(said, told(ministry, "A ship sank.", day="2025-05-09")) == {"statement of Port Ministry"}


def cued(story: Told, words: str) -> Told:
    """The same report, in which these words tie its telling to its source."""
    (account,) = story.accounts
    at = story.report.text.index(words)
    chain = tuple(replace(link, cue=Span(at, at + len(words))) for link in account.claim.attribution)
    return replace(story, accounts=(replace(account, claim=replace(account.claim, attribution=chain)),))
