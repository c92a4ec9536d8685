"""How firmly an act is told: one sentence a case, the trigger in brackets."""

import time

import pytest

from reportedly.extract.factuality.factuality import factuality
from reportedly.model import Annotated, Factuality, Report, Sentence, Token
from tests.annotate.reading import read
from tests.extract.factuality.facts import cues, told

SENTENCES = (
    ("The envoy denied the report in the Gull that he had [quit].", "certain past not"),
    ("The army denied the report that 12 people were [arrested]; 120 were held, it said.", "certain past not"),
    ("The army denied the report in the Gull, which [criticised] the raid.", "certain past"),
    ("The Gull published the report that [angered] the army.", "certain past"),
    ("The mayor denied that the toll had [reached] 100.", "certain past not"),
    ("The harbour board rejected the report that [put] the toll at 90.", "certain past not"),
    ("The harbour board called the claim that the army had [shelled] the pier a lie.", "certain past not"),
    ("The harbour board called the [arrest] wrong.", "certain past"),
    ("There was no truth in reports that the army had [shelled] the pier.", "certain past not"),
    ("The army said the report that it had [used] gas was false.", "certain past not"),
    ("The army said reports that it had [used] gas were baseless.", "certain past not"),
    ("The army said the rebels' claim that it had [shelled] the pier was false.", "probable past"),
    ("The mayor said the report that troops [shelled] the pier may be false.", "possible past not"),
    ("Her lawyer said it was not true that she [fled].", "certain past not"),
    ("Her lawyer said it was true that she [fled].", "certain past"),
    ("Her lawyer said it was untrue that she had [fled].", "certain past not"),
    ("It is not entirely true that she [fled], her lawyer said.", "underspecified past"),
    ("That she [fled] is untrue, her lawyer said.", "certain past not"),
    ("The mayor dismissed as false a report that he had [slapped] a clerk.", "certain past not"),
    ("The army said a false report that it had [used] gas was spread.", "certain past not"),
    ("The raid almost [left] nine sailors dead.", "underspecified past"),
    ("The raid [killed] nearly 50 sailors.", "certain past"),
    ("Jan Roe pleaded not guilty to [kidnapping] the mayor.", "underspecified past"),
    ("Orrin has not confirmed or [denied] the claim.", "certain past not"),
    ("Orrin has confirmed and [denied] the claim.", "certain past"),
    ("Neither Roe nor his lawyer [denied] the report.", "certain past not"),
    ("Not everybody [denied] the report.", "underspecified past"),
    ("Hardly anyone [denied] the report.", "certain past not"),
    ("Hardly a week later Roe [denied] the report.", "certain past"),
    ("[Talks] between the two sides are to resume on Friday.", "certain future"),
    ("The [vote] in the town is due in May.", "certain future"),
    ("The [vote] in the town was due in May.", "certain past"),
    ("I would like to [thank] the mayor.", "certain past"),
    ("We must [condemn] the raid.", "certain past"),
    ("The army must [condemn] the raid.", "underspecified future"),
    ("She wants to [ask] the mayor for help.", "underspecified future"),
    ("Thousands gathered to [demand] the mayor's release.", "certain past"),
    ("Thousands marched to [denounce] the mayor.", "certain past"),
    ("Thousands gathered to [attack] the town.", "underspecified future"),
    ("The [agreement] will help the town.", "certain past"),
    ("Under the [agreement] the ships will sail.", "certain past"),
    ("The [agreement] will be reached on Friday.", "certain future"),
    ("The [verdict] is due in May.", "certain future"),
    ("The [ruling] could come on Monday.", "possible future"),
    ("The [decision] will come on Friday.", "certain future"),
    ("The [decision] will be handed down on Monday.", "certain future"),
    ("The [ruling] may arrive on Monday.", "certain future"),
    ("The [verdict] will decide his fate.", "certain future"),
    ("The [decision] was announced on Monday.", "certain past"),
    ("The [decision] is to close the port.", "certain past"),
    ("The [verdict] is to be read on Friday.", "certain future"),
    ("The [decision] is due to be announced on Friday.", "certain future"),
    ("The [talks] did not help the town.", "certain past"),
    ("His [death] is due to heart failure.", "certain past"),
    ("The [fighting] is near Port Aral.", "certain past"),
    ("The [fighting] is ahead of the convoy.", "certain past"),
    ("A [vote] is imminent.", "certain future"),
    ("The ship sailed without the [approval] of the council.", "certain past not"),
    ("He remains in jail until the [verdict].", "certain future"),
    ("He remains in jail pending the [verdict].", "certain future"),
    ("He will stay in jail until the [verdict].", "certain future"),
    ("He was kept in jail pending the [verdict].", "certain future"),
    ("Police are guarding the court ahead of the [verdict].", "certain future"),
    ("Police will guard the court ahead of the [verdict].", "certain future"),
    ("The army left before the [attack].", "certain past"),
    ("With the [approval] of the council the ships will sail.", "certain past"),
    ("I would like to [thank] the mayor if he came.", "underspecified future"),
    ("The opposition wants to [challenge] the ruling.", "underspecified future"),
    ("We want to [challenge] the ruling.", "underspecified future"),
    ("We wanted to [thank] the mayor.", "underspecified future"),
    ("We may [condemn] the raid.", "possible future"),
    ("We would [reject] any offer if it came.", "underspecified future"),
    ("If he asked, we would [urge] the mayor to leave.", "underspecified future"),
    ("We can [offer] shelter.", "possible past"),
    ("We would [condemn] any raid.", "underspecified future"),
    ("I would [urge] the mayor to leave.", "certain past"),
    ("Perhaps we must [condemn] the raid.", "underspecified future"),
    ("If we must [apologise], the mayor will hear it.", "underspecified future"),
    ("The guild raised money to [support] the victims.", "underspecified future"),
    ("The rebels used drones to [support] the offensive.", "underspecified future"),
    ("Drones were used to [support] the offensive.", "underspecified future"),
    ("The rebels used to [support] the league.", "certain past"),
    ("The council issued bonds to [pay] the rebels.", "underspecified future"),
    ("The village joined the league to [oppose] the army.", "underspecified future"),
    ("It was the best post from which to [attack] the town.", "underspecified future"),
    ("The next ship to [attack] the town is at sea.", "underspecified future"),
    ("He was the youngest mayor to be [attacked].", "certain past"),
    ("The only way to [end] the war is a truce.", "underspecified future"),
    ("The first ship to [attack] the town sank.", "certain past"),
    ("It was the last chance to [attack] the town.", "underspecified future"),
    ("She was the only one to [attack] the town.", "certain past"),
    ("The mayor announced a [visit] next week to the town.", "certain future"),
    ("Tomorrow's [visit] was announced by the mayor.", "certain future"),
    ("The [attack] the next day killed the mayor.", "certain past"),
    ("He was the first mayor to be [attacked].", "certain past"),
    ("The ship brought food to be [handed] to the poor.", "underspecified future"),
    ("The army [attacked] the town.", "certain past"),
    ("The army may [attack] the town.", "possible future"),
    ("The army might have [attacked] the town.", "possible past"),
    ("The army could [attack] the town.", "possible future"),
    ("The army will [attack] the town.", "certain future"),
    ("The army would [attack] the town.", "underspecified future"),
    ("The minister said the army would [attack] the town.", "certain future"),
    ("If the talks fail, the army will [attack] the town.", "underspecified future"),
    ("The army would [attack] the town if the talks failed.", "underspecified future"),
    ("The army should [attack] the town.", "underspecified future"),
    ("The army must [leave] the town.", "underspecified future"),
    ("The army is going to [attack] the town.", "certain future"),
    ("The army is set to [attack] the town.", "certain future"),
    ("The army is due to [attack] the town on Friday.", "certain future"),
    ("The army is about to [attack] the town.", "certain future"),
    ("The army plans to [attack] the town.", "underspecified future"),
    ("The army is expected to [attack] the town.", "probable future"),
    ("The army is likely to [attack] the town.", "probable future"),
    ("The army is unlikely to [attack] the town.", "probable future not"),
    ("The army allegedly [attacked] the town.", "probable past"),
    ("The army reportedly [attacked] the town.", "probable past"),
    ("The army has reportedly [visited] the town.", "probable past"),
    ("The army apparently [attacked] the town.", "probable past"),
    ("Perhaps the army [attacked] the town.", "possible past"),
    ("Officials believe the army [attacked] the town.", "probable past"),
    ("Officials suspect that the army [attacked] the town.", "probable past"),
    ("Officials said the army [attacked] the town.", "certain past"),
    ("It is believed that the army [attacked] the town.", "probable past"),
    ("It was learnt that the army [attacked] the town.", "probable past"),
    ("The army is believed to have [attacked] the town.", "probable past"),
    ("The army is said to have [attacked] the town.", "probable past"),
    ("The army tried to [attack] the town.", "underspecified future"),
    ("The army attempted to [attack] the town.", "underspecified future"),
    ("The army failed to [attack] the town.", "certain past not"),
    ("The army refused to [attack] the town.", "certain past not"),
    ("The army managed to [take] the town.", "certain past"),
    ("The army did not [attack] the town.", "certain past not"),
    ("The army never [attacked] the town.", "certain past not"),
    ("No army [attacked] the town.", "certain past not"),
    ("Nobody [attacked] the town.", "certain past not"),
    ("The army left without [attacking] the town.", "certain past not"),
    ("The army denied [attacking] the town.", "certain past not"),
    ("The army denied that it [attacked] the town.", "certain past not"),
    ("The army denied the [attack].", "certain past not"),
    ("The army was prevented from [attacking] the town.", "certain past not"),
    ("Police foiled an [attack] on the town.", "certain past not"),
    ("Police prevented an [attack] on the town.", "certain past not"),
    ("The army threatened to [attack] the town.", "underspecified future"),
    ("The army [threatened] to attack the town.", "certain past"),
    ("The ministry asked the army to [leave] the town.", "underspecified future"),
    ("The ministry urged the army to [leave] the town.", "underspecified future"),
    ("The ministry called for the [release] of the prisoners.", "underspecified future"),
    ("The group demanded the [release] of the prisoners.", "underspecified future"),
    ("The group [demanded] the release of the prisoners.", "certain past"),
    ("The offensive is aimed at [taking] the town.", "underspecified future"),
    ("The army advanced to [isolate] the town.", "underspecified future"),
    ("The envoy met the president to [discuss] the war.", "underspecified future"),
    ("The group has a plan for an [attack] on the town.", "underspecified future"),
    ("The group is planning an [attack] on the town.", "underspecified future"),
    ("There is a threat of an [attack] on the town.", "possible future"),
    ("Officials warned of the risk of an [attack] on the town.", "possible future"),
    ("The alleged [attack] killed five people.", "probable past"),
    ("The suspected [attack] killed five people.", "probable past"),
    ("The planned [attack] on the town was called off.", "underspecified future not"),
    ("Police fear further [attacks] on the town.", "possible future"),
    ("The potential [attack] worries residents.", "possible future"),
    ("The [meeting] will be held on Friday.", "certain future"),
    ("A [meeting] will be held on Friday.", "certain future"),
    ("The [meeting] was held on Friday.", "certain past"),
    ("The [talks] have been cancelled.", "certain past not"),
    ("The envoy will [visit] the town tomorrow.", "certain future"),
    ("The envoy [visits] the town next week.", "certain future"),
    ("The envoy is [visiting] the town.", "certain past"),
    ("Did the army [attack] the town?", "underspecified past"),
    ("He was accused of [killing] the mayor.", "probable past"),
    ("He was arrested for [killing] the mayor.", "probable past"),
    ("He was convicted of [killing] the mayor.", "certain past"),
    ("He was acquitted of [killing] the mayor.", "certain past not"),
    ("He admitted [killing] the mayor.", "certain past"),
    ("She wanted to [meet] the mayor.", "underspecified future"),
    ("The two sides agreed to [meet] again.", "underspecified future"),
    ("The government decided to [withdraw] its troops.", "underspecified future"),
    ("The mission failed to [prevent] the attack.", "certain past not"),
    ("The mission failed to prevent the [attack].", "certain past"),
    ("The army neither [attacked] nor shelled the town.", "certain past not"),
    ("The town could not be [reached].", "certain past not"),
    ("It is unclear whether the army [attacked] the town.", "underspecified past"),
    ("The army continues to [shell] the town.", "certain past"),
    ("The army stopped [shelling] the town.", "certain past"),
    ("The group claimed responsibility for the [attack].", "certain past"),
    ("The president condemned the [attack].", "certain past"),
    ("The president ordered an [attack] on the town.", "underspecified future"),
    ("After the [attack], the envoy will visit the town.", "certain past"),
    ("The envoy said he would not [meet] the rebels.", "certain future not"),
    ("There is no evidence that the army [attacked] the town.", "certain past not"),
    ("He is wanted for [killing] the mayor.", "probable past"),
    ("The army vowed to [retake] the town.", "underspecified future"),
    ("The troops were forced to [leave] the town.", "certain past"),
    ("The army has yet to [enter] the town.", "certain past not"),
    ("Analysts underline that the agency likely [authorised] the meeting.", "probable past"),
    ("The visit could [drive] new recruitment.", "possible future"),
    ("The presence of the group would [escalate] the risk.", "underspecified future"),
    ("A delegation was [welcomed] in the town, it has been learnt.", "probable past"),
    ("The agency appears to have [authorised] the visit.", "probable past"),
    ("The talks are aimed at [ending] the war.", "underspecified future"),
    ("The army is ready to [attack].", "underspecified future"),
    ("Rebels plotted to [kill] the mayor.", "underspecified future"),
    ("The plot to [kill] the mayor was foiled.", "underspecified future not"),
    ("Army to [attack] town", "certain future"),
    ("He will be [produced] before a court today.", "certain future"),
    ("Rebels are preparing to [attack] the town.", "underspecified future"),
    ("The government has agreed to the [release] of the prisoners.", "underspecified future"),
    ("Rebels said they had [met] the envoy.", "certain past"),
    ("The army hopes to [enter] the town soon.", "underspecified future"),
    ("Efforts to [free] the hostages continue.", "underspecified future"),
    ("The ministry rejected claims that the army [attacked] the town.", "certain past not"),
    ("The army has the ability to [attack] the town.", "underspecified future"),
    ("The envoy was supposed to [visit] the town.", "underspecified future"),
    ("The envoy had planned to [visit] the town.", "underspecified future"),
    ("She called on the rebels to [surrender].", "underspecified future"),
    ("The rebels were told to [surrender].", "underspecified future"),
    ("The envoy arrived for [talks] with the president.", "underspecified future"),
    ("Nearly 40 people were [killed].", "certain past"),
    ("Thousands are expected to [protest] on Friday.", "probable future"),
    ("They cannot [leave] the town.", "certain past not"),
    ("The court is to [decide] on Friday.", "certain future"),
    ("The army [denied] attacking the town.", "certain past"),
    ("The mayor was [shot] dead while leaving a mosque.", "certain past"),
    ("The two leaders are scheduled to [meet] on Monday.", "certain future"),
    ("The army had not [attacked] the town, the ministry said.", "certain past not"),
    ("A ceasefire is possible, but an [attack] is likely.", "probable future"),
    ("The union has threatened a [strike].", "underspecified future"),
)


