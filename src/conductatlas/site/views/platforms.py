"""The list of platforms, and each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.records.models import Platform
from conductatlas.site.presenters.feed_subjects import changes_of_platform
from conductatlas.site.presenters.links import platform_link
from conductatlas.site.presenters.platform_names import platform_named
from conductatlas.site.presenters.platforms import present_platform, present_platforms
from conductatlas.site.presenters.sharing import share
from conductatlas.site.views.responses import Lead, NotFound, page_number, respond

LONGEST_NAME = 200
_LONGEST_QUERY = 100


def platforms(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All platforms, or those that a name is looked for in."""
    query = request.GET.get("q", "")[:_LONGEST_QUERY].replace("\0", "").strip()
    page = present_platforms(page_number(request), timezone.now(), query)
    return respond(request, "platforms.html", page, title="Platforms", as_json=as_json)


def platform(request: HttpRequest, slug: str, *, as_json: bool) -> HttpResponse:
    """One platform with its documents."""
    found = find_platform(slug)
    page = present_platform(found, timezone.now())
    links = changes_of_platform(found).follow
    return respond(request, "platform.html", page, title=found.name, as_json=as_json, sharing=share(page), follow=links)


def find_platform(slug: str) -> Platform:
    """The platform with a name in addresses; NotFound where there is none."""
    found = Platform.objects.filter(slug=slug).first()
    if found is None:
        raise no_platform(slug)
    return found


def no_platform(name: str) -> NotFound:
    """Say that no platform has a name, and which are meant perhaps."""
    named = platform_named(name[:LONGEST_NAME])
    near = [platform_link(one) for one in (named.platform, *named.near) if one]
    perhaps = "Perhaps you mean one of these:" if near else "The list of platforms names all that are."
    message = f"No platform is recorded under “{name[:LONGEST_NAME]}”. {perhaps}"
    return NotFound(message, [Lead(one.name, one.path) for one in near])
