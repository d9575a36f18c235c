"""Sentences that stand elsewhere in a text than before, and were edited in a few words on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from conductatlas.changes.said import Said, said_in
from conductatlas.changes.words import likeness
from conductatlas.reading import Document

# So much of both is the same, of so many words.
_LIKE, _FEWEST_WORDS = 0.8, 8
# So many pairs of sentences are compared at most.
_MOST_COMPARED = 40_000


@dataclass(frozen=True, slots=True)
class MovedSentences:
    """Sentences that one of two texts has each: what each became (`became`) and was (`was`), by its words in a line."""

    became: Mapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)


def moved_sentences(old: Document, new: Document) -> MovedSentences:
    """The sentences that went from one text and came into another nearly word for word, wherever they stand."""
    gone, came = list(_alone(old, new)), list(_alone(new, old))
    became: dict[str, str] = {}
    was: dict[str, str] = {}
    if len(gone) * len(came) > _MOST_COMPARED:
        return MovedSentences()
    for one in gone:
        words = one.line.split()
        likest = max(
            (other for other in came if other.line not in was),
            key=lambda other: likeness(words, other.line.split(), _LIKE),
            default=None,
        )
        if likest and likeness(words, likest.line.split(), _LIKE) >= _LIKE:
            became[one.line], was[likest.line] = likest.text, one.text
    return MovedSentences(became, was)


def _alone(one: Document, other: Document) -> Iterator[Said]:
    """The sentences that one text has and another has not, of enough words."""
    there = frozenset(said.line for said in said_in(other))
    for said in said_in(one):
        if said.line not in there and not said.is_row and said.line.count(" ") + 1 >= _FEWEST_WORDS:
            yield said
