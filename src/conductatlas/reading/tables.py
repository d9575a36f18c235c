"""The rows and cells of a table, as it stands and as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.reading.visible import visible_text

# What stands between two cells of a row where it is shown as a line.
BETWEEN_CELLS = " | "
# What does in the source.
CELL_ENDS = re.compile(r"(?<!\\)\|")
# An item of a list within a cell, and how one is drawn in a line.
_ITEM, _DRAWN_ITEM = re.compile(r"<br ?/?>[ \t]*[*+•-][ \t]+", re.IGNORECASE), " • "
_DASHES = re.compile(r"(?=[ \t:|]*-)[ \t:|-]*$")


def is_below_head(line: str) -> bool:
    """Whether a line of a table only divides its head from what stands below."""
    return _DASHES.match(line) is not None


def table_rows(source: str) -> Iterator[tuple[str, str]]:
    """The rows of a table that have words: each as it stands, and as a line of its cells, dots of lists kept."""
    for line in source.splitlines():
        if not is_below_head(line):
            cells = [visible_text(_ITEM.sub(_DRAWN_ITEM, cell)) for cell in CELL_ENDS.split(line)]
            if row := BETWEEN_CELLS.join(filter(None, cells)):
                yield line, row
