"""A redline cut to what changed: of long runs that stayed only the words next to the changes are left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import SENTENCE_END, Segment, SegmentKind

# What a row of several lines begins with, and each like it.
_LABEL = re.compile(r"[A-Z][^\n:|.]{1,40}: ")
# Of the beginning of a paragraph so much is shown, up to where a sentence ends or a title does; of a row of a table
# the cells that have room.
_LONGEST_HEAD, _KEPT_HEAD, _TITLE_END = 130, 60, re.compile(r":(?=\s)|(?= [–—-] )")
_CELL_END = " |"
# A sentence ends, and so does a line: an item, a row of a table.
_ENDS = re.compile(rf"{SENTENCE_END.pattern}|(?=\n)")


class _Kept(NamedTuple):
    """How much of a kept run is shown.

    What is longer than `longest` is cut to so many characters beside a change, `end`, or up to where a sentence ends,
    or begins, if that is no farther than `near`; that in which the change is, is shown whole up to so many, `sentence`.
    Of one that is cut all the same, `head` are shown from its start.
    """

    longest: int
    end: int
    near: int
    sentence: int
    head: int


_MUCH_KEPT, _LITTLE_KEPT = _Kept(420, 150, 480, 1_500, 90), _Kept(160, 50, 90, 90, 50)
# Less is not left out.
_FEWEST_CUT = 40


def condensed(segments: Sequence[Segment], most: int = 0) -> tuple[Segment, ...]:
    """Cut long kept runs of a redline to the words next to the changes, with […] in place of the rest.

    A redline without any change, and one that is all change, stays as it is. Where so many characters are shown at
    `most`, fewer of the words that stayed are, so that all changes have room.
    """
    if all(segment.kind is SegmentKind.SAME for segment in segments):
        return tuple(segments)
    shown = _condensed(segments, _MUCH_KEPT)
    return _condensed(segments, _LITTLE_KEPT) if 0 < most < sum(len(one.text) for one in shown) else shown


def _condensed(segments: Sequence[Segment], kept: _Kept) -> tuple[Segment, ...]:
    last = len(segments) - 1
    return tuple(
        _cut(segment, kept, keep_start=position > 0, keep_end=position < last)
        for position, segment in enumerate(segments)
    )


def beginning(segments: Iterable[Segment], most: int) -> Iterator[Segment]:
    """As many characters of a redline as given, at most and up to the end of a word, with […] in place of the rest.

    Words in that which were inserted or deleted are told there, as what is left out would seem to have stayed.
    """
    left = iter(segments)
    for segment in left:
        if len(segment.text) > most:
            last = max(segment.text.rfind(space, 0, most + 1) for space in " \n")
            end = last if last > 0 else most
            yield Segment(segment.kind, segment.text[:end])
            yield Segment(SegmentKind.SAME, _in_place_of((Segment(segment.kind, segment.text[end:]), *left)))
            return
        most -= len(segment.text)
        yield segment


def _in_place_of(segments: Sequence[Segment]) -> str:
    marked = (SegmentKind.INSERTED, SegmentKind.DELETED)
    kinds = [kind.value for kind in marked if any(one.kind is kind and one.text.strip() for one in segments)]
    return f" [… with more that was {' and '.join(kinds)}]" if kinds else " […]"


def _cut(segment: Segment, kept: _Kept, *, keep_start: bool, keep_end: bool) -> Segment:
    text = segment.text
    if segment.kind is not SegmentKind.SAME or len(text) <= kept.longest or _is_within_a_sentence(text, kept):
        return segment
    shown = [(0, _end_of_start(text, kept)) if keep_start else _head(text, kept)]
    if keep_end:
        end = _start_of_end(text, kept)
        shown += [one for one in (_beginning_of_row(text, end) or _beginning_of_sentence(text, end, kept),) if one]
        shown.append((end, len(text)))
    return Segment(SegmentKind.SAME, _with_marks(text, list(_joined(text, shown))))


def _is_within_a_sentence(text: str, kept: _Kept) -> bool:
    """Whether a kept run is a part of one sentence, and not too long to be shown whole with it."""
    return len(text) <= kept.sentence and not any(text[: one.end()].strip() for one in _ENDS.finditer(text.rstrip()))


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Some places of a text, given in order, those in one between which hardly anything is left out."""
    first, last = 0, 0
    for place, (start, end) in enumerate((*spans, (len(text), len(text)))):
        if place and start - last >= _FEWEST_CUT:
            yield first, last
            first = start
        first, last = (start, end) if not place else (first, max(last, end))
    yield first, last


