"""Of a type of which several passages came, it is told once that it is new, with the gravest of their grades."""

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import ChangeKind, Told, Verdict, explain


def _came(clause_type: str, severity: Severity) -> Told:
    return Told(ChangeKind.ADDED, clause_type, None, severity)


def test_the_gravest_grade_stands_for_a_type() -> None:
    touched = [
        _came("auto-renewal", Severity.MEDIUM),
        _came("no-refund", Severity.MEDIUM),
        _came("auto-renewal", Severity.HIGH),
    ]
    said = explain(load_catalogue(), Verdict.SUBSTANTIVE, touched)
    assert said.count("Automatic renewal") == 1
    assert "Automatic renewal (high severity) is new. No refunds (medium severity) is new." in said
