"""A word-level redline: what stayed, what was struck and what was inserted, in runs that a reader can follow."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Indel

from conductatlas.changes.table_rows import has_rows, paired_rows

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
# A kept run of fewer words than this between two edits is struck and inserted again with them: a redline that jumps
# in and out at every 'of' and 'the' can't be read.
_SHORTEST_KEPT_RUN = 2
# Word alignment takes time and memory with the product of both lengths; beyond this a text is shown as replaced.
_LARGEST_PRODUCT = 400_000_000
# A kept run that is longer than this is cut to its ends: what changed must not be looked for.
_LONGEST_KEPT = 420
_KEPT_END = 150


class SegmentKind(StrEnum):
    """What happened to a run of text."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


class Segment(NamedTuple):
    """A run of text with what happened to it."""

    kind: SegmentKind
    text: str


# One passage may state several clause types, and pages flap.
@lru_cache(maxsize=512)
def redline(old: str, new: str) -> tuple[Segment, ...]:
    """Compare two texts word by word.

    The `same` and `deleted` segments joined are exactly `old`, the `same` and `inserted` ones exactly `new`. Where both
    change, the deletion stands first. A row of a table is compared with the row of the same first cell.
    """
    if old == new:
        return (Segment(SegmentKind.SAME, old),) if old else ()
    if has_rows(old) and has_rows(new):
        return tuple(_coalesced(segment for one, other in paired_rows(old, new) for segment in _of_words(one, other)))
    return _of_words(old, new)


def _of_words(old: str, new: str) -> tuple[Segment, ...]:
    if old == new or not old or not new:
        kind = SegmentKind.SAME if old == new else SegmentKind.DELETED if old else SegmentKind.INSERTED
        return (Segment(kind, old or new),) if old or new else ()
    start = _end_of_common_words(old, new)
    same = _length_of_common_end(old[start:], new[start:])
    before, after = _TOKEN.findall(old, start, len(old) - same), _TOKEN.findall(new, start, len(new) - same)
    stop = _common_prefix(before[::-1], after[::-1])
    edits = list(_edits(before[: len(before) - stop], after[: len(after) - stop]))
    segments = [
        Segment(SegmentKind.SAME, old[:start]),
        *_without_soup(edits),
        Segment(SegmentKind.SAME, "".join(before[len(before) - stop :]) + old[len(old) - same :]),
    ]
    return tuple(_coalesced(_merged(segments)))


def marks_nothing(segments: Iterable[Segment]) -> bool:
    """Whether a redline shows no change of words."""
    return all(segment.kind is SegmentKind.SAME or not segment.text.strip() for segment in segments)


