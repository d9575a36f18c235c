"""The plans: what the operator offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Plan
from conductatlas.site.access import staff
from conductatlas.site.presenters.plans import PlanLine, plan_line
from conductatlas.site.staff_forms import PlanForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound
from conductatlas.site.views.staff.acting import acted, operator, posted


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A plan, and how many workspaces were ever given it last."""

    plan: PlanLine
    path: str
    offered: bool
    position: int
    stripe_price: str
    subscriptions: int


@dataclass(frozen=True, slots=True)
class OffersPage:
    """All plans, in the order in which they are listed."""

    plans: tuple[OfferLine, ...]


@staff
def plans(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All of them, those that are no longer offered too."""
    rows = Plan.objects.annotate(given=Count("subscriptions")).order_by("position", "key")
    return answer(request, "staff/plans.html", OffersPage(tuple(map(_line, rows))), title="Plans", as_json=as_json)


@staff
def plan(request: HttpRequest, key: str, *, as_json: bool) -> HttpResponse:
    """One of them, to be changed."""
    found = Plan.objects.annotate(given=Count("subscriptions")).filter(key=key).first()
    if found is None:
        raise NotFound("There is no plan with this key.")
    return _edited(request, found, f"Plan {found.name}", as_json=as_json)


@staff
def add_plan(request: HttpRequest) -> HttpResponse:
    """A new one."""
    return _edited(request, None, "Add a plan", as_json=False)


def _edited(request: HttpRequest, found: Plan | None, title: str, *, as_json: bool) -> HttpResponse:
    line = _line(found) if found is not None else None
    form = PlanForm(posted(request), instance=found)

    def save(sent: dict[str, Any]) -> str:
        saved = form.save()
        changed = {name: sent[name] for name in form.changed_data if name != "reason"}
        action = "plan.added" if found is None else "plan.changed"
        audit(operator(request), action, saved.key, reason=sent["reason"], **changed)
        return f"{saved.name} is saved."

    if done := acted(request, form, save, to="/staff/plans"):
        return done
    status = 400 if form.is_bound else 200
    return answer(request, "staff/plan.html", line, title=title, as_json=as_json, status=status, form=form)


def _line(plan: Plan) -> OfferLine:
    return OfferLine(
        plan_line(plan),
        f"/staff/plans/{plan.key}",
        plan.offered,
        plan.position,
        plan.stripe_price,
        plan.given,  # type: ignore[attr-defined]
    )
