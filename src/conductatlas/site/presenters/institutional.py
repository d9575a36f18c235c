"""What the register of laws says of a provision, as its page shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from conductatlas.assessment import Institutional, institutional
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_laws
from conductatlas.reading import visible_text
from conductatlas.records.models import Provision, Section
from conductatlas.site.presenters.analysis import Analysis
from conductatlas.site.presenters.clause_facts import people_of_clause

# Documents that no consumer agrees to, by what Open Terms Archive calls their type of terms.
_BETWEEN_BUSINESSES = frozenset(
    (
        *("Business Privacy Policy", "Commercial Terms", "Data Controller Agreement", "Data Processor Agreement"),
        *("Developer Terms", "Marketplace Sellers Conditions", "Platform to Business Notice"),
        *("Premium Partner Conditions", "Service Level Agreement"),
    )
)
# What only businesses sign.
_OF_BUSINESSES = re.compile(r"\b(?:order\s?forms?|purchase orders?|statements? of work)\b", re.IGNORECASE)
# Terms that speak of their other side as a party of a contract, and never to a reader.
_TO_CUSTOMERS = re.compile(r"\b(?:Customer|Subscriber|Client)\b")
_TO_READERS = re.compile(r"\byour?s?\b", re.IGNORECASE)
# Those that sections are written for.
_MEMBER_STATES = (
    "Austria|Belgium|Denmark|Finland|France|Germany|Greece|Ireland|Italy|Netherlands|Poland|Portugal|Spain|Sweden"
)
# For whom a section is whose heading names a place or a law of it. Headings in capitals have US for 'us'.
_PLACES = tuple(
    (people, re.compile(rf"\b(?:{names})"))
    for people, names in (
        ("EEA residents", rf"(?i:European|Europe\b|EEA\b|{_MEMBER_STATES})|EU\b|(?<!UK )GDPR\b"),
        ("UK residents", r"(?i:United Kingdom)|UK\b"),
        ("Swiss residents", r"(?i:Switzerland|Swiss)"),
        ("California residents", r"(?i:California)|CCPA\b|CPRA\b"),
        ("Colorado residents", r"(?i:Colorado)"),
        ("residents of other US states", r"(?i:Connecticut|Nevada|Oregon|Texas|Utah|Virginia)"),
        ("US residents", r"(?i:United States)|U\.S\.|USA\b|US (?i:State|User|Resident|Consumer|Privacy)"),
        ("Brazilian residents", r"(?i:Brazil)|LGPD\b"),
        ("Canadian residents", r"(?i:Canad|Qu[eé]bec)|PIPEDA\b"),
        ("Australian residents", r"(?i:Australia)"),
        ("Indian residents", r"(?i:India\b|Indian\b)"),
        (
            "residents elsewhere",
            r"(?i:Korea|Japan|Singapore|Philippine|Mexic|New Zealand|Hong Kong|Taiwan|South Africa)",
        ),
    )
)
_ELSEWHERE = re.compile(r"\b(?:outside|other than|except|non-)\b", re.IGNORECASE)


def institutional_for(
    provision: Provision, words: str, analysis: Analysis, on: date, region: str
) -> Institutional | None:
    """The laws on a day that speak to a provision in these words, for one of REGIONS or, where that is empty, for all.

    The exposure is left out where a reviewer wrote of it; nothing is said where nothing is written of the provision.
    """
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue or analysis.assessment is None:
        return None
    known = catalogue[provision.clause_type]
    severity, stance = Severity(provision.severity), Stance(provision.stance)
    found = institutional(
        known,
        severity,
        stance,
        visible_text(words),
        load_laws(),
        on,
        region,
        platform=provision.document.platform.name,
        between_businesses=provision.document.terms_type in _BETWEEN_BUSINESSES or _between_businesses(words),
        applies_to=people_of_clause(known.id, words, provision.heading) | _people_under(provision.heading),
    )
    written = any(one.section == Section.EXPOSURE for one in analysis.written)
    return replace(found, exposure=None) if found and written else found


def _between_businesses(words: str) -> bool:
    """Whether a clause shows by its words that it is between businesses."""
    to_customers = _TO_CUSTOMERS.search(words) is not None and _TO_READERS.search(words) is None
    return to_customers or _OF_BUSINESSES.search(words) is not None


def _people_under(heading: str) -> frozenset[str]:
    """The people of the places that the heading of a section names; none where it says for whom the section is not."""
    if _ELSEWHERE.search(heading):
        return frozenset()
    return frozenset(people for people, names in _PLACES if names.search(heading))
