"""A redline is exact, and reads in runs."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from conductatlas.changes import SegmentKind, redline

_TEXTS = st.text(alphabet="ab c.,\n'é", max_size=60) | st.lists(
    st.sampled_from(["you", "may", "not", "share", "it", " ", " ", "."]), max_size=40
).map("".join)


@given(_TEXTS, _TEXTS)
@example("you you ", "  you ")
def test_kept_and_deleted_make_the_old_text_kept_and_inserted_the_new(old: str, new: str) -> None:
    segments = redline(old, new)
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.INSERTED) == old
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.DELETED) == new
    assert all(one.text for one in segments)
    assert all(one.kind is not two.kind for one, two in pairwise(segments))


@given(_TEXTS)
def test_a_text_against_itself_has_no_edit(text: str) -> None:
    assert all(one.kind is SegmentKind.SAME for one in redline(text, text))


def test_only_the_words_that_changed_are_marked() -> None:
    segments = redline("We will tell you 30 days before.", "We will tell you 14 days before.")
    assert [(one.kind.value, one.text) for one in segments] == [
        ("same", "We will tell you "),
        ("deleted", "30"),
        ("inserted", "14"),
        ("same", " days before."),
    ]


def test_single_words_between_edits_are_not_kept_as_islands() -> None:
    segments = redline("the quick brown fox of the farm", "the slow red fox at a farm")
    assert [one.kind.value for one in segments] == ["same", "deleted", "inserted", "same"]
