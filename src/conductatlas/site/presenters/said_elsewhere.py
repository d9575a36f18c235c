"""What the other text of a change says elsewhere, in other words, of sentences that a redline strikes or inserts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from conductatlas.changes import Segment, SegmentKind, SentenceChanges
from conductatlas.provisions import default_finder


def said_elsewhere(
    redline: Sequence[Segment], found: SentenceChanges, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What came elsewhere and says what is struck in a redline, and what went elsewhere and said what came in it.

    `found` are the differences of the two whole texts, `language` (ISO 639-1) the one that they are read in. Two
    sentences that state different clause types do not say the same, whatever words they have in common. Each is told
    once, also where its text stands twice.
    """
    struck, inserted = (_words_of(redline, (kind,)) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED))
    before = _words_of(redline, (SegmentKind.SAME, SegmentKind.DELETED))
    now = _words_of(redline, (SegmentKind.SAME, SegmentKind.INSERTED))
    pairs = [pair for pair in found.reworded_of(struck, inserted) if not _are_of_two_subjects(*pair, language)]
    return (
        tuple(dict.fromkeys(came for went, came in pairs if went in struck and came not in now)),
        tuple(dict.fromkeys(went for went, came in pairs if came in inserted and went not in before)),
    )


def _words_of(redline: Sequence[Segment], kinds: Collection[SegmentKind]) -> str:
    return "\n".join(one.text for one in redline if one.kind in kinds)


def _are_of_two_subjects(one: str, other: str, language: str) -> bool:
    types = _types_of(one, language), _types_of(other, language)
    return all(types) and types[0].isdisjoint(types[1])


@lru_cache(maxsize=4096)
def _types_of(sentence: str, language: str) -> frozenset[str]:
    """The clause types that a sentence may state by itself."""
    return frozenset(one.clause_type for one in default_finder().reading(language).judge_passage(sentence, "", ""))
