"""What one of two versions lacks because of how its page was captured: a part, a page, a section, a numbered clause."""

from __future__ import annotations

import pytest

from conductatlas.changes.captures.missing import (
    gained_part,
    lost_part,
    skips_number,
    stands_among_former_texts,
    stands_in_emptied_section,
    stands_on_page_of_its_own,
)
from conductatlas.reading import Document, read_markdown

_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_GARDEN = [f"Bed {number} of the garden is dug by whoever has picked the pears beside it." for number in range(30)]


def _text(*paragraphs: str) -> Document:
    return read_markdown("\n\n".join(paragraphs))


@pytest.mark.parametrize(
    ("dated_anew", "kept", "lost"), [(False, 8, 330), (True, 8, 330), (True, 15, 0), (False, 15, 0)]
)
def test_a_part_is_missing_where_many_words_went(dated_anew: bool, kept: int, lost: int) -> None:
    assert lost_part(_text(*_ROOMS, *_GARDEN), _text(*_ROOMS, *_GARDEN[:kept]), dated_anew=dated_anew) == lost


def test_under_another_day_a_tenth_may_have_been_withdrawn() -> None:
    old, new = _text(*_ROOMS * 3, *_GARDEN), _text(*_ROOMS * 3)
    assert lost_part(old, new, dated_anew=False)
    assert not lost_part(old, new, dated_anew=True)


def test_a_part_came_where_next_to_nothing_went_for_it() -> None:
    assert gained_part(_text(*_ROOMS), _text(*_ROOMS, *_GARDEN))
    assert not gained_part(_text(*_ROOMS), _text(*_ROOMS[4:], *_GARDEN))
    assert not gained_part(_text(*_ROOMS), _text(*_ROOMS, *_GARDEN[:5]))


def test_what_a_later_section_was_numbered_anew_for_was_added() -> None:
    old = _text("## 1. Rooms", *_ROOMS, "## 2. Keys", _ROOMS[0] * 2)
    numbered_anew = _text("## 1. Rooms", *_ROOMS, "## 2. The garden", *_GARDEN, "## 3. Keys", _ROOMS[0] * 2)
    behind = _text("## 1. Rooms", *_ROOMS, "## 2. Keys", _ROOMS[0] * 2, "## 3. The garden", *_GARDEN)
    assert not gained_part(old, numbered_anew)
    assert gained_part(old, behind)
    # Elsewhere in the text more came than under that number.
    elsewhere = _text("## 1. Rooms", *_ROOMS, *_GARDEN, "## 2. Pears", "They are ripe.", "## 3. Keys", _ROOMS[0] * 2)
    assert gained_part(old, elsewhere)


@pytest.mark.parametrize(
    ("numbers", "skips"),
    [
        (("1.1", "1.2", "1.4", "2.1"), True),
        (("1.1", "1.2", "1.3", "2.1"), False),
        (("1.1", "1.2", "1.4", "1.3"), False),
        (("1.1", "1.2", "1.5", "2.1"), False),
        (("4.2.1", "4.2.3", "4.3.1"), True),
        (("1.1", "2.3", "3.5"), False),
    ],
)
def test_a_number_is_left_out_where_the_next_but_one_follows(numbers: tuple[str, ...], skips: bool) -> None:
    clauses = _text(*(f"{number}. Whoever has a key may come in." for number in numbers))
    assert skips_number(clauses, _text(*_ROOMS)) is skips
    assert not skips_number(clauses, clauses)


def _place(document: Document, words: str) -> int:
    return next(block for block, visible in enumerate(document.visible) if words in visible)


def test_a_page_that_is_recorded_after_another_one_comes_and_goes_as_a_whole() -> None:
    terms = ("# Gormenghast Terms of Service", *_ROOMS[:5])
    both = _text(*terms, "# Garden Additional Terms of Service", "## 1. Pears", *_GARDEN[:5])
    assert stands_on_page_of_its_own(both, _place(both, "Bed 3"), _text(*terms))
    assert not stands_on_page_of_its_own(both, _place(both, "Room 3"), _text(*terms))


@pytest.mark.parametrize("title", ["## Garden Additional Terms of Service", "# 7. Our Terms of Use", "# The Garden"])
def test_a_section_is_no_page_of_its_own(title: str) -> None:
    terms = ("# Gormenghast Terms of Service", *_ROOMS[:5])
    whole = _text(*terms, title, *_GARDEN[:5])
    assert not stands_on_page_of_its_own(whole, _place(whole, "Bed 3"), _text(*terms))


def test_a_document_that_was_renamed_is_no_page_of_its_own() -> None:
    old, new = _text("# Terms of Service", *_GARDEN[:5]), _text("# Consumer Terms of Service", *_ROOMS[:5])
    assert not stands_on_page_of_its_own(old, _place(old, "Bed 3"), new)
    assert not stands_on_page_of_its_own(_text(*_GARDEN), 3, new)


def test_a_section_that_was_not_opened_has_its_heading_and_next_to_nothing_under_it() -> None:
    whole = _text("# Terms", "## Pears", "Click to read.", *_GARDEN[:20], "## Keys", *_ROOMS[:5])
    bed = _place(whole, "Bed 3")
    assert stands_in_emptied_section(whole, bed, _text("# Terms", "## Pears", "Click to read.", "## Keys", *_ROOMS[:5]))
    assert stands_in_emptied_section(whole, bed, _text("# Terms", "**Pears**", "Click to read.", "**Keys**", *_ROOMS))
    assert not stands_in_emptied_section(whole, bed, _text("# Terms", "## Pears", *_GARDEN[9:], "## Keys", *_ROOMS[:5]))
    assert not stands_in_emptied_section(whole, bed, _text("# Terms", "## Keys", *_ROOMS[:5]))
    assert not stands_in_emptied_section(_text(*_GARDEN), 3, _text(*_ROOMS))


@pytest.mark.parametrize(
    ("heading", "former"),
    [
        ("## Previous versions of these terms", True),
        ("## Archived policies", True),
        ("## For stays booked before 1 May 2021", True),
        ("### 9. Prior consent", False),
        ("## What you agreed to before", False),
        ("## Pears", False),
    ],
)
def test_what_a_page_keeps_of_former_times_is_not_the_text_of_now(heading: str, former: bool) -> None:
    page = _text("# Terms", *_ROOMS, heading, "### 1. Beds", *_GARDEN)
    assert stands_among_former_texts(page, _place(page, "Bed 3")) is former
    assert not stands_among_former_texts(page, _place(page, "Room 3"))


def test_most_of_a_page_or_a_few_words_of_it_are_no_text_of_former_times() -> None:
    whole = _text("# Terms", "## Previous versions", "### 1. Rooms", *_ROOMS)
    assert not stands_among_former_texts(whole, _place(whole, "Room 3"))
    few = _text("# Terms", *_ROOMS, "## Prior agreements", *_GARDEN[:4])
    assert not stands_among_former_texts(few, _place(few, "Bed 3"))
    after = _text("# Terms", "## Previous terms", *_GARDEN, "## Rooms", *_ROOMS)
    assert not stands_among_former_texts(after, _place(after, "Room 3"))
