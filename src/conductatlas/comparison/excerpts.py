"""Part of a long clause: whole sentences, and those that speak of what another clause speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conductatlas.comparison.likeness import Weights, weigh

_SENTENCE_END = re.compile(r"(?:[.!?][\"”’)*_]{0,3}(?=\s)|\n)\s*")
# A full stop after these, or after a single letter, ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Za-z]|e\.g|i\.e|etc|inc|ltd|co|corp|no|nos|art|sec|vs|st|approx|incl))\.\Z", re.I)
# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A slice of a clause as it stands in its document: `text` is `clause[start:end]`."""

    text: str
    start: int
    end: int
    whole: bool


def excerpt(clause: str, length: int, subject: Weights) -> Excerpt:
    """The sentences of a clause, `length` characters at most, that hold most of the words of `subject`.

    A clause that is short enough is given whole; where already one sentence is too long, the cut is at a word.
    """
    if len(clause) <= length:
        return Excerpt(clause, 0, len(clause), True)
    ends = _sentence_ends(clause[:_MOST_CHARACTERS])
    best, most = (0, 0), -1.0
    for number, start in enumerate([0, *ends[:-1]]):
        fitting = [end for end in ends[number:] if end - start <= length]
        end = fitting[-1] if fitting else _word_end(clause, start + length)
        found = sum(weight for stem, weight in weigh(clause[start:end]).words.items() if stem in subject.words)
        if found > most:
            best, most = (start, end), found
    start, end = best
    end = start + len(clause[start:end].rstrip())
    return Excerpt(clause[start:end], start, end, False)


def _sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text end, with the space behind them; never within the label of a link."""
    ends: list[int] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        sentence = text[start : found.end()]
        if sentence.count("[") > sentence.count("]"):
            continue
        if "\n" in found.group() or not _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start() + 1]):
            ends.append(found.end())
            start = found.end()
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _word_end(text: str, limit: int) -> int:
    space = text.rfind(" ", 0, limit)
    return space if space > limit // 2 else limit
