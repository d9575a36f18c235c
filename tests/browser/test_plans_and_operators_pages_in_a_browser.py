"""The pages of plans and of operators in Chromium: rules of accessibility, and the way to Stripe's pages and back."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Plan, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.capture import Page, Text, read_declarations, read_terms
from conductatlas.capture.declarations import terms_from_value
from conductatlas.capture.snapshots import SnapshotStore
from conductatlas.monitoring.models import Channel, Delivery
from conductatlas.records.models import StoredText, TrackedDocument
from conductatlas.tracking import track
from tests.accounts.people import make_plans
from tests.accounts.stripe_stand_in import SECRET, StripeStandIn, stripe_stand_in
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS
from tests.records_factory import World
from tests.tracking.worlds import ADDRESS, CLAUSES, START, declare
from tests.tracking.worlds import page as page_of

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., BrowserPage]


@pytest.fixture
def stripe(settings: Settings) -> Iterator[StripeStandIn]:
    with stripe_stand_in() as running:
        settings.PLANS, settings.STRIPE_KEY, settings.STRIPE_WEBHOOK_SECRET = True, "sk_test_1", SECRET
        settings.STRIPE_ADDRESS = running.address
        yield running


@pytest.fixture
def operator(world: World, stripe: StripeStandIn) -> User:
    """Somebody who may open all of these pages, and things to see on them."""
    somebody = User.objects.create_user("olu@example.org", name="Olu", is_staff=True)
    make_plans()
    Plan.objects.filter(key="monitor").update(stripe_price="price_monitor")
    ours = personal_workspace(somebody)
    channel = Channel.objects.create(workspace=ours, kind="email", address="olu@example.org")
    Delivery.objects.create(channel=channel, kind="change", subject="CA-C-000001", state="given-up", tries=9)
    audit("Ada", "watch.made", "larkwell", workspace=ours)
    return somebody


@pytest.fixture
def declared(operator: User, tmp_path: Path, settings: Settings) -> str:
    """The path of the declaration of a source that was looked at once."""
    settings.SNAPSHOTS = str(tmp_path / "snapshots")
    track(read_declarations(declare(tmp_path / "declarations")).services, "own", START)
    tracked = TrackedDocument.objects.get()
    # No look here: it would run a loop of its own within Playwright's.
    body = page_of(*CLAUSES, around="<footer><p>Hearthbook is a company of Ghent.</p></footer>")
    sha256 = SnapshotStore(settings.SNAPSHOTS).put(body).sha256
    answered = {"address": ADDRESS, "final_address": ADDRESS, "status": 200, "content_type": "text/html"}
    tracked.pages, tracked.succeeded_at = [answered | {"sha256": sha256}], START
    read = read_terms(terms_from_value(tracked.declaration), {ADDRESS: Page(ADDRESS, body)})
    assert isinstance(read, Text)
    content = read.markdown.encode()
    tracked.text_sha256, tracked.read_as = hashlib.sha256(content).hexdigest(), tracked.declared_as
    compressed = zlib.compress(content)
    StoredText.objects.create(sha256=tracked.text_sha256, size=len(content), compressed=compressed)
    tracked.save()
    return f"/staff/sources/{tracked.pk}/declaration"


def _signed_in(somebody: User, server: LiveServer) -> dict[str, Any]:
    """The options of a window in which somebody is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(somebody.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = somebody.get_session_auth_hash()
    session.create()
    cookie = {"name": "sessionid", "value": session.session_key, "url": server.url}
    return {"storage_state": {"cookies": [_placed(cookie)], "origins": []}}


def _placed(cookie: dict[str, Any]) -> dict[str, Any]:
    host = re.sub(r"^http://|:\d+$", "", cookie.pop("url"))
    return cookie | {"domain": host, "path": "/", "expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}


def _paths(somebody: User, world: World) -> list[str]:
    return [
        "/plans",
        f"/workspaces/{personal_workspace(somebody).slug}/plan",
        "/staff",
        "/staff/users",
        f"/staff/users/{somebody.pk}",
        f"/staff/workspaces/{personal_workspace(somebody).slug}",
        "/staff/plans/monitor",
        "/staff/audit",
        "/staff/deliveries",
        f"/staff/review/{world.arbitration.permanent_id}",
    ]


def test_axe_finds_nothing_to_mend(
    open_page: OpenPage, live_server: LiveServer, operator: User, world: World, declared: str
) -> None:
    options = _signed_in(operator, live_server)
    for path in [*_paths(operator, world), declared]:
        for viewport, scheme in ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")):
            page = open_page(path, viewport, color_scheme=scheme, **options)
            assert page.locator("h1").count() == 1
            results = Axe().run(page, options=_OPTIONS)
            found = results.generate_report()
            assert results.violations_count == 0, f"{path}, {viewport['width']} px, {scheme}: {found}"
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= viewport["width"], f"{path} is {width} px wide on {viewport['width']}"


def test_the_form_leads_to_stripes_page_in_chromium(
    open_page: OpenPage, live_server: LiveServer, operator: User, stripe: StripeStandIn
) -> None:
    path = f"/workspaces/{personal_workspace(operator).slug}/plan"
    page = open_page(path, java_script_enabled=False, **_signed_in(operator, live_server))
    page.get_by_role("button", name="Pay for Monitor").click()
    page.wait_for_url(f"{stripe.address}/pay/cs_1")
    assert page.get_by_role("heading", level=1).inner_text() == "Stripe’s page"


def test_a_trial_is_started_without_scripts_and_a_mistake_is_told_beside_its_field(
    open_page: OpenPage, live_server: LiveServer, operator: User
) -> None:
    options = _signed_in(operator, live_server)
    page = open_page(f"/workspaces/{personal_workspace(operator).slug}/plan", java_script_enabled=False, **options)
    page.get_by_role("button", name="Try Monitor for 14 days").click()
    assert "No card is needed." in page.get_by_role("status").inner_text()
    assert "on trial until" in page.locator(".lead").inner_text()
    page.goto("/staff/plans/monitor")
    assert page.get_by_label("Price", exact=True).input_value() == "1900"
    page.get_by_label("Price", exact=True).fill("2100")
    page.get_by_label("Reason").fill("Dearer.")
    page.get_by_role("button", name="Save the plan").click()
    assert page.url.endswith("/staff/plans")
    assert "EUR 21 a month" in page.locator("main").inner_text()


def test_a_declaration_is_tried_and_made_to_count_without_scripts(
    open_page: OpenPage, live_server: LiveServer, operator: User, declared: str
) -> None:
    options = _signed_in(operator, live_server) | {"java_script_enabled": False}
    page = open_page(declared, PHONE, **options)
    assert "It is the text on record to the letter" in page.locator("main").inner_text()
    page.get_by_label("Declaration", exact=True).last.fill(json.dumps({"fetch": ADDRESS, "select": ["body", ".x"]}))
    page.get_by_role("button", name="Try it").click()
    assert page.locator(".redline-rows ins").all_inner_texts() == ["Hearthbook is a company of Ghent."]
    assert page.get_by_label("Reason").input_value() == ""
    page.get_by_label("Reason").fill("The footer counts.")
    page.get_by_role("button", name="Let it count").click()
    assert "has another declaration; the next look reads by it." in page.get_by_role("status").inner_text()
    assert "no look has read by it yet" in page.locator("main").inner_text()


def test_axe_finds_nothing_to_mend_in_what_was_tried(
    browser: Browser, live_server: LiveServer, operator: User, declared: str
) -> None:
    right = json.dumps({"fetch": ADDRESS, "select": ["body", ".x"], "remove": "p:nth-of-type(2)", "odd": 1})
    for viewport, scheme in ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")):
        window: dict[str, Any] = {"viewport": viewport, "color_scheme": scheme, **_signed_in(operator, live_server)}
        context = browser.new_context(base_url=live_server.url, **window)
        page = context.new_page()
        page.goto(declared)
        for sent, shown in ((right, "selects nothing"), ('{"fetch": "x"', "it ends too early")):
            page.locator("textarea").fill(sent)
            page.get_by_role("button", name="Try it").click()
            assert shown in page.locator("main").inner_text()
            results = Axe().run(page, options=_OPTIONS)
            assert results.violations_count == 0, results.generate_report()
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= viewport["width"], f"{width} px wide on {viewport['width']}"
        context.close()
