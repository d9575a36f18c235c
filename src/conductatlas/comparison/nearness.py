"""How near what is quoted of a clause is to what states the type in the one that it is set beside."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a quotation is to what states the type of a clause, each from 0 to 1.

    `by_all` is its likeness to all that does, `by_words` that or the one to what surest does, whichever is greater, and
    `met` how much of all that does stands in it. `told_alike`: whether the pages of both would tell the same of
    what states the type. `turned_apart`: how many words that turn an effect round only one has of the sentences that
    are nearest to each other.
    """

    by_words: float
    told_alike: bool
    by_all: float = 0.0
    met: float = 0.0
    turned_apart: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether the quotation is surely to the effect of the clause."""
        return self.by_words >= (_LEAST_WHERE_MORE_IS_KNOWN if self.told_alike else _SURELY_NEAR)

    def is_enough(self, *, of_one_effect: bool) -> bool:
        """Whether it may be shown at all; `of_one_effect`: whether all clauses of the type have one effect."""
        return self.is_sure or self.by_words >= (_LEAST_WHERE_MORE_IS_KNOWN if of_one_effect else _LEAST_BY_WORDS)

    def meets_enough(self, *, by_part: bool) -> bool:
        """Whether the quotation meets more than a lesser limb; `by_part`: whether the two are alike in a part alone."""
        return self.met >= _LEAST_MET and (not by_part or self.by_all >= _LEAST_BY_ALL_OF_PART)


def nearness(clause_type: str, clause: Clause, quote: str) -> Nearness:
    """How near a quotation from another clause of a type is to what states the type in a clause.

    That is all of its words which state the type, or those that surest do, whichever the quotation is nearer to.
    """
    words, ours_of_type = weigh(quote).words, clause.weights_of_type.words
    by_all = likeness(ours_of_type, words)
    met = sum(weight for stem, weight in ours_of_type.items() if stem in words) / (sum(ours_of_type.values()) or 1.0)
    ours, theirs = told_of(clause_type, clause.text, clause.spans), told_of(clause_type, quote, ((0, len(quote)),))
    turned = turned_apart(clause.text[slice(*clause.surest_span)], _nearest_sentence(clause, quote))
    by_words = max(by_all, likeness(clause.weights_of_surest.words, words))
    return Nearness(by_words, bool(ours & theirs), by_all, met, turned)


def _nearest_sentence(clause: Clause, quote: str) -> str:
    """The sentence of a quotation that is most like what surest states the type in a clause."""
    surest = clause.weights_of_surest.words
    sentences = (quote[start:end] for start, end in pairwise((0, *sentence_ends(quote))))
    return max(sentences, key=lambda one: likeness(surest, weigh(one).words))
