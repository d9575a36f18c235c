"""One request over HTTP and its answer, within limits; redirects, politeness and retries are others' work."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from types import TracebackType
from typing import Any, Self

import aiohttp
from yarl import URL

from conductatlas.capture.fetching.addresses import Address
from conductatlas.capture.fetching.connecting import Lookup, checked_connector, system_lookup
from conductatlas.capture.fetching.decompression import ACCEPTED, decompress
from conductatlas.capture.fetching.outcomes import FetchError, Reason, TlsFacts, header, shown
from conductatlas.capture.fetching.policy import FetchPolicy

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.8"
_CHUNK = 64 * 2**10


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request: `raw` as it came after transfer coding, `body` decompressed."""

    status: int
    status_text: str
    http_version: str
    headers: tuple[tuple[str, str], ...]
    request_headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes
    peer: str
    tls: TlsFacts | None


class _ClientResponse(aiohttp.ClientResponse):
    """A response that notes who sent it. A short one gives its connection back before anybody could ask."""

    peer = ""
    tls: TlsFacts | None = None

    async def start(self, connection: Any) -> Self:
        """Called by aiohttp with the connection, before the response is read."""
        transport = connection.transport
        if transport is not None:
            self.peer = str((transport.get_extra_info("peername") or ("",))[0])
            self.tls = tls_facts(transport.get_extra_info("ssl_object"))
        await super().start(connection)
        return self


class HttpClient:
    """Makes requests: guarded, without cookies, proxies or passwords, and honest about who asks."""

    def __init__(
        self, policy: FetchPolicy, *, lookup: Lookup = system_lookup, trust: ssl.SSLContext | None = None
    ) -> None:
        self._policy = policy
        self._lookup = lookup
        self._trust = trust or _system_trust()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        limits = self._policy.limits
        self._session = aiohttp.ClientSession(
            connector=checked_connector(self._policy.guard, self._lookup, limits.connections),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            response_class=_ClientResponse,
            max_field_size=32 * 2**10,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def exchange(
        self,
        address: Address,
        *,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | bytes | None = None,
    ) -> Answer:
        """Send one request, a POST where there is a form or a body, and read its answer whole; raises FetchError."""
        if self._session is None:
            raise RuntimeError("the client is used outside its `async with`")
        limits = self._policy.limits
        sent = {"User-Agent": self._policy.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
        try:
            # aiohttp's own limits do not cover resolving; a plain one around everything does.
            async with (
                asyncio.timeout(limits.total),
                self._session.request(
                    "GET" if form is None else "POST",
                    URL(str(address), encoded=True),
                    headers=sent | dict(headers or {}),
                    data=form,
                    allow_redirects=False,
                    ssl=self._trust,
                    timeout=aiohttp.ClientTimeout(sock_connect=limits.connect, sock_read=limits.read),
                ) as response,
            ):
                raw = await _read(response, limits.body)
        except FetchError:
            raise
        except Exception as error:
            raise _named(error, limits.total) from error
        assert isinstance(response, _ClientResponse)  # noqa: S101
        received = tuple((_text(name), _text(value)) for name, value in response.raw_headers)
        return Answer(
            status=response.status,
            status_text=response.reason or "",
            http_version=f"{response.version.major}.{response.version.minor}" if response.version else "1.1",
            headers=received,
            request_headers=tuple(
                (name, value)
                for name, value in response.request_info.headers.items()
                if name.lower() != "authorization"
            ),
            raw=raw,
            body=decompress(raw, header(received, "Content-Encoding"), limits.body),
            peer=response.peer,
            tls=response.tls,
        )


@cache
def _system_trust() -> ssl.SSLContext:
    """The certificate authorities that this system trusts; reading them takes a while."""
    return ssl.create_default_context()


def tls_facts(connection: ssl.SSLObject | None) -> TlsFacts | None:
    """What a connection says of itself; None where it is not encrypted."""
    if connection is None:
        return None
    certificate: Mapping[str, Any] = connection.getpeercert() or {}
    cipher = connection.cipher()
    return TlsFacts(
        protocol=connection.version() or "",
        cipher=cipher[0] if cipher else "",
        certificate=hashlib.sha256(connection.getpeercert(binary_form=True) or b"").hexdigest(),
        subject=_name(certificate.get("subject", ())),
        issuer=_name(certificate.get("issuer", ())),
        valid_from=_date(certificate.get("notBefore")),
        valid_until=_date(certificate.get("notAfter")),
    )


def _name(parts: tuple[tuple[tuple[str, str], ...], ...]) -> str:
    return ", ".join(f"{key}={value}" for part in parts for key, value in part)


def _date(text: str | None) -> datetime | None:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC) if text else None


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogateescape")


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    announced = response.content_length
    if announced is not None and announced > most:
        raise FetchError(Reason.TOO_LARGE, f"{announced:,} bytes announced, {most:,} are allowed")
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise FetchError(Reason.TOO_LARGE, f"more than {most:,} bytes")
    return b"".join(parts)


def _named(error: Exception, total: float) -> FetchError:
    """The named reason for what went wrong underneath."""
    said = shown(str(error))
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return FetchError(Reason.TIMEOUT, "while connecting")
    if isinstance(error, aiohttp.SocketTimeoutError):
        return FetchError(Reason.TIMEOUT, "it stopped sending")
    if isinstance(error, TimeoutError):
        return FetchError(Reason.TIMEOUT, f"after {total:g} seconds in all")
    if isinstance(error, (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError, ssl.SSLError)):
        cause = error.certificate_error if isinstance(error, aiohttp.ClientConnectorCertificateError) else error
        return FetchError(Reason.TLS, shown(getattr(cause, "verify_message", "") or str(cause)))
    if isinstance(error, aiohttp.ClientPayloadError):
        return FetchError(Reason.TRUNCATED, said)
    if isinstance(error, aiohttp.ClientConnectorError):
        refused = error.os_error.errno == errno.ECONNREFUSED
        return FetchError(Reason.REFUSED if refused else Reason.UNREACHABLE, shown(error.os_error.strerror or said))
    if isinstance(error, (aiohttp.ServerDisconnectedError, ConnectionError, aiohttp.ClientOSError, socket.error)):
        return FetchError(Reason.DROPPED)
    if isinstance(error, aiohttp.InvalidURL):
        return FetchError(Reason.BAD_ADDRESS, said)
    if isinstance(error, aiohttp.ClientError):
        return FetchError(Reason.PROTOCOL, shown(getattr(error, "message", "") or type(error).__name__))
    raise error
