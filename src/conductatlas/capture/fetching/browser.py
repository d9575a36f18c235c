"""Pages that need their scripts, opened in the system's Chromium through Playwright.

Each page gets a browser context and a proxy of its own, which are thrown away after it: nothing is remembered from page
to page. The browser is started anew after some pages, and whenever a page hangs it, so that its memory stays flat.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from conductatlas.capture.fetching.addresses import Address, parse_address
from conductatlas.capture.fetching.fetcher import Fetcher
from conductatlas.capture.fetching.outcomes import (
    Failure,
    Fetched,
    FetchError,
    Reason,
    Redirect,
)
from conductatlas.capture.fetching.proxy import CheckedProxy
from conductatlas.capture.fetching.rendering import Rendering, first_line

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Playwright, Route

_ARGUMENTS = [
    # No way into the network but the proxy of a page: no resolver, no UDP, no background traffic, no proxy by default.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    # One page can't take the memory of the machine.
    "--js-flags=--max-old-space-size=512",
    "--disable-gpu",
    "--no-first-run",
]
# The lighter build, which has no windows, takes less than half the processor time for a page.
_COMMANDS = ("chromium-headless-shell", "chromium")
_MOST_TABS = 8
# What the text of a page does not need.
_NOT_LOADED = frozenset({"image", "media", "font"})
_CLOSE_WITHIN = 5.0
# Everything that belongs to a page, in multiples of what the page itself may bring.
_WITH_ALL = 4


class BrowserFetcher:
    """Fetches pages with a browser, under the policy of a fetcher and in turn with it."""

    def __init__(self, fetcher: Fetcher, command: str = "", *, tabs: int = 0, pages: int = 200) -> None:
        """`command` is a Chromium, by default the lightest that is installed; after so many `pages` it starts anew.

        `tabs` are open at once; by default two for each processor, eight at most, as pages wait most of their time.
        """
        self._fetcher = fetcher
        self._commands = (command,) if command else _COMMANDS
        self._pages = pages
        self._tabs = asyncio.Semaphore(tabs or min(_MOST_TABS, 2 * (os.cpu_count() or 1)))
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._opened = 0
        self._open_in: dict[Browser, int] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._browser is not None:
            await _close(self._browser)
        if self._playwright is not None:
            await self._playwright.stop()
        self._browser = self._playwright = None

    async def fetch(self, address: str, *, headers: Mapping[str, str] | None = None) -> Fetched | Failure:
        """Open an address, wait until its scripts are done, and give the page as it stands then.

        Whatever goes wrong outside comes back as a Failure, never as an exception.
        """
        redirects: list[Redirect] = []
        try:
            parsed = parse_address(address)
            async with self._fetcher.visit(parsed), self._tabs:
                return await self._open(address, parsed, dict(headers or {}), redirects)
        except FetchError as error:
            return error.failure(address, self._fetcher.now(), redirects)

    async def _open(self, address: str, parsed: Address, headers: dict[str, str], redirects: list[Redirect]) -> Fetched:
        limits = self._fetcher.policy.limits
        async with CheckedProxy(self._fetcher.policy.guard, self._fetcher.lookup, limits.body * _WITH_ALL) as proxy:
            try:
                async with asyncio.timeout(limits.total), self._context(proxy.port, headers) as context:
                    visit = Rendering(await context.new_page(), parsed, proxy, limits.body)
                    return await visit.run(address, redirects, self._fetcher)
            except TimeoutError as error:
                raise FetchError(Reason.TIMEOUT, f"after {limits.total:g} seconds in all") from error

    @asynccontextmanager
    async def _context(self, port: int, headers: dict[str, str]) -> AsyncIterator[BrowserContext]:
        """A context of its own that goes through a proxy. One that does not close in time takes its browser with it."""
        from playwright.async_api import Error

        browser = await self._running()
        self._open_in[browser] = self._open_in.get(browser, 0) + 1
        context: BrowserContext | None = None
        try:
            context = await browser.new_context(
                proxy={"server": f"http://127.0.0.1:{port}"},
                user_agent=self._fetcher.policy.user_agent,
                extra_http_headers=headers,
                accept_downloads=False,
                service_workers="block",
            )
            await context.route("**/*", _load_text_only)
            yield context
        except Error as error:
            # What comes here is no matter of the page: the browser itself does not answer as it should.
            self._browser = None if self._browser is browser else self._browser
            raise FetchError(Reason.BROWSER, first_line(error)) from error
        finally:
            closed = context is not None and await _within(context.close(), _CLOSE_WITHIN)
            self._open_in[browser] -= 1
            if not closed and self._browser is browser:
                self._browser = None
            if self._browser is not browser and not self._open_in[browser]:
                del self._open_in[browser]
                await _close(browser)

    async def _running(self) -> Browser:
        """The browser; a new one at first, after some pages, and where the last one is gone."""
        async with self._starting:
            worn = self._opened >= self._pages
            if self._browser is None or worn or not self._browser.is_connected():
                before, self._browser = self._browser, await self._start()
                self._opened = 0
                # One that still has pages open is closed with the last of them.
                if before is not None and not self._open_in.get(before):
                    self._open_in.pop(before, None)
                    await _close(before)
            self._opened += 1
            return self._browser

    async def _start(self) -> Browser:
        path = next(filter(None, map(shutil.which, self._commands)), None)
        if path is None:
            raise FetchError(Reason.BROWSER, f"there is no {self._commands[-1]}; install Chromium")
        try:
            from playwright.async_api import Error, async_playwright
        except ImportError as error:
            raise FetchError(
                Reason.BROWSER, "Playwright is not installed: pip install 'conductatlas[browser]'"
            ) from error
        try:
            self._playwright = self._playwright or await async_playwright().start()
            # Chromium refuses to use its sandbox as root.
            sandbox = os.geteuid() != 0
            return await self._playwright.chromium.launch(
                executable_path=path, args=_ARGUMENTS, chromium_sandbox=sandbox
            )
        except Error as error:
            raise FetchError(Reason.BROWSER, f"{path} does not start: {first_line(error)}") from error


async def _load_text_only(route: Route) -> None:
    """Called for every request of a page: nothing but the web is asked, and nothing that text does not need."""
    from playwright.async_api import Error

    request = route.request
    web = request.url.lower().startswith(("http:", "https:", "data:", "blob:"))
    # The page may be gone by now.
    with contextlib.suppress(Error):
        if not web or request.resource_type in _NOT_LOADED:
            await route.abort("blockedbyclient")
        else:
            await route.continue_()


async def _within(closing: Any, seconds: float) -> bool:
    """Wait for something to close; whether it did, in time and without complaint."""
    from playwright.async_api import Error

    try:
        async with asyncio.timeout(seconds):
            await closing
    except (TimeoutError, Error):
        return False
    return True


async def _close(browser: Browser) -> None:
    await _within(browser.close(), _CLOSE_WITHIN)
