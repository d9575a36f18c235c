"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from conductatlas.site.presenters.home import present_home
from conductatlas.site.views.responses import respond


def home(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The latest changes, the search box, and what is covered."""
    return respond(request, "home.html", present_home(), title="ConductAtlas", as_json=as_json)
