"""Sentences that stand elsewhere in a text than before, and were edited in a few words on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from conductatlas.changes.language.conditions import hold_in_the_same_cases
from conductatlas.changes.language.words import likeness
from conductatlas.changes.sentences.said import Said, said_alone
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
    gone, came = ([one for one in some if _is_long(one)] for some in said_alone(old, new))
    became: dict[str, str] = {}
    was: dict[str, str] = {}
    if len(gone) * len(came) > _MOST_COMPARED:
        return MovedSentences()
    # The likest first: what one of two became, the other did not.
    for _, one, other in sorted(_alike(gone, came), key=lambda found: -found[0]):
        if one.line not in became and other.line not in was:
            became[one.line], was[other.line] = other.text, one.text
    return MovedSentences(became, was)


def _alike(gone: Sequence[Said], came: Sequence[Said]) -> Iterator[tuple[float, Said, Said]]:
    others = [(other, other.line.split()) for other in came]
    for one in gone:
        words = one.line.split()
        for other, its in others:
            share = likeness(words, its, _LIKE)
            if share >= _LIKE and hold_in_the_same_cases(one.text, other.text):
                yield share, one, other


def _is_long(one: Said) -> bool:
    return not one.is_row and one.line.count(" ") + 1 >= _FEWEST_WORDS
