"""What an edition for other people, or a rest of a text, does not say was not removed; nor added, the other way."""

from __future__ import annotations

import pytest

from conductatlas.changes.captures.editions import (
    IT_FOLLOWS,
    STANDS_BELOW,
    WHETHER_IT_FOLLOWS,
    is_for_another_region,
    is_written_anew,
    own_texts,
    tells_of_another,
    tells_of_whole,
    told_of_another,
    told_of_whole,
    why_another_text,
)
from conductatlas.reading import Document, read_markdown

_TITLE = "# Terms of the Larkwell library"
_MAY, _JUNE = "Last updated on 3 May 2026.", "Last updated on 9 June 2026."
_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_FORMER = [f"Former rules, number {number}" for number in range(9)]
_PAINTINGS = [f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(60)]


def _text(*paragraphs: str) -> Document:
    return read_markdown("\n\n".join(paragraphs))


@pytest.mark.parametrize(
    ("old", "new", "is_another"),
    [
        pytest.param([_TITLE, _MAY, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS], False, id="anew, of a later day"),
        pytest.param([_TITLE, _JUNE, *_ROOMS], [_TITLE, _MAY, *_PAINTINGS], True, id="anew, of an earlier day"),
        pytest.param(
            [_TITLE, *_ROOMS, "Formulated on May 3, 2020 Last revised on May 9, 2026", *_FORMER],
            [_TITLE, *_PAINTINGS, "Formulated on June 3, 2026", *_FORMER],
            False,
            id="anew, of a later day above a list of former texts",
        ),
        pytest.param([_TITLE, *_ROOMS], [_TITLE, *_PAINTINGS], True, id="anew, of no day"),
        pytest.param([_TITLE, _MAY, *_ROOMS], [_TITLE, *_PAINTINGS], True, id="anew, the new one of no day"),
        pytest.param([_TITLE, *_ROOMS], [_TITLE, *_ROOMS[5:]], False, id="of no day, but nearly all stayed"),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS], ["# Prices of Larkwell Shop", _JUNE, *_PAINTINGS], True, id="anew, another title"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS[:40]], True, id="anew, and much shorter"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS, *_PAINTINGS * 2],
            [_TITLE, _JUNE, *_ROOMS[:20]],
            True,
            id="under a fifth is left",
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS], [_TITLE, _JUNE, *_PAINTINGS[:20] * 3], True, id="one page three times over"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS[:20] * 3], [_TITLE, _JUNE, *_ROOMS[:19] * 3], False, id="as it was before too"
        ),
        pytest.param(
            [_TITLE, _MAY, *_ROOMS[:15]], [_TITLE, _JUNE, *_ROOMS[:15], *_PAINTINGS, *_ROOMS[15:]], True, id="a stub"
        ),
    ],
)
def test_whether_a_text_is_another_one(old: list[str], new: list[str], is_another: bool) -> None:
    before, after = _text(*old), _text(*new)
    assert bool(why_another_text(before, after, anew=is_written_anew(before, after))) is is_another


def test_the_texts_may_tell_that_one_took_the_place_of_the_other() -> None:
    shop = ["# Prices of the Larkwell shop", "See the previous terms of the Larkwell library here", *_PAINTINGS]
    before, after = _text(_TITLE, *_ROOMS), _text(*shop)
    assert told_of_another(before, after, "Another title.") == f"Another title. {IT_FOLLOWS}"
    silent = _text(shop[0], *_PAINTINGS)
    assert told_of_another(before, silent, "Another title.") == f"Another title. {WHETHER_IT_FOLLOWS}"
    assert tells_of_whole(f"Another title. {IT_FOLLOWS}")


def test_a_text_that_was_put_ahead_of_the_one_before_is_told_as_that() -> None:
    mills = "# Larkwell Mill Terms"
    before, ahead = _text(mills, *_ROOMS), ["# Larkwell Guest Terms", *_PAINTINGS]
    told = told_of_another(before, _text(*ahead, mills, *_ROOMS[:30]), "Another title.")
    assert told == f"The page now holds another text ahead of “Larkwell Mill Terms”, {STANDS_BELOW}"
    assert tells_of_another(told)
    # That a text has a section of that name, or the name in a list of contents, is no proof.
    for new in (_text(*ahead, mills, *_ROOMS[:3]), _text(ahead[0], mills, *_PAINTINGS)):
        assert told_of_another(before, new, "Another title.") == f"Another title. {WHETHER_IT_FOLLOWS}"


def test_of_several_texts_of_a_page_those_that_went_are_counted() -> None:
    texts = [
        (
            f"# {name.title()} guild privacy policy",
            "## First",
            *_ROOMS[:12],
            "## Then",
            *(f"{name}: {one}" for one in _PAINTINGS),
        )
        for name in ("miller", "ferry", "weaver")
    ]
    page, left = _text(*(one for text in texts for one in text)), _text(*texts[1])
    assert why_another_text(page, left, anew=is_written_anew(page, left)) == ""
    (said,) = told_of_whole(page, left, own_texts(page, left), own_texts(left, page))
    assert said.startswith("The page no longer holds 2 of the 3 texts that it held, each under a title of its own: “")


def test_a_region_named_in_other_words_is_the_same() -> None:
    titles = ("# Privacy Policy for the European market", "# Privacy Policy for the market of Europe")
    assert not is_for_another_region(*(_text(one, *_ROOMS[:3]) for one in titles))
    others = ("# Privacy Policy for the European market", "# Privacy Policy for the market of Canada")
    assert is_for_another_region(*(_text(one, *_ROOMS[:3]) for one in others))
