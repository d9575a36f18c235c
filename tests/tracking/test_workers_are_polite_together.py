"""A worker that takes up a host goes on from what the last one knew of it: the pause, and whether to ask at all."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

import pytest
from aiohttp import web
from django.db import connections

from conductatlas.capture.fetching import HostState as State
from conductatlas.capture.fetching import Politeness
from conductatlas.records.models import Capture, HostState, TrackedDocument
from conductatlas.tracking import Hosts, Worker, due
from conductatlas.tracking.pages import Pages
from tests.capture.servers import LOOPBACK, FakeClock, fetcher, policy, serving
from tests.tracking.worlds import CLAUSES, START, World, declare, page

pytestmark = [pytest.mark.django_db(transaction=True), LOOPBACK]

_HOST = "127.0.0.1"
_PAUSE = 30.0


class _Shared:
    """A server, a clock that jumps, and workers of one database, each with a memory of its own."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.clock = FakeClock(START.timestamp())
        self.asked: list[tuple[str, float]] = []

    async def answer(self, request: web.Request) -> web.Response:
        """The terms, whatever is asked for."""
        self.asked.append((request.path, self.clock.time - START.timestamp()))
        return web.Response(body=page(*CLAUSES), content_type="text/html", charset="utf-8")

    async def look(self, *turns: tuple[Hosts, str]) -> None:
        """Let workers with these memories look at one service each, one after the other."""
        polite = policy(ip_network("127.0.0.0/8"), politeness=Politeness(pause=_PAUSE, jitter=0.0, attempts=1))
        async with serving(self.answer) as port:
            await asyncio.to_thread(self._declare, port)
            for number, (hosts, service) in enumerate(turns):
                async with fetcher(polite, clock=self.clock, states=hosts.states) as http:
                    await self._worker(f"worker-{number}", hosts, service, Pages(http)).work(once=True)

    def _declare(self, port: int) -> None:
        folder = self.world.folder / "declarations"
        try:
            for service in "AB":
                declare(folder, service=service, address=f"http://{_HOST}:{port}/{service}")
            self.world.declared(folder)
        finally:
            connections.close_all()

    def _worker(self, name: str, hosts: Hosts, service: str, pages: Pages) -> Worker:
        worker = self.world.worker(name)
        worker.pages, worker.hosts, worker.now = pages, hosts, lambda: datetime.fromtimestamp(self.clock.time, UTC)
        worker.candidates = lambda now: due(now).filter(service=service)
        return worker


@pytest.fixture
def shared(tmp_path: Path) -> _Shared:
    return _Shared(tmp_path)


def test_the_pause_of_a_host_holds_across_workers(shared: _Shared) -> None:
    one, two = Hosts(), Hosts()
    asyncio.run(shared.look((one, "A"), (two, "B")))
    assert shared.asked == [("/A", 0.0), ("/B", _PAUSE)]
    assert shared.clock.slept == [_PAUSE]
    assert Capture.objects.count() == 2


def test_a_host_that_one_worker_leaves_alone_is_asked_by_none(shared: _Shared) -> None:
    two, until = Hosts(), START.timestamp() + 300
    one = Hosts()
    one.states[_HOST] = State(failures=5, openings=1, open_until=until)
    one.save()
    asyncio.run(shared.look((two, "B")))
    assert shared.asked == []
    assert Capture.objects.get().reason == "circuit-open"
    assert two.states[_HOST].open_until == until


def test_what_a_worker_knows_is_stored_before_others_may_ask(shared: _Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    leased_when_saved: list[str] = []
    save = Hosts.save

    def saving(hosts: Hosts) -> None:
        save(hosts)
        leased_when_saved.append(TrackedDocument.objects.get(service="A").leased_by)

    monkeypatch.setattr(Hosts, "save", saving)
    asyncio.run(shared.look((Hosts(), "A")))
    assert leased_when_saved == ["worker-0"]
    assert HostState.objects.get().state["next_at"] == START.timestamp() + _PAUSE


def test_only_what_others_wrote_is_taken_over_and_a_later_turn_of_ones_own_stays(shared: _Shared) -> None:
    shared.world.answers["https://hearthbook.example/terms"] = page(*CLAUSES)
    shared.world.declared(declare(shared.world.folder / "own"))
    shared.world.look(0)
    tracked = TrackedDocument.objects.get()
    tracked.pages = [{**tracked.pages[0], "final_address": "https://www.hearthbook.example/terms"}]
    one, two = Hosts(), Hosts()
    for name in ("hearthbook.example", "www.hearthbook.example", "larkwell.example"):
        one.states[name] = State(failures=2, next_at=50.0)
    one.save()
    assert one.written_by_others([tracked]) == {}
    written = two.written_by_others([tracked])
    assert set(written) == {"hearthbook.example", "www.hearthbook.example"}, "the hosts of its pages, no others"
    two.states["hearthbook.example"] = State(next_at=70.0)
    two.take_over(written)
    assert two.states["hearthbook.example"] == replace(written["hearthbook.example"], next_at=70.0)
    assert two.states["www.hearthbook.example"] == State(failures=2, next_at=50.0)
    assert two.written_by_others([tracked]) == {}
