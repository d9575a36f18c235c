"""Where a redline leaves out kept words, it does so at the end of a sentence, and after no abbreviation."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, condensed


def test_an_abbreviation_ends_no_sentence() -> None:
    kept = f" notes {'of birds ' * 16}are read by hand (i.e. by keepers) in spring. {'Nobody reads the rest. ' * 30}"
    came = Segment(SegmentKind.INSERTED, "Your")
    shown = "".join(one.text for one in condensed([came, Segment(SegmentKind.SAME, kept)]))
    assert "(i.e. […]" not in shown
    assert "by keepers) in spring. […]" in shown


def test_where_little_is_shown_the_words_that_changed_have_room() -> None:
    kept = Segment(SegmentKind.SAME, f" {'birds of the upper marsh, ' * 12}")
    changes = [Segment(SegmentKind.INSERTED, f"after {number} days") for number in range(3)]
    segments = [one for change in changes for one in (kept, change)]
    assert sum(len(one.text) for one in condensed(segments)) > 500
    assert sum(len(one.text) for one in condensed(segments, 500)) <= 500
