"""Payment through Stripe: its pages for paying and for managing what is paid, and what its webhook tells us.

Nothing that a message of the webhook says of a subscription is believed: it only says of which one there is news, and
that one is then fetched. So it does not matter how often or in which order messages come.
Sources: Stripe's documentation of Checkout, the customer portal and webhooks (https://docs.stripe.com/webhooks).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import stripe
from django.conf import settings
from django.db import transaction

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Plan, StripeEvent, Subscription, SubscriptionState, User, Workspace
from conductatlas.accounts.subscriptions import (
    Paid,
    PlanError,
    is_paid_through_stripe,
    know_customer,
    subscription_of,
    take,
)

_TIMEOUT = 20.0
# A subscription that changes while it is taken is fetched anew, so many times in all.
_FETCHES = 3
# Stripe takes no trial that ends sooner.
_SHORTEST_TRIAL = timedelta(hours=49)
_LONGEST_OUTCOME = 300
# News of the next period comes within this time, unless it was missed.
_NEWS_WITHIN = timedelta(days=1)
_OWN_ADDRESSES = ("https://checkout.stripe.com", "https://billing.stripe.com")


class PaymentError(Exception):
    """Stripe could not be asked, or refused; the message is a sentence for a person."""


class ForgedError(Exception):
    """A message that does not carry Stripe's signature, or can't be read; the message says which."""


@dataclass(frozen=True, slots=True)
class News:
    """A message of the webhook: which subscription there is news of; empty where it is about something else."""

    id: str
    kind: str
    subscription: str


def takes_payment() -> bool:
    """Whether plans can be paid for here; otherwise operators assign them."""
    return bool(settings.PLANS and settings.STRIPE_KEY)


def payment_addresses() -> list[str]:
    """Where the pages lie to which people are led to pay."""
    other = settings.STRIPE_ADDRESS
    return [*_OWN_ADDRESSES, "://".join(urlsplit(other)[:2])] if other else list(_OWN_ADDRESSES)


def checkout(workspace: Workspace, plan: Plan, *, by: User, back: str, now: datetime) -> str:
    """The address of Stripe's page on which a plan is paid for; it leads back to `back`.

    What is left of a trial is not paid for. Raises PaymentError, and PlanError where the plan can't be bought.
    """
    if not plan.offered or not plan.stripe_price:
        raise PlanError(f"{plan.name} can't be bought here.")
    subscription = Subscription.objects.filter(workspace=workspace).first()
    if is_paid_through_stripe(subscription):
        raise PlanError("A plan is paid for already: change it on Stripe's pages.")
    customer = _customer(workspace, plan, subscription, by, now)
    about: dict[str, Any] = {"metadata": {"workspace": workspace.slug}}
    trial_ends = subscription.ends_at if subscription and subscription.state == SubscriptionState.TRIAL else None
    if trial_ends is not None and trial_ends >= now + _SHORTEST_TRIAL:
        about["trial_end"] = int(trial_ends.timestamp())
    wanted: Any = {
        "mode": "subscription",
        "customer": customer,
        "client_reference_id": workspace.slug,
        "line_items": [{"price": plan.stripe_price, "quantity": 1}],
        "subscription_data": about,
        "success_url": f"{back}?paid=1",
        "cancel_url": back,
    }
    try:
        session = _stripe().v1.checkout.sessions.create(wanted)
    except stripe.StripeError as error:
        raise _refused(error) from error
    audit(by, "checkout.begun", plan.key, workspace=workspace)
    return str(session.url)


def portal(subscription: Subscription, *, back: str) -> str:
    """The address of Stripe's pages for changing the plan and card and for invoices. Raises PaymentError."""
    try:
        session = _stripe().v1.billing_portal.sessions.create(
            {"customer": subscription.stripe_customer, "return_url": back}
        )
    except stripe.StripeError as error:
        raise _refused(error) from error
    return session.url


def cancel(subscription: Subscription, *, cancels: bool, by: User, now: datetime) -> None:
    """Let what is paid for end with its period, or go on after all. Raises PaymentError and PlanError."""
    try:
        _stripe().v1.subscriptions.update(subscription.stripe_subscription, {"cancel_at_period_end": cancels})
    except stripe.StripeError as error:
        raise _refused(error) from error
    action = "plan.cancelled" if cancels else "plan.resumed"
    audit(by, action, subscription.plan.key, workspace=subscription.workspace)
    take_state(subscription.stripe_subscription, now)


def read_news(payload: bytes, signature: str) -> News:
    """What a message of the webhook is about. Raises ForgedError."""
    try:
        stripe.WebhookSignature.verify_header(payload.decode(), signature, settings.STRIPE_WEBHOOK_SECRET, 300)
        event = json.loads(payload)
        kind, about = str(event["type"]), event["data"]["object"]
        if not isinstance(about, Mapping):
            raise TypeError("its object is none")
        return News(str(event["id"])[:255], kind[:120], _subscription_in(kind, about))
    except stripe.SignatureVerificationError as error:
        raise ForgedError("the signature is not Stripe's, or is too old") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ForgedError("this is no event of Stripe") from error


