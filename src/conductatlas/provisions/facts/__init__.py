"""Facts: typed, unit-normalised values with their places, read from a passage."""

from conductatlas.provisions.facts.fact import Fact, values_by_kind
from conductatlas.provisions.facts.finding import find_facts, find_limits, find_stated_dates, named_values
from conductatlas.provisions.facts.givers import giver_of_notice
from conductatlas.provisions.facts.scope import OTHERS, scopes_beside

__all__ = [
    "OTHERS",
    "Fact",
    "find_facts",
    "find_limits",
    "find_stated_dates",
    "giver_of_notice",
    "named_values",
    "scopes_beside",
    "values_by_kind",
]
