"""Where a page is captured without its table, the cells of a row run together: what they say neither came nor went."""

from __future__ import annotations

from conductatlas.changes import gravity_by, sentence_changes
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_ROWS = (
    ("1. Names.", "The name under which you signed the book of the mill.", "Only if you write it there yourself."),
    ("2. Places.", "The street in which your flour is delivered, and its number.", "Yes, with each order."),
    ("3. Loads.", "How many sacks of flour your cart took away in a month.", "No"),
)


def _document(body: str) -> Document:
    return read_markdown(f"# Privacy\n\nWe keep what this table tells.\n\n{body}\n\nWe burn all of it after a year.\n")


def _table(rows: tuple[tuple[str, ...], ...]) -> Document:
    lines = (f"| {' | '.join(row)} |" for row in (("Kind", "Example", "Collected"), ("---",) * 3, *rows))
    return _document("\n".join(lines))


def _told(old: Document, new: Document) -> tuple[int, int, int]:
    found = sentence_changes(old, new, 8, gravity_by(default_finder()))
    return found.came, found.went, found.edited


def test_cells_without_spaces_between_them_are_the_same_row() -> None:
    table, flat = _table(_ROWS), _document("KindExampleCollected" + "".join(map("".join, _ROWS)))
    assert _told(table, flat) == (0, 0, 0)
    assert _told(flat, table) == (0, 0, 0)


def test_a_row_of_which_a_cell_says_something_else_is_told() -> None:
    other = (*_ROWS[:2], ("3. Loads.", "How many sacks of flour your cart took away in a month.", "Yes, each week."))
    came, went, edited = _told(_table(_ROWS), _document("".join(map("".join, other))))
    assert came + went + edited > 0
