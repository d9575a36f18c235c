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
        SAFETY,
        THIS,
        "Tern locks its office at dusk, tests the lamps, ropes, bells and locks, and keeps a guard with a dog.",
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
    text = f"{lesser.strip()} {THIS.text}"
    at = len(text) - len(THIS.text)
    long = replace(THIS, text=text, parts=((0, at), (at, len(text))), surest=(at, len(text)))
    assert nearness(SAFETY, long, locks).is_sure
    assert choose(MEASURES, long, [other]).telling == ()


def test_what_is_alike_in_a_part_must_be_near_to_all_that_states_the_type() -> None:
    quote = "Tern locks cabinets, and keeps a guard, a dog, a lamp and a whistle at its pier."
    found = nearness(SAFETY, THIS, quote)
    assert found.meets_enough(by_part=False)
    assert not found.meets_enough(by_part=True)


LEADING = "Larkwell keeps the letters of guests safe with locks on each cabinet."
BEHIND = (
    "Guards walk the corridors with dogs each night, cameras watch the harbour gate and the crane, visitors sign books"
    " at the pier, and divers inspect moorings, hulls and buoys beneath the lighthouse before every regatta."
)


def test_neither_an_item_of_a_list_nor_the_line_above_it_stands_for_a_clause() -> None:
    locks = "Corvid Mail keeps letters safe with locks on its cabinets."
    items = f"*   {LEADING}\n*   {BEHIND}"
    at = items.index("\n") + 1
    listed = replace(THIS, text=items, parts=((0, at), (at, len(items))), surest=(0, at))
    assert not nearness(SAFETY, listed, locks).is_heart
    line = "These locks keep the letters of guests safe:"
    above = replace(THIS, text=f"{line}\n*   {BEHIND}", parts=((0, len(line)),), surest=(0, len(line)))
    assert not nearness(SAFETY, above, "Locks keep letters of our guests safe.").is_heart


def test_what_meets_most_of_a_clause_is_enough_unless_it_is_turned_round() -> None:
    quote = "Tern locks its office each night, tests the lamps and locks, and keeps a guard with a dog."
    found = nearness(SAFETY, THIS, quote)
    assert found.by_words < 0.45 and found.meets_most
    assert found.is_enough(of_one_effect=False)
    assert not replace(found, turned_apart=3).is_enough(of_one_effect=False)


def test_what_answers_more_of_a_clause_goes_first() -> None:
    tests_them = " The mate at the harbour tests the locks every week."
    less = clause(
        2, "Corvid Mail keeps the letters of guests safe with locks on each cabinet. The ferry leaves at noon."
    )
    more = clause(3, f"Tern keeps the letters of guests safe with locks on each cabinet.{tests_them}")
    assert choose(MEASURES, THIS, [less, more]).telling[0].clause.record == 3


def test_what_meets_one_sentence_of_a_clause_on_other_things_is_no_comparison() -> None:
    locks = "Corvid Mail keeps the letters of guests safe with locks on its cabinets."
    at = len(LEADING)
    alone = replace(THIS, text=LEADING, parts=((0, at),), surest=(0, at))
    assert nearness(SAFETY, alone, locks).meets_enough(by_part=True)
    # What else it says states other types, and no word of that is met.
    among = replace(alone, text=f"{LEADING} {BEHIND} A ferry brings parcels, barrels and sheep at noon.")
    found = nearness(SAFETY, among, locks)
    assert found.is_sure and found.met > 0.7
    assert not found.meets_enough(by_part=True)
    assert found.meets_enough(by_part=False)


def test_what_says_little_else_goes_first() -> None:
    locks = "Corvid Mail keeps the letters of guests safe with locks on each cabinet, and tests the locks every week."
    more = clause(2, f"{locks} Beds are made at noon, and whoever rides the ferry pays a ducat to its mate.")
    plain = clause(3, locks.replace("Corvid Mail", "Tern").replace("guests", "visitors to its inn"))
    assert choose(MEASURES, THIS, [more, plain]).telling[0].clause.record == 3


def test_beside_a_finding_that_is_not_sure_a_quotation_says_little_else() -> None:
    other = clause(2, f"Tern keeps the letters of guests safe with locks on each cabinet. {BEHIND}")
    assert not nearness(SAFETY, THIS, other.text).says_little_else
    assert choose(MEASURES, replace(THIS, confidence=0.97), [other]).telling
    less_sure = replace(THIS, confidence=0.9)
    assert choose(MEASURES, less_sure, [other]).telling == ()
    assert choose(MEASURES, less_sure, [clause(2, LEADING.replace("Larkwell", "Tern"))]).telling


def test_a_line_that_only_leads_into_a_list_makes_no_quotation_sure() -> None:
    line = "We keep the letters of guests safe:"
    lists = f"{line}\n*   {BEHIND}"
    this = replace(THIS, text=lists, parts=((0, len(lists)),), surest=(0, len(line)))
    quote = "We keep the letters of guests safe if they ask for it."
    assert not nearness(SAFETY, this, quote).is_sure
    alone = replace(THIS, text=line, parts=((0, len(line) - 1),), surest=(0, len(line) - 1))
    assert nearness(SAFETY, alone, quote).is_sure
