"""How a workspace comes to a plan and leaves it: trials, plans that operators assign, and what Stripe says was paid.

Each step takes the lock of the workspace's row, looks at what stands then, and leaves an entry in the audit trail.
`docs/plans.md` has the table of cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.entitlements import stands
from conductatlas.accounts.models import AuditEntry, Plan, Subscription, SubscriptionState, User, Workspace

# Who is named in the audit trail for what nobody in particular did.
CLOCK = "the clock"
STRIPE = "Stripe"
# What the audit trail calls it that a workspace pays for two subscriptions.
PAID_TWICE = "plan.paid-twice"


class PlanError(Exception):
    """A step that can't be taken; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Paid:
    """A subscription as it stands at Stripe; `status` is Stripe's own word, `workspace` what we wrote on it."""

    id: str
    customer: str
    status: str
    price: str
    ends_at: datetime | None
    cancels: bool
    workspace: str = ""


_STATES = {
    # A trial that Stripe knows of goes over into paying by itself: it is no trial that runs out.
    "trialing": SubscriptionState.ACTIVE,
    "active": SubscriptionState.ACTIVE,
    "past_due": SubscriptionState.PAST_DUE,
    "unpaid": SubscriptionState.PAST_DUE,
    "paused": SubscriptionState.ENDED,
    "canceled": SubscriptionState.ENDED,
    "incomplete_expired": SubscriptionState.ENDED,
}


def is_paid_through_stripe(subscription: Subscription | None) -> bool:
    """Whether a subscription lives at Stripe, so that what is done to it must be done there."""
    return bool(subscription and subscription.stripe_subscription and subscription.state != SubscriptionState.ENDED)


def start_trial(workspace: Workspace, plan: Plan, *, by: User | str, now: datetime) -> Subscription:
    """Let a workspace try a plan, without a card; once for each plan. Raises PlanError."""
    if not settings.PLANS:
        raise PlanError("There is nothing to try here: everything is open to everybody.")
    if not plan.offered or not plan.trial_days:
        raise PlanError(f"{plan.name} can't be tried.")
    with _locked(workspace, plan, now) as subscription:
        _refuse_what_is_stripes(subscription)
        if plan.key in subscription.tried:
            raise PlanError(f"{plan.name} was tried here already; each plan can be tried once.")
        if stands(subscription, now) and subscription.state != SubscriptionState.TRIAL:
            raise PlanError(f"{subscription.plan.name} was assigned to you; a trial would take its place.")
        subscription.plan, subscription.state = plan, SubscriptionState.TRIAL
        subscription.started_at, subscription.ends_at = now, now + timedelta(days=plan.trial_days)
        subscription.cancels, subscription.assigned_by, subscription.stripe_subscription = False, "", ""
        subscription.tried = [*subscription.tried, plan.key]
        subscription.save()
        audit(by, "trial.started", plan.key, workspace=workspace, until=_minute(subscription.ends_at))
    return subscription


def assign(
    workspace: Workspace,
    plan: Plan,
    *,
    by: User | str,
    now: datetime,
    ends_at: datetime | None = None,
    reason: str = "",
) -> Subscription:
    """Give a workspace a plan, as an operator: until a moment, or until it is ended. Raises PlanError."""
    if ends_at is not None and ends_at <= now:
        raise PlanError("A plan can't end before it begins.")
    with _locked(workspace, plan, now) as subscription:
        _refuse_what_is_stripes(subscription)
        before = subscription.plan.key if stands(subscription, now) else ""
        subscription.plan, subscription.state = plan, SubscriptionState.ACTIVE
        subscription.started_at, subscription.ends_at, subscription.cancels = now, ends_at, ends_at is not None
        subscription.assigned_by = by if isinstance(by, str) else by.email
        subscription.stripe_subscription = ""
        subscription.save()
        until = _minute(ends_at) if ends_at else ""
        audit(by, "plan.assigned", plan.key, workspace=workspace, before=before, until=until, reason=reason)
    return subscription


def end(workspace: Workspace, *, by: User | str, now: datetime, reason: str = "") -> Subscription:
    """End a trial, or a plan that an operator assigned, at once. Raises PlanError."""
    with _locked(workspace, None, now) as subscription:
        _refuse_what_is_stripes(subscription)
        if not stands(subscription, now):
            raise PlanError("There is no plan to end: the free one stands.")
        _end(subscription, now)
        audit(by, "plan.ended", subscription.plan.key, workspace=workspace, reason=reason)
    return subscription


def take(paid: Paid, *, takes: int, now: datetime) -> str | None:
    """Bring a workspace in line with what its subscription is at Stripe; give back what came of it, in a line.

    `takes` is the row's own count from before the subscription was fetched. Where another fetch was taken since,
    nothing is done and None is given back: fetch it again. So no older state ever stands on a newer one, in whatever
    order messages come and are worked off. Raises PlanError where the state can't be taken yet.
    """
    with transaction.atomic():
        state = _STATES.get(paid.status)
        subscription = subscription_of(paid, lock=True)
        if subscription is None:
            workspace = Workspace.objects.filter(slug=paid.workspace).first() if paid.workspace else None
            if workspace is None:
                return "none of our customers"
            if state in (None, SubscriptionState.ENDED):
                return f"{paid.status}: nothing to do"
            subscription = _made(workspace, _plan_of(paid), now)
        if subscription.stripe_takes != takes:
            return None
        subscription.stripe_takes += 1
        subscription.save(update_fields=["stripe_takes"])
        if state is None:
            # Such as `incomplete`: the first payment is still under way.
            return f"{paid.status}: nothing to do yet"
        return _take(subscription, paid, state, now)


