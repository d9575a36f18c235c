"""Rows that name the columns of their table: titles, which say nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.reading import BETWEEN_CELLS

# What columns are named by, in English, French and German, …
_LABEL = re.compile(
    r"\b(?:purposes?|categor(?:y|ies)|types?|descriptions?|bas[ei]s|grounds?|names?|durations?|domains?|sources?|details|"
    r"examples?|lifespans?|recipients?|definitions?|providers?|functions?|reasons?|retention|periods?|countr(?:y|ies)|"
    r"regions?|entit(?:y|ies)|why|how|what|cookies?|expir(?:y|ation|es)|"
    r"finalités?|catégories?|destinataires?|durées?|noms?|fournisseurs?|fondements?|"
    r"zwecke?|kategorien?|rechtsgrundlagen?|empfänger|beschreibung|anbieter|dauer|quellen?)\b",
    re.IGNORECASE,
)
# … in so many words at most; a sentence names none.
_MOST_WORDS, _ENDS_SENTENCE = 14, (".", ";", ":")


def without_header(rows: Sequence[str]) -> Sequence[str]:
    """The rows of a table, as a reader sees them, without the one that names its columns, if others are below it.

    It is the first of all that have several cells.
    """
    place = next((place for place, row in enumerate(rows) if has_rows(row)), None)
    if place is None or place + 1 >= len(rows) or not _names_columns(rows[place]):
        return rows
    return [*rows[:place], *rows[place + 1 :]]


def _names_columns(row: str) -> bool:
    """Whether most of the cells of a row are names of columns, and none is a sentence."""
    cells = [cell.strip() for cell in row.split(BETWEEN_CELLS) if cell.strip()]
    if len(cells) < 2 or any(len(cell.split()) > _MOST_WORDS or cell.endswith(_ENDS_SENTENCE) for cell in cells):
        return False
    return 2 * sum(cell.endswith("?") or _LABEL.search(cell) is not None for cell in cells) > len(cells)