def _with_marks(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Some places of a text, with […] for what stands between them, in a line of its own between lines."""
    if spans[0][0] < _FEWEST_CUT and len(spans) == 1:
        return text
    parts = [text[slice(*spans[0])]]
    for (_, ended), (begun, end) in pairwise(spans):
        ahead = "" if not parts[-1] else "\n" if text.startswith("\n", ended) else " "
        behind = "\n" if begun < end and text[begun - 1] == "\n" else ""
        parts.append(f"{ahead}[…]{behind}{text[begun:end]}")
    return "".join(parts)


def _beginning_of_row(text: str, end: int) -> tuple[int, int] | None:
    """How the row of a table begins in which a kept run ends, where it is cut up to `end`, and other rows stand above.

    Else nobody can tell which row it is.
    """
    begun = text.rfind("\n") + 1
    above = text[:begun].rstrip("\n").rpartition("\n")[2]
    if end <= begun or not above or not (has_rows(above) or has_rows(text[begun:])):
        return None
    return begun, begun + (_end_of_beginning(text[begun:]) or _end_of_first_words(text[begun:]))


def _beginning_of_sentence(text: str, end: int, kept: _Kept) -> tuple[int, int] | None:
    """The first words of the sentence that a kept run is cut in, up to `end`; None where it is cut ahead of one.

    Without them its verb would stand behind the subject of another one. The sentence that the run itself begins in is
    known by what stands at its start.
    """
    begun = max((found.end() for found in _ENDS.finditer(text) if found.end() <= end), default=0)
    sentence = text[begun:end]
    words = len(sentence) - len(sentence.lstrip())
    return (begun, begun + _end_of_word(sentence, words + kept.head)) if begun and sentence else None


def _end_of_start(text: str, kept: _Kept) -> int:
    """Where the words of a kept run end that stand next to a change before it: where a sentence does, if that is near.

    Of the next one nothing is told then.
    """
    ends = [found.end() for found in _ENDS.finditer(text, 0, kept.sentence) if text[: found.end()].strip()]
    near, nearer = [one for one in ends if kept.end <= one <= kept.near], [one for one in ends if one < kept.end]
    if ends:
        return near[0] if near else nearer[-1] if nearer else ends[0]
    return _ahead_of_bracket(text, _end_of_word(text, kept.end))


def _start_of_end(text: str, kept: _Kept) -> int:
    """Where the words of a kept run begin that stand next to a change behind it: where a sentence does, if near."""
    first, last = max(0, len(text) - kept.sentence), len(text) - kept.end
    ends = [found.end() for found in _ENDS.finditer(text, first)]
    near, nearer = [one for one in ends if len(text) - kept.near <= one <= last], [one for one in ends if one > last]
    if ends:
        return near[-1] if near else nearer[0] if nearer else ends[-1]
    return max(text.find(" ", last), last)


def _head(text: str, kept: _Kept) -> tuple[int, int]:
    """How the paragraph begins that a kept run ends in, where its beginning is cut: it may be a title.

    Of a table it is the first row, with the titles of its columns; where a row takes several lines, of which the first
    has the same label each time, the first line of the last one.
    """
    start = text.rfind("\n\n") + 2 if "\n\n" in text else 0
    if len(text) - start <= kept.longest:
        return 0, 0
    label = _LABEL.match(text, start)
    start = max(start, text.rfind(f"\n{label[0]}") + 1 if label else 0)
    last = text[start:]
    row = last.partition("\n")[0]
    is_short_row = has_rows(row) and len(row) <= kept.longest
    if is_short_row:
        return start, start + len(row)
    # A sentence of which only the first words are shown tells nothing.
    return start, start + (_end_of_beginning(last) or (_end_of_first_words(last) if has_rows(row) else 0))


def _end_of_beginning(text: str) -> int:
    """Where the first sentence of a paragraph ends, or its title, if that is near; else 0."""
    sentence, title = _ENDS.search(text, 0, _LONGEST_HEAD), _TITLE_END.search(text, 0, _KEPT_HEAD)
    return sentence.end() if sentence else title.end() if title else 0


def _end_of_first_words(row: str) -> int:
    """Where the last cell ends that is told of the beginning of a row, or its title; else the last word with room."""
    cells, title = row.rfind(_CELL_END, 0, _LONGEST_HEAD), _TITLE_END.search(row, 0, _LONGEST_HEAD)
    if cells > 0:
        return cells + len(_CELL_END)
    return title.end() if title else _ahead_of_bracket(row, _end_of_word(row, _KEPT_HEAD))


def _end_of_word(text: str, most: int) -> int:
    """Where the last word ends that is whole in so many characters of a text."""
    space = text.rfind(" ", 0, most)
    return space if space > 0 else most


def _ahead_of_bracket(text: str, end: int) -> int:
    """A place of a text, or that ahead of the bracket which is open there, if it opened not far away."""
    opened = text.rfind(" (", end // 2, end)
    return opened if opened > 0 and ")" not in text[opened:end] else end
