"""What stood in lines of its own and stands in one paragraph now, or the other way round, neither came nor went."""

from __future__ import annotations

import pytest

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.changes.layout.laid_out import laid_out_otherwise
from conductatlas.reading import read_markdown

_ABOVE = "# Terms\n\nTo opt out, write to the following address of the archive:\n\n"
_LINES = (
    "Larkwell Archive.",
    "For the attention of the keeper of letters",
    "12 Mill Lane, upper floor",
    "Lark Town 940",
)
_BEHIND = "\n\nYour letter must say your name and the number of your reading card.\n"
_APART, _JOINED = _ABOVE + "\n\n".join(_LINES) + _BEHIND, _ABOVE + "  \n".join(_LINES) + _BEHIND


@pytest.mark.parametrize(("before", "after"), [(_APART, _JOINED), (_JOINED, _APART)])
def test_lines_that_were_joined_or_divided_are_no_edit(before: str, after: str) -> None:
    changes = sentence_changes(read_markdown(before), read_markdown(after), 4, ungraded)
    assert (changes.came, changes.went, changes.edited) == (0, 0, 0)


def test_another_word_in_them_is_told() -> None:
    changes = sentence_changes(
        read_markdown(_APART), read_markdown(_JOINED.replace("upper floor", "lower floor of it")), 4, ungraded
    )
    assert changes.came + changes.went + changes.edited > 0


def test_a_sentence_that_only_begins_with_the_lines_of_another_is_none_of_them() -> None:
    old = read_markdown("We keep no letters.\n\nWe burn them all.")
    assert laid_out_otherwise(read_markdown("We keep no letters. We burn them all."), [0], old) == ({0}, {0, 1})
    longer = read_markdown("We keep no letters. We burn them all unless you ask.")
    assert laid_out_otherwise(longer, [0], old) == (set(), set())
    assert laid_out_otherwise(read_markdown("We keep no letters."), [0], old) == (set(), set())
