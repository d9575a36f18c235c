"""Watches and channels in a browser: without scripts, by keyboard, on a phone, in the dark, and by axe's rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from conductatlas.accounts.models import User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery, Watch, WatchKind
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS
from tests.monitoring.worlds import NOW, channel, person, watches
from tests.records_factory import World

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]


@pytest.fixture
def ada(world: World) -> User:
    """Somebody who watches and was told."""
    user = person()
    own = personal_workspace(user)
    watches(user, WatchKind.PLATFORM, "larkwell", least_severity="medium", directions=["worse"])
    watches(user, WatchKind.SEARCH, "train our models", paused=True)
    hook = channel(own, ChannelKind.WEBHOOK, "https://hook.larkspur.example/conductatlas/incoming?team=privacy")
    Channel.objects.filter(pk=hook.pk).update(stopped_at=NOW, stopped_why="5 messages in a row were not taken")
    channel(own, ChannelKind.APPRISE, "tgram://123456789:abcdefg_hijklmnop/12315544/", confirmed_at=None)
    mailed = Channel.objects.get(kind=ChannelKind.EMAIL)
    sent = Delivery.objects.create(channel=mailed, kind="change", subject="CA-C-000002", state="sent", sent_at=NOW)
    Attempt.objects.create(delivery=sent, at=NOW, worked=False, detail="451 4.3.0 try later")
    Attempt.objects.create(delivery=sent, at=NOW, worked=True, detail="taken by the mail server")
    Delivery.objects.create(channel=hook, kind="change", subject="CA-C-000002", state="given-up", tries=12)
    return user


@pytest.fixture
def signed_in(ada: User, open_page: OpenPage, live_server: LiveServer) -> OpenPage:
    """Open a page as Ada."""
    client = Client()
    client.force_login(ada)
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}

    def opened(path: str, *arguments: object, **options: object) -> Page:
        return open_page(path, *arguments, storage_state={"cookies": [cookie], "origins": []}, **options)

    return opened


def _pages(user: User) -> list[str]:
    root = f"/workspaces/{personal_workspace(user).slug}"
    form = "/watch?kind=provision&target=CA-P-000001"
    return [form, f"{root}/watches", f"{root}/channels", f"{root}/deliveries", "/platforms/larkwell"]


def test_axe_finds_nothing_to_mend_and_nothing_sticks_out(ada: User, signed_in: OpenPage) -> None:
    for path in _pages(ada):
        for viewport, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
            page = signed_in(path, viewport, color_scheme=scheme)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            results = Axe().run(page, options=_OPTIONS)
            assert results.violations_count == 0, f"{path}, {viewport['width']} px: {results.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path


def test_a_clause_is_watched_from_its_page_without_scripts(ada: User, signed_in: OpenPage) -> None:
    page = signed_in("/CA-P-000001", java_script_enabled=False)
    page.get_by_role("link", name="Watch", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Watch a provision"
    page.get_by_label("From which severity on?").select_option("high")
    page.get_by_label("worse for users", exact=True).check()
    page.get_by_role("button", name="Watch it").click()
    assert page.url.endswith("/watches")
    assert "is watched." in page.get_by_role("status").inner_text()
    made = Watch.objects.get(kind=WatchKind.PROVISION)
    assert (made.target, made.least_severity, made.directions) == ("CA-P-000001", "high", ["worse"])
    page.get_by_role("link", name="Change AI training").click()
    assert page.get_by_label("worse for users", exact=True).is_checked()


def test_an_address_is_added_and_its_link_opened(ada: User, signed_in: OpenPage, live_server: LiveServer) -> None:
    page = signed_in(_pages(ada)[2], java_script_enabled=False)
    page.get_by_label("Address", exact=True).fill("second@reader.example")
    page.get_by_role("button", name="Add it").click()
    assert "on its way to second@reader.example" in page.get_by_role("status").inner_text()
    (sent,) = mail.outbox
    link = next(line for line in str(sent.body).splitlines() if "/channels/confirm/" in line)
    page.goto(live_server.url + link[link.index("/channels/") :])
    page.get_by_role("button", name="Yes, tell this address").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Confirmed"
    assert Channel.objects.get(address="second@reader.example").confirmed_at is not None
