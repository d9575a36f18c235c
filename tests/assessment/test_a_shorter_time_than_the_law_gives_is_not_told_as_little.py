"""Where a clause gives less time than a law beside it, both are told."""

from __future__ import annotations

from datetime import date

from conductatlas.assessment import ClauseAtLaw, Institutional, institutional
from conductatlas.assessment.shorter_terms import TimeAtLaw, time_beside
from conductatlas.catalogue import Severity, Stance, load_laws

_LAWS = (
    TimeAtLaw("the Lake Act, Section 3", "Guests may withdraw from a contract within 14 days without a reason."),
    TimeAtLaw("the Lake Act, Section 9", "Lake masters answer within 30 days."),
)


def test_a_shorter_time_is_set_beside_the_longer_one() -> None:
    assert time_beside("You may cancel for a full refund within 5 days of your purchase.", _LAWS) == (
        "These words name 5 days for a refund or withdrawal; consumers have 14 days as a rule, with exceptions, under "
        "the Lake Act, Section 3."
    )


def test_a_time_as_long_and_one_for_something_else_are_not() -> None:
    assert time_beside("You may cancel for a full refund within 14 days of your purchase.", _LAWS) == ""
    assert time_beside("We pay the refund within 5 days of your cancellation.", _LAWS) == ""
    assert time_beside("You may cancel within 5 days for a full refund.", _LAWS[1:]) == ""


def test_a_record_tells_of_a_shorter_time_alone() -> None:
    shorter, as_long = (
        _at_law(f"You may cancel the subscription for a full refund within {days} days of your purchase.")
        for days in (5, 14)
    )
    assert shorter.time_beside.startswith("These words name 5 days")
    assert as_long.time_beside == ""


def _at_law(words: str) -> Institutional:
    clause = ClauseAtLaw("cancellation-terms", words, Stance.NEUTRAL, "", False, frozenset())
    found = institutional(clause, Severity.MEDIUM, load_laws(), date(2026, 11, 27))
    assert found is not None
    return found
