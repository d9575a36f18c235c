"""Which clauses of other platforms are set beside a clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from conductatlas.catalogue import ClauseType, Stance
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.differences import Difference, difference, in_words, speak_of_other_subjects
from conductatlas.comparison.documents import may_have_one_effect, speak_to_one_reader
from conductatlas.comparison.likeness import Weights, likeness
from conductatlas.comparison.nearness import Nearness, nearest_part, nearness

METHOD = "comparison-34"
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
        *("business-transfer", "childrens-data", "content-licence", "content-licence-survival"),
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
# Two clauses that are less alike as wholes may still have one effect where what surest states the type in the one is as
# like a part of the other as this: what else a passage says then makes them no strangers.
_LEAST_LIKENESS_OF_PARTS, _LEAST_LIKENESS_OF_PARTS_OF_SURE = 0.28, 0.2
# Parts have fewer words than wholes, and even those of the very same sentence may all be common ones; a word is none.
_LEAST_WEIGHT_OF_PARTS, _SAME_SENTENCE = 8.0, 0.7
# Of 138 pairs that were alike in such parts alone, and read, 12 were of another effect, four of them with a finding
# less sure than the first of these; parts that are as alike as the second need no more than other clauses do.
_LEAST_CONFIDENCE_OF_PARTS, _LIKENESS_OF_SURE_PARTS = 0.85, 0.45
# Of the surest part of a clause so much must stand anywhere in another one for that one's parts to be looked at.
_LEAST_FOUND_AGAIN = 0.2
# A finding that is less sure is set beside nothing; what is set beside another one, in other words, is surer.
LEAST_CONFIDENCE, _LEAST_CONFIDENCE_OF_OTHER = 0.75, 0.8
# Of these types a clause has no subject but the names and addresses in it, and there is nothing to set beside it.
_NOT_COMPARED = frozenset(("contracting-entity-contact",))
_ABOUT_OTHER_TEXTS = frozenset(("incorporated-terms",))
# Words that weigh less together are no subject: 'last updated', or the heading of a list.
_LEAST_WEIGHT = 12.0
# So many that only say the same are shown, where others differ; with them there are three at most.
_MOST_ALIKE, _ENOUGH = 2, 3
# What a reader learns from a difference, counted against likeness.
_FOR_GRADE, _FOR_FACT, _MOST_FACTS, _FOR_DIFFERING = 0.06, 0.02, 2, 0.12
_FOR_GRADE_NOT_SHOWN_YET = 0.06
# What a clause loses that says nearly what one shown already says, or differs as one shown already does.
_FOR_REPETITION, _FOR_SAME_DIFFERENCE = 0.5, 0.1
# And what one loses for each word that turns an effect round and stands in one sentence alone: a condition, a denial.
_FOR_TURN = 0.04
# And what one loses that stands in a document for others: developers, say, or the business customers of a service.
_FOR_OTHER_READERS = 0.2
# Words that make another clause of one: how an indemnity is claimed is none, an output that is not unique no release,
# and a notice that there are rules on arbitration lays none down.
_OF_ANOTHER_EFFECT = frozenset(("indemnity-procedure", "release-of-likeness", "arbitration-only-announced"))
# So many candidates are read sentence by sentence, and so many of one platform.
_MOST_READ, _READ_OF_PLATFORM = 24, 2
_NOT_READ = Nearness(0.0, told_alike=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A clause of another platform, how alike it is (0 to 1), and how it differs.

    `by_part`: whether the two are no more than alike in the parts that surest state their type. `near`: how near what
    is quoted of it is to what states the type in the clause that it is set beside; nothing before it is read.
    `to_others`: whether its document is for other readers than that of the clause.
    """

    clause: Clause
    likeness: float
    difference: Difference
    by_part: bool = False
    near: Nearness = _NOT_READ
    to_others: bool = False

    @property
    def differs(self) -> float:
        """How telling its difference is: another grade, other facts."""
        differing = _FOR_GRADE * self.difference.grade + _FOR_FACT * min(self.difference.facts, _MOST_FACTS)
        return differing + _FOR_DIFFERING * bool(self.difference.told)

    @property
    def promises(self) -> float:
        """How telling it may be, as far as that is known before it is read."""
        # What is alike in a part stands behind what is alike as a whole.
        return self.differs + (_LEAST_LIKENESS * self.likeness if self.by_part else self.likeness)


