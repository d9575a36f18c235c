"""Reporting a problem in a real browser, without scripts: by keyboard, on a phone, in the dark."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from conductatlas.records.models import CorrectionRequest, Kind
from conductatlas.records.retraction import withdraw
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_the_site_works_in_a_browser import _CONTRAST
from tests.records_factory import World, at

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]


def test_a_problem_is_reported_from_a_record_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/CA-P-000002", java_script_enabled=False)
    page.get_by_role("link", name="Report what is wrong with this record").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Report a problem"
    page.get_by_label("What is wrong?").select_option("quote")
    page.get_by_label("How do you know?").fill("The second sentence is missing.\nSee section 4.")
    page.get_by_label("Your e-mail address, if you wish an answer").fill("reader@example.org")
    page.get_by_role("button", name="Send the report").click()
    number = re.search(r"/corrections/(\d+)$", page.url)
    assert number is not None
    assert page.get_by_role("heading", level=1).inner_text() == f"Correction request {number.group(1)}"
    shown = page.locator("main").inner_text()
    assert "Received" in shown
    assert "second sentence" not in shown
    stored = CorrectionRequest.objects.get(id=int(number.group(1)))
    assert stored.text == "The second sentence is missing.\nSee section 4."
    page.go_back()
    assert page.url.endswith("/problem")


def test_by_keyboard_the_hidden_field_is_never_reached(open_page: OpenPage) -> None:
    page = open_page("/platforms/larkwell/problem")
    page.get_by_label("What is wrong?").focus()
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert reached == ["text", "email", "Send the report"]


def test_what_is_wrong_is_said_beside_its_field_and_what_was_written_stays(open_page: OpenPage) -> None:
    page = open_page("/CA-D-000001/problem", java_script_enabled=False)
    page.get_by_label("How do you know?").fill("It is of another year.")
    page.locator("form.report").evaluate("form => form.noValidate = true")
    # The browser says in its console that the answer was 400; that is what is asked for here.
    page.route("**/problem", lambda route: _as_200(route))
    page.get_by_role("button", name="Send the report").click()
    assert page.get_by_role("alert").inner_text().startswith("Not stored.")
    kind = page.get_by_label("What is wrong?")
    assert kind.get_attribute("aria-invalid") == "true"
    described = kind.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text() == "Choose what is wrong."
    assert page.get_by_label("How do you know?").input_value() == "It is of another year."


def _as_200(route: object) -> None:
    answer = route.fetch()  # type: ignore[attr-defined]
    route.fulfill(response=answer, status=200)  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_errata_and_requests_fit_a_phone_and_have_enough_contrast(
    open_page: OpenPage, world: World, scheme: str
) -> None:
    withdraw(Kind.PROVISION, 1, reviewer="Ada", reason="It was recorded twice. " * 9, at=at(2026, 4, 1))
    request = CorrectionRequest.objects.create(
        record="CA-P-000002", problem="type", text="x" * 400, published=True, received_at=at(2026, 4, 1)
    )
    for path in ("/CA-P-000002/problem", "/errata", f"/corrections/{request.pk}"):
        for viewport in (DESKTOP, PHONE):
            page = open_page(path, viewport, color_scheme=scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            ratios = page.evaluate(_CONTRAST, "label, .hint, .note, .mistake, a, p, dt, dd, button, time, h1, h2")
            assert len(ratios) > 10
            worst = min(ratios, key=lambda entry: float(entry[1]))
            assert worst[1] >= 4.5, worst
