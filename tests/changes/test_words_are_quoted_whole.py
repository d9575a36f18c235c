"""The words that came or went are quoted so that they can be understood: with what turns their meaning."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes.language.quotations import alone
from conductatlas.changes.redlines.quoting import Around, quoted
from conductatlas.reading import word_line

_RUN = "We keep your data for thirty days."
_LONG = (
    "Where you have bought a boat from us, we keep the papers of the boat, your letters to the harbour and the log "
    "that you write on board for as long as the harbour asks us to."
)
_DENIED = (
    "Whatever you write to us and however you do it, we do not read your letters to the harbour or the log of your "
    "boat, and nobody else on this island or on any other one does."
)
_TABLE = "Boat | What we keep\nSloop | The log of each journey\nKetch | The papers of the harbour"
_LEARN = "Learn how to turn old letters on or off in the harbour each winter."
_AND = f"and it adds “{_LEARN[:-1]}”"
_FAR = (
    "Whatever you write to us and however you do it in the winter, in the summer or in the time between them and not "
    "when the sea is calm, we keep the log of your old boat."
)
_HELD = "Where you have bought a boat from us, we keep the papers of the boat, "
_TO = " to the harbour and the …”"
_BOAT = f"“{_HELD}your letters{_TO} becomes “{_HELD}"
_CALM = "“Whatever you write to us and … them and not when the sea is calm, we keep the "
_ALWAYS = Around(lambda _: True, lambda _: True)


def _quoted(before: str, after: str) -> str:
    return quoted(before, after, _ALWAYS)


@pytest.mark.parametrize(
    ("before", "after", "phrase"),
    [
        # Of several sentences the longest one, without what only joins it.
        (
            _RUN,
            f"{_RUN} Poison sale. Nobody may offer poison to another person.",
            "it adds “Nobody may offer poison to another person”",
        ),
        (_RUN, f"{_RUN} (b) lend your account to other people.", "it adds “lend your account to other people”"),
        (f"{_RUN} Nobody else can read your letters.", _RUN, "it leaves out “Nobody else can read your letters”"),
        # A sentence that was edited is told as it was and as it is.
        (_RUN, "We keep your data for ninety days.", f"“{_RUN[:-1]}” becomes “We keep your data for ninety days”"),
        (
            "We share your data.",
            "We do not share your data.",
            "“We share your data” becomes “We do not share your data”",
        ),
        (
            "You want to opt-out of ads.",
            "You want to opt-in of ads.",
            "“You want to opt-out of ads” becomes “You want to opt-in of ads”",
        ),
        (
            "Larkwell, LLC runs this.",
            "Corvid, Inc. runs this.",
            "“Larkwell, LLC runs this” becomes “Corvid, Inc. runs this”",
        ),
        # Of a long one the beginning, and the clause that was edited.
        (
            _LONG,
            _LONG.replace("your letters", "all of your letters and cards"),
            f"{_BOAT}all of your letters and cards{_TO}",
        ),
        (
            _FAR,
            _FAR.replace("the log", "the plan and the log"),
            f"{_CALM}log of your old boat” becomes {_CALM}plan and the log of your old boat”",
        ),
        # What came is told beside what was edited, where both say much.
        (
            f"{_RUN} Write to the harbour of Brae.",
            f"{_RUN[:-1]} or twelve winters, whichever ends first at sea. Write to the harbour of Brae. {_LEARN}",
            f"“{_RUN[:-1]}” becomes “{_RUN[:-1]} or twelve winters, whichever ends first at sea”, {_AND}",
        ),
        # Of a sentence that stood there twice, the passage still has one.
        (f"{_RUN} Nobody else can read your letters. {_RUN}", f"{_RUN} Nobody else can read your letters.", ""),
        # A number of a section alone is no news, nor are the number of a footnote and a blank.
        ("See section 4 for our rules.", "See section 7 for our rules.", ""),
        ("We keep your data(all of it).", "We keep your data (all of it).", ""),
        # What begins within brackets was cut off from its sentence.
        (_RUN, f"{_RUN} How We Read Your Letters) at night.", ""),
        ("Your rights end here.", "4. Your rights end here.", ""),
        ("Your rights end here.", "F.1. Your rights end here.", ""),
        ("Our friends[4] read it.", "Our friends[7] read it.", ""),
        (_RUN, _RUN, ""),
    ],
)
def test_a_phrase_says_what_came_or_went(before: str, after: str, phrase: str) -> None:
    assert _quoted(before, after) == phrase


def test_a_denial_ahead_of_words_is_quoted_with_them() -> None:
    longer = _DENIED.replace("the harbour or", "the harbour, the names of your guests or")
    was, says = _quoted(_DENIED, longer).split(" becomes ")
    assert "we do not read your letters to the harbour, the names of your guests or the log" in says
    assert _quoted(longer, _DENIED) == f"{says} becomes {was}"


def test_a_denial_far_ahead_of_words_is_quoted_too() -> None:
    said = _DENIED.replace("the log of your boat", _LONG[:-1])
    was, says = _quoted(said, said.replace("as long as", "as long as the winter lasts and")).split(" becomes ")
    assert "do not read your letters … " in was
    assert "do not read your letters … " in says
    assert "the winter lasts" in says


def test_a_condition_behind_words_is_quoted_with_them() -> None:
    said = _LONG.replace(" for as long", " unless you object to it, for as long")
    phrase = _quoted(said, said.replace("on board", "on board and in the harbour of Brae"))
    assert "in the harbour of Brae unless you object to" in phrase


def test_of_a_sentence_that_is_cut_a_condition_is_quoted() -> None:
    new = f"{_LONG[:-1]}, but only with a paper that you have signed."
    words = "Where you have bought a boat from us, we keep the papers of the boat … to, but only with a paper …"
    assert _quoted(_RUN, f"{_RUN} {new}") == f"it adds “{words}”"


def test_a_lead_in_that_denies_is_told_with_its_item() -> None:
    around = _ALWAYS._replace(lead_in=lambda _: "This is a contract. You must not:")
    assert quoted(_RUN, f"{_RUN}\n\nsell any poison", around) == "after “You must not”, it adds “sell any poison”"
    allowed = _ALWAYS._replace(lead_in=lambda _: "You may, but not limited to this:")
    assert quoted(_RUN, f"{_RUN}\n\nsell any poison", allowed) == "it adds “sell any poison”"


def test_a_sentence_that_a_longer_one_took_up_was_not_left_out() -> None:
    old = f"{_RUN} Nobody else can read your letters or the log of your boat."
    new = "We keep your data for thirty days, and nobody else can read your letters or the log of your boat."
    assert "leaves out" not in _quoted(old, new)
    assert "adds" not in _quoted(new, old)


def test_a_sentence_of_which_an_item_stayed_was_edited() -> None:
    new = "As far as the law lets us, you may not sell the old boats of Brae to anybody who builds boats."
    old = f"{new.replace('sell', ': (a) sell')[:-1]}; or (b) {_LONG} or (c) {_DENIED}"
    phrase = _quoted(old, new)
    assert "leaves out “As far" not in phrase
    assert phrase.startswith("“As far as the law lets us, you may not")


def test_words_that_only_changed_their_place_in_a_passage_are_not_told() -> None:
    old = "We keep the log of each journey that you write on board, and we read your letters to the harbour at night."
    new = "We read your letters to the harbour at night, and we keep the log of each journey that you write on board."
    assert _quoted(old, new) == ""


def test_a_long_sentence_that_went_weighs_more_than_a_word() -> None:
    phrase = _quoted(f"{_DENIED} {_LONG}", _DENIED.replace("Whatever you write", "What you write"))
    assert "it leaves out “Where you have bought a boat" in phrase


def test_cells_of_different_rows_are_not_set_against_each_other() -> None:
    other = _TABLE.replace("Ketch | The papers of the harbour", "Yawl | The papers of the crew")
    rows = "it adds “Yawl | The papers of the crew”", "it leaves out “Ketch | The papers of the harbour”"
    assert _quoted(_TABLE, other) == ", and ".join(rows)
    edited = _TABLE.replace("The log of each", "The log and the plan of each")
    assert (
        _quoted(_TABLE, edited)
        == "in the row “Sloop”, “The log of each journey” becomes “The log and the plan of each journey”"
    )


def test_words_that_stand_elsewhere_are_not_quoted() -> None:
    after = f"{_RUN} Nobody else can read your letters."
    assert quoted(_RUN, after, _ALWAYS._replace(is_new=lambda _: False)) == ""
    assert quoted(_RUN, after, _ALWAYS._replace(was_said=lambda _: True)) == ""
    assert quoted(after, _RUN, _ALWAYS._replace(is_gone=lambda _: False)) == ""
    assert quoted(after, _RUN, _ALWAYS._replace(is_said=lambda _: True)) == ""


_TEXT = st.lists(
    st.sampled_from(
        ["data", "we", "may", "not", "share", "(if", "so)", "ads.", "You", "opt-out;", "30", "a)", "at x@y.example"]
    ),
    max_size=40,
).map(" ".join)


@given(_TEXT, _TEXT)
def test_what_is_quoted_stands_in_its_passage(before: str, after: str) -> None:
    phrase = _quoted(before, after)
    said, says = f" {word_line(before)} ", f" {word_line(after)} "
    quotes = phrase.replace("”", "“").split("“")
    for ahead, quote in pairwise(quotes):
        if ahead.endswith(("adds ", "now says ")) or ahead == " becomes ":
            assert all(f" {word_line(part)} " in says for part in quote.split("…") if word_line(part))
        elif ahead.endswith(("leaves out ", "no longer says ")) or ahead in ("", ", and "):
            assert all(f" {word_line(part)} " in said for part in quote.split("…") if word_line(part))


def test_a_number_is_left_out_of_a_quotation_with_or_without_a_space_behind_it() -> None:
    assert alone("14.1. Millers mill corn.") == alone("14.1.Millers mill corn.") == "Millers mill corn"
    assert alone("14.1 kg of corn.") == "14.1 kg of corn"
