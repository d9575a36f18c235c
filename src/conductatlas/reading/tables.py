"""The rows of a table as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.reading.visible import visible_text

# What stands between two cells of a row where it is shown as a line.
BETWEEN_CELLS = " | "
_CELL = re.compile(r"(?<!\\)\|")
# An item of a list within a cell, and how one is drawn in a line.
_ITEM, _DRAWN_ITEM = re.compile(r"<br ?/?>[ \t]*[*+•-][ \t]+", re.IGNORECASE), " • "
_DASHES = re.compile(r"[ \t:|-]*-[ \t:|-]*$")


def table_rows(source: str) -> Iterator[str]:
    """The rows of a table, given as it stands: each as a line of its cells that have words, lists with their dots."""
    for line in source.splitlines():
        if not _DASHES.match(line):
            cells = [visible_text(_ITEM.sub(_DRAWN_ITEM, cell)) for cell in _CELL.split(line)]
            if row := BETWEEN_CELLS.join(filter(None, cells)):
                yield row