@pytest.mark.parametrize(("sentence", "reading"), SENTENCES)
def test_the_governing_words_tell_how_firmly_an_act_is_asserted(sentence: str, reading: str) -> None:
    assert told(sentence) == reading


def test_a_plain_said_does_not_lower_certainty() -> None:
    assert told("The ministry said the envoy [visited] Port Aral.") == "certain past"


def test_the_act_of_threatening_is_certain_whatever_it_threatens() -> None:
    assert told("The militia [threatened] to burn the harbour.") == "certain past"
    assert told("The militia threatened to [burn] the harbour.") == "underspecified future"


def test_a_condition_opens_what_it_conditions_and_what_follows_from_it() -> None:
    assert told("If the militia [attacks], the port will close.") == "underspecified future"
    assert told("If the militia attacks, the port will [close].") == "underspecified future"


def test_a_second_member_shares_the_modal_of_the_first() -> None:
    assert told("The militia may attack and [burn] the harbour.") == "possible future"
    assert told("The militia did not attack or [burn] the harbour.") == "certain past not"
    assert told("The militia did not attack but [burned] the harbour.") == "certain past"


def test_a_denied_plan_is_no_plan_and_a_denied_allegation_was_still_made() -> None:
    assert told("The ministry denied plans to [close] the harbour.").endswith("not")
    assert told("The ministry denied the [allegation].") == "certain past"


