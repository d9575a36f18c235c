"""A law on what a platform does with data has nothing to say of what its users are forbidden to do."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import Stance

_DECISIONS = "Decisions by profiling alone, with legal effects for people."


def _laws(headings: tuple[str, ...], lead_ins: tuple[str, ...] = ()) -> frozenset[str]:
    clause = ClauseAtLaw.of(
        *("ai-automated-decisions", _DECISIONS, Stance.ADVERSE),
        platform="Larkwell",
        terms_type="Terms of Service",
        headings=("Terms of Larkwell", *headings),
        lead_ins=lead_ins,
    )
    return laws_bearing_on(clause)


@pytest.mark.parametrize(
    ("headings", "lead_ins"),
    [
        (("Acceptable and Restricted Use",), ()),
        (("Prohibited activities",), ()),
        (("The ferry",), ("You may not use the ferry for:",)),
    ],
)
def test_what_stands_under_a_ban_meets_no_law_on_deeds(headings: tuple[str, ...], lead_ins: tuple[str, ...]) -> None:
    assert _laws(headings, lead_ins) == frozenset()


def test_what_the_platform_does_meets_them() -> None:
    assert {"eu-gdpr", "uk-gdpr", "us-co-cpa"} <= _laws(("How we decide",), ("We may make:",))
