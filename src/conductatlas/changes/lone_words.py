"""What a text gained or lost with a passage that came or went: the sentences of it that state its clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from conductatlas.provisions import STATES, Part
from conductatlas.reading import visible_text, without_link_notes, word_line


class LoneSentence(NamedTuple):
    """A sentence that one of two texts has alone, and how likely it states the clause of its passage by itself."""

    words: str
    chance: float


def lone_sentences(alone: Iterable[str], quote: str, parts: Iterable[Part]) -> tuple[LoneSentence, ...]:
    """Those of some sentences of a passage that state its clause, by the parts of the passage that do."""
    likely = [
        (word_line(visible_text(without_link_notes(quote[part.start : part.end]))), part.chance)
        for part in parts
        if part.chance >= STATES
    ]
    found = []
    for shown in alone:
        words = word_line(shown)
        chances = [chance for line, chance in likely if words in line or line in words]
        if chances:
            found.append(LoneSentence(shown, max(chances)))
    return tuple(found)
