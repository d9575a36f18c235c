"""A redline as its reader is shown it: without marks on mere white space, and with its two sides set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conductatlas.changes import Segment, SegmentKind, is_drawn

# What stands right behind a word, and needs no space before it.
_CLOSING = frozenset(",.;:!?)]}”’…%")


def shown_redline(segments: Iterable[Segment]) -> Iterator[Segment]:
    """A redline to be shown.

    White space and drawn dots that came or went are not marked; a space, which stands in neither text, divides words
    that were struck from those that were put in for them.
    """
    before = Segment(SegmentKind.SAME, "")
    for one in map(_unmarked, segments):
        if _touch(before, one):
            yield Segment(SegmentKind.SAME, " ")
        yield one
        before = one


def _unmarked(one: Segment) -> Segment:
    if one.kind is SegmentKind.SAME or not is_drawn(one.text):
        return one
    return Segment(SegmentKind.SAME, " " if one.kind is SegmentKind.DELETED else one.text)


def _touch(one: Segment, other: Segment) -> bool:
    """Whether two marked runs of different kinds have nothing between them that tells them apart."""
    if SegmentKind.SAME in (one.kind, other.kind) or one.kind is other.kind:
        return False
    return not one.text[-1].isspace() and not other.text[0].isspace() and other.text[0] not in _CLOSING
