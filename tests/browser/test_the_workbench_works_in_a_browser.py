"""The workbench in a browser: a change is triaged without scripts, and every page passes axe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from conductatlas.accounts.models import User
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.workbench.models import Vendor
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS
from tests.records_factory import World

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]
OpenPage = Callable[..., Page]


@pytest.fixture
def state(live_server: LiveServer, world: World) -> dict[str, object]:
    """The cookies of somebody who is signed in, in whose organisation Larkwell is a vendor."""
    user = User.objects.create_user("kim@team.example", name="Kim")
    workspace = create_organisation("Acme Compliance", user)
    workspace.slug = "acme"
    workspace.save()
    Vendor.objects.create(workspace=workspace, name="Larkwell Inc.", platform=world.terms.platform)
    Vendor.objects.create(workspace=workspace, name="Nobody knows")
    client = Client()
    client.force_login(user)
    cookie = {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": live_server.url,
    }
    return {"cookies": [cookie], "origins": []}


def test_a_change_is_triaged_without_scripts(open_page: OpenPage, state: dict[str, object]) -> None:
    page = open_page("/about", java_script_enabled=False)
    page.context.add_cookies(state["cookies"])  # type: ignore[arg-type]
    page.goto("/workspaces/acme/inbox")
    page.get_by_role("link", name="Larkwell: Terms of Service").click()
    page.get_by_label("State").select_option("escalated")
    page.get_by_label("Assigned to").select_option(label="Kim")
    page.get_by_label("Note").fill("Ask counsel.")
    page.get_by_role("button", name="Store").click()
    assert "new → escalated; assigned to kim@team.example" in page.inner_text("main")
    page.get_by_role("link", name="Inbox").click()
    page.get_by_role("link", name="escalated (1)").click()
    assert page.locator("tbody tr").count() == 1


@pytest.mark.parametrize(
    "name",
    [
        "inbox",
        "inbox/CA-C-000002",
        "vendors",
        "board",
        "timeline?from=2026-01-01",
        "regulations?from=2026-01-01",
        "report",
    ],
)
def test_axe_finds_nothing_to_mend(open_page: OpenPage, state: dict[str, object], name: str) -> None:
    for viewport, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page("/about", viewport, color_scheme=scheme)
        page.context.add_cookies(state["cookies"])  # type: ignore[arg-type]
        page.goto(f"/workspaces/acme/{name}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        results = Axe().run(page, options=_OPTIONS)
        assert results.violations_count == 0, f"{name}, {viewport['width']} px, {scheme}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
