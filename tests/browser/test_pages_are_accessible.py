"""Every kind of page passes axe-core's rules: in the light, in the dark, and on a phone, with all details opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_the_site_works_in_a_browser import KINDS
from tests.records_factory import at, make_document, make_provision, make_version

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


_MARKED = (
    "Larkwell can add charts to the service. Your [continued use](https://larkwell.example/use) of the Services after "
    "the change means that you accept the modified Terms. Charts are drawn in two colours. The harbour office is open."
)


@pytest.mark.parametrize("path", [*KINDS, *_MORE])
def test_axe_finds_nothing_to_mend(open_page: OpenPage, path: str) -> None:
    _check(open_page, path)


def test_marked_words_are_underlined_named_and_clear(open_page: OpenPage) -> None:
    version = make_version(make_document("Fernpost"), f"# Policy\n\n{_MARKED}\n", at(2026, 1, 10))
    path = f"/{make_provision(version, 'acceptance-by-use', _MARKED).permanent_id}"
    mark = open_page(path).locator(".clause mark")
    assert mark.inner_text().startswith("Your continued use of the Services")
    assert mark.evaluate("node => getComputedStyle(node).textDecorationLine") == "underline"
    assert mark.evaluate("node => getComputedStyle(node, '::before').content") == '"[marked] "'
    _check(open_page, path)


def test_who_hears_a_redline_is_told_what_was_inserted_and_deleted(open_page: OpenPage) -> None:
    page = open_page("/CA-C-000002")
    said = {
        tag: page.locator(f".redline {tag}").first.evaluate(
            "node => ['::before', '::after'].map(part => getComputedStyle(node, part).content).join('…')"
        )
        for tag in ("ins", "del")
    }
    assert said == {"ins": '" [inserted: "…" end] "', "del": '" [deleted: "…" end] "'}
    assert "[" not in page.locator(".redline ins").first.inner_text()


def _check(open_page: OpenPage, path: str) -> None:
    for viewport, scheme in ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (PHONE, "dark")):
        page = open_page(path, viewport, color_scheme=scheme)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        results = Axe().run(page, options=_OPTIONS)
        assert results.violations_count == 0, f"{path}, {viewport['width']} px, {scheme}: {results.generate_report()}"
