"""The places whose people a clause speaks to by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from conductatlas.assessment.addressees import people_of

# Those whom a clause turns to, each with the region of the register and what a sentence calls the place.
_PLACES = {
    "EEA residents": ("eu", "the European Union"),
    "UK residents": ("uk", "the United Kingdom"),
    "Swiss residents": ("", "Switzerland"),
    "US residents": ("us", "the United States"),
    "California residents": ("us", "California"),
    "Colorado residents": ("us", "Colorado"),
    "Brazilian residents": ("br", "Brazil"),
    "Canadian residents": ("ca", "Canada"),
    "Australian residents": ("au", "Australia"),
    "Indian residents": ("in", "India"),
}
_TURNS_TO = re.compile(
    r"\b(?:(?:if|where|when) you (?:are|live|reside)\b[^.;:,]{0,40}?\b(?:in|of)"
    r"|(?:residents|users|consumers|persons|individuals|people)(?: who)?(?: are)?(?: located| living| residing| live"
    r"| reside)? (?:in|of)) (?P<places>[^.;:,]{2,80}(?:, (?:or |and )?[A-Z][^.;:,]{2,40})*)",
    re.IGNORECASE,
)
# 'If Ostmark data protection law applies to the processing of your information'.
_UNDER_LAW_OF = re.compile(
    r"\b(?:if|where|when) (?P<places>[^.;:]{2,80}?) (?:data protection |privacy )?laws? appl(?:y|ies)\b", re.IGNORECASE
)


def people_turned_to(words: str) -> frozenset[str]:
    """The people of the places to whose people words turn by name, as `applies-to` facts name them."""
    found = (*_TURNS_TO.finditer(words), *_UNDER_LAW_OF.finditer(words))
    return frozenset().union(*(people_of(one["places"]) for one in found))


def places_named(words: str, applies_to: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The region and the name of each place whose people a clause turns to, or was found to limit itself to.

    The region is empty where the register has none.
    """
    named = people_turned_to(words)
    return (place for people, place in _PLACES.items() if people in named or people in applies_to)
