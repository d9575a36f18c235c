"""Passages in which words changed beside those that are told of: each counts once, whatever its bounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.reading import visible_words, word_line

# The words of a passage before and after; a side is empty where it was not there.
Passage = tuple[str, str]


def passages_beside(some: Iterable[Passage], told: Iterable[Passage]) -> Sequence[Passage]:
    """Those of some passages whose words stand in none that is told of, nor in another one of them."""
    covering = _Covering()
    for one in told:
        covering.add(one)
    left: list[Passage] = []
    for one in sorted(set(some), key=lambda passage: (-len(passage[1]), passage)):
        if not any(_covers(other, one) for other in covering.perhaps(one)):
            covering.add(one)
            left.append(one)
    return left


class _Covering:
    """Passages by their words, to find those that may be a part of another one, or of which it is a part.

    A part may begin and end within a word: of all but its first and its last word the whole has each.
    """

    def __init__(self) -> None:
        self._by_word: defaultdict[str, dict[Passage, None]] = defaultdict(dict)
        self._by_longest: defaultdict[str, dict[Passage, None]] = defaultdict(dict)
        self._short: dict[Passage, None] = {}
        self._all: dict[Passage, None] = {}

    def add(self, one: Passage) -> None:
        self._all[one] = None
        for word in one[1].split():
            self._by_word[word][one] = None
        inner = _inner(one)
        by_longest = self._by_longest[max(inner, key=len)] if inner else self._short
        by_longest[one] = None

    def perhaps(self, one: Passage) -> Iterable[Passage]:
        """Those of the passages that may hold another one, or be held by it."""
        inner = _inner(one)
        if not inner:
            return self._all
        none: dict[Passage, None] = {}
        holding = min((self._by_word.get(word, none) for word in inner), key=len)
        parts = (self._by_longest.get(word, none) for word in set(one[1].split()))
        return chain(holding, self._short, *parts)


def _inner(one: Passage) -> list[str]:
    return one[1].split()[1:-1]


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
