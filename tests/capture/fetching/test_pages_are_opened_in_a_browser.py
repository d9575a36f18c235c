"""Pages that need scripts come as a browser shows them, and no page leads the browser where it may not go.

127.0.0.2 plays a public address, 127.0.0.1 an inner one.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network

import pytest
import trustme
from aiohttp import web

from conductatlas.capture.fetching import BrowserFetcher, Failure, Fetched, HostState, Limits, Reason, fetch_page
from conductatlas.capture.fetching import browser as browser_module
from tests.capture.servers import AGENT, LOOPBACK, fetcher, policy, serving

pytestmark = [pytest.mark.browser, LOOPBACK]

_PUBLIC = ip_network("127.0.0.2/32")
_LIMITS = Limits(total=20.0, body=300_000)


async def _names(host: str) -> list[str]:
    return ["127.0.0.1" if host.startswith("inner") else "127.0.0.2"]


@dataclass
class _Site:
    """A public server with pages by path, and an inner one that must not be reached; what both were asked."""

    pages: dict[str, str | web.Response | Callable[[web.Request], Awaitable[web.StreamResponse]]]
    limits: Limits = _LIMITS
    lookup: Callable[[str], Awaitable[list[str]]] = _names
    ignored_robots: frozenset[str] = frozenset({"public.example", "other.example"})
    asked: Counter[str] = field(default_factory=Counter)
    inner: Counter[str] = field(default_factory=Counter)
    requests: list[web.Request] = field(default_factory=list)
    states: dict[str, HostState] = field(default_factory=dict)
    port = 0
    inner_port = 0

    async def _public(self, request: web.Request) -> web.StreamResponse:
        self.asked[request.path] += 1
        self.requests.append(request)
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404, text="none")
        if isinstance(page, str):
            text = page.replace("INNER", str(self.inner_port)).replace("PORT", str(self.port))
            return web.Response(text=text, content_type="text/html", headers={"Access-Control-Allow-Origin": "*"})
        return page if isinstance(page, web.Response) else await page(request)

    async def _inner(self, request: web.Request) -> web.StreamResponse:
        self.inner[request.path] += 1
        return web.Response(text="SECRET", headers={"Access-Control-Allow-Origin": "*"})

    @asynccontextmanager
    async def _served(self):  # type: ignore[no-untyped-def]
        here = policy(_PUBLIC, limits=self.limits, ignored_robots=self.ignored_robots)
        async with (
            serving(self._inner) as self.inner_port,
            serving(self._public, "127.0.0.2") as self.port,
            fetcher(here, lookup=self.lookup, states=self.states) as fetching,
            BrowserFetcher(fetching) as browser,
        ):
            yield fetching, browser

    def open(self, *paths: str, headers: dict[str, str] | None = None) -> list[Fetched | Failure]:
        """Open paths in the browser one after the other."""

        async def run() -> list[Fetched | Failure]:
            async with self._served() as (_, browser):
                return [
                    await browser.fetch(
                        path if "://" in path else f"http://public.example:{self.port}{path}", headers=headers
                    )
                    for path in paths
                ]

        return asyncio.run(run())

    def fetch(self, path: str, **options: object) -> Fetched | Failure:
        """Fetch a path by HTTP first."""

        async def run() -> Fetched | Failure:
            async with self._served() as (fetching, browser):
                return await fetch_page(fetching, browser, f"http://public.example:{self.port}{path}", **options)  # type: ignore[arg-type]

        return asyncio.run(run())


_SHELL = "<title>Terms</title><div id=root></div><script>root.innerHTML = '<h1>The ' + 'terms</h1>'</script>"


def _page(outcome: Fetched | Failure) -> Fetched:
    assert isinstance(outcome, Fetched), outcome.line
    return outcome


def _failure(outcome: Fetched | Failure) -> Failure:
    assert isinstance(outcome, Failure)
    assert "\n" not in outcome.line
    return outcome


def test_scripts_run_and_their_work_is_kept() -> None:
    late = (
        "<script>setTimeout(() => fetch('/more').then(r => r.text()).then(t => document.body.append(t)), 150)</script>"
    )
    site = _Site({"/": _SHELL, "/late": late, "/more": "The late terms."})
    plain, later = map(_page, site.open("/", "/late", headers={"Accept-Language": "de"}))
    assert b"<h1>The terms</h1>" in plain.body
    assert b"The late terms." in later.body
    assert plain.rendered
    assert (plain.status, plain.charset, plain.peer) == (200, "utf-8", "127.0.0.2")
    assert plain.content_type.startswith("text/html")
    assert site.requests[0].headers["User-Agent"] == AGENT
    assert site.requests[0].headers["Accept-Language"] == "de"


def test_what_scripts_post_gets_through_and_each_host_has_its_own_connections() -> None:
    async def echo(request: web.Request) -> web.StreamResponse:
        return web.Response(text=f"{request.host.partition(':')[0]} got {await request.text()}")

    site = _Site(
        {
            "/": "<body><script>(async () => { for (const text of ['one', 'two'])"
            " document.body.append(await (await fetch('/echo', {method: 'POST', body: text})).text())"
            " ; document.body.append(await (await fetch('/echo')).text()) })()</script>",
            "/echo": echo,
        }
    )
    assert b"public.example got onepublic.example got twopublic.example got " in _page(site.open("/")[0]).body


@pytest.mark.parametrize("trusted", [False, True])
def test_encrypted_pages_come_through_the_tunnel(trusted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA(organization_name="Invented Authority")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("public.example").configure_cert(server)
    if trusted:
        # Chromium knows the authorities of the system; for this test it is told to take any.
        monkeypatch.setattr(browser_module, "_ARGUMENTS", [*browser_module._ARGUMENTS, "--ignore-certificate-errors"])

    async def hello(request: web.Request) -> web.Response:
        return web.Response(text="<p>Encrypted.</p>", content_type="text/html")

    async def run() -> Fetched | Failure:
        here = policy(_PUBLIC, limits=_LIMITS, ignored_robots=frozenset({"public.example"}))
        async with (
            serving(hello, "127.0.0.2", server) as port,
            fetcher(here, lookup=_names) as fetching,
            BrowserFetcher(fetching) as browser,
        ):
            return await browser.fetch(f"https://public.example:{port}/")

    outcome = asyncio.run(run())
    if not trusted:
        assert _failure(outcome).reason is Reason.TLS, outcome
        return
    page = _page(outcome)
    assert b"Encrypted." in page.body
    assert page.tls is not None
    assert page.tls.protocol.startswith("TLS 1.")
    assert page.peer == "127.0.0.2"


def test_redirects_are_recorded_also_those_of_scripts() -> None:
    async def redirect(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/end")

    site = _Site({"/": redirect, "/script": "<script>location = '/end'</script>", "/end": "<p>The end.</p>"})
    by_http, by_script = map(_page, site.open("/", "/script"))
    assert [(step.status, step.location) for step in by_http.redirects] == [(302, "/end")]
    assert by_http.final_address.endswith("/end")
    assert by_script.final_address.endswith("/end")
    assert b"The end." in by_script.body


def test_only_a_shell_is_opened_in_the_browser() -> None:
    site = _Site({"/shell": _SHELL, "/full": "<h1>The terms</h1><script>document.body.append('ran')</script>"})
    shell = site.fetch("/shell", empty_shell=lambda page: b"<div id=root></div>" in page.body)
    full = site.fetch("/full", empty_shell=lambda page: b"<div id=root></div>" in page.body)
    declared = site.fetch("/full", scripts=True)
    assert (_page(shell).rendered, _page(full).rendered, _page(declared).rendered) == (True, False, True)
    assert site.asked == {"/shell": 2, "/full": 2}


def test_nothing_is_remembered_from_page_to_page() -> None:
    remember = (
        "<script>document.body.append(document.cookie + localStorage.seen); document.cookie = 'id=1';"
        "localStorage.seen = 'yes'</script>"
    )
    site = _Site({"/": f"<body>{remember}"})
    pages = [_page(page).body for page in site.open("/", "/")]
    assert all(b"</script>undefined" in body for body in pages)
    assert all("Cookie" not in request.headers for request in site.requests)


def test_pictures_and_downloads_are_left_alone() -> None:
    attached = web.Response(body=b"%PDF-1.7", headers={"Content-Disposition": "attachment; filename=terms.pdf"})
    pdf = web.Response(body=b"%PDF-1.7", content_type="application/pdf")
    site = _Site({"/": "<img src=/picture.png><p>The terms.</p>", "/attached": attached, "/pdf": pdf})
    page, download, document = site.open("/", "/attached", "/pdf")
    assert b"The terms." in _page(page).body
    assert "/picture.png" not in site.asked
    assert _failure(download).reason is Reason.DOWNLOAD
    assert _failure(document).reason is Reason.DOWNLOAD


def test_error_pages_are_kept_as_evidence() -> None:
    site = _Site({"/wall": web.Response(status=403, text="Are you a robot?", content_type="text/html")})
    failure = _failure(site.open("/wall")[0])
    assert (failure.reason, failure.status) == (Reason.HTTP_STATUS, 403)
    assert failure.response is not None
    assert b"Are you a robot?" in failure.response.body


def test_the_robots_txt_of_a_host_holds_for_the_browser_too() -> None:
    site = _Site(
        {
            "/": "<script>location = 'http://closed.example:PORT/terms'</script>",
            "/terms": "<p>The terms.</p>",
            "/robots.txt": "User-agent: *\nDisallow: /terms",
        }
    )
    assert _failure(site.open("/")[0]).reason is Reason.ROBOTS
    site.ignored_robots = frozenset()
    assert _failure(site.open("/terms")[0]).reason is Reason.ROBOTS


_ATTEMPTS = [
    "fetch('http://127.0.0.1:INNER/fetched', {mode: 'no-cors'})",
    "fetch('http://inner.example:INNER/named', {mode: 'no-cors'})",
    "fetch('http://localhost:INNER/localhost', {mode: 'no-cors'})",
    "fetch('http://2130706433:INNER/decimal', {mode: 'no-cors'})",
    "fetch('http://0x7f.1:INNER/hex', {mode: 'no-cors'})",
    "fetch('http://0:INNER/zero', {mode: 'no-cors'})",
    "fetch('http://[::ffff:127.0.0.1]:INNER/mapped', {mode: 'no-cors'})",
    "fetch('http://１２７.0.0.1:INNER/wide', {mode: 'no-cors'})",
    "fetch('http://public.example:PORT/redirect', {mode: 'no-cors'})",
    "new WebSocket('ws://127.0.0.1:INNER/socket')",
    "new EventSource('http://127.0.0.1:INNER/events')",
    "navigator.sendBeacon('http://127.0.0.1:INNER/beacon', 'x')",
    "document.body.append(Object.assign(document.createElement('iframe'), {src: 'http://127.0.0.1:INNER/frame'}))",
    "document.body.append(Object.assign(document.createElement('script'), {src: 'http://127.0.0.1:INNER/script'}))",
    "document.write('<link rel=stylesheet href=http://127.0.0.1:INNER/style>')",
    "document.write('<link rel=prefetch href=http://127.0.0.1:INNER/prefetch>')",
    "open('http://127.0.0.1:INNER/popup')",
    "new Worker(URL.createObjectURL(new Blob(['fetch(\"http://127.0.0.1:INNER/worker\")'])))",
    "document.body.append(Object.assign(document.createElement('iframe'), {src: 'file:///etc/passwd'}))",
]


def test_no_request_of_a_page_reaches_an_inner_server() -> None:
    async def redirect(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(f"http://127.0.0.1:{site.inner_port}/redirected")

    guarded = "".join(f"<script>try {{ {attempt} }} catch (error) {{}}</script>" for attempt in _ATTEMPTS)
    site = _Site({"/": f"<body><p>The terms.</p>{guarded}", "/redirect": redirect})
    body = _page(site.open("/")[0]).body
    assert b"The terms." in body
    assert b"SECRET" not in body
    assert b"root:" not in body
    assert site.asked["/redirect"] == 1
    assert site.inner == {}


@pytest.mark.parametrize(
    "lure",
    [
        "<script>location = 'http://127.0.0.1:INNER/script'</script>",
        "<meta http-equiv=refresh content='0; url=http://127.0.0.1:INNER/meta'>",
        "<script>location = 'http://inner.example:INNER/name'</script>",
    ],
)
def test_a_page_does_not_lead_to_an_inner_server(lure: str) -> None:
    site = _Site({"/": lure})
    failure = _failure(site.open("/")[0])
    assert site.inner == {}
    assert failure.reason is Reason.BLOCKED_ADDRESS, failure.line


def test_a_redirect_does_neither_and_says_why() -> None:
    async def redirect(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(f"http://127.0.0.1:{site.inner_port}/redirected")

    site = _Site({"/": redirect})
    failure = _failure(site.open("/")[0])
    assert site.inner == {}
    assert failure.reason is Reason.BLOCKED_ADDRESS, failure.line


def test_a_name_that_changes_after_the_check_leads_nowhere_else() -> None:
    answers: Counter[str] = Counter()

    async def rebinding(host: str) -> list[str]:
        answers[host] += 1
        return ["127.0.0.2"] if answers[host] == 1 else ["127.0.0.1"]

    site = _Site(
        {"/": "<p>The terms.</p><script>fetch('/again?' + Math.random()).catch(() => 0)</script>"}, lookup=rebinding
    )
    assert b"The terms." in _page(site.open("/")[0]).body
    assert site.inner == {}


def test_no_packet_goes_round_the_proxy() -> None:
    """WebRTC and WebTransport use UDP, which no HTTP proxy carries."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.setblocking(False)
        port = listener.getsockname()[1]
        site = _Site(
            {
                "/": f"""<p>The terms.</p><script>
                const peer = new RTCPeerConnection({{iceServers: [{{urls: 'stun:127.0.0.1:{port}'}}]}})
                peer.createDataChannel('x'); peer.createOffer().then(offer => peer.setLocalDescription(offer))
                try {{ new WebTransport('https://127.0.0.1:{port}/') }} catch (error) {{}}
                setTimeout(() => document.body.append('done'), 1500); fetch('/slow')
                </script>""",
                "/slow": _slow,
            }
        )
        assert b"done" in _page(site.open("/")[0]).body
        with pytest.raises(BlockingIOError):
            listener.recv(100)


