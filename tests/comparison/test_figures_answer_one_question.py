"""Figures are set against each other only where both answer the same question."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Stance, load_catalogue
from conductatlas.comparison import difference
from tests.comparison.clauses import clause


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


@pytest.mark.parametrize(
    ("clause_type", "this", "other"),
    [
        # A time that users have is none that they are given, a floor no ceiling, and logs no accounts.
        (
            "auto-renewal",
            "It renews. We give 14 days of notice before each renewal.",
            "It renews unless you give us 30 days of notice before you cancel.",
        ),
        ("retention-period", "We keep logs for 30 days.", "We keep data of a closed account for 90 days."),
        ("retention-period", "We keep it for at least 30 days.", "We keep it for no longer than 90 days."),
        ("late-payment", "Overdue sums bear 1.5% interest per month.", "Overdue sums bear 8% interest per year."),
    ],
)
def test_figures_for_different_things_are_no_difference(clause_type: str, this: str, other: str) -> None:
    assert "where this one" not in _said(clause_type, this, other)
    assert "where this one" not in _said(clause_type, other, this)


def test_figures_for_the_same_thing_are_told() -> None:
    said = _said("retention-period", "We keep logs for 30 days.", "We keep logs for 90 days.")
    assert said == "It names a retention period of 90 days, where this one names a retention period of 30 days."


@pytest.mark.parametrize(
    ("this", "other"),
    [
        # A city may lie in the state that the other names, and a law that holds for some is not that of all.
        ("The courts of Portland, Oregon decide.", "The courts of Oregon and the United States decide."),
        ("The courts of Malta decide.", "If you act in a business capacity, the courts of Ireland decide."),
    ],
)
def test_places_of_which_one_may_lie_in_the_other_or_that_hold_for_some_are_no_difference(
    this: str, other: str
) -> None:
    for one, beside in ((this, other), (other, this)):
        assert "where this one" not in _said("jurisdiction-venue", one, beside)


def test_a_way_out_is_no_more_than_a_promise_that_nothing_is_done() -> None:
    this = clause(1, "We do not sell your data to anybody.", stance=Stance.PROTECTIVE)
    other = clause(2, "We do not sell your data for money. You can opt out of other sharing.", stance=Stance.PROTECTIVE)
    assert "opt out" not in difference(load_catalogue()["no-sale-commitment"], this, other).sentence


def test_a_time_of_notice_is_not_told_beside_cases_without_any() -> None:
    other = "We may assign it to an affiliate without notice, and to others with 30 days of notice."
    assert "30 days" not in _said("provider-assignment", "We may assign it upon written notice to you.", other)
