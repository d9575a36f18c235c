"""What the page of one clause tells of its words is no difference: another may say it in words that were not known."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import difference
from tests.comparison.clauses import clause


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


@pytest.mark.parametrize(
    ("clause_type", "this", "other"),
    [
        ("no-sale-commitment", "We do not currently sell your data.", "We never sell your data to anybody."),
        (
            "business-transfer",
            "We may pass data on in connection with a proposed or actual sale of the business.",
            "We may pass data on in a sale of the business, also to those who only look into one.",
        ),
        (
            "fees-and-billing",
            "Fees are due each month, at our prices.",
            "Fees are due each month. Your mobile operator may charge you, and data charges are yours to pay.",
        ),
        (
            "cancellation-terms",
            "You may cancel your plan in the settings of your account.",
            "You may cancel your plan in the settings, and keep access until the end of the period that you paid for.",
        ),
        ("governing-law", "It applies.", "It applies, too."),
    ],
)
def test_what_only_one_of_two_clauses_is_known_to_say_is_not_told(clause_type: str, this: str, other: str) -> None:
    assert _said(clause_type, this, other) == ""
    assert _said(clause_type, other, this) == ""


def test_an_age_and_the_one_before_it_may_be_one_limit() -> None:
    assert "names the age" not in _said(
        "age-requirement",
        "You must be at least 13 years old. If you are under 18, ask your parents first.",
        "You must be at least 13 years old. Parents of those aged 17 or less must agree.",
    )


def test_other_ages_are_told() -> None:
    said = _said("age-requirement", "You must be at least 13 years old.", "You must be at least 16 years old.")
    assert said == "It names 16 as the lowest age, where this one names 13."
