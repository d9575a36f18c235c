"""Grades are told apart by a ground that one clause has, and of which the other has no word."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Clause, difference
from conductatlas.comparison.grounds import grounds
from conductatlas.yaml_data import parse_yaml
from tests.comparison.clauses import clause

_NOTICE = "notice is promised, of some changes at least"
_EXIT = "advance notice, and a right to leave"


def _changed(record: int, text: str, severity: Severity, reason: str = "", modifier: str = "") -> Clause:
    return clause(record, text, severity=severity, reason=reason, modifier=modifier)


def test_every_ground_moves_the_grade_of_its_type() -> None:
    modifiers = parse_yaml(files("conductatlas.provisions").joinpath("modifiers.yaml").read_bytes())
    effects = {(clause_type, one["id"]) for one in modifiers for clause_type in one["effects"]}
    assert {(clause_type, one) for clause_type, found in grounds().items() for one in found} <= effects


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("We may change these terms. The new ones are put on this page.", True),
        ("We may change these terms. Where a law asks it, we let you know.", False),
        ("We may change these terms, effective thirty days after we announce it.", False),
    ],
)
def test_a_ground_that_may_be_there_in_other_words_is_not_missing(other: str, *, told: bool) -> None:
    this = _changed(1, "We may change these terms with notice.", Severity.MEDIUM, _NOTICE, "change-with-notice")
    found = difference(load_catalogue()["unilateral-terms-change"], this, _changed(2, other, Severity.HIGH))
    assert (found.grade, found.unsure) == (told, not told)


def test_of_two_that_both_promise_notice_neither_is_told_to_be_milder() -> None:
    text = "We may change these terms. We give notice of it at least 30 days before."
    longer = _changed(1, text, Severity.MEDIUM, _NOTICE, "change-with-notice")
    milder = _changed(
        2,
        "We may change these terms. We give notice of it before, and you may leave.",
        Severity.LOW,
        _EXIT,
        "change-with-exit",
    )
    for this, other in ((longer, milder), (milder, longer)):
        found = difference(load_catalogue()["unilateral-terms-change"], this, other)
        assert found.unsure
        assert "graded" not in found.sentence


def test_a_cause_that_is_told_as_what_leads_to_an_end_is_not_missing() -> None:
    this = _changed(1, "We may suspend you if you breach this.", Severity.MEDIUM, "a cause", "termination-for-cause")
    other = _changed(2, "Evidence of a sale may result in termination of your access.", Severity.HIGH)
    assert difference(load_catalogue()["unilateral-termination"], this, other).unsure


def test_grounds_that_stand_above_a_clause_are_not_missing() -> None:
    legal = "legal needs are a ground that it names"
    other = clause(2, "We may keep letters to comply with law.", reason=legal, modifier="kept-for-stated-need")
    for words, told in (("in any case", True), ("for the above reasons", False)):
        this = _changed(1, f"We may keep letters {words} when you left.", Severity.HIGH)
        found = difference(load_catalogue()["indefinite-retention"], this, replace(other, severity=Severity.MEDIUM))
        assert found.grade == told
