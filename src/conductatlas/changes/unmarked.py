"""Redlines of passages mark no sentence that only moved: one that the other text has as often, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from conductatlas.changes.kept import KeptText
from conductatlas.changes.redline import Segment, SegmentKind
from conductatlas.reading import word_count

_SENTENCES = re.compile(r".+?(?:[.!?:;]+(?=\s)\s*|\n+|\Z)", re.DOTALL)
# Fewer words stand elsewhere by accident.
_FEWEST_WORDS = 8


def without_what_stands(segments: Sequence[Segment], before: KeptText, after: KeptText) -> tuple[Segment, ...]:
    """A redline of a passage without marks on sentences that the text lost or gained nowhere."""
    parts = (part for one in segments for part in _parts(one, before, after))
    return tuple(
        Segment(kind, "".join(part.text for part in run)) for kind, run in groupby(parts, lambda one: one.kind)
    )


def _parts(segment: Segment, before: KeptText, after: KeptText) -> Iterator[Segment]:
    if segment.kind is SegmentKind.SAME:
        yield segment
        return
    here, there = (before, after) if segment.kind is SegmentKind.DELETED else (after, before)
    for sentence in _SENTENCES.findall(segment.text):
        stands = word_count(sentence) >= _FEWEST_WORDS and there.times(sentence) >= max(1, here.times(sentence))
        yield Segment(SegmentKind.SAME if stands else segment.kind, sentence)
