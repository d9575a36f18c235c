"""A type is not sure of words that rule it out, however surely it stood while others were judged with them."""

from __future__ import annotations

from conductatlas.changes import Standing, step
from conductatlas.changes.comparison import judged_text
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_TYPE = "location-tracking"
_PLACE = "* Your GPS position, and the harbours that you sail to, which we collect from your phone while you sail;"
_DEVICE = "* Which boat app you use, how it is set up, and how often it crashes on you while you write to us;"
_AGE = "You must be at least 16 years old to open an account with Larkwell Code."
_REST = "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."


def _text(*paragraphs: str) -> Document:
    return read_markdown("# Policy\n\n" + "\n\n".join([*paragraphs, _REST]) + "\n")


def test_a_type_that_an_item_only_got_from_its_list_is_doubtful_from_the_next_version_on() -> None:
    finder = default_finder()
    old, new = _text(_DEVICE), _text(_DEVICE, _AGE)
    before, after = (judged_text(finder, one, "en", finder.judge) for one in (old, new))
    stood = Standing(1, _TYPE, _DEVICE, "medium", "adverse", 0.97)
    outcome = step(finder, before, [stood], after, (), 10, confirmed=True)
    stands = [one for one in outcome.provisions if one.identity == 1]
    assert all(one.confidence <= finder.threshold(_TYPE) for one in stands)


def test_a_type_that_the_words_leave_open_stays_as_sure_as_it_was() -> None:
    finder = default_finder()
    old, new = _text(_PLACE), _text(_PLACE, _AGE)
    before, after = (judged_text(finder, one, "en", finder.judge) for one in (old, new))
    stood = Standing(1, _TYPE, _PLACE, "medium", "adverse", 0.97)
    outcome = step(finder, before, [stood], after, (), 10, confirmed=True)
    assert [one.confidence for one in outcome.provisions if one.identity == 1] == [0.97]
