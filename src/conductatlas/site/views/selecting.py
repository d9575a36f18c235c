"""What the query of an address chooses; what it names that is not known is said to be so."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from conductatlas.catalogue import ClauseType, load_catalogue
from conductatlas.records.models import Direction, Platform, Verdict
from conductatlas.site.presenters.change_filters import KINDS, Wanted
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.platform_names import platform_named
from conductatlas.site.presenters.search import Search
from conductatlas.site.views.platforms import LONGEST_NAME, no_platform
from conductatlas.site.views.responses import Lead, NotFound, Unreadable, choice, read_day

_ALL = "all"
_LONGEST_QUERY = 300
_INDEX = (Lead("Clause types", "/clause-types"),)


def wanted_changes(request: HttpRequest) -> tuple[Wanted, str]:
    """The changes that are looked for, substantive ones where nothing is said; and the name of their platform."""
    catalogue = load_catalogue()
    verdict = choice(request, "verdict", [*Verdict.values, _ALL]) or Verdict.SUBSTANTIVE.value
    platform = wanted_platform(request)
    wanted = Wanted(
        verdict="" if verdict == _ALL else verdict,
        severity=choice(request, "severity", GRADES),
        platform=platform.slug if platform else "",
        category=choice(request, "category", [one.id for one in catalogue.categories]),
        clause_type=wanted_clause_type(request),
        kind=choice(request, "kind", [value for value, _ in KINDS]),
        direction=_direction(request),
        since=_day(request, "from"),
        until=_day(request, "to"),
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise Unreadable(f"No day is both from {wanted.since} on and not after {wanted.until}: exchange the two.")
    return wanted, platform.name if platform else ""


def _day(request: HttpRequest, name: str) -> date | None:
    text = request.GET.get(name, "")
    return read_day(text) if text else None


def wanted_platform(request: HttpRequest) -> Platform | None:
    """The platform that the query names by its slug or a name that people use, if any; NotFound where there is none."""
    name = request.GET.get("platform", "").replace("\0", "").strip()
    if not name:
        return None
    found = platform_named(name[:LONGEST_NAME]).platform
    if found is None:
        raise no_platform(name)
    return found


def wanted_clause_type(request: HttpRequest, name: str = "clause_type") -> str:
    """The id of the clause type that the query names; empty where it names none, NotFound where there is none."""
    wanted = request.GET.get(name, "").replace("\0", "").strip()
    return find_clause_type(wanted).id if wanted else ""


def find_clause_type(name: str) -> ClauseType:
    """The clause type with an id; NotFound where there is none."""
    catalogue = load_catalogue()
    if name not in catalogue:
        raise NotFound(f"The catalogue has no clause type “{name[:LONGEST_NAME]}”. Its index names them all.", _INDEX)
    return catalogue[name]


def _direction(request: HttpRequest) -> str:
    """Whom changes favour that are looked for; addresses of old call those neutral of which that was not judged."""
    old = request.GET.get("direction") == "neutral"
    return Direction.UNJUDGED.value if old else choice(request, "direction", Direction.values)


def wanted_search(request: HttpRequest) -> Search:
    """The words that are looked for, and within what."""
    platform = wanted_platform(request)
    return Search(
        query=request.GET.get("q", "")[:_LONGEST_QUERY].strip(),
        clause_type=wanted_clause_type(request, "type"),
        severity=choice(request, "severity", GRADES),
        platform=platform.slug if platform else "",
        standing=request.GET.get("standing") == "1",
    )
