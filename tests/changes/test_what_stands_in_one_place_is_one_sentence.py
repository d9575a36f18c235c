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
    stood = "你不得使用市场的染料在布上绘制、张贴或者出售任何一种伪造的珍贵印章。"
    longer = (
        "你应当细心阅读并遵守行会关于印章和封蜡的各项规则,不得使用市场的染料在布匹、纸张上绘制、张贴或者出售虚假、盗用的、"
        "违反规则的印章。"
    )
    mark = (
        "对于在我们织机上织成的每一匹布、每一张毯和每一面帆,我们有权依照行会的规则加盖印章,包括加盖在布边上每位客人都"
        "看得见的地方,以及记入随布交付、只有城中看守才能查看的簿册。"
    )
    keep = "市场的看守在天亮的时候打开城门,让客人进来。\n\n{}\n\n钟声响起的时候看守再把城门关上,不许再进。\n"
    found = _changes(keep.format(stood), keep.format(f"{mark}{longer}"))
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
    assert _edits(found) == [(f"{second} {first}", merged)]
    assert (found.came, found.went) == (1, 0)


def test_a_list_that_went_is_told_with_its_short_items_though_another_list_has_one() -> None:
    text = (
        "We may refuse any of the following goods at the gate:\n\n* Mould.\n* Wet straw that smells of smoke.\n\n"
        "The wardens look at each crate.\n\n{}\n\nThe gate stays open until the bell has rung twice."
    )
    led = "Pelts of hares and young rabbits that show:"
    after = "Pelts of hares and rabbits that were tanned, unless a warden has seen them."
    items = "\n\n* Mould.\n* Burnt hair.\n* A cut or hole of a snare."
    found = _changes(text.format(led + items), text.format(after))
    assert _edits(found) == [(f"{led} Mould. Burnt hair. A cut or hole of a snare.", after)]
    assert [one.how for one in found.told] == ["edited"]