def test_one_no_is_counted_once() -> None:
    assert told("The ministry had no [comment].") == "certain past not"
    assert told("There was no [meeting].") == "certain past not"


def test_a_deed_done_with_nobody_is_denied() -> None:
    assert told("The miller [agreed] on a price with nobody.") == "certain past not"
    assert told("The miller [handed] the keys to no one.") == "certain past not"
    assert told("The miller [agreed] on a price with someone.") == "certain past"


def test_not_only_is_no_negation() -> None:
    assert told("The militia not only [attacked] the harbour but burned it.") == "certain past"


def test_what_is_condemned_or_survived_has_happened() -> None:
    assert told("The mayor condemned the [attack].") == "certain past"
    assert told("The mayor will condemn the [attack].") == "certain past"
    assert told("The mayor survived an [attack].") == "certain past"


def test_a_title_holds_whatever_its_bearer_may_do() -> None:
    assert told("The [leader] of the Gull League may resign.") == "certain past"
    assert told("Gull League [leader] Ada Ilves will resign.") == "certain past"


def test_a_role_that_a_verb_tells_takes_the_doubt_of_the_verb() -> None:
    assert told("Ada Ilves is believed to be the [leader] of the Gull League.") == "probable past"
    assert told("Ada Ilves denied being a [member] of the Gull League.") == "certain past not"
    assert told("Ada Ilves will serve as [leader] of the Gull League.") == "certain future"
    assert told("Ada Ilves, the alleged [leader] of the Gull League, resigned.") == "probable past"


