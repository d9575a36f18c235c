"""Facts: typed, unit-normalised values with their places, read from a passage."""

from conductatlas.provisions.facts.fact import Fact, values_by_kind
from conductatlas.provisions.facts.finding import find_facts, find_limits, find_stated_dates, named_values

__all__ = ["Fact", "find_facts", "find_limits", "find_stated_dates", "named_values", "values_by_kind"]
