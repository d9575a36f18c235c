"""Among many sentences that came the weightiest of those that went is shown too."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, SentenceChange, ungraded
from conductatlas.changes.sentences.sentence_weights import weightiest

_CAME = [
    SentenceChange("came", "", f"{name} must be carried over the weir.", (Segment(SegmentKind.INSERTED, name),), "Mill")
    for name in ("Oats", "Lamps", "Geese", "Barrels", "Ropes", "Bells")
]
_GONE = "Strangers pay nothing at the bridge."


def _chosen(weight: float) -> list[str]:
    went = SentenceChange("went", _GONE, "", (Segment(SegmentKind.DELETED, _GONE),), "Mill")
    weights = {**dict.fromkeys(_CAME, 40.0), went: weight}
    return [one.how for one in weightiest(weights, 4, ungraded)]


def test_the_weightiest_that_went_is_one_of_those_shown() -> None:
    assert _chosen(9.0) == ["came", "came", "came", "went"]


def test_one_that_says_next_to_nothing_is_not() -> None:
    assert _chosen(2.0) == ["came"] * 4
