"""How fast pages are fetched and kept, beside merely asking for them, and whether memory stays flat.

    python -m benchmarks.capturing [--captures 10000] [--pages 300] [--browser 60] [--files FOLDER]

A server in a process of its own serves pages on the loopback; one of every hundred has another text each time.
FOLDER has the pages to serve, if not invented ones of 60 KB. The reference is a bare aiohttp client that asks for the
same pages. Then all is measured that a capture does, pacing off: fetching with every check, storing the bytes by their
hash, and recording the exchange as WARC. Printed are captures a second, and the memory at each tenth of the captures.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from ipaddress import ip_network
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
from aiohttp import web

from benchmarks.memory import family_memory
from conductatlas.capture.fetching import (
    BrowserFetcher,
    Failure,
    Fetched,
    Fetcher,
    FetchPolicy,
    Limits,
    Politeness,
    user_agent,
)
from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.snapshots import SnapshotStore, WarcFolder, WarcPlace

_AT_ONCE = 8
_WORDS = ["we", "may", "share", "your", "data", "unless", "you", "object", "within", "thirty", "days", "of", "notice"]


def _invented(pages: int) -> list[bytes]:
    chance = random.Random(6)  # noqa: S311
    paragraphs = [[" ".join(chance.choices(_WORDS, k=60)) for _ in range(170)] for _ in range(pages)]
    return [f"<title>Terms</title>{''.join(f'<p>{text}</p>' for text in texts)}".encode() for texts in paragraphs]


def _serve(ready: Connection, bodies: list[bytes]) -> None:
    """Serve pages until the process is ended."""
    asked = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        number = request.path[1:]
        if not number.isdigit():
            return web.Response(status=404)
        body = bodies[int(number) % len(bodies)]
        if asked % 100 == 0:
            body += f"<p>Last changed at request {asked}.</p>".encode()
        response = web.Response(body=body, content_type="text/html")
        response.enable_compression()
        return response

    async def run() -> None:
        application = web.Application()
        application.router.add_get("/{path:.*}", handler)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ready.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


def _memory() -> float:
    """The memory of this process and of those it started, without the server."""
    return family_memory(os.getpid(), [child.pid or 0 for child in multiprocessing.active_children()])


async def _spread(number: int, work: Callable[[int], Awaitable[None]]) -> tuple[float, list[float]]:
    """Do a number of works, some at once; gives the seconds, and the memory at each tenth."""
    left = iter(range(number))
    memory: list[float] = []

    async def worker() -> None:
        for index in left:
            await work(index)
            if (index + 1) % max(1, number // 10) == 0:
                memory.append(_memory())

    started = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(_AT_ONCE)))
    return time.perf_counter() - started, memory


def _tell(name: str, number: int, seconds: float, memory: list[float]) -> None:
    course = " ".join(f"{megabytes:.0f}" for megabytes in memory)
    print(
        f"{name:44s} {number:6,}  {seconds:7.1f} s  {number / seconds:7.1f} a second  memory, MB: {course}", flush=True
    )


async def _bare(port: int, number: int, pages: int) -> None:
    async with aiohttp.ClientSession() as session:

        async def work(index: int) -> None:
            async with session.get(f"http://127.0.0.1:{port}/{index % pages}") as response:
                await response.read()

        _tell("reference: a bare aiohttp client", number, *await _spread(number, work))


def _policy() -> FetchPolicy:
    return FetchPolicy(
        user_agent("benchmark"),
        AddressGuard((ip_network("127.0.0.1/32"),)),
        Limits(),
        Politeness(pause=0.0, jitter=0.0),
    )


def _got(outcome: Fetched | Failure) -> Fetched:
    if isinstance(outcome, Failure):
        raise SystemExit(outcome.line)
    return outcome


async def _fetching(port: int, number: int, pages: int) -> None:
    async with Fetcher(_policy()) as fetcher:

        async def work(index: int) -> None:
            _got(await fetcher.fetch(f"http://127.0.0.1:{port}/{index % pages}"))

        _tell("fetched by HTTP, every check", number, *await _spread(number, work))


async def _capturing(port: int, number: int, pages: int, folder: Path) -> None:
    store, warcs = SnapshotStore(folder / "snapshots"), WarcFolder(folder / "warcs")
    places: dict[str, WarcPlace] = {}

    def keep(page: Fetched) -> None:
        stored = store.put(page.body)
        place = warcs.append(page, places.get(stored.sha256))
        places.setdefault(stored.sha256, place)

    async with Fetcher(_policy()) as fetcher:

        async def work(index: int) -> None:
            page = _got(await fetcher.fetch(f"http://127.0.0.1:{port}/{index % pages}"))
            await asyncio.to_thread(keep, page)

        _tell("fetched, stored by hash, recorded as WARC", number, *await _spread(number, work))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{len(places):,} distinct contents; {size / 2**20:.0f} MB on the disk")


async def _rendering(port: int, number: int, pages: int) -> None:
    async with Fetcher(_policy()) as fetcher, BrowserFetcher(fetcher, tabs=2) as browser:

        async def work(index: int) -> None:
            _got(await browser.fetch(f"http://127.0.0.1:{port}/{index % pages}"))

        _tell("opened in Chromium, its memory included", number, *await _spread(number, work))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--captures", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--browser", type=int, default=60)
    parser.add_argument("--files", type=Path)
    options = parser.parse_args()
    files = sorted(path for path in options.files.rglob("*") if path.is_file()) if options.files else []
    bodies = [path.read_bytes() for path in files] or _invented(options.pages)
    ready, telling = multiprocessing.Pipe()
    server = multiprocessing.Process(target=_serve, args=(telling, bodies), daemon=True)
    server.start()
    port = ready.recv()
    size = sum(map(len, bodies)) / len(bodies) / 1024
    print(f"{len(bodies)} pages of {size:.0f} KB on average, {_AT_ONCE} at once")
    try:
        asyncio.run(_bare(port, options.captures, len(bodies)))
        asyncio.run(_fetching(port, options.captures, len(bodies)))
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(_capturing(port, options.captures, len(bodies), Path(folder)))
        if options.browser:
            asyncio.run(_rendering(port, options.browser, len(bodies)))
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
