"""The operators' overview: how much there is, and what needs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count

from conductatlas.accounts.entitlements import standing
from conductatlas.accounts.models import AuditEntry, StripeEvent, Subscription, SubscriptionState, User, Workspace
from conductatlas.accounts.subscriptions import PAID_TWICE
from conductatlas.monitoring.models import Channel, Delivery, DeliveryState, Watch
from conductatlas.records.models import CorrectionRequest, RequestState, TrackedDocument, Version
from conductatlas.records.review import queue


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of something there are, and where they are listed."""

    what: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """A message of Stripe's that could not be taken."""

    id: str
    kind: str
    received_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What needs the operators, and counts of what there is."""

    attention: tuple[Counted, ...]
    counts: tuple[Counted, ...]
    plans_on: bool
    stripe_events: tuple[EventLine, ...]


_EVENTS_SHOWN = 20


def present_overview(now: datetime) -> Overview:
    """Count all that an operator may have to look after."""
    untaken = StripeEvent.objects.filter(taken_at=None)
    needs = (
        Counted("versions held, to be confirmed or refused", Version.waiting().count(), "/staff/held"),
        Counted(
            "reports of readers that wait",
            CorrectionRequest.objects.filter(state=RequestState.RECEIVED).count(),
            "/staff/corrections",
        ),
        Counted("findings that the method is unsure of", queue().count(), "/staff/review"),
        Counted(
            "sources that fail",
            TrackedDocument.objects.filter(active=True, failures__gt=0).count(),
            "/staff/sources",
        ),
        Counted(
            "deliveries given up",
            Delivery.objects.filter(state=DeliveryState.GIVEN_UP).count(),
            _deliveries(DeliveryState.GIVEN_UP),
        ),
        Counted(
            "workspaces whose payment failed",
            Subscription.objects.filter(state=SubscriptionState.PAST_DUE).count(),
            "/staff/workspaces?state=past-due",
        ),
        Counted(
            "workspaces that pay twice, as noted in the audit trail",
            AuditEntry.objects.filter(action=PAID_TWICE).count(),
            f"/staff/audit?{urlencode({'action': PAID_TWICE})}",
        ),
        Counted("messages of Stripe that could not be taken", untaken.count(), "#stripe"),
    )
    return Overview(
        tuple(one for one in needs if one.count),
        (*_accounts(now), *_deliveries_by_state()),
        bool(settings.PLANS),
        tuple(
            EventLine(one.id, one.kind, one.received_at, one.outcome)
            for one in untaken.order_by("-received_at")[:_EVENTS_SHOWN]
        ),
    )


def _accounts(now: datetime) -> tuple[Counted, ...]:
    states = dict(standing(now).values_list("state").annotate(Count("pk")).order_by())
    return (
        Counted("people", User.objects.filter(is_active=True).count(), "/staff/users"),
        Counted("workspaces", Workspace.objects.count(), "/staff/workspaces"),
        *(
            Counted(f"plans: {state.label}", states.get(state.value, 0), f"/staff/workspaces?state={state.value}")
            for state in (SubscriptionState.TRIAL, SubscriptionState.ACTIVE)
        ),
        Counted("watches", Watch.objects.count(), "/staff/workspaces"),
        Counted("channels that are told", Channel.objects.filter(stopped_at=None).count(), "/staff/deliveries"),
    )


def _deliveries_by_state() -> tuple[Counted, ...]:
    counts = dict(Delivery.objects.values_list("state").annotate(Count("pk")).order_by())
    return tuple(
        Counted(f"deliveries: {state.label}", counts.get(state.value, 0), _deliveries(state)) for state in DeliveryState
    )


def _deliveries(state: DeliveryState) -> str:
    return f"/staff/deliveries?{urlencode({'state': state.value})}"
