"""A table of which all rows gave way to others still stands: the rows are told, not the table."""

from __future__ import annotations

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_HEAD = "## Counting cookies\n\n| **Source** | **Cookie name** | **Duration** |\n| --- | --- | --- |\n"
_BEFORE = """| Larkwell | lark_count | thirty minutes after a visit |
| Corvid | corvid_seen | thirteen months after a visit |
| Heron | heron_visit | six months after a visit |
"""
_AFTER = "| Ouzel | ouzel_all | one year after a visit |\n"


def _tables(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    changes = sentence_changes(read_markdown(before), read_markdown(after), 4, ungraded)
    return tuple(one.under for one in changes.gone_tables), tuple(one.under for one in changes.new_tables)


def test_a_table_with_other_rows_neither_went_nor_came() -> None:
    assert _tables(_HEAD + _BEFORE, _HEAD + _AFTER) == ((), ())
    assert _tables(_HEAD + _AFTER, _HEAD + _BEFORE) == ((), ())


def test_one_that_is_nowhere_any_more_went() -> None:
    kept = "## Counting cookies\n\nWe count nothing at all on these pages any more.\n"
    assert _tables(_HEAD + _BEFORE, kept) == (("Counting cookies",), ())
    assert _tables(kept, _HEAD + _BEFORE) == ((), ("Counting cookies",))
