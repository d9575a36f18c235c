"""The operators' pages: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from conductatlas.site.routing import form, page
from conductatlas.site.views.staff import declarations, offers, people, records, sources, trail

urlpatterns: list[URLPattern | URLResolver] = [
    *page("staff", trail.overview, "staff"),
    *page("staff/audit", trail.audit_trail, "staff-audit"),
    *page("staff/deliveries", trail.deliveries, "staff-deliveries"),
    *page("staff/deliveries/<int:number>", trail.delivery, "staff-delivery", has_form=True),
    *page("staff/users", people.users, "staff-users"),
    *page("staff/users/<int:number>", people.user, "staff-user", has_form=True),
    *page("staff/workspaces", people.workspaces, "staff-workspaces"),
    *page("staff/workspaces/<slug:slug>", people.workspace, "staff-workspace", has_form=True),
    path("staff/plans/add", form(offers.add_plan), name="staff-add-plan"),
    *page("staff/plans", offers.plans, "staff-plans"),
    *page("staff/plans/<slug:key>", offers.plan, "staff-plan", has_form=True),
    *page("staff/review", records.review, "staff-review"),
    *page("staff/review/<slug:record>", records.finding, "staff-finding", has_form=True),
    *page("staff/held", records.held, "staff-held"),
    *page("staff/held/<slug:record>", records.held_version, "staff-held-version", has_form=True),
    *page("staff/corrections", records.corrections, "staff-corrections"),
    *page("staff/corrections/<int:number>", records.correction, "staff-correction", has_form=True),
    *page("staff/sources", sources.sources, "staff-sources"),
    *page("staff/sources/<int:number>", sources.source, "staff-source", has_form=True),
    *page("staff/sources/<int:number>/declaration", declarations.declaration, "staff-declaration", has_form=True),
]
