"""Connections to checked addresses, and to no others.

A name is resolved once, all addresses it resolves to are checked, and the connection goes to one of exactly these:
nothing resolves the name a second time, so answers that change in between change nothing. The HTTP client's sockets are
checked once more when they are made, which holds for addresses that need no resolving too.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.fetching.outcomes import FetchError, Reason

# Turns a host name into network addresses; raises OSError where it can't.
Lookup = Callable[[str], Awaitable[list[str]]]
AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]

_IDLE_CONNECTIONS_LAST = 15.0


async def system_lookup(host: str) -> list[str]:
    """Resolve a name as the system does, to its addresses in the system's order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def checked_addresses(host: str, port: int, guard: AddressGuard, lookup: Lookup) -> list[str]:
    """Resolve a host and check what it resolves to. One address that may not be connected to spoils them all.

    Raises FetchError (dns, blocked-address).
    """
    try:
        addresses = [host] if _is_literal(host) else await lookup(host)
    except (OSError, UnicodeError) as error:
        raise FetchError(Reason.DNS, f"{host}: {getattr(error, 'strerror', None) or error}") from error
    if not addresses:
        raise FetchError(Reason.DNS, f"{host}: no addresses")
    for address in addresses:
        guard.check(address, port)
    return addresses


async def open_checked(
    host: str, port: int, guard: AddressGuard, lookup: Lookup
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A plain connection to a host, at an address that was checked; raises FetchError or OSError."""
    last: OSError = OSError("no addresses")
    for address in await checked_addresses(host, port, guard, lookup):
        try:
            return await asyncio.open_connection(address, port)
        except OSError as error:
            last = error
    raise last


class _CheckedResolver(AbstractResolver):
    """aiohttp's way to ask for addresses, answered with checked ones only."""

    def __init__(self, guard: AddressGuard, lookup: Lookup) -> None:
        self._guard = guard
        self._lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """What aiohttp asks for when it opens a connection."""
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for address in await checked_addresses(host, port, self._guard, self._lookup)
        ]

    async def close(self) -> None:
        """There is nothing to close."""


def checked_connector(guard: AddressGuard, lookup: Lookup, connections: int) -> aiohttp.TCPConnector:
    """A connector whose every socket goes to a checked address."""

    def checked_socket(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, address = info
        guard.check(str(address[0]), int(str(address[1])))
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=_CheckedResolver(guard, lookup),
        socket_factory=checked_socket,
        use_dns_cache=False,
        limit=connections,
        keepalive_timeout=_IDLE_CONNECTIONS_LAST,
    )


def _is_literal(host: str) -> bool:
    """Whether a host of a parsed address is a network address: its last label is a number then, or it is IPv6."""
    if ":" in host:
        IPv6Address(host)
        return True
    return host.rpartition(".")[2].isdigit()
