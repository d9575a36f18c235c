"""What we ask and take of Stripe agrees with localstripe: a program of others that answers and signs as Stripe does.

It has no pages of Checkout and of the portal, and sends no message when a subscription is changed or not paid: those
are tested against our own stand-in. Its messages are received as they come, and handed on in an order of our choosing.
"""

from __future__ import annotations

import os
import queue
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.models import Plan, StripeEvent, Subscription, SubscriptionState
from conductatlas.accounts.payment import PaymentError, cancel, checkout, take_state
from tests.accounts.people import plan, workspace
from tests.accounts.stripe_stand_in import SECRET

pytestmark = [pytest.mark.localstripe, pytest.mark.enable_socket, pytest.mark.django_db]
_WITHIN = 20.0
# Test numbers of cards that Stripe documents: one that works, one that can be added and then refuses each payment.
_GOOD, _REFUSES = "4242424242424242", "4000000000000341"


@dataclass
class Localstripe:
    """A running localstripe, and the messages that it sent to us: body and signature."""

    address: str
    told: queue.Queue[tuple[bytes, str]] = field(default_factory=queue.Queue)

    def ask(self, path: str, method: str = "POST", **values: Any) -> Any:
        """Ask as a merchant's program does."""
        key = ("sk_test_12345", "")
        answer = requests.request(method, f"{self.address}{path}", json=values, auth=key, timeout=10)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def messages(self, *kinds: str) -> list[tuple[bytes, str]]:
        """Wait for a message of each kind; give them back in that order."""
        found: dict[str, tuple[bytes, str]] = {}
        until = time.monotonic() + _WITHIN
        while len(found) < len(kinds):
            body, signature = self.told.get(timeout=max(0.1, until - time.monotonic()))
            kind = next((one for one in kinds if f'"type": "{one}"'.encode() in body), "")
            if kind:
                found[kind] = (body, signature)
        return [found[kind] for kind in kinds]

    def card(self, customer: str, number: str) -> None:
        """Let a customer pay with a card from now on."""
        card = {"number": number, "exp_month": "12", "exp_year": "2040", "cvc": "123"}
        method = self.ask("/v1/payment_methods", type="card", card=card)["id"]
        self.ask(f"/v1/payment_methods/{method}/attach", customer=customer)
        self.ask(f"/v1/customers/{customer}", invoice_settings={"default_payment_method": method})


@pytest.fixture
def localstripe(tmp_path: Path) -> Iterator[Localstripe]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = Localstripe(f"http://127.0.0.1:{port}")

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            running.told.put((body, self.headers["Stripe-Signature"]))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    receiver = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    command = [os.environ.get("CONDUCTATLAS_TESTS_LOCALSTRIPE", ""), "--port", str(port), "--from-scratch"]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
    try:
        _wait_for(port)
        hook = f"{running.address}/_config/webhooks/ours"
        requests.post(
            hook, json={"url": f"http://127.0.0.1:{receiver.server_port}/", "secret": SECRET}, timeout=10
        ).raise_for_status()
        yield running
    finally:
        server.terminate()
        server.wait(10)
        receiver.shutdown()
        receiver.server_close()
        thread.join(5)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("localstripe did not start")


@pytest.fixture(autouse=True)
def _settings(settings: Settings, localstripe: Localstripe) -> None:
    settings.PLANS, settings.STRIPE_KEY, settings.STRIPE_WEBHOOK_SECRET = True, "sk_test_12345", SECRET
    settings.STRIPE_ADDRESS = localstripe.address
    for key, amount, interval in (("monitor", 1_900, "month"), ("compliance", 149_000, "year")):
        price: dict[str, Any] = {"id": f"price_{key}", "amount": amount, "currency": "eur", "interval": interval}
        localstripe.ask("/v1/plans", product={"name": key}, **price)
        Plan.objects.filter(key=key).update(stripe_price=f"price_{key}")


