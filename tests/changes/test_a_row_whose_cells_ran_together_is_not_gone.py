"""Where a page is captured without its table, the cells of a row run together: what they say neither came nor went."""

from __future__ import annotations

from conductatlas.changes import gravity_by, sentence_changes
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_ROWS = (
    ("1. Names in the book.", "Who signed it, and when.", "Only if you sign."),
    ("2. Streets for carts.", "Where your flour is left.", "With each order."),
    ("3. Loads of flour.", "How many sacks you took.", "No, never at all."),
    ("4. Lamps at night.", "Which of them you lit.", "Each new moon."),
)


def _document(body: str) -> Document:
    return read_markdown(f"# Privacy\n\nWe keep what this table tells.\n\n{body}\n\nWe burn all of it after a year.\n")


def _table(rows: tuple[tuple[str, ...], ...]) -> Document:
    lines = (f"| {' | '.join(row)} |" for row in (("Kind", "Example", "Collected"), ("---",) * 3, *rows))
    return _document("\n".join(lines))


def _flat(rows: tuple[tuple[str, ...], ...]) -> Document:
    return _document("KindExampleCollected" + "".join(map("".join, rows)))


def _told(old: Document, new: Document) -> tuple[int, int, int]:
    found = sentence_changes(old, new, 8, gravity_by(default_finder()))
    return found.came, found.went, found.edited


def test_cells_without_spaces_between_them_are_the_same_row() -> None:
    table, flat = _table(_ROWS), _flat(_ROWS)
    assert _told(table, flat) == (0, 0, 0)
    assert _told(flat, table) == (0, 0, 0)


def test_a_row_of_which_a_cell_says_something_else_is_told() -> None:
    other = (*_ROWS[:3], (*_ROWS[3][:2], "Each day of the year."))
    came, went, edited = _told(_table(_ROWS), _flat(other))
    assert came + went + edited > 0
