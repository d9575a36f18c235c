"""A passage that comes beside others of its clause type, or goes while they stay, is told as that, not as moved."""

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import ChangeKind, Direction, Told, Verdict, explain, summarise, way
from conductatlas.changes.summary import gravest_severity

_CATALOGUE = load_catalogue()
_FAVOURS = "for users than before"


def _came(clause_type: str = "governing-law", severity: Severity = Severity.HIGH) -> Told:
    return Told(ChangeKind.MOVED, clause_type, None, severity)


def _went(clause_type: str = "governing-law", severity: Severity = Severity.LOW) -> Told:
    return Told(ChangeKind.MOVED, clause_type, severity, None)


def _reworded() -> Told:
    return Told(
        ChangeKind.REWORDED, "price-change", Severity.MEDIUM, Severity.MEDIUM, Direction.UNJUDGED, ("it says so",)
    )


def _stayed() -> Told:
    return Told(ChangeKind.MOVED, "age-requirement", Severity.LOW, Severity.LOW)


@pytest.mark.parametrize(
    ("kind", "stood", "stands", "told"),
    [
        (ChangeKind.MOVED, True, True, "moved"),
        (ChangeKind.MOVED, False, True, "one more passage"),
        (ChangeKind.MOVED, True, False, "one passage fewer"),
        (ChangeKind.ADDED, False, True, "added"),
        (ChangeKind.REMOVED, True, False, "removed"),
        (ChangeKind.REWORDED, True, True, "reworded"),
    ],
)
def test_what_became_of_a_provision_has_a_name(kind: ChangeKind, stood: bool, stands: bool, told: str) -> None:
    assert way(kind, stood=stood, stands=stands) == told


def test_a_version_of_nothing_else_counts_them() -> None:
    told = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_came(), _came(), _went()])
    assert told == (
        "2 passages came beside others on the same subjects, and 1 passage went while others on the same subject stay."
    )
    assert summarise(_CATALOGUE, Verdict.EDITORIAL, [_came()]) == ("1 passage came beside others on the same subject.")


def test_they_stand_behind_what_else_a_version_did() -> None:
    told = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_came(), _reworded(), _stayed()])
    assert told.startswith("1 provision edited (Price changes) and 1 moved; ")
    assert told.endswith("; 1 passage came beside others on the same subject.")


def test_whom_a_version_favours_is_not_said_where_nothing_was_compared() -> None:
    told = explain(_CATALOGUE, Verdict.SUBSTANTIVE, [_came(), _came("age-requirement"), _went()])
    assert _FAVOURS not in told
    assert told.startswith("Governing law and Age and eligibility requirement (high severity): 2 more passages.")
    assert told.endswith("Governing law (low severity): 1 passage fewer.")
    assert explain(_CATALOGUE, Verdict.SUBSTANTIVE, [_came(), _reworded()]) == "Price changes: it says so."


def test_what_stayed_in_the_document_stands_elsewhere_in_it() -> None:
    assert "Age and eligibility requirement (low severity) stands elsewhere in it." in explain(
        _CATALOGUE, Verdict.SUBSTANTIVE, [_stayed()]
    )


def test_they_lend_a_version_no_severity() -> None:
    assert gravest_severity([_came(), _went()]) is Severity.NONE


def test_where_every_provision_says_what_it_said_only_what_came_is_told() -> None:
    beside = Told(
        ChangeKind.REWORDED,
        "unilateral-termination",
        Severity.HIGH,
        Severity.HIGH,
        Direction.UNJUDGED,
        ("it adds “Ask a court first”",),
        elsewhere=True,
    )
    told = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [beside], above_all=["it adds “Ask a court first”"])
    assert told == "It adds “Ask a court first”."
