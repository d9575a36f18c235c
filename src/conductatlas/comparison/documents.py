"""In documents of which kinds two clauses stand, as far as that gives the same words another effect."""

from __future__ import annotations

from conductatlas.catalogue import DATA_CONTRACTS, FOR_ADVERTISERS, FOR_BUSINESSES, ON_PRIVACY, without_language

# A notice on privacy, or a change of one, binds nobody who goes on using a service, as a contract may.
_ON_CHANGES = frozenset(("unilateral-terms-change", "terms-change-notice", "acceptance-by-use"))


def is_data_contract(terms_type: str) -> bool:
    """Whether a document of a type of terms is a contract on the data that one company has another process."""
    return without_language(terms_type) in DATA_CONTRACTS


def speak_to_one_reader(terms_type: str, other: str) -> bool:
    """Whether documents of two types of terms are for the same readers; so are all whose type is not known."""
    kinds = without_language(terms_type), without_language(other)
    return not all(kinds) or not any(
        # All other documents speak to whoever uses a service.
        (kinds[0] in some) is not (kinds[1] in some)
        for some in (DATA_CONTRACTS, FOR_BUSINESSES, FOR_ADVERTISERS)
    )


def may_have_one_effect(clause_type: str, terms_type: str, other: str) -> bool:
    """Whether clauses of a type may have the same effect in documents of two types of terms."""
    kinds = without_language(terms_type), without_language(other)
    on_privacy = [kind in ON_PRIVACY for kind in kinds]
    # What a company owes another one is no promise to people.
    if any(on_privacy) and any(kind in DATA_CONTRACTS for kind in kinds):
        return False
    return clause_type not in _ON_CHANGES or not all(kinds) or on_privacy[0] is on_privacy[1]
