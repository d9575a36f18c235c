"""Across platforms: a few of them side by side, and all of them as a matrix."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.catalogue import ClauseType, load_catalogue
from conductatlas.records.models import Platform
from conductatlas.site.presenters.matrix import SORTS, present_matrix
from conductatlas.site.presenters.side_by_side import FEWEST, MOST, present_side_by_side
from conductatlas.site.views.responses import NotFound, Unreadable, choice, page_number, respond

_LONGEST_NAME = 200


def side_by_side(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Two to four platforms side by side, for one clause type or for all."""
    platforms = _platforms(request.GET.getlist("platform"))
    clause_type = _clause_type(request.GET.get("clause_type", ""))
    page = present_side_by_side(platforms, clause_type)
    title = " and ".join(platform.name for platform in platforms) if len(platforms) >= FEWEST else "Side by side"
    return respond(
        request,
        "side_by_side.html",
        page,
        title=f"{page.clause_type.title}: {title}" if page.clause_type else title,
        as_json=as_json,
        types=[(one.title, load_catalogue().of_category(one.id)) for one in load_catalogue().categories],
        fields=[*(platform.name for platform in platforms), "", "", "", ""][:MOST],
    )


def matrix(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Platforms and clause types as a matrix."""
    catalogue = load_catalogue()
    wanted = choice(request, "category", [one.id for one in catalogue.categories])
    category = catalogue.category(wanted) if wanted else None
    page = present_matrix(category, choice(request, "sort", SORTS) or "severity", page_number(request), timezone.now())
    title = f"Matrix: {category.title}" if category else "Matrix of platforms and clause types"
    return respond(request, "matrix.html", page, title=title, as_json=as_json, sorts=SORTS)


def _platforms(named: list[str]) -> list[Platform]:
    """The platforms that an address names, by slug or by name, in its order and each once."""
    names = (name.replace("\0", "").strip() for name in named)
    wanted = list(dict.fromkeys(name for name in names if name))
    if len(wanted) > MOST:
        raise Unreadable(f"Two to four platforms can be set side by side, not {len(wanted)}: name fewer.")
    found: list[Platform] = []
    for name in wanted:
        platform = _platform(name[:_LONGEST_NAME])
        if platform not in found:
            found.append(platform)
    return found


def _platform(name: str) -> Platform:
    matching = Platform.objects.filter(Q(slug=name.lower()) | Q(name__iexact=name)).order_by("id").first()
    if matching is None:
        raise NotFound(f"No platform is recorded under “{name}”. The list of platforms names all that are.")
    return matching


def _clause_type(name: str) -> ClauseType | None:
    catalogue = load_catalogue()
    if name and name not in catalogue:
        raise NotFound(f"The catalogue has no clause type “{name[:_LONGEST_NAME]}”. Its index names all of them.")
    return catalogue[name] if name else None
