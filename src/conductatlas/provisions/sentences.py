"""The sentences, items and rows of a passage, each judged by itself.

A passage can hold several clause types, and a table much besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from conductatlas.provisions.facts.speech import SENTENCE_END
from conductatlas.provisions.units import Unit, key_of
from conductatlas.reading import visible_text

# From this probability on a part states a type. It is low: a part by itself says less than in its passage.
STATES = 0.2
# Of a passage of more parts only so many are looked at.
_MOST_PARTS = 200
_ROW = re.compile(r"^\|.*$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[*+-]|\d{1,3}[.)])\s")
_LEADS_IN = re.compile(r":[*_]{0,3}\s*\Z")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]\.)+|\b(?:No|Art|Sec|Inc|Ltd|Co|Corp|e\.g|i\.e|approx|vs|cf|St"
    # 'Tex. Bus. & Com. Code § 12'
    r"|Tex|Cal|Civ|Bus|Com|Prof|Rev|Stat)\.)\s*\Z"
)
# What looks like the letters of an item there.
_OF_CODE = re.compile(r"(?:Bus|Com|Cal|Civ|Rev)\. ")
_GOES_ON = re.compile(r"[\W_]*[a-z§]|§")
# An item, or a paragraph that is numbered or lettered as one.
_MARKED = re.compile(r"\s*(?:[*+•-]|\(?[a-zA-Z0-9]{1,3}[.)])\s+")
# A list is divided into its items, which a sentence that they end need not be.
_END = re.compile(rf"{SENTENCE_END.pattern}|\n(?=\s*(?:[*+-]|\d{{1,3}}[.)])\s)")


@dataclass(frozen=True, slots=True)
class JudgedPart:
    """A slice of a passage, and the clause types that it may state by itself, with their probabilities."""

    start: int
    end: int
    chances: Mapping[str, float]


def judged_parts(
    judge: Callable[[Sequence[Unit]], Sequence[Mapping[str, float]]],
    passage: str,
    heading: str = "",
    lead_in: str = "",
    spans: Sequence[tuple[int, int]] | None = None,
) -> tuple[JudgedPart, ...]:
    """The sentences, items and rows of a passage, each judged by itself, in the order of the text.

    `heading` is the one above the passage, `lead_in` the line that leads into the list that it begins with. An item of
    a list within the passage states what the line states that leads into it. `spans` are other parts than those of
    `part_spans`.
    """
    spans = part_spans(passage) if spans is None else spans
    judged = judge([_unit(passage, start, end, heading, lead_in) for start, end in spans])
    parts: list[JudgedPart] = []
    announced: Mapping[str, float] = {}
    for (start, end), chances in zip(spans, judged, strict=True):
        if is_item(passage, start):
            chances = {
                one: max(chances.get(one, 0.0), announced.get(one, 0.0)) for one in sorted({*chances, *announced})
            }
        elif leads_in(passage, start, end):
            announced = chances
        parts.append(JudgedPart(start, end, chances))
    return tuple(parts)


def part_spans(passage: str) -> list[tuple[int, int]]:
    """Where the sentences, items and rows of a passage stand, in the order of the text."""
    return list(islice(_spans(passage), _MOST_PARTS))


def goes_on(passage: str, before: tuple[int, int], start: int) -> bool:
    """Whether the part that begins at `start` goes on with the one before it: an abbreviation cut the sentence."""
    numbered = is_numbered(passage, start) and _OF_CODE.match(passage, start) is None
    if before[1] != start or is_row(passage, start) or numbered or passage.endswith("\n", 0, start):
        return False
    cut = _ABBREVIATED.search(passage, *before)
    return cut is not None or _GOES_ON.match(passage, start) is not None


def whole_spans(passage: str) -> list[tuple[int, int]]:
    """Where the sentences, items and rows of a passage stand; what an abbreviation cuts is one."""
    whole: list[tuple[int, int]] = []
    for start, end in part_spans(passage):
        if whole and goes_on(passage, whole[-1], start):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def is_row(passage: str, start: int) -> bool:
    """Whether what begins at a place of a passage is a row of a table."""
    return passage.startswith("|", start)


def is_item(passage: str, start: int) -> bool:
    """Whether what begins at a place of a passage is an item of a list."""
    return _ITEM.match(passage, start) is not None


def is_numbered(passage: str, start: int) -> bool:
    """Whether what begins at a place of a passage has the mark, number or letter of an item, in a list or not."""
    return marked_as_item(passage, start) is not None


def marked_as_item(passage: str, start: int) -> re.Match[str] | None:
    """The mark, number or letter with which an item begins at a place of a passage, in a list or not; None for none."""
    return _MARKED.match(passage, start)


def leads_in(passage: str, start: int, end: int) -> bool:
    """Whether a slice of a passage leads into what comes after it."""
    return _LEADS_IN.search(passage, start, end) is not None


def _spans(passage: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a passage stand: each row of a table, and each sentence of what is none."""
    start = 0
    for row in _ROW.finditer(passage):
        yield from _sentences(passage, start, row.start())
        yield row.span()
        start = row.end()
    yield from _sentences(passage, start, len(passage))


def _sentences(passage: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _END.finditer(passage, start, end):
        if passage[start : found.end()].strip():
            yield start, found.end()
        start = found.end()
    if passage[start:end].strip():
        yield start, end


def _unit(passage: str, start: int, end: int, heading: str, lead_in: str) -> Unit:
    said = visible_text(passage[start:end])
    announced = lead_in if is_item(passage, start) else ""
    return Unit(0, 0, start, end, heading, announced, said, key_of(heading, announced, said))
