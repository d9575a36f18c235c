"""Pairs in which nothing stands twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

_Left = TypeVar("_Left", bound=Hashable)
_Right = TypeVar("_Right", bound=Hashable)


def each_once(pairs: Iterable[tuple[_Left, _Right]]) -> Iterator[tuple[_Left, _Right]]:
    """Of some pairs, the best first, those of which neither side stands in a better one."""
    lefts: set[_Left] = set()
    rights: set[_Right] = set()
    for left, right in pairs:
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            yield left, right
