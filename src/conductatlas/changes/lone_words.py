"""What a text gained or lost with a passage that came or went: the sentences of it that state its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from conductatlas.provisions import LIKELY, STATES, Part
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


def are_likely(found: Iterable[LoneSentence]) -> bool:
    """Whether one of some sentences is likelier than not to state its clause by itself."""
    return any(one.chance >= LIKELY for one in found)


def with_gaps(some: Sequence[str], quote: str) -> str:
    """Sentences of a passage one behind the other, with […] where others stand between two of them."""
    said = f" {word_line(visible_text(without_link_notes(quote)))} "
    joined = ""
    for place, one in enumerate(some):
        beside = f" {word_line(some[place - 1])} {word_line(one)} " if place else ""
        joined += f"{'' if beside in said else ' […]'} {one}"
    return joined.strip()
