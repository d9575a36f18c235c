"""Of data that a clause says to leave one place of Europe, the law of that place speaks, and none of a neighbour."""

from __future__ import annotations

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import Stance


def _laws(words: str, heading: str = "Where your data go") -> frozenset[str]:
    clause = ClauseAtLaw.of(
        *("international-transfer", words, Stance.NEUTRAL),
        platform="Larkwell",
        terms_type="Privacy Policy",
        headings=("Privacy at Larkwell", heading),
    )
    return laws_bearing_on(clause)


def test_data_that_leave_the_area_meet_its_law_alone() -> None:
    assert _laws("Some of our helpers are outside the European Economic Area.") == {"eu-gdpr"}


def test_so_does_a_clause_under_a_heading_that_says_so() -> None:
    found = _laws("Some of our helpers are in Port Hollow.", "Transfers outside of the European Union")
    assert found == {"eu-gdpr"}


def test_data_that_leave_both_places_meet_both() -> None:
    assert {"eu-gdpr", "uk-gdpr"} <= _laws("Some of our helpers are outside the EEA and the UK.")


def test_a_clause_that_names_another_place_keeps_its_law() -> None:
    assert "uk-gdpr" in _laws("We send data outside the EEA. For the UK we use its addendum.")


def test_a_reader_who_is_outside_is_none_whose_data_leave() -> None:
    assert "uk-gdpr" in _laws("If you are outside the European Union, your data come to Port Hollow.")
