"""A page that was fetched comes with all that proves where, when and how."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import ssl
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest
import trustme
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from conductatlas.capture.fetching import Failure, Fetched, Reason, Redirect, Validators, user_agent
from tests.capture.servers import AGENT, LOOPBACK, FakeClock, Handler, fetcher, policy, serving

pytestmark = LOOPBACK

_HERE = ip_network("127.0.0.1/32")
_PAGE = "<p>Bücher</p>".encode("latin-1")


async def _names(host: str) -> list[str]:
    return ["127.0.0.1"]


def _fetch(handler: Handler, path: str = "/", **options: object) -> tuple[Fetched | Failure, str]:
    """Fetch a path of a server; gives the outcome and the server's origin."""

    async def run() -> tuple[Fetched | Failure, str]:
        async with serving(handler) as port, fetcher(policy(_HERE), clock=FakeClock()) as fetching:
            origin = f"http://127.0.0.1:{port}"
            return await fetching.fetch(f"{origin}{path}", **options), origin  # type: ignore[arg-type]

    return asyncio.run(run())


def test_bytes_headers_and_times_are_kept_as_they_came() -> None:
    raw = gzip.compress(_PAGE)

    async def handler(request: web.Request) -> web.Response:
        headers = {"Content-Type": 'text/html; Charset="ISO-8859-1"', "Content-Encoding": "gzip", "X-Kept": "ä"}
        return web.Response(body=raw, headers=headers)

    outcome, origin = _fetch(handler, "/terms?x=1#top")
    assert isinstance(outcome, Fetched)
    assert outcome.body == _PAGE
    assert outcome.raw == raw
    assert outcome.address == f"{origin}/terms?x=1#top"
    assert outcome.final_address == f"{origin}/terms?x=1"
    assert (outcome.status, outcome.status_text, outcome.http_version) == (200, "OK", "1.1")
    assert (outcome.content_type, outcome.charset) == ('text/html; Charset="ISO-8859-1"', "iso-8859-1")
    assert ("X-Kept", "ä") in outcome.headers
    assert outcome.started_at == outcome.fetched_at == datetime.fromtimestamp(1_800_000_000, UTC)
    assert outcome.peer == "127.0.0.1"
    assert outcome.tls is None
    assert not outcome.rendered


def test_we_say_who_we_are_and_bring_no_cookies() -> None:
    seen: list[dict[str, str]] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append({name.lower(): value for name, value in request.headers.items()})
        if request.path == "/":
            return web.Response(status=302, headers={"Location": "/next", "Set-Cookie": "id=1; Path=/"})
        return web.Response(text="fine")

    outcome, _ = _fetch(handler, headers={"Accept-Language": "de"})
    assert isinstance(outcome, Fetched)
    assert [request["user-agent"] for request in seen] == [AGENT, AGENT]
    assert seen[1]["accept-encoding"] == "gzip, deflate, br, zstd"
    assert seen[1]["accept-language"] == "de"
    assert "cookie" not in seen[1]
    assert {name.lower(): value for name, value in outcome.request_headers} == seen[1]


@pytest.mark.parametrize(
    ("contact", "shown"),
    [("mail@atlas.example", "(+mail@atlas.example)"), ("", "(+no contact given)"), ("a\r\nX: y", "(+aX:y)")],
)
def test_the_contact_is_in_the_user_agent(contact: str, shown: str) -> None:
    assert user_agent(contact).startswith("ConductAtlas/")
    assert user_agent(contact).endswith(shown)


def test_each_redirect_is_recorded() -> None:
    async def handler(request: web.Request) -> web.Response:
        chain = {"/": (301, "/a"), "/a": (307, "b?x=ü"), "/b": (303, "../end")}
        if request.path in chain:
            status, location = chain[request.path]
            return web.Response(status=status, headers={"Location": location})
        return web.Response(text=request.path)

    outcome, origin = _fetch(handler)
    assert isinstance(outcome, Fetched)
    assert outcome.final_address == f"{origin}/end"
    assert outcome.redirects == (
        Redirect(f"{origin}/", 301, "/a"),
        Redirect(f"{origin}/a", 307, "b?x=ü"),
        Redirect(f"{origin}/b?x=%C3%BC", 303, "../end"),
    )


