"""Whose data others may see, lost choices and wider training lead; advice and duties to other texts do not."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.what_moved import Moved, what_moved
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley, and it is closed on Sundays.\n\n"
_TRAINS = "We may use your letters to train our models only if:"


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def _first(*came: str) -> str:
    return _phrases(_MILL, _MILL + "\n\n".join(came))[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The administrators of your school may be able to access your letters and control your account.",
        (
            "If you have an address of a guild, we may share that you have an account, and other facts such as the "
            "day on which you joined us and the bank that you sit on, with your employer."
        ),
    ],
)
def test_what_others_may_see_of_a_reader_moves_something(sentence: str) -> None:
    assert what_moved("", sentence) is Moved.SOMETHING


def test_what_does_not_violate_a_rule_is_not_forbidden() -> None:
    item = "A drawing of a storm that sinks a boat."
    assert what_moved("", item, "The following do not violate this rule:") is Moved.NOTHING
    assert what_moved("", item, "Do not hang on the board:") is Moved.SOMETHING


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # A notice lost its days, and a way to opt out one of its cases.
        (
            "We will notify you 30 days before a change of these prices.",
            "We will notify you within a reasonable time before a change of these prices.",
        ),
        (
            "If you use the barge or the small ferry, you can opt out of the survey of letters at the office.",
            "If you use the barge, you can opt out of the survey of letters at the office.",
        ),
    ],
)
def test_a_choice_or_a_notice_that_is_given_less_moves_something(before: str, after: str) -> None:
    assert what_moved(before, after) is Moved.SOMETHING
    assert what_moved(after, before) is Moved.NOTHING


def test_a_choice_that_went_moves_something_and_the_choice_of_a_use_permits_none() -> None:
    for choice in (
        "We adhere to the rules of the guild and take part in its opt-outs from such letters.",
        "You can ask us to delete the letters that you hung on the board.",
        "You can turn off the lamp of your boat at the office.",
    ):
        assert what_moved(choice, "") is Moved.SOMETHING
    assert what_moved("", "Electing whether your letters are used for model training.") is Moved.NOTHING


def test_a_case_of_training_from_which_words_were_struck_moves_most() -> None:
    before, after = "You use the free board of the mill every day.", "You use the board of the mill every day."
    assert what_moved(before, after, _TRAINS) is Moved.MOST
    assert what_moved(before, after, "The keeper lends you a lantern if:") is Moved.NOTHING
    assert what_moved("You hang letters or drawings on the board.", "You hang letters on the board.", _TRAINS) is (
        Moved.NOTHING
    )


def test_training_goes_before_another_promise_that_went() -> None:
    promise = "We will not share your letters with the millers of other valleys, except to mend the lamps."
    cases = f"{_TRAINS}\n\n- You use the {{}}board of the mill every day; or\n- You agreed to it at the office."
    told = _phrases(f"{_MILL}{promise}\n\n{cases.format('free ')}", _MILL + cases.format(""))
    assert "free board" in told[0]
    assert promise[:-1] in told[1]


def test_a_rule_goes_before_advice_and_a_duty_to_keep_to_another_text() -> None:
    rule = "We charge five crowns for each boat at the weir."
    advice = (
        "If you lend a boat to a stranger at the weir, please be mindful of any of your letters that will be shared "
        "with third parties on the other bank."
    )
    duty = "Note: Boats must register and comply with our Harbour Terms (including the Lantern Terms) and Weir Policy."
    assert _first(advice, duty, rule) == f"it adds “{rule[:-1]}”"


def test_what_anybody_must_not_do_is_a_ban_and_what_one_can_review_elsewhere_is_no_rule() -> None:
    assert what_moved("", "Lanterns that are hung on the weir must not blind the boatmen.") is Moved.SOMETHING
    assert what_moved("", "We must hang lanterns on the weir.") is Moved.NOTHING
    assert _first(
        "You can review their lantern rules and their harbour rules here.", "We have hired a new keeper."
    ) == ("it adds “We have hired a new keeper”")


def test_the_only_words_that_went_from_a_long_sentence_are_quoted() -> None:
    rule = "and the corn of the upper mill is sold to the millers of other valleys"
    gates = " and ".join(
        f"the {which} gate of the weir" for which in ("upper", "lower", "old", "new", "far", "near") * 2
    )
    long = f"You may keep {gates} shut only if the town asks for it in a letter{{}}, unless the keeper opens {gates}."
    old, new = (f"{_MILL}## Gates\n\n{long.format(one)}" for one in (f" {rule}", ""))
    assert _phrases(old, new) == (f"in a long sentence under “Gates” it no longer says “{rule}”",)
    assert _phrases(new, old) == (f"in a long sentence under “Gates” it now says “{rule}”",)


def test_a_sentence_that_went_on_another_one_is_told_with_it_where_both_were_edited() -> None:
    before = (
        "These rules do not apply where we grind corn in the role of a servant on behalf of our guests. In that case, "
        "our guests are the masters and their own rules will apply to the corn of the valley."
    )
    after = (
        "However, at times we may agree to grind corn in the role of a servant on behalf of our guests. When we act as "
        "a servant, these rules do not apply to that corn, as our guests are the masters and their own rules will "
        "apply to the corn of the valley."
    )
    (told,) = _phrases(_MILL + before, _MILL + after)
    assert "However, at times we may agree to grind corn" in told


def test_what_is_taken_of_a_face_goes_before_what_is_not() -> None:
    plain = "The keeper may measure the sacks and compare the seal with the one in the book of the mill."
    face = "The keeper may measure the face and compare the portrait with a government ID of the mill."
    assert face[:-1] in _first(plain, face)


def test_what_the_other_side_does_is_not_forbidden_by_the_heading_over_it() -> None:
    heading = "Do not harm the geese"
    assert what_moved("", "When we find a hurt goose, we will write to the town.", under=heading) is Moved.NOTHING
    assert what_moved("", "Throwing stones at the geese of the mill.", under=heading) is Moved.SOMETHING


def test_that_one_agrees_to_sharing_moves_something() -> None:
    agrees = "By renting a boat, you are agreeing to the data sharing with the town that is described in this section."
    assert what_moved("", agrees) is Moved.SOMETHING


def test_another_law_or_another_company_goes_before_letters_of_an_address() -> None:
    law = "These terms are governed by the laws of {}, and any dispute is decided by the courts there."
    party = "These terms govern your agreement with {} and your use of all boats."
    address = "Whoever finds a lantern of the weir is asked to write to the keeper at the mill{}."
    old, new = law.format("Texas"), law.format("Nevada")
    assert (
        what_moved(old, new)
        is what_moved(party.format("Weir Boats, LLC"), party.format("Corvid Mail, Inc."))
        is (Moved.SOMETHING)
    )
    assert what_moved(party.format("boatmen"), party.format("ferrymen")) is Moved.NOTHING
    told = _phrases(f"{_MILL}{address.format(' [office]')}\n\n{old}", f"{_MILL}{address.format('')}\n\n{new}")
    assert "Nevada" in told[0]


def test_a_number_of_people_or_companies_is_no_age() -> None:
    assert what_moved("", "Our team of over 15,000 people mends the boats.") is Moved.NOTHING
    assert what_moved("", "Boats of over 40 companies are mended here.") is Moved.NOTHING
    assert what_moved("", "Boats are lent to people over 16.") is Moved.SOMETHING


def test_what_is_not_done_in_a_condition_or_cannot_be_done_is_no_promise() -> None:
    condition = "If you do not provide us with your letters, we will not be able to provide you with all our lamps."
    assert what_moved(condition, "") is Moved.NOTHING
    assert what_moved("If we do not store your letters, we may not give you all boats, lamps, and carts.", "") is (
        Moved.NOTHING
    )
    assert what_moved("If you do not like them, we do not store your letters.", "") is Moved.MOST
    both = "The amount of an offer made by you or Larkwell shall not be disclosed to the arbitrator before the award."
    assert what_moved(both, "") is not Moved.MOST


def test_a_word_of_a_promise_that_was_written_together_takes_nothing_back() -> None:
    before = "We do not use what you say in letters, voice boats, or drawings to sell lamps to you."
    assert what_moved(before, before.replace("voice boats", "voiceboats")) is Moved.NOTHING
    assert what_moved(before, before.replace("letters, voice boats,", "letters")) is Moved.MOST


def test_another_place_where_data_are_kept_moves_something() -> None:
    kept = "We store the personal data of readers on shelves that are located in {}."
    assert what_moved(kept.format("Larkland, the Fens and Wrenfield"), kept.format("Larkland and the Fens")) is (
        Moved.SOMETHING
    )
    assert what_moved(kept.format("Larkland and the Fens"), kept.format("the Fens or Larkland")) is Moved.NOTHING
    assert what_moved("The mill is located in Larkland.", "The mill is located in Wrenfield.") is Moved.NOTHING


def test_leave_to_send_what_is_a_readers_to_others_moves_most() -> None:
    leave = "By lending your key, you grant our carts permission to open the other mill{} and fetch flour from it."
    sent = ", send your letters to that third-party mill,"
    assert what_moved(leave.format(""), leave.format(sent)) is Moved.MOST
    assert what_moved(leave.format(sent), leave.format("")) is Moved.NOTHING
    denied = "You do not grant us permission to send your letters to a third-party mill."
    assert what_moved("You grant us a key.", denied) is Moved.NOTHING
