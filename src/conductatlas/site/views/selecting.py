"""What the query of an address chooses; what it names that is not known does not apply."""

from __future__ import annotations

from django.http import HttpRequest

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import Direction, Platform, Verdict
from conductatlas.site.presenters.change_filters import KINDS, Wanted
from conductatlas.site.presenters.links import GRADES
from conductatlas.site.presenters.search import Search
from conductatlas.site.views.responses import choice

_ALL = "all"
_LONGEST_QUERY = 300


def wanted_changes(request: HttpRequest) -> tuple[Wanted, str]:
    """The changes that are looked for, substantive ones where nothing is said; and the name of their platform."""
    catalogue = load_catalogue()
    verdict = choice(request, "verdict", [*Verdict.values, _ALL]) or Verdict.SUBSTANTIVE.value
    slug = request.GET.get("platform", "").replace("\0", "")
    name = Platform.objects.filter(slug=slug).values_list("name", flat=True).first() if slug else None
    wanted = Wanted(
        verdict="" if verdict == _ALL else verdict,
        severity=choice(request, "severity", GRADES),
        platform=slug if name else "",
        category=choice(request, "category", [one.id for one in catalogue.categories]),
        clause_type=choice(request, "clause_type", [one.id for one in catalogue]),
        kind=choice(request, "kind", [value for value, _ in KINDS]),
        direction=_direction(request),
    )
    return wanted, name or ""


def _direction(request: HttpRequest) -> str:
    """Whom changes favour that are looked for; addresses of old call those neutral of which that was not judged."""
    old = request.GET.get("direction") == "neutral"
    return Direction.UNJUDGED.value if old else choice(request, "direction", Direction.values)


def wanted_search(request: HttpRequest) -> Search:
    """The words that are looked for, and within what."""
    return Search(
        query=request.GET.get("q", "")[:_LONGEST_QUERY].strip(),
        clause_type=choice(request, "type", [one.id for one in load_catalogue()]),
        severity=choice(request, "severity", GRADES),
        standing=request.GET.get("standing") == "1",
    )
