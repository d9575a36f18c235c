"""Markdown to blocks: headings as a tree, paragraphs, list items with their lead-in, tables.

A line scanner for the Markdown that archives of terms hold, not a full CommonMark parser: it needs exact offsets
into the text as it stands, and it must never fail. The time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from conductatlas.reading.breaks import BREAK
from conductatlas.reading.document import Block, BlockKind, Document, ReadBlock
from conductatlas.reading.runs import runs
from conductatlas.reading.tables import table_rows
from conductatlas.reading.visible import BLOCKS_IN_MEMORY, visible_text
from conductatlas.reading.words import counted_line

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
# Pages also write their lists as paragraphs that begin with a letter in brackets or a drawn bullet.
_ITEM = re.compile(r"([ \t]*)(?:[*+-]|\d{1,9}[.)]|\([a-zA-Z0-9]{1,4}\)|[•▪◦‣·●○])([ \t\xa0]+)(?=\S)")
_EMPTY_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S).{1,200}(?<=\S)\1[ \t:]*$")
_BOM = "\ufeff"
# A line that begins with none of these, nor with a digit, is plain text.
_MARKS = frozenset("#*+-_=`~|(•▪◦‣·●○")
_LONGEST_BOLD_HEADING = 120
_HEADING_IN_BOLD_LEVEL = 6
_MOST_LINES_OF_A_HEADING = 2
# Over two lines one pair of marks: two lines in bold below each other are an address.
_MARKS_AROUND = 2


# What divides blocks wherever it stands: a blank line, or the beginning of an item; …
_DIVIDES = re.compile(r"\n(?:[ \t\r]*\n|(?=[ \t]*[*+-][ \t]+\S))")
# … but for preformatted runs, which these fence off.
_FENCES = ("```", "~~~")
# Longer runs of lines are not kept.
_LONGEST_KEPT = 10_000


class _Piece(NamedTuple):
    """A block as it stands in a run of lines, whatever stands before the run; its place is counted from there.

    `level` is that of a heading. `announces`: a list that follows is its list.
    """

    kind: BlockKind
    start: int
    end: int
    level: int
    indent: int
    announces: bool
    read: ReadBlock


@dataclass(slots=True)
class _Scan:
    """The blocks so far, and where in the structure the scanner stands."""

    blocks: list[Block] = field(default_factory=list)
    read: list[ReadBlock] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    items: list[tuple[int, int]] = field(default_factory=list)
    # The heading above, and the block that a list would hang on.
    heading: int | None = None
    announcer: int | None = None

    def add(self, run: int, piece: _Piece) -> None:
        """Add a piece of a run of lines that begins at a place of the text."""
        kind, start, end, level, indent, announces, read = piece
        if kind is BlockKind.HEADING:
            self._add_heading(run + start, run + end, level)
        elif kind is BlockKind.LIST_ITEM:
            self._add_item(run + start, run + end, indent)
        else:
            self._add_flow(kind, run + start, run + end, indent, announces=announces)
        self.read.append(read)

    def _add_heading(self, start: int, end: int, level: int) -> None:
        while self.headings and self.blocks[self.headings[-1]].level >= level:
            self.headings.pop()
        self.blocks.append(Block(BlockKind.HEADING, start, end, level, self.headings[-1] if self.headings else None))
        self.heading = len(self.blocks) - 1
        self.headings.append(self.heading)
        self.items.clear()
        self.announcer = None

    def _add_item(self, start: int, end: int, indent: int) -> None:
        """Nesting follows the indent of the marker: an item belongs to the nearest one that is indented less."""
        while self.items and self.items[-1][0] >= indent:
            self.items.pop()
        lead_in = self.items[-1][1] if self.items else self.announcer
        self.blocks.append(Block(BlockKind.LIST_ITEM, start, end, len(self.items) + 1, self.heading, lead_in))
        self.items.append((indent, len(self.blocks) - 1))

    def _add_flow(self, kind: BlockKind, start: int, end: int, indent: int, *, announces: bool) -> None:
        """A paragraph, table or preformatted run; one that is indented under an item belongs to that item."""
        while self.items and self.items[-1][0] >= indent:
            self.items.pop()
        lead_in = self.items[-1][1] if self.items else None
        self.blocks.append(Block(kind, start, end, 0, self.heading, lead_in))
        if lead_in is None:
            self.announcer = len(self.blocks) - 1 if announces else None


class _Line(NamedTuple):
    """A line of a text without its end; `first` is its first character that is no white space, empty where none is."""

    start: int
    text: str
    first: str

    @property
    def marked(self) -> bool:
        """Whether the line may be anything else than plain text."""
        return self.first in _MARKS or self.first.isdecimal()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" \t"))


def _lines(run: str) -> Iterator[_Line]:
    start = 0
    for whole in run.removesuffix("\n").split("\n"):
        line = whole.rstrip("\r")
        yield _Line(start, line, line.lstrip()[:1])
        start += len(whole) + 1


def _trimmed(first: _Line, last: _Line) -> tuple[int, int]:
    """Where a run of lines starts and ends without the white space around it."""
    return first.start + len(first.text) - len(first.text.lstrip()), last.start + len(last.text.rstrip())


def _is_heading_in_bold(run: Sequence[_Line]) -> bool:
    """A line or two, bold from end to end, short, and no sentence: how pages without heading tags mark headings."""
    if len(run) > _MOST_LINES_OF_A_HEADING:
        return False
    line = " ".join(one.text.strip() for one in run)
    bold = _BOLD_LINE.match(line)
    if bold is None or (len(run) > 1 and line.count(bold[1]) > _MARKS_AROUND):
        return False
    shown = visible_text(line)
    return 0 < len(shown) <= _LONGEST_BOLD_HEADING and shown[-1] not in ".;,!?。"


# What was just read is often asked for again: by who looks whether it is the document, and by who takes it apart.
@lru_cache(maxsize=4)
def read_markdown(text: str) -> Document:
    """Find the blocks of a Markdown text.

    The text stays as it is: offsets are code points into it, line ends and a leading byte-order mark included.
    Never raises; a text without words has no blocks or blocks without words.
    """
    if "\r" in text and "\n" not in text:
        # Lines that end as on computers of another age.
        return Document(text, read_markdown(text.replace("\r", "\n")).blocks)
    scan = _Scan()
    for start, run in _divided(text):
        for piece in _pieces_kept(run) if len(run) <= _LONGEST_KEPT else _pieces(run):
            scan.add(start, piece)
    return Document(text, tuple(scan.blocks), tuple(scan.read))


def visible_words(passage: str) -> str:
    """A passage as a reader sees it, its blocks divided by blank lines, each row of a table in a line: for redlines."""
    read = read_markdown(passage)
    return "\n\n".join(words for block in range(len(read.blocks)) if (words := block_words(read, block)))


def block_words(document: Document, block: int) -> str:
    """The words of a block as a reader sees them, each row of a table in a line of its own."""
    if document.blocks[block].kind is BlockKind.TABLE:
        return "\n".join([row for _, row in table_rows(document.source(block))])
    return document.visible[block]


def _divided(text: str) -> Iterator[tuple[int, str]]:
    """The runs of lines that can be read each by itself, with where they start."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    if not any(fence in text for fence in _FENCES):
        for division in _DIVIDES.finditer(text, start):
            yield start, text[start : division.start()]
            start = division.end()
    yield start, text[start:]


