"""Lines in bold within a cell of a table: each stands over what follows it in its cell, up to the next one."""

from __future__ import annotations

import re

from conductatlas.reading import BETWEEN_CELLS, CELL_ENDS, BlockKind, Document, table_rows, visible_text

_BREAK = re.compile(r"<br ?/?>")
_BOLD = re.compile(r"\s*(?P<mark>\*\*|__)(?P<label>(?:(?!(?P=mark)).)+)(?P=mark)[.:]?\s*")


def label_ahead(document: Document, row: str, ahead: str) -> str:
    """The last line in bold of a cell ahead of a place in it, as a reader sees it; empty where there is none.

    `row` is a row of a table of the document, `ahead` what stands in it ahead of that place, as a reader sees them.
    """
    cell = ahead.count(BETWEEN_CELLS)
    within = ahead.rpartition(BETWEEN_CELLS)[2]
    places = {within.rfind(label): label for label in _labels(document, row, cell) if label in within}
    return places[max(places)] if places else ""


def _labels(document: Document, row: str, cell: int) -> list[str]:
    """The lines in bold of a cell of a row, by its number."""
    # Empty cells are not shown.
    cells = list(filter(str.strip, CELL_ENDS.split(_source_of(document, row))))
    if cell >= len(cells):
        return []
    found = filter(None, map(_BOLD.fullmatch, _BREAK.split(cells[cell])))
    return [label for one in found if (label := visible_text(one["label"]).strip(" .:"))]


def _source_of(document: Document, row: str) -> str:
    """A row as it stands in the Markdown of its table; empty where it can't be told."""
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE:
            continue
        for line, shown in table_rows(document.source(number)):
            if shown == row:
                return line
    return ""
