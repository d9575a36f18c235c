"""The severity of a version is that of its provisions as they stand, unless it is told that theirs moved."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity
from conductatlas.changes import ChangeKind, Told, gravest_severity


@pytest.mark.parametrize(
    ("phrases", "severity"),
    [((), Severity.MEDIUM), (("severity falls from high to medium",), Severity.HIGH)],
)
def test_of_a_reworded_provision_that_was_graver(phrases: tuple[str, ...], severity: Severity) -> None:
    told = Told(ChangeKind.REWORDED, "service-modification", Severity.HIGH, Severity.MEDIUM, phrases=phrases)
    assert gravest_severity([told]) is severity
