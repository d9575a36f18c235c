"""How near what is quoted of a clause is to what states the type in the one that it is set beside."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import pairwise

from conductatlas.comparison.clause import Clause
from conductatlas.comparison.excerpts import sentence_ends
from conductatlas.comparison.likeness import likeness, weigh
from conductatlas.comparison.same_effect import turned_apart
from conductatlas.comparison.subjects import told_of

# Of 110 pairs that were read, the 45 that were nearer were all to one effect; of the rest one in four was not. Of
# the 47 of which the pages would tell something in common, three were not.
_SURELY_NEAR = 0.46
# What is less near is shown only where something else says that the effect is the same: that the pages tell alike, or
# that all clauses of the type have one effect.
_LEAST_BY_WORDS, _LEAST_WHERE_MORE_IS_KNOWN = 0.38, 0.28
# A quotation that meets one sentence of several, or the tail of a long list, says nothing of what the others do. Of 189
# pairs that were read, 160 were to one effect; of the 136 that meet as much, or of which something is told, 126. Two
# clauses that are alike in no more than a part need more in common with all that states the type.
_LEAST_MET, _LEAST_BY_ALL_OF_PART = 0.25, 0.45
# Short clauses have few words in common however alike they are. Of 72 pairs that were read and less near than all that,
# 62 were to one effect where a sentence of the quotation is so like what stands for the clause, or the quotation meets
# so much of it and says so little else.
_LEAST_AT_HEART = 0.45
_LEAST_BY_ALL, _LEAST_BY_ALL_AND_MET = 0.33, 0.72
# Two clauses that are alike in no more than a part, and of which nothing is told, may be on other things with the rest.
# Of 100 pairs that were read 15 have a quotation that is less like all words of the clause, or has less of them: eleven
# of these were not surely to one effect, and eight of the others.
_LEAST_BY_WHOLE, _LEAST_OF_WHOLE = 0.26, 0.18
# A quotation beside a finding that is not sure, of which nothing is told, says little else. Of 526 pairs that were
# judged strictly, 49 were not surely to one effect; of the 48 beside such a finding that have less in the clause, 15.
_LEAST_OF_QUOTE = 0.42
# What is not sure is shown only where few words that turn an effect round stand in one sentence alone.
_MOST_TURNED_APART = 2
# An item of a list, or a clause of a type that holds many things, is met by another thing of the kind sooner.
_LEAST_MET_OF_MANY = 0.6
_OF_MANY_THINGS = frozenset(("prohibited-conduct", "personal-data-collected", "data-processing-terms"))
# Of these types, too, a quotation that is mostly on other things meets a clause in one limb alone. Of 125 pairs that
# were read, and of which nothing is told, 26 were not surely to one effect: 18 of the 42 whose quotation has less in
# the clause and is less like all that states the type, and eight of the 83 others.
_OF_MANY_LIMBS = _OF_MANY_THINGS | frozenset(
    (
        *("cookies-and-trackers", "aggregated-data-use", "location-tracking", "incorporated-terms"),
        *("general-provisions", "fees-and-billing", "legal-basis"),
    )
)
_LEAST_OF_QUOTE_OF_MANY, _LEAST_BY_ALL_OF_MANY = 0.5, 0.55
_ITEM = re.compile(r"\s*(?:[*•·+-]\s|\(?[a-z]{1,4}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a quotation is to what states the type of a clause, each from 0 to 1.

    `by_all` is its likeness to all that does, `by_words` that or the one to what surest does, whichever is greater, and
    `met` how much of all that does stands in it. `told_alike`: whether the pages of both would tell the same of
    what states the type. `turned_apart`: how many words that turn an effect round only one has of the sentences that
    are nearest to each other, and `by_sentence` how alike these are. `is_heart`: whether the one of the clause, which
    surest states the type, stands for the clause. `of_quote`: how much of the quotation stands anywhere in the clause.
    `of_many`: whether clauses of the type hold many things, of which two may share one alone.
    """

    by_words: float
    told_alike: bool
    by_all: float = 0.0
    met: float = 0.0
    turned_apart: int = 0
    by_sentence: float = 0.0
    is_heart: bool = False
    by_whole: float = 0.0
    of_whole: float = 0.0
    of_quote: float = 0.0
    of_many: bool = False

    @property
    def meets_heart(self) -> bool:
        """Whether a sentence of the quotation says what stands for the clause."""
        return self.is_heart and self.by_sentence >= _LEAST_AT_HEART

    @property
    def meets_most(self) -> bool:
        """Whether the quotation meets most of what states the type, and says little else."""
        return self.by_all >= _LEAST_BY_ALL and self.by_all + self.met >= _LEAST_BY_ALL_AND_MET

    @property
    def is_sure(self) -> bool:
        """Whether the quotation is surely to the effect of the clause."""
        return self.by_words >= (_LEAST_WHERE_MORE_IS_KNOWN if self.told_alike else _SURELY_NEAR)

    @property
    def says_little_else(self) -> bool:
        """Whether much of the quotation stands in the clause."""
        return self.of_quote >= _LEAST_OF_QUOTE

    def is_enough(self, *, of_one_effect: bool) -> bool:
        """Whether it may be shown at all; `of_one_effect`: whether all clauses of the type have one effect."""
        least = _LEAST_WHERE_MORE_IS_KNOWN if of_one_effect else _LEAST_BY_WORDS
        may_be = self.by_words >= least or self.meets_heart or self.meets_most
        return self.is_sure or (may_be and self.turned_apart <= _MOST_TURNED_APART)

    def meets_enough(self, *, by_part: bool) -> bool:
        """Whether the quotation meets more than a lesser limb; `by_part`: whether the two are alike in a part alone."""
        if by_part and not (self.by_whole >= _LEAST_BY_WHOLE and self.of_whole >= _LEAST_OF_WHOLE):
            return False
        if self.of_many and not (self.of_quote >= _LEAST_OF_QUOTE_OF_MANY or self.by_all >= _LEAST_BY_ALL_OF_MANY):
            return False
        of_all = self.met >= _LEAST_MET and (not by_part or self.by_all >= _LEAST_BY_ALL_OF_PART)
        return of_all or self.meets_heart or self.meets_most


