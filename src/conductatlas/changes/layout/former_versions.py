"""Parts of a text that are a former version of it, kept below the one in force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from conductatlas.reading import BlockKind, Document, kept_with_document

# 'Previous privacy policy (in force until 3 May 2024)': what it was, and that it holds no more.
_FORMER = re.compile(
    r"(?:our )?(?:previous|former|prior|old|archived|expired|superseded) (?:\w+ ){0,3}"
    r"(?:policy|policies|terms|notice|statement|agreement|version|rules|guidelines|conditions)\b"
    r"(?=.*\b(?:until|till|up to|through|ended|expired|no longer)\b)",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_TITLE = 200, 120


class FormerVersion(NamedTuple):
    """A part of a text that is a former version: the line that says so, its block, and the block after the last one."""

    title: str
    first: int
    stop: int


@kept_with_document
def former_versions(document: Document) -> tuple[FormerVersion, ...]:
    """The parts of a text that a short line tells to be a former version that holds no more.

    Such a part ends at the next such line; below a heading also at one of its level or above, else at any that is no
    mere line in bold.
    """
    begins = [number for number, visible in enumerate(document.visible) if _tells_of_former(visible)]
    return tuple(FormerVersion(_title(document.visible[one]), one, _end(document, one, begins)) for one in begins)


def former_version_over(document: Document, number: int) -> str:
    """The line, without what stands in brackets, that tells of which former version a block is a part; else empty."""
    return next(
        (one.title.partition(" (")[0] for one in former_versions(document) if one.first < number < one.stop), ""
    )


def _tells_of_former(visible: str) -> bool:
    return len(visible) <= _LONGEST and _FORMER.match(visible) is not None


def _title(visible: str) -> str:
    return (visible if len(visible) <= _LONGEST_TITLE else visible.partition(" (")[0]).rstrip(" .:")


def _end(document: Document, first: int, begins: Sequence[int]) -> int:
    """The block after the last one of a part; a line in bold, as over a section, ends none that no heading began."""
    is_heading = document.blocks[first].kind is BlockKind.HEADING
    for number in range(first + 1, len(document.blocks)):
        block = document.blocks[number]
        if block.kind is BlockKind.HEADING and (
            block.level <= document.blocks[first].level if is_heading else document.source(number).startswith("#")
        ):
            return number
        if number in begins:
            return number
    return len(document.blocks)
