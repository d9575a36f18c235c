"""What an edition for other people, or a rest of a text, does not say was not removed; nor added, the other way."""

from __future__ import annotations

import pytest

from conductatlas.changes.editions import is_written_anew, why_another_text
from conductatlas.reading import Document, read_markdown

_TITLE = "# Terms of the Larkwell library"
_MAY, _JUNE = "Last updated on 3 May 2026.", "Last updated on 9 June 2026."
_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_PAINTINGS = [f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(60)]


def _text(*paragraphs: str) -> Document:
    return read_markdown("\n\n".join(paragraphs))


@pytest.mark.parametrize(
    ("old", "new", "is_another"),
    [
        pytest.param([_TITLE, _MAY, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS], False, id="anew, of a later day"),
        pytest.param([_TITLE, _JUNE, *_ROOMS], [_TITLE, _MAY, *_PAINTINGS], True, id="anew, of an earlier day"),
        pytest.param([_TITLE, *_ROOMS], [_TITLE, *_PAINTINGS], True, id="anew, of no day"),
        pytest.param([_TITLE, _MAY, *_ROOMS], [_TITLE, *_PAINTINGS], True, id="anew, the new one of no day"),
        pytest.param([_TITLE, *_ROOMS], [_TITLE, *_ROOMS[5:]], False, id="of no day, but nearly all stayed"),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS], ["# Prices of Larkwell Shop", _JUNE, *_PAINTINGS], True, id="anew, another title"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS[:40]], True, id="anew, and much shorter"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS, *_PAINTINGS * 2],
            [_TITLE, _JUNE, *_ROOMS[:20]],
            True,
            id="under a fifth is left",
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS[:20] * 3], True, id="one page three times over"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS[:20] * 3], [_TITLE, _JUNE, *_ROOMS[:19] * 3], False, id="as it was before too"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS[:15]], [_TITLE, _JUNE, *_ROOMS[:15], *_PAINTINGS, *_ROOMS[15:]], True, id="a stub"
        ),
    ],
)
def test_whether_a_text_is_another_one(old: list[str], new: list[str], is_another: bool) -> None:
    before, after = _text(*old), _text(*new)
    assert bool(why_another_text(before, after, anew=is_written_anew(before, after))) is is_another
