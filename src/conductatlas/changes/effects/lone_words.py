"""What a text gained or lost with a passage that came or went: the sentences of it that state its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from conductatlas.changes.language.stating_alone import can_state
from conductatlas.provisions import STATES, Part
from conductatlas.reading import padded_line, read_markdown, visible_text, without_link_notes, word_line

# A type is named only for words of which one sentence states it by itself as surely as this.
_SURE = 0.65
# 'This data is deleted at once', 'None of these are shared': what it says depends on the sentence before it.
_SPEAKS_OF_THE_LAST = re.compile(
    r"\W*(?:(?:none|all|any|each|some) of )?(?:this|these|such|it|they|those)\b(?! (?:terms|polic|agreement|section))"
    r"|\W*(?:however|otherwise|unless|except|in (?:that|this|these|such) case)\b"
    r"|\W*(?:similarly|likewise|rather|instead|accordingly|therefore|thus|conversely|nevertheless|nonetheless)\b",
    re.IGNORECASE,
)


class LoneSentence(NamedTuple):
    """A sentence that one of two texts has alone, and how likely it states the clause of its passage by itself."""

    words: str
    chance: float


def lone_sentences(
    clause_type: str, alone: Sequence[str], quote: str, parts: Iterable[Part], language: str | None = None
) -> tuple[LoneSentence, ...]:
    """Those of some sentences of a passage that state its clause, by the parts of the passage that do.

    With each the one beside it that it speaks of, or that speaks of it, where that is among them: a condition, or what
    'this data' is. `language` (ISO 639-1) is the one they are read in.
    """
    likely = [
        (word_line(visible_text(without_link_notes(quote[part.start : part.end]))), part.chance)
        for part in parts
        if part.chance >= STATES
    ]
    lines = list(map(word_line, alone))
    chances = [
        max((chance for line, chance in likely if words in line or line in words), default=0.0)
        if can_state(clause_type, shown, language)
        else 0.0
        for shown, words in zip(alone, lines, strict=True)
    ]
    said = padded_line(quote)
    told = {place for place, chance in enumerate(chances) if chance}
    for place in range(1, len(alone)):
        if f" {lines[place - 1]} {lines[place]} " in said and _SPEAKS_OF_THE_LAST.match(alone[place]):
            told |= {place - 1, place} if told & {place - 1, place} else set()
    return tuple(LoneSentence(alone[place], chances[place]) for place in sorted(told))


def are_sure(found: Iterable[LoneSentence]) -> bool:
    """Whether one of some sentences is sure to state its clause by itself."""
    return any(one.chance >= _SURE for one in found)


def with_gaps(some: Sequence[str], quote: str) -> str:
    """Sentences of a passage one behind the other, with […] where others stand between two of them.

    What stands in another paragraph or item begins a line of its own.
    """
    said, blocks = padded_line(quote), [f" {line} " for line in read_markdown(quote).word_lines]
    joined = ""
    for place, one in enumerate(some):
        beside = f" {word_line(some[place - 1])} {word_line(one)} " if place else ""
        is_apart = beside in said and not any(beside in line for line in blocks)
        joined += ("\n\n" if is_apart else " " if beside in said else " […] ") + one if place else one
    return joined
