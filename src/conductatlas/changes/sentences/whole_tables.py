"""Tables of a text that came or went as a whole: told as tables, and row by row where they have few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from conductatlas.changes.language.words import has_digit
from conductatlas.changes.layout.headings import title_over
from conductatlas.changes.layout.title_lines import has_capitals
from conductatlas.changes.sentences.said import Said
from conductatlas.reading import BETWEEN_CELLS, BlockKind, Document, word_count

# A table has so many rows that say something; up to so many are told by themselves, too.
_FEWEST_ROWS, _MOST_TOLD = 3, 12
# What names several columns has so few words in each cell; of two columns the first may name the rows instead.
_MOST_OF_A_LABEL, _FEWEST_COLUMNS = 4, 3


class Table(NamedTuple):
    """A table that stands in one of two texts alone: the title over it, which may be empty, its block and its rows.

    `passed_over`: the places of those rows that are not told by themselves: what names the columns, and all of many.
    """

    under: str
    block: int
    rows: tuple[int, ...]
    passed_over: tuple[int, ...]


def whole_tables(
    document: Document, said: Sequence[Said], alone: Collection[int], other: Document
) -> tuple[Table, ...]:
    """The tables of a document of which each row stands in it alone, in the order of the text.

    `said` are its sentences, `alone` the places of those that stand in it alone. Where the other text has a table
    under the same title, that one was written anew, or got other rows.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for one in said:
        if one.is_row:
            places[one.block].append(one.place)
    found = tuple(
        Table(title_over(document, block), block, tuple(rows), tuple(_passed_over(rows, said)))
        for block, rows in places.items()
        if len(rows) >= _FEWEST_ROWS and all(place in alone for place in rows)
    )
    tables = (number for number, block in enumerate(other.blocks) if found and block.kind is BlockKind.TABLE)
    titles = {title_over(other, number) for number in tables}
    return tuple(one for one in found if one.under not in titles)


def _passed_over(rows: Sequence[int], said: Sequence[Said]) -> Sequence[int]:
    """Those of the rows of a table, by their places, that are not told by themselves."""
    if len(rows) > _MOST_TOLD:
        return rows
    return rows[:1] if _names_columns(said[rows[0]].text) else ()


def _names_columns(row: str) -> bool:
    """Whether the first row of a table is of a few words in each cell, and without a figure.

    Where it has two columns, written as titles are.
    """
    cells = [cell for cell in row.split(BETWEEN_CELLS) if cell.strip()]
    are_short = all(word_count(cell) <= _MOST_OF_A_LABEL and not has_digit(cell) and "@" not in cell for cell in cells)
    return are_short and (len(cells) >= _FEWEST_COLUMNS or all(map(has_capitals, cells)))