def _pieces(run: str) -> tuple[_Piece, ...]:
    """The blocks of a run of lines."""
    lines = list(_lines(run))
    pieces: list[_Piece] = []
    position = 0
    while position < len(lines):
        if lines[position].first:
            position = _read_block(run, pieces, lines, position)
        else:
            position += 1
    return tuple(pieces)


# Most runs of lines of a version stood in the one before.
_pieces_kept = lru_cache(maxsize=BLOCKS_IN_MEMORY)(_pieces)


def _piece(
    run: str, kind: BlockKind, span: tuple[int, int], indent: int, *, level: int = 0, announces: bool = False
) -> _Piece:
    start, end = span
    visible = visible_text(source := run[start:end])
    return _Piece(kind, start, end, level, indent, announces, ReadBlock(source, visible, counted_line(visible)))


def _read_block(run: str, pieces: list[_Piece], lines: list[_Line], position: int) -> int:
    """Read the block that starts at a line with text; return the position after it."""
    line = lines[position]
    if not line.marked:
        return _read_flow(run, pieces, lines, position)
    atx = _ATX.match(line.text)
    if atx:
        pieces.append(_piece(run, BlockKind.HEADING, _trimmed(line, line), line.indent, level=len(atx.group(1))))
        return position + 1
    if BREAK.match(line.text) or _EMPTY_ITEM.match(line.text):
        return position + 1
    fence = _FENCE.match(line.text)
    if fence:
        return _read_fenced(run, pieces, lines, position, fence.group(1))
    if not _ITEM.match(line.text):
        return _read_flow(run, pieces, lines, position)
    stop = _end_of_run(lines, position, inside_item=True)
    pieces.append(_piece(run, BlockKind.LIST_ITEM, _trimmed(line, lines[stop - 1]), line.indent))
    return stop