def subscription_of(paid: Paid, *, lock: bool = False) -> Subscription | None:
    """The row of the workspace that a subscription at Stripe belongs to, by its customer or by what we wrote on it."""
    rows = Subscription.objects.select_related("plan", "workspace").order_by("id")
    if lock:
        rows = rows.select_for_update(of=("self",))
    by_customer = rows.filter(stripe_customer=paid.customer).first() if paid.customer else None
    return by_customer or (rows.filter(workspace__slug=paid.workspace).first() if paid.workspace else None)


def know_customer(workspace: Workspace, plan: Plan, customer: str, now: datetime) -> None:
    """Keep the id by which Stripe knows a workspace."""
    with _locked(workspace, plan, now) as subscription:
        subscription.stripe_customer = customer
        subscription.save()


def settle_what_is_over(now: datetime) -> int:
    """Write down which trials and assigned periods are over; give back how many.

    What a workspace may do does not wait for this: it is worked out from the dates whenever it is asked for.
    """
    runs_out = Q(state=SubscriptionState.TRIAL) | Q(state=SubscriptionState.ACTIVE, cancels=True)
    rows = Subscription.objects.filter(runs_out, ends_at__lte=now, stripe_subscription="")
    count = 0
    for workspace in Workspace.objects.filter(subscription__in=rows):
        with transaction.atomic():
            subscription = _row(workspace)
            count += subscription is not None and _settle(subscription, now)
    return count


def _take(subscription: Subscription, paid: Paid, state: SubscriptionState, now: datetime) -> str:
    first = subscription.stripe_subscription != paid.id
    if first and state == SubscriptionState.ENDED:
        # What stands here, such as a trial or a later subscription, is not touched.
        return f"{paid.status}: it does not stand here"
    if first and is_paid_through_stripe(subscription):
        if not AuditEntry.objects.filter(action=PAID_TWICE, subject=paid.id).exists():
            audit(STRIPE, PAID_TWICE, paid.id, workspace=subscription.workspace)
        return f"a second subscription, beside {subscription.stripe_subscription}: cancel and refund one"
    before = "" if first else _described(subscription)
    if state != SubscriptionState.ENDED:
        subscription.plan = _plan_of(paid)
    subscription.state, subscription.cancels, subscription.ends_at = state, paid.cancels, paid.ends_at
    subscription.stripe_customer, subscription.stripe_subscription = paid.customer, paid.id
    if first:
        subscription.started_at, subscription.assigned_by = now, ""
    unpaid = state == SubscriptionState.PAST_DUE
    subscription.unpaid_since = (subscription.unpaid_since or now) if unpaid else None
    subscription.save()
    after = _described(subscription)
    if before != after:
        audit(STRIPE, "plan.paid", paid.id, workspace=subscription.workspace, before=before, after=after)
    return after


def _plan_of(paid: Paid) -> Plan:
    plan = Plan.objects.filter(stripe_price=paid.price).exclude(stripe_price="").first()
    if plan is None:
        raise PlanError(f"No plan has the price {paid.price} at Stripe: give it to the plan that is meant.")
    return plan


def _described(subscription: Subscription) -> str:
    words = f"{subscription.plan.key}, {subscription.state}"
    return f"{words}, cancels" if subscription.cancels else words


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


@contextmanager
def _locked(workspace: Workspace, plan: Plan | None, now: datetime) -> Iterator[Subscription]:
    """The row of a workspace, locked until the transaction ends, with what is over written down; made if need be.

    Raises PlanError where there is none and no plan to make it with.
    """
    with transaction.atomic():
        subscription = _row(workspace)
        if subscription is None:
            if plan is None:
                raise PlanError("There is no plan to end: the free one stands.")
            subscription = _made(workspace, plan, now)
        _settle(subscription, now)
        yield subscription


def _made(workspace: Workspace, plan: Plan, now: datetime) -> Subscription:
    """A row of a workspace that has none, in which nothing stands yet."""
    ended = {"plan": plan, "state": SubscriptionState.ENDED, "started_at": now}
    Subscription.objects.get_or_create(workspace=workspace, defaults=ended)
    return Subscription.objects.select_for_update(of=("self",)).get(workspace=workspace)


def _row(workspace: Workspace) -> Subscription | None:
    rows = Subscription.objects.select_for_update(of=("self",)).select_related("plan", "workspace")
    return rows.filter(workspace=workspace).first()


def _settle(subscription: Subscription, now: datetime) -> bool:
    """End a locked subscription that is over and not marked so yet; one that lives at Stripe is ended there alone."""
    if subscription.state == SubscriptionState.ENDED or stands(subscription, now):
        return False
    if is_paid_through_stripe(subscription):
        return False
    action = "trial.ended" if subscription.state == SubscriptionState.TRIAL else "plan.ended"
    _end(subscription, now)
    audit(CLOCK, action, subscription.plan.key, workspace=subscription.workspace)
    return True


def _end(subscription: Subscription, now: datetime) -> None:
    subscription.state, subscription.cancels, subscription.unpaid_since = SubscriptionState.ENDED, False, None
    subscription.ends_at = min(subscription.ends_at or now, now)
    subscription.save()


def _refuse_what_is_stripes(subscription: Subscription) -> None:
    if is_paid_through_stripe(subscription):
        raise PlanError(f"{subscription.plan.name} is paid through Stripe: cancel it there first.")
