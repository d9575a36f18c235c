"""Of a notice of an update that counts which says for whom it holds, or does not."""

from __future__ import annotations

from conductatlas.changes.sentences.differing import differing
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"
_UPDATED = "We've updated our policy below."
_NOT_FOR = "These updates do not apply to individuals in Switzerland."


def _came(notice: str) -> list[str]:
    found = differing(read_markdown(_MILL), read_markdown(f"{notice}\n\n{_MILL}"))
    return [one.after for one in found.telling.values()]


def test_for_whom_it_does_not_hold_came() -> None:
    assert _came(f"{_UPDATED} {_NOT_FOR}") == [_NOT_FOR]


def test_that_there_was_one_did_not() -> None:
    assert _came(f"{_UPDATED} Please take a moment to read what is new in it.") == []


def test_for_whom_it_holds_weighs_as_much_as_elsewhere() -> None:
    texts = (read_markdown(f"{_MILL}{ahead}{_NOT_FOR}\n") for ahead in (f"{_UPDATED} ", ""))
    (among, alone) = (next(iter(differing(read_markdown(_MILL), text).weights.values())) for text in texts)
    assert among == alone
