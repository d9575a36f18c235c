"""The calendar with days in it, and the line of links to follow: on a desk, on a phone, in the dark."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize

from conductatlas.records.models import Document, Verdict
from tests.browser.conftest import DESKTOP, PHONE
from tests.records_factory import World, at, make_change, make_version

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]
_WORD = "b" * 80
_LONG = f"1 provision reworded; the gravest: Licence to user content (high), where it adds “{_WORD}”."


@pytest.fixture
def dates(world: World) -> World:
    """A day that has come, and one ahead that was put off."""
    _announce(world.rival, -3, "Before.")
    _announce(world.privacy, 30, _LONG)
    _announce(world.privacy, 60, "Later.")
    return world


def _announce(document: Document, days: int, summary: str) -> None:
    """Record that a document applies from so many days after today on."""
    version = make_version(document, f"From {days}.", at(2026, 4, 10) + timedelta(days=days))
    change = make_change(version, Verdict.SUBSTANTIVE, summary, severity="high")
    change.effective_date, change.direction = timezone.now().date() + timedelta(days=days), "worse"
    change.save()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_it_fits_and_axe_finds_nothing_to_mend(
    open_page: OpenPage, dates: World, viewport: ViewportSize, scheme: str
) -> None:
    page = open_page("/calendar", viewport, color_scheme=scheme)
    assert page.locator('section[aria-labelledby="ahead"] li').count() == 2
    assert page.locator('section[aria-labelledby="past"] li').count() == 1
    assert page.get_by_text("A version seen later").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    results = Axe().run(page, options={"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", ["/changes", "/platforms/larkwell", "/CA-D-000001", "/CA-P-000001", "/CA-C-000002"])
def test_the_links_to_follow_are_far_enough_apart_for_a_finger(open_page: OpenPage, path: str) -> None:
    page = open_page(path, PHONE)
    assert page.locator('a[type="application/atom+xml"]').count() == 1
    results = Axe().run(page, options={"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}})
    assert results.violations_count == 0, results.generate_report()
