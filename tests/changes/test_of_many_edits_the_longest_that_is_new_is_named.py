"""Of a reworded sentence that is quoted as it is now, the longest words that only came are named beside it."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown
from tests.two_wordings import REST

_WAS = (
    "The keeper of the Larkwell weir, who is chosen each spring by the carters of both banks, may hold the barge of any"
    " trader that passes by night without two lamps, and keeps it at the upper quay until the toll of nine crowns has"
    " been paid in silver to the clerk or to somebody whom the clerk has named."
)
_NOW = (
    "The warden of the Larkwell lock, who is named each autumn by the millers of both banks, may hold the barge of any"
    " trader that passes by night without two lamps, and sells it with all of its cargo after a week, and keeps it at"
    " the lower basin until the toll of nine crowns has been paid in copper to the guild or to somebody whom the mayor"
    " has named."
)


def _first(before: str, now: str) -> str:
    found = sentence_changes(read_markdown(f"{REST}\n\n{before}"), read_markdown(f"{REST}\n\n{now}"), 4, ungraded)
    return foremost(found)[0]


def test_the_longest_words_that_only_came_are_named_where_all_edits_are_too_long() -> None:
    told = _first(_WAS, _NOW)
    assert told.startswith("a reworded sentence now says “The warden of the Larkwell lock")
    assert "sells it with all of its cargo after a week" in told.partition("(among other edits, “")[2]


def test_where_all_edits_put_one_thing_for_another_none_is_named() -> None:
    told = _first(_WAS, _NOW.replace(" and sells it with all of its cargo after a week,", ""))
    assert "among other edits" not in told
