"""Web addresses, read strictly and in one way only.

Checks of addresses are got round where two readers of one address disagree: one sees the host that was checked, the
other connects elsewhere. So an address is read here once, into parts that are already canonical, and whatever readers
are known to disagree about is refused: user information, backslashes, percent-encoded hosts, IPv4 addresses in
decimal, octal or hexadecimal, empty labels. Letters are mapped as browsers do (UTS #46), so that `１２７.０.０.１` is
seen for what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna

from conductatlas.capture.fetching.outcomes import FetchError, Reason

_LONGEST = 8_000
_LONGEST_HOST = 253
_PORTS = {"http": 80, "https": 443}
_FORM = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<target>[^#]*)(?:#.*)?", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\[\]:@%\\\s]+)(?::(?P<port>[0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
# What may stand in a path or query as it is; everything else is percent-encoded, and what is encoded stays so.
_KEPT = "%/:?@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in parts: `host` in ASCII and lower case (IPv6 without brackets), `target` the path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address; the usual port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def parse_address(text: str) -> Address:
    """Read a web address; raises FetchError (bad-address) with what is wrong about it."""
    text = text.strip(" \t\r\n")
    if len(text) > _LONGEST:
        raise _bad(f"longer than {_LONGEST:,} characters")
    form = _FORM.fullmatch(text)
    if form is None:
        other = _SCHEME.match(text)
        raise _bad(f"only http and https, not {other[0]}" if other else "it must begin with http:// or https://")
    if "@" in form["authority"]:
        raise _bad("it holds a user name or password")
    parts = _AUTHORITY.fullmatch(form["authority"])
    if parts is None:
        raise _bad("its host or port can't be read")
    scheme = form["scheme"].lower()
    port = int(parts["port"] or _PORTS[scheme])
    if not 0 < port < 65536:
        raise _bad("there is no such port")
    target = quote(form["target"], safe=_KEPT, errors="surrogateescape")
    return Address(scheme, _host(parts["host"]), port, target if target.startswith("/") else f"/{target}")


def follow(here: Address, location: str) -> Address:
    """The address that a redirect names, seen from the one that sent it; raises FetchError (bad-address)."""
    try:
        return parse_address(urljoin(str(here), location.strip(" \t\r\n")))
    except ValueError as error:
        raise _bad("its host or port can't be read") from error


def _host(text: str) -> str:
    if text.startswith("["):
        try:
            return str(IPv6Address(text[1:-1]))
        except AddressValueError as error:
            raise _bad("its IPv6 address can't be read") from error
    name = (text.lower() if text.isascii() else _ascii(text)).removesuffix(".")
    labels = name.split(".")
    if len(name) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        raise _bad("its host name is not valid")
    if _NUMERIC.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(name))
        except AddressValueError as error:
            raise _bad("its host is a number, but no IPv4 address in the usual form") from error
    return name


def _ascii(text: str) -> str:
    """A host name with other letters in the form that the domain name system has for it (UTS #46, RFC 5891)."""
    try:
        return idna.encode(text, uts46=True).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise _bad("its host name is not valid") from error


def _bad(detail: str) -> FetchError:
    return FetchError(Reason.BAD_ADDRESS, detail)
