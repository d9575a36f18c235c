"""Beside words that a redline marks stands the sentence which they were, or became a part of, elsewhere in the text."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, SentenceChanges, hold_sentence, merged_sentences
from conductatlas.reading import read_markdown
from conductatlas.site.presenters.said_elsewhere import said_elsewhere

_SAME, _CAME, _GONE = SegmentKind.SAME, SegmentKind.INSERTED, SegmentKind.DELETED
_PART = "weigh and understand the reason behind a quarrel before closing the gate of the mill"
_WAS = f"We {_PART}."
_ALLOWS = "allow loud songs at the wheel where nobody sleeps nearby."
_NOW = f"We {_PART}, and we {_ALLOWS}"
_BETWEEN = "Carts are washed on the first day of each month by the guests who used them."
_OLD = read_markdown(f"# Songs\n\nWe {_ALLOWS}\n\n{_BETWEEN}\n\n{_WAS}\n")
_NEW = read_markdown(f"# Songs\n\n{_NOW}\n\n{_BETWEEN}\n")
_SHOWN = (Segment(_SAME, "We "), Segment(_CAME, f"{_PART}, and we "), Segment(_SAME, _ALLOWS))


def test_what_was_put_into_a_sentence_is_told_to_have_stood_elsewhere() -> None:
    merged = merged_sentences(_OLD, _NEW)
    assert (_WAS, _NOW) in merged
    assert said_elsewhere(_SHOWN, SentenceChanges(), "en", merged=merged) == ((), (_WAS,))


def test_what_it_was_taken_from_is_told_where_it_is_struck() -> None:
    struck = (Segment(_GONE, _WAS),)
    assert said_elsewhere(struck, SentenceChanges(), "en", merged=merged_sentences(_OLD, _NEW)) == ((_NOW,), ())


def test_what_the_redline_itself_shows_is_not_named() -> None:
    shown = (*_SHOWN, Segment(_SAME, "\n\n"), Segment(_GONE, _WAS))
    assert said_elsewhere(shown, SentenceChanges(), "en", merged=merged_sentences(_OLD, _NEW)) == ((), ())


def test_a_condition_or_a_denial_makes_another_sentence() -> None:
    for other in (f"If you pay us twice, we {_PART}.", f"We never {_PART} when you come late."):
        assert not merged_sentences(_OLD, read_markdown(f"# Songs\n\nWe {_ALLOWS}\n\n{_BETWEEN}\n\n{other}\n"))


def test_a_table_holds_words_of_any_sentence() -> None:
    assert hold_sentence(_NOW, _WAS)
    assert not hold_sentence(f"Song | {_NOW}\n--- | ---\nA | B", _WAS)
