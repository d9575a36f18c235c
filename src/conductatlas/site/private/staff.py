"""The operators' pages: their addresses."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_http_methods, require_safe

from conductatlas.site.views.staff import declarations, offers, people, records, sources, trail


def _page(route: str, view: Any, name: str, *, form: bool = False) -> list[URLPattern]:
    """A page and its JSON; a page with a form takes what it sends."""
    page = require_http_methods(["GET", "HEAD", "POST"])(view) if form else require_safe(view)
    return [
        path(route, page, {"as_json": False}, name=name),
        path(f"{route}.json", require_safe(view), {"as_json": True}, name=f"{name}-json"),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *_page("staff", trail.overview, "staff"),
    *_page("staff/audit", trail.audit_trail, "staff-audit"),
    *_page("staff/deliveries", trail.deliveries, "staff-deliveries"),
    *_page("staff/deliveries/<int:number>", trail.delivery, "staff-delivery", form=True),
    *_page("staff/users", people.users, "staff-users"),
    *_page("staff/users/<int:number>", people.user, "staff-user", form=True),
    *_page("staff/workspaces", people.workspaces, "staff-workspaces"),
    *_page("staff/workspaces/<slug:slug>", people.workspace, "staff-workspace", form=True),
    path("staff/plans/add", require_http_methods(["GET", "HEAD", "POST"])(offers.add_plan), name="staff-add-plan"),
    *_page("staff/plans", offers.plans, "staff-plans"),
    *_page("staff/plans/<slug:key>", offers.plan, "staff-plan", form=True),
    *_page("staff/review", records.review, "staff-review"),
    *_page("staff/review/<slug:record>", records.finding, "staff-finding", form=True),
    *_page("staff/held", records.held, "staff-held"),
    *_page("staff/held/<slug:record>", records.held_version, "staff-held-version", form=True),
    *_page("staff/corrections", records.corrections, "staff-corrections"),
    *_page("staff/corrections/<int:number>", records.correction, "staff-correction", form=True),
    *_page("staff/sources", sources.sources, "staff-sources"),
    *_page("staff/sources/<int:number>", sources.source, "staff-source", form=True),
    *_page("staff/sources/<int:number>/declaration", declarations.declaration, "staff-declaration", form=True),
]
