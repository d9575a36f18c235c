"""What a fetch ends in: a page that came, or a failure with a named reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from enum import StrEnum

_LONGEST_SHOWN = 300
# Surrogates are not valid in UTF-8; PostgreSQL takes no NUL.
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


class Reason(StrEnum):
    """Why a fetch failed. The value is what is stored; `Failure.line` says it to people."""

    BAD_ADDRESS = "bad-address"
    BLOCKED_ADDRESS = "blocked-address"
    DNS = "dns"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    DROPPED = "dropped"
    TRUNCATED = "truncated"
    PROTOCOL = "protocol"
    TOO_LARGE = "too-large"
    BAD_ENCODING = "bad-encoding"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    HTTP_STATUS = "http-status"
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots-unreachable"
    CIRCUIT_OPEN = "circuit-open"
    WAITING = "waiting"
    DOWNLOAD = "download"
    BROWSER = "browser"


_SENTENCES = {
    Reason.BAD_ADDRESS: "is no address that can be fetched",
    Reason.BLOCKED_ADDRESS: "leads to an address that may not be fetched",
    Reason.DNS: "has a host name that can't be resolved",
    Reason.REFUSED: "refused the connection",
    Reason.UNREACHABLE: "could not be reached",
    Reason.TLS: "could not be trusted: its certificate or its encryption failed",
    Reason.TIMEOUT: "did not answer in time",
    Reason.DROPPED: "closed the connection before it answered",
    Reason.TRUNCATED: "sent less than it announced",
    Reason.PROTOCOL: "answered with something that is no valid HTTP",
    Reason.TOO_LARGE: "is larger than the limit",
    Reason.BAD_ENCODING: "sent bytes that can't be decompressed",
    Reason.REDIRECT_LOOP: "redirects in a circle",
    Reason.TOO_MANY_REDIRECTS: "redirects too often",
    Reason.BAD_REDIRECT: "redirects to nowhere",
    Reason.HTTP_STATUS: "answered with an error",
    Reason.ROBOTS: "is closed to us by the robots.txt of its host",
    Reason.ROBOTS_UNREACHABLE: "is on a host whose robots.txt can't be read, so it was not fetched",
    Reason.CIRCUIT_OPEN: "is on a host that failed several times in a row; it is left alone for a while",
    Reason.WAITING: "is on a host that asked us to wait, or has many pages in line",
    Reason.DOWNLOAD: "is a download, which the browser does not take",
    Reason.BROWSER: "could not be opened in the browser",
}

# What another try may mend. The others need a person, or a change at the platform.
TRANSIENT = frozenset(
    {
        Reason.DNS,
        Reason.REFUSED,
        Reason.UNREACHABLE,
        Reason.TLS,
        Reason.TIMEOUT,
        Reason.DROPPED,
        Reason.TRUNCATED,
        Reason.PROTOCOL,
        Reason.ROBOTS_UNREACHABLE,
        Reason.CIRCUIT_OPEN,
        Reason.WAITING,
        Reason.BROWSER,
    }
)
_TRANSIENT_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Redirect:
    """One step of a chain: the address that was asked, its status, and the address that it named."""

    address: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class TlsFacts:
    """What a TLS connection said of itself. Fields that the way of fetching does not tell are empty.

    `certificate` is the SHA-256 of the certificate in DER, in hexadecimal.
    """

    protocol: str
    cipher: str
    certificate: str
    subject: str
    issuer: str
    valid_from: datetime | None
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes the next request for an address conditional (RFC 9110, section 13)."""

    address: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to a request, after redirects.

    `address` is what was asked for, `final_address` what answered. `headers` are in the order in which they came.
    `content_type` is the value of that header with its parameters, `charset` the character set that it names, in lower
    case; both are empty where it said none. `body` are the bytes decompressed, `raw` as they came over the wire after
    transfer coding. `rendered`: the body is the page as a browser shows it after its scripts ran, HTML in UTF-8, and
    `content_type` says so.
    """

    address: str
    final_address: str
    redirects: tuple[Redirect, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    raw: bytes
    content_type: str
    charset: str
    started_at: datetime
    fetched_at: datetime
    request_headers: tuple[tuple[str, str], ...] = ()
    http_version: str = "1.1"
    status_text: str = ""
    peer: str = ""
    tls: TlsFacts | None = None
    rendered: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether the server confirmed that the page is as at the last time; the body is empty then."""
        return self.status == 304

    @property
    def validators(self) -> Validators:
        """What to send along when the same address is fetched again."""
        etag, modified = header(self.headers, "ETag"), header(self.headers, "Last-Modified")
        # One that is not as it must be is not sent back.
        return Validators(self.final_address, *(value if value.isascii() else "" for value in (etag, modified)))


