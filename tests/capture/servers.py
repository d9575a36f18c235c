"""Servers on this machine for the tests of capture, and a clock that needs no waiting."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from conductatlas.capture.fetching import Fetcher, FetchPolicy, Limits, Politeness
from conductatlas.capture.fetching.guard import AddressGuard, Network

# Sockets are open in these tests, to this machine alone.
LOOPBACK = pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2", "127.0.0.3", "::1"])
AGENT = "ConductAtlas/test (+https://atlas.example/contact)"
HURRIED = Politeness(pause=0.0, jitter=0.0, attempts=1)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Talker = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class FakeClock:
    """A clock that jumps where one waits; it notes how long that was."""

    time: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


@asynccontextmanager
async def serving(handler: Handler, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Serve with aiohttp; gives the port."""
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, host, 0, ssl_context=tls)
    await site.start()
    try:
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@asynccontextmanager
async def talking(talker: Talker) -> AsyncIterator[int]:
    """Serve with raw bytes, for what no proper server would send; gives the port."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.read(4096)
            await talker(reader, writer)
        except OSError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()


def policy(
    *networks: Network,
    limits: Limits | None = None,
    politeness: Politeness = HURRIED,
    ignored_robots: frozenset[str] = frozenset({"127.0.0.1", "127.0.0.2", "::1"}),
) -> FetchPolicy:
    """A policy that may reach the given networks and nothing else on this machine."""
    return FetchPolicy(AGENT, AddressGuard(networks), limits or Limits(), politeness, ignored_robots)


def fetcher(of: FetchPolicy, **options: object) -> Fetcher:
    """A fetcher without chance, for a given policy."""
    return Fetcher(of, chance=lambda: 0.0, **options)  # type: ignore[arg-type]
