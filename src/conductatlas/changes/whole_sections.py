"""Sections of a text that came or went as a whole, by their sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from conductatlas.changes.furniture import is_title
from conductatlas.changes.said import Said
from conductatlas.changes.titles import title_place
from conductatlas.reading import BlockKind, Document

# A section came or went where so many of its sentences did, and such a share of them.
_FEWEST, _LEAST = 4, 0.8
# 'section 4', '12.1', 'iv', 'b' ahead of a title.
_NUMBER = re.compile(
    r"\A(?:(?:section|article|part|chapter|schedule|annex) )?(?:\d+(?:\.\d+)*|[ivxlc]{1,5}|[a-z]) (?=\S)"
)


class Section(NamedTuple):
    """A section that stands in one of two texts alone: its title, and how many of its sentences do."""

    title: str
    sentences: int


def whole_sections(
    document: Document, said: Sequence[Said], alone: Collection[int], other: Document
) -> tuple[Section, ...]:
    """The sections of a document that the other one has not, in the order of the text.

    `said` are its sentences, `alone` the places of those that stand in it alone. A section within another one of these
    is a part of it, and what the title of the whole text stands over is no section.
    """
    if len(alone) < _FEWEST:
        return ()
    over = _titles_over(document)
    of_section = Counter(title for one in said for title in over[one.block])
    of_these = Counter(title for one in said if one.place in alone for title in over[one.block])
    titled = frozenset(map(_without_number, other.word_lines))
    found = {
        title
        for title, number in of_these.items()
        if number >= _FEWEST
        and number >= _LEAST * of_section[title]
        and _without_number(document.word_lines[title]) not in titled
    }
    outermost = (one for one in sorted(found) if found.isdisjoint(over[one]))
    return tuple(Section(document.visible[one].rstrip(" .:"), of_these[one]) for one in outermost)


def _without_number(line: str) -> str:
    """The words of a title in a line, without its number."""
    return _NUMBER.sub("", line, count=1)


def _titles_over(document: Document) -> list[tuple[int, ...]]:
    """The headings that each block stands under, and the line above it that is a title, without that of the text."""
    titled = title_place(document)
    over: list[tuple[int, ...]] = []
    line: int | None = None
    for number, block in enumerate(document.blocks):
        heading = block.heading
        above = () if heading is None or heading == titled else (heading, *over[heading])
        if block.kind is BlockKind.HEADING:
            line = None
        elif block.kind is BlockKind.PARAGRAPH and is_title(document.source(number), document.visible[number]):
            line = number
        over.append(above if line is None or line == number else (line, *above))
    return over
