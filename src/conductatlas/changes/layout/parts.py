"""Texts that hold a set of terms for each of several groups of readers: what stands in one binds no other group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.layout.title_lines import LOWEST_HEADING, titles_in
from conductatlas.reading import Document, kept_with_document

# Two parts are sets of terms on one matter where they have so many titles in common, and so much of the shorter one's.
_FEWEST_IN_COMMON, _LEAST_IN_COMMON = 3, 0.5


@kept_with_document
def parts_in(document: Document) -> tuple[str, ...]:
    """For each block of a text the heading of the set of terms that it is in; empty for what holds for all readers.

    Such headings are of one level and say for whom what is below them holds, and the sets have most titles in common.
    A set goes on, whatever headings are in it, up to the next one of its own level, or to the end of the text.
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
    return tuple(parts)


def _are_sets(held: Sequence[set[str]]) -> bool:
    """Whether parts, given by their titles, are several, and each is on what the first one is on."""
    return len(held) > 1 and all(
        len(held[0] & other) >= max(_FEWEST_IN_COMMON, _LEAST_IN_COMMON * min(len(held[0]), len(other)))
        for other in held[1:]
    )
