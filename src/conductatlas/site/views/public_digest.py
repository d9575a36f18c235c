"""The digest of the whole atlas, week by week."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.site.feeds import WrittenForm
from conductatlas.site.presenters.public_digest import (
    Week,
    follow_weeks,
    last_week,
    present_week,
    week_named,
    week_of,
    weeks_feed,
)
from conductatlas.site.views.feeds import written
from conductatlas.site.views.responses import NotFound, page_number, respond


def latest(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The latest week that is over."""
    return _week(request, last_week(timezone.now().date()), as_json=as_json)


def week(request: HttpRequest, name: str, *, as_json: bool) -> HttpResponse:
    """One week, by its name in the ISO calendar; the running one too."""
    found = week_named(name)
    if found is None:
        raise NotFound(f"There is no week “{name}”. Weeks are written as 2026-W07, by the calendar of ISO 8601.")
    if found.first_day > week_of(timezone.now().date()).first_day:
        raise NotFound(f"The week {found.name}, {found.days}, has not begun yet.")
    return _week(request, found, as_json=as_json)


def feed(request: HttpRequest, form: WrittenForm) -> HttpResponse:
    """All weeks that are over, an entry each."""
    return written(form, weeks_feed(page_number(request), timezone.now()))


def _week(request: HttpRequest, found: Week, *, as_json: bool) -> HttpResponse:
    page = present_week(found, timezone.now())
    title = f"The week of {found.days}"
    return respond(request, "digest.html", page, title=title, as_json=as_json, follow=follow_weeks())
