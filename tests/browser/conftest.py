"""A browser and a running site. Everything here is opened in Debian's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.records_factory import World, make_world

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one file."""
    # Playwright runs an event loop in this thread; Django would take the tests' own queries for queries from within it.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_ARGUMENTS)
        yield chromium
        chromium.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    else:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def world(transactional_db: None) -> World:
    """The invented world, where the server's own thread sees it too."""
    return make_world()


def _failure(path: str, request: Request) -> list[str]:
    """What to say of a request that failed; one that was cut short because its window closed is none."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{path}: {request.url} failed ({request.failure})"]


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, world: World) -> Iterator[Callable[..., Page]]:
    """Open a path of the site in a window of its own; what the page complains of in the console fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(path: str, viewport: ViewportSize = DESKTOP, **options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=viewport, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{path}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on("requestfailed", lambda request: complaints.extend(_failure(path, request)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
