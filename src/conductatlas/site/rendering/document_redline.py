"""The redline of a whole document: what stayed is folded away, what moved is shown as moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from conductatlas.changes import (
    Alignment,
    Edge,
    Segment,
    SegmentKind,
    align,
    groups_of,
    in_order,
    kept_text,
    redline,
    stands_under,
)
from conductatlas.reading import BlockKind, Document, block_words
from conductatlas.site.rendering.shown_redline import without_note_numbers

_CONTEXT = 1
# Fewer words stand elsewhere by accident.
_FEWEST_MOVED = 8
# Fewer words, so little alike, did not move and were edited: they went, and others came.
_FEWEST_EDITED, _LIKE_IF_MOVED = 20, 0.8
# … and of more words so many stand in the other block, in order: a rule is not the definition that was in it.
_KEPT_IF_MOVED = 0.8
# A title stands so many rows above at most, behind a number of so many characters.
_FARTHEST_TITLE, _LONGEST_NUMBER = 60, 10


class RowKind(StrEnum):
    """What happened to a block."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"
    FOLDED = "folded"


_ALONE = {SegmentKind.INSERTED: RowKind.INSERTED, SegmentKind.DELETED: RowKind.DELETED}
_MOVED = {SegmentKind.INSERTED: RowKind.MOVED_HERE, SegmentKind.DELETED: RowKind.MOVED_AWAY}


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the redline, or a run of unchanged ones that is folded away (`blocks` of them, without segments).

    A block that moved stands twice: where it stands now (with any words that changed) and, as a stub, where it stood.
    `said_elsewhere`, `said_before`: what the new version says elsewhere, edited or in other words, of what is struck in
    it, and what the old one said so of what is inserted; who makes the rows does not ask for it.
    """

    kind: RowKind
    segments: tuple[Segment, ...] = ()
    blocks: int = 1
    heading: bool = False
    said_elsewhere: tuple[str, ...] = ()
    said_before: tuple[str, ...] = ()


def document_redline(old: Document, new: Document, alignment: Alignment | None = None) -> tuple[Row, ...]:
    """Compare two versions block by block and word by word, in the order of the new one.

    Works on visible text. A removed block stands after the block that it stood after in the old version. `alignment`
    is that of the two, where it is known.
    """
    return tuple(_folded(list(_rows(old, new, alignment or align(old, new)))))


@dataclass(frozen=True, slots=True)
class _Told:
    """A row, and of one that differs the title that it stands under, if it has any."""

    row: Row
    title: str = ""


def _told(row: Row, document: Document, ordinal: int) -> _Told:
    return _Told(row, "" if row.kind is RowKind.SAME else stands_under(document, ordinal)[0])


def _rows(old: Document, new: Document, alignment: Alignment) -> Iterator[_Told]:
    groups = groups_of(alignment)
    trailing = _trailing(old, new, alignment, groups)
    yield from trailing.get(-1, ())
    added = set(alignment.added)
    told: set[int] = set()
    for ordinal, block in enumerate(new.blocks):
        heading = block.kind is BlockKind.HEADING
        if ordinal in added:
            row = _row_of_one(new, ordinal, old, SegmentKind.INSERTED)
            yield _told(replace(row, heading=heading), new, ordinal)
        elif ordinal in groups and id(groups[ordinal]) not in told:
            told.add(id(groups[ordinal]))
            alone = len({edge.new for edge in groups[ordinal]}) == 1
            yield _told(_row_of_group(groups[ordinal], old, new, heading=heading and alone), new, ordinal)
        yield from trailing.get(ordinal, ())


def _row_of_one(document: Document, ordinal: int, other: Document, kind: SegmentKind) -> Row:
    """A block that stands in one version alone; it moved where its words stand as often within blocks of the other."""
    text = block_words(document, ordinal)
    here, there = kept_text(document), kept_text(other)
    moved = document.word_counts[ordinal] >= _FEWEST_MOVED and there.times(text) >= max(1, here.times(text))
    if moved:
        return Row(_MOVED[kind], (Segment(SegmentKind.SAME, text),))
    return Row(_ALONE[kind], (Segment(kind, text),))


def _row_of_group(group: list[Edge], old: Document, new: Document, *, heading: bool) -> Row:
    before = "\n\n".join(block_words(old, ordinal) for ordinal in sorted({edge.old for edge in group}))
    after = "\n\n".join(block_words(new, ordinal) for ordinal in sorted({edge.new for edge in group}))
    if any(_is_no_move(edge, old, new) for edge in group):
        return Row(RowKind.INSERTED, (Segment(SegmentKind.INSERTED, after),), heading=heading)
    segments = without_note_numbers(redline(before, after))
    if any(edge.moved for edge in group):
        return Row(RowKind.MOVED_HERE, segments, heading=heading)
    edited = any(segment.kind is not SegmentKind.SAME and segment.text.strip() for segment in segments)
    if edited:
        return Row(RowKind.CHANGED, segments, heading=heading)
    return Row(RowKind.SAME, (Segment(SegmentKind.SAME, after),), heading=heading)


def _is_no_move(edge: Edge, old: Document, new: Document) -> bool:
    """Whether a block that stood elsewhere has too little in common with another one to be that one edited.

    Few words must be much alike; of more of them nearly all must stand in the other block, unless it is one of several.
    """
    if not edge.moved or edge.likeness >= _LIKE_IF_MOVED:
        return False
    if min(old.word_counts[edge.old], new.word_counts[edge.new]) < _FEWEST_EDITED:
        return True
    before, after = old.word_lines[edge.old].split(), new.word_lines[edge.new].split()
    return not edge.part and in_order(before, after, _KEPT_IF_MOVED) < _KEPT_IF_MOVED


def _trailing(
    old: Document, new: Document, alignment: Alignment, groups: dict[int, list[Edge]]
) -> dict[int, list[_Told]]:
    """What is shown after a new block (-1: before all) because it stood there in the old version."""
    removed = set(alignment.removed)
    rows: dict[int, list[_Told]] = defaultdict(list)
    after = -1
    for ordinal, block in enumerate(old.blocks):
        heading = block.kind is BlockKind.HEADING
        edges = alignment.from_old.get(ordinal, ())
        if ordinal in removed:
            row = _row_of_one(old, ordinal, new, SegmentKind.DELETED)
            rows[after].append(_told(replace(row, heading=heading), old, ordinal))
        elif edges and all(edge.moved for edge in edges):
            went = any(_is_no_move(edge, old, new) for edge in edges)
            stub = (Segment(SegmentKind.DELETED if went else SegmentKind.SAME, block_words(old, ordinal)),)
            kind = RowKind.DELETED if went else RowKind.MOVED_AWAY
            rows[after].append(_told(Row(kind, stub, heading=heading), old, ordinal))
        elif edges:
            after = max(edge.new for edge in groups[edges[0].new])
    return rows


def _folded(told: list[_Told]) -> Iterator[Row]:
    """Fold runs of unchanged blocks, but for the ones next to a change and the title above it."""
    rows = [one.row for one in told]
    shown = {
        near
        for place, row in enumerate(rows)
        if row.kind is not RowKind.SAME
        for near in range(max(0, place - _CONTEXT), min(len(rows), place + _CONTEXT + 1))
    }
    heads = _heads(told, shown)
    folded = 0
    for place, row in enumerate(rows):
        if place not in shown and place not in heads:
            folded += 1
            continue
        if folded:
            yield Row(RowKind.FOLDED, blocks=folded)
            folded = 0
        yield row if place in shown else heads[place]
    if folded:
        yield Row(RowKind.FOLDED, blocks=folded)


def _heads(told: Sequence[_Told], shown: Container[int]) -> dict[int, Row]:
    """The titles to show of blocks that are folded away, each by its place: that above each block that differs."""
    heads: dict[int, Row] = {}
    heading: int | None = None
    for place, one in enumerate(told):
        if one.row.kind is not RowKind.SAME:
            above = _place_of(one.title, told, place)
            at = heading if above is None else above
            if at is not None and at not in shown:
                heads[at] = told[at].row if at == heading else _cut_to(one.title, told[at].row)
        if one.row.heading:
            heading = place
    return heads


def _place_of(title: str, told: Sequence[_Told], place: int) -> int | None:
    """The nearest row above one that begins with its title; None where none does."""
    near = range(place - 1, max(-1, place - 1 - _FARTHEST_TITLE), -1)
    return next((at for at in near if _end_of(title, told[at].row)), None) if title else None


def _end_of(title: str, row: Row) -> int:
    """Where the title ends with which a row begins, behind a number; 0 where it does not begin so."""
    start = row.segments[0].text.find(title, 0, len(title) + _LONGEST_NUMBER)
    return start + len(title) if start >= 0 else 0


def _cut_to(title: str, row: Row) -> Row:
    """A row of which only the title is shown that it begins with."""
    text, end = row.segments[0].text, _end_of(title, row)
    return replace(row, segments=(Segment(SegmentKind.SAME, text[:end] + (" […]" if end < len(text) else "")),))
