"""Whether two clauses speak of the same thing: the words that they share, each weighed by how rare it is.

The weights come from `word_counts.txt` (made by `training/word_weights.py`), not from the clauses at hand: the likeness
of two clauses stays the same whatever else is recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log
from typing import TypeVar

from conductatlas.provisions import content_stems
from conductatlas.reading import visible_text

# Of a passage of many pages only the beginning is weighed.
_MOST_CHARACTERS = 20_000
# How much the longer clause counts beside the shorter one: at 1 a long clause is never like a short one; at 0 a single
# shared word makes a short one like all others.
_WEIGHT_OF_LONGER = 0.35
# Numbers and dates are no subject.
_NO_SUBJECT = frozenset(
    [
        *("#", "january", "february", "march", "april", "june", "july", "august"),
        *("september", "october", "november", "december"),
    ]
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What a passage speaks of: its words as stems, and its pairs of neighbouring content words, each with its weight.

    Words tell the subject, pairs what is said of it.
    """

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]


@lru_cache(maxsize=2048)
def weigh(text: str) -> Weights:
    """Weigh the words of a passage: the rarer a stem is among clauses, the more it says."""
    usual = _rarities()
    stems = [stem for stem in content_stems(visible_text(text[:_MOST_CHARACTERS])) if stem not in _NO_SUBJECT]
    words = {stem: usual.get(stem, usual[""]) for stem in stems}
    return Weights(words, {(left, right): words[left] + words[right] for left, right in pairwise(stems)})


def rarity(text: str) -> float:
    """How much the words of a passage say by being rare among clauses."""
    return sum(weigh(text).words.values())


_Part = TypeVar("_Part")


def likeness(one: Mapping[_Part, float], other: Mapping[_Part, float]) -> float:
    """How much of two clauses is the same, by the words, or the pairs, that both have: 0 (nothing) to 1 (all)."""
    if len(other) < len(one):
        one, other = other, one
    common = sum(weight for part, weight in one.items() if part in other)
    shorter, longer = sorted((sum(one.values()), sum(other.values())))
    return common / (_WEIGHT_OF_LONGER * longer + (1 - _WEIGHT_OF_LONGER) * shorter) if shorter else 0.0


@lru_cache(maxsize=1)
def _rarities() -> Mapping[str, float]:
    """The weight of each stem; under the empty one that of all stems that are too rare to be listed."""
    first, *lines = files(__package__).joinpath("word_counts.txt").read_text("utf-8").splitlines()
    passages, fewest = map(int, first.split())
    counts = (line.split() for line in lines)
    return {"": log(passages / fewest), **{stem: log(passages / int(count)) for stem, count in counts}}
