"""What is at stake for a reader goes before examples, notes on the update and slips of the pen."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_COSTS = "You are responsible for all costs of wet corn."
_EXAMPLE = (
    "Example: if a farmer from the upper valley brings barley on a rainy market day, the miller may show him the dry "
    "loft, the scales and the new millstone before grinding anything."
)
_UPDATE = "The most recent update of these rules adds a paragraph on wet corn and no other thing was changed."


def _first(old: str, new: str) -> str:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))[0]


def test_a_duty_goes_before_an_example_and_a_note_on_the_update() -> None:
    assert _first(_MILL, f"{_UPDATE}\n\n{_MILL} {_EXAMPLE}\n\n{_COSTS}") == f"it adds “{_COSTS[:-1]}”"


def test_a_letter_put_right_goes_last() -> None:
    old = "The miller wieghs each sack before dusk.\n\nHis son sweeps the loft and oils the wheel."
    new = "The miller weighs each sack before dusk.\n\nHis son sweeps the barn and oils the wheel."
    assert _first(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{new}").startswith("“His son sweeps the loft")


def test_the_weightiest_edit_is_told_beside_what_came() -> None:
    rules = "\n\n".join(
        f"You must pay fee {word} crowns to the keeper of {word} gate." for word in ("two", "ten", "six")
    )
    old = f"{_MILL}\n\nCorn may be left in the loft until spring."
    new = (
        f"{_MILL}\n\nCorn must never be left in the loft until spring.\n\n{rules}\n\nYou must pay the ferryman as well."
    )
    found = sentence_changes(read_markdown(old), read_markdown(new), 3, ungraded)
    assert "edited" in {one.how for one in found.foremost}


def test_a_menu_in_one_line_is_not_told() -> None:
    menu = "All about sacksWhere to bring cornPrices of mealOpening hoursContact the miller"
    assert _first(
        _MILL, f"{_MILL}\n\n{menu} and the keeper of the weir must pay a fee.\n\nHis son oils the big wheel."
    ) == ("it adds “His son oils the big wheel”")


def test_another_period_is_told_in_a_language_that_is_not_judged() -> None:
    kept = "Wer die Fähre nicht mehr nimmt, dessen Laterne verkaufen wir nach {} Monaten auf dem Markt."
    more = "Neue Glocken für die Schleuse am oberen Tor, die der Wärter bei Nebel läutet, {} Schläge lang."
    old, new = (f"{_MILL}\n\n{kept.format(months)}" for months in (6, 18))
    found = sentence_changes(
        read_markdown(old), read_markdown("\n\n".join([new, *map(more.format, ("drei", "vier"))])), 2, ungraded
    )
    assert any("18 Monaten" in phrase for phrase in foremost(found))
