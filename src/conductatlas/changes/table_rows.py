"""Which rows of two texts with tables are one row before and after: of the same first cell, or mostly the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from rapidfuzz.distance import Indel

from conductatlas.changes.words import hashed_runs, in_order, likeness
from conductatlas.reading import BETWEEN_CELLS, word_line

# First cells of which so much is the same are one that was edited.
_LIKE = 0.6
# So many words that one begins with are another one that went on.
_FEWEST_OF_BEGINNING = 3
# First cells of so many words are of one row, too, where this share of the shorter one stands in the other.
_FEWEST_OF_A_SENTENCE, _WITHIN = 8, 0.5
# Rows of other first cells are one where so many words in a row stayed.
_LONG_RUN = 12
# Pieces of two texts that are one before and after; a side is empty where a piece went or came.
RowPair = tuple[str, str]


def has_rows(text: str) -> bool:
    """Whether a text, as a reader sees it, has rows of a table in it."""
    return BETWEEN_CELLS in text


def paired_rows(old: str, new: str) -> Iterator[RowPair]:
    """The rows of two texts and what stands between them, in order: all of both texts, what went before what came."""
    yield from _paired(_pieces(old), _pieces(new), (word_line, first_cell))


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
    return word_line(piece.partition(BETWEEN_CELLS)[0]) if has_rows(piece) else ""


def _paired(old: Sequence[str], new: Sequence[str], keys: Sequence[Callable[[str], str]]) -> Iterator[RowPair]:
    if not keys or not old or not new:
        yield from _by_likeness(old, new)
        return
    went: list[str] = []
    came: list[str] = []
    for step in Indel.opcodes(list(map(keys[0], old)), list(map(keys[0], new))):
        if step.tag == "equal":
            yield from _paired(went, came, keys[1:])
            went, came = [], []
            yield from zip(old[step.src_start : step.src_end], new[step.dest_start : step.dest_end], strict=True)
        else:
            went += old[step.src_start : step.src_end]
            came += new[step.dest_start : step.dest_end]
    yield from _paired(went, came, keys[1:])


def _are_one(cell: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two first cells, by their words, are one that was edited: nearly the same, or one begins the other."""
    least = min(len(cell), len(other))
    begins = least >= _FEWEST_OF_BEGINNING and cell[:least] == other[:least]
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


def _went_on(row: str, other: str) -> bool:
    """Whether two rows, of whatever first cells, share so many words in a row that the one is the other edited."""
    runs = (hashed_runs(word_line(one).split(), _LONG_RUN) for one in (row, other))
    return first_cell(other) != "" and not set(next(runs)).isdisjoint(next(runs))


def _by_likeness(old: Sequence[str], new: Sequence[str]) -> Iterator[RowPair]:
    """Rows without a counterpart of the same first cell: those whose first cells are nearly the same, or none."""
    at = 0
    for piece in old:
        cell = first_cell(piece).split()
        places = range(at, len(new))
        like = (place for place in places if _are_one(cell, first_cell(new[place]).split()))
        went_on = (place for place in places if _went_on(piece, new[place]))
        alike = (place for place in places if _say_the_like(cell, first_cell(new[place]).split()))
        place = next(chain(like, went_on, alike), None) if cell else None
        if place is None:
            yield piece, ""
        else:
            yield from (("", one) for one in new[at:place])
            yield piece, new[place]
            at = place + 1
    yield from (("", one) for one in new[at:])
