"""Marked words of a passage: signs are set into its source, and come out as elements, or as runs, once it is rendered.

The signs stand for nothing in any text, and pass through escaping and emphasis as letters would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from conductatlas.reading import CELL_ENDS, Block, BlockKind

_BEGIN, _END = "\ue0f0", "\ue0f1"
_SIGNS = re.compile(f"[{_BEGIN}{_END}]")
_NONE = {ord(_BEGIN): None, ord(_END): None}
# What stands before the words of a block, or of a cell: white space and the marks of items, quotations and headings.
_BEFORE_WORDS = re.compile(r"(?:\s|[>#]|(?:[*+•▪◦‣·●○-]|\d{1,9}[.)]|\([a-zA-Z0-9]{1,4}\))(?=[ \t\xa0]))*")
_PIECE = re.compile(rf"<[^<>]*>|[{_BEGIN}{_END}]|[^<{_BEGIN}{_END}]+")
_EMPTY = re.compile(r"<mark>(\s*)</mark>")
_VOID = "<br>"


class Run(NamedTuple):
    """A piece of a text that is marked, or not."""

    text: str
    marked: bool


def with_signs(source: str, block: Block, marked: Sequence[tuple[int, int]]) -> str:
    """The source of a block with signs around the words of it that are marked; `marked` are slices of its passage."""
    # Signs that a text brings along say nothing.
    if block.kind is BlockKind.HEADING or _SIGNS.search(source):
        return source.translate(_NONE)
    ends = CELL_ENDS if block.kind is BlockKind.TABLE else None
    out: list[str] = []
    position = 0
    within = [(start, end) for start, end in marked if start < block.end and end > block.start]
    for start, end in within:
        for first, last in _runs(source, max(start - block.start, 0), min(end - block.start, len(source)), ends):
            out += (source[position:first], _BEGIN, source[first:last], _END)
            position = last
    return "".join((*out, source[position:]))


def as_elements(html: SafeString) -> SafeString:
    """Rendered HTML with an element around what stands between two signs; where another element cuts it, several."""
    if not _SIGNS.search(html):
        return html
    pieces: list[str] = _PIECE.findall(html)
    out: list[str] = []
    marking = False
    for index, piece in enumerate(pieces):
        if piece in (_BEGIN, _END):
            out.append("" if marking is (piece == _BEGIN) else "<mark>" if piece == _BEGIN else "</mark>")
            marking = piece == _BEGIN
        elif not piece.startswith("<"):
            out.append(piece)
        else:
            tag = piece.translate(_NONE)
            cuts = marking and tag != _VOID and not _is_within(pieces, index)
            out.append(f"</mark>{tag}<mark>" if cuts else tag)
    # Nothing but elements around what was escaped before.
    return mark_safe(_EMPTY.sub(r"\1", "".join(out)))  # noqa: S308


def marked_runs(text: str) -> list[Run]:
    """A text with signs as runs that are marked or not, without the signs."""
    runs: list[Run] = []
    position, marking = 0, False
    for sign in _SIGNS.finditer(text):
        if sign.start() > position:
            runs.append(Run(text[position : sign.start()], marking))
        position, marking = sign.end(), sign.group() == _BEGIN
    if position < len(text):
        runs.append(Run(text[position:], marking))
    return runs


def _runs(source: str, start: int, end: int, ends: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    """Where the words stand in a slice of a block, cell by cell in a table."""
    cuts = [found.span() for found in ends.finditer(source, start, end)] if ends else []
    begin = start
    for stop, following in (*cuts, (end, end)):
        lead = _BEFORE_WORDS.match(source, begin, stop)
        first = lead.end() if lead else begin
        last = first + len(source[first:stop].rstrip())
        if last > first:
            yield first, last
        begin = following


def _is_within(pieces: Sequence[str], index: int) -> bool:
    """Whether the element of which a tag is the beginning or the end stands between two signs as a whole."""
    step = -1 if pieces[index].startswith("</") else 1
    depth = 0
    position = index
    while 0 <= position < len(pieces):
        piece = pieces[position]
        if piece in (_BEGIN, _END):
            return False
        if piece.startswith("<") and piece != _VOID:
            depth += 1 if piece.startswith("</") is (step < 0) else -1
            if not depth:
                return True
        position += step
    return False
