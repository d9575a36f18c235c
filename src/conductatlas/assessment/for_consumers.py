"""What is told of a clause in a document for consumers alone: nothing of what only an organisation has or does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from conductatlas.assessment.composing import CHECKS, Assessment, InGeneral

# What only an organisation has or does.
_OF_AN_ORGANISATION = re.compile(
    r"\b(?:we|us|our)\b|\bnegotiat|\binsur(?:ers?|ance)\b|\borgani[sz]ation|\bstaff\b|\bemployees?\b|\bworkspace"
    r"|\bprocure|\bsupplier review\b|\bbusiness (?:accounts?|users?|data)\b|\badd an? [\w-]+ clause\b",
    re.IGNORECASE,
)


def without_organisations(assessment: Assessment) -> Assessment:
    """An assessment that asks and advises nothing, of the clause or of its type, that only an organisation could."""
    kept = replace(assessment, **_left(assessment))
    return replace(kept, in_general=replace(kept.in_general, **_left(kept.in_general)))


def _left(told: Assessment | InGeneral) -> dict[str, Any]:
    return {name: tuple(one for one in getattr(told, name) if not _OF_AN_ORGANISATION.search(one)) for name in CHECKS}
