"""What changed most is told in the summary of a version: a longer quote is cut where that turns nothing."""

from __future__ import annotations

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, summarise
from conductatlas.changes.following.standing import ChangeKind
from conductatlas.changes.language.cutting import cut_short

_CATALOGUE = load_catalogue()
_ROOM = 600
_WAS = " ".join(f"old{number}" for number in range(60))
_IS = " ".join(f"new{number}" for number in range(60))
_MILLS = " ".join(f"mill{number}" for number in range(30))
_TOLD = Told(ChangeKind.REWORDED, "liability-limitation", Severity.HIGH, Severity.HIGH)
_COUNTED = "; 1 provision edited (Limitation of liability)."


def _said(*above_all: str) -> str:
    return summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [_TOLD], above_all=above_all)


def test_an_edit_that_a_cut_may_hide_is_not_told() -> None:
    assert _said(f"“{_WAS}” becomes “{_IS}”") == _COUNTED.removeprefix("; ")
    assert _said(f"“{_WAS}” becomes “{_IS}”", "it adds “a bell”") == f"It adds “a bell”{_COUNTED}"


def test_what_came_is_cut_behind_a_sentence() -> None:
    said = _said(f"it adds “The gate is shut {_WAS} now. But {_IS}”", "it adds “a bell”")
    assert len(said) <= _ROOM
    assert said.startswith("Above all, it adds “The gate is shut old0 old1")
    assert "now …”; 1 provision" in said


def test_what_does_not_fit_beside_it_is_left_out() -> None:
    assert _said("it adds “one thing”", f"it no longer says “{_WAS} {_IS} {_WAS}”", "it adds “a bell”") == (
        f"Above all, it adds “one thing” and “a bell”{_COUNTED}"
    )


def test_nothing_stands_above_all_that_is_told() -> None:
    assert _said("it adds “a”", "it adds “b”") == f"It adds “a” and “b”{_COUNTED}"


def test_nothing_is_told_above_all_where_no_effect_was_found() -> None:
    slight = Told(ChangeKind.REWORDED, "liability-limitation", Severity.HIGH, Severity.HIGH, to_the_letter=True)
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [slight], above_all=[f"it adds “{one}”" for one in "abcd"])
    assert said == "Among other things, it adds “a”, “b” and “c”."
    said = summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [slight], above_all=["it adds “a”", "it adds “b”"])
    assert said == "It adds “a” and “b”."


def test_no_more_than_three_are_told() -> None:
    assert _said("it adds “a”", "it adds “b”", "it adds “c”", "it adds “d”") == (
        f"Above all, it adds “a”, “b” and “c”{_COUNTED}"
    )


def test_a_quote_ends_where_the_rest_tells_more_and_not_within_what_is_joined() -> None:
    told = f"We keep the corn of {_MILLS}"
    assert cut_short(f"{told}, including the corn of the upper mill.", 240, 60) == f"{told} …"
    assert cut_short(f"We use no corn for grinding, baking, or feeding {_MILLS}.", 120, 20) == ""
    assert cut_short(f"{told}, which we grind outside the valley.", 240, 60) == ""


def test_a_list_in_one_sentence_is_cut_behind_an_item_but_for_conditions() -> None:
    bans = f"You may not (i) fish in the pond of {_MILLS}; (ii) row on it unless you are a miller; (iii) swim in it."
    assert cut_short(bans, 250, 20).endswith("mill29 …")
    assert cut_short(bans.replace("may not", "may row only if you"), 250, 20) == ""
