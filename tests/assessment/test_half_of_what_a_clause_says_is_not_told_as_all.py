"""What stands under a condition, beside another value or with an exception is not told as if it always held."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_KEPT = "A time that it names is"


@pytest.mark.parametrize(
    "words",
    [
        "Deleted notes are removed from our systems within 30 days, unless longer retention is required by law.",
        "We store call records for 30 days, except records that a court has asked for.",
        "Uploads are kept for 12 months. Invoices are kept for 6 years.",
        "How long we keep data depends on what it is; for example, we keep search logs for 9 months.",
    ],
)
def test_a_time_with_a_condition_or_beside_another_is_quoted_alone(words: str) -> None:
    told = composed("retention-period", words)
    assert _KEPT not in written(told)
    assert any("“" in sentence for answer in told.faq for sentence in answer.answer)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Files are stored until you delete them.", True),
        ("Files are stored until the later of the day on which they are deleted by you and the end of a year.", False),
    ],
)
def test_that_data_stays_until_it_is_deleted_is_not_told_where_another_day_counts_too(words: str, told: bool) -> None:
    until = "Some of it stays until you ask for its deletion, or see to it."
    assert (until in composed("retention-period", words).what) is told


def test_the_one_time_of_a_clause_is_told() -> None:
    assert f"{_KEPT} 12 months." in composed("retention-period", "Uploads are kept for 12 months.").what


def test_a_safeguard_is_told_beside_a_country_whose_protection_is_not_adequate() -> None:
    without = "Some recipients are in countries that are not recognised as offering adequate protection."
    with_one = f"{without} We require them to sign an agreement that gives appropriate safeguards."
    told = "By its own words data can go to countries whose protection has not been found adequate"
    assert f"{told}." in composed("international-transfer", without).impact
    assert f"{told}; it speaks of safeguards, too." in composed("international-transfer", with_one).impact
    assert f"{told}." not in composed("international-transfer", with_one).impact


def test_that_data_stays_in_a_region_is_told_once() -> None:
    told = composed("international-transfer", "Your data is only stored in the Ostmark, and we aim to keep it there.")
    assert "By its words staying in a region is the rule for data." in told.what
    assert not any("region" in sentence for sentence in told.impact)


@pytest.mark.parametrize(
    "words",
    [
        "You agree to submit to the non-exclusive jurisdiction of the courts of Alder.",
        "You submit to the jurisdiction of the courts of Alder, and you may sue us in the courts of your country.",
    ],
)
def test_courts_that_one_need_not_go_to_are_not_accepted(words: str) -> None:
    assert "you accept in advance" not in written(composed("jurisdiction-venue", words))


def test_courts_that_are_the_only_ones_are_accepted() -> None:
    words = "You submit to the exclusive jurisdiction of the courts of Alder."
    assert "By its words you accept in advance the courts that are named." in composed("jurisdiction-venue", words).what


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We are not liable for lost profits in contract or tort (including negligence).", True),
        (
            "Provided that we have acted with due care, we are not liable in contract or tort (including negligence).",
            False,
        ),
        (
            "We are not liable in tort (including negligence). We answer for personal injury caused by our negligence.",
            False,
        ),
    ],
)
def test_negligence_with_a_condition_is_not_told_as_no_exception(words: str, told: bool) -> None:
    assert ("Negligence is no exception" in written(composed("liability-limitation", words))) is told


def test_penalties_of_something_else_do_not_follow_from_a_breach() -> None:
    question = "What happens if I break such a rule?"

    def answer(words: str) -> str:
        faq = composed("prohibited-conduct", words).faq
        return " ".join(sentence for one in faq if one.question == question for sentence in one.answer)

    assert "penalties" not in answer("Adverts for loans must name the yearly rate, all fees and any penalties.")
    assert "penalties" in answer("You must not post spam. Whoever does may face penalties.")


def test_a_licence_that_remains_is_not_left_open() -> None:
    advice = "Before you rely on deletion, check whether the licence ends with it."
    words = "You grant us a licence to use what you upload."
    assert advice in composed("content-licence", words).in_general.do
    kept = f"{words} The licence remains in effect when you stop using the service."
    assert advice not in composed("content-licence", kept).in_general.do


def test_what_leads_in_a_quotation_is_said_once() -> None:
    words = (
        "If you want your profile deleted, write to privacy@larkwell.example. "
        "You can delete your posts at any time. Other rules on profiles stand in the help pages of the service."
    )
    answer = next(one.answer for one in composed("deletion-right", words).faq if "deleted" in one.question)
    assert sum(sentence.startswith("The clause says") for sentence in answer) == 1
    assert any(sentence.startswith("It also says: “") for sentence in answer)
