"""What ConductAtlas is not: said in one place, for all pages and for whatever is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.assessment import NO_ADVICE
from conductatlas.catalogue import group_of
from conductatlas.english import series


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """What it does not do, whom it does not belong to, and what depends on where the reader is."""

    advice: str
    affiliation: str
    jurisdiction: str


def disclaimer(platform: str = "", company: str = "") -> Disclaimer:
    """The disclaimer for a record about a platform, or for a page about none in particular.

    `company` is the one that acts in the document of the record, by its own words.
    """
    named = series(_names(platform, company), "or") if platform else "any platform that it names"
    return Disclaimer(
        advice=NO_ADVICE,
        affiliation=f"It is not affiliated with, endorsed by or paid by {named}.",
        jurisdiction="Which law applies, and which rights it gives you whatever a document says, depends on where you "
        "live and on the circumstances.",
    )


def _names(platform: str, company: str) -> list[str]:
    """A platform, its company where that has another name, and the one whose name its group has, where that is another.

    The document's own company comes first; where it names none, a product has that of its group.
    """
    group = group_of(platform)
    if not company or company == platform:
        company = platform if group is None or group.is_company(platform) else group.company
    of_group = []
    if group and not any(one.startswith(group.company) for one in (platform, company)):
        of_group = [f"companies of its group, such as {group.company}"]
    if company == platform:
        return [platform, *of_group]
    return [platform, f"its company{'' if of_group else ','} {company}", *of_group]
