"""A notice over a text that says no more than that it will be changed, and where to read how, is no effect."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """# Larkwell Terms

You must pay for your stall on the first day of the month, or we may give it to somebody else.

We keep what you write to us for 30 days.
"""


def _verdict(notice: str) -> Verdict:
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(f"{notice}\n\n{_TERMS}")).verdict


_INTRODUCING = """\
We are introducing an update to Section 4 of the Stall Terms (on sales at night) in respect of the lamps. You can \
preview the update here. Bakers should review this update to ensure that their lamps comply with the updated rules \
before they go into effect on 11 October 2022. However, there is no action required to agree to the updated terms."""
_ADDING = """\
As part of our answer to the Bread Act, we’re adding more details to our Stall Terms. Here’s when these changes will \
go into effect:"""


@pytest.mark.parametrize("notice", [_INTRODUCING, _ADDING])
def test_a_notice_of_a_change_is_editorial(notice: str) -> None:
    assert _verdict(notice) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    "notice",
    [
        "We are introducing an update to Section 4 of the Stall Terms. From then on you must pay for your lamp.",
        "We are making changes to the Stall Terms. If you do not agree to these changes, you must give up your stall.",
    ],
)
def test_a_notice_that_says_what_will_be_is_an_effect(notice: str) -> None:
    assert _verdict(notice) is Verdict.SUBSTANTIVE
