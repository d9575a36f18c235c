"""The redline of a whole document: what stayed is folded away, what moved is shown as moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from conductatlas.changes import Alignment, Edge, Segment, SegmentKind, align, redline
from conductatlas.reading import BlockKind, Document, block_words

_CONTEXT = 1


class RowKind(StrEnum):
    """What happened to a block."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the redline, or a run of unchanged ones that is folded away (`blocks` of them, without segments).

    A block that moved stands twice: where it stands now (with any words that changed) and, as a stub, where it stood.
    """

    kind: RowKind
    segments: tuple[Segment, ...] = ()
    blocks: int = 1
    heading: bool = False


def document_redline(old: Document, new: Document, alignment: Alignment | None = None) -> tuple[Row, ...]:
    """Compare two versions block by block and word by word, in the order of the new one.

    Works on visible text. A removed block stands after the block that it stood after in the old version. `alignment`
    is that of the two, where it is known.
    """
    return tuple(_folded(list(_rows(old, new, alignment or align(old, new)))))


def _rows(old: Document, new: Document, alignment: Alignment) -> Iterator[Row]:
    groups = groups_of(alignment)
    trailing = _trailing(old, alignment, groups)
    yield from trailing.get(-1, ())
    added = set(alignment.added)
    told: set[int] = set()
    for ordinal, block in enumerate(new.blocks):
        heading = block.kind is BlockKind.HEADING
        if ordinal in added:
            yield Row(RowKind.INSERTED, (Segment(SegmentKind.INSERTED, block_words(new, ordinal)),), heading=heading)
        elif ordinal in groups and id(groups[ordinal]) not in told:
            told.add(id(groups[ordinal]))
            yield _row_of_group(groups[ordinal], old, new, heading=heading)
        yield from trailing.get(ordinal, ())


def groups_of(alignment: Alignment) -> dict[int, list[Edge]]:
    """For each new block, all edges of the split or merge that it belongs to; mostly just its own one."""
    of_new: dict[int, list[Edge]] = {}
    of_old: dict[int, list[Edge]] = {}
    for edge in alignment.edges:
        left, right = of_old.get(edge.old), of_new.get(edge.new)
        group = left if left is not None else right if right is not None else []
        if left is not None and right is not None and left is not right:
            left.extend(right)
            for other in right:
                of_old[other.old] = of_new[other.new] = left
        group.append(edge)
        of_old[edge.old] = of_new[edge.new] = group
    return of_new


def _row_of_group(group: list[Edge], old: Document, new: Document, *, heading: bool) -> Row:
    before = "\n\n".join(block_words(old, ordinal) for ordinal in sorted({edge.old for edge in group}))
    after = "\n\n".join(block_words(new, ordinal) for ordinal in sorted({edge.new for edge in group}))
    segments = redline(before, after)
    if any(edge.moved for edge in group):
        return Row(RowKind.MOVED_HERE, segments, heading=heading)
    edited = any(segment.kind is not SegmentKind.SAME and segment.text.strip() for segment in segments)
    if edited:
        return Row(RowKind.CHANGED, segments, heading=heading)
    return Row(RowKind.SAME, (Segment(SegmentKind.SAME, after),), heading=heading)


def _trailing(old: Document, alignment: Alignment, groups: dict[int, list[Edge]]) -> dict[int, list[Row]]:
    """What is shown after a new block (-1: before all) because it stood there in the old version."""
    removed = set(alignment.removed)
    rows: dict[int, list[Row]] = defaultdict(list)
    after = -1
    for ordinal, block in enumerate(old.blocks):
        heading = block.kind is BlockKind.HEADING
        edges = alignment.from_old.get(ordinal, ())
        if ordinal in removed:
            deleted = (Segment(SegmentKind.DELETED, block_words(old, ordinal)),)
            rows[after].append(Row(RowKind.DELETED, deleted, heading=heading))
        elif edges and all(edge.moved for edge in edges):
            stub = (Segment(SegmentKind.SAME, block_words(old, ordinal)),)
            rows[after].append(Row(RowKind.MOVED_AWAY, stub, heading=heading))
        elif edges:
            after = max(edge.new for edge in groups[edges[0].new])
    return rows


def _folded(rows: list[Row]) -> Iterator[Row]:
    """Fold runs of unchanged blocks, but for the ones next to a change and the heading above it."""
    changed = [row.kind is not RowKind.SAME for row in rows]
    shown = list(changed)
    for position, is_changed in enumerate(changed):
        if is_changed:
            for near in range(max(0, position - _CONTEXT), min(len(rows), position + _CONTEXT + 1)):
                shown[near] = True
            above = next((at for at in range(position - 1, -1, -1) if rows[at].heading), None)
            if above is not None:
                shown[above] = True
    folded = 0
    for row, is_shown in zip(rows, shown, strict=True):
        if not is_shown:
            folded += 1
            continue
        if folded:
            yield Row(RowKind.FOLDED, blocks=folded)
            folded = 0
        yield row
    if folded:
        yield Row(RowKind.FOLDED, blocks=folded)
