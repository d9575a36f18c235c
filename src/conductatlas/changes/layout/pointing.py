"""Documents that a text refers its readers to for a subject: what they say of it, the text still says through them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.reading import Document, visible_text

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
# A link to another page, by what it shows and its address.
_LINK = re.compile(r"\[(?P<shown>[^\[\]]+)\]\((?P<address>[^()\s#]+)\)")
_NOTICE = re.compile(r"\b(?:notice|statement|disclosures?|policy|addendum|supplement)\b", re.IGNORECASE)
# For whom a notice of its own is, and which words name these people.
_STATES = r"\bCalifornia|\bCCPA\b|\bCPRA\b|\bNevada|\bVirginia|\bColorado|\bConnecticut|\bUtah\b"
_PEOPLE = {
    re.compile(one): re.compile(other)
    for one, other in (
        (r"\bEEA|\bEU\b|\bEurope|\bGDPR\b", r"\bEEA\b|\bEU\b|\bEurope|\bGDPR\b|\bUK\b|\bSwiss\b|\bSwitzerland"),
        (r"\bU\.?S\.? States?\b|\bState Privacy\b", _STATES),
        (r"\bCalifornia|\bCCPA\b", r"\bCalifornia|\bCCPA\b|\bCPRA\b"),
    )
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


def refers_its_people(document: Document, block: int, quote: str, other: Document) -> bool:
    """Whether another version sends the people whom a passage is for to a notice of their own, and this one did not.

    They are named in the passage, or in a heading over it.
    """
    stood = {part.casefold() for one in _links(document) for part in one}
    above = [document.visible[one] for one in document.headings_above(block)]
    said = "\n".join([visible_text(quote), *above])
    return any(
        theirs.search(shown) and named.search(said)
        for shown, address in _links(other)
        if _NOTICE.search(shown) and stood.isdisjoint((shown.casefold(), address.casefold()))
        for theirs, named in _PEOPLE.items()
    )


def _links(document: Document) -> Iterator[tuple[str, str]]:
    for found in _LINK.finditer(document.text):
        yield visible_text(found["shown"]).strip(" ."), found["address"]
