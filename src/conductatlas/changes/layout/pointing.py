"""Documents that a text refers its readers to for a subject: what they say of it, the text still says through them."""

from __future__ import annotations

import re

from conductatlas.reading import Document

_TEXTS = r"\b(?:terms|conditions|provisions?|agreement|polic(?:y|ies)|guidelines|rules|standards?|statement|page)\b"
# What makes another document count, or says that something stands there now.
_COUNTS = re.compile(
    r"\b(?:we(?:['’]ve| have)?|was|were|been) (?:also |now )?(?:moved|relocated|split)\b"
    r"|\b(?:stand-?alone|separate|dedicated) (?:page|document|policy|agreement)\b"
    r"|\bincorporated\b[^.;]{0,60}\bby (?:this )?reference\b|\bincorporat\w+ by reference\b"
    rf"|\bsubject to (?!th(?:is|ese)\b|our\b|your\b|applicable\b)[^.]{{0,160}}{_TEXTS}"
    rf"|\b(?:see|refer to|read|consult)\b[^.]{{0,30}}\bour\b[^.]{{0,60}}{_TEXTS}",
    re.IGNORECASE,
)
_DISPUTES = r"\bdisput|\barbitrat|\bgoverning law|\bjurisdiction|\bvenue\b"
_PAYMENT = r"\bfees?\b|\bbilling|\bpayment|\bpaid\b|\bpurchas|\bpremium|\bsubscri|\bprices?\b|\brefund"
_CONDUCT = r"\bguidelines|\bacceptable use|\bconduct\b|\bcommunity (?:rules|standards)|\busage polic"
# In characters: so far from those words the subject may be named.
_NEAR = 120
# What the documents are about that may state a type.
_SUBJECTS = {
    **dict.fromkeys(
        (
            *("arbitration-opt-out", "claim-time-limit", "class-action-waiver", "governing-law", "jurisdiction-venue"),
            *("informal-dispute-first", "jury-trial-waiver", "mandatory-arbitration"),
        ),
        _DISPUTES,
    ),
    **dict.fromkeys(
        (
            *("auto-renewal", "cancellation-terms", "fees-and-billing", "free-trial-conversion", "no-refund"),
            *("payment-authorisation", "price-change", "refund-right", "taxes-responsibility"),
        ),
        _PAYMENT,
    ),
    **dict.fromkeys(
        (
            *("prohibited-conduct", "scraping-reverse-engineering-ban", "content-removal", "moderation-appeal"),
            *("ai-competing-model-restriction", "ai-use-disclosure-duty", "criticism-benchmark-ban"),
        ),
        _CONDUCT,
    ),
    **dict.fromkeys(("breach-notification", "security-measures"), r"\bsecurity\b"),
    "childrens-data": r"\b(?:child|minor|kids?)",
    "copyright-takedown": r"\bcopyright|\bdmca\b",
    "export-sanctions": r"\bexport|\bsanction",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SUBJECTS.items()}


def refers_for(clause_type: str, document: Document) -> bool:
    """Whether a text makes another document count for what a type is about, or says that it stands there."""
    subject = _COMPILED.get(clause_type)
    return subject is not None and any(
        subject.search(visible, max(0, found.start() - _NEAR), found.end() + _NEAR)
        for visible in document.visible
        for found in _COUNTS.finditer(visible)
    )
