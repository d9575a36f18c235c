"""What still stands word for word where the finder looks for no provision: as a heading, or inside a larger block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from conductatlas.reading import Document, visible_text, words

# Fewer words stand inside a larger block by accident.
_FEWEST_INSIDE = 8


class KeptText:
    """The words of a document, block by block, to look up what was stated before."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _blocks(self) -> list[tuple[int, tuple[str, ...]]]:
        return [(block, words(visible)) for block, visible in enumerate(self._document.visible) if words(visible)]

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[int]]:
        """At which positions, among the blocks with words, each block stands."""
        found: dict[tuple[str, ...], list[int]] = {}
        for position, (_, shown) in enumerate(self._blocks):
            found.setdefault(shown, []).append(position)
        return found

    @cached_property
    def _joined(self) -> list[str]:
        return [f" {' '.join(shown)} " for _, shown in self._blocks]

    def place(self, blocks: Sequence[str]) -> tuple[int, int] | None:
        """The first and the last block where the words of some blocks, given as visible texts, stand in order.

        As blocks of their own one after the other, or else within one larger block; None where they don't.
        """
        stated = [words(visible) for visible in blocks if words(visible)]
        if not stated:
            return None
        for position in self._by_words.get(stated[0], ()):
            run = self._blocks[position : position + len(stated)]
            if [shown for _, shown in run] == stated:
                return run[0][0], run[-1][0]
        if sum(map(len, stated)) < _FEWEST_INSIDE:
            return None
        needle = f" {' '.join(word for shown in stated for word in shown)} "
        for position, hay in enumerate(self._joined):
            if needle in hay:
                block = self._blocks[position][0]
                return block, block
        return None


def blocks_of(quote: str, document: Document) -> tuple[str, ...]:
    """The visible texts of the blocks that a quote covers in a document, in its first place there."""
    places = document.places(quote)
    if not places:
        return (visible_text(quote),)
    first, last = places[0]
    return document.visible[first : last + 1]
