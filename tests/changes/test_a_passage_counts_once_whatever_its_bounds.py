"""Words that changed beside what is told of are counted by passages: each once, and none that is told of already."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import ChangeKind, Told, Verdict, summarise

_BAN = "You must not sing in the mill{} at any time."
_REST = "The miller may ask whoever does to leave."
_SHORT = (_BAN.format(""), _BAN.format(" or hum"))
_LONG = (f"{_SHORT[0]} {_REST}", f"{_SHORT[1]} {_REST}")
_OTHER = ("The mill opens at eight.", "The mill opens at nine.")


def _told(passage: tuple[str, str], *, beside: bool) -> Told:
    kind, grade = ChangeKind.REWORDED, Severity.LOW
    return Told(kind, "prohibited-conduct", grade, grade, unsure=beside, passage=passage)


def _said(*beside: tuple[str, str], named: tuple[str, str]) -> str:
    touched = (_told(named, beside=False), *(_told(one, beside=True) for one in beside))
    return summarise(load_catalogue(), Verdict.SUBSTANTIVE, touched)


def test_the_same_words_with_other_bounds_are_no_other_passage() -> None:
    assert "passage" not in _said(_SHORT, named=_LONG)
    assert "passage" not in _said(_LONG, named=_SHORT)


def test_two_that_hold_each_other_are_one() -> None:
    assert "words changed in 1 other passage." in _said(_SHORT, _LONG, named=_OTHER)


def test_what_was_taken_for_another_before_is_the_same_as_it_stands() -> None:
    assert "passage" not in _said((_OTHER[0], _SHORT[1]), named=_LONG)


def test_a_larger_one_in_which_more_changed_is_another() -> None:
    larger = (f"{_LONG[0]} {_OTHER[0]}", f"{_LONG[1]} {_OTHER[1]}")
    assert "words changed in 1 other passage." in _said(larger, named=_SHORT)
