"""In documents of which kinds two clauses stand, as far as that gives the same words another effect."""

from __future__ import annotations

# By what Open Terms Archive calls the type of terms; all but these speak to whoever uses a service.
_DATA_CONTRACTS = frozenset(("Data Processor Agreement", "Data Controller Agreement"))
_FOR_BUSINESSES = frozenset(
    (
        *("Commercial Terms", "Developer Terms", "Marketplace Sellers Conditions", "Platform to Business Notice"),
        *("Premium Partner Conditions", "Service Level Agreement"),
    )
)
_FOR_ADVERTISERS = frozenset(("Advertising Content Policy", "Content Monetisation Policy"))
_ON_PRIVACY = frozenset(("Privacy Policy", "Business Privacy Policy", "Trackers Policy", "User Consent Policy"))
# A notice on privacy that changes binds nobody who goes on using a service, as a contract may.
_ON_CHANGES = frozenset(("unilateral-terms-change", "terms-change-notice"))


def is_data_contract(terms_type: str) -> bool:
    """Whether a document of a type of terms is a contract on the data that one company has another process."""
    return _kind(terms_type) in _DATA_CONTRACTS


def speak_to_one_reader(terms_type: str, other: str) -> bool:
    """Whether documents of two types of terms are for the same readers; so are all whose type is not known."""
    kinds = _kind(terms_type), _kind(other)
    return not all(kinds) or not any(
        (kinds[0] in some) is not (kinds[1] in some) for some in (_DATA_CONTRACTS, _FOR_BUSINESSES, _FOR_ADVERTISERS)
    )


def may_have_one_effect(clause_type: str, terms_type: str, other: str) -> bool:
    """Whether clauses of a type may have the same effect in documents of two types of terms."""
    kinds = _kind(terms_type), _kind(other)
    on_privacy = [kind in _ON_PRIVACY for kind in kinds]
    # What a company owes another one is no promise to people.
    if any(on_privacy) and any(kind in _DATA_CONTRACTS for kind in kinds):
        return False
    return clause_type not in _ON_CHANGES or not all(kinds) or on_privacy[0] is on_privacy[1]


def _kind(terms_type: str) -> str:
    """A type of terms without its language: 'Privacy Policy (German)'."""
    return terms_type.partition(" (")[0]
