"""Webhooks and services of apprise: signed, within a time, and never into the networks around the machine."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_network
from typing import Any

import pytest
from pytest_django import Settings

from conductatlas.monitoring.sending import SIGNATURE, Fault, post, refusal_of, send_by_apprise, signature

_AT = datetime(2026, 4, 1, 9, tzinfo=UTC)
_SECRET = "a secret"


class _Hook(HTTPServer):
    """A webhook on this machine that answers as the test says."""

    status = 204
    body = b""
    location = ""
    waits = 0.0


@pytest.fixture
def hook(settings: Settings) -> Iterator[_Hook]:
    """The webhook; the operator opened the loopback for it."""
    settings.CAPTURE_ALLOWED_NETWORKS = (ip_network("127.0.0.0/8"),)
    asked: list[tuple[str, dict[str, str], bytes]] = []
    released = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, dict(self.headers.items()), body))
            released.wait(server.waits)
            self.send_response(server.status)
            if server.location:
                self.send_header("Location", server.location)
            self.send_header("Content-Length", str(len(server.body)))
            self.end_headers()
            self.wfile.write(server.body)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = _Hook(("127.0.0.1", 0), Handler)
    server.asked = asked  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    released.set()
    server.shutdown()
    server.server_close()
    thread.join(5)


def _address(hook: _Hook, path: str = "/hook") -> str:
    return f"http://127.0.0.1:{hook.server_port}{path}"


def test_the_signature_is_that_of_the_documentation() -> None:
    body = b'{"id":"x"}'
    code = hmac.new(b"a secret", b"1775034000." + body, hashlib.sha256).hexdigest()
    assert signature(_SECRET, _AT, body) == f"t=1775034000,v1={code}"


@pytest.mark.enable_socket
def test_a_webhook_gets_json_that_it_can_check(hook: _Hook) -> None:
    outcome, _ = post(_address(hook), _SECRET, {"id": "x", "text": "Ünïcode"}, _AT)
    assert (outcome.fault, outcome.line) == (None, "answered 204")
    ((path, headers, body),) = hook.asked  # type: ignore[attr-defined]
    assert path == "/hook"
    assert headers["Content-Type"] == "application/json"
    assert headers[SIGNATURE] == signature(_SECRET, _AT, body)
    assert json.loads(body) == {"id": "x", "text": "Ünïcode"}


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("status", "location", "fault", "says"),
    [
        (500, "", Fault.PASSING, "answered: 500"),
        (404, "", Fault.PASSING, "answered: 404"),
        (410, "", Fault.CHANNEL, "answered: 410"),
        (307, "http://169.254.169.254/", Fault.PASSING, "a redirect, which is not followed: 307"),
    ],
)
def test_what_it_answers_says_how_to_go_on(hook: _Hook, status: int, location: str, fault: Fault, says: str) -> None:
    hook.status, hook.location = status, location
    outcome, _ = post(_address(hook), _SECRET, {}, _AT)
    assert outcome.fault is fault
    assert says in outcome.line
    assert len(hook.asked) == 1  # type: ignore[attr-defined]


@pytest.mark.enable_socket
def test_a_slow_or_endless_answer_is_cut_off(hook: _Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    from conductatlas.capture.fetching import Limits

    limits = Limits(connect=1.0, read=0.5, total=1.0, body=1000, redirects=0)
    monkeypatch.setattr("conductatlas.monitoring.sending.webhook._LIMITS", limits)
    hook.waits = 5.0
    outcome, _ = post(_address(hook), _SECRET, {}, _AT)
    assert outcome.fault is Fault.PASSING
    hook.waits, hook.status, hook.body = 0.0, 200, b"x" * 5000
    outcome, _ = post(_address(hook), _SECRET, {}, _AT)
    assert outcome.fault is Fault.PASSING


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/passwd",
        "http://user:pass@hook.example/",
        "http://2130706433/",
        "",
    ],
)
def test_inner_networks_are_not_reached(address: str) -> None:
    outcome, answer = post(address, _SECRET, {}, _AT)
    assert outcome.fault is Fault.PASSING
    assert answer == b""
    assert outcome.line.startswith(("blocked-address", "bad-address"))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("syslog://", "acts on the machine"),
        ("dbus://", "acts on the machine"),
        ("mailto://a:b@reader.example", "Add this as e-mail"),
        ("json://127.0.0.1/", "Add this as webhook"),
        ("nonsense://x", "no address that apprise knows"),
        ("https://reader.example/", "no address that apprise knows"),
        ("", "no address that apprise knows"),
    ],
)
def test_what_is_no_chat_or_push_service_is_refused(address: str, says: str) -> None:
    assert says in refusal_of(address)


def test_what_apprise_knows_is_taken() -> None:
    assert refusal_of("tgram://123456789:abcdefg_hijklmnop/12315544/") == ""
    assert refusal_of("ntfy://ntfy.example/topic") == ""


@pytest.mark.enable_socket
@pytest.mark.parametrize("address", ["ntfy://127.0.0.1:{port}/topic", "gotify://localhost:{port}/abcdefabcdefabc"])
def test_a_service_inside_is_reached_only_where_the_operator_allows(
    hook: _Hook, settings: Settings, address: str
) -> None:
    hook.status, hook.body = 200, b"{}"
    there = address.format(port=hook.server_port)
    assert send_by_apprise(there, "title", "text").fault is None
    assert len(hook.asked) == 1  # type: ignore[attr-defined]
    settings.CAPTURE_ALLOWED_NETWORKS = ()
    outcome = send_by_apprise(there, "title", "text")
    assert outcome.fault is Fault.CHANNEL
    assert "this machine itself" in outcome.line
    assert len(hook.asked) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["{here}/key.json", "/etc/passwd", "/proc/self/environ", "/usr/../etc/shadow"])
def test_a_service_opens_no_file_of_ours(tmp_path: Any, path: str) -> None:
    secret = tmp_path / "key.json"
    secret.write_text('{"private": "key"}')
    outcome = send_by_apprise(f"fcm://project/token/?keyfile={path.format(here=tmp_path)}", "title", "text")
    assert outcome.fault is Fault.CHANNEL
    assert outcome.line == "refused: it would open a file"


def test_the_fence_is_gone_afterwards(tmp_path: Any) -> None:
    file = tmp_path / "x"
    send_by_apprise("syslog://", "title", "text")
    file.write_text("x")
    assert file.read_text() == "x"
