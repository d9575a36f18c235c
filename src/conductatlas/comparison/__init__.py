"""Comparison: how the platforms stand to each other in what they state."""

from conductatlas.comparison.choosing import LEAST_CONFIDENCE, METHOD, Comparison, Comparisons, choose
from conductatlas.comparison.clause import Clause, needs_line_above, only_defines
from conductatlas.comparison.differences import Difference, difference
from conductatlas.comparison.excerpts import Excerpt, excerpt, list_goes_on
from conductatlas.comparison.likeness import likeness, rarity, weigh
from conductatlas.comparison.prevalence import prevalence
from conductatlas.comparison.showing import shown_part

__all__ = [
    "LEAST_CONFIDENCE",
    "METHOD",
    "Clause",
    "Comparison",
    "Comparisons",
    "Difference",
    "Excerpt",
    "choose",
    "difference",
    "excerpt",
    "likeness",
    "list_goes_on",
    "needs_line_above",
    "only_defines",
    "prevalence",
    "rarity",
    "shown_part",
    "weigh",
]
