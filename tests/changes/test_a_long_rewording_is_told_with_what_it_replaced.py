"""Of a sentence in other words it is told what it took the place of, and of one that lost much, only that."""

from __future__ import annotations

from conductatlas.changes.redlines.redline import Segment, SegmentKind, redline
from conductatlas.changes.sentences.foremost import foremost
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import SentenceChange

_SHORT = "Whoever keeps a boat at the mole pays the harbour master in the spring."
_LONG = (
    "Each keeper of a boat, a raft or a barge that lies at the mole for longer than one night owes the town a fee that "
    "the harbour master sets each year by the length of the keel and the depth of the hold, and that is due on the "
    "first market day after the ice has gone, unless the council lets the keeper pay it in two parts until the autumn, "
    "or sees a reason why a keeper with many boats should pay all of it at once before any of them leaves"
)


def _told(before: str, after: str, segments: tuple[Segment, ...]) -> str:
    change = SentenceChange("edited", "", "", before, after, segments)
    (phrase,) = foremost(SentenceChanges(edited=1, told=(change,), foremost=(change,)))
    return phrase


def test_what_it_took_the_place_of_is_told() -> None:
    segments = Segment(SegmentKind.DELETED, _SHORT), Segment(SegmentKind.INSERTED, f"{_LONG[:394]}.")
    phrase = _told(_SHORT, f"{_LONG[:394]}.", segments)
    assert phrase == f"a reworded sentence now says “{_LONG[:394]}” in place of “{_SHORT[:-1]}”"


def test_of_a_long_sentence_that_lost_much_only_that_is_quoted() -> None:
    struck = (
        "and the harbour master gives back to the keeper whatever was paid for the nights on which a storm or the ice "
        "kept the ferry from the mole, with a tenth of it on top, within a week of the day on which the keeper asks"
    )
    after = f"{_LONG[:394]} dues."
    before = after.replace(" unless the council", f" {struck}, unless the council")
    phrase = _told(before, after, tuple(redline(before, after)))
    assert phrase.startswith("it no longer says “and the harbour master gives back")
    assert "Each keeper of a boat" not in phrase
