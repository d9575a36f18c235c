"""Facts: typed, unit-normalised values with their places, read from a passage."""

from conductatlas.provisions.facts.fact import Fact, values_by_kind
from conductatlas.provisions.facts.finding import find_facts

__all__ = ["Fact", "find_facts", "values_by_kind"]
