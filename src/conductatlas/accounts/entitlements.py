"""What a workspace may do, from its plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from conductatlas.accounts.models import Feature, Plan, Subscription, SubscriptionState, Timing, Workspace


@dataclass(frozen=True, slots=True)
class Entitlements:
    """What is open to a workspace. `platforms` and `seats` are numbers, or None for any number."""

    plan: str
    platforms: int | None
    seats: int | None
    timing: Timing
    features: frozenset[Feature]

    def opens(self, feature: Feature) -> bool:
        """Whether something is open."""
        return feature in self.features


# How long a plan goes on after a payment failed, so that a card can be mended in time.
GRACE = timedelta(days=7)

EVERYTHING = Entitlements("", None, None, Timing.SAME_DAY, frozenset(Feature))


def entitlements(workspace: Workspace, now: datetime) -> Entitlements:
    """What a workspace may do now. Where the operator has no plans, everything is open to everybody."""
    if not settings.PLANS:
        return EVERYTHING
    subscription = Subscription.objects.select_related("plan").filter(workspace=workspace).first()
    if subscription is not None and stands(subscription, now):
        return of_plan(subscription.plan)
    free = free_plan()
    return of_plan(free) if free is not None else Entitlements("", 0, 1, Timing.WEEKLY, frozenset())


def free_plan() -> Plan | None:
    """What a workspace has that has no plan: the first one on offer that costs nothing."""
    return Plan.objects.filter(price=0, offered=True).first()


def stands(subscription: Subscription, now: datetime) -> bool:
    """Whether a subscription gives its plan now: a trial, a cancelled period, or the grace after a payment that failed
    may be over."""
    if subscription.state == SubscriptionState.ENDED:
        return False
    if subscription.unpaid_since is not None and subscription.unpaid_since + GRACE <= now:
        return False
    runs_out = subscription.state == SubscriptionState.TRIAL or subscription.cancels
    return not (runs_out and subscription.ends_at is not None and subscription.ends_at <= now)


def standing(now: datetime) -> QuerySet[Subscription]:
    """The subscriptions for which `stands` holds."""
    over = Q(state=SubscriptionState.TRIAL) | Q(cancels=True)
    return Subscription.objects.exclude(state=SubscriptionState.ENDED).exclude(
        Q(unpaid_since__lte=now - GRACE) | over & Q(ends_at__lte=now)
    )


def of_plan(plan: Plan) -> Entitlements:
    """What a plan opens."""
    features = frozenset(Feature(name) for name in plan.features if name in Feature.values)
    return Entitlements(plan.key, plan.platforms, plan.seats, Timing(plan.timing), features)
