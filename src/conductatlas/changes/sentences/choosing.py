"""Which of the sentences that came, went or were edited are told: those that say most, and not one thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice

from conductatlas.changes.language.words import likeness
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.sentence_weights import Gravity, SentenceChange, says_in_part
from conductatlas.provisions import content_stems
from conductatlas.reading import word_line

# How many of the weightiest by their words are looked at by what they state, for each that is wanted.
_LOOKED_AT_FOR_EACH = 10
# How much of its weight each further sentence of a section keeps, and one that says nearly what another one says.
_FURTHER, _AGAIN, _SAME = 0.75, 0.1, 0.8
# … or so much of its content, of so many words.
_SAME_CONTENT, _FEWEST_AGAIN = 0.65, 4
_OFTEN = 3
# Of a kind of which nothing is told yet, one that weighs no less is.
LEAST_OF_A_KIND = 8
# By what a sentence states it weighs so much more, each grade. It is as grave where so much of it changed.
_OF_A_GRADE, _WEIGHTY, _GRADED_IN_PART = 6, 10, 0.4


def looked_at(weights: Mapping[SentenceChange, float], most: int) -> dict[SentenceChange, float]:
    """Of some sentences with their weights those that may be told where as many as `most` are, the weightiest first."""
    marked = Counter(mark for one in weights for mark in marks(one))
    # What changed alike in so many sentences is a name, or another word for the same.
    single = {
        one: by for one, by in weights.items() if not marks(one) or min(map(marked.__getitem__, marks(one))) < _OFTEN
    }
    weights = single or weights
    by_words = sorted(weights, key=weights.__getitem__, reverse=True)
    return {one: weights[one] for one in islice(by_words, _LOOKED_AT_FOR_EACH * most)}


def with_grades(weights: Mapping[SentenceChange, float], gravity: Gravity) -> dict[SentenceChange, float]:
    """The weights of some sentences, each with how grave it is what it states."""
    return {one: by + _OF_A_GRADE * grade_of(one, by, gravity) for one, by in weights.items()}


def weightiest(weights: Mapping[SentenceChange, float], most: int) -> list[SentenceChange]:
    """As many as `most` of some sentences with their weights, the weightiest first.

    Each further one of a section weighs less, and one that says nearly what another one says hardly anything, so that
    what else changed is seen too: the weightiest that was edited is one of them, where that says anything, and so is
    that of those that went, which among many that came nobody would look for.
    """
    left = dict(weights)
    # What one says by itself, wherever it stands.
    own = dict(left)
    chosen: list[SentenceChange] = []
    while left and len(chosen) < most:
        first = max(left, key=left.__getitem__)
        chosen.append(first)
        del left[first]
        for one in left:
            if one.under == first.under:
                left[one] *= _FURTHER
            if _says_again(one, first):
                left[one] *= _AGAIN
                own[one] *= _AGAIN
    for how in ("edited", "went"):
        if not any(one.how == how for one in chosen):
            _give_way(chosen, max((one for one in left if one.how == how), key=left.__getitem__, default=None), own)
    return chosen


def _says_again(one: SentenceChange, other: SentenceChange) -> bool:
    """Whether a sentence says nearly what another one does, in its words or its content, or took the same edit."""
    if marks(one):
        return marks(one) == marks(other) or likeness(_words(one), _words(other), _SAME) > 0
    content, its = (set(content_stems(some.after or some.before)) for some in (one, other))
    shared = len(content & its)
    if one.how == other.how and shared >= max(_FEWEST_AGAIN, _SAME_CONTENT * max(len(content), len(its))):
        return True
    return likeness(_words(one), _words(other), _SAME) > 0


def _give_way(chosen: list[SentenceChange], other: SentenceChange | None, own: Mapping[SentenceChange, float]) -> None:
    """Let the least of some sentences, of a kind of which others are among them, give way to one that says anything."""
    often = Counter(one.how for one in chosen)
    least = next((at for at in range(len(chosen) - 1, 0, -1) if often[chosen[at].how] > 1), None)
    if other and least is not None and own[other] >= LEAST_OF_A_KIND:
        chosen[least] = other


def marks(change: SentenceChange) -> frozenset[Segment]:
    """What came or went in an edited sentence; of one that came or went whole nothing."""
    if change.how != "edited":
        return frozenset()
    return frozenset(one for one in change.segments if one.kind is not SegmentKind.SAME)


def grade_of(change: SentenceChange, weight: float, gravity: Gravity) -> float:
    """How grave it is what a sentence states, by how much of it changed, of such a weight by its words: 0 to 3."""
    sides = filter(None, (change.before, change.after))
    graded = max(gravity(one, change.under, change.lead_in) for one in sides)
    changed = sum(len(one.text) for one in change.segments if one.kind is not SegmentKind.SAME)
    share = min(1.0, max(weight / _WEIGHTY, changed / len(change.after or change.before)))
    return share * (graded * _GRADED_IN_PART if says_in_part(change) else graded)


def _words(change: SentenceChange) -> list[str]:
    """The words of a sentence as it stands, or stood last."""
    return word_line(change.after or change.before).split()
