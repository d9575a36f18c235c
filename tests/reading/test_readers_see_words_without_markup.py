"""Of a piece of Markdown a reader sees the words: no targets of links, however carelessly these were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.reading import visible_text, words


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (
            "Write to [help@larkwell.example](mailto: help@larkwell.example) first.",
            "Write to help@larkwell.example first.",
        ),
        ("See [section 11](#11. By post) of [the list](/files/our partners.pdf ).", "See section 11 of the list."),
        ('[A list](https://larkwell.example/a_(b) "Title") of (all) partners', "A list of (all) partners"),
        ("Call [us](tel: 020 7946 0000), then [wait] (or not).", "Call us, then [wait] (or not)."),
        ("what [sic](as it stood) means", "what [sic](as it stood) means"),
        ("](https://larkwell.example/notes#one)[", ""),
        ("](/notes) In this part we say who pays.", "In this part we say who pays."),
    ],
)
def test_links_show_their_words(source: str, seen: str) -> None:
    assert visible_text(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Larkwell&#x27;s &quot;partners&quot; &amp; you", 'Larkwell\'s "partners" & you'),
        ("10&nbsp;&euro; &lt;a day&gt; &#8212; &no-entity; &", "10 € <a day> — &no-entity; &"),
    ],
)
def test_entities_show_what_they_stand_for(source: str, seen: str) -> None:
    assert visible_text(source) == seen


@given(st.text("[](): /#amilto\n", max_size=200))
def test_nothing_but_markup_is_left_out(source: str) -> None:
    assert set(visible_text(source)) <= {*source, " "}


def test_a_sign_that_an_editor_made_of_letters_reads_like_them() -> None:
    assert visible_text("(a) one; © two; Corvid® three") == visible_text("(a) one; (c) two; Corvid(r) three")


def test_an_apostrophe_of_another_make_reads_like_a_plain_one() -> None:
    assert visible_text("Larkwell’s stall") == visible_text("Larkwell\u02bcs stall") == "Larkwell's stall"


def test_a_heading_in_an_item_of_a_list_shows_its_words() -> None:
    assert visible_text("4.  #### Your account") == visible_text("*   ## Your account") == "Your account"
    assert visible_text("4. #1 in boats") == "#1 in boats"


@pytest.mark.parametrize("noted", ["Our partners[12] pay.[3]", "Our partners pay. [3]"])
def test_numbers_of_notes_are_no_words(noted: str) -> None:
    assert words(noted) == ("our", "partners", "pay")


def test_a_figure_in_brackets_among_words_is_one() -> None:
    assert words("within [30] days, or $[500]") == ("within", "30", "days", "or", "500")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("| Larkwell | _lw_<ID> | Counting |", "Larkwell _lw_<ID> Counting"),
        ("| Larkwell | \\_lw\\_<gardenID> | Counting |", "Larkwell _lw_<gardenID> Counting"),
        ("as the <Larkwell Data Guidelines> say", "as the <Larkwell Data Guidelines> say"),
        ("_lw_first, lw_second", "_lw_first, lw_second"),
        ("ask <seeds@larkwell.example>", "ask seeds@larkwell.example"),
    ],
)
def test_a_name_keeps_its_signs(source: str, seen: str) -> None:
    assert visible_text(source) == seen


@pytest.mark.parametrize(
    "source",
    [
        "We _sell_ __no__ seeds<br>to **_you_**<br />.",
        '<p class="one">We sell <b>no</b> seeds</p> to <a href="/you"><u>you</u></a>.',
        "_We sell no seeds<wbr > to you_.<!-- a note -->",
    ],
)
def test_tags_and_emphasis_are_no_words(source: str) -> None:
    assert words(visible_text(source)) == ("we", "sell", "no", "seeds", "to", "you")
