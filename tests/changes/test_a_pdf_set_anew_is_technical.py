"""A PDF that is read anew has other breaks, spaces and numbers of pages, and the same text."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_BROKEN = """\
Corvid Terms

1. You must be at least 1 6 years old to ope n a mailbox, and you may not sell
   your mail box to anybody else. 2. We may close your mail box wit hout notice if
   you sell it.
   1

You can cancel a sub scription within 30 days, and we refund what you paid as - is.
3. Our lia bility is limited to 100 euros for each ye ar.
2 /1 2
"""
_WHOLE = """\
Corvid Terms

1. You must be at least 16 years old to open a mailbox, and you may not sell your mailbox to anybody else.

2. We may close your mailbox without notice if you sell it.

You can cancel a subscription within 30 days, and we refund what you paid as-is.

3. Our liability is limited to 100 euros for each year.
"""


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


def test_other_breaks_spaces_and_numbers_of_pages_are_technical() -> None:
    assert _verdict(_BROKEN, _WHOLE) is Verdict.TECHNICAL
    assert _verdict(_WHOLE, _BROKEN) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("30 days", "14 days"),
        ("100 euros", "10 euros"),
        ("at least 16", "at least 18"),
        ("You can cancel", "You cannot cancel"),
    ],
)
def test_what_it_says_otherwise_is_substantive(replaced: str, by: str) -> None:
    assert replaced in _WHOLE
    assert _verdict(_BROKEN, _WHOLE.replace(replaced, by)) is Verdict.SUBSTANTIVE


def test_a_number_that_goes_between_the_same_breaks_is_an_edit() -> None:
    old = "# Terms\n\nWe measure what you read in Corvid Mail with the tool Heron Analytics 4 of our partner.\n"
    assert _verdict(old, old.replace(" 4 of", " of")) is not Verdict.TECHNICAL


def test_a_point_between_figures_is_of_effect() -> None:
    old = "# Terms\n\nWe charge you 1.5 percent of every sum that you send to somebody else.\n"
    assert _verdict(old, old.replace("1.5", "15")) is Verdict.SUBSTANTIVE
