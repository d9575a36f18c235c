"""A block that is a bare number is that of the note behind it: where notes came in, the others moved nowhere."""

from __future__ import annotations

import pytest

from conductatlas.changes import align
from conductatlas.reading import Document, read_markdown

_NOTES = [
    f"Larkwell grinds {grain} at the {mill} mill." for grain in ("rye", "oats", "spelt") for mill in ("old", "new")
]
_CAME = ["Corvid Mail carries the sacks.", "The miller keeps the keys to the gate."]


def _page(notes: list[str], sign: str) -> Document:
    numbered = [f"{sign.format(number)}\n\n{note}" for number, note in enumerate(notes, 1)]
    return read_markdown("\n\n".join(["The mill is open.", *numbered, "The mill is closed at night."]))


@pytest.mark.parametrize("sign", ["{}", "[{}]", "({})"])
def test_notes_that_came_in_move_no_other(sign: str) -> None:
    before, after = _page(_NOTES, sign), _page([*_CAME, *_NOTES], sign)
    for old, new in ((before, after), (after, before)):
        found = align(old, new)
        assert not found.moves
        assert {old.visible[one] for one in found.stayed}.issuperset(_NOTES)


def test_a_number_that_stands_between_the_same_blocks_stays() -> None:
    before, after = _page(_NOTES, "{}"), _page([*_NOTES[:3], *_CAME, *_NOTES[3:]], "{}")
    stayed = align(before, after).stayed
    assert [before.visible[one] for one in sorted(stayed)[:7]] == [
        "The mill is open.",
        *"1",
        _NOTES[0],
        "2",
        _NOTES[1],
        "3",
        _NOTES[2],
    ]
