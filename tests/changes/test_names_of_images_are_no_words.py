"""What an image is called is shown to nobody who sees it: other names of images change no text."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULE = "We keep your orders for two years, so that we can answer questions on them."
_PICTURE = "![A drawing of the rule that we may close the account of anybody under 18](/rule.png)"


def _verdict(old: str, new: str) -> Verdict:
    page = "# Rules of the harbour shop\n\n{}\n\nYou can write to us at any time.\n"
    return compare(default_finder(), read_markdown(page.format(old)), read_markdown(page.format(new))).verdict


def test_an_image_that_is_called_otherwise_is_technical() -> None:
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {_RULE}") is Verdict.TECHNICAL


def test_beside_an_edit_without_effect_it_adds_nothing() -> None:
    edited = _RULE.replace("so that we can answer", "so we can answer")
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {edited}") is Verdict.EDITORIAL
    edited = _RULE.replace("two", "three")
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {edited}") is Verdict.SUBSTANTIVE
