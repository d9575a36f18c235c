"""Facts: typed, unit-normalised values with their places, read from a passage."""

from conductatlas.provisions.facts.costs import ARBITRATION_COSTS, fares_with_costs, find_costs
from conductatlas.provisions.facts.fact import Fact, values_by_kind
from conductatlas.provisions.facts.finding import (
    find_facts,
    find_figures,
    find_laws,
    find_limits,
    find_stated_dates,
    named_values,
)
from conductatlas.provisions.facts.licence import TO_OTHERS, TO_PROVIDER, TO_USER, grantee
from conductatlas.provisions.facts.qualifiers import (
    FOR_ALL_CLAIMS,
    FOR_SOME_CHANGES,
    is_for_all_claims,
    is_least_notice,
    is_notice_to_user,
    limits_of_notice,
    qualifier,
    yields_to_the_law,
)
from conductatlas.provisions.facts.scope import OTHERS, named_beside, people_said, scopes_beside
from conductatlas.provisions.facts.telling import FIGURES, sentence_slice, told_by_themselves

__all__ = [
    "ARBITRATION_COSTS",
    "FIGURES",
    "FOR_ALL_CLAIMS",
    "FOR_SOME_CHANGES",
    "OTHERS",
    "TO_OTHERS",
    "TO_PROVIDER",
    "TO_USER",
    "Fact",
    "fares_with_costs",
    "find_costs",
    "find_facts",
    "find_figures",
    "find_laws",
    "find_limits",
    "find_stated_dates",
    "grantee",
    "is_for_all_claims",
    "is_least_notice",
    "is_notice_to_user",
    "limits_of_notice",
    "named_beside",
    "named_values",
    "people_said",
    "qualifier",
    "scopes_beside",
    "sentence_slice",
    "told_by_themselves",
    "values_by_kind",
    "yields_to_the_law",
]
