"""One page in the browser, from being opened to being read."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from conductatlas.capture.fetching.addresses import Address, parse_address
from conductatlas.capture.fetching.clock import moment
from conductatlas.capture.fetching.fetcher import Fetcher
from conductatlas.capture.fetching.outcomes import (
    Fetched,
    FetchError,
    Reason,
    Redirect,
    TlsFacts,
    header,
    shown,
)
from conductatlas.capture.fetching.proxy import CheckedProxy

if TYPE_CHECKING:
    from playwright.async_api import Page, Request, Response

_TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
# A page is ready when nothing is being loaded and nothing changed for this long, and at the latest after the next.
_QUIET = 0.25
_READY_WITHIN = 10.0
_LOOK_EVERY = 0.05
# What the body is, whatever the server said of the bytes that it sent.
_TYPE = "text/html; charset=utf-8"
_LENGTH = "document.documentElement ? document.documentElement.outerHTML.length : 0"
_MOVING_ON = "page is navigating"
_ERROR_PAGE = "chrome-error:"
_ERRORS = (
    ("ERR_CERT_", Reason.TLS),
    ("ERR_SSL_", Reason.TLS),
    ("ERR_TOO_MANY_REDIRECTS", Reason.TOO_MANY_REDIRECTS),
    ("ERR_TIMED_OUT", Reason.TIMEOUT),
    ("ERR_CONTENT_LENGTH_MISMATCH", Reason.TRUNCATED),
    ("ERR_INCOMPLETE_CHUNKED_ENCODING", Reason.TRUNCATED),
    ("ERR_CONTENT_DECODING_FAILED", Reason.BAD_ENCODING),
    ("ERR_EMPTY_RESPONSE", Reason.DROPPED),
    ("ERR_CONNECTION_", Reason.DROPPED),
    ("ERR_INVALID_HTTP_RESPONSE", Reason.PROTOCOL),
    ("ERR_RESPONSE_HEADERS_", Reason.PROTOCOL),
    ("ERR_HTTP2_PROTOCOL_ERROR", Reason.PROTOCOL),
    ("ERR_UNSAFE_PORT", Reason.BLOCKED_ADDRESS),
    ("ERR_UNSAFE_REDIRECT", Reason.BAD_REDIRECT),
    ("ERR_INVALID_REDIRECT", Reason.BAD_REDIRECT),
    ("Download is starting", Reason.DOWNLOAD),
)


class Rendering:
    """One page, from being opened to being read."""

    def __init__(self, page: Page, address: Address, proxy: CheckedProxy, most: int) -> None:
        self._page = page
        self._address = address
        self._proxy = proxy
        self._most = most
        self._loading: set[Request] = set()
        self._navigations: list[str] = []
        self._main: Response | None = None
        self._crashed = asyncio.Event()
        page.on("request", self._begin)
        page.on("requestfinished", lambda request: self._loading.discard(request))
        page.on("requestfailed", lambda request: self._loading.discard(request))
        page.on("response", self._note)
        page.on("crash", lambda _: self._crashed.set())
        page.on("popup", _dismiss)

    def _begin(self, request: Request) -> None:
        self._loading.add(request)
        if request.is_navigation_request() and request.frame == self._page.main_frame:
            self._navigations.append(request.url)

    def _note(self, response: Response) -> None:
        """Keep the latest answer to a navigation of the page itself: scripts may lead on to another address."""
        request = response.request
        if (
            request.is_navigation_request()
            and request.frame == self._page.main_frame
            and response.status not in range(300, 400)
        ):
            self._main = response

    async def run(self, address: str, redirects: list[Redirect], fetcher: Fetcher) -> Fetched:
        """Open the page and read it; redirects are added to a list that survives a failure."""
        from playwright.async_api import Error

        started = fetcher.now()
        try:
            await self._page.goto(str(self._address), wait_until="domcontentloaded", timeout=0)
            body = await self._read()
            main = self._main
            if main is None:
                raise FetchError(Reason.BROWSER, "the page has no answer of a server")
            if self._page.url.startswith(_ERROR_PAGE):
                raise self._named(Error("its scripts lead to where the browser could not go"))
            redirects += await _redirects(main.request)
            headers = tuple((item["name"], item["value"]) for item in await main.headers_array())
            request_headers = tuple((item["name"], item["value"]) for item in await main.request.headers_array())
            security = await main.security_details()
        except Error as error:
            raise self._named(error) from error
        final = parse_address(main.url)
        if final.origin != self._address.origin:
            await fetcher.check_robots(final)
        content_type = header(headers, "Content-Type")
        if content_type and not content_type.lower().startswith(_TEXT_TYPES):
            raise FetchError(Reason.DOWNLOAD, shown(content_type))
        fetched = Fetched(
            address=address,
            final_address=str(final),
            redirects=tuple(redirects),
            status=main.status,
            headers=headers,
            body=body,
            raw=body,
            content_type=_TYPE,
            charset="utf-8",
            started_at=started,
            fetched_at=fetcher.now(),
            request_headers=request_headers,
            status_text=main.status_text,
            peer=self._proxy.peer(final),
            tls=_tls(dict(security)) if security else None,
            rendered=True,
        )
        if not 200 <= main.status < 300:
            raise FetchError(Reason.HTTP_STATUS, f"status {main.status}", response=fetched)
        return fetched

    async def _settle(self) -> None:
        """Wait until nothing is being loaded and the page does not grow any more, or for as long as is reasonable."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _READY_WITHIN
        size, since = -1, loop.time()
        while loop.time() < until:
            now = await self._length()
            if now != size or self._loading:
                size, since = now, loop.time()
            if loop.time() - since >= _QUIET:
                return
            self._check()
            await asyncio.sleep(_LOOK_EVERY)

    async def _read(self) -> bytes:
        from playwright.async_api import Error

        await self._settle()
        self._check()
        size = await self._length()
        if size > self._most:
            raise FetchError(Reason.TOO_LARGE, f"{size:,} characters after its scripts ran")
        try:
            text = await self._page.content()
        except Error as error:
            if _MOVING_ON not in str(error):
                raise
            # It went on to another address just now: that one is read.
            await self._settle()
            text = await self._page.content()
        body = text.encode("utf-8", "replace")
        if len(body) > self._most:
            raise FetchError(Reason.TOO_LARGE, f"{len(body):,} bytes after its scripts ran")
        return body

    async def _length(self) -> int:
        """How long the page is now, in characters; -1 while it goes on to another address."""
        from playwright.async_api import Error

        try:
            return int(await self._page.evaluate(_LENGTH))
        except Error as error:
            if "context was destroyed" in str(error):
                return -1
            raise

    def _check(self) -> None:
        if self._crashed.is_set():
            raise FetchError(Reason.BROWSER, "the page crashed")
        if self._proxy.too_much:
            raise FetchError(Reason.TOO_LARGE, "with all that belongs to it")

    def _named(self, error: Exception) -> FetchError:
        """The reason for what the browser complains of; what the proxy refused it knows better."""
        said = str(error)
        if self._proxy.too_much:
            return FetchError(Reason.TOO_LARGE, "with all that belongs to it")
        if self._crashed.is_set() or "crashed" in said:
            return FetchError(Reason.BROWSER, "the page crashed")
        for address in reversed(self._navigations):
            with contextlib.suppress(FetchError):
                refusal = self._proxy.refusal(parse_address(address))
                if refusal is not None:
                    return refusal
        for part, reason in _ERRORS:
            if part in said:
                return FetchError(reason, first_line(error))
        if "ERR_ABORTED" in said:
            return FetchError(Reason.DOWNLOAD)
        return FetchError(Reason.BROWSER, first_line(error))


async def _dismiss(popup: Page) -> None:
    """Close a window that a page opened."""
    from playwright.async_api import Error

    with contextlib.suppress(Error):
        await popup.close()


async def _redirects(request: Request) -> list[Redirect]:
    """The chain of redirects that led to a request."""
    chain: list[Redirect] = []
    before = request.redirected_from
    while before is not None:
        response = await before.response()
        location = await response.header_value("location") if response else None
        chain.append(Redirect(before.url, response.status if response else 0, location or ""))
        before = before.redirected_from
    return chain[::-1]


def _tls(details: dict[str, Any]) -> TlsFacts:
    """What the browser tells of a connection; it names neither cipher nor certificate."""
    start, end = details.get("validFrom"), details.get("validTo")
    return TlsFacts(
        protocol=details.get("protocol") or "",
        cipher="",
        certificate="",
        subject=details.get("subjectName") or "",
        issuer=details.get("issuer") or "",
        valid_from=moment(start) if start else None,
        valid_until=moment(end) if end else None,
    )


def first_line(error: Exception) -> str:
    """What Playwright says of an error, without the log that it adds."""
    return shown(str(error).strip().partition("\n")[0])
