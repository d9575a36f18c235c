"""The pages of plans and of operators in Chromium: rules of accessibility, and the way to Stripe's pages and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Plan, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.models import Channel, Delivery
from tests.accounts.people import make_plans
from tests.accounts.stripe_stand_in import SECRET, StripeStandIn, stripe_stand_in
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS
from tests.records_factory import World

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]


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


def test_axe_finds_nothing_to_mend(open_page: OpenPage, live_server: LiveServer, operator: User, world: World) -> None:
    options = _signed_in(operator, live_server)
    for path in _paths(operator, world):
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
