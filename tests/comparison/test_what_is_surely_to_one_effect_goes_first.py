"""What is quoted beside a clause is near to what states the type in it, and what is surely to its effect goes first."""

from __future__ import annotations

from dataclasses import replace

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import Comparison, choose
from conductatlas.comparison.nearness import nearness
from tests.comparison.clauses import clause

SAFETY = "security-measures"
MEASURES = load_catalogue()[SAFETY]
THIS = clause(
    1, "Larkwell keeps the letters of guests safe with locks on each cabinet, and tests the locks every week."
)


def test_what_is_near_by_its_words_is_sure() -> None:
    quote = "Tern keeps letters safe with locks on its cabinets and tests those locks each month."
    assert nearness(SAFETY, THIS, quote).is_sure


def test_what_is_told_of_both_is_sure_where_their_words_are_other_ones() -> None:
    ours = clause(1, "Letters at Larkwell are protected by encryption.")
    theirs = "Corvid Mail uses encryption for letters in its cellar beneath the lighthouse."
    found = nearness(SAFETY, ours, theirs)
    assert found.told_alike and found.is_sure
    assert not nearness(SAFETY, ours, theirs.replace("encryption", "a guard")).is_sure


def test_what_is_less_near_needs_more_where_a_type_has_several_effects() -> None:
    found = nearness(
        SAFETY, THIS, "Tern locks its office each night, tests the lamps and locks, and keeps a guard with a dog."
    )
    assert not found.is_sure
    assert found.is_enough(of_one_effect=True)
    assert not found.is_enough(of_one_effect=False)


def _quoted(one: Comparison) -> str | None:
    return one.clause.text.partition("\n")[0]


def test_a_clause_of_which_a_stranger_would_be_quoted_is_not_shown() -> None:
    like = THIS.text.replace("Larkwell", "Corvid Mail").replace("week", "spring")
    near = clause(2, f"{like}\nGuests bring their own umbrella.")
    strange = clause(3, f"Guests bring their own umbrella and a coat.\n{like}")
    assert [one.clause.record for one in choose(MEASURES, THIS, [strange, near], quoted=_quoted).telling] == [2]


def test_what_is_not_turned_round_goes_before_what_is() -> None:
    like = THIS.text.replace("Larkwell", "Corvid Mail").replace("tests the locks", "checks the locks")
    turned = clause(2, f"If you pay for it, {like} It lies in the harbour.")
    plain = clause(3, f"In each of its houses, {like} It lies in the harbour.")
    assert choose(MEASURES, THIS, [turned, plain]).telling[0].clause.record == 3
    assert nearness(SAFETY, THIS, turned.text).turned_apart == 1


def test_what_meets_one_sentence_of_several_is_not_shown() -> None:
    locks = "Tern keeps the letters of guests safe with locks on each cabinet, and tests the locks every month."
    lesser = (
        " Guards walk the corridors with dogs each night, cameras watch the harbour gate and the crane, visitors sign a"
        " ledger at the pier, and divers inspect moorings, hulls and buoys beneath the lighthouse before every regatta."
    )
    other = clause(2, locks)
    assert choose(MEASURES, THIS, [other]).telling
    (start, end) = (len(THIS.text), len(THIS.text + lesser))
    long = replace(THIS, text=THIS.text + lesser, parts=((0, start), (start, end)), surest=(0, start))
    assert nearness(SAFETY, long, locks).is_sure
    assert choose(MEASURES, long, [other]).telling == ()


def test_what_is_alike_in_a_part_must_be_near_to_all_that_states_the_type() -> None:
    quote = "Tern locks cabinets, and keeps a guard, a dog, a lamp and a whistle for its letters."
    found = nearness(SAFETY, THIS, quote)
    assert found.meets_enough(by_part=False)
    assert not found.meets_enough(by_part=True)
