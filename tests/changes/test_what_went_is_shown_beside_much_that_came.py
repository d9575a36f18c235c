"""Among many sentences that came the weightiest of those that went is shown too."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, SentenceChange
from conductatlas.changes.sentences.choosing import weightiest

_CAME = [
    SentenceChange(
        how="came",
        before="",
        after=says,
        under="Mill",
        lead_in="",
        segments=(Segment(SegmentKind.INSERTED, says),),
    )
    for says in (
        "Oats must be carried over the weir.",
        "Lamps are lit at dusk by every carter.",
        "Geese stay outside of our yard.",
        "Barrels need two hoops and a lid.",
        "Ringing bells by night costs ten crowns.",
    )
]
_GONE = "Strangers pay nothing at the bridge."


def _chosen(weight: float) -> list[str]:
    went = SentenceChange(
        how="went",
        before=_GONE,
        after="",
        under="Mill",
        lead_in="",
        segments=(Segment(SegmentKind.DELETED, _GONE),),
    )
    weights = {**dict.fromkeys(_CAME, 40.0), went: weight}
    return [one.how for one in weightiest(weights, 4)]


def test_the_weightiest_that_went_is_one_of_those_shown() -> None:
    assert _chosen(9.0) == ["came", "came", "came", "went"]


def test_one_that_says_next_to_nothing_is_not() -> None:
    assert _chosen(2.0) == ["came"] * 4
