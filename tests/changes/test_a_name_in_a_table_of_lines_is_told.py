"""A table whose cells stand in lines of their own tells which names came: they are no furniture of the page."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "# Cookies\n\nThe mill sets cookies that keep your place in the queue until you have left the yard.\n\n"


def _table(*names: str) -> str:
    return _RULES + "".join(
        f"Name\n\n{name}\n\nDescription\n\nThis cookie counts the sacks of a cart\n\nDomain\n\nmill.example\n\n"
        for name in names
    )


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)


def test_the_names_that_came_are_told() -> None:
    kept = ("mw_yard", "mw_sack", "mw_cart", "mw_gate")
    found = _changes(_table(*kept), _table(*kept, "cl_bridge"))
    assert foremost(found) == ("it adds “cl_bridge”",)
    assert (found.came, found.rows) == (1, {"came": 1})
    assert foremost(_changes(_table(*kept, "cl_bridge"), _table(*kept))) == ("it no longer says “cl_bridge”",)


def test_a_name_behind_no_such_label_is_none() -> None:
    assert _changes(_RULES, f"{_RULES}Name\n\ncl_bridge\n").came == 0
