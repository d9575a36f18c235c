"""Whatever a server does, the outcome is a page or a failure with the right reason, in one line."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from conductatlas.capture.fetching import Failure, Fetched, Limits, Reason
from tests.capture.servers import LOOPBACK, Handler, Talker, fetcher, policy, serving, talking

pytestmark = LOOPBACK

_HERE = ip_network("127.0.0.1/32")
_LIMITS = Limits(connect=1.0, read=0.3, total=0.8, body=100_000)


def _fetch(server: Callable[[], object], address: str = "http://127.0.0.1:{port}/") -> Fetched | Failure:
    async def run() -> Fetched | Failure:
        async with server() as port, fetcher(policy(_HERE, limits=_LIMITS)) as fetching:  # type: ignore[attr-defined]
            return await fetching.fetch(address.format(port=port))

    return asyncio.run(run())


def _said(*parts: bytes, pause: float = 0.0, then: float = 0.0) -> Talker:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
        await asyncio.sleep(then)

    return talk


_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_BOMB = gzip.compress(bytes(10_000_000))


@pytest.mark.parametrize(
    ("name", "talker", "reason", "told"),
    [
        ("nothing", _said(), Reason.DROPPED, "closed the connection before it answered"),
        ("silence", _said(then=2), Reason.TIMEOUT, "stopped sending"),
        ("half a head", _said(b"HTTP/1.1 200 OK\r\nConte", then=2), Reason.TIMEOUT, "stopped sending"),
        ("stalls", _said(_HEAD + b"Content-Length: 9\r\n\r\nhalf", then=2), Reason.TIMEOUT, "stopped sending"),
        ("drips", _said(_HEAD + b"Content-Length: 99\r\n\r\n", *[b"x"] * 50, pause=0.1), Reason.TIMEOUT, "in all"),
        ("less", _said(_HEAD + b"Content-Length: 99\r\n\r\nhalf"), Reason.TRUNCATED, "less than it announced"),
        ("chunks end", _said(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nhalf"), Reason.TRUNCATED, "less"),
        ("no http", _said(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), Reason.PROTOCOL, "no valid HTTP"),
        ("binary", _said(bytes(range(256)) * 10), Reason.PROTOCOL, "no valid HTTP"),
        ("long head", _said(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 60_000 + b"\r\n\r\n"), Reason.PROTOCOL, "HTTP"),
        ("many heads", _said(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9_000 + b"\r\n"), Reason.PROTOCOL, "HTTP"),
        ("announced", _said(_HEAD + b"Content-Length: 999999999\r\n\r\n"), Reason.TOO_LARGE, "announced"),
        ("endless", _said(_HEAD + b"\r\n", *[b"a" * 60_000] * 5), Reason.TOO_LARGE, "more than 100,000 bytes"),
        (
            "bomb",
            _said(_HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_BOMB) + _BOMB),
            Reason.TOO_LARGE,
            "after decompression",
        ),
        (
            "no gzip",
            _said(_HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain"),
            Reason.BAD_ENCODING,
            "can't be decompressed",
        ),
        (
            "redirect to nowhere",
            _said(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"),
            Reason.BAD_REDIRECT,
            "names no address",
        ),
        (
            "redirect to a file",
            _said(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
            Reason.BAD_ADDRESS,
            "only http and https, not file:",
        ),
    ],
)
def test_servers_that_misbehave(name: str, talker: Talker, reason: Reason, told: str) -> None:
    outcome = _fetch(lambda: talking(talker))
    assert isinstance(outcome, Failure), name
    assert outcome.reason is reason, outcome.line
    assert told in outcome.line
    assert "\n" not in outcome.line


def test_nobody_listens() -> None:
    async def run() -> Fetched | Failure:
        async with talking(_said()) as port:
            pass
        async with fetcher(policy(_HERE)) as fetching:
            return await fetching.fetch(f"http://127.0.0.1:{port}/")

    outcome = asyncio.run(run())
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.REFUSED
    assert outcome.transient


@pytest.mark.parametrize("error", [OSError(-2, "Name or service not known"), None])
def test_a_name_that_is_not_known(error: OSError | None) -> None:
    async def lookup(host: str) -> list[str]:
        if error:
            raise error
        return []

    async def run() -> Fetched | Failure:
        async with fetcher(policy(), lookup=lookup) as fetching:
            return await fetching.fetch("https://gone.example/terms", robots=False)

    outcome = asyncio.run(run())
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.DNS
    assert outcome.line.startswith("https://gone.example/terms has a host name that can't be resolved (gone.example: ")


def test_a_name_service_that_hangs() -> None:
    async def lookup(host: str) -> list[str]:
        await asyncio.sleep(5)
        return []

    async def run() -> Fetched | Failure:
        async with fetcher(policy(limits=_LIMITS), lookup=lookup) as fetching:
            return await fetching.fetch("https://slow.example/", robots=False)

    outcome = asyncio.run(run())
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.TIMEOUT


def test_no_encryption_where_it_was_announced() -> None:
    outcome = _fetch(lambda: talking(_said(_HEAD + b"\r\n")), "https://127.0.0.1:{port}/")
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.TLS, outcome.line


def _redirecting(target: Callable[[int], str]) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        number = int(request.query.get("n", "0"))
        return web.Response(status=302, headers={"Location": target(number)})

    return handler


def test_redirects_in_a_circle_and_without_end() -> None:
    circle = _fetch(lambda: serving(_redirecting(lambda n: f"/?n={(n + 1) % 3}")))
    endless = _fetch(lambda: serving(_redirecting(lambda n: f"/?n={n + 1}")))
    assert isinstance(circle, Failure)
    assert isinstance(endless, Failure)
    assert (circle.reason, len(circle.redirects)) == (Reason.REDIRECT_LOOP, 4)
    assert (endless.reason, len(endless.redirects)) == (Reason.TOO_MANY_REDIRECTS, 11)
    assert "reached from http://127.0.0.1" in endless.line


@pytest.mark.parametrize(("status", "transient"), [(403, False), (404, False), (451, False), (429, True), (503, True)])
def test_error_pages_are_kept_as_evidence(status: int, transient: bool) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=status, text="Are you a robot?")

    outcome = _fetch(lambda: serving(handler))
    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.status, outcome.transient) == (Reason.HTTP_STATUS, status, transient)
    assert outcome.response is not None
    assert outcome.response.body == b"Are you a robot?"
    assert outcome.line.endswith(f"answered with an error (status {status})")


_PARTS = st.one_of(
    st.sampled_from(
        [
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 302 Found\r\n",
            b"HTTP/1.1 304 \r\n",
            b"HTTP/1.1 100 Continue\r\n\r\n",
            b"HTTP/9.9 999 \xff\r\n",
            b"Location: \xff\xfe://[::1\r\n",
            b"Location: /\xe4?\xf6\r\n",
            b"Location: ////\r\n",
            b"Content-Type: text/html; charset=\xff;;=\r\n",
            b"Content-Length: 3\r\n",
            b"Content-Length: -1\r\n",
            b"Transfer-Encoding: chunked\r\n",
            b"Content-Encoding: br, gzip\r\n",
            b"ETag: \xff\r\n",
            b"Retry-After: \xff\r\n",
            b"Set-Cookie: \xff=\x01; ;;\r\n",
            b"\r\n",
            b"3\r\nabc\r\n0\r\n\r\n",
        ]
    ),
    st.binary(max_size=30),
)


@settings(max_examples=150)
@given(st.lists(_PARTS, max_size=10))
def test_whatever_bytes_a_server_sends_nothing_is_raised(parts: list[bytes]) -> None:
    outcome = _fetch(lambda: talking(_said(b"".join(parts))))
    if isinstance(outcome, Failure):
        assert "\n" not in outcome.line
    else:
        assert outcome.validators.etag.isascii()
        assert outcome.content_type.encode().decode() == outcome.content_type


def test_every_reason_has_its_line_for_people() -> None:
    for reason in Reason:
        failure = Failure(reason, "http://a.example/\r\nX", "http://a.example/\r\nX", "why", datetime.now(UTC))
        assert failure.line.startswith("http://a.example/\\r\\nX ")
        assert failure.line.endswith(" (why)")
