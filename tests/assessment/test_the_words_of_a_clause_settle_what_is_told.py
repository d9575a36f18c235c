"""What a clause settles in its own words is told, or what it does not settle is left out."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Assessment
from tests.assessment.composed import composed


def _told(assessment: Assessment) -> str:
    """What is told of a clause, without what to ask, check and watch."""
    answers = [sentence for one in assessment.faq for sentence in (one.question, *one.answer)]
    return " ".join((*assessment.what, *assessment.why, *assessment.impact, *assessment.do, *answers))


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("late-payment", "Larkwell may suspend or terminate access to the service if fees are past due.", "the end of"),
        (
            "late-payment",
            "If you fail to pay, interest of 1.5% is due and we may terminate the order form.",
            "the end of",
        ),
        ("late-payment", "If a charge is declined, we may delete your account and all content.", "the deletion of"),
        ("device-data-access", "With your permission the app reads your address book.", "uploaded contacts"),
        ("no-sale-commitment", "We do not sell the data of consumers under 16 years of age.", "alone"),
        (
            "retention-period",
            "We delete it within 30 days. Backups are then kept for another 60 days.",
            "follow one another",
        ),
        (
            "jurisdiction-venue",
            "Disputes go to the courts of Alder. Larkwell may bring any claim against you in any competent court.",
            "may bring its own claims",
        ),
        (
            "scraping-reverse-engineering-ban",
            "You must not decompile the app, except as expressly permitted by law.",
            "What the law allows all the same is excepted",
        ),
        ("scraping-reverse-engineering-ban", "You must not use bots.", "look for an exception or a permission"),
        ("ai-output-accuracy-disclaimer", "Output may not be unique.", "the same or similar outputs"),
    ],
)
def test_what_a_clause_settles_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in _told(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("late-payment", "Overdue sums bear interest of 5%.", "the end of"),
        ("late-payment", "We charge your card each month until you cancel your subscription.", "the end of"),
        ("late-payment", "If your payment is late, you can cancel your subscription.", "the end of"),
        ("device-data-access", "A scanner runs on your device each month and reports what it finds.", "permit"),
        ("device-data-access", "A scanner runs on your device each month and reports what it finds.", "contacts?"),
        ("device-data-access", "The [time](https://larkwell.example/consent) of your visits.", "permit it"),
        ("no-sale-commitment", "We do not sell data, including that of users under 16.", "alone"),
        ("no-sale-commitment", "We do not sell data. Nor do we sell the data of minors.", "alone"),
        ("retention-period", "Language cookies last 1 year, country cookies are kept for 1 year.", "add up"),
        ("jurisdiction-venue", "You may bring a claim against us in any competent court.", "its own claims"),
        ("scraping-reverse-engineering-ban", "You must not decompile the app.", "a script needs"),
        ("ai-output-accuracy-disclaimer", "Output may not be unique.", "up to you"),
    ],
)
def test_what_a_clause_does_not_settle_is_left_out(clause_type: str, words: str, untold: str) -> None:
    assert untold not in _told(composed(clause_type, words))


def test_the_time_for_which_something_is_kept_is_that_of_what_the_clause_speaks_of() -> None:
    faq = composed("retention-period", "Language cookies are kept for 6 months.").faq
    assert faq[0].question == "How long does Larkwell keep data?"
    assert faq[0].answer == (
        "The clause says: “Language cookies are kept for 6 months”.",
        "A time that it names is 6 months.",
    )


def test_every_court_is_named() -> None:
    words = "All disputes go to the courts of Linden County or Alder County, Ostmark, and nowhere else."
    assert "It names Linden County or Alder County, Ostmark." in composed("jurisdiction-venue", words).what