@dataclass(frozen=True, slots=True)
class Comparisons:
    """What is set beside a clause: the most telling clauses of others, and who says the same in the same words.

    Of another company there is one such clause; `own_words` are those of the clause's own company.
    """

    telling: tuple[Comparison, ...]
    same_words: tuple[Clause, ...]
    own_words: tuple[Clause, ...]


def _as_they_are(clauses: Sequence[Clause]) -> Sequence[Clause | None]:
    return clauses


def _all_that_is_alike(one: Comparison) -> str | None:
    return one.clause.surest_text if one.by_part else one.clause.text


def choose(
    clause_type: ClauseType,
    clause: Clause,
    candidates: Iterable[Clause],
    read: Callable[[Sequence[Clause]], Sequence[Clause | None]] = _as_they_are,
    quoted: Callable[[Comparison], str | None] = _all_that_is_alike,
) -> Comparisons:
    """Choose what is set beside a clause: up to five clauses of the same type, each of another platform.

    `candidates` may hold any clauses of the type, in any order. `read` gives candidates with their own parts and facts
    alone, or None for those that are not to be shown after all; only the likeliest are read. `quoted` gives what would
    be quoted of one, or None where nothing is worth showing. Left out are those of the clause's own platform, those of
    the opposite stance, those whose finding is unsure, those of another grade that the words of the two do not bear
    out, and all that speak of something else or whose quotation is not near enough: there may be none left.
    """
    comparable = [other for other in candidates if _are_comparable(clause_type, clause, other)]
    likely = [(other, alikeness) for other in comparable if (alikeness := _likeness(clause_type, clause, other))]
    own = [other for other, alikeness in likely if other.platform == clause.platform and alikeness >= _SAME_WORDS]
    wholes = {other.record for other, _ in likely}
    likely += [(one, found) for one in comparable if one.record not in wholes and (found := _found_again(clause, one))]
    alike = [
        Comparison(other, alikeness, difference(clause_type, clause, other), other.record not in wholes)
        for other, alikeness in likely
        if other.platform != clause.platform
    ]
    alike.sort(key=lambda one: (-one.promises, one.clause.record))
    of_platforms: dict[str, list[Comparison]] = {}
    same: dict[str, Clause] = {}
    for one in alike:
        if one.likeness >= _SAME_WORDS and not one.by_part:
            same.setdefault(one.clause.platform, one.clause)
        elif not one.difference.unsure:
            of_platforms.setdefault(one.clause.platform, []).append(one)
    others = [one for platform, found in of_platforms.items() if platform not in same for one in found]

    looked_at = [] if _says_nothing(clause_type, clause) else _looked_at(clause_type, clause, others, read, quoted)
    own.sort(key=lambda one: one.record)
    return Comparisons(_most_telling(looked_at), tuple(same.values()), tuple(own))


def _read_anew(clause_type: ClauseType, clause: Clause, one: Comparison, other: Clause) -> Comparison | None:
    """A comparison by what the other clause states itself; None where it is not to be shown after all."""
    if _says_nothing(clause_type, other) or speak_of_other_subjects(clause_type, clause, other):
        return None
    found = in_words(clause, other, difference(clause_type, clause, other))
    if found.unsure:
        return None
    # What is no more than a little alike as a whole, and of which nothing can be told, may still be alike in a part.
    by_part = one.by_part or not (found.tells or one.likeness >= _LEAST_LIKENESS)
    if by_part and (alikeness := _likeness_of_parts(clause_type, clause, other)):
        shown = found.of_part(*nearest_part(clause, other))
        # A grade of its own that its part does not bear out would look like one for the same.
        return Comparison(other, alikeness, shown, by_part=True) if shown.grade is found.grade else None
    return None if one.by_part else Comparison(other, one.likeness, found)


def _says_nothing(clause_type: ClauseType, clause: Clause) -> bool:
    """Whether a clause only points to where something is said, and that is not what its type is about."""
    return clause_type.id not in _ABOUT_OTHER_TEXTS and clause.points_elsewhere