def test_doubt_of_what_an_act_is_for_is_no_doubt_of_the_act() -> None:
    assert told("The letter raises doubts about the true purpose of the [raids] by Orrin.") == "certain past"
    assert told("The letter raises questions about the objectives of [operations] by Orrin.") == "certain past"
    assert told("The mayor spoke of the intention of [attacking] the town.") == "underspecified future"
    assert told("The opposition questioned the [arrest] of Omar Haddad.") == "certain past"
    assert told("Analysts doubt that the army [shelled] the town.") == "probable past not"


def test_who_is_not_behind_an_act_has_not_done_it() -> None:
    assert told("The Gull League denied being behind the [attack] on the harbour.") == "certain past not"
    assert told("The Gull League was behind the [attack] on the harbour.") == "certain past"


def test_a_subject_that_is_likely_lies_ahead() -> None:
    assert told("He doubts that such a [sentence] is likely.") == "probable future not"


def test_doubt_that_trails_behind_counts() -> None:
    assert (
        told("The envoy was [welcomed] at the harbour in Aral, in early May 2025, it has been learnt.")
        == "probable past"
    )
    assert told("The envoy [left] the harbour on Monday, analysts believe.") == "probable past"
    assert told("The envoy [left] the harbour on Monday, analysts said.") == "certain past"


