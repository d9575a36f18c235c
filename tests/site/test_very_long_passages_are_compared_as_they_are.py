"""A passage of very many sentences is compared as it is: each of them would be held against all others."""

from __future__ import annotations

from conductatlas.changes import SegmentKind, redline, redline_within

_STANDS = "The keeper of the house answers every letter within a week."


def _passage(sentences: int) -> str:
    return " ".join(f"Room {number} of the house is let with its boat." for number in range(sentences))


def test_what_its_text_has_elsewhere_is_not_struck() -> None:
    passage, other = _passage(3), f"{_passage(3)} {_STANDS}"
    found = redline_within(other, passage, other, f"{passage}\n\n{_STANDS}")
    assert [(one.kind, one.text) for one in found] == [(SegmentKind.SAME, other)]


def test_a_very_long_one_is_left_as_it_is() -> None:
    passage, other = _passage(2_000), f"{_passage(2_000)} {_STANDS}"
    assert redline_within(other, passage, other, f"{passage}\n\n{_STANDS}") == redline(other, passage)