def _are_comparable(clause_type: ClauseType, clause: Clause, other: Clause) -> bool:
    """Whether two clauses may be set side by side, should they be alike."""
    if clause_type.id in _NOT_COMPARED or min(clause.confidence, other.confidence) < LEAST_CONFIDENCE:
        return False
    if {clause.stance, other.stance} == {Stance.ADVERSE, Stance.PROTECTIVE}:
        return False
    if clause.defines is not other.defines or clause.asks or other.asks:
        return False
    if not may_have_one_effect(clause_type.id, clause.terms_type, other.terms_type):
        return False
    if clause.is_for_businesses is not other.is_for_businesses:
        return False
    if (clause.of_data_contract and other.of_users) or (clause.of_users and other.of_data_contract):
        return False
    return not {clause.modifier, other.modifier} & _OF_ANOTHER_EFFECT or clause.modifier == other.modifier


def _likeness(clause_type: ClauseType, clause: Clause, other: Clause) -> float:
    """How alike two clauses are as wholes; 0 where that is too little."""
    this, that = clause.weights, other.weights
    if _weight_of_shared(this, that) < _LEAST_WEIGHT:
        return 0.0
    least, least_of_pairs = _LEAST_LIKENESS, _LEAST_LIKENESS_OF_PAIRS
    if _are_of_one_effect(clause_type, clause, other):
        least, least_of_pairs = _LEAST_LIKENESS_OF_SURE, _LEAST_LIKENESS_OF_PAIRS_OF_SURE
    if likeness(this.pairs, that.pairs) < least_of_pairs:
        return 0.0
    found = likeness(this.words, that.words)
    if found < least or (found < _SAME_WORDS and other.confidence < _LEAST_CONFIDENCE_OF_OTHER):
        return 0.0
    return found


def _found_again(clause: Clause, other: Clause) -> float:
    """How much of what surest states a clause's type stands anywhere in another one; 0 where that is too little.

    Of two definitions a few words in common are their form.
    """
    if other.confidence < _LEAST_CONFIDENCE_OF_OTHER or clause.defines:
        return 0.0
    this = clause.weights_of_surest
    shared = _weight_of_shared(this, other.weights) / (sum(this.words.values()) or 1.0)
    return shared if shared >= _LEAST_FOUND_AGAIN else 0.0


def _likeness_of_parts(clause_type: ClauseType, clause: Clause, other: Clause) -> float:
    """How like the part of another clause is to what surest states the type in a clause; 0 where that is too little."""
    place = nearest_part(clause, other)
    this, that = clause.weights_of_surest, other.weights_of_spans[place]
    found = likeness(this.words, that.words)
    is_same_sentence = found >= _SAME_SENTENCE and len(this.words) > 1
    if other.is_row(place[0]) or not (is_same_sentence or _weight_of_shared(this, that) >= _LEAST_WEIGHT_OF_PARTS):
        return 0.0
    if found < _LIKENESS_OF_SURE_PARTS and min(clause.confidence, other.confidence) < _LEAST_CONFIDENCE_OF_PARTS:
        return 0.0
    of_one_effect = _are_of_one_effect(clause_type, clause, other)
    return found if found >= (_LEAST_LIKENESS_OF_PARTS_OF_SURE if of_one_effect else _LEAST_LIKENESS_OF_PARTS) else 0.0


def _are_of_one_effect(clause_type: ClauseType, clause: Clause, other: Clause) -> bool:
    """Whether two clauses surely state a type of which all have one effect."""
    return clause_type.id in _OF_ONE_EFFECT and min(clause.confidence, other.confidence) >= _SURE


def _weight_of_shared(this: Weights, that: Weights) -> float:
    return sum(weight for stem, weight in this.words.items() if stem in that.words)


def _looked_at(
    clause_type: ClauseType,
    clause: Clause,
    candidates: Sequence[Comparison],
    read: Callable[[Sequence[Clause]], Sequence[Clause | None]],
    quoted: Callable[[Comparison], str | None],
) -> list[Comparison]:
    """The likeliest candidates, each by what it states itself; without those that are not to be shown after all."""
    likeliest = _first_of_platforms(candidates, clause)
    others = read([one.clause for one in likeliest])
    read_ones = ((one, other) for one, other in zip(likeliest, others, strict=True) if other is not None)
    anew = (_read_anew(clause_type, clause, *one) for one in read_ones)
    shown = ((one, quoted(one)) for one in anew if one is not None)
    near = (_measured(clause_type, clause, one, quote) for one, quote in shown if quote is not None)
    return [one for one in near if _is_near_enough(clause_type, clause, one)]


