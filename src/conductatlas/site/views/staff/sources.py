"""What is looked at, as operators see it; another look at a source is asked for here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.site.access import staff
from conductatlas.site.presenters.sources import State, present_source, present_sources
from conductatlas.site.staff_forms import LookForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import choice, page_number
from conductatlas.site.views.sources import find_source
from conductatlas.site.views.staff.acting import ActError, acted, operator, posted
from conductatlas.tracking import look_soon


@staff
def sources(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What is looked at, those that fail first."""
    page = present_sources(choice(request, "state", [one.value for one in State]), page_number(request))
    return answer(request, "staff/sources.html", page, title="Sources", as_json=as_json)


@staff
def source(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """One of them; here another look at it is asked for."""
    tracked = find_source(number)
    form = LookForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        if not look_soon(number, timezone.now()):
            raise ActError("It is no longer declared, so it is not looked at.")
        audit(operator(request), "source.look-asked-for", tracked.path, reason=sent["reason"])
        return f"{tracked.path} is looked at as soon as a worker is free."

    if done := acted(request, form, act, to=request.path):
        return done
    page, status = present_source(tracked, 1), 400 if form.is_bound else 200
    title = f"{tracked.service}, {tracked.terms_type}"
    return answer(request, "staff/source.html", page, title=title, as_json=as_json, status=status, form=form)
