"""One passage more, or fewer, of a type is told only where one of its sentences surely states that by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from conductatlas.changes.effects.untold import _Weighing
from conductatlas.changes.following.standing import ChangeKind, Followed, JudgedText, Standing
from conductatlas.provisions import Finder, Unit, default_finder
from conductatlas.reading import read_markdown

_OVER = "# How long we keep letters\n\n"
_KEPT = "We keep the letters that you send for two years after you sent them, and delete them then."
_GONE = "Once the box is gone for good you cannot open it again."


class _BesideHeading(Finder):
    """A finder that sees a type in whatever has a word, and in all that stands under a heading."""

    def __init__(self, word: str) -> None:
        self.__dict__.update(default_finder().__dict__)
        self._word = word

    def judge(self, units: Sequence[Unit]) -> tuple[Mapping[str, float], ...]:
        return tuple({"retention-period": 0.9 if unit.context or self._word in unit.text else 0.2} for unit in units)


def _is_surely_stated(passage: str) -> bool:
    texts = [JudgedText(read_markdown(text), (), (), frozenset(), "en") for text in ("# Letters", _OVER + passage)]
    went = Followed(
        1, "retention-period", ChangeKind.MOVED, Standing(1, "retention-period", passage, "low", "neutral"), None
    )
    return _Weighing(_BesideHeading("two years"), texts[1], texts[0]).is_surely_stated(went)


@pytest.mark.parametrize(("passage", "sure"), [(_KEPT, True), (_GONE, False)])
def test_a_passage_that_only_its_heading_makes_likely_is_not_told(passage: str, sure: bool) -> None:
    assert _is_surely_stated(passage) is sure
