"""What pages with redlines share: a redline worked out once for two texts, and long ones cut into parts by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, TypeVar

from conductatlas.changes import (
    FOOTNOTE,
    Alignment,
    KeptText,
    MovedSentences,
    Segment,
    SegmentKind,
    align,
    condensed,
    is_hidden_address,
    moved_sentences,
    redline,
    with_runs,
    with_true_parts,
    without_item_marks,
    without_what_stands,
)
from conductatlas.reading import (
    Document,
    padded_line,
    read_markdown,
    visible_text,
    visible_words,
    without_link_notes,
    word_count,
    word_line,
)
from conductatlas.records.models import StoredText
from conductatlas.site.presenters.paging import Paging
from conductatlas.site.rendering.blocks import divide
from conductatlas.site.rendering.document_redline import Row, document_redline
from conductatlas.site.rendering.passage_redline import PassageRedlines

# What the furniture around the words of an item weighs, in characters.
_WEIGHT_OF_ITEM = 260
# How many characters of passages, and of the document's redline, one page may hold.
_PAGE = 14_000
_WEIGHT_OF_ROW = 70
_WEIGHT_OF_SEGMENT = 12
# Longer runs are cut where a redline is too long for one page.
_LONGEST_SEGMENT = 4_000
# From so many words on that came or went at once, they may be a block.
_FEWEST_WORDS = 6
_Entry = TypeVar("_Entry")


class TextPair:
    """Two stored texts that count as equal when their hashes are, so that results are worked out once for them."""

    def __init__(self, old: StoredText, new: StoredText) -> None:
        self._old, self._new = old, new
        self._key = (old.sha256, new.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TextPair) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def read(self) -> tuple[Document, Document]:
        """Both texts, read into blocks."""
        return read_markdown(self._old.text), read_markdown(self._new.text)

    def kept(self) -> tuple[KeptText, KeptText]:
        """What is asked whether words stand in the one text or the other."""
        return _kept(self._old.text), _kept(self._new.text)

    def without_link_notes(self) -> tuple[str, str]:
        """Both texts, without notes on links."""
        return without_link_notes(self._old.text), without_link_notes(self._new.text)


@lru_cache(maxsize=128)
def redline_of(pair: TextPair) -> tuple[Row, ...]:
    """The redline of a whole document between two texts, without notes on links."""
    return document_redline(*_aligned(pair))


@lru_cache(maxsize=32)
def _aligned(pair: TextPair) -> tuple[Document, Document, Alignment]:
    """Both texts without notes on links, and which block of one is which of the other."""
    old, new = map(read_markdown, pair.without_link_notes())
    return old, new, with_runs(old, new, with_true_parts(old, new, align(old, new)))


def redline_of_passages(before: str, after: str, texts: tuple[str, str] = ("", "")) -> tuple[Segment, ...]:
    """The redline of the words of two passages; either may be empty. New numbers of footnotes are no new words.

    Nor are notes on links, nor what the text before has as often elsewhere, or what still stands in the one after,
    where `texts` gives these: there the passage was only cut otherwise.
    """
    before, after = without_link_notes(before), without_link_notes(after)
    if differ_in_footnotes_only(before, after) or differ_in_hiding_only(before, after):
        before = after
    segments = redline(visible_words(before), visible_words(after))
    return without_what_stands(segments, *map(_kept, texts)) if all(texts) and moves_blocks(segments) else segments


@lru_cache(maxsize=4)
def _kept(text: str) -> KeptText:
    return KeptText(read_markdown(without_link_notes(text)))


@lru_cache(maxsize=32)
def _moved(pair: TextPair) -> MovedSentences:
    return moved_sentences(*map(read_markdown, pair.without_link_notes()))


@lru_cache(maxsize=32)
def redlines_in(
    passages: tuple[tuple[str, str], ...], pair: TextPair | None
) -> tuple[tuple[tuple[Segment, ...], bool], ...]:
    """The redlines of passages of two texts, and whether each has words that only moved, which are not marked."""
    by_blocks = _by_blocks(pair) if pair else None
    seen = [(without_link_notes(before), without_link_notes(after)) for before, after in passages]
    struck = [by_blocks.struck_within(after) if by_blocks else frozenset[int]() for _, after in seen]
    struck_anywhere = frozenset[int]().union(*struck)
    found: list[tuple[tuple[Segment, ...], bool]] = []
    for (before, after), texts, its in zip(passages, seen, struck, strict=True):
        segments = by_blocks.of(*texts, struck_anywhere - its) if by_blocks else None
        if segments is None or differ_in_footnotes_only(before, after) or differ_in_hiding_only(before, after):
            segments = redline_of_passages(before, after)
        elif pair:
            segments = without_item_marks(segments, *pair.kept())
            if moves_blocks(segments):
                segments = without_what_stands(segments, *pair.kept(), edited=_moved(pair))
        found.append((segments, shows_what_only_moved(before, after, segments)))
    return tuple(found)


def _by_blocks(pair: TextPair) -> PassageRedlines:
    """What compares passages of two texts by their blocks."""
    old, new, alignment = _aligned(pair)

    def compare(said: str, says: str) -> tuple[Segment, ...]:
        is_same = differ_in_footnotes_only(said, says) or differ_in_hiding_only(said, says)
        return redline(says if is_same else said, says)

    return PassageRedlines((old, new), alignment, compare)


def shows_what_only_moved(before: str, after: str, segments: Sequence[Segment]) -> bool:
    """Whether a redline of two passages has other words than theirs: some that moved, and are not marked.

    What is struck beside the passage before was no part of it, and did not move.
    """
    if differ_in_footnotes_only(before, after) or differ_in_hiding_only(before, after):
        return False
    said, says = (visible_words(without_link_notes(one)) for one in (before, after))
    known = padded_line(before)
    own = [one for one in segments if one.kind is not SegmentKind.DELETED or f" {word_line(one.text)} " in known]
    left, right = (
        "".join(one.text for one in own if one.kind is not kind) for kind in (SegmentKind.INSERTED, SegmentKind.DELETED)
    )
    return word_line(left) != word_line(said) or word_line(right) != word_line(says)


def moves_blocks(segments: Sequence[Segment]) -> bool:
    """Whether so much came or went at once in a redline that it may be whole blocks."""
    return any(one.kind is not SegmentKind.SAME and word_count(one.text) >= _FEWEST_WORDS for one in segments)


def differ_in_footnotes_only(before: str, after: str) -> bool:
    """Whether two passages differ, and do so in nothing but the numbers of their footnotes."""
    return words_of(before) != words_of(after) and words_without_footnotes(before) == words_without_footnotes(after)


def differ_in_hiding_only(before: str, after: str) -> bool:
    """Whether two passages differ in nothing but an address that one of them hides from programs."""
    return is_hidden_address(words_without_footnotes(before), words_without_footnotes(after))


def words_without_footnotes(passage: str) -> str:
    """The words of a passage as a reader sees them, in a line, without notes on links and the numbers of footnotes."""
    return words_of(FOOTNOTE.sub("", passage))


def differ_in_markup_only(before: str, after: str) -> bool:
    """Whether two passages differ, and do so in nothing that a reader sees but notes on links."""
    return before != after and words_of(before) == words_of(after)


def words_of(passage: str) -> str:
    """The words of a passage as a reader sees them, in a line, without notes on links."""
    return visible_text(without_link_notes(passage))


class Passage(Protocol):
    """A passage that differs, as far as its weight on a page goes."""

    @property
    def items(self) -> Sequence[object]: ...
    @property
    def redline(self) -> Sequence[Segment]: ...


_Passage = TypeVar("_Passage", bound=Passage)


def part_of_passages(passages: tuple[_Passage, ...], number: int) -> tuple[tuple[_Passage, ...], Paging]:
    """One part of the passages that differ, and its place among the parts; `number` is from 1."""
    weights = [_WEIGHT_OF_ITEM * len(one.items) + _weight_of_redline(one.redline) for one in passages]
    return _part_of(passages, weights, number)


def _part_of(entries: tuple[_Entry, ...], weights: Sequence[int], number: int) -> tuple[tuple[_Entry, ...], Paging]:
    """One part of a list that is cut by weight, and its place among the parts; `number` is from 1."""
    parts = divide(weights, _PAGE)
    shown = min(max(number, 1), len(parts))
    start, stop = parts[shown - 1]
    return entries[start:stop], Paging(shown, len(parts), len(parts), 1)


def part_of_rows(rows: Sequence[Row], number: int) -> tuple[tuple[Row, ...], Paging]:
    """One part of a document's redline; a block that is too long for a page goes on in the next part."""
    pieces = tuple(piece for row in rows for piece in _pieces(row))
    return _part_of(pieces, [_weight_of_row(piece) for piece in pieces], number)


