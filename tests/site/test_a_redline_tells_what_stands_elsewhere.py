"""A row of a document's redline tells what stands elsewhere, edited, of what is struck in it or inserted."""

from __future__ import annotations

import pytest

from conductatlas.changes import align, sentence_changes
from conductatlas.reading import Document, read_markdown
from conductatlas.site.presenters.said_elsewhere import rows_with_what_is_said_elsewhere
from conductatlas.site.rendering.document_redline import Row, RowKind, document_redline

_RULES = "\n\n".join(
    f"Boats of the {name} line leave at noon and carry {load} to the far bank." for name, load in
    [("heron", "corn"), ("corvid", "wool"), ("swan", "timber"), ("plover", "salt"), ("egret", "peat")]
)  # fmt: skip
_BAN = "Do not sell, lend or give away any anchor of the landing stage."
_BAN_NOW = "Do not sell, lend or give away any anchor or rope of the landing stage."
_REST = "We forbid this strictly and tell the warden of Underhill whatever we learn of somebody who hurts our harbour."
_NEW = "The bell of the upper lock is rung by night."


def _rows(old: str, new: str) -> list[Row]:
    before, after = read_markdown(old), read_markdown(new)
    found = sentence_changes(before, after, 12, lambda *_: 0)
    return [row for row in rows_with_what_is_said_elsewhere(_redline(before, after), found, "en") if row.segments]


def _redline(before: Document, after: Document) -> tuple[Row, ...]:
    return document_redline(before, after, align(before, after))


def test_both_rows_tell_the_other_form_of_a_sentence_that_moved_and_was_edited() -> None:
    rows = _rows(f"# Rules\n\n{_BAN} {_REST}\n\n{_RULES}\n", f"# Rules\n\n{_RULES}\n\n{_BAN_NOW} {_NEW}\n")
    (struck,) = [row for row in rows if row.kind is RowKind.DELETED]
    (inserted,) = [row for row in rows if row.kind is RowKind.INSERTED]
    assert (struck.said_elsewhere, struck.said_before) == ((_BAN_NOW,), ())
    assert (inserted.said_elsewhere, inserted.said_before) == ((), (_BAN,))


def test_what_stands_nowhere_else_is_told_without_a_note() -> None:
    rows = _rows(f"# Rules\n\n{_BAN} {_REST}\n\n{_RULES}\n", f"# Rules\n\n{_RULES}\n\n{_NEW}\n")
    assert not any(row.said_elsewhere or row.said_before for row in rows)


def test_what_the_row_beside_it_shows_is_not_told_again() -> None:
    rows = _rows(f"# Rules\n\n{_BAN} {_REST}\n\n{_RULES}\n", f"# Rules\n\n{_BAN_NOW}\n\n{_NEW}\n\n{_RULES}\n")
    assert not any(row.said_elsewhere or row.said_before for row in rows)


def test_what_was_denied_within_a_sentence_and_is_denied_in_one_of_its_own_is_told() -> None:
    said = "Although Corvid may look through the letters that are left here, we do not read all of them."
    now = "Corvid may look through the letters that are left here."
    anew = "However, we do not read all letters that are left at Corvid."
    rows = _rows(f"# Post\n\n{said}\n\n{_RULES}\n", f"# Post\n\n{now}\n\n{_RULES}\n\n{_NEW} {anew}\n")
    assert [row.said_elsewhere for row in rows if row.said_elsewhere] == [(anew,)]


@pytest.mark.parametrize(
    ("said", "now", "anew"),
    [
        # What is denied now is another thing.
        (
            "Although Corvid may look through the letters that are left here, we do not read all of them.",
            "Corvid may look through the letters that are left here.",
            "However, we do not sell all letters that are left at Corvid.",
        ),
        # Nothing is denied of anybody.
        (
            "Letters are read at Corvid, without prejudice to the rules of the quay.",
            "Letters are read at Corvid.",
            "Boats are mended here without prejudice to the rules of the lock.",
        ),
    ],
)
def test_what_was_denied_within_a_sentence_and_is_so_nowhere_is_told_without_a_note(
    said: str, now: str, anew: str
) -> None:
    rows = _rows(f"# Post\n\n{said}\n\n{_RULES}\n", f"# Post\n\n{now}\n\n{_RULES}\n\n{_NEW} {anew}\n")
    assert not any(row.said_elsewhere for row in rows)


def test_of_two_empty_texts_nothing_is_told() -> None:
    assert _rows("", "") == []
