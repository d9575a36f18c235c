"""How a clause was edited is told beside its redline alone: a summary counts those edited, and contradicts no list."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, summarise
from conductatlas.changes.following.standing import ChangeKind

_SAID = "The miller pays nothing back for a sack."
_MORE = f"{_SAID} A sack that was lost is paid for at the gate."


def _told(before: str, after: str) -> Told:
    return Told(ChangeKind.REWORDED, "no-refund", Severity.LOW, Severity.LOW, passage=(before, after))


def test_words_that_came_and_words_that_gave_way_are_edits() -> None:
    touched = [_told(_SAID, _MORE), _told(_MORE, _SAID), _told(_SAID, "The miller pays half back for a sack.")]
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, touched)
    assert told == "3 provisions edited (No refunds)."


def test_one_is_told_so_too() -> None:
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [_told(_SAID, _MORE)])
    assert told == "1 provision edited (No refunds)."