def nearness(clause_type: str, clause: Clause, quote: str) -> Nearness:
    """How near a quotation from another clause of a type is to what states the type in a clause.

    That is all of its words which state the type, or those that surest do, whichever the quotation is nearer to.
    """
    words, ours_of_type = weigh(quote).words, clause.weights_of_type.words
    by_all = likeness(ours_of_type, words)
    met, whole = _share(ours_of_type, words), clause.weights.words
    ours, theirs = told_of(clause_type, clause.text, clause.spans), told_of(clause_type, quote, ((0, len(quote)),))
    said = nearest_sentence(clause, quote)
    turned = turned_apart(clause.surest_text, said)
    surest = clause.weights_of_surest.words
    # A line that only leads into a list is like every other one.
    leads = _leads_into_list(clause.surest_text)
    by_words = by_all if leads else max(by_all, likeness(surest, words))
    by_sentence = 0.0 if _leads_into_list(said) else likeness(surest, weigh(said).words)
    return Nearness(
        by_words,
        told_alike=bool(ours & theirs),
        by_all=by_all,
        met=met,
        turned_apart=turned,
        by_sentence=by_sentence,
        is_heart=_is_heart(clause_type, clause, met),
        by_whole=likeness(whole, words),
        of_whole=_share(whole, words),
        of_quote=_share(words, whole),
        of_many=clause_type in _OF_MANY_LIMBS,
    )


def _share(words: Mapping[str, float], found: Container[str]) -> float:
    """How much of some weighed words is found, from 0 to 1."""
    return sum(weight for stem, weight in words.items() if stem in found) / (sum(words.values()) or 1.0)


def _is_heart(clause_type: str, clause: Clause, met: float) -> bool:
    """Whether what surest states the type stands for a clause of whose stating words so much is met.

    Much of them is met with it; no line that only leads into a list stands for a clause.
    """
    said = clause.surest_text
    is_one_of_many = clause_type in _OF_MANY_THINGS or _ITEM.match(said) is not None
    least_met = _LEAST_MET_OF_MANY if is_one_of_many else _LEAST_MET
    return met >= least_met and not _leads_into_list(said)


def _leads_into_list(said: str) -> bool:
    return said.rstrip(" \n*_").endswith(":")


def nearest_part(clause: Clause, other: Clause) -> tuple[int, int]:
    """The slice of another clause that is most like what surest states the type in a clause, of those that state it."""
    surest = clause.weights_of_surest.words
    return max(other.spans, key=lambda one: likeness(surest, other.weights_of_spans[one].words))


def nearest_sentence(clause: Clause, quote: str) -> str:
    """The sentence of a quotation from another clause that is most like what surest states the type in a clause."""
    surest = clause.weights_of_surest.words
    sentences = (quote[start:end] for start, end in pairwise((0, *sentence_ends(quote))))
    return max(sentences, key=lambda one: likeness(surest, weigh(one).words))
