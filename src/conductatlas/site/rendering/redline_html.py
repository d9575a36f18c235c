"""A redline as HTML: insertions and deletions marked, and the rows of a table each set apart as a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from conductatlas.changes import Segment, SegmentKind
from conductatlas.reading import BETWEEN_CELLS
from conductatlas.site.rendering.inline import plain

_TAGS = {SegmentKind.SAME: "", SegmentKind.INSERTED: "ins", SegmentKind.DELETED: "del"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# The sign is there for those who copy or hear the words; to the eye it is a thin line.
_BAR = f'<span class="bar">{BETWEEN_CELLS}</span>'


def redline_html(segments: Iterable[Segment]) -> SafeString:
    """The HTML of a redline, with `ins` and `del`, and a span of class `cells` around each row of a table."""
    parts: list[str] = []
    for is_row, lines in groupby(_lines(segments), key=_is_row):
        if is_row:
            parts += (f'<span class="cells">{_html(line).replace(BETWEEN_CELLS, _BAR)}</span>' for line in lines)
        else:
            parts.append(_html([one for line in lines for one in line]))
    # Every piece was escaped by `plain`.
    return mark_safe("".join(parts))  # noqa: S308


def _lines(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """The lines of a redline, whatever became of their words, each with its line feed."""
    line: list[Segment] = []
    for kind, text in segments:
        for piece in _LINE.findall(text):
            line.append(Segment(kind, piece))
            if piece.endswith("\n"):
                yield line
                line = []
    if line:
        yield line


def _is_row(line: Sequence[Segment]) -> bool:
    return BETWEEN_CELLS in "".join(one.text for one in line)


def _html(segments: Iterable[Segment]) -> str:
    parts: list[str] = []
    for kind, run in groupby(segments, key=lambda one: one.kind):
        text, tag = plain("".join(one.text for one in run)), _TAGS[kind]
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(parts)
