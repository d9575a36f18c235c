"""The site in a real browser: on a desk and on a phone, by keyboard, in the dark, on paper, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]
KINDS = [
    "/",
    "/platforms",
    "/platforms/larkwell",
    "/CA-D-000001",
    "/CA-D-000001/text",
    "/CA-D-000001/versions/3",
    "/CA-D-000001/compare/1/3",
    "/CA-D-000001/compare/3/1",
    "/CA-D-000001/compare/1/2",
    "/CA-P-000001",
    "/CA-P-000002",
    "/CA-C-000002",
    "/clause-types",
    "/clause-types/ai-training-on-user-content",
    "/compare",
    "/compare?platform=larkwell&platform=tidewater-chat",
    "/compare?clause_type=ai-training-on-user-content&platform=larkwell&platform=tidewater-chat",
    "/matrix",
    "/matrix?category=ai",
    "/laws/eu-gdpr",
    "/changes",
    "/changes?platform=larkwell&verdict=all&category=ai&kind=reworded",
    "/search?q=train",
    "/calendar",
    "/feeds",
    "/methodology",
    "/about",
]


@pytest.mark.parametrize("path", KINDS)
def test_a_page_opens_with_our_fonts_and_does_not_scroll_sideways(open_page: OpenPage, path: str) -> None:
    for viewport in (DESKTOP, PHONE):
        page = open_page(path, viewport)
        page.evaluate("document.fonts.ready")
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        assert page.evaluate(
            "document.fonts.check('16px \"Source Serif\"') && document.fonts.check('16px \"Source Sans\"')"
        )


def test_nothing_is_asked_of_another_host(open_page: OpenPage) -> None:
    page = open_page("/")
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(re.sub(r"^(\w+://[^/]*).*", r"\1", request.url)))
    for path in KINDS:
        page.goto(path)
    assert len(hosts) == 1


def test_the_keyboard_skips_to_the_content_and_shows_where_it_is(open_page: OpenPage) -> None:
    page = open_page("/CA-P-000001")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_words_have_enough_contrast(open_page: OpenPage, scheme: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: a ratio of at least 4.5."""
    for path in (
        "/",
        "/CA-C-000002",
        "/CA-P-000001",
        "/CA-D-000001",
        "/CA-D-000001/text",
        "/CA-D-000001/compare/3/1",
        "/changes",
        "/matrix?category=ai",
        "/compare?platform=larkwell&platform=tidewater-chat",
        "/clause-types/ai-training-on-user-content",
    ):
        page = open_page(path, color_scheme=scheme)
        ratios = page.evaluate(_CONTRAST, ".grade, .verdict, .quiet, .note, .lead, a, ins, del, dt, p, button, time")
        assert len(ratios) > 10
        worst = min(ratios, key=lambda entry: float(entry[1]))
        assert worst[1] >= 4.5, worst


def test_severities_differ_in_word_and_shape_and_not_in_colour_alone(open_page: OpenPage) -> None:
    page = open_page("/")
    legend = page.locator(".legend .grade")
    assert legend.all_inner_texts() == ["▲ high", "◆ medium", "● low", "○ no severity"]
    colours = legend.evaluate_all("nodes => nodes.map(node => getComputedStyle(node).color)")
    assert len(set(colours)) == 4


def test_cells_of_a_heat_map_say_in_word_and_shape_what_their_colour_says(open_page: OpenPage) -> None:
    page = open_page("/matrix?category=ai")
    cell = page.locator("td.high").first
    assert cell.inner_text() == "high"
    assert "▲" in cell.evaluate("node => getComputedStyle(node, '::before').content")
    colours = page.locator("td.high, thead th").evaluate_all(
        "nodes => nodes.map(node => getComputedStyle(node).backgroundColor)"
    )
    assert len(set(colours)) == 2


def test_platforms_are_set_side_by_side_by_a_form_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/clause-types/ai-training-on-user-content", java_script_enabled=False)
    page.get_by_text("Set platforms side by side").click()
    page.get_by_label("Larkwell").check()
    page.get_by_label("Tidewater Chat").check()
    page.get_by_role("button", name="Set side by side").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Larkwell and Tidewater Chat"
    assert page.locator("blockquote").count() == 2
    page.get_by_label("Platform 1").fill("Tidewater Chat")
    page.get_by_label("Platform 2").fill("Larkwell")
    page.get_by_label("Clause type").select_option("")
    page.get_by_role("button", name="Set side by side").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Tidewater Chat and Larkwell"
    page.get_by_role("row", name="Mandatory arbitration").get_by_role("link", name="high").click()
    assert page.url.endswith("/CA-P-000002")


