"""The cells of a table by what heads their column."""

from __future__ import annotations

import re

_RULE = re.compile(r"\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*\Z")
_CELL = re.compile(r"(?<=\|)(?:[^|\\\n]|\\.)*(?=\|)")


def cells_under(heading: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where the cells stand whose column is headed by words that a pattern finds; tables are those of Markdown."""
    if "\n|" not in text or not heading.search(text):
        return ()
    found: list[tuple[int, int]] = []
    columns: frozenset[int] = frozenset()
    above, place = "", 0
    for line in text.split("\n"):
        if not line.startswith("|"):
            columns = frozenset()
        elif _RULE.match(line):
            columns = frozenset(at for at, cell in enumerate(_CELL.finditer(above)) if heading.search(cell.group()))
        elif columns:
            cells = enumerate(_CELL.finditer(line))
            found.extend((place + cell.start(), place + cell.end()) for at, cell in cells if at in columns)
        above, place = line, place + len(line) + 1
    return tuple(found)
