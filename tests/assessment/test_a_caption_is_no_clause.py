"""A short line without a verb names a matter and states nothing."""

from __future__ import annotations

import pytest

from conductatlas.assessment import is_caption


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("Processing of recordings when required by law", True),
        ("**Sharing with third parties at your request**", True),
        ("8. Children under the age of 13", True),
        ("We process recordings when required by law", False),
        ("* recordings of birds", False),
        ("Recordings: names and addresses", False),
        ("Nobody under 13.", False),
        ("No refunds", False),
    ],
)
def test_a_line_that_says_nothing_is_a_caption(words: str, caption: bool) -> None:
    assert is_caption(words) is caption
