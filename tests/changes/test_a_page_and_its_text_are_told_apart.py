"""Titles, own days and whole texts: what a page says of itself, and of another text, is told as what it is."""

from __future__ import annotations

import pytest

from conductatlas.changes import KeptText, align, dates_moved, new_effective_date
from conductatlas.changes.captures.editions import is_written_anew, own_texts, why_another_text
from conductatlas.changes.captures.effective import is_dated_later
from conductatlas.changes.captures.missing import gained_part
from conductatlas.changes.effects.untold import only_what_is_sure
from conductatlas.changes.following.edited import was_edited
from conductatlas.changes.following.standing import JudgedText
from conductatlas.changes.layout.titles import titles_at_head
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_MAY, _JUNE = "Last updated on 3 May 2026.", "Last updated on 9 June 2026."
_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_PAINTINGS = [f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(60)]
_OPENING = "At the house of Larkwell we value the rooms of our members and are committed to being open about them."
_BANNER = "We're updating our Terms of Use, effective 9 June 2026. You can preview the updated Terms of Use."


def _text(*paragraphs: str) -> Document:
    return read_markdown("\n\n".join(paragraphs))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param(["Terms of Use", _MAY, "## 1. Rooms"], ["# Terms of Use", _JUNE], "", id="a line and a heading"),
        pytest.param(["**Terms of Use**", _MAY], ["Terms of Use", _JUNE], "", id="a bold line and a line"),
        pytest.param([_BANNER, "Terms of Use", _MAY], ["# Terms of Use", _JUNE], "", id="below a banner"),
        pytest.param(
            ["Privacy Policy", _MAY], ["# Terms of Use", _JUNE], "under another title", id="each has a title of its own"
        ),
        pytest.param(["## 1. Rooms", _MAY], ["# Terms of Use", _JUNE], "no title tells", id="one has no title"),
        pytest.param([_MAY], [_JUNE], "no title tells", id="neither has one"),
        pytest.param([_MAY, _OPENING], ["# Terms of Use", _JUNE, f"{_OPENING} Welcome."], "", id="one opening"),
    ],
)
def test_another_title_is_told_only_where_both_texts_name_themselves(
    old: list[str], new: list[str], reason: str
) -> None:
    before, after = _text(*old, *_ROOMS), _text(*new, *_PAINTINGS)
    said = why_another_text(before, after, anew=is_written_anew(before, after))
    assert (reason in said) and bool(said) is bool(reason)


def test_sentences_lists_and_what_leads_to_another_text_are_no_titles() -> None:
    text = _text("View the old terms", "* Privacy policy", "These are the terms of use of the mill.", "Mill terms")
    assert titles_at_head(text) == ("Mill terms",)
    assert titles_at_head(_text(_ROOMS[0], "Terms of Use")) == ()
    assert titles_at_head(_text()) == ()


def test_the_day_of_a_coming_text_is_not_the_day_of_the_text_below() -> None:
    old, new = _text(_BANNER, _MAY, *_ROOMS), _text("Effective date: 9 June 2026", _JUNE, *_ROOMS)
    assert is_dated_later(old, new)
    assert str(new_effective_date(old, new)) == "2026-06-09"
    assert new_effective_date(new, old) is None


def test_own_days_that_moved_are_told_for_each_kind_that_both_texts_name_once() -> None:
    old, new = _text("Effective: 1 May 2026", _MAY, *_ROOMS), _text("Effective: 1 July 2026", _JUNE, *_ROOMS)
    assert dates_moved(old, new) == (
        "Its own date, the day of its last update, moved from 3 May 2026 to 9 June 2026.",
        "Its own date, the day from which it says that it applies, moved from 1 May 2026 to 1 July 2026.",
    )
    assert dates_moved(old, old) == ()
    assert dates_moved(_text(*_ROOMS), new) == ()
    assert dates_moved(_text(_MAY, "Last updated on 4 May 2026.", *_ROOMS), _text(_JUNE)) == ()
    (month,) = dates_moved(_text("Last updated: May 2026"), _text("Last updated: June 2026"))
    assert "from May 2026 to June 2026" in month