def test_redlines_are_underlined_and_struck(open_page: OpenPage) -> None:
    page = open_page("/CA-C-000002")
    decoration = "node => getComputedStyle(node).textDecorationLine"
    assert page.locator("ins").first.evaluate(decoration) == "underline"
    assert page.locator("del").first.evaluate(decoration) == "line-through"


def test_facts_stand_beside_the_text_on_a_desk_and_below_it_on_a_phone(open_page: OpenPage) -> None:
    def boxes(page: Page) -> tuple[dict[str, float], dict[str, float]]:
        quote, facts = page.locator(".clause").bounding_box(), page.locator(".facts").bounding_box()
        assert quote is not None
        assert facts is not None
        return dict(quote), dict(facts)  # type: ignore[arg-type]

    quote, facts = boxes(open_page("/CA-P-000001"))
    assert facts["x"] > quote["x"] + quote["width"]
    assert facts["y"] < 500, "on the first screen"
    quote, facts = boxes(open_page("/CA-P-000001", PHONE))
    assert facts["y"] > quote["y"] + quote["height"]


def test_the_site_works_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_label("Search the words of all clauses, current and past").fill("binding arbitration")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Mandatory arbitration").last.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Mandatory arbitration"
    page.get_by_role("link", name="Read it in place").click()
    assert page.url.endswith("#CA-P-000002")
    page.get_by_role("link", name="Terms of Service").first.click()
    page.get_by_role("link", name="CA-C-000002").first.click()
    assert "reworded" in page.locator("main").inner_text()


def test_versions_are_compared_and_days_looked_up_by_forms_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/CA-D-000001", java_script_enabled=False)
    page.get_by_role("combobox", name="Old").select_option("1")
    page.get_by_role("combobox", name="New").select_option("3")
    page.get_by_role("button", name="Compare").click()
    assert page.url.endswith("/CA-D-000001/compare/1/3")
    assert page.get_by_role("heading", level=1).inner_text() == "Version 1 compared with version 3"
    page.get_by_role("link", name="Swap the sides").click()
    assert page.url.endswith("/CA-D-000001/compare/3/1")
    page.get_by_role("link", name="Choose another pair").click()
    page.get_by_label("Day, in UTC").fill("2026-02-10")
    page.get_by_role("button", name="Read").click()
    assert page.url.endswith("/CA-D-000001/text?version=1")


def test_on_paper_the_furniture_is_left_out(open_page: OpenPage) -> None:
    page = open_page("/CA-P-000001")
    assert page.locator("nav[aria-label=Main]").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("nav[aria-label=Main]").is_visible()
    assert not page.locator(".quick").is_visible()
    assert page.locator(".clause").is_visible()
    assert page.locator(".cite-text").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:5] == b"%PDF-"


def test_on_paper_the_address_is_told_and_small_print_is_small(open_page: OpenPage) -> None:
    page = open_page("/CA-P-000001")
    assert not page.locator(".printed").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".printed").inner_text().endswith("/CA-P-000001")
    sizes = [
        page.locator(f"main {one}").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        for one in ("p.note", ".facts dd", "section > p:not([class])")
    ]
    assert sizes[0] < sizes[2] and sizes[1] < sizes[2]
    verify = page.locator(".facts .links a", has_text="Verify")
    assert "(/CA-P-000001/verify)" in verify.evaluate("node => getComputedStyle(node, '::after').content")


@pytest.mark.parametrize("path", ["/clause-types", "/platforms", "/CA-D-000001", "/laws/eu-gdpr"])
def test_nothing_hangs_over_at_four_hundred_per_cent(open_page: OpenPage, path: str) -> None:
    page = open_page(path, ViewportSize(width=320, height=640))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_what_is_folded_is_open(open_page: OpenPage) -> None:
    page = open_page("/CA-P-000001")
    step = page.locator("details", has=page.get_by_text("Due diligence")).locator("li").first
    assert step.count() == 1
    assert not step.is_visible()
    page.emulate_media(media="print")
    assert step.is_visible()


# For each element with text of its own that is shown: its tag and class, and the ratio of its colour to the nearest
# background that is not see-through.
_CONTRAST = """selector => {
  const linear = share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  const channel = value => linear(value / 255);
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const background = node => {
    for (; node; node = node.parentElement) {
      const colour = parts(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll(selector)]
    .filter(node => node.checkVisibility() && [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
    .map(node => {
      const colours = [parts(getComputedStyle(node).color), background(node)];
      const [light, dark] = colours.map(luminance).sort((a, b) => b - a);
      return [`${node.tagName}.${node.className}`, (light + 0.05) / (dark + 0.05)];
    });
}"""
