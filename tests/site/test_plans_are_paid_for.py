"""Paying through Stripe: its pages, and its webhook in every order, twice, forged, and about what is not ours.

Stripe is a stand-in on this machine; `tests/accounts/test_a_peer_of_stripe_agrees.py` asks localstripe too.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts import payment
from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.models import AuditEntry, Plan, StripeEvent, Subscription, SubscriptionState, Workspace
from conductatlas.accounts.subscriptions import Paid, PlanError, assign, start_trial
from tests.accounts.people import plan, workspace
from tests.accounts.stripe_stand_in import SECRET, StripeStandIn, event, signed, stripe_stand_in

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]
_DAY = timedelta(days=1)
_UPDATED = "customer.subscription.updated"


@pytest.fixture
def stripe(settings: Settings) -> Iterator[StripeStandIn]:
    with stripe_stand_in() as running:
        settings.PLANS, settings.STRIPE_KEY, settings.STRIPE_WEBHOOK_SECRET = True, "sk_test_1", SECRET
        settings.STRIPE_ADDRESS = running.address
        for key in ("monitor", "compliance"):
            Plan.objects.filter(key=key).update(stripe_price=f"price_{key}")
        yield running


@pytest.fixture
def ours(stripe: StripeStandIn) -> Workspace:
    """A workspace that Stripe knows as its first customer."""
    made = workspace()
    free = plan("free")
    Subscription.objects.create(workspace=made, plan=free, state=SubscriptionState.ENDED, stripe_customer="cus_1")
    return made


def _tell(client: Client, id: str = "evt_1", kind: str = _UPDATED, about: dict[str, Any] | None = None) -> Any:
    payload = event(id, kind, about or {"id": "sub_1", "object": "subscription"})
    return _post(client, payload, signed(payload, time.time()))


def _post(client: Client, payload: bytes, signature: str) -> Any:
    return client.post("/stripe/webhook", payload, "application/json", headers={"Stripe-Signature": signature})


def _plan_of(ours: Workspace, days: float = 0) -> str:
    return entitlements(ours, timezone.now() + days * _DAY).plan


def _signed_in(client: Client, ours: Workspace) -> str:
    assert ours.personal_of is not None
    client.force_login(ours.personal_of)
    return f"/workspaces/{ours.slug}/plan"


# What Stripe tells.


def test_a_paid_subscription_opens_its_plan(client: Client, stripe: StripeStandIn, ours: Workspace) -> None:
    stripe.subscribe("price_monitor")
    answer = _tell(client)
    assert (answer.status_code, answer.content) == (200, b"monitor, active\n")
    assert _plan_of(ours, 900) == "monitor"
    assert AuditEntry.objects.get().action == "plan.paid"


def test_checkout_tells_of_its_subscription_and_names_the_workspace(client: Client, stripe: StripeStandIn) -> None:
    ours = workspace()
    stripe.subscribe("price_compliance", customer="cus_9", metadata={"workspace": ours.slug})
    session = {"id": "cs_1", "object": "checkout.session", "subscription": "sub_1"}
    assert _tell(client, kind="checkout.session.completed", about=session).status_code == 200
    assert _plan_of(ours) == "compliance"
    assert Subscription.objects.get().stripe_customer == "cus_9"


def test_upgrade_and_downgrade_count_at_once(client: Client, stripe: StripeStandIn, ours: Workspace) -> None:
    stripe.subscribe("price_monitor")
    _tell(client, "evt_1")
    stripe.subscribe("price_compliance")
    _tell(client, "evt_2")
    assert _plan_of(ours) == "compliance"
    stripe.subscribe("price_monitor")
    _tell(client, "evt_3")
    assert _plan_of(ours) == "monitor"
    assert [entry.detail["after"] for entry in AuditEntry.objects.order_by("id")] == [
        "monitor, active",
        "compliance, active",
        "monitor, active",
    ]


@pytest.mark.parametrize(
    "about",
    [
        {"id": "in_1", "object": "invoice", "subscription": "sub_1"},
        {"id": "in_1", "object": "invoice", "parent": {"subscription_details": {"subscription": "sub_1"}}},
    ],
)
def test_a_payment_that_fails_leaves_a_week_and_one_that_works_mends_it(
    client: Client, stripe: StripeStandIn, ours: Workspace, about: dict[str, Any]
) -> None:
    stripe.subscribe("price_monitor")
    _tell(client, "evt_1")
    stripe.subscribe("price_monitor", "past_due")
    _tell(client, "evt_2", "invoice.payment_failed", about)
    row = Subscription.objects.get()
    assert row.state == SubscriptionState.PAST_DUE
    assert (_plan_of(ours, 6.9), _plan_of(ours, 7.1)) == ("monitor", "free")
    # A second failure does not begin the week anew, nor does Stripe's giving up.
    stripe.subscribe("price_monitor", "unpaid")
    _tell(client, "evt_3", "invoice.payment_failed", about)
    assert Subscription.objects.get().unpaid_since == row.unpaid_since
    stripe.subscribe("price_monitor", "active")
    _tell(client, "evt_4", "invoice.paid", about)
    assert Subscription.objects.get().unpaid_since is None
    assert _plan_of(ours, 30) == "monitor"


def test_what_is_cancelled_stands_to_the_end_of_its_period(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    stripe.subscribe("price_monitor")
    ends = int((timezone.now() + 10 * _DAY).timestamp())
    stripe.subscriptions["sub_1"]["items"]["data"][0]["current_period_end"] = ends
    stripe.subscriptions["sub_1"]["cancel_at_period_end"] = True
    _tell(client, "evt_1")
    assert (_plan_of(ours, 9.9), _plan_of(ours, 10.1)) == ("monitor", "free")
    stripe.subscriptions["sub_1"]["cancel_at_period_end"] = False
    _tell(client, "evt_2")
    assert _plan_of(ours, 10.1) == "monitor"
    stripe.subscribe("price_monitor", "canceled", ended_at=int(time.time()))
    _tell(client, "evt_3", "customer.subscription.deleted")
    assert _plan_of(ours) == "free"


def test_a_message_that_comes_again_is_acted_on_once(client: Client, stripe: StripeStandIn, ours: Workspace) -> None:
    stripe.subscribe("price_monitor")
    first = _tell(client)
    asked = len(stripe.asked)
    stripe.subscribe("price_compliance")
    again = _tell(client)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert len(stripe.asked) == asked, "nothing was fetched"
    assert (AuditEntry.objects.count(), StripeEvent.objects.count()) == (1, 1)
    assert _plan_of(ours) == "monitor"


def test_messages_in_the_wrong_order_end_at_the_state_of_now(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    # The subscription was made, upgraded and cancelled; its end arrives first.
    stripe.subscribe("price_compliance", "canceled", ended_at=int(time.time()))
    Subscription.objects.update(stripe_subscription="sub_1", state=SubscriptionState.ACTIVE)
    old = {"id": "sub_1", "object": "subscription", "status": "active"}
    _tell(client, "evt_3", "customer.subscription.deleted", old | {"status": "canceled"})
    assert _tell(client, "evt_2", _UPDATED, old).status_code == 200
    assert _tell(client, "evt_1", "customer.subscription.created", old).status_code == 200
    assert _plan_of(ours) == "free"
    assert Subscription.objects.get().state == SubscriptionState.ENDED


def test_a_state_that_was_fetched_before_another_was_taken_is_fetched_anew(
    client: Client, stripe: StripeStandIn, ours: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stripe.subscribe("price_monitor")
    _tell(client, "evt_1")
    fetch, nested = payment._fetch, list[Paid]()

    def overtaken(subscription: str) -> Paid:
        """Fetch; before what came is taken, another message is worked off whole."""
        found = fetch(subscription)
        if not nested:
            nested.append(found)
            stripe.subscribe("price_compliance")
            _tell(client, "evt_3")
        return found

    monkeypatch.setattr(payment, "_fetch", overtaken)
    _tell(client, "evt_2")
    assert nested[0].price == "price_monitor"
    assert _plan_of(ours) == "compliance"


def test_a_forged_old_or_unreadable_message_is_refused(client: Client, stripe: StripeStandIn, ours: Workspace) -> None:
    stripe.subscribe("price_monitor")
    payload = event("evt_1", _UPDATED, {"id": "sub_1"})
    now = time.time()
    for signature in (
        "",
        "nonsense",
        "t=abc,v1=def",
        signed(payload, now, "whsec_another"),
        signed(payload, now - 3600),
        signed(payload + b" ", now),
    ):
        assert _post(client, payload, signature).status_code == 400
    for body in (b"", b"no json", b"[]", b"{}", b'{"id": 1, "type": "x", "data": {"object": 3}}', b"\xff\xfe"):
        assert _post(client, body, signed(body, now)).status_code == 400
    assert not StripeEvent.objects.exists()
    assert stripe.asked == []
    huge = b"x" * 1_000_001
    assert _post(client, huge, signed(huge, now)).status_code == 413
    assert client.get("/stripe/webhook").status_code == 405


def test_of_unknown_customers_nothing_is_taken_and_stripe_need_not_ask_again(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    stripe.subscribe("price_monitor", customer="cus_of_another_shop")
    assert _tell(client).content == b"none of our customers\n"
    stripe.subscribe("price_monitor", id="sub_2", customer="cus_x", metadata={"workspace": "no-such-one"})
    assert _tell(client, "evt_2", about={"id": "sub_2"}).content == b"none of our customers\n"
    assert _tell(client, "evt_3", "payout.paid", {"id": "po_1"}).content == b"nothing that concerns a plan\n"
    assert _plan_of(ours) == "free"


def test_what_cannot_be_taken_now_is_kept_for_operators_and_taken_when_it_comes_again(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    stripe.subscribe("price_unheard_of")
    answer = _tell(client)
    assert (answer.status_code, b"price_unheard_of" in answer.content) == (503, True)
    stripe.down = True
    assert _tell(client, "evt_2").status_code == 503
    stripe.down = False
    kept = StripeEvent.objects.order_by("id")
    assert [one.taken_at for one in kept] == [None, None]
    assert "No plan has the price" in kept[0].outcome
    Plan.objects.filter(key="monitor").update(stripe_price="price_unheard_of")
    assert [_tell(client, "evt_1").status_code, _tell(client, "evt_2").status_code] == [200, 200]
    assert _plan_of(ours) == "monitor"
    assert not StripeEvent.objects.filter(taken_at=None).exists()


def test_a_second_subscription_is_noted_and_the_end_of_an_earlier_one_changes_nothing(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    stripe.subscribe("price_monitor")
    _tell(client, "evt_1")
    stripe.subscribe("price_compliance", id="sub_2")
    assert b"refund one" in _tell(client, "evt_2", about={"id": "sub_2"}).content
    assert _plan_of(ours) == "monitor"
    assert b"refund one" in _tell(client, "evt_2b", about={"id": "sub_2"}).content
    assert AuditEntry.objects.filter(action="plan.paid-twice").count() == 1
    stripe.subscribe("price_monitor", "canceled")
    _tell(client, "evt_3")
    assert _plan_of(ours) == "free"
    _tell(client, "evt_4", about={"id": "sub_2"})
    assert _plan_of(ours) == "compliance"
    _tell(client, "evt_5")
    assert _plan_of(ours) == "compliance"


def test_a_first_payment_under_way_leaves_a_trial_as_it_is(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    start_trial(ours, plan("monitor"), by="Ada", now=timezone.now())
    stripe.subscribe("price_compliance", "incomplete")
    assert _tell(client, "evt_1").content == b"incomplete: nothing to do yet\n"
    stripe.subscribe("price_compliance", "incomplete_expired")
    _tell(client, "evt_2")
    assert (_plan_of(ours), _plan_of(ours, 15)) == ("monitor", "free")
    stripe.subscribe("price_compliance", "trialing")
    _tell(client, "evt_3")
    assert _plan_of(ours, 15) == "compliance"


def test_operators_do_not_change_what_is_paid_through_stripe(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    stripe.subscribe("price_monitor")
    _tell(client)
    with pytest.raises(PlanError, match="paid through Stripe"):
        assign(ours, plan("compliance"), by="Ops", now=timezone.now())
    with pytest.raises(PlanError, match="paid through Stripe"):
        start_trial(ours, plan("compliance"), by="Ada", now=timezone.now())
    stripe.subscribe("price_monitor", "canceled")
    _tell(client, "evt_2")
    assign(ours, plan("compliance"), by="Ops", now=timezone.now())
    _tell(client, "evt_3")
    assert _plan_of(ours) == "compliance", "news of what is over does not touch what was assigned since"


def test_what_every_message_missed_is_asked_for(client: Client, stripe: StripeStandIn, ours: Workspace) -> None:
    stripe.subscribe("price_monitor")
    _tell(client)
    now = timezone.now()
    assert payment.catch_up(now) == []
    stripe.subscribe("price_monitor", "canceled", ended_at=int(time.time()))
    Subscription.objects.update(ends_at=now - 2 * _DAY)
    stripe.down = True
    (said,) = payment.catch_up(now)
    assert "sub_1: Stripe refused" in said
    stripe.down = False
    assert payment.catch_up(now) == ["sub_1: monitor, ended"]
    assert _plan_of(ours) == "free"
    assert payment.catch_up(now) == []


def test_without_keys_there_is_no_webhook_and_nothing_to_buy(client: Client, db: None, settings: Settings) -> None:
    settings.PLANS = True
    assert _post(client, b"{}", "x").status_code == 404
    path = _signed_in(client, workspace())
    page = client.get(path).content.decode()
    assert "Try Monitor for 14 days" in page
    assert "Pay for" not in page
    answer = client.post(f"{path}/checkout", {"plan": "monitor"})
    assert answer.status_code == 409


# Stripe's pages.


def test_checkout_is_begun_for_the_workspace_and_what_is_left_of_a_trial_is_free(
    client: Client, stripe: StripeStandIn
) -> None:
    ours = workspace()
    trial = start_trial(ours, plan("monitor"), by="Ada", now=timezone.now())
    path = _signed_in(client, ours)
    answer = client.post(f"{path}/checkout", {"plan": "compliance"})
    assert (answer.status_code, answer["Location"]) == (303, f"{stripe.address}/pay/cs_1")
    (_, _, customer), (_, _, session) = stripe.asked
    assert customer["email"] == "ada@example.org"
    assert customer["metadata[workspace]"] == ours.slug
    assert ours.slug in customer["idempotency"]
    assert trial.ends_at is not None
    assert session["mode"] == "subscription"
    assert session["customer"] == "cus_1"
    assert session["line_items[0][price]"] == "price_compliance"
    assert session["subscription_data[metadata][workspace]"] == ours.slug
    assert session["subscription_data[trial_end]"] == str(int(trial.ends_at.timestamp()))
    assert session["success_url"].endswith(f"{path}?paid=1")
    client.post(f"{path}/checkout", {"plan": "monitor"})
    assert [one[1] for one in stripe.asked].count("/v1/customers") == 1
    assert "as soon as Stripe has told us" in client.get(f"{path}?paid=1").content.decode()


def test_the_plan_page_lets_its_forms_lead_to_stripe_and_other_pages_do_not(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    policy = client.get(_signed_in(client, ours))["Content-Security-Policy"]
    (form_action,) = [part for part in policy.split("; ") if part.startswith("form-action")]
    wanted = {"'self'", "https://checkout.stripe.com", "https://billing.stripe.com", stripe.address}
    assert set(form_action.split()[1:]) == wanted
    assert "stripe" not in client.get("/plans")["Content-Security-Policy"]


def test_who_pays_manages_it_on_stripes_pages_and_cancels_and_resumes_here(
    client: Client, stripe: StripeStandIn, ours: Workspace
) -> None:
    path = _signed_in(client, ours)
    assert client.post(f"{path}/portal").status_code == 409
    stripe.subscribe("price_monitor")
    _tell(client)
    assert client.post(f"{path}/portal")["Location"] == f"{stripe.address}/portal/bps_1"
    assert client.post(f"{path}/checkout", {"plan": "compliance"}).status_code == 409
    assert client.post(f"{path}/cancel").status_code == 303
    assert Subscription.objects.get().cancels
    assert "Go on with the plan" in client.get(path).content.decode()
    assert client.post(f"{path}/resume").status_code == 303
    assert not Subscription.objects.get().cancels
    acts = AuditEntry.objects.exclude(actor="Stripe").order_by("id").values_list("actor", "action")
    assert list(acts) == [("ada@example.org", "plan.cancelled"), ("ada@example.org", "plan.resumed")]


def test_where_stripe_cannot_be_reached_the_page_says_so_and_nothing_changes(
    client: Client, stripe: StripeStandIn, ours: Workspace, settings: Settings
) -> None:
    path = _signed_in(client, ours)
    settings.STRIPE_ADDRESS = "http://127.0.0.1:9"
    answer = client.post(f"{path}/checkout", {"plan": "monitor"})
    assert answer.status_code == 503
    assert "can’t be reached" in answer.content.decode() or "can&#x27;t be reached" in answer.content.decode()
    settings.STRIPE_ADDRESS, stripe.down = stripe.address, True
    assert client.post(f"{path}/checkout", {"plan": "monitor"}).status_code == 503
    assert not AuditEntry.objects.exists()
    assert json.loads(client.get(f"{path}.json").content)["through_stripe"] is False
