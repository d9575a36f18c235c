"""Redlines of passages leave out what is no new word: numbers of footnotes, and blocks that stood there before."""

from __future__ import annotations

import pytest

from conductatlas.changes import KeptText, SegmentKind, redline, without_what_stands
from conductatlas.reading import read_markdown
from conductatlas.site.presenters.redlines import (
    TextPair,
    differ_in_footnotes_only,
    moves_blocks,
    redline_of_passages,
    redlines_in,
    shows_what_only_moved,
)
from tests.records_factory import at, make_document, make_version

_FIRST = "We keep your data for thirty days after you leave."
_SECOND = "Backups are kept for another ninety days, and then deleted."


def _changed(before: str, after: str, texts: tuple[str, str] = ("", "")) -> list[str]:
    found = redline_of_passages(before, after, texts)
    return [one.text.strip() for one in found if one.kind is not SegmentKind.SAME and one.text.strip()]


def test_numbers_of_footnotes_are_no_words() -> None:
    before, after = r"We keep it.\[11\] See [\[3\]](#fn3).", r"We keep it.\[12\] See [\[4\]](#fn4)."
    assert differ_in_footnotes_only(before, after)
    assert _changed(before, after) == []
    label = r"We tell [others\[{0}\]](https://larkwell.example/#note-{1})."
    assert differ_in_footnotes_only(label.format(49, 7), label.format(50, 8))
    assert not differ_in_footnotes_only(label.format(49, 7), label.format(49, 8)), "another address is markup only"
    assert not differ_in_footnotes_only("We keep it for 30 days.", "We keep it for 60 days.")
    assert not differ_in_footnotes_only(before, before)


def test_a_block_that_stood_elsewhere_is_not_inserted() -> None:
    whole = f"{_FIRST}\n\n{_SECOND}"
    plain = redline_of_passages(_FIRST, whole)
    assert moves_blocks(plain)
    assert _changed(_FIRST, whole, (whole, whole)) == []
    assert _changed(_FIRST, whole, (_FIRST, whole)) == [_SECOND]


def test_paragraphs_that_are_run_together_or_parted_are_no_new_words() -> None:
    apart, joined = f"{_FIRST}\n\n{_SECOND}", f"{_FIRST} {_SECOND}"
    assert moves_blocks(redline_of_passages(_FIRST, joined))
    assert _changed(_FIRST, joined, (apart, joined)) == []
    assert _changed(joined, _FIRST, (joined, apart)) == []
    assert _changed(_FIRST, joined, (_FIRST, joined)) != []
    assert _changed(joined, _FIRST, (joined, _FIRST)) != []


def test_a_sentence_added_to_a_block_is_all_that_is_new() -> None:
    whole = f"{_FIRST} {_SECOND}"
    assert _changed(_FIRST, whole, (_FIRST, whole)) == [_SECOND]
    assert _changed(whole, _FIRST, (whole, _FIRST)) == [_SECOND]


def test_an_edited_block_whose_older_words_stand_elsewhere_too_is_shown_as_edited() -> None:
    edited = _FIRST.replace("thirty", "sixty")
    assert _changed(_FIRST, edited, (_FIRST, f"{edited}\n\n{_FIRST}")) == ["thirty", "sixty"]


def test_a_block_that_goes_on_elsewhere_is_not_deleted() -> None:
    whole = f"{_FIRST}\n\n{_SECOND}"
    assert _changed(whole, _FIRST, (whole, whole)) == []
    assert _SECOND in "".join(one.text for one in redline_of_passages(whole, _FIRST, (whole, whole)))
    assert _changed(whole, _FIRST, (whole, _FIRST)) == [_SECOND]


def test_of_a_part_of_a_sentence_nothing_is_unmarked() -> None:
    lead = "We keep what you send to us on our own shelves, and"
    before, after = f"{lead} {_FIRST} {_SECOND}", f"{_SECOND}"
    found = redline_of_passages(before, after, (before, f"{after}\n\n{_FIRST}"))
    assert [one.text.strip() for one in found if one.kind is SegmentKind.DELETED] == [f"{lead} {_FIRST}"]
    assert not shows_what_only_moved(before, after, found)


def test_of_struck_words_those_that_the_text_has_elsewhere_are_not_struck() -> None:
    went = "Ask the miller for the key of the house."
    old, new = f"{_FIRST} {_SECOND} {went}", f"{_FIRST}\n\n{_SECOND}"
    segments = redline(old, _FIRST)
    found = without_what_stands(segments, *(KeptText(read_markdown(text)) for text in (old, new)))
    assert [one.text.strip() for one in found if one.kind is SegmentKind.DELETED] == [went]
    assert "".join(one.text for one in found) == "".join(one.text for one in segments)


def test_a_sentence_that_moved_within_a_passage_is_shown_once_and_not_marked() -> None:
    title = "What you send to us and what becomes of it all"
    stays = f"{_FIRST} Whoever asks gets a copy of them by mail."
    old, new = f"{title}. {stays} {_SECOND}", f"{_SECOND} {stays}"
    found = redline_of_passages(old, new, (old, new))
    assert "".join(one.text for one in found).count(_SECOND.rstrip(".")) == 1
    assert _changed(old, new, (old, new)) == [f"{title}."]


@pytest.mark.django_db
def test_another_number_of_a_footnote_strikes_nothing_beside_a_block_that_was_edited() -> None:
    document = make_document("Larkwell")
    old, new = (f"We read your letters[{note}].\n\nWe keep them for {days} days." for note, days in ((8, 30), (9, 90)))
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    (((*segments,), _),) = redlines_in(((old, new),), pair)
    changed = [one.text for one in segments if one.kind is not SegmentKind.SAME]
    assert changed == ["30", "90"]
