"""A text and its blocks: the values that every later room works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, wraps
from typing import NamedTuple, TypeVar

from conductatlas.reading.visible import visible_text
from conductatlas.reading.words import counted_line

_Found = TypeVar("_Found")

# By how many code points the blocks are found with which a quote may begin, by fewer where it has fewer.
_OPENINGS = (24, 8, 1, 0)


class BlockKind(StrEnum):
    """What a block is in the structure of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE = "table"
    PREFORMATTED = "preformatted"


class Block(NamedTuple):
    """One heading, paragraph, list item, table or preformatted run of a document.

    `start` and `end` are code points into the document's text; a block never includes the blank lines around it.
    `level` is 1 to 6 for a heading, the nesting depth from 1 for a list item, and 0 for anything else.
    `heading` is the ordinal of the heading that the block stands under (for a heading: its parent heading), or None.
    `lead_in` is the ordinal of the block that introduces a list item (the paragraph that announces the list, or the
    item that a nested list hangs on), or None.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    heading: int | None = None
    lead_in: int | None = None


class ReadBlock(NamedTuple):
    """A block as it stands, as a reader sees it, and its words in a line with how many they are."""

    source: str
    visible: str
    line: tuple[str, int]


@dataclass(frozen=True)
class Document:
    """A canonical text and the blocks found in it, in the order of the text and without overlap.

    `read` is what was made of each block, where whoever found the blocks knows it.
    """

    text: str
    blocks: tuple[Block, ...]
    read: tuple[ReadBlock, ...] = field(default=(), compare=False, repr=False)

    def __hash__(self) -> int:
        # A text knows its hash, its blocks don't.
        return hash(self.text)

    def source(self, ordinal: int) -> str:
        """The exact slice of the text that a block covers."""
        if self.read:
            return self.read[ordinal].source
        block = self.blocks[ordinal]
        return self.text[block.start : block.end]

    @cached_property
    def visible(self) -> tuple[str, ...]:
        """What a reader sees of each block: no markup, no link targets, white space folded."""
        if self.read:
            return tuple([one.visible for one in self.read])
        return tuple([visible_text(self.text[block.start : block.end]) for block in self.blocks])

    @cached_property
    def word_lines(self) -> tuple[str, ...]:
        """The words of each block, with a space between each two; empty for a block without words."""
        return tuple([line for line, _ in self._counted_lines])

    @cached_property
    def word_counts(self) -> tuple[int, ...]:
        """How many words each block has."""
        return tuple([count for _, count in self._counted_lines])

    @cached_property
    def _counted_lines(self) -> list[tuple[str, int]]:
        return [one.line for one in self.read] if self.read else list(map(counted_line, self.visible))

    def places(self, quote: str) -> tuple[tuple[int, int], ...]:
        """Where a quote stands as a run of whole blocks: (first, last) ordinals, in order and without overlap."""
        known = self._known_places.get(quote)
        if known is None:
            known = self._known_places[quote] = tuple(self._find_places(quote))
        return known

    def ordinals(self, quote: str) -> tuple[int, ...]:
        """The blocks that a quote covers in all its places, in the order of the text."""
        known = self._known_ordinals.get(quote)
        if known is None:
            places = self.places(quote)
            known = tuple([block for first, last in places for block in range(first, last + 1)])
            self._known_ordinals[quote] = known
        return known

    @cached_property
    def _known_places(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    @cached_property
    def _known_ordinals(self) -> dict[str, tuple[int, ...]]:
        return {}

    def _find_places(self, quote: str) -> Iterator[tuple[int, int]]:
        end = 0
        length = next(one for one in _OPENINGS if len(quote) >= one)
        for first in self._ordinals_by_opening(length).get(quote[:length], ()):
            start = self.blocks[first].start
            last = self._ordinal_by_end.get(start + len(quote))
            if start >= end and last is not None and self.text.startswith(quote, start):
                end = start + len(quote)
                yield first, last

    def _ordinals_by_opening(self, length: int) -> dict[str, list[int]]:
        """The blocks by so many characters of the text that begin with them."""
        ordinals = self._known_openings.get(length)
        if ordinals is None:
            ordinals = self._known_openings[length] = {}
            for ordinal, block in enumerate(self.blocks):
                ordinals.setdefault(self.text[block.start : block.start + length], []).append(ordinal)
        return ordinals

    @cached_property
    def _known_openings(self) -> dict[int, dict[str, list[int]]]:
        return {}

    @cached_property
    def _ordinal_by_end(self) -> dict[int, int]:
        return {block.end: ordinal for ordinal, block in enumerate(self.blocks)}

    def headings_above(self, ordinal: int) -> tuple[int, ...]:
        """The ordinals of the headings that a block stands under, outermost first."""
        path: list[int] = []
        current = self.blocks[ordinal].heading
        while current is not None:
            path.append(current)
            current = self.blocks[current].heading
        return tuple(reversed(path))


def kept_with_document(find: Callable[[Document], _Found]) -> Callable[[Document], _Found]:
    """A function that works something out once for each document, which keeps it as long as it is there itself.

    A version is compared twice, with the one before it and the one after, and many others come between.
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(document: Document) -> _Found:
        known = document.__dict__
        if name not in known:
            known[name] = find(document)
        found: _Found = known[name]
        return found

    return kept
