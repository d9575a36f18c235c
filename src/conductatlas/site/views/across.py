"""Across platforms: a few of them side by side, and all of them as a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.catalogue import load_catalogue
from conductatlas.site.presenters.matrix import SORTS, present_matrix
from conductatlas.site.presenters.platform_names import platform_named
from conductatlas.site.presenters.side_by_side import MOST, present_side_by_side
from conductatlas.site.views.platforms import LONGEST_NAME, no_platform
from conductatlas.site.views.responses import Lead, NotFound, Unreadable, choice, page_number, respond
from conductatlas.site.views.selecting import wanted_clause_type


def side_by_side(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Two to four platforms side by side, for one clause type or for all; else the form, with what is wrong."""
    asked = _asked(request)
    wanted = wanted_clause_type(request)
    clause_type = load_catalogue()[wanted] if wanted else None
    named = {name: platform_named(name[:LONGEST_NAME]) for name in asked[:MOST]}
    platforms = list(dict.fromkeys(one.platform for one in named.values() if one.platform))
    wrong = _too_many(asked) or [_unknown(wanted, asked, name) for name in asked if named[name].platform is None]
    if wrong and as_json:
        raise wrong[0].error
    page = present_side_by_side([] if wrong else platforms, clause_type)
    title = " and ".join(platform.name for platform in platforms) if page.platforms[1:] else "Side by side"
    fields = [one.platform.name if one.platform else name for name, one in named.items()]
    return respond(
        request,
        "side_by_side.html",
        page,
        title=f"{page.clause_type.title}: {title}" if page.clause_type else title,
        as_json=as_json,
        status=wrong[0].status if wrong else HTTPStatus.OK,
        types=[(one.title, load_catalogue().of_category(one.id)) for one in load_catalogue().categories],
        fields=[*fields, "", "", "", ""][:MOST],
        wrong=wrong,
        was_asked=bool(request.GET),
    )


def matrix(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Platforms and clause types as a matrix."""
    catalogue = load_catalogue()
    wanted = choice(request, "category", [one.id for one in catalogue.categories])
    category = catalogue.category(wanted) if wanted else None
    page = present_matrix(category, choice(request, "sort", SORTS) or "severity", page_number(request), timezone.now())
    title = f"Matrix: {category.title}" if category else "Matrix of platforms and clause types"
    return respond(request, "matrix.html", page, title=title, as_json=as_json, sorts=SORTS)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What keeps platforms from being set side by side, and addresses that perhaps were meant."""

    error: NotFound | Unreadable
    status: HTTPStatus


def _asked(request: HttpRequest) -> list[str]:
    """The names of platforms in an address, in its order and each once."""
    names = (name.replace("\0", "").strip() for name in request.GET.getlist("platform"))
    return list(dict.fromkeys(name for name in names if name))


def _too_many(asked: list[str]) -> list[_Wrong]:
    if len(asked) <= MOST:
        return []
    message = f"Two to four platforms can be set side by side, not {len(asked)}: name fewer."
    return [_Wrong(Unreadable(message), HTTPStatus.BAD_REQUEST)]


def _unknown(clause_type: str, asked: list[str], name: str) -> _Wrong:
    """That no platform has a name, with the same comparison of those that are meant perhaps."""
    error = no_platform(name)
    others = [("clause_type", clause_type)] if clause_type else []
    leads = []
    for lead in error.leads:
        query = [*others, *(("platform", lead.title if one == name else one) for one in asked)]
        leads.append(Lead(lead.title, f"/compare?{urlencode(query)}"))
    return _Wrong(NotFound(str(error), leads), HTTPStatus.NOT_FOUND)
