"""Direct loss, negligence, payment and the people of a customer are told, or kept out, as the words have it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import limit_of
from tests.assessment.composed import composed, written

_DIRECT = "Larkwell disclaims any liability for any direct, indirect or consequential damages, {}."
_BOTH = "It excludes liability for direct loss as well as indirect"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (_DIRECT.format("whether or not caused in whole or in part by negligence"), True),
        ("Larkwell is liable only for direct damages, and not for any indirect loss.", False),
        ("We are not liable for indirect or consequential damages.", False),
        ("Our liability for all direct damages shall not exceed 50 euros.", False),
    ],
)
def test_that_direct_loss_is_left_out_is_told(words: str, told: bool) -> None:
    assessment = composed("liability-limitation", words)
    assert any(one.startswith(_BOTH) for one in assessment.what) is told
    assert any(one.startswith(_BOTH) for answer in assessment.faq for one in answer.answer) is told


def test_no_sum_is_said_to_be_missing_where_one_stands() -> None:
    words = f"{_DIRECT.format('to the extent the law permits')} Our total liability shall not exceed 50 euros."
    assert "names no sum" not in written(composed("liability-limitation", words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (_DIRECT.format("whether caused in whole or in part by negligence"), True),
        ("In tort (including negligence) we are not liable for lost sails.", True),
        ("We are not liable in tort (including negligence), except for gross negligence.", False),
        ("Nothing limits liability for death caused by our negligence.", False),
    ],
)
def test_negligence_is_told_where_nothing_of_it_is_excepted(words: str, told: bool) -> None:
    assert ("Negligence is no exception, by its words." in composed("liability-limitation", words).what) is told


def test_whether_payment_is_excused_is_not_answered_with_yes() -> None:
    words = (
        "Either party is excused from its obligations (other than payment obligations) by events beyond its control."
    )
    answers = {one.question: one.answer for one in composed("force-majeure", words).faq}
    (question,) = [one for one in answers if one.startswith("Am I excused")]
    assert "paying" not in question
    assert answers[question][1] == "Duties to pay are not excused, by its words."


@pytest.mark.parametrize(
    "words",
    [
        "Customer shall indemnify Larkwell for losses arising from Customer’s Authorized Users’ use of the Services.",
        "Customer shall indemnify Larkwell for losses arising from (i) Customer or Customer’s users’ use of the maps.",
        "You indemnify Larkwell against claims arising out of your use of the maps.",
    ],
)
def test_use_without_a_breach_is_told_to_set_an_indemnity_off(words: str) -> None:
    assert "even without a breach" in written(composed("user-indemnification", words))


def test_what_only_stands_beside_a_use_or_content_sets_no_indemnity_off() -> None:
    words = "Customer shall indemnify Larkwell for losses arising from the deletion of any User Content pursuant to {}."
    said = written(composed("user-indemnification", words.format("Customer’s use of the locks")))
    assert "even without a breach" not in said
    assert "What you put in or post" not in said


@pytest.mark.parametrize(
    "others", ["Authorized Purchasers", "Customer’s employees", "designated administrators", "its users"]
)
def test_a_clause_on_people_of_a_customer_is_not_told_to_be_of_the_customer_alone(others: str) -> None:
    words = f"Customer pays for what {others} order."
    assert limit_of(words, (), (), between_businesses=True).told == ""


def test_people_of_the_provider_are_none_of_the_customer() -> None:
    words = "Customer shall indemnify Larkwell and its employees, and pays for User Data."
    assert limit_of(words, (), (), between_businesses=True).told.startswith("It speaks of the customer")
