"""What changed most is told in the summary of a version however long it is: its quotes are cut to fit the record."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, summarise
from conductatlas.changes.standing import ChangeKind

_CATALOGUE = load_catalogue()
_ROOM = 500
_WAS = " ".join(f"old{number}" for number in range(60))
_IS = " ".join(f"new{number}" for number in range(60))


def _told(phrase: str) -> Told:
    return Told(
        ChangeKind.REWORDED, "liability-limitation", Severity.HIGH, Severity.HIGH, phrases=(phrase,), moved_words=90
    )


def test_an_edit_that_a_cut_may_hide_is_not_told() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"“{_WAS}” becomes “{_IS}”")])
    assert "“" not in said
    assert said.endswith("(high).")


def test_what_came_is_cut() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"it adds “{_WAS} {_IS}”")])
    assert len(said) <= _ROOM
    assert "where it adds “old0 old1" in said
    assert said.endswith(" …”.")


def test_what_is_told_beside_it_is_left_out_first() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"it adds “one thing”, and it leaves out “{_WAS} {_IS}”")])
    assert said.endswith("where it adds “one thing”.")


def test_a_phrase_that_fits_stays_as_it_is() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told("it adds “one thing”, and it leaves out “another thing”")])
    assert said.endswith("where it adds “one thing”, and it leaves out “another thing”.")
