"""What leads into a list and came there is not told as standing, and examples are told with what they are of."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_LIMITED = "For the following goods, we limit the view of the deck to rowers aged 18 and older:"
_SPLIT = "- Lanterns that burn without glass on open decks in a storm.\n- Ropes with knots of other ferries in them."


def _told(old: str, new: str) -> tuple[str, ...]:
    text = "# Corvid Ferry Rules\n\n{}\n\n## Boats\n\nBoats leave at noon.\n\nThe keeper has a bell."
    before, after = (read_markdown(text.format(one)) for one in (old, new))
    return foremost(sentence_changes(before, after, 4, ungraded))


def test_a_copy_of_a_lead_in_comes_with_its_item() -> None:
    standing = f"{_LIMITED}\n\n{_SPLIT}\n\n## Goods in barrels\n\nBarrels stand below."
    came = f"{_LIMITED}\n\n- Carts drawn by wild animals at night, except in plays that the keeper has allowed."
    (told,) = _told(standing, f"{standing}\n\n{came}")
    assert told.startswith(f"it adds “{_LIMITED} Carts")


def test_what_became_an_item_of_a_new_list_is_told_after_what_is_new() -> None:
    was = "- Letters that give the berth of a rower away, even if the pins are in a letter to another ferry."
    now = "- Letters that give the berth of a rower away, even if the map is in a letter to another ferry."
    leads = "Letters that make a berth easy to find, such as:"
    told = _told(f"## Berths\n\nKeep berths secret.\n\n{was}", f"## Berths\n\nKeep berths secret.\n\n{leads}\n\n{now}")
    assert any(one.startswith(f"after the new “{leads.rstrip(':')}”") for one in told)


def test_examples_are_told_with_what_they_are_of() -> None:
    stands = "Breaking our rules on goods can lead to the loss of your berth."
    came = "Certain goods may stay on deck anyhow."
    examples = "Examples may include knives of a surgeon who must operate on board, and letters on a war or a storm."
    told = _told(stands, f"{stands} {came} {examples}")
    assert any(f"{came} {examples.rstrip('.')}" in one for one in told)
