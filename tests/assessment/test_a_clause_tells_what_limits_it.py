"""The words by which a clause limits what it says are told with it, unless they were told already."""

from __future__ import annotations

import pytest

from conductatlas.assessment.reserves import override_told, reserve_told
from tests.assessment.composed import composed

LEAD = "An exception or a condition that it states:"


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("Subject to the licence in Section 4.2, you keep all rights.", "Subject to the licence in Section 4.2"),
        ("You keep all rights, except as provided in Section 4.2.", "except as provided in Section 4.2"),
        ("You give it up, unless you opt out under Section 11(b).", "unless you opt out under Section 11(b)"),
        ("We may use your notes if you enable the helper.", "if you enable the helper"),
        (
            "Except to the extent that O.W. federal law counts, Elm law does.",
            "Except to the extent that O.W. federal law counts",
        ),
        ("We record calls with your prior consent.", "with your prior consent"),
        ("To the extent permitted by our other terms, we share notes.", "To the extent permitted by our other terms"),
    ],
)
def test_what_limits_a_clause_is_quoted(words: str, limit: str) -> None:
    assert reserve_told(words, ()) == f"{LEAD} “{limit}”."


def test_the_same_limit_is_quoted_once() -> None:
    words = "Unless prohibited by your law, Elm law governs. All cases, unless prohibited by your law, go to Alder."
    assert reserve_told(words, ()).count("rohibited by your law") == 1


def test_an_item_is_quoted_without_the_comma_behind_it() -> None:
    words = "To join, you must:\n\n- Give a card. We check it, and charge nothing unless that is stated clearly,"
    assert reserve_told(words, ()).endswith("nothing unless that is stated clearly”.")


def test_a_limit_in_one_of_several_sentences_is_told_with_its_sentence() -> None:
    told = reserve_told("You may not rent the app. You may not copy it, unless we agree, or with permission.", ())
    assert told == f"{LEAD} “You may not copy it, unless we agree, or with permission”."


def test_an_exception_is_told_with_the_rule_that_it_is_from_or_not_at_all() -> None:
    right, rule = "You may leave the harbour at any time.", "you get no refund of the fee for the berth"
    told = reserve_told(f"{right} Except as set forth above for the first week, {rule}.", ())
    assert told == f"{LEAD} “Except as set forth above for the first week, {rule}”."
    long = ", and of what was paid for the boat, for the crew, for the sails and for the water" * 3
    assert reserve_told(f"{right} Except as set forth above for the first week, {rule}{long}.", ()) == ""


def test_what_limits_an_exception_is_told_with_it_or_not_at_all() -> None:
    rule = "Claims are heard in Larkton."
    local = "If your home asks for its own courts, these count instead"
    limited = "but only to the extent required by applicable law"
    told = reserve_told(f"{rule} {local}, {limited}.", ())
    assert told == f"{LEAD} “{local}, {limited}”."
    long = ", for claims on boats, on crews, on sails, on water, on wind and on whatever else is found at sea" * 3
    assert reserve_told(f"{rule} {local}{long}, {limited}.", ()) == ""


def test_what_may_only_be_done_with_something_of_yours_is_no_limit() -> None:
    assert reserve_told("Sail only with your own boat and keep its papers in order. We agree.", ()) == ""


@pytest.mark.parametrize(
    "words",
    [
        "You may use it only in your individual capacity.",
        "The law of Ostmark, except its rules on conflicts of laws.",
        # What is remembered, when something happens, and one more ground.
        "We remember your language or when you enabled the helper.",
        "We note the day when you consented to it.",
        "We keep notes as long as we need them, or as required by law.",
        "We share notes with vendors or with your consent.",
        "We share notes, as permitted by law, with vendors.",
        # The main clause, or a row of words, of which only the first would be told.
        "Any transfer except as allowed under this section will be void.",
        "Except for your informational, personal, private use, you may not copy it.",
        "It goes to an arbitrator unless all sides of a claim, dispute or case, or other matter, agree.",
        # What comes behind it says it, or what it is one case of.
        "To the extent that: (i) notes are sent abroad, they are sealed.",
        "What is left is enforced to the greatest extent possible.",
        "Notes go to places other than where you live.",
        "For example, notes are kept unless you change your settings.",
        "9.1 that has become known, except through a breach by us.",
    ],
)
def test_what_is_no_limit_is_not_quoted(words: str) -> None:
    assert reserve_told(words, ()) == ""


