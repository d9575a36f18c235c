"""The words that two clauses have in common in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.comparison.likeness import weigh

# Within a sentence, and without markup: what is quoted reads as it stands.
_PIECE = re.compile(r"[^.;:!?\n|*_\[\](){}<>\"“”]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST_WORDS, _MOST_WORDS = 4, 16
# What weighs less is a turn of phrase that says nothing: 'as well as any other'.
_LEAST_WEIGHT = 7.0
_MOST_CHARACTERS = 6_000

_Spans = Sequence[tuple[int, int]]
_Words = list[list[tuple[str, int, int]]]


def shared_words(this: str, of_this: _Spans, other: str, of_other: _Spans) -> tuple[int, int] | None:
    """Where in the other text the run of words stands that both have and that says most; None where there is none.

    Only slices of both texts are looked at.
    """
    ours = {
        tuple(word for word, _, _ in piece[first : first + length])
        for piece in _pieces(this, of_this)
        for length in range(_FEWEST_WORDS, _MOST_WORDS + 1)
        for first in range(len(piece) - length + 1)
    }
    best: tuple[float, int, int] | None = None
    for piece in _pieces(other, of_other):
        for first in range(len(piece) - _FEWEST_WORDS + 1):
            last = first
            while last < len(piece) and last - first < _MOST_WORDS:
                run = tuple(word for word, _, _ in piece[first : last + 1])
                if len(run) >= _FEWEST_WORDS and run not in ours:
                    break
                last += 1
            if last - first >= _FEWEST_WORDS:
                start, end = piece[first][1], piece[last - 1][2]
                weight = sum(weigh(other[start:end]).words.values())
                if best is None or weight > best[0]:
                    best = (weight, start, end)
    return (best[1], best[2]) if best and best[0] >= _LEAST_WEIGHT else None


def _pieces(text: str, spans: _Spans) -> _Words:
    """The words of the pieces of sentences in some slices of a text, in small letters, with their places."""
    pieces: _Words = []
    for start, end in spans:
        for piece in _PIECE.finditer(text, start, min(end, _MOST_CHARACTERS)):
            words = [(one.group().lower(), one.start(), one.end()) for one in _WORD.finditer(text, *piece.span())]
            pieces.append(words)
    return pieces
