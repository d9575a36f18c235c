"""Whether nothing of a passage changed but what the text numbers and dates: its items, notes, sections and versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.own_words import OwnWords, Piece
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.language.references import refers_elsewhere, without_references
from conductatlas.changes.language.words import without_footnotes, without_particulars
from conductatlas.changes.layout.itself import is_about_itself
from conductatlas.changes.verdicts.letters import without_item_numbers
from conductatlas.reading import word_line

# No title ends so, and none is longer.
_ENDS = (".", "!", "?", ";", ":", ",")
_LONGEST_TITLE = 12


def is_restamped(own: OwnWords, pair: Pair) -> bool:
    """Whether the sentences that a passage lost are those that it gained, under other numbers or days.

    `own` are these sentences, `pair` the texts. Numbers are those of items, of notes and of sections to which they
    refer, unless that is another section now; days are those of a version. Titles that the other text has as well
    neither came nor went.
    """
    gone, came = (_by_line(some, there) for some, there in ((own.gone, pair.after), (own.came, pair.before)))
    if not any(own) or gone.keys() != came.keys():
        return False
    return all(_are_one(some, came[line], pair) for line, some in gone.items())


def _by_line(some: Sequence[Piece], there: KeptText) -> dict[str, list[Piece]]:
    """Sentences by their words in a line, without what numbers or dates them; the label of a note has none.

    Without titles that stand `there`, in the other text.
    """
    found: defaultdict[str, list[Piece]] = defaultdict(list)
    for one in some:
        line = _unstamped(one)
        if line and not _is_title_of(one, line, there):
            found[line].append(one)
    return dict(found)


def _are_one(some: Sequence[Piece], others: Sequence[Piece], pair: Pair) -> bool:
    """Whether sentences of one line are as many before and after, and refer to the same sections."""
    if len(some) != len(others):
        return False
    return not any(
        refers_elsewhere(one.seen, other.seen, pair.old, pair.new) for one, other in zip(some, others, strict=True)
    )


def _unstamped(piece: Piece) -> str:
    seen = without_references(without_item_numbers(without_footnotes(piece.seen)))
    line = word_line(without_particulars(seen) if is_about_itself(seen) else seen)
    return "" if line.isdigit() else line


def _is_title_of(piece: Piece, line: str, there: KeptText) -> bool:
    """Whether a piece is no sentence, and stands in the other text, with a number or without."""
    return not piece.seen.rstrip().endswith(_ENDS) and len(line.split()) <= _LONGEST_TITLE and there.times(line) > 0
