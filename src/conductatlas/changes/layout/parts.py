"""Texts that hold a set of terms for each of several groups of readers: what stands in one binds no other group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.layout.title_lines import LOWEST_HEADING, Title, titles_in
from conductatlas.changes.layout.titles import is_title_of_its_own
from conductatlas.reading import BlockKind, Document, kept_with_document

# Two parts are sets of terms on one matter where they have so many titles in common, and so much of the shorter one's.
_FEWEST_IN_COMMON, _LEAST_IN_COMMON = 3, 0.5
# The title of an agreement stands so many blocks above its first section at most, and ends as no sentence does.
_FARTHEST_NAME = 15
_ENDS_SENTENCE = (".", ":", ";", "!", "?", ",")


@kept_with_document
def parts_in(document: Document) -> tuple[str, ...]:
    """For each block of a text the heading of the set of terms that it is in; empty for what holds for all readers.

    Such headings are of one level and say for whom what is below them holds, and the sets have most titles in common.
    A set goes on, whatever headings are in it, up to the next one of its own level, or to the end of the text. Where
    there are none, agreements are sets that each are counted from 1.
    """
    titles = [one for one in titles_in(document) if one and one.sure and not one.runs_in]
    parts = [""] * len(document.blocks)
    for level in {one.level for one in titles if one.level <= LOWEST_HEADING}:
        of_level = [one for one in titles if one.level == level]
        ends = [*(one.place for one in of_level), len(parts)]
        spans = [
            (one.text, start, stop)
            for one, (start, stop) in zip(of_level, pairwise(ends), strict=True)
            if limits_scope(one.text)
        ]
        held = [{one.text for one in titles if start < one.place < stop} for _, start, stop in spans]
        if len({heading for heading, _, _ in spans}) < len(spans) or not _are_sets(held):
            continue
        for heading, start, stop in spans:
            parts[start:stop] = [heading] * (stop - start)
    return tuple(parts) if any(parts) else _agreements_in(document, titles)


def _agreements_in(document: Document, titles: Sequence[Title]) -> tuple[str, ...]:
    """For each block the title of the agreement that it is in, where a text holds several with most titles in common.

    The sections of each are counted from 1, below a line that is the title of a document.
    """
    parts = [""] * len(document.blocks)
    named = [
        (document.visible[place], place)
        for one in titles
        if one.number == ("1",) and (place := _named_above(document, one.place)) is not None
    ]
    if len({name for name, _ in named}) < len(named):
        return tuple(parts)
    ends = [*(place for _, place in named), len(parts)]
    spans = [(name, start, stop) for (name, _), (start, stop) in zip(named, pairwise(ends), strict=True)]
    if _are_sets([{one.text for one in titles if start < one.place < stop} for _, start, stop in spans]):
        for name, start, stop in spans:
            parts[start:stop] = [name] * (stop - start)
    return tuple(parts)


def _named_above(document: Document, first: int) -> int | None:
    """The nearest line above the first section of an agreement that is the title of a document; None for none."""
    for place in range(first - 1, max(-1, first - 1 - _FARTHEST_NAME), -1):
        block, visible = document.blocks[place], document.visible[place]
        is_line = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and not visible.endswith(_ENDS_SENTENCE)
        if is_line and is_title_of_its_own(document.word_lines[place]):
            return place
    return None


def _are_sets(held: Sequence[set[str]]) -> bool:
    """Whether parts, given by their titles, are several, and each is on what the first one is on."""
    return len(held) > 1 and all(
        len(held[0] & other) >= max(_FEWEST_IN_COMMON, _LEAST_IN_COMMON * min(len(held[0]), len(other)))
        for other in held[1:]
    )
