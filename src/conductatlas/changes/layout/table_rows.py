"""Which rows of two texts with tables are one row before and after: of the same name, or mostly the same.

A row is known by its first cell, and where other rows have that too, by the cells behind it up to the one that tells it
from them: of the cookies of one provider, each by its own name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import Indel

from conductatlas.changes.language.page_marks import without_drawn_markup
from conductatlas.changes.language.words import hashed_runs, in_order, likeness
from conductatlas.reading import BETWEEN_CELLS, word_line

# First cells of which so much is the same are one that was edited.
_LIKE = 0.6
# So many words that one begins with, or of so many so large a share, are another one that went on.
_FEWEST_OF_BEGINNING, _MOSTLY = 3, 0.85
# First cells of so many words are of one row, too, where this share of the shorter one stands in the other.
_FEWEST_OF_A_SENTENCE, _WITHIN = 8, 0.5
# Rows of other first cells are one where so many words in a row stayed, which no other row has, and so much in all; …
_LONG_RUN, _LIKE_WITH_A_RUN = 12, 0.4
# … under nearly the same first cells they are one where so much did.
_LIKE_UNDER_ONE_NAME = 0.25
# A row is known by so many cells at most.
_MOST_OF_A_NAME = 3
# Of more pairs of rows that differ, none are compared.
_MOST_COMPARED = 40_000
# How much more surely two rows are one whose names are alike than two that say much the same, as likeness.
_SURELY, _LIKELY = 2.0, 1.0
_LETTER = re.compile(r"[^\W\d_]")
# Pieces of two texts that are one before and after; a side is empty where a piece went or came.
RowPair = tuple[str, str]


def has_rows(text: str) -> bool:
    """Whether a text, as a reader sees it, has rows of a table in it."""
    return BETWEEN_CELLS in text


def paired_rows(old: str, new: str) -> Iterator[RowPair]:
    """The rows of two texts and what stands between them, in order: all of both texts, what went before what came."""
    before, after = _pieces(old), _pieces(new)
    names = _Names(before, after)
    yield from _paired(before, after, names, (word_line, names.of))


def paired_cells(row: str, other: str) -> list[RowPair]:
    """The cells of a row before and after, where there are as many; else, and of what is no row, all in one piece."""
    cells, its = row.split(BETWEEN_CELLS), other.split(BETWEEN_CELLS)
    if len(cells) != len(its):
        return [(row, other)]
    between = ["", *(BETWEEN_CELLS for _ in cells[1:])]
    return [pair for ahead, one, two in zip(between, cells, its, strict=True) for pair in ((ahead, ahead), (one, two))]


def _pieces(text: str) -> list[str]:
    """The rows of a text, each with its line feed, and what stands between them in one piece each."""
    pieces: list[str] = []
    in_row = True
    for line in text.splitlines(keepends=True):
        is_row = has_rows(line)
        if is_row or in_row or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += line
        in_row = is_row
    return pieces


def first_cell(piece: str) -> str:
    """The words of the first cell of a row; empty for what is none."""
    return word_line(without_drawn_markup(piece).partition(BETWEEN_CELLS)[0]) if has_rows(piece) else ""


def _cells(piece: str) -> list[str]:
    """The words of the cells of a row, but for a number ahead of them; none for what is no row."""
    if not has_rows(piece):
        return []
    cells = [word_line(cell) for cell in without_drawn_markup(piece).split(BETWEEN_CELLS)]
    named = [cell for cell in cells if cell]
    return named[1:] if len(named) > 1 and not _LETTER.search(named[0]) else named


class _Names:
    """By which cells the rows of two texts are known."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._repeated: set[tuple[str, ...]] = set()
        self._common: set[str] = set()
        for pieces in (old, new):
            rows = {tuple(_cells(piece)) for piece in pieces}
            for length in range(1, _MOST_OF_A_NAME):
                times = Counter(cells[:length] for cells in rows if len(cells) > length)
                self._repeated.update(cells for cells, count in times.items() if count > 1)
            holders = Counter(cell for cells in rows for cell in set(cells))
            self._common.update(cell for cell, count in holders.items() if count > 1)
        self._rows = old, new

    def length(self, cells: Sequence[str]) -> int:
        """How many of the cells of a row tell it from others."""
        return next((some for some in range(1, len(cells)) if tuple(cells[:some]) not in self._repeated), len(cells))

    def share_most(self, row: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two rows have most cells in common, one that no other row has among them."""
        shared = (Counter(row) & Counter(other)).keys()
        return 2 * len(shared) > max(len(row), len(other)) and not shared <= self._common

    def share_a_run(self, row: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two rows, by their words, have many words in a row in common which no third row has."""
        shared = set(hashed_runs(row, _LONG_RUN)).intersection(hashed_runs(other, _LONG_RUN))
        return any(self._holders_of_runs[run] <= 1 for run in shared)

    @cached_property
    def _holders_of_runs(self) -> Mapping[int, int]:
        """In how many rows each run of many words stands, in that of the two texts that has it in more."""
        most: Counter[int] = Counter()
        for pieces in self._rows:
            rows = {tuple(" ".join(_cells(piece)).split()) for piece in pieces}
            most |= Counter(run for words in rows for run in set(hashed_runs(words, _LONG_RUN)))
        return most

    def of(self, piece: str) -> str:
        """The name of a row, in lines; empty for what is none."""
        cells = _cells(piece)
        return "\n".join(cells[: self.length(cells)])


def _paired(
    old: Sequence[str], new: Sequence[str], names: _Names, keys: Sequence[Callable[[str], str]]
) -> Iterator[RowPair]:
    if not keys or not old or not new:
        yield from _by_likeness(old, new, names)
        return
    went: list[str] = []
    came: list[str] = []
    for step in Indel.opcodes(list(map(keys[0], old)), list(map(keys[0], new))):
        if step.tag == "equal":
            yield from _paired(went, came, names, keys[1:])
            went, came = [], []
            yield from zip(old[step.src_start : step.src_end], new[step.dest_start : step.dest_end], strict=True)
        else:
            went += old[step.src_start : step.src_end]
            came += new[step.dest_start : step.dest_end]
    yield from _paired(went, came, names, keys[1:])


def _are_one(cell: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two first cells, by their words, are one that was edited: nearly the same, or one begins the other."""
    least = min(len(cell), len(other))
    begins = least >= _FEWEST_OF_BEGINNING and likeness(cell[:least], other[:least], _MOSTLY) >= _MOSTLY
    return begins or likeness(cell, other, _LIKE) >= _LIKE


def are_of_one_row(cell: str, other: str) -> bool:
    """Whether two first cells, as lines of words, may be of one row that was edited; so are those of what is no row."""
    if cell == other or not cell or not other:
        return cell == other
    words, its = cell.split(), other.split()
    return _are_one(words, its) or _say_the_like(words, its)


def _say_the_like(cell: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two first cells that are sentences, not names, have much of the shorter one in common."""
    shorter, longer = sorted((cell, other), key=len)
    return len(shorter) >= _FEWEST_OF_A_SENTENCE and in_order(shorter, longer, _WITHIN) >= _WITHIN


def _by_likeness(old: Sequence[str], new: Sequence[str], names: _Names) -> Iterator[RowPair]:
    """Rows of other names: those that are one edited, in order, as many and as like each other as can be."""
    alike = _most_alike(old, new, names) if old and new and len(old) * len(new) <= _MOST_COMPARED else ()
    left = right = 0
    for place, other in (*alike, (len(old), len(new))):
        yield from ((one, "") for one in old[left:place])
        yield from (("", one) for one in new[right:other])
        yield from zip(old[place : place + 1], new[other : other + 1], strict=True)
        left, right = place + 1, other + 1


def _most_alike(old: Sequence[str], new: Sequence[str], names: _Names) -> Iterator[tuple[int, int]]:
    """The places of the rows that are one before and after, in order."""
    rows, others = (list(map(_cells, some)) for some in (old, new))
    alike = {
        (left, right): found
        for left, row in enumerate(rows)
        for right, other in enumerate(others)
        if (found := _sureness(row, other, names))
    }
    # How good the best is that can be made of the rows from a place on of both.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for left in reversed(range(len(old))):
        for right in reversed(range(len(new))):
            together = alike[left, right] + best[left + 1][right + 1] if (left, right) in alike else 0.0
            best[left][right] = max(best[left + 1][right], best[left][right + 1], together)
    left = right = 0
    while left < len(old) and right < len(new):
        if best[left][right] == best[left + 1][right]:
            left += 1
        elif best[left][right] == best[left][right + 1]:
            right += 1
        else:
            yield left, right
            left, right = left + 1, right + 1


def _sureness(row: Sequence[str], other: Sequence[str], names: _Names) -> float:
    """How surely two rows, by their cells, are one that was edited; 0 where they are two."""
    if not row or not other:
        return 0.0
    length = min(max(names.length(row), names.length(other)), len(row), len(other))
    name, its = ([cell.split() for cell in cells[:length]] for cells in (row, other))
    words, others = (" ".join(cells).split() for cells in (row, other))
    like = likeness(words, others)
    may_be_edited = like >= _LIKE_UNDER_ONE_NAME
    if may_be_edited and all(map(_are_one, name, its)):
        return _SURELY + like
    if (like >= _LIKE_WITH_A_RUN and names.share_a_run(words, others)) or names.share_most(row, other):
        return _LIKELY + like
    alike = may_be_edited and all(
        _are_one(one, two) or _say_the_like(one, two) for one, two in zip(name, its, strict=True)
    )
    return like if alike else 0.0
