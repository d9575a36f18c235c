"""The words that came or went are quoted so that they can be understood: whole words of one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import redline
from conductatlas.changes.quoting import quoted
from conductatlas.reading import word_line

_RUN = "We keep your data for thirty days."


def _quoted(before: str, after: str) -> str:
    return quoted(redline(before, after), before, after, lambda _: True, lambda _: True)


@pytest.mark.parametrize(
    ("before", "after", "phrase"),
    [
        # Of several sentences the longest one, without what only joins it.
        (
            _RUN,
            f"{_RUN} Poison sale. Nobody may offer poison to another person.",
            "it adds “Nobody may offer poison to another person”",
        ),
        (
            _RUN,
            "We keep your data (as far as the law allows it) for thirty days.",
            "it adds “as far as the law allows it”",
        ),
        (
            _RUN,
            f"{_RUN} (b) lend your account to other people.",
            "it adds “lend your account to other people”",
        ),
        # Figures and names stand for themselves.
        (_RUN, "We keep your data for ninety days.", "“thirty days” becomes “ninety days”"),
        ("We keep it for 30 days.", "We keep it for 90 days.", "“30” becomes “90”"),
        ("Larkwell keeps your data.", "Corvid keeps your data.", "“Larkwell” becomes “Corvid”"),
        (
            "Suite 900, Elm Street",
            "2261 Market Street, Ste. 14, Elm Street",
            "“Suite 900” becomes “2261 Market Street, Ste. 14”",
        ),
        # A single word is told with those beside it.
        ("We may share your data.", "We will share your data.", "“may share” becomes “will share”"),
        ("We share your data.", "We do not share your data.", "it adds “do not”"),
        ("You want to opt-out of ads.", "You want to opt-in of ads.", "“to opt-out of ads” becomes “to opt-in of ads”"),
        ("We want to keep your data.", "We keep your data.", "“We want to keep your data” becomes “We keep your data”"),
        # What went is told beside what came where it says a lot, and alone where nothing came.
        (
            "Outside of the islands of Brae and Moy, we use past letters for this purpose. Write to us.",
            "We use past letters for this purpose. Learn how to turn this on or off. Write to us.",
            "it adds “Learn how to turn this on or off” and leaves out “Outside of the islands of Brae and Moy”",
        ),
        (f"{_RUN} Nobody else can read your letters.", _RUN, "it leaves out “Nobody else can read your letters”"),
        # Of a sentence that stood there twice, the passage still has one.
        (f"{_RUN} Nobody else can read your letters. {_RUN}", f"{_RUN} Nobody else can read your letters.", ""),
        ("Larkwell Boats, LLC runs this.", "Larkwell Houses, Inc. runs this.", "“Boats, LLC” becomes “Houses, Inc.”"),
        # A number of a section alone is no news.
        ("Your rights end here.", "4. Your rights end here.", ""),
        ("Your rights end here.", "F.1. Your rights end here.", ""),
        # What would only lead on to words that are not quoted is left.
        (
            "You may not sell poison.",
            "You may not build traps for people or sell poison.",
            "it adds “build traps for people”",
        ),
        (_RUN, _RUN, ""),
    ],
)
def test_a_phrase_says_what_came_or_went(before: str, after: str, phrase: str) -> None:
    assert _quoted(before, after) == phrase


def test_words_that_stand_elsewhere_are_not_quoted() -> None:
    after = f"{_RUN} Nobody else can read your letters."
    assert quoted(redline(_RUN, after), _RUN, after, lambda _: False, lambda _: True) == ""
    assert quoted(redline(after, _RUN), after, _RUN, lambda _: True, lambda _: False) == ""


_TEXT = st.lists(
    st.sampled_from(
        ["data", "we", "may", "share", "(if", "so)", "ads.", "You", "opt-out;", "30", "a)", "at x@y.example"]
    ),
    max_size=14,
).map(" ".join)


@given(_TEXT, _TEXT)
def test_what_is_quoted_stands_in_its_passage(before: str, after: str) -> None:
    phrase = _quoted(before, after)
    said, says = f" {word_line(before)} ", f" {word_line(after)} "
    came = phrase.partition("it adds “")[2].partition("”")[0].removesuffix(" …")
    went = phrase.partition("leaves out “")[2].partition("”")[0].removesuffix(" …")
    assert not came or f" {word_line(came)} " in says
    assert not went or f" {word_line(went)} " in said
    if " becomes " in phrase:
        was, _, now = phrase.partition("” becomes “")
        assert f" {word_line(was)} " in said
        assert f" {word_line(now)} " in says
