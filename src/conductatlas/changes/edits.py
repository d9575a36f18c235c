"""What was edited in a passage: which sentence became which, and each edit with the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.edited_sentences import likeness_of_edit
from conductatlas.changes.own_words import Piece
from conductatlas.changes.redline import SegmentKind, redline
from conductatlas.changes.words import without_footnotes
from conductatlas.provisions import content_stems
from conductatlas.reading import words

# How many words on either side of an edit say what it is about.
_AROUND = 12
# They point to a place, whichever way it is said.
_POINTING = frozenset(
    (
        *("above", "below", "following", "here", "herein", "hereof", "hereunder", "thereof", "set", "forth"),
        *("said", "respective", "applicable", "also", "please", "together", "altogether"),
    )
)
# What a text calls itself, in one way or another.
_ITSELF = frozenset(("agreement", "terms", "contract", "policy", "addendum", "annex", "exhibit", "document"))
# They turn what is said, though they say nothing by themselves.
_TURNING = frozenset(
    (
        *("not", "never", "no", "nor", "cannot", "may", "can", "must", "shall", "will", "should", "only", "unless"),
        *("except", "without", "any", "all", "always", "solely", "or", "and", "if", "until", "before", "after"),
    )
)


class Edit(NamedTuple):
    """What became of some words of a sentence: what stood there and what stands there, each with the words around it.

    `kept` are the words around it alone: those of the sentence as it stands now.
    """

    before: str
    after: str
    kept: str

    @property
    def says_something(self) -> bool:
        """Whether the words that came or went, and did not only trade places, say or turn something."""
        had, has = (Counter(_telling(said)) for said in (self.before, self.after))
        return had != has


def _telling(said: str) -> Iterator[str]:
    """Those of some words that say something, as stems, and those that turn what is said."""
    shown = ["terms" if word in _ITSELF else word for word in words(said)]
    yield from (word for word in shown if word in _TURNING)
    yield from content_stems(" ".join(word for word in shown if word not in _POINTING))


def sentence_pairs(gone: Sequence[Piece], came: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """The sentences that were edited, as they stood and as they stand; of those that only came or went, one side."""
    left = list(came)
    for one in gone:
        said = one.line.split()
        likest = max(left, key=lambda other: likeness_of_edit(said, other.line.split()), default=None)
        if likest is None or not likeness_of_edit(said, likest.line.split()):
            yield one, None
        else:
            left.remove(likest)
            yield one, likest
    for other in left:
        yield None, other


@lru_cache(maxsize=1024)
def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits of a sentence, in its order, as a reader sees it before and after; numbers of footnotes are none."""
    segments = redline(without_footnotes(before), without_footnotes(after))
    found: list[Edit] = []
    place = 0
    while place < len(segments):
        start = place
        while place < len(segments) and segments[place].kind is not SegmentKind.SAME:
            place += 1
        if place > start:
            ahead, behind = (
                "".join(one.text for one in some if one.kind is not SegmentKind.DELETED).split()
                for some in (segments[:start], segments[place:])
            )
            left, right = " ".join(ahead[-_AROUND:]), " ".join(behind[:_AROUND])
            went, now = (
                "".join(one.text for one in segments[start:place] if one.kind is kind)
                for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
            )
            found.append(
                Edit(*(" ".join(f"{left} {said} {right}".split()) for said in (went, now)), f"{left} {right}".strip())
            )
        place = max(place, start + 1)
    return tuple(found)
