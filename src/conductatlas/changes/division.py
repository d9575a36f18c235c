"""Text that was only divided into other blocks: the same letters in the same order, with other breaks between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from conductatlas.reading import Document

# Fewer letters stand in another text by accident: a shorter block is looked for together with so many beside it.
_FEWEST_LETTERS = 24
# Above this many comparisons of letters, nothing is looked for.
_LONGEST_SEARCH = 1_000_000_000


class Divisions:
    """What of two versions stands in the other one, whatever the breaks in it.

    Letters are compared, not words: where a break is lost, the words around it often run into each other.
    """

    def __init__(self, old: Document, new: Document, differing: int) -> None:
        """`differing` says how many blocks will be looked for at most."""
        self._old, self._new = old, new
        self._differing = differing

    def are_kept(self, olds: Sequence[int], news: Sequence[int]) -> bool:
        """Whether each of some old blocks stands in the new version, and each of some new ones in the old version."""
        if max(self._of_old.length, self._of_new.length) * self._differing > _LONGEST_SEARCH:
            return False
        kept = all(self._of_old.is_part_of(self._of_new, block) for block in olds)
        return kept and all(self._of_new.is_part_of(self._of_old, block) for block in news)

    @cached_property
    def _of_old(self) -> _Letters:
        return _letters(self._old.word_lines)

    @cached_property
    def _of_new(self) -> _Letters:
        return _letters(self._new.word_lines)


class _Letters:
    """The letters of a text in one line, and where each block begins in it."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        # A word has no line feed in it; all at once is soonest done.
        blocks = "\n".join(lines).replace(" ", "").replace("_", "").split("\n")
        self._line = "".join(blocks)
        self._starts = [0, *accumulate(map(len, blocks))]
        self.length = len(self._line)

    def is_part_of(self, other: _Letters, block: int) -> bool:
        start, end = self._starts[block], self._starts[block + 1]
        if end - start >= _FEWEST_LETTERS:
            return self._line[start:end] in other._line
        before, after = max(0, start - _FEWEST_LETTERS), end + _FEWEST_LETTERS
        with_a_neighbour = (self._line[before:end], self._line[start:after])
        return any(len(part) >= _FEWEST_LETTERS and part in other._line for part in with_a_neighbour)


# The new text of one step is the old one of the next.
@lru_cache(maxsize=64)
def _letters(lines: tuple[str, ...]) -> _Letters:
    return _Letters(lines)
