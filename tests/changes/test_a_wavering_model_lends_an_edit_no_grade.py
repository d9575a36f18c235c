"""An edit has the grade of a clause only where it surely states it, not where it is a trifle or the model wavers."""

from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from conductatlas.changes import Pair
from conductatlas.changes.aligning.own_words import own_words
from conductatlas.changes.effects.bearing import Bearing, Rewording
from conductatlas.provisions import Finder, Unit
from conductatlas.reading import read_markdown

_TYPE = "childrens-data"
_OLD = "In Nest Mode we gather what children tell us about the garden and its beds."


class _Surmising:
    """A finder that gives one chance to whatever has a word, and another one to all else."""

    def __init__(self, word: str, with_it: float, without: float) -> None:
        self._word, self._with_it, self._without = word, with_it, without

    def reading(self, language: str) -> "_Surmising":
        return self

    def judge(self, units: Sequence[Unit]) -> Sequence[Mapping[str, float]]:
        return [{_TYPE: self._with_it if self._word in one.text else self._without} for one in units]


def _is_graded(new: str, word: str, with_it: float, without: float) -> bool:
    pair = Pair(read_markdown(_OLD), read_markdown(new))
    finder = cast("Finder", _Surmising(word, with_it, without))
    rewording = Rewording(_TYPE, _OLD, new, own_words(_OLD, new, pair), "", "", "en", {}, pair)
    return Bearing(finder).is_stated_by_edit(rewording)


@pytest.mark.parametrize(
    ("went", "came", "word", "chances", "graded"),
    [
        ("Nest Mode", "Junior Nests", "Junior", (0.65, 0.4), False),
        ("the garden", "this garden", "this", (0.99, 0.0), False),
        ("about the garden", "under thirteen", "thirteen", (0.96, 0.2), True),
    ],
)
def test_what_an_edit_lends(went: str, came: str, word: str, chances: tuple[float, float], graded: bool) -> None:
    assert _is_graded(_OLD.replace(went, came), word, *chances) is graded
