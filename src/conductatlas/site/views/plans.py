"""Plans: what is on offer, the plan of a workspace, and the steps from one to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from conductatlas.accounts.models import Membership, Plan, Role, Subscription
from conductatlas.accounts.payment import (
    ForgedError,
    PaymentError,
    cancel,
    checkout,
    payment_addresses,
    portal,
    read_news,
    take_news,
)
from conductatlas.accounts.subscriptions import PlanError, end, is_paid_through_stripe, start_trial
from conductatlas.site.access import by_link, in_workspace, public
from conductatlas.site.presenters.plans import present_plans, present_workspace_plan
from conductatlas.site.presenters.watches import workspace_link
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, respond

_LARGEST_EVENT = 1_000_000


def _leads_to_payment(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the forms of a page lead to where one pays: Chromium asks that of each redirect after a form was sent."""

    @wraps(view)
    def wrapped(*arguments: Any, **names: Any) -> HttpResponse:
        allowed = csp_update({"form-action": payment_addresses()})(view)(*arguments, **names)
        assert isinstance(allowed, HttpResponse)  # noqa: S101
        return allowed

    return wrapped


@public
def plans(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What is on offer."""
    return respond(request, "private/plans.html", present_plans(), title="Plans", as_json=as_json)


@_leads_to_payment
@in_workspace(Role.ADMIN)
def workspace_plan(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """The plan of a workspace."""
    return _page(request, membership, as_json=as_json)


@_leads_to_payment
@in_workspace(Role.ADMIN)
def step(request: HttpRequest, membership: Membership, step: str) -> HttpResponse:
    """Try a plan, pay for it, manage what is paid for, end it, or go on with it after all."""
    take = _STEPS.get(step)
    if take is None:
        raise NotFound("There is no such step.")
    try:
        address = take(request, membership)
    except PlanError as error:
        return _page(request, membership, status=409, trouble=str(error))
    except PaymentError as error:
        return _page(request, membership, status=503, trouble=str(error))
    return HttpResponseRedirect(address or _path(membership), status=303)


@by_link
@csrf_exempt
def stripe_webhook(request: HttpRequest) -> HttpResponse:
    """What Stripe tells: 200 where it is taken or not ours, 400 where it is forged, 503 where it is to come again."""
    if not (settings.STRIPE_KEY and settings.STRIPE_WEBHOOK_SECRET):
        raise NotFound("Nothing is paid for through Stripe here.")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > _LARGEST_EVENT:
        return _said("larger than any event of Stripe", 413)
    try:
        news = read_news(request.body, request.headers.get("Stripe-Signature", ""))
    except ForgedError as error:
        return _said(str(error), 400)
    try:
        return _said(take_news(news, timezone.now()), 200)
    except (PaymentError, PlanError) as error:
        return _said(str(error), 503)


def _said(line: str, status: int) -> HttpResponse:
    return HttpResponse(f"{line}\n", status=status, content_type="text/plain; charset=utf-8")


def _page(
    request: HttpRequest, membership: Membership, *, as_json: bool = False, status: int = 200, trouble: str = ""
) -> HttpResponse:
    page = present_workspace_plan(membership.workspace, timezone.now())
    paid = request.GET.get("paid") == "1" and not page.through_stripe
    return answer(
        request,
        "workspace_plan.html",
        page,
        title="Plan",
        as_json=as_json,
        status=status,
        trouble=trouble,
        being_paid=paid,
        path=_path(membership),
        workspace=workspace_link(membership),
        # A step that was not taken shows the page under the step's own address.
        json_path=f"{_path(membership)}.json",
    )


def _path(membership: Membership) -> str:
    return reverse("workspace-plan", kwargs={"workspace": membership.workspace.slug})


def _back(membership: Membership) -> str:
    return f"{settings.PUBLIC_ADDRESS}{_path(membership)}"


def _wanted(request: HttpRequest) -> Plan:
    plan = Plan.objects.filter(key=request.POST.get("plan", "")[:40], offered=True).first()
    if plan is None:
        raise PlanError("There is no such plan on offer. Choose one of those below.")
    return plan


def _try(request: HttpRequest, membership: Membership) -> None:
    plan = _wanted(request)
    start_trial(membership.workspace, plan, by=membership.user, now=timezone.now())
    messages.success(request, f"{plan.name} is open to you for {plan.trial_days} days. No card is needed.")


def _pay(request: HttpRequest, membership: Membership) -> str:
    plan = _wanted(request)
    return checkout(membership.workspace, plan, by=membership.user, back=_back(membership), now=timezone.now())


def _manage(request: HttpRequest, membership: Membership) -> str:
    return portal(_paid(membership), back=_back(membership))


def _cancel(request: HttpRequest, membership: Membership) -> None:
    subscription = Subscription.objects.filter(workspace=membership.workspace).first()
    now = timezone.now()
    if is_paid_through_stripe(subscription):
        cancel(_paid(membership), cancels=True, by=membership.user, now=now)
        messages.success(request, "Cancelled. The plan stands to the end of what is paid for.")
    else:
        end(membership.workspace, by=membership.user, now=now)
        messages.success(request, "The plan is ended.")


def _resume(request: HttpRequest, membership: Membership) -> None:
    cancel(_paid(membership), cancels=False, by=membership.user, now=timezone.now())
    messages.success(request, "The plan goes on.")


def _paid(membership: Membership) -> Subscription:
    subscription = Subscription.objects.select_related("plan", "workspace").filter(workspace=membership.workspace)
    found = subscription.first()
    if found is None or not is_paid_through_stripe(found):
        raise PlanError("Nothing is paid for through Stripe here.")
    return found


_STEPS: dict[str, Callable[[HttpRequest, Membership], str | None]] = {
    "trial": _try,
    "checkout": _pay,
    "portal": _manage,
    "cancel": _cancel,
    "resume": _resume,
}
