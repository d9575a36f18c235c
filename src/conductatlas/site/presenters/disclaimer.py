"""What ConductAtlas is not: said in one place, for all pages and for whatever is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.assessment import NO_ADVICE
from conductatlas.catalogue import Group, group_of


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """What it does not do, whom it does not belong to, and what depends on where the reader is."""

    advice: str
    affiliation: str
    jurisdiction: str


def disclaimer(platform: str = "") -> Disclaimer:
    """The disclaimer for a record about a platform, or for a page about none in particular."""
    named = f"{platform}{_its_company(platform)}" if platform else "any platform that it names"
    return Disclaimer(
        advice=NO_ADVICE,
        affiliation=f"It is not affiliated with, endorsed by or paid by {named}.",
        jurisdiction="Which law applies, and which rights it gives you whatever a document says, depends on where you "
        "live and on the circumstances.",
    )


def _its_company(platform: str) -> str:
    """The company of a platform that is a product, or one of the group of a platform that is a company itself."""
    group = group_of(platform)
    if group is None or platform.startswith(group.company):
        return ""
    is_company = Group(group.companies).has(platform)
    return f" or {'companies of its group, such as' if is_company else 'its company,'} {group.company}"