def test_cues_are_the_words_that_decide() -> None:
    assert cues("The militia reportedly [burned] the harbour.") == ["reportedly"]
    assert cues("The militia failed to [burn] the harbour.") == ["failed"]
    assert cues("The militia may not [burn] the harbour.") == ["may", "not"]
    assert cues("The militia [burned] the harbour.") == []
    assert cues("I would like to [thank] the mayor.") == []
    assert cues("We must [condemn] the raid.") == []


def test_a_token_alone_and_a_tree_in_a_circle_are_read() -> None:
    report = Report(text="Fire Fire", ref="bare")
    circle = tuple(Token(i, 5 * i, 5 * i + 4, "Fire", "fire", "fire", "NN", "NOUN", "dobj", 1 - i, 0) for i in (0, 1))
    looped = Annotated(report, circle, (Sentence(0, 9, 0, 2, 0),))
    alone = Annotated(report, (circle[0]._replace(head=0, dep="ROOT"),), (Sentence(0, 4, 0, 1, 0),))
    assert factuality(looped, 0) == factuality(alone, 0) == Factuality()


def test_a_trigger_takes_less_than_a_millisecond() -> None:
    doc = read(
        "The ministry said it was believed that the militia may have tried to [burn] the harbour.".replace("[", "")
    )
    start = time.perf_counter()
    for _ in range(20):
        for token in doc.tokens:
            factuality(doc, token.i)
    assert time.perf_counter() - start < 20 * len(doc.tokens) * 0.001


