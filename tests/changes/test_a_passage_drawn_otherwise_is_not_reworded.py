"""A passage that takes up, or gives away, what its text has before and after, has changed to the letter at most."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Followed, Meaning, Pair, meanings
from conductatlas.changes.following.standing import standing
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TYPE = "ai-human-review"
_HEADING = "## Running Larkwell\n\n"
_LABEL = "Running Larkwell: "
_REVIEW = """The work on it includes storing, and in some instances manual (human) reviewing of what you post, to:

*   Keep your account and your profile{comma}
*   Show you posts of other people{comma}{last}
*   See whether our products are working correctly."""
_RESEARCH = "We also use what you post to develop and test new features and products and to find out whether they work."
_READERS = "Our staff also read and review by hand what you post, to find out whether the mill works."


def _told(old: str, quote_before: str, new: str, quote_after: str) -> list[Meaning]:
    """What is told of it that a provision of one text is another passage of the next."""
    before, after = read_markdown(old), read_markdown(new)
    ends = []
    for read, quote in ((before, quote_before), (after, quote_after)):
        first, last = read.places(quote)[0]
        span = (read.blocks[first].start, read.blocks[last].end)
        ends.append(default_finder().finding(read, _TYPE, first, last, (span,), (0.9,)))
    followed = Followed(1, _TYPE, ChangeKind.REWORDED, standing(1, ends[0]), ends[1])
    found = meanings(load_catalogue(), Bearing(default_finder()), (followed,), Pair(before, after))
    return [means for _, means in found]


def _meaning(old: str, quote_before: str, new: str, quote_after: str) -> Meaning:
    (means,) = _told(old, quote_before, new, quote_after)
    return means


def test_words_that_stood_beside_a_passage_are_no_new_words_of_it() -> None:
    was = _LABEL + _REVIEW.format(comma=",", last=" and")
    now = _REVIEW.format(comma="", last="")
    old, new = (f"{_HEADING}{one}\n\n{_RESEARCH}\n" for one in (was, now))
    assert not _told(old, was, new, f"{now}\n\n{_RESEARCH}"), "it took them up"
    assert not _told(old, f"{was}\n\n{_RESEARCH}", new, now), "it gave them away"


@pytest.mark.parametrize("stood", ["", f"{_READERS}\n\n## Readers\n\n"])
def test_words_that_came_or_came_once_more_are_told(stood: str) -> None:
    passage = _REVIEW.format(comma="", last="")
    old = f"{stood}{_HEADING}{passage}\n"
    new = f"{stood}{_HEADING}{passage}\n\n{_READERS}\n"
    means = _meaning(old, passage, new, f"{passage}\n\n{_READERS}")
    assert not means.to_the_letter
    assert means.reworded


def test_what_changed_beside_it_is_told() -> None:
    was = _REVIEW.format(comma="", last="")
    now = was.replace("in some instances ", "always ")
    old, new = (f"{_HEADING}{one}\n\n{_RESEARCH}\n" for one in (was, now))
    assert not _meaning(old, was, new, f"{now}\n\n{_RESEARCH}").to_the_letter