def beginning_of(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """As much of a redline as one page can hold, with […] in place of the rest."""
    first, *rest = _cut_to_pages(segments)
    return (*first, Segment(SegmentKind.SAME, " […]")) if rest else tuple(segments)


def _pieces(row: Row) -> tuple[Row, ...]:
    if _weight_of_row(row) <= _PAGE:
        return (row,)
    *pieces, last = _cut_to_pages(row.segments)
    begun = replace(row, said_elsewhere=(), said_before=())
    return (*(replace(begun, segments=segments) for segments in pieces), replace(row, segments=last))


def _cut_to_pages(segments: Sequence[Segment]) -> list[tuple[Segment, ...]]:
    """A redline in pieces that each fit a page, cut within long segments too; at least one."""
    short = [
        Segment(segment.kind, segment.text[start : start + _LONGEST_SEGMENT])
        for segment in condensed(segments)
        for start in range(0, len(segment.text), _LONGEST_SEGMENT)
    ]
    parts = divide([len(segment.text) + _WEIGHT_OF_SEGMENT for segment in short], _PAGE - _WEIGHT_OF_ROW)
    return [tuple(short[start:stop]) for start, stop in parts]


def _weight_of_row(row: Row) -> int:
    """How many characters a row of a document's redline takes on a page, about."""
    notes = sum(map(len, (*row.said_elsewhere, *row.said_before)))
    return _WEIGHT_OF_ROW + notes + _weight_of_redline(row.segments)


def _weight_of_redline(segments: Sequence[Segment]) -> int:
    """How many characters a redline takes on a page, about: as it is shown there, with long kept runs cut."""
    return sum(len(segment.text) + _WEIGHT_OF_SEGMENT for segment in condensed(segments))
