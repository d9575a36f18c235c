"""The redline of a passage shows a sentence that moved where it stands now, and items of a list as items."""

from __future__ import annotations

from conductatlas.changes import (
    Segment,
    SegmentKind,
    kept_text,
    moved_sentences,
    without_item_marks,
    without_what_stands,
)
from conductatlas.reading import read_markdown

_SAME, _GONE, _CAME = SegmentKind.SAME, SegmentKind.DELETED, SegmentKind.INSERTED
_WAS = 'The plan that you draw with the planner ("Your Plan") is no content until you publish it in the park.'
_IS = "The plan that you draw with the planner is no content until you publish it in the park."
_OLD = read_markdown(f"# Rules\n\nOpen the planner first. {_WAS}\n\nWe own no plan.\n")
_NEW = read_markdown(f"# Rules\n\nOpen the planner first.\n\n{_IS} We own no plan.\n")


def test_a_sentence_that_was_edited_as_it_moved_is_shown_once_with_its_edit() -> None:
    moved = moved_sentences(_OLD, _NEW)
    texts = kept_text(_OLD), kept_text(_NEW)
    here = without_what_stands((Segment(_SAME, "Open the planner first. "), Segment(_GONE, _WAS)), *texts, edited=moved)
    assert here == (Segment(_SAME, "Open the planner first. "),)
    there = without_what_stands((Segment(_CAME, f"{_IS} "), Segment(_SAME, "We own no plan.")), *texts, edited=moved)
    assert [one for one in there if one.kind is not _SAME] == [Segment(_GONE, '("Your Plan") ')]


def test_items_with_other_signs_are_the_items_that_stood() -> None:
    old = read_markdown("# Rules\n\nWe tell others to:\n\n1. Obey the law\n2. Guard the old wall\n")
    new = read_markdown("# Rules\n\nWe tell others to: - Obey the law - Guard the old wall\n")
    found = without_item_marks(
        (
            Segment(_SAME, "We tell others to:"),
            Segment(_CAME, " - "),
            Segment(_SAME, "Obey the law"),
            Segment(_CAME, " - Guard the old wall"),
        ),
        kept_text(old),
        kept_text(new),
    )
    assert found == (Segment(_SAME, "We tell others to: - Obey the law - Guard the old wall"),)


def test_a_sentence_in_other_capitals_is_marked() -> None:
    small, large = (
        "All who come to the mill pay the toll at the gate.",
        "ALL WHO COME TO THE MILL PAY THE TOLL AT THE GATE.",
    )
    texts = (kept_text(read_markdown(one)) for one in (small, large))
    marked = (Segment(_GONE, small), Segment(_CAME, large))
    assert without_what_stands(marked, *texts) == marked


def test_a_sentence_that_stands_only_as_the_beginning_of_another_is_marked() -> None:
    row, longer = "Harrow grinds all the corn of the valley", "Harrow grinds all the corn of the valley but for oats"
    texts = (kept_text(read_markdown(f"Orlo bakes.\n\n{one}\n")) for one in (row, longer))
    marked = (Segment(_CAME, f"{longer}\n"), Segment(_SAME, "Orlo bakes.\n"), Segment(_GONE, row))
    assert without_what_stands(marked, *texts) == marked


def test_a_sentence_that_stands_in_more_places_than_before_is_new_there() -> None:
    ahead = "Plans are drawn by hand. "
    more = read_markdown(f"# Rules\n\nOpen the planner first.\n\n{_IS} We own no plan.\n\n{ahead}{_IS}\n")
    marked = (Segment(_SAME, ahead), Segment(_CAME, _IS))
    moved = moved_sentences(_OLD, more)
    assert without_what_stands(marked, kept_text(_OLD), kept_text(more), edited=moved) == marked
