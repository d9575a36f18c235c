"""Mails, the page on which one chooses how one is told, and the one that stops it: for everybody, on any screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from conductatlas.accounts.models import Membership, User
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.monitoring.links import LinkFor, token
from conductatlas.monitoring.messages import compose_bundle
from conductatlas.monitoring.models import Channel, Preferences, WatchKind
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS
from tests.monitoring.readers import make_reader, prefer, reader_of, watch
from tests.records_factory import World

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]
_SCREENS = [(viewport, scheme) for viewport in (DESKTOP, PHONE) for scheme in ("light", "dark")]


@pytest.fixture
def channel(world: World) -> Channel:
    channel = make_reader()
    prefer(channel, time_zone="Europe/Paris")
    watch(channel)
    watch(channel, WatchKind.CLAUSE_TYPE, "deletion-right", paused=True)
    organisation = create_organisation("Harbour Ltd", User.objects.create_user("owner@example.org"))
    Membership.objects.create(workspace=organisation, user=reader_of(channel))
    return channel


def _path(channel: Channel, purpose: LinkFor) -> str:
    return f"/{purpose}/{token(channel, purpose)}"


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("purpose", list(LinkFor))
def test_axe_finds_nothing_on_the_pages_that_links_open(
    open_page: OpenPage, channel: Channel, purpose: LinkFor
) -> None:
    for viewport, scheme in _SCREENS:
        page = open_page(_path(channel, purpose), viewport, color_scheme=scheme)
        results = Axe().run(page, options=_OPTIONS)
        assert results.violations_count == 0, (
            f"{purpose}, {viewport['width']} px, {scheme}: {results.generate_report()}"
        )
        assert _fits(page)


def test_axe_finds_nothing_on_the_weeks_digest(open_page: OpenPage, channel: Channel) -> None:
    for path in ("/digest", "/digest/2026-W10"):
        for viewport, scheme in _SCREENS:
            page = open_page(path, viewport, color_scheme=scheme)
            results = Axe().run(page, options=_OPTIONS)
            assert results.violations_count == 0, f"{path}, {scheme}: {results.generate_report()}"
            assert _fits(page)


def test_a_mail_can_be_read_by_everybody_on_any_screen(browser: Browser, world: World, channel: Channel) -> None:
    changes = [(world.substantive, list(world.substantive.items.all())), (world.technical, [])]
    html = compose_bundle(changes, [watch(channel, target="tidewater-chat")], channel).html
    for viewport, scheme in _SCREENS:
        context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.route("**/*", lambda route: pytest.fail(f"the mail asks for {route.request.url}"))
        page.set_content(html)
        # A mail has no landmarks.
        rules = {"landmark-one-main": {"enabled": False}, "region": {"enabled": False}}
        results = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules})
        assert results.violations_count == 0, f"{viewport['width']} px, {scheme}: {results.generate_report()}"
        assert _fits(page)
        context.close()


def test_the_digest_is_chosen_and_mail_stopped_and_started_without_scripts(
    open_page: OpenPage, channel: Channel
) -> None:
    page = open_page(_path(channel, LinkFor.PREFERENCES), java_script_enabled=False)
    page.get_by_label("How often").select_option("every day")
    page.get_by_label("Time zone").select_option("Asia/Tokyo")
    page.get_by_role("button", name="Save the digest").click()
    assert page.get_by_role("status").text_content() == "Saved."
    assert page.get_by_text("A digest is sent every day at 08:00 (Asia/Tokyo).").is_visible()
    assert Preferences.objects.get(user=reader_of(channel)).digest == "daily"
    page.get_by_role("button", name="Stop all mail to this address").click()
    assert page.get_by_text("nothing is sent to").is_visible()
    page.get_by_role("button", name="Send mail again").click()
    assert page.get_by_text("Mail goes to").is_visible()


def test_what_mail_leads_to_tells_its_address_to_nobody(open_page: OpenPage, channel: Channel) -> None:
    page = open_page(_path(channel, LinkFor.UNSUBSCRIBE))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.headers.get("referer", "")))
    page.get_by_role("link", name="Methodology").first.click()
    assert page.url.endswith("/methodology")
    assert sent
    assert not any("unsubscribe" in one for one in sent)
