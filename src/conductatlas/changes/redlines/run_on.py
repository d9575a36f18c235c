"""Which blocks redlines show together beside those that are one or parts of one: edited ones, and those divided anew.

A block that went is a block that came beside it, edited, where much of the one is in the other. Where a break moved, so
that the end of one block is the beginning of the next, both are one run of words.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from conductatlas.changes.aligning.alignment import Alignment, Edge
from conductatlas.changes.language.words import hashed_runs, likeness
from conductatlas.changes.redlines.redline import Segment, SegmentKind, marks_nothing, redline
from conductatlas.changes.redlines.true_parts import with_edges
from conductatlas.reading import BlockKind, Document, block_words, word_line

# Words that stayed in runs of so many make two blocks one where they are so much of the shorter one.
_RUN, _SHARE = 3, 0.45
# Less of both is nothing of the longer one, and fewer words are those of a title; …
_LIKE, _FEWEST_WORDS = 0.3, 8
# … but so many in a row stayed on purpose.
_LONG_RUN = 12
# What two blocks are at most alike that are not the same to the word.
_MOST_ALIKE = 0.99
# Above so many pairs of blocks between the same neighbours, none are compared.
_MOST_PAIRS = 900
# So many words in a row went from one block and into another on purpose.
_CROSSING = 8
# Blocks so far apart at most are one run of words, and so far where nothing but a list that came, or went, is between.
_FARTHEST, _FARTHEST_OF_A_LIST, _TIMES = 3, 10, 2


def with_runs(old: Document, new: Document, alignment: Alignment) -> Alignment:
    """An alignment in which blocks that were edited beyond likeness are one, and those divided anew are joined."""
    found = with_edges(alignment, list(_paired(old, new, alignment)))
    # What was joined stands beside others, whose words may have gone into it.
    for _ in range(_TIMES):
        found = with_edges(found, [*found.edges, *_joined(old, new, found)])
    return found


def _paired(old: Document, new: Document, alignment: Alignment) -> Iterator[Edge]:
    """The edges, where blocks that stood alone may have become others between the same neighbours.

    Those that are edited there are compared anew with them: the likest two need not be the ones that belong together.
    """
    free = frozenset(edge for edge in alignment.edges if _is_free(edge, alignment))
    yield from (edge for edge in alignment.edges if edge not in free)
    anchors = [edge for edge in alignment.edges if not edge.moved and edge.likeness == 1.0 and not edge.part]
    lefts, rights = sorted(edge.old for edge in anchors), sorted(edge.new for edge in anchors)
    gaps: dict[int, _Gap] = defaultdict(lambda: _Gap([], [], {}))
    for block in alignment.removed:
        gaps[bisect(lefts, block)].olds.append(block)
    for block in alignment.added:
        gaps[bisect(rights, block)].news.append(block)
    for edge in free:
        gap = gaps[bisect(lefts, edge.old)]
        gap.olds.append(edge.old)
        gap.news.append(edge.new)
        gap.known[edge.old, edge.new] = edge
    for gap in gaps.values():
        yield from _best_of(gap, old, new) if gap.is_small else gap.known.values()


def _is_free(edge: Edge, alignment: Alignment) -> bool:
    alone = len(alignment.from_old[edge.old]) == len(alignment.from_new[edge.new]) == 1
    return alone and edge.likeness < 1.0 and not (edge.moved or edge.part)


class _Gap(NamedTuple):
    """The blocks between two that stayed, and the pairs that are known of them."""

    olds: list[int]
    news: list[int]
    known: dict[tuple[int, int], Edge]

    @property
    def is_small(self) -> bool:
        return len(self.olds) * len(self.news) <= _MOST_PAIRS


def _best_of(gap: _Gap, old: Document, new: Document) -> Iterator[Edge]:
    """The pairs of the blocks of a gap that are most like each other on the whole, in order."""
    olds, news = sorted(gap.olds), sorted(gap.news)
    edges = {
        pair: gap.known.get(pair) or _edge(pair, old, new)
        for pair in product(olds, news)
        if pair in gap.known or _may_be_one(pair, old, new)
    }
    # The best that can be made of the first so many blocks of both: how good it is, and its last pair.
    best: list[list[tuple[float, tuple[Edge, ...]]]] = [[(0.0, ())] * (len(news) + 1)]
    for one in olds:
        row = [best[-1][0]]
        for at, other in enumerate(news):
            edge = edges.get((one, other))
            choices = [best[-1][at + 1], row[at]]
            if edge and edge.likeness:
                # One pair that is nearly the same is more than two that are hardly alike.
                choices.append((best[-1][at][0] + edge.likeness**2, (*best[-1][at][1], edge)))
            row.append(max(choices, key=itemgetter(0)))
        best.append(row)
    yield from best[-1][-1][1]


def _may_be_one(pair: tuple[int, int], old: Document, new: Document) -> bool:
    return min(old.word_counts[pair[0]], new.word_counts[pair[1]]) >= _FEWEST_WORDS


def _edge(pair: tuple[int, int], old: Document, new: Document) -> Edge:
    """An edge between two blocks, of no likeness where too little of them stayed."""
    one, other = old.word_lines[pair[0]].split(), new.word_lines[pair[1]].split()
    like = likeness(one, other, _LIKE)
    found = max(like, _share(one, other)) if like >= _LIKE else 0.0
    if found < _SHARE:
        found = 0.0 if set(hashed_runs(one, _LONG_RUN)).isdisjoint(hashed_runs(other, _LONG_RUN)) else _SHARE
    return Edge(*pair, min(round(found, 4), _MOST_ALIKE))


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of the shorter of two blocks stayed, in runs of words, given by their words."""
    least = min(len(one), len(other))
    if not set(hashed_runs(one, _RUN)) & set(hashed_runs(other, _RUN)):
        return 0.0
    lengths = (step.src_end - step.src_start for step in Indel.opcodes(one, other) if step.tag == "equal")
    return sum(length for length in lengths if length >= _RUN) / least


