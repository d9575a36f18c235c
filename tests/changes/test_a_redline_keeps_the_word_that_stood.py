"""A redline compares a sentence with itself, and strikes no word that it puts in beside it."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes import Segment, SegmentKind, redline

_MARKS = {SegmentKind.SAME: "%s", SegmentKind.INSERTED: "{+%s+}", SegmentKind.DELETED: "[-%s-]"}


def _shown(segments: Sequence[Segment]) -> str:
    return "".join(_MARKS[one.kind] % one.text for one in segments)


def test_an_edited_figure_is_struck_where_another_sentence_came_with_the_old_one() -> None:
    before = "Growers must be at least 18 years old to use the garden. Others may look."
    after = (
        "Growers must be at least 13 years old to use the garden. "
        "A child between 13 and 18 years old needs a parent to use the garden. Others may look."
    )
    assert _shown(redline(before, after)) == (
        "Growers must be at least [-18-]{+13+} years old to use the garden. "
        "{+A child between 13 and 18 years old needs a parent to use the garden. +}Others may look."
    )


def test_a_thing_of_an_enumeration_that_stood_is_not_struck() -> None:
    found = redline("We keep seeds and tools here.", "We keep seeds, tools, and clay pots here.")
    assert _shown(found) == "We keep seeds[- and -]{+, +}tools{+, and clay pots+} here."


def test_both_texts_are_still_all_there() -> None:
    before, after = "You may plant 18 seeds and tools in it.", "You may plant 13 seeds. You, tools, and 18 seeds in it."
    found = redline(before, after)
    assert "".join(one.text for one in found if one.kind is not SegmentKind.INSERTED) == before
    assert "".join(one.text for one in found if one.kind is not SegmentKind.DELETED) == after


def test_a_short_word_between_edits_that_put_much_for_much_is_no_island() -> None:
    found = redline(
        "Beds go to the ages of ten and twelve in May.", "Beds go to the young, regardless of garden kind in May."
    )
    assert _shown(found) == "Beds go to the [-ages of ten and twelve-]{+young, regardless of garden kind+} in May."


def test_a_short_word_between_two_small_edits_stays() -> None:
    found = redline("Bring seeds of beans and tools to us.", "Bring seeds of old peas and rakes to us.")
    assert _shown(found) == "Bring seeds of [-beans-]{+old peas+} and [-tools-]{+rakes+} to us."
