"""A sentence that says much of what another one does, beside it, is not said by that one where it went or came."""

from __future__ import annotations

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"
_ENDS = (
    "the weighing shall be done by the scale of the guild, and the miller and the guest agree that its sheet binds both"
)
_OUT = (
    "1.1 To the extent that corn is carried by a guest to the miller in a county without a warden, deemed not"
    f" to ensure fair measures by the council of the lowlands, {_ENDS}."
)
_BACK = f"1.2 To the extent that flour is carried by the miller to the guest on a cart of the mill, {_ENDS}."


def _went_and_came(old: str, new: str) -> tuple[list[str], list[str]]:
    told = sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded).told
    return [one.before for one in told if one.how == "went"], [one.after for one in told if one.how == "came"]


def test_a_rule_much_like_the_one_beside_it_went_and_came() -> None:
    both, one = f"{_MILL}{_OUT}\n\n{_BACK}\n", f"{_MILL}{_BACK.replace('1.2', '1.1')}\n"
    assert _went_and_came(both, one) == ([_OUT], [])
    assert _went_and_came(one, both) == ([], [_OUT])


def test_a_sentence_with_another_name_or_number_is_no_copy() -> None:
    north = "You must bring your sacks of corn to the gate of the North Mill before noon."
    south = north.replace("North", "South")
    assert _went_and_came(f"{_MILL}{north}\n\n{south}", f"{_MILL}{north}") == ([south], [])
    nine = "Sacks that weigh more than nine stone are sent back to the guest at once."
    assert _went_and_came(f"{_MILL}{nine}", f"{_MILL}{nine}\n\n{nine.replace('nine', '12')}")[1]
