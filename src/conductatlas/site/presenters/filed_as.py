"""Whether the words of a clause call its document by another name than that under which the collection filed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from conductatlas.catalogue import without_language

# How a document speaks of itself, by the types of terms that Open Terms Archive has.
_CALLS_ITSELF: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?i:this|these|the present) (?P<name>{name})\b")
    for kind, name in {
        "Privacy Policy": "Privacy (?:Policy|Notice|Statement)",
        "Trackers Policy": "Cookies? (?:Policy|Notice)",
        "Terms of Service": "Terms (?:of (?:Service|Use)|and Conditions)",
        "Data Processor Agreement": "Data[- ]Processing (?:Agreement|Addendum)",
    }.items()
}


def named_otherwise(passage: str, filed_as: str, also_filed_as: Iterable[str]) -> str:
    """What the words of a passage call their document, where that is of another kind than it is filed as; else empty.

    Only of a text that is also on record as that other kind, `also_filed_as`: elsewhere the words may mean another one.
    """
    filed, others = without_language(filed_as), frozenset(map(without_language, also_filed_as))
    if filed not in _CALLS_ITSELF or _CALLS_ITSELF[filed].search(passage):
        return ""
    found = (itself.search(passage) for kind, itself in _CALLS_ITSELF.items() if kind != filed and kind in others)
    return next((one["name"] for one in found if one), "")
