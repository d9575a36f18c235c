"""What of a passage the text as a whole lost or gained, sentence by sentence: not what only stands elsewhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.language.edited_sentences import likeness_of_edit
from conductatlas.provisions import part_spans
from conductatlas.reading import visible_text, without_images, word_line

# 'and', 'or' at the end of an item: another item came behind it, or none does any more.
_JOINS = re.compile(r"(?: (?:and|or))+\Z")
# What stands in another passage, edited, has this share of its runs of words there.
_NEARLY_ALL = 0.7
_PASSAGES_KEPT = 4096


class Piece(NamedTuple):
    """A sentence, an item or a row of a passage: where it stands, as a reader sees it, and its words in a line."""

    start: int
    end: int
    seen: str
    line: str


class OwnWords(NamedTuple):
    """The sentences, items and rows of a passage that its text has no more, or less often, and those that are new."""

    gone: tuple[Piece, ...]
    came: tuple[Piece, ...]

    @property
    def are_kept(self) -> bool:
        """Whether the text lost nothing of the passage, and gained nothing with it."""
        return not self.gone and not self.came


@lru_cache(maxsize=512)
def own_words(before: str, after: str, pair: Pair) -> OwnWords:
    """What the text lost and gained with a passage that it has before and after."""
    said, says = pieces(before), pieces(after)
    return OwnWords(tuple(_own(said, says, pair.before, pair.after)), tuple(_own(says, said, pair.after, pair.before)))


def are_words_kept(before: str, after: str, pair: Pair) -> bool:
    """Whether the text lost nothing of a passage, and gained nothing with it; sooner known than what."""
    said, says = pieces(before), pieces(after)
    return not any(_own(said, says, pair.before, pair.after)) and not any(_own(says, said, pair.after, pair.before))


def _own(some: Sequence[Piece], others: Sequence[Piece], here: KeptText, there: KeptText) -> Iterator[Piece]:
    """Those of the pieces of a passage that its text has alone or more often, and the other not edited elsewhere."""
    shared = frozenset(one.line for one in some)
    # What a sentence became that lost its end stands in both texts, and neither came nor went.
    edited = [one for one in others if one.line not in shared]
    return (one for one in _alone(some, others, here, there) if not _stands_edited(one, edited, there))


def _alone(some: Sequence[Piece], others: Sequence[Piece], here: KeptText, there: KeptText) -> Iterator[Piece]:
    """Those of the pieces of a passage that the other wording lacks, and that the other text has less often."""
    left = Counter(other.line for other in others)
    for one in some:
        if left[one.line]:
            left[one.line] -= 1
        elif there.times(one.line) < here.times(one.line):
            yield one


def _stands_edited(one: Piece, others: Sequence[Piece], there: KeptText) -> bool:
    """Whether a piece stands in another passage of the other text, edited: that nearly has it, but not in this one.

    So it went on there, or came from there.
    """
    if there.times(one.line) or not there.holds(one.seen, _NEARLY_ALL):
        return False
    return not any(is_edited(one, other) for other in others)


@lru_cache(maxsize=_PASSAGES_KEPT)
def pieces(passage: str) -> tuple[Piece, ...]:
    """The sentences, items and rows of a passage; what joins an item to the next, and names of images, are none."""
    spans = part_spans(passage)
    # Of a passage of very many parts the last ones are not told apart.
    spans[-1:] = [(spans[-1][0], len(passage))] if spans else []
    shown = ((start, end, visible_text(without_images(passage[start:end]))) for start, end in spans)
    lines = ((start, end, seen, _JOINS.sub("", word_line(seen))) for start, end, seen in shown)
    return tuple(Piece(*one) for one in lines if one[-1])


def is_edited(one: Piece, other: Piece) -> bool:
    """Whether a sentence is another one, word for word or edited."""
    return likeness_of_edit(one.line.split(), other.line.split()) > 0