async def _slow(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(2)
    return web.Response(text="slow")


def test_a_page_that_never_ends_is_given_up_and_the_next_one_opens() -> None:
    site = _Site(
        {
            "/loop": "<p>x</p><script>while (true) {}</script>",
            "/huge": "<script>document.write('<p>' + 'terms '.repeat(100000))</script>",
            "/heap": "<script>const a = []; while (true) a.push(new Array(1e6).fill(1.5))</script>",
            "/fine": "<p>Fine.</p>",
        },
        limits=Limits(total=6.0, body=300_000),
    )
    loop, fine, huge, again = site.open("/loop", "/fine", "/huge", "/fine")
    assert _failure(loop).reason is Reason.TIMEOUT
    assert b"Fine." in _page(fine).body
    assert _failure(huge).reason is Reason.TOO_LARGE
    assert b"Fine." in _page(again).body
    heap, last = site.open("/heap", "/fine")
    assert _failure(heap).reason in (Reason.BROWSER, Reason.TIMEOUT)
    assert b"Fine." in _page(last).body


def test_what_belongs_to_a_page_is_limited_too() -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(2_000):
            await response.write(bytes(10_000))
        return response

    site = _Site({"/": "<p>The terms.</p><script src=/endless></script>", "/endless": endless})
    assert _failure(site.open("/")[0]).reason is Reason.TOO_LARGE


def test_dialogs_and_popups_hold_nothing_up() -> None:
    site = _Site({"/": "<p>The terms.</p><script>alert(1); confirm(2); print(); open('/popup')</script>"})
    assert b"The terms." in _page(site.open("/")[0]).body


def test_a_server_that_is_not_there_is_named() -> None:
    site = _Site({})
    refused, unknown, inner = site.open(
        "http://public.example:1/", "https://inner.example/", "http://user@public.example/"
    )
    assert _failure(refused).reason in (Reason.REFUSED, Reason.BLOCKED_ADDRESS)
    assert _failure(unknown).reason is Reason.BLOCKED_ADDRESS
    assert _failure(inner).reason is Reason.BAD_ADDRESS


def test_a_browser_that_is_not_installed_is_a_failure_with_a_name() -> None:
    states: dict[str, HostState] = {}

    async def run() -> Fetched | Failure:
        here = policy(_PUBLIC, ignored_robots=frozenset({"public.example"}))
        async with (
            fetcher(here, lookup=_names, states=states) as fetching,
            BrowserFetcher(fetching, "no-such-chromium") as browser,
        ):
            return await browser.fetch("http://public.example/")

    failure = _failure(asyncio.run(run()))
    assert failure.reason is Reason.BROWSER
    assert "there is no no-such-chromium; install Chromium" in failure.line
    # The host is not to blame.
    assert states["public.example"].failures == 0


def test_the_browser_starts_anew_after_some_pages() -> None:
    site = _Site({"/": "<p>The terms.</p>"})

    async def run() -> list[Fetched | Failure]:
        async with site._served() as (fetching, _), BrowserFetcher(fetching, pages=3, tabs=2) as browser:
            address = f"http://public.example:{site.port}/"
            return list(await asyncio.gather(*(browser.fetch(address) for _ in range(8))))

    assert all(b"The terms." in _page(outcome).body for outcome in asyncio.run(run()))