class _Unit(NamedTuple):
    """What a redline shows as one: its blocks before and after, their redline, and the runs of words that it marks.

    A fixed one stayed, or moved, and is joined with nothing.
    """

    olds: frozenset[int]
    news: frozenset[int]
    segments: tuple[Segment, ...] = ()
    struck: frozenset[int] = frozenset()
    inserted: frozenset[int] = frozenset()
    is_fixed: bool = False


def _joined(old: Document, new: Document, alignment: Alignment) -> Iterator[Edge]:
    """What joins blocks that stand side by side where words of one went on in another."""
    units = list(_units(old, new, alignment))
    moved = {edge.old for edge in alignment.edges if edge.moved}
    for place, one in enumerate(units):
        for stop in range(place + 2, min(place + 2 + _FARTHEST_OF_A_LIST, len(units) + 1)):
            other, between = units[stop - 1], units[place + 1 : stop - 1]
            if one.is_fixed or other.is_fixed or (len(between) >= _FARTHEST and not _are_one_list(between, old, new)):
                break
            are_beside = not any(unit.news for unit in between)
            if _cross(one, other) or (are_beside and _over_the_break(one.segments, other.segments)):
                olds = frozenset[int]().union(*(unit.olds for unit in units[place:stop]))
                # What stood between them and moved would be shown behind what it stood ahead of.
                if not any(min(olds) < block < max(olds) for block in moved):
                    yield from _edges_between(units[place:stop])


def _are_one_list(units: Sequence[_Unit], old: Document, new: Document) -> bool:
    """Whether all of some units are items of lists that came, or of such that went."""
    went = [old.blocks[block].kind for one in units for block in one.olds]
    came = [new.blocks[block].kind for one in units for block in one.news]
    return not (went and came) and {*went, *came} == {BlockKind.LIST_ITEM}