def take_news(news: News, now: datetime) -> str:
    """Act on a message of the webhook, once; give back what came of it.

    Raises PaymentError and PlanError where it can't be acted on now: Stripe is to send it again. That is kept for the
    operators' eyes.
    """
    known = StripeEvent.objects.filter(pk=news.id).first()
    if known is not None and known.taken_at is not None:
        return known.outcome
    try:
        outcome = take_state(news.subscription, now) if news.subscription else "nothing that concerns a plan"
    except (PaymentError, PlanError) as error:
        _keep(news, str(error), now, taken=False)
        raise
    _keep(news, outcome, now, taken=True)
    return outcome


def take_state(subscription: str, now: datetime) -> str:
    """Bring the workspace of a subscription in line with what Stripe says of it now. Raises PaymentError, PlanError."""
    row = Subscription.objects.filter(stripe_subscription=subscription).first() or subscription_of(_fetch(subscription))
    for _ in range(_FETCHES):
        # What the row counted before the fetch tells whether another one was taken meanwhile.
        takes = Subscription.objects.get(pk=row.pk).stripe_takes if row else 0
        paid = _fetch(subscription)
        outcome = take(paid, takes=takes, now=now)
        row = subscription_of(paid)
        if outcome is not None:
            return outcome
    raise PaymentError("The subscription changed while it was taken; send the message again.")


def catch_up(now: datetime) -> list[str]:
    """Ask Stripe about subscriptions of which no news came though their period is over; give back what came of each.

    Stripe sends a message again for three days; this is for what was missed in all of them.
    """
    missed = Subscription.objects.exclude(stripe_subscription="").exclude(state=SubscriptionState.ENDED)
    said = []
    for id in missed.filter(ends_at__lte=now - _NEWS_WITHIN).values_list("stripe_subscription", flat=True):
        try:
            said.append(f"{id}: {take_state(id, now)}")
        except (PaymentError, PlanError) as error:
            said.append(f"{id}: {error}")
    return said


def _subscription_in(kind: str, about: Mapping[str, Any]) -> str:
    """The id of the subscription that an event is about; where it stands depends on what the event tells of."""
    if kind.startswith("customer.subscription."):
        return str(about["id"])
    if kind in ("checkout.session.completed", "checkout.session.async_payment_succeeded"):
        return str(about.get("subscription") or "")
    if kind in ("invoice.paid", "invoice.payment_succeeded", "invoice.payment_failed"):
        # Since version 2025-03-31 of the API it stands under the invoice's parent.
        parent = (about.get("parent") or {}).get("subscription_details") or {}
        return str(about.get("subscription") or parent.get("subscription") or "")
    return ""


def _fetch(subscription: str) -> Paid:
    try:
        found = _stripe().v1.subscriptions.retrieve(subscription).to_dict()
    except stripe.StripeError as error:
        raise _refused(error) from error
    return _paid(found)


def _paid(found: Mapping[str, Any]) -> Paid:
    """A subscription as Stripe writes it; older versions of the API have the period on it, newer ones on its item."""
    item = found["items"]["data"][0]
    period_ends = item.get("current_period_end") or found.get("current_period_end")
    cancels_at = found.get("cancel_at")
    ends = found.get("ended_at") or cancels_at or period_ends
    customer = found["customer"]
    return Paid(
        id=found["id"],
        customer=customer if isinstance(customer, str) else customer["id"],
        status=found["status"],
        price=(item.get("price") or item.get("plan") or {}).get("id", ""),
        ends_at=datetime.fromtimestamp(ends, UTC) if ends else None,
        cancels=bool(found.get("cancel_at_period_end") or cancels_at),
        workspace=(found.get("metadata") or {}).get("workspace", ""),
    )


def _customer(workspace: Workspace, plan: Plan, subscription: Subscription | None, by: User, now: datetime) -> str:
    """The id by which Stripe knows a workspace; it is made known there at its first purchase."""
    if subscription is not None and subscription.stripe_customer:
        return subscription.stripe_customer
    try:
        customer = _stripe().v1.customers.create(
            {"email": by.email, "name": workspace.name, "metadata": {"workspace": workspace.slug}},
            # Two purchases that begin at once make one customer.
            {"idempotency_key": f"customer {settings.PUBLIC_ADDRESS} {workspace.slug}"},
        )
    except stripe.StripeError as error:
        raise _refused(error) from error
    know_customer(workspace, plan, customer.id, now)
    return customer.id


def _keep(news: News, outcome: str, now: datetime, *, taken: bool) -> None:
    with transaction.atomic():
        row, _ = StripeEvent.objects.get_or_create(id=news.id, defaults={"kind": news.kind, "received_at": now})
        row.outcome, row.taken_at = outcome[:_LONGEST_OUTCOME], now if taken else None
        row.save()


def _stripe() -> stripe.StripeClient:
    if not settings.STRIPE_KEY:
        raise PaymentError("Nothing can be paid for here: the operator has set no key for Stripe.")
    return stripe.StripeClient(
        settings.STRIPE_KEY,
        base_addresses={"api": settings.STRIPE_ADDRESS} if settings.STRIPE_ADDRESS else {},
        http_client=stripe.RequestsClient(timeout=_TIMEOUT),
        max_network_retries=1,
    )


def _refused(error: stripe.StripeError) -> PaymentError:
    if isinstance(error, stripe.APIConnectionError):
        return PaymentError("Stripe can't be reached just now. Nothing was changed; try again in a minute.")
    return PaymentError(f"Stripe refused: {error.user_message or error.code or error.http_status}.")