def test_what_was_quoted_is_not_quoted_again() -> None:
    words = "You keep all rights, except as provided in Section 4.2."
    assert reserve_told(words, (f"It says: “{words}”",)) == ""
    assert (
        reserve_told("We waive it to the extent permitted by law.", ("It holds only as far as the law permits.",)) == ""
    )


def test_it_stands_with_what_the_clause_is() -> None:
    told = composed("content-ownership-retained", "Subject to the licence below, you own your content.")
    assert f"{LEAD} “Subject to the licence below”." in told.what


def test_only_the_sentences_that_state_the_type_are_quoted() -> None:
    law = "These terms are governed by the laws of Ostmark."
    courts = "Except as provided in Section 9, disputes go to the courts of Hafen."
    badges = "Badges are owned by others (unless a badge says otherwise)."
    words = f"{law} {courts} {badges}"
    assert reserve_told(words, (), ((law, 0.9), (courts, 0.2), (badges, 0.3))) == ""
    told = reserve_told(words, (), ((law, 0.2), (courts, 0.9), (badges, 0.3)))
    assert told == f"{LEAD} “{courts[:-1]}”."


def test_what_opens_a_rule_that_takes_the_place_of_another_is_no_limit() -> None:
    assert (
        reserve_told("To the extent this promise is not enforceable, you grant us the rights that we need.", ()) == ""
    )


def test_a_line_that_leads_into_a_list_is_not_quoted_by_itself() -> None:
    words = (
        "As between us, subject to rights of others and excluding our own, you own the following:\n\n* Files.\n* Notes."
    )
    assert reserve_told(words, ()) == ""


def test_a_limit_of_one_of_several_long_sentences_is_not_torn_from_it() -> None:
    long = "of what was paid for the boat, for the crew, for the sails and for the water" * 4
    assert reserve_told(f"You may leave. To the extent permitted by law, you get nothing back {long}.", ()) == ""


def test_what_limits_one_item_of_a_list_does_not_limit_the_others() -> None:
    items = "* To train models, unless you opt out in time.\n* To count how often Larkwell is opened."
    assert reserve_told(f"We use your notes:\n{items}", ()) == ""
    one = "We use your notes:\n* To train models, unless you opt out in time."
    assert "unless you opt out in time" in reserve_told(one, ())


def test_what_stands_in_a_table_is_not_quoted() -> None:
    assert reserve_told("| Boats | We lend them, unless you opt out in time. |\n| Sails | We keep them. |", ()) == ""


def test_a_consent_that_runs_into_what_rests_on_it_is_not_quoted() -> None:
    said = "If there are ads, with your consent we use what our partners tell us of you (and others as well) to choose "
    long = "those that fit you best on the sites, in the apps and on the devices of whoever else shows them to people"
    assert reserve_told(f"There is more. {said}{long}, and of those who look for the same things as you do.", ()) == ""


@pytest.mark.parametrize(
    "words",
    [
        "We keep the log. To the extent the Elm Act applies to it, 'the law' in this paragraph means the law of Elm.",
        "We keep the log. In addition, except for an end by you for cause, all sums become due at once.",
    ],
)
def test_what_is_defined_or_added_is_no_limit(words: str) -> None:
    assert reserve_told(words, ()) == ""


def test_a_clause_that_goes_before_others_says_so() -> None:
    over = "Despite anything to the contrary in the order, Larkwell may close the harbour."
    beside = "Notwithstanding any other agreement to the contrary, boats pay in spring."
    told = override_told(((over, 0.9), (beside, 0.1)), ())
    assert told == (
        "At least a part of it goes before other terms, by its words: “Despite anything to the contrary in the order”."
    )
    assert override_told(((over, 0.2), (beside, 0.1)), ()) == ""
    assert override_told(((over, 0.9),), (f"It says: “{over}”",)) == ""


def test_a_rule_for_one_case_that_begins_with_it_limits_no_other() -> None:
    words = (
        "We make efforts to keep letters safe with locks that are mended each year by the keeper of the quay. To the "
        "extent that we hand letters to others, we ask them for the same care. " + "The keeper has a bell. " * 20
    )
    assert reserve_told(words, ()) == ""
