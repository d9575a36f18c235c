"""A sentence went only where the new text has no clause of it, and no item is read into what does not lead to it."""

from __future__ import annotations

import pytest

from conductatlas.changes import SentenceChanges, foremost, sentence_changes, stands_under, ungraded
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_BURNT = "Once your sacks are collected, their slips are burnt in the miller's oven."
_WENT = (
    "For instance, we hang up no slips while we grind, except those of strangers, and so once your sacks are collected "
    "their slips are burnt in the miller's oven."
)
_MAY = "You may use the ferry of Larkwell only if:"
_ITEM = "you can swim as far as the other bank. The ferry is not meant for geese, and we take no goose aboard."


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)


@pytest.mark.parametrize("stays", [True, False])
def test_a_sentence_is_gone_only_if_no_clause_of_it_stands(stays: bool) -> None:
    far = "\n\n".join(f"Rule {number} of the weir is read aloud by the keeper at dawn." for number in range(12))
    top = f"# Corvid Rules\n\n{_MILL} {_BURNT if stays else ''}\n\n{far}\n\n"
    found = _changes(f"{top}{_WENT} Nobody pays for it.", f"{top}Nobody pays for it.")
    assert found.went == 1
    assert any("no longer says" in one for one in foremost(found)) is not stays
    assert bool(found.told) is not stays


@pytest.mark.parametrize(
    ("lead_in", "item", "sentence", "is_led_into"),
    [
        (_MAY, _ITEM, "The ferry is not meant for geese, and we take no goose aboard.", False),
        (_MAY, _ITEM, "you can swim as far as the other bank.", True),
        # A lead-in that is no half of a sentence holds for all of an item.
        ("We do not allow:", "Shouting at geese. Feeding of swans.", "Feeding of swans.", True),
        ("You may not moor:", "Boats with tar. You must scrape them first.", "You must scrape them first.", True),
        ("We may turn away whoever:", "Shouts. We decide that alone.", "We decide that alone.", True),
        ("We may turn away those who:", "Shout. We decide that alone.", "We decide that alone.", False),
    ],
)
def test_a_lead_in_that_breaks_off_goes_on_in_one_sentence(
    lead_in: str, item: str, sentence: str, is_led_into: bool
) -> None:
    document = read_markdown(f"# Ferry\n\n{lead_in}\n\n*   {item}\n*   you pay the fare.\n")
    block = next(at for at, one in enumerate(document.visible) if sentence in one)
    assert stands_under(document, block, sentence)[1] == (lead_in if is_led_into else "")


def test_a_later_sentence_of_an_item_is_told_without_the_lead_in() -> None:
    stays = "you can swim as far as the other bank."
    old, new = (f"# Ferry\n\n{_MILL}\n\n{_MAY}\n\n*   {one}\n*   you pay the fare.\n" for one in (_ITEM, stays))
    (phrase,) = foremost(_changes(old, new))
    assert phrase == "it no longer says “The ferry is not meant for geese, and we take no goose aboard”"


_PROMISE = (
    "For the avoidance of doubt, the keeper will never lend the ledgers that lie within your locker for such weighing, "
    "counting or auctions of cattle."
)
_AGAIN = "The keeper will not lend raw or readable ledgers for counting."


def test_a_promise_that_another_sentence_makes_is_not_told_first_as_gone() -> None:
    rooms = "\n\n".join(f"Rule {number} of the weir is read aloud at dawn." for number in range(12))
    old, new = (f"# Corvid Rules\n\n{one}\n\n{rooms}\n\n{two}" for one, two in ((_PROMISE, ""), ("", _AGAIN)))
    found = _changes(old, new)
    assert [(one.before, one.after) for one in found.told] == [(_PROMISE, _AGAIN)]
    assert not any("it no longer says" in one for one in foremost(found))
    alone = _changes(old, new.removesuffix(_AGAIN))
    assert [one.how for one in alone.told] == ["went"]


def test_one_half_of_an_edit_is_not_told_in_a_section_that_came_as_a_whole() -> None:
    section = (
        f"## Gate\n\nThe miller opens it at noon. {_AGAIN} Whoever breaks its lock pays the town forty crowns. "
        "Boats wait for him under the willows. Geese cross the weir in single file. Their herd has a lantern. "
        "A goose without a ring is sold at the fair. Hives stand behind the orchard wall. Smoke is forbidden in summer."
    )
    found = _changes(f"# Corvid Rules\n\n{_MILL}\n\n{_PROMISE}", f"# Corvid Rules\n\n{_MILL}\n\n{section}")
    assert [one.title for one in found.new_sections] == ["Gate"]
    assert not any("it no longer says" in one for one in foremost(found))


def test_what_holds_for_the_same_people_says_not_the_same() -> None:
    rooms = "\n\n".join(f"Rule {number} of the weir is read aloud at dawn." for number in range(12))
    went = (
        "If you live in the upper valley or at Brae, we do not limit what we owe for flour that we spoilt by neglect."
    )
    came = "If you live in the upper valley or at Brae, Section 11 doesn't apply to you."
    old, new = (f"# Corvid Rules\n\n{one}\n\n{rooms}\n\n{two}" for one, two in ((went, ""), ("", came)))
    assert ("went", went) in [(one.how, one.before) for one in _changes(old, new).told]
