"""What changed most is told in the summary of a version however long it is: its quotes are cut to fit the record."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, summarise
from conductatlas.changes.standing import ChangeKind

_CATALOGUE = load_catalogue()
_ROOM = 600
_WAS = " ".join(f"old{number}" for number in range(60))
_IS = " ".join(f"new{number}" for number in range(60))
_TOLD = Told(ChangeKind.REWORDED, "liability-limitation", Severity.HIGH, Severity.HIGH)
_COUNTED = "; 1 provision reworded (Limitation of liability)."


def _said(*above_all: str) -> str:
    return summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_TOLD], above_all=above_all)


def test_an_edit_that_a_cut_may_hide_is_not_told() -> None:
    assert _said(f"“{_WAS}” becomes “{_IS}”") == _COUNTED.removeprefix("; ")
    assert _said(f"“{_WAS}” becomes “{_IS}”", "it adds “a bell”") == f"Above all, it adds “a bell”{_COUNTED}"


def test_what_came_is_cut() -> None:
    said = _said(f"it adds “{_WAS} {_IS}”", "it adds “a bell”")
    assert len(said) <= _ROOM
    assert said.startswith("Above all, it adds “old0 old1")
    assert said.endswith(" …”; 1 provision reworded.")


def test_what_does_not_fit_beside_it_is_left_out() -> None:
    assert _said("it adds “one thing”", f"it no longer says “{_WAS} {_IS} {_WAS}”", "it adds “a bell”") == (
        f"Above all, it adds “one thing”, and it adds “a bell”{_COUNTED}"
    )


def test_what_nearly_fits_beside_it_is_cut() -> None:
    lost = f"it no longer says “{' '.join(_WAS.split()[:38])}”"
    said = _said(f"it adds “{' '.join(_IS.split()[:57])}”", lost, "it adds “bells”")
    assert "it no longer says “old0 old1" in said
    assert " …”" in said
    assert len(said) <= _ROOM


def test_no_more_than_three_are_told() -> None:
    assert _said("it adds “a”", "it adds “b”", "it adds “c”", "it adds “d”") == (
        f"Above all, it adds “a”, and it adds “b”, and it adds “c”{_COUNTED}"
    )
