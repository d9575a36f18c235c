"""The pages on what is looked at, and how that goes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from conductatlas.records.models import TrackedDocument
from conductatlas.site.presenters.sources import State, present_source, present_sources
from conductatlas.site.views.responses import NotFound, choice, page_number, respond


def sources(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All tracked documents, or those in one state."""
    state = choice(request, "state", [one.value for one in State])
    page = present_sources(state, page_number(request))
    return respond(request, "sources.html", page, title="Sources", as_json=as_json)


def source(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """One tracked document and the looks at it."""
    tracked = find_source(number)
    page = present_source(tracked, page_number(request))
    title = f"{tracked.service} {tracked.terms_type}: how it is watched"
    return respond(request, "source.html", page, title=title, as_json=as_json)


def find_source(number: int) -> TrackedDocument:
    """The tracked document with a number, with what its pages need of others; NotFound where there is none."""
    tracked = TrackedDocument.objects.filter(pk=number).select_related("collection", "document__platform").first()
    if tracked is None:
        raise NotFound("There is no source with this number. The list of sources names all of them.")
    return tracked