def _read_flow(run: str, pieces: list[_Piece], lines: list[_Line], position: int) -> int:
    """Read a paragraph, a table, or a heading that the line below or bold letters mark as one."""
    line = lines[position]
    stop = _end_of_run(lines, position, inside_item=False)
    last = lines[stop - 1]
    if stop < len(lines) and _is_underline(lines[stop]):
        level = 1 if lines[stop].first == "=" else 2
        pieces.append(_piece(run, BlockKind.HEADING, _trimmed(line, lines[stop]), line.indent, level=level))
        return stop + 1
    if line.first == "|":
        pieces.append(_piece(run, BlockKind.TABLE, _trimmed(line, last), line.indent))
    elif line.indent < 4 and _is_heading_in_bold(lines[position:stop]):
        pieces.append(_piece(run, BlockKind.HEADING, _trimmed(line, last), line.indent, level=_HEADING_IN_BOLD_LEVEL))
    else:
        ends_sentence = last.text.rstrip(" \t*_").endswith((".", "!", "?"))
        pieces.extend(
            _piece(run, BlockKind.PARAGRAPH, span, line.indent, announces=not ends_sentence)
            for span in runs(run, *_trimmed(line, last))
        )
    return stop


def _is_underline(line: _Line) -> bool:
    return line.first in ("=", "-") and _SETEXT.match(line.text) is not None


def _end_of_run(lines: list[_Line], position: int, *, inside_item: bool) -> int:
    """The position after the last line of the paragraph or item that starts at `position`."""
    table = lines[position].first == "|"
    stop = position + 1
    while stop < len(lines):
        line = lines[stop]
        if not line.first or (line.first == "|") != table:
            break
        if line.marked and _opens_block(line, inside_item=inside_item):
            break
        stop += 1
    return stop


def _opens_block(line: _Line, *, inside_item: bool) -> bool:
    """Whether a line ends the paragraph or item above it."""
    if not inside_item and _is_underline(line):
        return True
    return any(mark.match(line.text) for mark in (_ATX, _FENCE, _ITEM, BREAK))


def _read_fenced(run: str, pieces: list[_Piece], lines: list[_Line], position: int, fence: str) -> int:
    """Read a fenced run; one that is never closed ends with the text, as in CommonMark."""
    stop = position + 1
    while stop < len(lines) and not lines[stop].text.strip().startswith(fence):
        stop += 1
    stop = min(stop + 1, len(lines))
    while not lines[stop - 1].first:
        stop -= 1
    pieces.append(
        _piece(run, BlockKind.PREFORMATTED, _trimmed(lines[position], lines[stop - 1]), lines[position].indent)
    )
    return stop
