"""A quotation without what stands around the sentences for which it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conductatlas.comparison.clause import needs_line_above
from conductatlas.comparison.excerpts import Excerpt, is_title, leads_on, needs_sentence_before, overlaps, sentence_ends


def trimmed(clause: str, shown: Excerpt, kept: Sequence[tuple[int, int]]) -> Excerpt:
    """An excerpt of a clause that begins and ends with the sentences that overlap some stretches of the clause.

    What they can't be read without stays: titles, lines that lead into a list, its items, and a sentence before, to
    which the first words go back. So does what follows in the same paragraph, which may bound what is said. Where an
    excerpt holds none of the stretches, or is the whole clause, it stays as it is.
    """
    pieces = list(pairwise((0, *sentence_ends(shown.text))))
    held = [at for at, (start, end) in enumerate(pieces) if overlaps(shown.start + start, shown.start + end, kept)]
    if shown.whole or not held:
        return shown
    text = shown.text
    leading = (at for at in range(held[0]) if text[slice(*pieces[at])].rstrip().endswith(":"))
    first, last = next(leading, held[0]), held[-1]
    while first and _needs_before(text, pieces[first - 1], pieces[first]):
        first -= 1
    while last + 1 < len(pieces) and _goes_on(text[slice(*pieces[last])], text[pieces[last][1] :]):
        last += 1
    start, end = shown.start + pieces[first][0], shown.start + pieces[last][1]
    quoted = clause[start:end].rstrip()
    return replace(shown, text=quoted, start=start, end=start + len(quoted))


def _needs_before(text: str, before: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Whether a sentence of a text is not to be read without the one before it, which may be a title."""
    said = text[slice(*before)]
    if leads_on(said) or needs_line_above(text[piece[0] :]):
        return True
    return _is_of_line(said) and (is_title(text, *before) or needs_sentence_before(text[slice(*piece)]))


def _goes_on(said: str, following: str) -> bool:
    """Whether what follows on a sentence is of its paragraph, or another item of its list."""
    return _is_of_line(said) or said.rstrip().endswith(";") or leads_on(said) or needs_line_above(following)


def _is_of_line(said: str) -> bool:
    """Whether a sentence, with the space behind it, is not the last of its line."""
    return "\n" not in said[len(said.rstrip()) :]
