"""How much the words say that came or went between two wordings: a trifle is not what a version did above all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.provisions import content_stems
from conductatlas.reading import visible_text, words

# A word that turns what is said, or a figure, weighs as much as so many others.
_TURNS = frozenset(
    (
        *("not", "never", "no", "nor", "cannot", "may", "can", "must", "shall", "will", "should", "only", "unless"),
        *("except", "without", "any", "all", "always", "solely"),
    )
)
_WEIGHT_OF_TURN = 4
# So many other words that came or went are no trifle, whatever became of the rest.
_MUCH = 40
_MARKED = (SegmentKind.DELETED, SegmentKind.INSERTED)


@lru_cache(maxsize=512)
def moved_words(before: str, after: str) -> int:
    """How many words that say something came or went between two wordings, given as they stand in their documents.

    Those that went and came again neither came nor went, so that their order is of no matter.
    """
    said, says = visible_text(before), visible_text(after)
    moved = _alone(words(said), words(says))
    joined = [word for word in moved if not word.isalnum()]
    parts = sum(1 + sum(not sign.isalnum() for sign in word) for word in joined)
    # 'the licenses.No other' is a word for a program alone: a redline cuts it. Beside much else that is of no matter.
    if joined and len(moved) - len(joined) - parts < _MUCH:
        segments = redline(said, says)
        went, came = ([one.text for one in segments if one.kind is kind] for kind in _MARKED)
        moved = _alone(chain.from_iterable(map(words, went)), chain.from_iterable(map(words, came)))
    turns = sum(word in _TURNS or word.isdigit() for word in moved)
    return _WEIGHT_OF_TURN * turns + len(content_stems(" ".join(moved)))


def _alone(some: Iterable[str], others: Iterable[str]) -> list[str]:
    """The words that either has more often than the other one."""
    one, other = Counter(some), Counter(others)
    return list(((one - other) + (other - one)).elements())
