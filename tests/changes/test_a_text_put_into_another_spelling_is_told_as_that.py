"""A version that is the one before in another spelling, of the same day, is told as that first."""

from __future__ import annotations

import pytest

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.changes.captures.spelling import told_of_spelling
from conductatlas.reading import read_markdown

_AMERICAN = (
    "# Corvid Ferry Privacy Policy\n\nLast updated: May 3, 2024\n\n"
    "We personalize the color of your third-party tickets.\n\n"
    "We analyze your behavior on the ferry to log in to the organization of the valley.\n\n"
    "We honor your choice of a favorite seat, whatever the season.\n"
)
_BRITISH = (
    "# Corvid Ferry Privacy Policy\n\nLast updated: 3 May 2024\n\n"
    "We personalise the colour of your third party tickets.\n\n"
    "We analyse your behaviour on the ferry to log into the organisation of the valley.\n\n"
    "We honour your choice of a favourite seat, whatever the season.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "spelling"), [(_AMERICAN, _BRITISH, "British"), (_BRITISH, _AMERICAN, "American")]
)
def test_another_spelling_with_the_same_date_is_told(old: str, new: str, spelling: str) -> None:
    told = [f"The text is now in {spelling} spelling, with the same date of its own."]
    assert list(told_of_spelling(read_markdown(old), read_markdown(new))) == told
    assert sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded).edited == 0


def test_a_later_date_or_a_few_words_are_no_other_edition() -> None:
    later = _BRITISH.replace("3 May", "4 May")
    one = _AMERICAN.replace("color", "colour")
    assert not list(told_of_spelling(read_markdown(_AMERICAN), read_markdown(later)))
    assert not list(told_of_spelling(read_markdown(_AMERICAN), read_markdown(one)))
