"""A version that only drops the numbers before its titles and items changes no words of effect."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Larkwell

4. Termination.

We may suspend or terminate your account at any time if you break these terms or a court orders us to.

You will indemnify Larkwell against all claims that arise from your grain, and we may take over the defence. \
13. Limitation of Liability.

Larkwell is liable for no more than what you paid to it in the year before, as far as the law lets it say so.
"""


def test_dropped_numbers_are_letters() -> None:
    before = _TERMS.replace("4. T", "4\\. T")
    after = _TERMS.replace("4. T", "T").replace("13. ", "")
    outcome = compare(default_finder(), read_markdown(before), read_markdown(after))
    assert outcome.verdict is Verdict.EDITORIAL


def test_a_figure_that_went_is_none_of_these() -> None:
    outcome = compare(
        default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace("in the year", "in the 2 months"))
    )
    assert outcome.verdict is Verdict.SUBSTANTIVE
