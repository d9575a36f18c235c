"""A long sentence of which a few words changed is told once, with these words; a reader need not look for them."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import foremost, sentence_changes, summarise, ungraded
from conductatlas.changes.captures.missing import CAPTURED_OTHERWISE
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.reading import read_markdown

_AROUND = "# Larkwell\n\nSeeds are sent in spring, bulbs in autumn.\n\n{}\n\nThe greenhouse is open on weekdays.\n"
_SHARED = (
    "Larkwell lets you send and receive the plans of your garden through {} Gates, which are other services you join "
    "to your account in the settings of the gardener's room."
)


def _phrases(old: str, new: str) -> tuple[str, ...]:
    before, after = (read_markdown(_AROUND.format(text)) for text in (old, new))
    return foremost(sentence_changes(before, after, 8, ungraded))


@pytest.mark.parametrize(("was", "now"), [("Shared", "App"), ("App", "Shared")])
def test_a_word_in_a_long_sentence_is_told_beside_it(was: str, now: str) -> None:
    (phrase,) = _phrases(_SHARED.format(was), _SHARED.format(now))
    whole = _SHARED.format(now).rstrip(".")
    assert phrase == f"a reworded sentence now says “{whole}” (“{was}” became “{now}”)"


def test_the_same_edit_made_twice_is_told_once() -> None:
    twice = f"{_SHARED.format('{}').rstrip('.')}, and whatever stands behind these {{}} Gates is no part of the garden."
    (phrase,) = _phrases(twice.format("Shared", "Shared"), twice.format("App", "App"))
    assert phrase.endswith("(“Shared” became “App”)"), phrase


def test_short_wordings_are_told_side_by_side() -> None:
    (phrase,) = _phrases("You must be 16 years old to plant.", "You must be 18 years old to plant.")
    assert phrase == "“You must be 16 years old to plant” becomes “You must be 18 years old to plant”"


def test_the_past_of_a_law_does_not_lead() -> None:
    past = "Since 2021 Fenland is no longer part of the Marsh Union, but has adopted the Fen Act on Records (FAR)."
    rule = "We give every gardener a copy of all records on request."
    first, *_ = _phrases("", f"{past}\n\n{rule}")
    assert "We give every gardener" in first


def test_behind_what_the_collection_did_it_is_told_what_the_text_has() -> None:
    reasons = [f"1 block changed in words that may carry an effect. {CAPTURED_OTHERWISE}", CAPTURED_OTHERWISE]
    news = ["it adds the section “Gates”", "it adds “We keep the plans”", "it adds “You may join”"]
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [], reasons, news)
    assert "the text now has the section “Gates”" in said, said
