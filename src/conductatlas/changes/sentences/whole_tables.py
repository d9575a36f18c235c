"""Tables of a text that came or went as a whole: told as tables, since their rows may be said elsewhere in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from conductatlas.changes.layout.headings import title_over
from conductatlas.changes.sentences.said import Said
from conductatlas.reading import BlockKind, Document

# A table has so many rows that say something.
_FEWEST_ROWS = 3


class Table(NamedTuple):
    """A table that stands in one of two texts alone: the title over it, which may be empty, and its block."""

    under: str
    block: int


def whole_tables(document: Document, said: Sequence[Said], alone: Collection[int]) -> tuple[Table, ...]:
    """The tables of a document of which each row stands in it alone, in the order of the text.

    `said` are its sentences, `alone` the places of those that stand in it alone.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for one in said:
        if one.is_row:
            places[one.block].append(one.place)
    return tuple(
        Table(title_over(document, block), block)
        for block, rows in places.items()
        if len(rows) >= _FEWEST_ROWS and all(place in alone for place in rows)
    )


def under_other_titles(tables: Sequence[Table], other: Document) -> tuple[Table, ...]:
    """The tables under a title under which another text has none: else the rows of one gave way to others."""
    blocks = (place for place, block in enumerate(other.blocks) if block.kind is BlockKind.TABLE) if tables else ()
    titles = {title_over(other, place) for place in blocks}
    return tuple(one for one in tables if one.under not in titles)
