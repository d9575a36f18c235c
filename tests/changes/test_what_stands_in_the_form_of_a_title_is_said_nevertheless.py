"""Whole sentences that a page has as a heading, or in bold, are what the text says."""

from __future__ import annotations

from conductatlas.changes.sentences.differing import differing
from conductatlas.changes.sentences.said import said_in
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley."
_KEPT = "We will keep your sacks only for as long as this is needed for grinding what is in them at the mill."
_BURNT = "We will burn the sacks that nobody fetches."


def _differing(before: str, after: str) -> list[tuple[str, str]]:
    found = differing(*(read_markdown(f"{_MILL}\n\n## Sacks\n\n{text}\n") for text in (before, after)))
    return [(one.how, one.after or one.before) for one in found.telling.values()]


def test_rules_that_came_as_a_heading_are_told() -> None:
    assert _differing("", f"###### {_KEPT} {_BURNT}") == [("came", _KEPT), ("came", _BURNT)]


def test_a_heading_that_became_a_paragraph_is_no_change() -> None:
    assert _differing(f"#### {_KEPT} {_BURNT}", f"{_KEPT} {_BURNT}") == []


def test_a_title_is_no_sentence() -> None:
    titles = (
        "#### Which sacks of yours are kept in the loft of the mill, for how long, and why they may be burnt",
        "#### How long will we keep your sacks in the loft of the mill, and when may we burn them?",
        "#### We will burn sacks.",
    )
    for title in titles:
        assert [one.text for one in said_in(read_markdown(f"{_MILL}\n\n{title}\n"))] == [_MILL.split("\n")[-1]]


def test_to_whom_a_section_applies_is_no_title_in_bold() -> None:
    applies = "This section also applies to users resident in Ireland."
    assert _differing(f"**{applies}**\n\n{_KEPT}", _KEPT) == [("went", applies)]