def _edges_between(units: Sequence[_Unit]) -> Iterator[Edge]:
    """What makes all blocks of some units one group."""
    olds, news = (
        sorted(frozenset[int]().union(*side)) for side in zip(*((one.olds, one.news) for one in units), strict=True)
    )
    if olds and news:
        yield from (Edge(block, news[0], 0.0, part=True) for block in olds)
        yield from (Edge(olds[0], block, 0.0, part=True) for block in news[1:])


def _cross(one: _Unit, other: _Unit) -> bool:
    """Whether words that one of two units lost in a row came into the other."""
    return not (one.struck.isdisjoint(other.inserted) and other.struck.isdisjoint(one.inserted))


def _over_the_break(ahead: Sequence[Segment], behind: Sequence[Segment]) -> bool:
    """Whether words at the end of a block are now the first ones of the next, or were; one of both may be no more."""
    if not (ahead and behind) or {ahead[-1].kind, behind[0].kind} != {SegmentKind.DELETED, SegmentKind.INSERTED}:
        return False
    last, first = word_line(ahead[-1].text), word_line(behind[0].text)
    if last == first:
        return bool(last) and max(len(ahead), len(behind)) > 1
    if any("\n" in one.text.strip() for one in (ahead[-1], behind[0])):
        # Several rows of a table, or several blocks.
        return False
    is_the_end = len(behind) == 1 and f" {last}".endswith(f" {first}") and " " in first
    return is_the_end or (len(ahead) == 1 and f"{first} ".startswith(f"{last} ") and " " in last)


def _units(old: Document, new: Document, alignment: Alignment) -> Iterator[_Unit]:
    """What a redline shows one after the other; what went stands behind what it stood behind."""
    groups = groups_of(alignment)
    gone = _gone(old, alignment, groups)
    yield from gone.get(-1, ())
    told: set[int] = set()
    for block, line in enumerate(new.word_lines):
        group = groups.get(block)
        if group is None and line:
            yield _unit(old, new, (), (block,))
        elif group and id(group) not in told:
            told.add(id(group))
            stayed = len(group) == 1 and group[0].likeness == 1.0 and not group[0].part
            is_fixed = stayed or any(edge.moved for edge in group)
            yield _unit(old, new, {edge.old for edge in group}, {edge.new for edge in group}, is_fixed=is_fixed)
        yield from gone.get(block, ())


def _gone(old: Document, alignment: Alignment, groups: Mapping[int, Sequence[Edge]]) -> dict[int, list[_Unit]]:
    """What went, by the new block behind which it is shown; -1 is ahead of all."""
    gone: dict[int, list[_Unit]] = defaultdict(list)
    behind = -1
    for block in range(len(old.blocks)):
        edges = alignment.from_old.get(block, ())
        if not edges and old.word_lines[block]:
            gone[behind].append(_unit(old, Document("", ()), (block,), ()))
        elif edges and not all(edge.moved for edge in edges):
            behind = max(edge.new for edge in groups[edges[0].new])
    return gone


def _unit(old: Document, new: Document, olds: Iterable[int], news: Iterable[int], *, is_fixed: bool = False) -> _Unit:
    before, after = (
        "\n\n".join(block_words(one, block) for block in sorted(blocks)) for one, blocks in ((old, olds), (new, news))
    )
    segments = () if is_fixed else redline(before, after)
    struck, inserted = (_runs(segments, kind) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED))
    return _Unit(frozenset(olds), frozenset(news), segments, struck, inserted, is_fixed or marks_nothing(segments))


def _runs(segments: Iterable[Segment], kind: SegmentKind) -> frozenset[int]:
    """The runs of words in what is struck, or inserted."""
    lines = (word_line(one.text).split() for one in segments if one.kind is kind)
    return frozenset(run for line in lines for run in hashed_runs(line, _CROSSING))


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