_SECTIONS = ["## What hangs", *_PAINTINGS[:30], "## Where it hangs", *_PAINTINGS[30:]]


def test_a_whole_text_that_came_to_a_page_is_told_with_its_title() -> None:
    house = ["# Terms of the house", *_ROOMS]
    old, new = _text(*house), _text(*house, "# Larkwell gallery privacy policy", *_SECTIONS)
    words = sum(new.word_counts) - sum(old.word_counts)
    assert own_texts(new, old) == (("Larkwell gallery privacy policy", words),)
    assert own_texts(old, new) == ()
    assert gained_part(old, new) == sum(new.word_counts) - sum(old.word_counts)
    assert gained_part(new, old) == 0
    (came,), (went,) = _said(old, new), _said(new, old)
    assert "under a title of its own, “Larkwell gallery privacy policy”" in came
    assert "no longer holds a text under the title “Larkwell gallery privacy policy”" in went


@pytest.mark.parametrize(
    "title", ["# Changes to this policy", "### Larkwell gallery privacy policy", "# 7. Privacy policy"]
)
def test_a_section_is_no_text_of_its_own(title: str) -> None:
    house = ["# Terms of the house", *_ROOMS]
    assert own_texts(_text(*house, title, *_SECTIONS), _text(*house)) == ()


def test_a_text_that_was_renamed_neither_came_nor_went() -> None:
    house = ["# Terms of the house", *_ROOMS]
    old = _text(*house, "# Larkwell gallery privacy policy", *_SECTIONS)
    new = _text(
        *house, "# Larkwell gallery privacy notice", "## One", *_ROOMS[::-1], "## Two", *map(str.upper, _SECTIONS)
    )
    (grew,) = _said(old, new)
    assert grew == "The text grew from 1,573 words to 2,535 words, and hardly another word changed."


def _said(old: Document, new: Document) -> tuple[str, ...]:
    finder = default_finder()
    texts = [JudgedText(one, units := finder.units(one), ({},) * len(units), frozenset(), "en") for one in (old, new)]
    return only_what_is_sure(finder, texts[0], texts[1], [])[1]


def test_what_stands_in_a_row_is_not_lacking_whatever_blocks_hold_it() -> None:
    kept = KeptText(_text(*_ROOMS[:2], "* Keys", "* Lamps"))
    assert kept.lacks(_ROOMS[0]) == ()
    assert kept.lacks(f"{_ROOMS[1]}\n\n* Keys\n* Candles\n* Lamps") == ("Candles",)
    assert kept.lacks("![Logo for Lamps](lamp.png) Lamps") == ()
    assert kept.lacks("![Logo for Candles](candle.png) Candles") == ("Candles",)
    assert kept.lacks("![Logo for Candles](candle.png)") == ()
    assert kept.lacks("") == ()


def _edited(old: str, new: str) -> bool:
    before, after = read_markdown(old), read_markdown(new)
    every = (frozenset(range(len(before.blocks))), range(len(after.blocks)))
    return was_edited(*every, before, after, align(before, after))


_LIST = "Nobody at the mill may post any of the following:\n\n* Home addresses\n* Names of children\n"


def test_a_short_item_that_joins_or_leaves_a_list_edits_it() -> None:
    longer = f"{_LIST}* Private numbers\n"
    assert _edited(_LIST, longer)
    assert _edited(longer, _LIST)


def test_links_and_labels_that_join_a_page_edit_no_passage() -> None:
    assert not _edited(_LIST, f"{_LIST}* [Private numbers](/numbers)\n")
    assert not _edited(_ROOMS[0], f"{_ROOMS[0]}\n\nPrivate numbers")


def test_the_day_of_a_notice_below_a_text_whose_own_date_stands_is_not_its_own() -> None:
    text = [*_ROOMS, _MAY, *_PAINTINGS[:8]]
    with_notice = [*text, "The mill's notice to visitors. Updated: June 9, 2026", "(c) 2026 Larkwell"]
    assert dates_moved(_text(*with_notice), _text(*text)) == ()
    assert dates_moved(_text(*text), _text(*with_notice)) == ()
