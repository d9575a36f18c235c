"""A redline of a table shows each of its rows as a row; the words are those of the redline."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Segment, SegmentKind, redline
from conductatlas.site.rendering.redline_html import redline_html

_OLD = "Name | Purpose | Kept for\nlark_id | Signing in | 30 days\nlark_ad | Advertising | 90 days\n\nWe use both."
_NEW = "Name | Purpose | Kept for\nlark_id | Signing in | 60 days\n\nWe use it."
_SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(SegmentKind), st.text("ab<&| \n", min_size=1)))


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_each_row_is_one_whatever_became_of_it() -> None:
    html = redline_html(redline(_OLD, _NEW))
    assert html.count('<span class="cells">') == 3
    assert "<ins>60</ins>" in html
    struck = html.index("lark_ad")
    assert html.rindex('<span class="cells"><del>', 0, struck) > html.index("lark_id")


def test_a_line_without_cells_is_no_row() -> None:
    html = redline_html(redline("We sell corn.\nYou buy it.", "We sell corn.\nYou may buy it.\nThey eat it."))
    assert "<span" not in html
    assert redline_html((Segment(SegmentKind.INSERTED, "One.\nTwo."),)) == "<ins>One.\nTwo.</ins>"


def test_what_is_struck_over_several_rows_is_struck_in_each() -> None:
    html = redline_html((Segment(SegmentKind.DELETED, "a | b\nc | d\n"), Segment(SegmentKind.SAME, "e | f")))
    bar = '<span class="bar"> | </span>'
    assert html == (
        f'<span class="cells"><del>a{bar}b\n</del></span>'
        f'<span class="cells"><del>c{bar}d\n</del></span>'
        f'<span class="cells">e{bar}f</span>'
    )


@given(_SEGMENTS)
def test_no_word_is_lost_or_taken_for_markup(segments: list[Segment]) -> None:
    assert _words(redline_html(segments)) == "".join(one.text for one in segments)
