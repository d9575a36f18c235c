"""An item that stands where another one stood became no item of another list, nor was it put in anew."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_LEAD = "# Larkwell\n\nLarkwell is a market of goods made by hand.\n\n"


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(_LEAD + old), read_markdown(_LEAD + new), 8, ungraded)


def _edits(found: SentenceChanges) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in found.told if one.how == "edited"]


def test_an_item_became_the_one_in_its_place_of_its_own_list() -> None:
    def text(hides: str, marked: str) -> str:
        return (
            "## Hides\n\nYou may not sell any of the following at a stall:\n\n"
            f"- Coats of foxes that were caught in a snare.\n- {hides}\n- Gloves of seals from the north.\n\n"
            "## Labels\n\nWe put a label on the following goods, so that guests know of it:\n\n"
            f"Baskets of willows from a wet valley\n\n{marked}\n\nBowls of clay that were fired in an open pit\n"
        )

    old = text(
        "Pelts of hares or young rabbits.", "Pelts of hares and young rabbits that show:\n\n* Holes.\n* Burnt hair."
    )
    new = text(
        "Pelts of hares and rabbits out of the field that are tanned.",
        "Pelts of hares and rabbits out of the field that are tanned, unless a second warden has seen each of them.",
    )
    found = _changes(old, new)
    assert found.came == 0
    edits = _edits(found)
    assert edits[0] == (
        "Pelts of hares or young rabbits.",
        "Pelts of hares and rabbits out of the field that are tanned.",
    )
    assert edits[1][0].startswith("Pelts of hares and young rabbits that show:")
    assert edits[1][1].endswith("each of them.")


def test_an_item_that_moved_and_stayed_nearly_the_same_became_no_other_in_its_place() -> None:
    moved = "Coats of foxes that a licensed warden of the upper valley has caught in a snare."
    other = "Coats of foxes that a licensed tanner has brought."
    middle = "".join(
        f"Rule {word} binds each stall of the {word} market row.\n\n" for word in ("north", "south", "east")
    )
    items = "You may not sell:\n\n- Gloves of seals from the northern islands.\n{}- Bowls of clay fired in a pit.\n\n"
    old = items.format(f"- {moved}\n") + middle
    new = items.format(f"- {other}\n") + middle + moved.replace("a snare", "a big snare") + "\n"
    assert (moved, moved.replace("a snare", "a big snare")) in _edits(_changes(old, new))


def test_a_sentence_that_a_longer_one_in_its_place_took_up_is_edited() -> None:
    stood = "You may not use the paints of the new looms to make or spread false tales."
    longer = (
        "You shall read the rules of the guild on seals with care, and may not use the paints of the looms, dyes and"
        " presses to make, print or spread false, twisted or stolen tales that break the law of the market."
    )
    mark = "We may put a seal on each bolt of cloth that the looms wove, on its rim and in its book."
    keep = (
        "The warden of the market opens the gates at dawn.\n\n{}\n\nThe warden closes them again when the bell rings.\n"
    )
    found = _changes(keep.format(stood), keep.format(f"{mark} {longer}"))
    assert _edits(found) == [(stood, longer)]
    assert [one.after for one in found.told if one.how == "came"] == [mark]


def test_a_sentence_that_two_were_put_into_leaves_the_next_one_new() -> None:
    first = "We are not liable for any delay, loss or damage that comes of your use of Side-Stalls."
    second = "You know and agree that Side Stalls are not Larkwell goods and, so, we are not answerable for them."
    merged = (
        "Whatever else is agreed, you know that Side-Stalls are not Larkwell goods and Larkwell is not answerable for"
        " any Side-Stall, nor for any delay, loss or damage that comes of your use of Side-Stalls."
    )
    then = (
        "Besides, if you use a Carrier to bring Larkwell goods to a Side-Stall, you know that Larkwell is not the"
        " master of the Carrier and does not answer for how it handles your crates."
    )
    lead = "You may set up a stall of your own beside the market."
    found = _changes(f"{lead} {first} {second}", f"{lead} {merged} {then}")
    assert _edits(found) == [(f"{first} {second}", merged)]
    assert (found.came, found.went) == (1, 0)
