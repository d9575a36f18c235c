"""A redline as its reader is shown it: without marks on mere white space, and with its two sides set apart."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from conductatlas.changes import Segment, SegmentKind, is_drawn

# What stands right behind a word, and needs no space before it.
_CLOSING = frozenset(",.;:!?)]}”’…%")
# What must stand behind the old number of a note: the new one, and the end of its brackets.
_FEWEST_BEHIND = 2
# The number of a note, and the sign that points to one.
_NUMBER, _SIGN = re.compile(r"\d{1,3}"), re.compile(r"\[\d{1,3}\]")


def shown_redline(segments: Iterable[Segment]) -> Iterator[Segment]:
    """A redline to be shown.

    White space, drawn dots and numbers of notes that came or went are not marked; a space, which stands in neither
    text, divides words that were struck from those that were put in for them.
    """
    before = Segment(SegmentKind.SAME, "")
    for one in map(_unmarked, without_note_numbers(tuple(segments))):
        if _touch(before, one):
            yield Segment(SegmentKind.SAME, " ")
        yield one
        before = one


def without_note_numbers(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """A redline without marks on the numbers of notes in brackets, which stand as they do in the later text."""
    shown: list[Segment] = []
    left = deque(segments)
    while left:
        one = left.popleft()
        if _renumbers(shown, one, left):
            one = left.popleft()
        elif one.kind is SegmentKind.SAME or not _SIGN.fullmatch(one.text):
            shown.append(one)
            continue
        if one.kind is SegmentKind.INSERTED:
            shown.append(Segment(SegmentKind.SAME, one.text))
    return tuple(shown)


def _renumbers(before: Sequence[Segment], one: Segment, behind: deque[Segment]) -> bool:
    """Whether a number gives way to the one behind it, both within the brackets of a note."""
    if one.kind is not SegmentKind.DELETED or not before or len(behind) < _FEWEST_BEHIND:
        return False
    number, closing = behind[0], behind[1]
    within = before[-1].text.endswith("[") and closing.text.startswith("]")
    numbers = number.kind is SegmentKind.INSERTED and all(_NUMBER.fullmatch(each.text) for each in (one, number))
    return within and numbers


def _unmarked(one: Segment) -> Segment:
    if one.kind is SegmentKind.SAME or not is_drawn(one.text):
        return one
    return Segment(SegmentKind.SAME, " " if one.kind is SegmentKind.DELETED else one.text)


def _touch(one: Segment, other: Segment) -> bool:
    """Whether two marked runs of different kinds have nothing between them that tells them apart."""
    if SegmentKind.SAME in (one.kind, other.kind) or one.kind is other.kind:
        return False
    return not one.text[-1].isspace() and not other.text[0].isspace() and other.text[0] not in _CLOSING
