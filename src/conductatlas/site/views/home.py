"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.records.models import Verdict
from conductatlas.site.presenters.change_filters import Wanted
from conductatlas.site.presenters.feed_subjects import all_changes
from conductatlas.site.presenters.home import present_home
from conductatlas.site.views.responses import respond


def home(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The latest changes, the search box, and what is covered."""
    links = all_changes(Wanted(verdict=Verdict.SUBSTANTIVE)).follow
    return respond(
        request, "home.html", present_home(timezone.now()), title="ConductAtlas", as_json=as_json, follow=links
    )