def _measured(clause_type: ClauseType, clause: Clause, one: Comparison, quote: str) -> Comparison:
    """A comparison with how near it is, by what is quoted and by its document."""
    to_others = not speak_to_one_reader(clause.terms_type, one.clause.terms_type)
    return replace(one, near=nearness(clause_type.id, clause, quote), to_others=to_others)


def _is_near_enough(clause_type: ClauseType, clause: Clause, one: Comparison) -> bool:
    """Whether what is quoted of another clause is surely enough to the effect of a clause."""
    says_enough = clause.confidence >= _SURE or one.near.says_little_else
    # Where something is told of both, they meet in that.
    meets = one.difference.tells or (says_enough and one.near.meets_enough(by_part=one.by_part))
    return meets and one.near.is_enough(of_one_effect=_are_of_one_effect(clause_type, clause, one.clause))


def _most_telling(found: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """What is surely to the same effect, and then the rest: first the nearest of which something is told.

    After that one those that add most to what stands already: another grade, other words. Of those that differ in
    nothing that can be told there are few.
    """
    chosen: list[Comparison] = []
    left = list(found)
    while left and len(chosen) < _MOST_SHOWN:
        best = max(left, key=lambda one: _rank(one, chosen))
        left.remove(best)
        alike = sum(1 for one in chosen if not one.difference.told)
        if best.difference.told or (len(chosen) < _ENOUGH and not (best.difference.shared and alike >= _MOST_ALIKE)):
            chosen.append(best)
            left = [one for one in left if not _is_beside(one, best)]
    return tuple(chosen)


def _first_of_platforms(candidates: Sequence[Comparison], clause: Clause) -> list[Comparison]:
    """The likeliest of some candidates, few of each platform: those with most of what surest states the type, too."""
    ordered = sorted(candidates, key=lambda one: (-one.promises - _nearest(clause, one.clause), one.clause.record))
    found: list[Comparison] = []
    of_platforms: Counter[str] = Counter()
    for one in ordered:
        if of_platforms[one.clause.platform] < _READ_OF_PLATFORM and len(found) < _MOST_READ:
            found.append(one)
            of_platforms[one.clause.platform] += 1
    return found


def _nearest(clause: Clause, other: Clause) -> float:
    """How like the sentence of another clause is to what surest states the type in a clause that is most like it."""
    surest = clause.weights_of_surest.words
    return max(likeness(surest, one.words) for one in other.weights_of_sentences)


def _rank(one: Comparison, chosen: Sequence[Comparison]) -> tuple[bool, bool, float, int]:
    near = one.near
    tells = one.differs + near.by_words + (near.by_sentence + near.met + near.of_quote) / 2 + _adds(one, chosen)
    tells -= _FOR_TURN * near.turned_apart + _FOR_OTHER_READERS * one.to_others
    return near.is_sure, one.difference.tells, tells, -one.clause.record


def _is_beside(one: Comparison, shown: Comparison) -> bool:
    """Whether a comparison is of no use beside one that is shown."""
    return one.clause.platform == shown.clause.platform or _repeats(one, shown)


def _repeats(one: Comparison, other: Comparison) -> bool:
    """Whether two of one grade say the same in the same words, as sister companies do."""
    same_grade = one.clause.severity is other.clause.severity
    return same_grade and likeness(one.clause.weights.words, other.clause.weights.words) >= _SAME_WORDS


def _adds(one: Comparison, chosen: Sequence[Comparison]) -> float:
    """What a comparison adds to those that are shown; the first adds nothing."""
    if not chosen:
        return 0.0
    repeats = max(likeness(one.clause.weights.words, other.clause.weights.words) for other in chosen)
    new_grade = all(one.clause.severity is not other.clause.severity for other in chosen)
    as_before = any(one.difference.sentence == other.difference.sentence for other in chosen)
    return (
        _FOR_GRADE_NOT_SHOWN_YET * new_grade
        - _FOR_SAME_DIFFERENCE * as_before
        - _FOR_REPETITION * max(0.0, repeats - one.likeness)
    )
