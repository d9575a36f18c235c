"""The redline of a passage compares each of its blocks with what it was, wherever that stood."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, align, redline, with_true_parts
from conductatlas.reading import read_markdown
from conductatlas.site.presenters.redlines import shows_what_only_moved
from conductatlas.site.rendering.passage_redline import PassageRedlines

_LEAD = "We take down what is traded here:"
_ARMS = "Oars, old guns, masts of larch and sails of every kind from the yards"
_MORE = "Oars, masts of larch and sails of every kind from the yards, old guns and what guns are made of"
_TAIL = "Whoever trades so again may lose the berth in the harbour for good."


def _items(*items: str) -> str:
    return f"{_LEAD}\n\n" + "\n".join(f"*   {one}" for one in items)


def _redline(old: str, before: str, new: str, after: str) -> tuple[Segment, ...] | None:
    versions = read_markdown(old), read_markdown(new)
    return PassageRedlines(versions, align(*versions), redline).of(before, after)


def _of(segments: tuple[Segment, ...] | None, kind: SegmentKind) -> list[str]:
    assert segments is not None
    return [one.text for one in segments if one.kind is kind]


def test_a_passage_that_is_cut_otherwise_loses_nothing() -> None:
    old, new = (f"{_items(one, 'Tar')}\n\n{_TAIL}" for one in (_ARMS, _MORE))
    found = _redline(old, _items(_ARMS, "Tar"), new, _TAIL)
    assert not _of(found, SegmentKind.DELETED)
    assert not _of(found, SegmentKind.INSERTED)
    assert _of(found, SegmentKind.SAME) == [_TAIL]


def test_a_block_is_compared_with_what_it_was_though_the_passage_before_had_it_not() -> None:
    old, new = (f"{_items(one, 'Tar')}\n\n{_TAIL}" for one in (_ARMS, _MORE))
    found = _redline(old, _TAIL, new, _items(_MORE, "Tar"))
    assert "what guns are made of" in "".join(_of(found, SegmentKind.INSERTED))
    assert "Tar" in "".join(_of(found, SegmentKind.SAME))


def test_blocks_that_stand_in_one_version_alone_are_struck_and_inserted_in_their_place() -> None:
    old, new = _items("Tar", "Live eels of any kind"), _items("Tar", "Ropes that others have cut")
    found = _redline(old, old, new, new)
    assert _of(found, SegmentKind.DELETED) == ["Live eels of any kind"]
    assert _of(found, SegmentKind.INSERTED) == ["Ropes that others have cut"]
    assert found is not None
    assert [one.kind for one in found if one.text.strip()].index(SegmentKind.DELETED) > 0


def test_what_stands_in_neither_version_is_not_compared() -> None:
    assert _redline(_LEAD, "Something else.", _LEAD, _LEAD) is None


def test_where_items_between_went_elsewhere_a_gap_is_marked_behind_what_is_struck() -> None:
    old, new = f"{_items('Live eels', 'Tar')}\n\n{_TAIL}", f"{_items('Tar')}\n\n{_TAIL}"
    found = _redline(old, f"*   Live eels\n*   Tar\n\n{_TAIL}", new, _TAIL)
    assert found is not None
    assert [one.text for one in found if one.text.strip()] == ["Live eels", "[…]", _TAIL]


def test_what_is_printed_twice_now_is_compared_with_what_the_other_copy_was() -> None:
    before = "We send oars over the strait only where the council of that harbour watches its yards[{}].\n\n{}"
    asked = "In other harbours we ask each carter to sign the rules of the guild{} before the oars leave."
    beside = "\n\n".join(f"Rule {one}: {_TAIL} That is rule {one} of the harbour." for one in ("one", "two", "three"))
    was = before.format(7, asked.format(""))
    copy, now = (before.format(number, asked.format(" of ropers")) for number in (2, 9))
    old, new = read_markdown(f"{beside}\n\n{was}"), read_markdown(f"{copy}\n\n{beside}\n\n{now}")
    redlines = PassageRedlines((old, new), with_true_parts(old, new, align(old, new)), redline)
    found = redlines.of(was, copy)
    assert " ".join(_of(found, SegmentKind.INSERTED)).split() == ["2", "of", "ropers"]
    assert _of(found, SegmentKind.DELETED) == ["7"]
    came = redlines.of("", copy)
    assert "".join(_of(came, SegmentKind.INSERTED)).startswith("We send oars"), "a further passage came"


def test_what_went_from_a_list_is_shown_where_the_list_is_now() -> None:
    rules = "You may not name to the keeper, or to any other guest of this harbour:"
    items = ("the owner of the boat or the berth", "what the boat has cost", "the load of the boat, or its weight")
    old = f"{_LEAD} Oars.\n\n{rules}\n\n" + "\n".join(f"*   {one}" for one in items) + f"\n\n{_TAIL}"
    new = f"{_LEAD} Oars and masts.\n\n{rules}\n\n*   {items[0]}\n*   {items[2]}\n\n{_TAIL}"
    of_list = new[new.index(rules) : new.index(_TAIL)].strip()
    versions = read_markdown(old), read_markdown(new)
    redlines = PassageRedlines(versions, align(*versions), redline)
    before, first = old[: old.index(_TAIL)].strip(), f"{_LEAD} Oars and masts."
    assert _of(redlines.of(before, first), SegmentKind.DELETED) == [items[1]]
    assert not _of(redlines.of(before, first, redlines.struck_within(of_list)), SegmentKind.DELETED)
    second = redlines.of(_TAIL, of_list)
    assert _of(second, SegmentKind.DELETED) == [items[1]]
    shown = [one.text for one in second or () if one.text.strip()]
    assert shown.index(items[0]) < shown.index(items[1]) < shown.index(items[2])


def test_what_the_last_block_of_a_passage_took_the_place_of_is_struck_beside_it() -> None:
    struck, came = "Millers of the north may leave a will here.", "Heirs find more on the page about wills."
    old, new = (f"{_LEAD}\n\n{one}\n\n{_TAIL}" for one in (struck, came))
    found = _redline(old, _LEAD, new, f"{_LEAD}\n\n{came}")
    assert _of(found, SegmentKind.DELETED) == [struck]
    assert _of(found, SegmentKind.INSERTED) == [came]
    apart = f"{_LEAD}\n\n{struck} {_MORE}\n\n{struck}\n\n{_TAIL}"
    assert not _of(_redline(apart, _LEAD, new, f"{_LEAD}\n\n{came}"), SegmentKind.DELETED)


def test_what_is_struck_beside_a_passage_is_none_of_what_moved() -> None:
    kept, struck, came = (
        Segment(kind, text)
        for kind, text in (
            (SegmentKind.SAME, f"{_LEAD} "),
            (SegmentKind.DELETED, "A will may lie here. "),
            (SegmentKind.INSERTED, "Heirs ask us."),
        )
    )
    assert not shows_what_only_moved(_LEAD, f"{_LEAD} Heirs ask us.", (kept, struck, came))
    assert shows_what_only_moved(f"{_LEAD} Others went.", f"{_LEAD} Heirs ask us.", (kept, struck, came))


def test_of_a_list_that_was_put_into_one_paragraph_all_items_that_went_are_struck() -> None:
    last = "hand a berth, a key of the gate or a lamp of the pier on to anybody else"
    old = f"{_LEAD}\n\n*   eels that are alive;\n*   {last}."
    ahead = "3.3 Limits. No guest may: (a) bring living eels into the yard or leave them in any cabin of a boat"
    behind = "(c) paint the pier in colours that the harbour has not chosen; (d) light fires on deck after dark"
    new = f"{ahead}; (b) {last}; {behind}."
    found = _redline(old, f"*   {last}.", new, new)
    assert "eels that are alive;" in _of(found, SegmentKind.DELETED)
    assert last in "".join(_of(found, SegmentKind.SAME))
