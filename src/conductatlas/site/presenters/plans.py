"""The plans on offer, and the plan of a workspace with what it uses of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from conductatlas.accounts.entitlements import GRACE, entitlements, free_plan, stands
from conductatlas.accounts.models import Feature, Plan, Subscription, SubscriptionState, Timing, Workspace
from conductatlas.accounts.payment import takes_payment
from conductatlas.accounts.subscriptions import is_paid_through_stripe
from conductatlas.english import count
from conductatlas.monitoring.audience import covered_watches, watched
from conductatlas.monitoring.models import Watch
from conductatlas.monitoring.watch_names import watch_names


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """Something that a plan opens."""

    feature: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan on offer. `price` is a month's, in the smallest unit of the currency; None stands for any number."""

    key: str
    name: str
    description: str
    price: int
    currency: str
    costs: str
    trial_days: int
    platforms: int | None
    seats: int | None
    timing: str
    told: str
    features: tuple[FeatureLine, ...]


@dataclass(frozen=True, slots=True)
class PlansPage:
    """The plans on offer; where `charged` is false, everything is open to everybody and there are none."""

    charged: bool
    pays_here: bool
    grace_days: int
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan that a workspace may have, and what can be done to have it."""

    plan: PlanLine
    current: bool
    can_be_tried: bool
    can_be_bought: bool


@dataclass(frozen=True, slots=True)
class Use:
    """How much of a limit is used; `most` is None where there is none."""

    what: str
    used: int
    most: int | None

    @property
    def over(self) -> bool:
        """Whether more is used than the plan has."""
        return self.most is not None and self.used > self.most


@dataclass(frozen=True, slots=True)
class WorkspacePlanPage:
    """The plan of a workspace: what it is now, how long, what it covers, and what there is besides."""

    charged: bool
    workspace: str
    name: str
    personal: bool
    plan: PlanLine | None
    state: str
    ends_at: datetime | None
    cancels: bool
    grace_ends_at: datetime | None
    through_stripe: bool
    assigned: bool
    uses: tuple[Use, ...]
    not_covered: tuple[str, ...]
    choices: tuple[Choice, ...]


def present_plans() -> PlansPage:
    """The plans that can be chosen, the cheapest first."""
    plans = Plan.objects.filter(offered=True) if settings.PLANS else Plan.objects.none()
    return PlansPage(bool(settings.PLANS), takes_payment(), GRACE.days, tuple(map(plan_line, plans)))


def present_workspace_plan(workspace: Workspace, now: datetime) -> WorkspacePlanPage:
    """What a workspace's administrators see of its plan."""
    subscription = Subscription.objects.select_related("plan").filter(workspace=workspace).first()
    standing = subscription if subscription is not None and stands(subscription, now) else None
    plan = (standing.plan if standing else free_plan()) if settings.PLANS else None
    opened = entitlements(workspace, now)
    watches = list(Watch.objects.filter(workspace=workspace, paused=False).order_by("id"))
    covered = {watch.pk for watch in covered_watches(workspace, opened)}
    platforms = {platform for watch in watches if (platform := watched(watch).platform)}
    unpaid = subscription.unpaid_since if subscription is not None else None
    return WorkspacePlanPage(
        charged=bool(settings.PLANS),
        workspace=workspace.slug,
        name=workspace.name,
        personal=workspace.personal,
        plan=plan_line(plan) if plan else None,
        state=standing.state if standing else "",
        ends_at=standing.ends_at if standing else None,
        cancels=bool(standing and standing.cancels),
        grace_ends_at=unpaid + GRACE if unpaid else None,
        through_stripe=is_paid_through_stripe(subscription),
        assigned=bool(standing and standing.assigned_by),
        uses=(
            Use("platforms watched", len(platforms), opened.platforms),
            Use("members", workspace.memberships.count(), opened.seats),
        ),
        not_covered=tuple(watch_names([watch for watch in watches if watch.pk not in covered])),
        choices=_choices(subscription, standing, plan) if settings.PLANS else (),
    )


def _choices(subscription: Subscription | None, standing: Subscription | None, plan: Plan | None) -> tuple[Choice, ...]:
    at_stripe = is_paid_through_stripe(subscription)
    tried = subscription.tried if subscription is not None else []
    may_try = not at_stripe and (standing is None or standing.state == SubscriptionState.TRIAL)
    return tuple(
        Choice(
            plan_line(one),
            current=plan is not None and one.pk == plan.pk,
            can_be_tried=may_try and one.trial_days > 0 and one.key not in tried,
            can_be_bought=takes_payment() and not at_stripe and bool(one.stripe_price),
        )
        for one in Plan.objects.filter(offered=True)
    )


def plan_line(plan: Plan) -> PlanLine:
    """A plan, as pages show it."""
    named = {name: Feature(name).label for name in Feature.values}
    return PlanLine(
        plan.key,
        plan.name,
        plan.description,
        plan.price,
        plan.currency,
        plan.costs,
        plan.trial_days,
        plan.platforms,
        plan.seats,
        plan.timing,
        Timing(plan.timing).label,
        tuple(FeatureLine(one, named[one]) for one in plan.features if one in named),
    )


def number_of(most: int | None, noun: str) -> str:
    """A limit in words: '25 platforms', 'any number of platforms'."""
    return f"any number of {noun}s" if most is None else count(most, noun)
