"""What numbers its notes anew is shown with its new numbers, and without marks on them."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, align
from conductatlas.reading import read_markdown
from conductatlas.site.rendering.document_redline import RowKind, document_redline
from conductatlas.site.rendering.shown_redline import shown_redline

_SAME, _DELETED, _INSERTED = SegmentKind.SAME, SegmentKind.DELETED, SegmentKind.INSERTED


def _shown(*segments: tuple[SegmentKind, str]) -> list[tuple[SegmentKind, str]]:
    return [(one.kind, one.text) for one in shown_redline(Segment(*segment) for segment in segments)]


def _words(shown: list[tuple[SegmentKind, str]]) -> str:
    return "".join(text for _, text in shown)


def test_the_number_of_a_note_that_gave_way_to_another_is_not_marked() -> None:
    shown = _shown((_SAME, "Our larks["), (_DELETED, "38"), (_INSERTED, "35"), (_SAME, "] sing."))
    assert _words(shown) == "Our larks[35] sing."
    assert {kind for kind, _ in shown} == {_SAME}


def test_a_note_that_came_or_went_is_not_marked() -> None:
    shown = _shown((_SAME, "Our larks"), (_INSERTED, "[7]"), (_SAME, " sing"), (_DELETED, "[8]"), (_SAME, "."))
    assert (_words(shown), {kind for kind, _ in shown}) == ("Our larks[7] sing.", {_SAME})


def test_a_figure_is_marked() -> None:
    days = ((_SAME, "Within "), (_DELETED, "38"), (_INSERTED, "35"), (_SAME, " days."))
    assert {kind for kind, _ in _shown(*days)} == {_SAME, _DELETED, _INSERTED}


def test_a_paragraph_with_other_numbers_of_notes_alone_did_not_change() -> None:
    old, new = (read_markdown(f"Our larks[{number}] sing at noon in every house.\n") for number in (38, 35))
    assert [row.kind for row in document_redline(old, new, align(old, new))] == [RowKind.FOLDED]
