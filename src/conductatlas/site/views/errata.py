"""The errata log, as a page and as JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from conductatlas.site.presenters.corrections import follow_errata, present_errata
from conductatlas.site.views.responses import page_number, respond


def errata(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What was corrected, withdrawn and merged."""
    page = present_errata(page_number(request))
    return respond(request, "errata.html", page, title="Errata", as_json=as_json, follow=follow_errata())
