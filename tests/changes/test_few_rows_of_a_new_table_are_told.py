"""A table that came or went as a whole is told as a table, and row by row where it has few rows."""

from __future__ import annotations

from conductatlas.changes.sentences.differing import differing
from conductatlas.reading import read_markdown

_MILL = "## The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"
_HEAD = "## Who stands in for us\n\n| Valley | Stand-in | Where to write |\n| --- | --- | --- |\n"
_ROWS = [f"| {valley} | {valley} Stand-ins Ltd | {number} Weir Lane, {valley} |" for number, valley in enumerate(
    ("Larkdale", "Ousedale", "Wrenfield", "Teal Moor"), 2
)]  # fmt: skip


def _told(rows: list[str]) -> list[tuple[str, str]]:
    with_table = f"{_MILL}{_HEAD}{chr(10).join(rows)}\n"
    found = differing(read_markdown(_MILL), read_markdown(with_table))
    went = differing(read_markdown(with_table), read_markdown(_MILL))
    assert [one.under for one in found.counted.new_tables] == ["Who stands in for us"]
    assert [one.under for one in went.counted.gone_tables] == ["Who stands in for us"]
    assert [one.before for one in went.telling.values()] == [one.after for one in found.telling.values()]
    return [(one.how, one.after.partition(" |")[0]) for one in found.telling.values()]


def test_each_of_few_rows_is_told_but_what_names_the_columns() -> None:
    assert _told(_ROWS) == [("came", valley) for valley in ("Larkdale", "Ousedale", "Wrenfield", "Teal Moor")]


def test_what_names_two_columns_is_written_as_titles_are() -> None:
    ways = {
        "Corn of the Mill": "Open to Whom",
        "---": "---",
        "Oats": "To all of us",
        "Rye": "To bakers of the valley",
        "Spelt": "To nobody at all",
    }
    rows = "".join(f"| {one} | {other} |\n" for one, other in ways.items())
    found = differing(read_markdown(_MILL), read_markdown(_MILL + rows))
    assert [one.after.partition(" |")[0] for one in found.telling.values()] == ["Oats", "Rye", "Spelt"]


def test_of_many_none_is() -> None:
    many = [row.replace("dale", f"dale {letter}") for letter in "ABCDEFG" for row in _ROWS[:2]]
    assert _told(many) == []
