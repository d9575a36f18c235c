"""Blocks of a text as HTML, and texts cut into parts that a page can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe

from conductatlas.reading import CELL_ENDS, Block, BlockKind, Document, is_below_head, read_markdown
from conductatlas.site.rendering.inline import plain, render_inline
from conductatlas.site.rendering.marked import as_elements, with_signs

_ITEM_MARK = re.compile(r"[ \t]*([*+-]|\d{1,9}[.)]|\([a-zA-Z0-9]{1,4}\)|[•▪◦‣·●○])[ \t\xa0]+")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]*|[ \t]*#+[ \t]*$|\n[ \t]*(?:=+|-+)[ \t]*$")
_QUOTE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_FENCE_LINE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$", re.MULTILINE)
_WORD = re.compile(r"\w")
# A block beyond this length is no paragraph that anyone wrote; it is shown without its markup, in pieces.
_LONGEST_BLOCK = 20_000
_LONGEST_TABLE = 8_000


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A block as HTML. `kind` and `level` are the block's; `mark` is the sign of a list item, as it is written."""

    ordinal: int
    kind: str
    level: int
    mark: str
    html: SafeString


def render_blocks(document: Document, first: int, last: int) -> tuple[RenderedBlock, ...]:
    """Render the blocks from ordinal `first` to `last`, both included; those without any word are left out."""
    rendered: list[RenderedBlock] = []
    for ordinal in range(first, last + 1):
        if _WORD.search(document.visible[ordinal]):
            rendered += _render_block(ordinal, document.blocks[ordinal], document.source(ordinal))
    return tuple(rendered)


def render_passage(quote: str, marked: Sequence[tuple[int, int]] = ()) -> tuple[RenderedBlock, ...]:
    """Render a passage by itself; `marked` are slices of it, in order, whose words are marked."""
    document = read_markdown(quote)
    if not marked:
        return render_blocks(document, 0, len(document.blocks) - 1)
    rendered: list[RenderedBlock] = []
    for ordinal, block in enumerate(document.blocks):
        if _WORD.search(document.visible[ordinal]):
            source = document.source(ordinal)
            is_short = block.kind is BlockKind.TABLE or len(source) <= _LONGEST_BLOCK
            signed = with_signs(source, block, marked) if is_short else source
            drawn = _render_block(ordinal, block, signed)
            rendered += (replace(one, html=as_elements(one.html)) for one in drawn)
    return tuple(rendered)


def _render_block(ordinal: int, block: Block, source: str) -> list[RenderedBlock]:
    if block.kind is BlockKind.TABLE:
        return [RenderedBlock(ordinal, block.kind.value, 0, "", table) for table in _tables(source)]
    if len(source) > _LONGEST_BLOCK:
        return [
            RenderedBlock(ordinal, BlockKind.PARAGRAPH.value, 0, "", mark_safe(plain(piece)))  # noqa: S308 (escaped)
            for piece in _pieces(source)
        ]
    mark = ""
    if block.kind is BlockKind.HEADING:
        html = render_inline(_without_bold(_HEADING_MARK.sub("", source)))
    elif block.kind is BlockKind.LIST_ITEM:
        mark, inside = split_item(source)
        html = render_inline(inside)
    elif block.kind is BlockKind.PREFORMATTED:
        html = mark_safe(plain(_FENCE_LINE.sub("", source).strip("\n")))  # noqa: S308 (escaped)
    else:
        html = render_inline(_QUOTE_MARK.sub("", source))
    return [RenderedBlock(ordinal, block.kind.value, block.level, mark, html)]


def split_item(source: str) -> tuple[str, str]:
    """What stands before an item of a list (its number or letter, a bullet, or nothing), and the item without it."""
    found = _ITEM_MARK.match(source)
    if found is None:
        return "", source
    return "•" if found.group(1) in "*+-" else found.group(1), source[found.end() :]


def _pieces(source: str) -> list[str]:
    """Cut a very long block at white space where there is any."""
    pieces: list[str] = []
    start = 0
    while start < len(source):
        end = start + _LONGEST_BLOCK
        if end < len(source):
            space = source.rfind(" ", start, end)
            end = space + 1 if space > start else end
        pieces.append(source[start:end])
        start = end
    return pieces


def _without_bold(heading: str) -> str:
    """A heading is bold by its nature; emphasis around the whole of it says nothing."""
    text = heading.strip()
    for mark in ("***", "**", "__"):
        inner = text[len(mark) : -len(mark)]
        if text.startswith(mark) and text.endswith(mark) and inner and mark not in inner:
            return inner
    return text


def _tables(source: str) -> list[SafeString]:
    """A table as one or, where it is long, several tables that each repeat its head."""
    lines = [line.strip().strip("|") for line in source.splitlines() if line.strip()]
    head = [lines.pop(0)] if len(lines) > 1 and is_below_head(lines[1]) else []
    rows = [line for line in lines if not is_below_head(line)]
    parts = divide([len(row) for row in rows], _LONGEST_TABLE)
    return [_table(head, rows[start:stop]) for start, stop in parts]


def _table(head: list[str], rows: list[str]) -> SafeString:
    # Each cell was escaped by render_inline.
    lines = [_line(row, "th", ' scope="col"') for row in head] + [_line(row, "td", "") for row in rows]
    return mark_safe(f"<table>{''.join(lines)}</table>")  # noqa: S308


def _line(row: str, cell: str, scope: str) -> str:
    cells = "".join(f"<{cell}{scope}>{render_inline(text.strip())}</{cell}>" for text in CELL_ENDS.split(row))
    return f"<tr>{cells}</tr>"


def divide(weights: Sequence[int], budget: int) -> tuple[tuple[int, int], ...]:
    """Cut a sequence into parts (start, stop) so that the weights of none add up to more than the budget.

    One that is heavier by itself makes a part of its own. There is always at least one part.
    """
    parts: list[tuple[int, int]] = []
    start, weight = 0, 0
    for position, one in enumerate(weights):
        if position > start and weight + one > budget:
            parts.append((start, position))
            start, weight = position, 0
        weight += one
    parts.append((start, len(weights)))
    return tuple(parts)