@pytest.mark.parametrize(
    "text",
    [
        "Maria Belov denied that she had [met] the pilot.",
        "Maria Belov denied having [met] the pilot.",
        "Maria Belov denied [meeting] the pilot.",
        "Maria Belov denied being [paid] by the pilot.",
        "Maria Belov denied ever having been [paid] by the pilot.",
        "Maria Belov denied on Friday that she had [taken] money from the pilot.",
    ],
)
def test_a_denied_clause_is_negative_in_each_of_its_forms(text: str) -> None:
    assert told(text) == "certain past not"


def test_what_is_not_denied_stays_open() -> None:
    assert told("Maria Belov did not deny having [met] the pilot.") == "underspecified past"
    assert told("Maria Belov did not deny that she had [met] the pilot.") == "underspecified past"
    assert told("Maria Belov would neither confirm nor deny that she had [met] the pilot.") == "underspecified past"


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("Should the guards not leave by May, the board will [close] the harbour.", "underspecified future"),
        ("Were the bridge to fall, the army would [leave].", "underspecified future"),
        ("The convoy will be [allowed] to pass, provided that the rebels withdraw.", "underspecified future"),
        ("The board will [close] the harbour in May.", "certain future"),
        ("Should the board [close] the harbour?", "underspecified future"),
        ("Ines Marlow, who was to [visit] Lisbon in May, fell ill.", "underspecified future"),
        ("The envoy is to [visit] Lisbon in May.", "certain future"),
        ("Two villages may have to be [evacuated].", "possible future"),
        ("Two villages have to be [evacuated].", "underspecified future"),
        ("The firm will have its assets [frozen] in May.", "certain future"),
        ("The firm had its assets [frozen] in May.", "certain past"),
    ],
)
def test_conditions_plans_and_needs_are_as_open_as_they_are_put(sentence: str, reading: str) -> None:
    assert told(sentence) == reading


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("Ines Marlow said that not one guard had been [arrested].", "certain past not"),
        ("Not a single guard was [arrested].", "certain past not"),
        ("Not one but two guards were [arrested].", "certain past"),
        ("There is no question of [attacking] the town.", "certain future not"),
        ("There is a question of [trust] between them.", "certain past"),
        ("We are not saying that the army [killed] the guards.", "underspecified past"),
        ("The army is saying that rebels [killed] the guards.", "certain past"),
    ],
)
def test_not_one_no_question_and_not_saying_are_read(sentence: str, reading: str) -> None:
    assert told(sentence) == reading


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("The army will end its [siege] of the town.", "certain past"),
        ("The board will suspend its [cooperation] with the firm.", "certain past"),
        ("The board will resign ahead of the [election].", "certain future"),
        ("The board resigned ahead of the [election].", "certain past"),
        ("Four guards were charged with [murder].", "probable past"),
        ("The club is regarded as the [front] of the Marlow Brigade.", "probable past"),
        ("Ines Marlow was a [candidate] of the Tomorrow Party.", "certain past"),
    ],
)
def test_what_ends_has_been_and_what_comes_after_a_deed_ahead_is_ahead(sentence: str, reading: str) -> None:
    assert told(sentence) == reading


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("There is no question that Ines Marlow [stole] the money.", "certain past"),
        ("The minister took no questions about the [arrest] of Ines Marlow.", "certain past"),
        ("Ines Marlow was to [blame] for the attack.", "certain past"),
    ],
)
def test_no_question_that_and_to_blame_tell_of_what_has_been(sentence: str, reading: str) -> None:
    assert told(sentence) == reading
