"""A clause that only gained or lost words is not counted as reworded: what it said, it may say still."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, summarise
from conductatlas.changes.following.standing import ChangeKind

_SAID = "The miller pays nothing back for a sack."
_MORE = f"{_SAID} A sack that was lost is paid for at the gate."


def _told(before: str, after: str) -> Told:
    return Told(ChangeKind.REWORDED, "no-refund", Severity.LOW, Severity.LOW, passage=(before, after))


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        (_SAID, _MORE, "with words added"),
        (_MORE, _SAID, "with words taken out"),
        (_SAID, "The miller pays half back for a sack.", "reworded"),
    ],
)
def test_each_is_told_by_its_edit(before: str, after: str, edit: str) -> None:
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [_told(before, after)])
    assert told == f"1 provision {edit} (No refunds)."


def test_they_are_counted_apart() -> None:
    touched = [_told(_SAID, _MORE), _told(_SAID, "The miller pays half back for a sack.")]
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, touched)
    assert told == "1 provision reworded (No refunds) and 1 with words added (No refunds)."


def test_provisions_and_types_are_not_counted_in_one_breath() -> None:
    reworded = [_told(_SAID, "The miller pays half back for a sack.")] * 3
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [*reworded, *[_told(_SAID, _MORE)] * 2])
    assert told == (
        "3 provisions of 1 type reworded (No refunds) and 2 provisions of 1 type with words added (No refunds)."
    )
