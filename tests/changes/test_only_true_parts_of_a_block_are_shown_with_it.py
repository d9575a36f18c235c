"""A redline shows a block with a larger one only where it came out of that one or went into it."""

from __future__ import annotations

from conductatlas.changes import Alignment, align, with_true_parts
from conductatlas.reading import Document, read_markdown

_BREACH = "A breach of this section is a material breach of the whole agreement."
_MILL = f"The miller grinds for the customer alone and for nobody else, and keeps the sacks dry. {_BREACH}"
_REST = "These terms are governed by the laws of Ireland."


def _edges(old: str, new: str) -> tuple[Document, Alignment]:
    before, after = read_markdown(old), read_markdown(new)
    return after, with_true_parts(before, after, align(before, after))


def test_a_sentence_that_is_said_again_elsewhere_came_out_of_no_block() -> None:
    edited = _MILL.replace("dry", "dry and clean")
    after, found = _edges(f"{_MILL}\n\n{_REST}", f"{edited}\n\n{_REST}\n\n{_BREACH}")
    assert not any(edge.part for edge in found.edges)
    assert [after.visible[block] for block in found.added] == [_BREACH]


def test_a_sentence_that_became_a_block_of_its_own_came_out_of_its_block_beside_it() -> None:
    rest = _MILL.removesuffix(_BREACH)
    after, found = _edges(f"{_MILL}\n\n{_REST}", f"{rest}\n\n{_BREACH}\n\n{_REST}")
    assert [after.visible[edge.new] for edge in found.edges if edge.part] == [_BREACH]
    assert not found.added
    after, found = _edges(f"{_MILL}\n\n{_REST}", f"{rest}\n\n{_REST}\n\n{_BREACH}")
    assert [after.visible[block] for block in found.added] == [_BREACH], "farther off it is shown where it stands"


def test_an_entry_of_a_menu_is_no_part_of_what_begins_with_its_words() -> None:
    title = "Mills, Sacks, and What Is Ground There"
    old = f"*   {title}: We don't let you grind what is not corn, nor sell sacks that others have filled.\n\n{_REST}"
    menu = "\n".join(f"*   {one}" for one in (title, "Wind", "Water"))
    after, found = _edges(old, f"{menu}\n\n{_REST}\n\n{menu}")
    assert not any(edge.part for edge in found.edges)
    assert [after.visible[block] for block in found.added].count(title) == 2


def test_a_title_is_no_entry_of_a_menu() -> None:
    after, found = _edges(f"**For Your Mill Rules**\n\n{_REST}", f"*   For Your Mill Door Rules\n\n{_REST}")
    assert [after.visible[block] for block in found.added] == ["For Your Mill Door Rules"]


def test_words_that_are_spread_over_a_block_are_no_part_of_it() -> None:
    said = "If you choose to use the wind we share the following corn with the house:"
    spread = (
        "If and when you come, you choose a day. We ask you to use the door, since the wind we have is strong. We "
        "share what follows with guests, the following day too. Corn is kept with care, and the house is closed."
    )
    _, found = _edges(f"{said}\n\n{_REST}", f"{_REST}\n\n{spread}")
    assert not found.edges or not any(edge.part for edge in found.edges)
    assert len(found.removed) == 1
