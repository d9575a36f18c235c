"""Which kinds of documents there are, by what Open Terms Archive calls their types of terms."""

from __future__ import annotations

DATA_CONTRACTS = frozenset(("Data Processor Agreement", "Data Controller Agreement"))
FOR_ADVERTISERS = frozenset(("Advertising Content Policy", "Content Monetisation Policy"))
FOR_BUSINESSES = frozenset(
    (
        *("Commercial Terms", "Developer Terms", "Marketplace Sellers Conditions", "Platform to Business Notice"),
        *("Premium Partner Conditions", "Service Level Agreement"),
    )
)
ON_PRIVACY = frozenset(("Privacy Policy", "Business Privacy Policy", "Trackers Policy", "User Consent Policy"))


def without_language(terms_type: str) -> str:
    """A type of terms without its language: 'Privacy Policy (German)'."""
    return terms_type.partition(" (")[0]
