"""A sentence that stands in fewer places than before is named with the place that lost it."""

from __future__ import annotations

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_OBJECT = "You may object to this by writing a letter to the keeper of the mill."
_OPT_OUT = "You may refuse it by the lever beside the gate."


def _text(guests: str, millers: str) -> str:
    return (
        "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"
        f"## Guests\n\nGuests bring their corn in sacks of linen. {guests}\n\n"
        f"## Millers\n\nMillers bring their corn on carts with bells. {millers}\n"
    )


def test_the_place_of_a_copy_is_told() -> None:
    old, new = _text(_OBJECT, f"{_OBJECT} {_OPT_OUT}"), _text(_OPT_OUT, f"{_OBJECT} {_OPT_OUT}")
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    assert (found.fewer, found.more) == (1, 1)
    assert [tuple(one) for one in found.fewer_told] == [(_OBJECT, "Guests", "Millers")]
    assert [tuple(one) for one in found.more_told] == [(_OPT_OUT, "Guests", "Millers")]


def test_where_it_still_stands_under_the_same_heading_none_is_named() -> None:
    twice = f"Millers may read the rules of the weir. {_OBJECT}\n\nGuests sing.\n\n{_OBJECT}"
    old, new = _text("Guests are quiet.", twice), _text("Guests are quiet.", twice.removesuffix(_OBJECT))
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    assert [tuple(one) for one in found.fewer_told] == [(_OBJECT, "", "Millers")]


def test_a_place_is_not_told_as_lost_where_its_heading_has_another_copy() -> None:
    guests = f"{_OBJECT}\n\nGuests are weighed at the gate with their sacks. {_OBJECT}"
    old, new = _text(guests, _OPT_OUT), _text(_OBJECT, _OPT_OUT)
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    assert [tuple(one) for one in found.fewer_told] == [(_OBJECT, "", "Guests")]
