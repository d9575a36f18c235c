"""The list of platforms, and each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.records.models import Platform
from conductatlas.site.presenters.platforms import present_platform, present_platforms
from conductatlas.site.presenters.sharing import share
from conductatlas.site.views.responses import NotFound, page_number, respond


def platforms(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All platforms."""
    page = present_platforms(page_number(request), timezone.now())
    return respond(request, "platforms.html", page, title="Platforms", as_json=as_json)


def platform(request: HttpRequest, slug: str, *, as_json: bool) -> HttpResponse:
    """One platform with its documents."""
    found = Platform.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound(f"No platform is recorded under “{slug}”. The list of platforms names all that are.")
    page = present_platform(found, timezone.now())
    return respond(request, "platform.html", page, title=found.name, as_json=as_json, sharing=share(page))