def test_a_page_that_did_not_change_is_not_sent_again() -> None:
    asked: list[tuple[str | None, str | None]] = []

    async def handler(request: web.Request) -> web.Response:
        if request.path == "/":
            assert "If-None-Match" not in request.headers
            return web.Response(status=302, headers={"Location": "/terms"})
        asked.append((request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")))
        if asked[-1][0] == '"v1"':
            return web.Response(status=304, headers={"ETag": '"v1"'})
        return web.Response(text="v1", headers={"ETag": '"v1"', "Last-Modified": "Wed, 25 Nov 2026 10:00:00 GMT"})

    async def run() -> list[Fetched | Failure]:
        async with serving(handler) as port, fetcher(policy(_HERE)) as fetching:
            first = await fetching.fetch(f"http://127.0.0.1:{port}/")
            assert isinstance(first, Fetched)
            return [first, await fetching.fetch(f"http://127.0.0.1:{port}/", validators=first.validators)]

    first, second = asyncio.run(run())
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert (first.unchanged, second.unchanged, second.body) == (False, True, b"")
    assert asked == [(None, None), ('"v1"', "Wed, 25 Nov 2026 10:00:00 GMT")]


def test_not_modified_that_nobody_asked_for_is_a_failure() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=304)

    outcome, _ = _fetch(handler)
    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.status) == (Reason.HTTP_STATUS, 304)


def test_not_modified_for_another_address_is_one_too() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=304)

    outcome, _ = _fetch(handler, validators=Validators("http://127.0.0.1/other", '"v1"'))
    assert isinstance(outcome, Failure)


def _tls(authority: trustme.CA, *names: str) -> tuple[ssl.SSLContext, trustme.LeafCert]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = authority.issue_cert(*names)
    certificate.configure_cert(context)
    return context, certificate


async def _hello(request: web.Request) -> web.Response:
    return web.Response(text="hello")


async def _greeted(server: ssl.SSLContext, trust: ssl.SSLContext) -> Fetched | Failure:
    """What comes of a page over an encrypted connection, where some authorities are trusted."""
    async with (
        serving(_hello, tls=server) as port,
        fetcher(policy(_HERE), lookup=_names, trust=trust) as fetching,
    ):
        return await fetching.fetch(f"https://policies.example:{port}/", robots=False)


def test_what_the_encrypted_connection_said_of_itself_is_kept() -> None:
    authority = trustme.CA(organization_name="Invented Authority")
    server, certificate = _tls(authority, "policies.example")
    trust = ssl.create_default_context()
    authority.configure_trust(trust)

    outcome = asyncio.run(_greeted(server, trust))
    assert isinstance(outcome, Fetched)
    assert outcome.tls is not None
    parsed = x509.load_pem_x509_certificate(certificate.cert_chain_pems[0].bytes())
    assert outcome.tls.certificate == hashlib.sha256(parsed.public_bytes(Encoding.DER)).hexdigest()
    assert "organizationName=Invented Authority" in outcome.tls.issuer
    assert outcome.tls.protocol == "TLSv1.3"
    assert outcome.tls.cipher.startswith("TLS_")
    assert outcome.tls.valid_from == parsed.not_valid_before_utc
    assert outcome.tls.valid_until == parsed.not_valid_after_utc


@pytest.mark.parametrize(("name", "known"), [("policies.example", False), ("other.example", True)])
def test_an_unknown_authority_or_another_name_is_not_trusted(name: str, known: bool) -> None:
    authority = trustme.CA()
    server, _ = _tls(authority, name)
    trust = ssl.create_default_context()
    if known:
        authority.configure_trust(trust)

    outcome = asyncio.run(_greeted(server, trust))
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.TLS
    assert "mismatch" in outcome.line if known else "local issuer" in outcome.line