@dataclass(frozen=True, slots=True)
class Failure:
    """A fetch that brought no page.

    `failed_at` is the address of the chain where it failed, `status` the HTTP status there (0: none came). `response`
    is what came with an error status, kept as evidence. `retry_after` are the seconds that the host, or our own pacing,
    asks to wait.
    """

    reason: Reason
    address: str
    failed_at: str
    detail: str
    at: datetime
    status: int = 0
    redirects: tuple[Redirect, ...] = ()
    attempts: int = 1
    retry_after: float | None = None
    response: Fetched | None = None

    @property
    def transient(self) -> bool:
        """Whether trying again later may help."""
        return is_transient(self.reason, self.status)

    @property
    def line(self) -> str:
        """One line that tells a person what failed, and where."""
        detail = f" ({self.detail})" if self.detail else ""
        via = f", reached from {shown(self.address)}" if self.failed_at != self.address else ""
        return f"{shown(self.failed_at)} {_SENTENCES[self.reason]}{detail}{via}"


class FetchError(Exception):
    """A fetch that can't go on, inside this room; its doors return a Failure instead."""

    def __init__(
        self,
        reason: Reason,
        detail: str = "",
        *,
        retry_after: float | None = None,
        response: Fetched | None = None,
    ) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
        self.retry_after = retry_after
        self.response = response

    @property
    def transient(self) -> bool:
        """Whether another try may mend this."""
        return is_transient(self.reason, self.response.status if self.response else 0)

    def failure(self, address: str, at: datetime, redirects: Sequence[Redirect] = (), failed_at: str = "") -> Failure:
        """This error as the outcome of fetching an address, which failed at `failed_at` or there."""
        return Failure(
            reason=self.reason,
            address=address,
            failed_at=failed_at or address,
            detail=self.detail,
            at=at,
            status=self.response.status if self.response else 0,
            redirects=tuple(redirects),
            retry_after=self.retry_after,
            response=self.response,
        )


def is_transient(reason: Reason, status: int) -> bool:
    """Whether another try may mend this."""
    return reason in TRANSIENT or (reason is Reason.HTTP_STATUS and status in _TRANSIENT_STATUSES)


def header(headers: tuple[tuple[str, str], ...], name: str) -> str:
    """The first value of a header; empty where there is none."""
    return next((value for key, value in headers if key.lower() == name.lower()), "")


def charset_of(content_type: str) -> str:
    """The character set that a Content-Type header names, in lower case; empty where it names none."""
    message = Message()
    message["Content-Type"] = content_type.encode("ascii", "replace").decode().replace("\n", " ").replace("\r", " ")
    return (message.get_content_charset() or "").strip()


def plain(text: str) -> str:
    """Text from outside as any database can store it: bytes that are no UTF-8, and what is no character, as escapes."""
    return _UNSTORABLE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    # Python keeps the byte 0xFF of a header as U+DCFF.
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else ascii(found[0])[1:-1]


def shown(text: str) -> str:
    """Text from outside as one line may show it: control characters escaped, cut where it is long."""
    clean = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[: _LONGEST_SHOWN - 1]}…"
