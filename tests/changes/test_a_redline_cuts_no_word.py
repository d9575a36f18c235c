"""A redline strikes and inserts whole words: what is joined without white space is one, white space is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import SegmentKind, redline

_JOINED = (
    *("larkwell.example", "mill.larkwell.example", "corn.larkwell.example", "example.larkwell", "/etc/mill.d"[1:]),
    *("miller@larkwell.example", "https://larkwell.example/mill?corn=1", "www.Larkwell.example/rules/#corn"),
    *("e.g.", "U.S.", "4.2.1", "1,000.50", "and/or", "opt-out", "terms-of-use.pdf", "2031-05-01", "AT&T", "mill"),
)
_LINES = st.lists(st.sampled_from(_JOINED), max_size=12).map(" ".join)


def marked(old: str, new: str) -> str:
    """A redline as '[-struck-]' and '{+inserted+}'."""
    signs = {SegmentKind.SAME: "{}", SegmentKind.DELETED: "[-{}-]", SegmentKind.INSERTED: "{{+{}+}}"}
    return "".join(signs[one.kind].format(one.text) for one in redline(old, new))


@given(_LINES, _LINES)
def test_what_is_joined_by_signs_is_never_cut(old: str, new: str) -> None:
    for one in redline(old, new):
        assert set(one.text.split()) <= set(_JOINED)


@given(_LINES, _LINES)
def test_nothing_is_struck_and_inserted_side_by_side_that_could_have_stayed_at_the_ends(old: str, new: str) -> None:
    for one, other in pairwise(redline(old, new)):
        if (one.kind, other.kind) == (SegmentKind.DELETED, SegmentKind.INSERTED):
            went, came = one.text.split(), other.text.split()
            assert not went or not came or (went[0] != came[0] and went[-1] != came[-1])


def test_of_a_list_of_domains_those_that_went_are_struck() -> None:
    old = "a.larkwell.example corn.example larkwell.example sacks.corn.example mill.larkwell.example b.larkwell.example"
    new = "a.larkwell.example larkwell.example mill.larkwell.example"
    assert marked(old, new) == (
        "a.larkwell.example [-corn.example -]larkwell.example [-sacks.corn.example -]mill.larkwell.example"
        "[- b.larkwell.example-]"
    )


@pytest.mark.parametrize("number", ["4.", "2.1.", "14.12."])
def test_a_number_with_its_full_stop_is_no_part_of_the_word_behind_it(number: str) -> None:
    shown = marked(f"{number}Millers mill corn.", f"{number} Millers mill rye.")
    assert shown == f"{number}{{+ +}}Millers mill [-corn-]{{+rye+}}."


def test_a_full_stop_whose_space_was_lost_joins_nothing() -> None:
    assert marked("We mill corn.However, we rest.", "We mill rye.However, we rest.") == (
        "We mill [-corn-]{+rye+}.However, we rest."
    )


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("in Ruritania, Elbonia and Grand Fenwick.", "in Ruritania and Elbonia.", None),
        ("from, or by us", "from or by us", "from[-,-] or by us"),
        ("red, green and blue", "red, grey and blue", "red, [-green-]{+grey+} and blue"),
        ("the sacks, the corn", "the bags, the rye", "the [-sacks-]{+bags+}, the [-corn-]{+rye+}"),
    ],
)
def test_signs_that_stayed_are_not_marked_and_those_that_went_are(old: str, new: str, shown: str | None) -> None:
    assert marked(old, new) == (shown or "in Ruritania[-,-]{+ and+} Elbonia[- and Grand Fenwick-].")


def test_a_sentence_that_stayed_is_kept_whole_though_its_words_could_be_found_here_and_there() -> None:
    stayed = "We close the mill and call the keeper of the water when we believe that there is a risk to the dam"
    old = f"The wind matters, so we look at the sails and the sky and at what the water of the river says. {stayed}."
    new = (
        f"{stayed}. We look at the sky and at what the sails and the wind say, so that the keeper of the river and of "
        "the water can tell when there is a risk to the sails."
    )
    shown = marked(old, new)
    assert stayed in shown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("We eat. We sleep.", "We eat. We work. We sleep.", "We eat. {+We work. +}We sleep."),
        ("It is safe.", "It is safe. All of it is safe.", "It is safe.{+ All of it is safe.+}"),
        ("We work. We eat. If we may.", "If we may.", "[-We work. We eat. -]If we may."),
    ],
)
def test_a_sentence_that_came_is_marked_from_where_it_begins(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_what_stands_in_place_of_an_address_is_one_word() -> None:
    segments = redline("Send it to [email protected].", "Send it to the keeper with your email address.")
    assert [one.text for one in segments if one.kind is SegmentKind.DELETED] == ["[email protected]"]
