"""What changed most is told in the summary of a version however long it is: its quotes are cut to fit the record."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, explain, summarise
from conductatlas.changes.standing import ChangeKind

_CATALOGUE = load_catalogue()
_ROOM = 500
_WAS = " ".join(f"old{number}" for number in range(60))
_IS = " ".join(f"new{number}" for number in range(60))


def _told(phrase: str) -> Told:
    return Told(
        ChangeKind.REWORDED, "liability-limitation", Severity.HIGH, Severity.HIGH, phrases=(phrase,), moved_words=90
    )


def test_both_sides_of_an_edit_are_cut() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"“{_WAS}” becomes “{_IS}”")])
    assert len(said) <= _ROOM
    assert "where “old0 old1" in said
    assert " …” becomes “new0 new1" in said
    assert said.endswith(" …”.")
    assert "“old0" in explain(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"“{_WAS}” becomes “{_IS}”")])


def test_what_is_told_beside_it_is_left_out_first() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told(f"it adds “one thing”, and it leaves out “{_WAS} {_IS}”")])
    assert said.endswith("where it adds “one thing”.")


def test_a_phrase_that_fits_stays_as_it_is() -> None:
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_told("it adds “one thing”, and it leaves out “another thing”")])
    assert said.endswith("where it adds “one thing”, and it leaves out “another thing”.")
