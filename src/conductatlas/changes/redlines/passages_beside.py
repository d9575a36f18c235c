"""Passages in which words changed beside those that are told of: each counts once, whatever its bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.reading import visible_words, word_line

# The words of a passage before and after; a side is empty where it was not there.
Passage = tuple[str, str]


def passages_beside(some: Iterable[Passage], told: Iterable[Passage]) -> Sequence[Passage]:
    """Those of some passages whose words stand in none that is told of, nor in another one of them."""
    covering = list(told)
    left: list[Passage] = []
    for one in sorted(set(some), key=lambda passage: (-len(passage[1]), passage)):
        if not any(_covers(other, one) for other in covering):
            covering.append(one)
            left.append(one)
    return left


def is_part(one: Passage, other: Passage) -> bool:
    """Whether one of two passages is a part of the other, before and after; of what was not there, none is."""
    if not all(one) or not all(other):
        return False
    return _holds(one, other) or _holds(other, one)


def _holds(large: Passage, small: Passage) -> bool:
    return small[0] in large[0] and small[1] in large[1]


def _covers(told: Passage, one: Passage) -> bool:
    """Whether who reads what changed in one passage has read what changed in another one."""
    if not all(one) or not all(told):
        return one == told
    # As it stands now it is no other passage, whatever it was taken to have been.
    return one[1] in told[1] or (is_part(told, one) and _marks(one) <= _marks(told))


@lru_cache(maxsize=256)
def _marks(passage: Passage) -> Counter[tuple[SegmentKind, str]]:
    """The words that came and went in a passage."""
    segments = redline(*map(visible_words, passage))
    marked = ((one.kind, word_line(one.text)) for one in segments if one.kind is not SegmentKind.SAME)
    return Counter(one for one in marked if one[1])
