"""A rule that the new text still has, only for some, did not become the one that came beside it."""

from __future__ import annotations

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"


def test_a_rule_that_was_narrowed_by_a_word_stands_on() -> None:
    before = (
        "Free tokens lapse at the end of each monthly market and don't carry over.\n\n"
        "Free tokens lapse at the end of the monthly market and do not carry over."
    )
    after = (
        "Daily free tokens lapse at the end of the day and do not carry over.\n\n"
        "Gifted free tokens lapse at the end of each monthly market and do not carry over."
    )
    found = sentence_changes(read_markdown(_MILL + before), read_markdown(_MILL + after), 4, ungraded)
    assert [one.after for one in found.told if one.how == "came"] == [after.partition("\n")[0]]
    assert all("Daily" not in one.after for one in found.told if one.how == "edited")
    assert found.went == 0
