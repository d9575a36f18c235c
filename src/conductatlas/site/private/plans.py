"""Plans and payment: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST

from conductatlas.site.routing import page
from conductatlas.site.views import plans

_PLAN = "workspaces/<slug:workspace>/plan"

urlpatterns: list[URLPattern | URLResolver] = [
    *page("plans", plans.plans, "plans"),
    *page(_PLAN, plans.workspace_plan, "workspace-plan"),
    path(f"{_PLAN}/<slug:step>", require_POST(plans.step), name="workspace-plan-step"),
    path("stripe/webhook", require_POST(plans.stripe_webhook), name="stripe-webhook"),
]
