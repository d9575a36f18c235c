"""What ConductAtlas is not: said in one place, for all pages and for whatever is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.assessment import NO_ADVICE
from conductatlas.catalogue import company_of


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """What it does not do, whom it does not belong to, and what depends on where the reader is."""

    advice: str
    affiliation: str
    jurisdiction: str


def disclaimer(platform: str = "") -> Disclaimer:
    """The disclaimer for a record about a platform, or for a page about none in particular."""
    company = company_of(platform) if platform else ""
    of_company = f" or its company, {company}" if company != platform and not platform.startswith(company) else ""
    named = f"{platform}{of_company}" if platform else "any platform that it names"
    return Disclaimer(
        advice=NO_ADVICE,
        affiliation=f"It is not affiliated with, endorsed by or paid by {named}.",
        jurisdiction="Which law applies, and which rights it gives you whatever a document says, depends on where you "
        "live and on the circumstances.",
    )