def _hand_on(client: Client, message: tuple[bytes, str]) -> tuple[int, str]:
    body, signature = message
    answer = client.post("/stripe/webhook", body, "application/json", headers={"Stripe-Signature": signature})
    return answer.status_code, answer.content.decode().strip()


def test_a_subscription_is_made_raised_missed_mended_and_cancelled(client: Client, localstripe: Localstripe) -> None:
    ours = workspace()
    now = timezone.now()
    assert ours.personal_of is not None
    # The customer is made there; of Checkout itself localstripe knows nothing.
    with pytest.raises(PaymentError):
        checkout(ours, plan("monitor"), by=ours.personal_of, back="https://atlas.example/plan", now=now)
    customer = Subscription.objects.get().stripe_customer
    assert localstripe.ask(f"/v1/customers/{customer}", "GET")["email"] == "ada@example.org"

    localstripe.card(customer, _GOOD)
    made = localstripe.ask("/v1/subscriptions", customer=customer, items=[{"plan": "price_monitor"}])
    created, paid = localstripe.messages("customer.subscription.created", "invoice.payment_succeeded")
    # The later message first.
    assert _hand_on(client, paid) == (200, "monitor, active")
    assert _hand_on(client, created) == (200, "monitor, active")
    assert entitlements(ours, now).plan == "monitor"
    row = Subscription.objects.get()
    assert row.ends_at is not None
    assert int(row.ends_at.timestamp()) == made["current_period_end"]

    # Raised, with a card that refuses: the message of the first payment comes again, and changes nothing.
    localstripe.card(customer, _REFUSES)
    localstripe.ask(f"/v1/subscriptions/{made['id']}", items=[{"plan": "price_compliance"}])
    assert _hand_on(client, paid) == (200, "monitor, active")
    # localstripe tells nobody that a renewal failed; what a message would lead to is done here by itself.
    assert take_state(made["id"], now) == "compliance, past-due"
    assert [entitlements(ours, now + timedelta(days=days)).plan for days in (6, 8)] == ["compliance", "free"]
    localstripe.card(customer, _GOOD)
    missing = localstripe.ask(f"/v1/subscriptions/{made['id']}", "GET")["latest_invoice"]
    localstripe.ask(f"/v1/invoices/{missing}/pay")
    (mended,) = localstripe.messages("invoice.payment_succeeded")
    assert _hand_on(client, mended) == (200, "compliance, active")

    # Cancelled and resumed from here.
    row = Subscription.objects.get()
    cancel(row, cancels=True, by=ours.personal_of, now=now)
    assert Subscription.objects.get().cancels
    cancel(row, cancels=False, by=ours.personal_of, now=now)
    assert not Subscription.objects.get().cancels

    localstripe.ask(f"/v1/subscriptions/{made['id']}", "DELETE")
    (deleted,) = localstripe.messages("customer.subscription.deleted")
    assert _hand_on(client, deleted) == (200, "compliance, ended")
    assert _hand_on(client, created) == (200, "monitor, active"), "what came of it then"
    assert Subscription.objects.get().state == SubscriptionState.ENDED
    assert entitlements(ours, now).plan == "free"
    assert StripeEvent.objects.exclude(taken_at=None).count() == 4


def test_a_message_that_was_changed_on_its_way_is_refused(client: Client, localstripe: Localstripe) -> None:
    customer = localstripe.ask("/v1/customers", email="stranger@example.org")["id"]
    ((body, signature),) = localstripe.messages("customer.created")
    assert _hand_on(client, (body.replace(b"stranger", b"somebody"), signature))[0] == 400
    assert _hand_on(client, (body, signature)) == (200, "nothing that concerns a plan")
    localstripe.card(customer, _GOOD)
    localstripe.ask("/v1/subscriptions", customer=customer, items=[{"plan": "price_monitor"}])
    (created,) = localstripe.messages("customer.subscription.created")
    assert _hand_on(client, created) == (200, "none of our customers")
