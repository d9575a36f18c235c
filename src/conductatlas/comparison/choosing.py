"""Which clauses of other platforms are set beside a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conductatlas.catalogue import ClauseType, Stance
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.differences import Difference, difference
from conductatlas.comparison.likeness import likeness

METHOD = "comparison-6"
_MOST_SHOWN = 5
# From this likeness on, two clauses say the same in the same words, but for names and numbers.
_SAME_WORDS = 0.95
# Less alike in words, or in pairs of words, and two clauses may have nothing in common but the name of their type: then
# none is better. Found on 200 pairs that were read; `training/judge_comparisons.py` has those that it was tested on.
_LEAST_LIKENESS, _LEAST_LIKENESS_OF_PAIRS = 0.34, 0.12
# Of these types every clause has the same effect, so that two findings that are sure need little in common besides.
_OF_ONE_EFFECT = frozenset(
    [
        *("ai-training-on-user-content", "ai-feedback-training-grant", "ai-no-training-commitment"),
        *("ai-training-opt-out", "ai-output-ownership", "ai-output-accuracy-disclaimer", "ai-use-disclosure-duty"),
        *("ai-competing-model-restriction", "do-not-track-ignored", "data-sale", "no-sale-commitment"),
        *("business-transfer", "age-requirement", "childrens-data", "content-licence", "content-licence-survival"),
        *("content-ownership-retained", "content-ownership-transfer", "moral-rights-waiver", "suggestions-grant"),
        *("copyright-takedown", "scraping-reverse-engineering-ban", "criticism-benchmark-ban", "inactivity-closure"),
        *("account-security-duty", "account-non-transferable", "auto-renewal", "free-trial-conversion"),
        *("price-change", "taxes-responsibility", "late-payment", "class-action-waiver", "jury-trial-waiver"),
        *("arbitration-opt-out", "informal-dispute-first", "governing-law", "jurisdiction-venue", "claim-time-limit"),
        *("liability-limitation", "user-indemnification", "provider-indemnification", "release-of-claims"),
        *("equitable-relief", "acceptance-by-use", "unilateral-terms-change", "provider-assignment"),
        *("beta-features", "export-sanctions", "no-security-guarantee"),
    ]
)
_SURE, _LEAST_LIKENESS_OF_SURE, _LEAST_LIKENESS_OF_PAIRS_OF_SURE = 0.95, 0.24, 0.04
# A finding that is less sure is set beside nothing.
LEAST_CONFIDENCE = 0.75
# Of these types a clause has no subject but the names and addresses in it, and there is nothing to set beside it.
_NOT_COMPARED = frozenset(("contracting-entity-contact",))
# Words that weigh less together are no subject: 'last updated', or the heading of a list.
_LEAST_WEIGHT = 12.0
# What a reader learns from a difference, counted against likeness.
_FOR_GRADE, _FOR_FACT, _MOST_FACTS = 0.06, 0.02, 2
# The first is the nearest; after it, what differs at all goes before what is only like it.
_FOR_GRADE_NOT_SHOWN_YET, _FOR_DIFFERING = 0.06, 0.15
# What a clause loses that says nearly what one shown already says.
_FOR_REPETITION = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """A clause of another platform, how alike it is (0 to 1), and how it differs."""

    clause: Clause
    likeness: float
    difference: Difference

    @property
    def tells(self) -> float:
        """How telling it is: alike in subject, and different in grade or facts."""
        differing = _FOR_GRADE * self.difference.grade + _FOR_FACT * min(self.difference.facts, _MOST_FACTS)
        return self.likeness + differing


@dataclass(frozen=True, slots=True)
class Comparisons:
    """What is set beside a clause: the most telling clauses of others, and who says the same in the same words."""

    telling: tuple[Comparison, ...]
    same_words: tuple[Clause, ...]


def choose(clause_type: ClauseType, clause: Clause, candidates: Iterable[Clause]) -> Comparisons:
    """Choose what is set beside a clause: up to five clauses of the same type, each of another platform.

    `candidates` may hold any clauses of the type, in any order. Left out are those of the clause's own platform, those
    of the opposite stance, those whose finding is unsure, and all that speak of something else: there may be none left.
    """
    alike = [
        Comparison(other, alikeness, difference(clause_type, clause, other))
        for other in candidates
        if other.platform != clause.platform and (alikeness := _likeness(clause_type, clause, other))
    ]
    alike.sort(key=lambda one: (-one.tells, one.clause.record))
    of_platforms: dict[str, Comparison] = {}
    same: dict[str, Clause] = {}
    for one in alike:
        if one.likeness >= _SAME_WORDS:
            same.setdefault(one.clause.platform, one.clause)
        else:
            of_platforms.setdefault(one.clause.platform, one)
    others = [one for platform, one in of_platforms.items() if platform not in same]
    return Comparisons(_most_telling(others), tuple(same.values()))


def _likeness(clause_type: ClauseType, clause: Clause, other: Clause) -> float:
    """How alike two clauses are; 0 where they are not to be set side by side."""
    if clause_type.id in _NOT_COMPARED or min(clause.confidence, other.confidence) < LEAST_CONFIDENCE:
        return 0.0
    if {clause.stance, other.stance} == {Stance.ADVERSE, Stance.PROTECTIVE}:
        return 0.0
    this, that = clause.weights, other.weights
    if sum(weight for stem, weight in this.words.items() if stem in that.words) < _LEAST_WEIGHT:
        return 0.0
    least, least_of_pairs = _LEAST_LIKENESS, _LEAST_LIKENESS_OF_PAIRS
    if clause_type.id in _OF_ONE_EFFECT and min(clause.confidence, other.confidence) >= _SURE:
        least, least_of_pairs = _LEAST_LIKENESS_OF_SURE, _LEAST_LIKENESS_OF_PAIRS_OF_SURE
    if likeness(this.pairs, that.pairs) < least_of_pairs:
        return 0.0
    found = likeness(this.words, that.words)
    if found < least or clause.defines is not other.defines or clause.asks or other.asks:
        return 0.0
    return found


def _most_telling(ordered: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The first, and then those that add most to what stands already: another grade, other words; none repeats one."""
    chosen: list[Comparison] = []
    left = list(ordered)
    while left and len(chosen) < _MOST_SHOWN:
        best = max(left, key=lambda one: (one.tells + _adds(one, chosen), -one.clause.record)) if chosen else left[0]
        chosen.append(best)
        left = [one for one in left if one is not best and not _repeats(one, best)]
    return tuple(chosen)


def _repeats(one: Comparison, other: Comparison) -> bool:
    """Whether two of one grade say the same in the same words, as sister companies do."""
    same_grade = one.clause.severity is other.clause.severity
    return same_grade and likeness(one.clause.weights.words, other.clause.weights.words) >= _SAME_WORDS


def _adds(one: Comparison, chosen: Sequence[Comparison]) -> float:
    repeats = max(likeness(one.clause.weights.words, other.clause.weights.words) for other in chosen)
    new_grade = all(one.clause.severity is not other.clause.severity for other in chosen)
    differs = one.difference.grade or one.difference.facts > 0
    learned = _FOR_GRADE_NOT_SHOWN_YET * new_grade + _FOR_DIFFERING * differs
    return learned - _FOR_REPETITION * max(0.0, repeats - one.likeness)
