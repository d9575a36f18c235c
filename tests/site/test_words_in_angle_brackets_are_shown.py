"""Words that a text sets in angle brackets stand in the quote of a record; tags do not."""

from __future__ import annotations

import pytest

from conductatlas.reading import visible_text
from conductatlas.site.rendering.inline import render_inline


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<Data Officer> Larkwell Ltd.", "&lt;Data Officer&gt; Larkwell Ltd."),
        ("See the <Larkwell Request Guide> first.", "See the &lt;Larkwell Request Guide&gt; first."),
        ("It begins with key_<ID>.", "It begins with key_&lt;ID&gt;."),
    ],
)
def test_words_in_angle_brackets_are_no_tags(source: str, shown: str) -> None:
    assert render_inline(source) == shown
    assert visible_text(source) == source


@pytest.mark.parametrize("tag", ["<b>", "<span class='x'>", "<script src=x>", "<!-- note -->"])
def test_tags_are_left_out(tag: str) -> None:
    assert render_inline(f"One{tag}two") == "Onetwo"
