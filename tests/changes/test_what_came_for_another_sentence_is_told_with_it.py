"""A sentence that came for one that went is told with that one, whichever of the two weighs more."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "\n\n".join(
    f"Boats of the {name} line leave at noon and carry {load} to the far bank." for name, load in
    [("heron", "corn"), ("corvid", "wool"), ("swan", "timber"), ("plover", "salt"), ("egret", "peat")]
)  # fmt: skip

_CLOSED = "We will at once and for good close any berth that is given over to trading letters of drowned rowers."


def _told(went: str, came: str, most: int = 4) -> str:
    text = "# Larkwell Ferry\n\n## Letters\n\n{}\n\n## Boats\n\n{}"
    old, new = (read_markdown(text.format(one, _RULES)) for one in (went, came))
    return " / ".join(foremost(sentence_changes(old, new, most, ungraded)))


def test_what_came_is_told_with_what_it_took_up_even_if_that_stands_in_part() -> None:
    went = "We may use your letters to provide, keep up and improve the ferry and to build other boats and piers."
    came = (
        "We may use your letters to provide, keep up and improve the ferry, also training our models with every word "
        "of them by day and by night, unless you opt out of such training at the desk of the pier before you write."
    )
    said = _told(went, came, most=1)
    assert "it adds" not in said
    assert went.rstrip(".") in said


def test_two_that_stand_in_one_place_are_one_edit_where_they_say_much_of_each_other() -> None:
    went = _CLOSED
    came = "We may for good close your berth if much of what you send and carry in a year is letters that harm."
    said = _told(went, came)
    assert f"“{went.rstrip('.')}” becomes “{came.rstrip('.')}”" in said


def test_one_on_another_matter_stays_apart() -> None:
    went = _CLOSED
    came = "Whoever leaves a lantern burning at night must pay the keeper of the pier eleven crowns for the oil."
    said = _told(went, came)
    assert "it no longer says" in said
    assert "it adds" in said


def test_what_hangs_on_another_sentence_is_not_told_as_what_became() -> None:
    went = "You may shout at a rower. In these cases, we will ask you to take your letter off the board of the pier."
    came = (
        "If you hang a letter of a drowned rower on the board of the pier for the first time, we will ask you to take "
        "your letter off, and to pay for the nails."
    )
    assert "“In these cases" not in _told(went, came)


def test_what_became_of_a_sentence_is_not_told_as_new_ahead_of_another_one() -> None:
    became = "We may for good close your berth if most of what you do at this ferry is trading letters of rare kinds."
    came = (
        "If you hang these rare kinds on the board of the pier for the first time, you must pay eleven crowns to the "
        "keeper, and we may sell your lantern to partners and other third parties."
    )
    said = _told(_CLOSED, f"{became} {came}")
    assert "it adds “We may for good" not in said
    assert f"it adds “{came.rstrip('.')}”" in said
