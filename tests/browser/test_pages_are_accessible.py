"""Every kind of page passes axe-core's rules: in the light, in the dark, and on a phone, with all details opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_the_site_works_in_a_browser import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]
# All rules of WCAG 2.2 A and AA and axe's best practices, with the one on the size of targets, which is off by itself.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_MORE = [
    "/CA-P-000003",
    "/CA-C-000001",
    "/CA-C-000003",
    "/CA-D-000002",
    "/CA-D-000001/text?version=2",
    "/CA-D-000001/versions/2",
    "/CA-P-000002/verify",
    "/CA-C-000002/verify",
    "/search",
    "/review",
    "/sources",
    "/clause-types/data-sale",
]


@pytest.mark.parametrize("path", [*KINDS, *_MORE])
def test_axe_finds_nothing_to_mend(open_page: OpenPage, path: str) -> None:
    for viewport, scheme in ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (PHONE, "dark")):
        page = open_page(path, viewport, color_scheme=scheme)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        results = Axe().run(page, options=_OPTIONS)
        assert results.violations_count == 0, f"{path}, {viewport['width']} px, {scheme}: {results.generate_report()}"
