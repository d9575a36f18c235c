"""A title that is an item of a list, or a line by itself, neither came nor went as a sentence."""

from __future__ import annotations

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_TERMS = "# Larkwell\n\nLarkwell is a market of handmade goods.\n\n1. **Stalls**\n\n   A stall is let for a season.\n"


def _told(new: str) -> list[str]:
    found = sentence_changes(read_markdown(_TERMS), read_markdown(f"{_TERMS}{new}"), 8, ungraded)
    return [one.after for one in found.told]


def test_a_title_that_numbers_a_part_of_a_list_is_not_counted() -> None:
    part = "2. **Your Cart is not Watched by Our Wardens**\n\n   Nobody keeps an eye on a cart that stands outside.\n"
    assert _told(part) == ["Nobody keeps an eye on a cart that stands outside."]


def test_a_rule_in_bold_that_ends_as_a_sentence_is_counted() -> None:
    rule = "* **You must not sell anything that others made.**\n\n  Those who do so leave the market.\n"
    assert "You must not sell anything that others made." in _told(rule)
