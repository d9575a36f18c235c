"""A stand-in for Stripe on this machine: it answers in the shapes that Stripe documents, what tests set.

It knows what localstripe does not: the pages of Checkout and of the customer portal.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

SECRET = "whsec_of_a_test"


@dataclass
class StripeStandIn:
    """What Stripe holds, and what it was asked for."""

    address: str = ""
    down: bool = False
    subscriptions: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def subscribe(
        self, price: str, status: str = "active", *, id: str = "sub_1", customer: str = "cus_1", **more: Any
    ) -> str:
        """Let there be a subscription, or let one be as it is now."""
        item = {
            "id": "si_1",
            "object": "subscription_item",
            "price": {"id": price},
            "current_period_end": int(time.time()) + 20 * 86_400,
        }
        self.subscriptions[id] = {
            "id": id,
            "object": "subscription",
            "customer": customer,
            "status": status,
            "cancel_at_period_end": False,
            "cancel_at": None,
            "ended_at": None,
            "metadata": {},
            "items": {"object": "list", "data": [item]},
            **more,
        }
        return id

    def answer(self, method: str, path: str, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What Stripe answers."""
        self.asked.append((method, path, sent))
        if self.down:
            return 500, {"error": {"message": "down", "type": "api_error"}}
        if path == "/v1/customers":
            return 200, {"id": "cus_1", "object": "customer"}
        if path == "/v1/checkout/sessions":
            return 200, {"id": "cs_1", "object": "checkout.session", "url": f"{self.address}/pay/cs_1"}
        if path == "/v1/billing_portal/sessions":
            return 200, {"id": "bps_1", "object": "billing_portal.session", "url": f"{self.address}/portal/bps_1"}
        found = self.subscriptions.get(path.removeprefix("/v1/subscriptions/"))
        if found is None:
            return 404, {"error": {"code": "resource_missing", "message": f"No such thing: {path}"}}
        if "cancel_at_period_end" in sent:
            found["cancel_at_period_end"] = sent["cancel_at_period_end"].lower() == "true"
        return 200, found


@contextmanager
def stripe_stand_in() -> Iterator[StripeStandIn]:
    """A running stand-in."""
    held = StripeStandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith("/v1/"):
                self._send(
                    200,
                    # With an empty icon, since a browser asks for one when the stand-in may be gone.
                    b"<!doctype html><title>Pay</title><link rel=icon href='data:,'><h1>Stripe\xe2\x80\x99s page</h1>",
                    "text/html; charset=utf-8",
                )
                return
            self._answer({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            self._answer(dict(parse_qsl(body)))

        def _answer(self, sent: dict[str, str]) -> None:
            if key := self.headers.get("Idempotency-Key"):
                sent = sent | {"idempotency": key}
            status, values = held.answer(self.command, self.path, sent)
            self._send(status, json.dumps(values).encode(), "application/json")

        def _send(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def event(id: str, kind: str, about: dict[str, Any]) -> bytes:
    """A message of the webhook."""
    return json.dumps({"id": id, "object": "event", "type": kind, "data": {"object": about}}).encode()


def signed(payload: bytes, at: float, secret: str = SECRET) -> str:
    """The header with which Stripe signs a message: the time, and the HMAC of time and message."""
    stamp = str(int(at))
    signature = hmac.new(secret.encode(), f"{stamp}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={signature}"
