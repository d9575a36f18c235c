"""What bounds a clause is told with what the page says of it, or the page does not say it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import limit_of, phrases
from conductatlas.assessment.reserves import reserve_told
from conductatlas.provisions import Fact, find_facts
from tests.assessment.composed import composed, written


def _facts(words: str) -> list[Fact]:
    return list(find_facts(words))


def test_a_cap_is_told_with_the_time_whose_payments_count() -> None:
    words = "Our liability will not exceed the greater of EUR 100 and the fees paid in the past six (6) months."
    said = phrases(_facts(words), words)
    assert said["cap"] == "EUR 100 or what was paid over 6 months, whichever is more"
    assert "cap_period" not in said


def test_what_one_licence_is_called_is_not_said_of_the_other() -> None:
    words = "You grant Larkwell an irrevocable licence to your posts. You grant each user a perpetual licence to them."
    told = " ".join(composed("content-licence-survival", words).what)
    assert "called irrevocable" in told and "called perpetual" not in told


def test_a_court_is_told_with_the_law_that_comes_first() -> None:
    words = "Unless prohibited by the law of your country, disputes go to the courts of Hafen, Ostmark."
    court = Fact(words.index("Hafen"), words.index(", Ostmark"), "venue", "Hafen")
    assert phrases([court], words)["venue"] == "Hafen (as far as the law where one lives allows)"


def test_an_exception_from_one_feature_is_no_limit_of_the_clause() -> None:
    assert reserve_told("You give us a non-transferable (except as Section 9 allows) licence to your posts.", ()) == ""


def test_which_one_is_meant_is_no_exception() -> None:
    meant = "If a law has us open the logbook for a reason other than as agreed here, we tell you."
    assert reserve_told(meant, ()) == ""
    assert "other than as agreed" in reserve_told("We never open the logbook other than as agreed here, by day.", ())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("California residents under the age of 18 who have an account may have posts removed.", "under the age of 18"),
        ("Contrary to the above, with respect to European consumers, we may change this.", "European consumers"),
    ],
)
def test_the_people_in_the_first_words_are_told(words: str, told: str) -> None:
    assert told in limit_of(words, (), ()).told


def test_loss_of_any_kind_is_not_told_as_indirect_loss_alone() -> None:
    words = "We are not liable for damages of any kind, including indirect damages."
    told = " ".join(composed("liability-limitation", words).what)
    assert "loss of any kind" in told and "for indirect loss, by" not in told


def test_how_to_refuse_is_told_by_the_clause_where_it_says_so() -> None:
    words = (
        "If we change these terms and you do not agree, you may object. Going on with the use after a change is a yes."
    )
    answer = " ".join(one for answer in composed("acceptance-by-use", words).faq for one in answer.answer)
    assert "you may object" in answer and "By no longer using" not in answer


def test_an_address_for_questions_is_no_answer_on_complaints() -> None:
    questions = "If you have questions, write to crew@larkwell.test."
    complaints = "You can send complaints and legal notices by e-mail to law@larkwell.test."
    asked = "How do I send a formal complaint?"
    assert asked not in [one.question for one in composed("contracting-entity-contact", questions).faq]
    assert asked in [one.question for one in composed("contracting-entity-contact", complaints).faq]


def test_a_share_or_a_multiple_of_what_was_paid_is_another_sum() -> None:
    words = "Our total liability is limited to the greater of EUR 100 and 125% of the fees paid in the past 6 months."
    assert "what was paid" not in phrases(_facts(words), words)["cap"]


def test_what_stands_in_a_rule_that_limits_nothing_is_not_left_out() -> None:
    """A section called 'No limitation' is referred to, and says what the cap does not hold for."""
    words = (
        "Except as otherwise set out in No Limitation above, our liability for any loss, in tort (including negligence)"
        " or otherwise, is limited to EUR 100."
    )
    told = written(composed("liability-limitation", words))
    assert "excludes altogether" not in told and "Negligence is no exception" not in told
