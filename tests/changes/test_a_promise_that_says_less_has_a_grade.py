"""A platform that no longer promises not to do something, or less of it, made a change with a grade."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import ChangeKind, Told, Verdict, explain, grade_of_loss, gravest_severity

_SOLD = "We do not sell or share what we know of your garden."


@pytest.mark.parametrize(
    ("after", "grade"),
    [
        ("We do not sell what we know of your garden.", Severity.MEDIUM),
        ("We do not sell or share what we know of your garden, unless you let us.", Severity.MEDIUM),
        ("We do not sell or share any of what we know of your garden.", Severity.NONE),
        ("We do not sell, rent or share what we know of your garden.", Severity.NONE),
    ],
)
def test_a_word_struck_or_an_exception_has_one(after: str, grade: Severity) -> None:
    assert grade_of_loss("no-sale-commitment", ChangeKind.REWORDED, _SOLD, after) is grade


def test_so_has_its_removal_but_nothing_that_is_no_promise() -> None:
    assert grade_of_loss("no-sale-commitment", ChangeKind.REMOVED, _SOLD, "") is Severity.MEDIUM
    assert grade_of_loss("deletion-right", ChangeKind.REMOVED, _SOLD, "") is Severity.NONE


def test_so_has_it_where_a_reader_no_longer_keeps_what_is_theirs() -> None:
    owned = "You own what you plant."
    assert grade_of_loss("content-ownership-retained", ChangeKind.REMOVED, owned, "") is Severity.MEDIUM
    assert grade_of_loss("content-ownership-retained", ChangeKind.ADDED, "", owned) is Severity.NONE


def test_the_change_has_it_too() -> None:
    less = "We do not sell what we know of your garden."
    told = Told(ChangeKind.REWORDED, "no-sale-commitment", Severity.NONE, Severity.NONE, passage=(_SOLD, less))
    assert gravest_severity([told]) is Severity.MEDIUM


def test_what_it_means_names_the_promise() -> None:
    less = "We do not sell what we know of your garden."
    told = Told(
        *(ChangeKind.REWORDED, "no-sale-commitment", Severity.NONE, Severity.NONE),
        phrases=("it leaves out “or share”",),
        passage=(_SOLD, less),
    )
    said = explain(load_catalogue(), Verdict.SUBSTANTIVE, [told])
    assert said.endswith("(medium severity): less is promised than before.")
