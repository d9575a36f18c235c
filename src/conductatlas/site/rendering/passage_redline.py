"""The redline of a passage by its blocks: each is compared with what it was, wherever that stood in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from conductatlas.changes import FOOTNOTE, Alignment, Edge, Segment, SegmentKind, groups_of
from conductatlas.reading import Document, block_words, word_line

_BREAK = Segment(SegmentKind.SAME, "\n\n")
# A block of so many words is printed twice on purpose.
_FEWEST_OF_A_COPY = 8
# In place of what stands elsewhere, behind what is struck.
_GAP = (Segment(SegmentKind.SAME, "[…]"),)


class PassageRedlines:
    """Compares passages of two versions of a document; `compare` compares the words of some of their blocks."""

    def __init__(
        self,
        versions: tuple[Document, Document],
        alignment: Alignment,
        compare: Callable[[str, str], tuple[Segment, ...]],
    ) -> None:
        self._old, self._new = versions
        self._alignment = alignment
        self._groups = groups_of(alignment)
        self._compare = compare

    def struck_within(self, after: str) -> frozenset[int]:
        """The old blocks that stand in no other one, and stood between two that are blocks of a passage now."""
        ranges = (range(first, last + 1) for first, last in self._new.places(after)) if after else ()
        return frozenset(block for new in ranges for block in self._from_around(new) if not self._from_old(block))

    def of(self, before: str, after: str, elsewhere: Collection[int] = ()) -> tuple[Segment, ...] | None:
        """The redline of two passages, given as they stand; None where one stands nowhere in its version.

        What went into other passages is left out, and words are struck that went from a block of the one after.
        `elsewhere` are old blocks that are struck in another passage, as `struck_within` tells.
        """
        old, new = self._places(before, after)
        if (before and not old) or (after and not new):
            return None
        rows = [row for row in self._rows(old, new, elsewhere) if row]
        return tuple(part for place, row in enumerate(rows) for part in ((_BREAK, *row) if place else row))

    def _places(self, before: str, after: str) -> tuple[range, range]:
        """The blocks of two passages; of several places the first of those that have most to do with each other."""
        old, new = (
            [range(first, last + 1) for first, last in document.places(passage)] if passage else []
            for document, passage in ((self._old, before), (self._new, after))
        )
        return max(
            ((one, other) for one in old or [range(0)] for other in new or [range(0)]),
            key=lambda pair: sum(edge.new in pair[1] for block in pair[0] for edge in self._from_old(block)),
        )

    def _from_old(self, block: int) -> tuple[Edge, ...]:
        return self._alignment.from_old.get(block, ())

    @cached_property
    def _printed_again(self) -> Mapping[str, int]:
        """The new blocks that were edited by themselves, by their words without numbers of notes."""
        alone = (block for block, group in self._groups.items() if {edge.new for edge in group} == {block})
        return {line: block for block in alone if len((line := _line(self._new, block)).split()) >= _FEWEST_OF_A_COPY}

    def _copies(self, old: range, new: range) -> dict[int, int]:
        """Blocks of a new passage that came, each with one of the same words that a block of the old passage became."""
        came = (block for block in new if block not in self._groups)
        found = ((block, self._printed_again.get(_line(self._new, block))) for block in came)
        return {
            block: copy
            for block, copy in found
            if copy is not None and copy not in new and any(edge.old in old for edge in self._groups[copy])
        }

    def _rows(self, old: range, new: range, elsewhere: Collection[int]) -> Iterator[tuple[Segment, ...]]:
        copies = self._copies(old, new)
        gone = self._gone(old, new, {copy: block for block, copy in copies.items()}, elsewhere)
        yield from gone.get(-1, ())
        told: set[int] = set()
        for block in new:
            group = self._groups.get(block)
            if block in copies:
                # What is printed twice now is compared with what the other copy was.
                olds = sorted({edge.old for edge in self._groups[copies[block]]})
                yield self._compare(_words(self._old, olds), block_words(self._new, block))
            elif group is None:
                yield self._compare("", block_words(self._new, block))
            elif id(group) not in told:
                told.add(id(group))
                # What stands as a block of its own was cut off, not struck; what was taken up is here.
                here = {edge.new for edge in group}.intersection(new)
                yield self._part(group, here, SegmentKind.INSERTED)
            yield from gone.get(block, ())

    def _gone(
        self, old: range, new: range, copied: Mapping[int, int], elsewhere: Collection[int]
    ) -> dict[int, list[tuple[Segment, ...]]]:
        """What to show of the old blocks that stand in no other one, by the new block (-1: none) behind which it stood.

        Where others stood between that are elsewhere now, a gap is marked behind what is struck.
        Where there is no new passage, it is all that is shown, and what stands elsewhere with it. `copied`: the new
        blocks beside the passage of which it has a copy, each with that. `elsewhere`: those left out.
        """
        rows: dict[int, list[tuple[Segment, ...]]] = defaultdict(list)
        behind = -1
        for block in sorted({*old, *(self._from_around(new) if old else ())}):
            edges = self._from_old(block)
            if new and not edges and block in elsewhere:
                continue
            here = [place for edge in edges if (place := copied.get(edge.new, edge.new)) in new]
            behind = max(here, default=behind)
            if not edges:
                rows[behind].append(self._compare(block_words(self._old, block), ""))
            elif not new:
                rows[behind].append(self._part(self._groups[edges[0].new], {block}, SegmentKind.DELETED))
            elif not here and rows[behind] and rows[behind][-1] != _GAP:
                rows[behind].append(_GAP)
        return rows

    def _from_around(self, new: range) -> Iterator[int]:
        """The old blocks of a new passage, and those between two of them of which none stands in another one.

        Behind the last of them, too, a single one in whose place a single new one ends the passage. Of a list that one
        of them was an item of, and that was put into one block, all that went.
        """
        kept = sorted({edge.old for block in new for edge in self._alignment.from_new.get(block, ()) if not edge.moved})
        yield from kept
        for one, other in pairwise(kept):
            between = range(one + 1, other)
            if not any(map(self._from_old, between)):
                yield from between
        yield from self._of_lists_in_one_block(new)
        from_new = self._alignment.from_new
        came = list(takewhile(lambda block: block not in from_new, reversed(new)))
        behind = [edge.old for edge in from_new.get(new.stop, ()) if not edge.moved]
        if came and kept and behind:
            replaced = range(kept[-1] + 1, min(behind))
            if len(replaced) == len(came) == 1 and not any(map(self._from_old, replaced)):
                yield from replaced

    def _of_lists_in_one_block(self, new: range) -> Iterator[int]:
        """The old items that stand in no other block, of lists that went into one new block, and are lists no more."""
        blocks = self._old.blocks
        edges = [edge for block in new for edge in self._alignment.from_new.get(block, ())]
        lists = {blocks[edge.old].lead_in for edge in edges if edge.part and not edge.moved} - {None}
        items = [block for block, one in enumerate(blocks) if one.lead_in in lists] if lists else []
        still = {
            blocks[block].lead_in
            for block in items
            if any(not edge.part and not edge.moved for edge in self._from_old(block))
        }
        yield from (block for block in items if blocks[block].lead_in not in still and not self._from_old(block))

    def _part(self, group: Sequence[Edge], here: set[int], kind: SegmentKind) -> tuple[Segment, ...]:
        """The redline of a group of blocks, as far as some of its new blocks go, or some of its old ones."""
        olds, news = sorted({edge.old for edge in group}), sorted({edge.new for edge in group})
        before, after = _words(self._old, olds), _words(self._new, news)
        document, blocks = (self._new, news) if kind is SegmentKind.INSERTED else (self._old, olds)
        segments = self._compare(before, after)
        if here == set(blocks):
            return segments
        spans = _spans([block_words(document, block) for block in blocks])
        own = [span for block, span in zip(blocks, spans, strict=True) if block in here]
        return tuple(_within(segments, (SegmentKind.SAME, kind), own[0][0], own[-1][1]))


def _line(document: Document, block: int) -> str:
    return word_line(FOOTNOTE.sub(" ", block_words(document, block)))


def _words(document: Document, blocks: Sequence[int]) -> str:
    return _BREAK.text.join(block_words(document, block) for block in blocks)


def _spans(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where some texts stand when they are joined."""
    start = 0
    for text in texts:
        yield start, start + len(text)
        start += len(text) + len(_BREAK.text)


def _within(segments: Sequence[Segment], own: Collection[SegmentKind], start: int, end: int) -> Iterator[Segment]:
    """The part of a redline between two places of the text that has the segments of some kinds, and what is in it."""
    place = 0
    for one in segments:
        if one.kind in own:
            text = one.text[max(0, start - place) : max(0, end - place)]
            place += len(one.text)
        else:
            # At the bound to another block it belongs to the one behind which it stood.
            text = one.text if start < place <= end or place == start == 0 else ""
        if text:
            yield Segment(one.kind, text)