def condensed(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Cut long kept runs of a redline to the words next to the changes, with […] in place of the rest.

    A redline without any change, and one that is all change, stays as it is.
    """
    if all(segment.kind is SegmentKind.SAME for segment in segments):
        return tuple(segments)
    last = len(segments) - 1
    return tuple(
        _cut(segment, keep_start=position > 0, keep_end=position < last) for position, segment in enumerate(segments)
    )


def beginning(segments: Iterable[Segment], most: int) -> Iterator[Segment]:
    """As many characters of a redline as given, at most and up to the end of a word, with […] in place of the rest."""
    for segment in segments:
        if len(segment.text) > most:
            last = max(segment.text.rfind(space, 0, most + 1) for space in " \n")
            yield Segment(segment.kind, segment.text[: last if last > 0 else most])
            yield Segment(SegmentKind.SAME, " […]")
            return
        most -= len(segment.text)
        yield segment


def _cut(segment: Segment, *, keep_start: bool, keep_end: bool) -> Segment:
    if segment.kind is not SegmentKind.SAME or len(segment.text) <= _LONGEST_KEPT:
        return segment
    start = segment.text[:_KEPT_END].rsplit(" ", 1)[0] + " " if keep_start else ""
    end = " " + segment.text[-_KEPT_END:].split(" ", 1)[-1] if keep_end else ""
    return Segment(SegmentKind.SAME, f"{start}[…]{end}")


def _end_of_common_words(old: str, new: str) -> int:
    """Where the tokens end that two texts begin with alike. Most of them are passed over letter by letter."""
    common = bisect(range(min(len(old), len(new))), 0, key=lambda last: old[: last + 1] != new[: last + 1])
    start = old.rfind(" ", 0, max(0, common - 1)) + 1
    if start and old[start].isspace():
        start = 0
    for left, right in zip(_TOKEN.finditer(old, start), _TOKEN.finditer(new, start), strict=False):
        if left[0] != right[0]:
            break
        start = left.end()
    return start


def _length_of_common_end(old: str, new: str) -> int:
    """How many letters two texts end with alike, from a space on that stands behind a word; 0 where there is none."""
    common = bisect(range(min(len(old), len(new))), 0, key=lambda last: old[-last - 1 :] != new[-last - 1 :])
    space = old.find(" ", len(old) - common + 1)
    return 0 if space < 0 or old[space - 1].isspace() else len(old) - space


def _common_prefix(old: list[str], new: list[str]) -> int:
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def _edits(old: list[str], new: list[str]) -> Iterator[Segment]:
    if len(old) * len(new) > _LARGEST_PRODUCT:
        yield Segment(SegmentKind.DELETED, "".join(old))
        yield Segment(SegmentKind.INSERTED, "".join(new))
        return
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield Segment(SegmentKind.SAME, "".join(old[step.src_start : step.src_end]))
        elif step.tag == "delete":
            yield Segment(SegmentKind.DELETED, "".join(old[step.src_start : step.src_end]))
        else:
            yield Segment(SegmentKind.INSERTED, "".join(new[step.dest_start : step.dest_end]))


def _without_soup(edits: list[Segment]) -> Iterator[Segment]:
    """Turn kept runs that are too short to help a reader into edits, where they stand between two edits."""
    for position, segment in enumerate(edits):
        inner = 0 < position < len(edits) - 1
        if segment.kind is SegmentKind.SAME and inner and len(segment.text.split()) < _SHORTEST_KEPT_RUN:
            yield Segment(SegmentKind.DELETED, segment.text)
            yield Segment(SegmentKind.INSERTED, segment.text)
        else:
            yield segment


def _merged(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Join runs of edits into one deletion and one insertion, and kept runs into one."""
    same, deleted, inserted = "", "", ""
    for segment in segments:
        if segment.kind is SegmentKind.SAME:
            if not segment.text:
                continue
            if deleted or inserted:
                yield from _flushed(same, deleted, inserted)
                same, deleted, inserted = "", "", ""
            same += segment.text
        elif segment.kind is SegmentKind.DELETED:
            deleted += segment.text
        else:
            inserted += segment.text
    yield from _flushed(same, deleted, inserted)


def _coalesced(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind."""
    for kind, run in groupby(segments, key=lambda segment: segment.kind):
        yield Segment(kind, "".join(segment.text for segment in run))


def _flushed(same: str, deleted: str, inserted: str) -> Iterator[Segment]:
    """Give out a kept run and the edits after it; what begins or ends both edits alike was no edit."""
    while deleted and inserted and deleted[0] == inserted[0] and deleted[0].isspace():
        same, deleted, inserted = same + deleted[0], deleted[1:], inserted[1:]
    tail = ""
    while deleted and inserted and deleted[-1] == inserted[-1] and deleted[-1].isspace():
        tail, deleted, inserted = deleted[-1] + tail, deleted[:-1], inserted[:-1]
    for kind, text in ((SegmentKind.SAME, same), (SegmentKind.DELETED, deleted), (SegmentKind.INSERTED, inserted)):
        if text:
            yield Segment(kind, text)
    if tail:
        yield Segment(SegmentKind.SAME, tail)
