"""A title that went from the head of a paragraph, and stands over it still, was said twice."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TEXT = """\
# Privacy at Larkwell

{heading}

Much of this is told by the guide to the mill.

{label}We use what you store in the mill, such as your recipes, to show you advertisements of other millers.
"""


def _verdict(heading: str) -> Verdict:
    before, after = (_TEXT.format(heading=heading, label=label) for label in ("To never show you strangers: ", ""))
    return compare(default_finder(), read_markdown(before), read_markdown(after)).verdict


def test_a_title_repeated_ahead_of_a_paragraph_is_no_change() -> None:
    assert _verdict("## To never show you strangers") is Verdict.EDITORIAL
    assert _verdict("## What we do") is Verdict.SUBSTANTIVE
