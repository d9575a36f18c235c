"""How much a sentence that came, went or was edited matters to those whom a text binds or protects.

Readers judged what the edits of some hundred changes do, from nothing to what belongs in a headline. How telling each
sign of that is was learned from these. Another sentence is weighed by the same signs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, log1p

import numpy as np
from numpy.typing import NDArray

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.language.readers_data import speaks_of_training
from conductatlas.changes.language.related_words import direction_of, related_words, stems_in, sum_of
from conductatlas.changes.language.stakes import stakes_moved
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import Segment, SegmentKind
from conductatlas.changes.sentences.choosing import LEAST_OF_A_KIND, grade_of, marks
from conductatlas.changes.sentences.learned import learned
from conductatlas.changes.sentences.nearest import Nearest, States
from conductatlas.changes.sentences.sentence_weights import (
    Gravity,
    SentenceChange,
    is_of_words_alone,
    is_slip,
    says_in_part,
)
from conductatlas.changes.sentences.what_moved import Moved
from conductatlas.reading import word_line

# What readers gave no sentence without effect, and half of those with a small one.
_OF_SOME_EFFECT = 1.0
# How much more a sentence weighs for each step of importance. What surely moves most between the two sides, by which a
# change is told to favour one, is of substance, however short the edit.
_STEEPNESS, _OF_SUBSTANCE = 1.5, 2.0
# Of what leads into a list the beginning tells what it is about.
_OF_LEAD_IN = 200
# The sums of vectors are of some such length.
_LENGTH = 4.0


@dataclass(frozen=True)
class Weighing:
    """What sentences are weighed by: how grave what they state is, and what; `near`: what each text has near to one."""

    gravity: Gravity
    states: States
    in_old: Nearest
    in_new: Nearest

    def weights(self, by_words: Mapping[SentenceChange, float]) -> dict[SentenceChange, float]:
        """How much each of some sentences weighs, of those with their weights by their words alone."""
        often = Counter(mark for one in by_words for mark in marks(one))
        model = learned("importance")
        found = {}
        for one, by in by_words.items():
            importance = model.of(self.signs(one, by, often), vectors_of(one))
            importance = max(importance, _OF_SUBSTANCE) if one.moved is Moved.MOST else importance
            found[one] = LEAST_OF_A_KIND * exp(_STEEPNESS * (importance - _OF_SOME_EFFECT))
        return found

    def signs(self, change: SentenceChange, weight: float, often: Mapping[Segment, int]) -> dict[str, float]:
        """The signs of importance of a sentence, of such a weight by its words.

        `often`: how often each mark was made in the text.
        """
        gone, come, kept = _lines(change)
        was, says = (self.states(text) if text else {} for text in (change.before, change.after))
        text = change.after or change.before
        return {
            "weight": log1p(weight),
            "grade": grade_of(change, weight, self.gravity),
            "types": max(
                (abs(was.get(one, 0.0) - says.get(one, 0.0)) for one in was.keys() | says.keys()), default=0.0
            ),
            "moves_some": float(change.moved is Moved.SOMETHING),
            "moves_most": float(change.moved is Moved.MOST),
            "heavy": float(change.is_heavy),
            "of_training": float(speaks_of_training(f"{change.lead_in} {text}")),
            "lays_down_other": float(change.lays_down_other),
            "stakes": float(min(3, stakes_moved(change.before, change.after))),
            "denies": float(denies(gone.split()) != denies(come.split())),
            "words_alone": float(is_of_words_alone(change)),
            "slip": float(is_slip(change)),
            "in_part": float(says_in_part(change)),
            "in_other_words": float(change.in_other_words),
            "came": float(change.how == "came"),
            "went": float(change.how == "went"),
            "row": float(has_rows(text)),
            "sentence": float(text.rstrip("*_”\"'’)").endswith((".", ";", "!"))),
            "item": float(change.lead_in != ""),
            "words_gone": log1p(len(gone.split())),
            "words_come": log1p(len(come.split())),
            "words_kept": log1p(len(kept.split())),
            "often": log(max(map(often.__getitem__, marks(change)), default=1)),
            "stated": self._stated(change),
            "like": float(direction_of(gone) @ direction_of(come)) if change.how == "edited" else 0.0,
        }

    def _stated(self, change: SentenceChange) -> float:
        """How likely the other text states what came or went."""
        if change.how == "edited":
            return 0.0
        best = (self.in_new if change.stood else self.in_old).best(change.after or change.before)
        return best.likely if best else 0.0


def vectors_of(change: SentenceChange) -> dict[str, NDArray[np.float32]]:
    """The vectors of the words that came or went with a change, and of those that stand around them."""
    gone, come, kept = map(stems_in, _lines(change))
    around = kept | stems_in(word_line(change.under)) | stems_in(word_line(change.lead_in[:_OF_LEAD_IN]))
    return {"changed": _mean(gone ^ come), "around": _mean(around)}


def _mean(stems: frozenset[str]) -> NDArray[np.float32]:
    known = [stem for stem in stems if stem in related_words().places]
    return sum_of(known) / (_LENGTH * max(1, len(known)))


def _lines(change: SentenceChange) -> tuple[str, str, str]:
    """The words that a change took out, those that it put in, and those that stayed."""
    return (
        _of_kind(change, SegmentKind.DELETED),
        _of_kind(change, SegmentKind.INSERTED),
        _of_kind(change, SegmentKind.SAME),
    )


def _of_kind(change: SentenceChange, kind: SegmentKind) -> str:
    return word_line(" ".join(one.text for one in change.segments if one.kind is kind))
