"""Plans and payment: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST, require_safe

from conductatlas.site.views import plans

_PLAN = "workspaces/<slug:workspace>/plan"

urlpatterns: list[URLPattern | URLResolver] = [
    path("plans", require_safe(plans.plans), {"as_json": False}, name="plans"),
    path("plans.json", require_safe(plans.plans), {"as_json": True}, name="plans-json"),
    path(_PLAN, require_safe(plans.workspace_plan), {"as_json": False}, name="workspace-plan"),
    path(f"{_PLAN}.json", require_safe(plans.workspace_plan), {"as_json": True}, name="workspace-plan-json"),
    path(f"{_PLAN}/<slug:step>", require_POST(plans.step), name="workspace-plan-step"),
    path("stripe/webhook", require_POST(plans.stripe_webhook), name="stripe-webhook"),
]
