"""Each due document is one worker's at a time, a host is asked by one worker, and a dead worker's share comes free."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, connections

from conductatlas.capture.fetching import HostState as State
from conductatlas.records.models import Capture, HostState, TrackedDocument
from conductatlas.tracking import LEASE, Hosts, claim, due
from tests.tracking.worlds import ADDRESS, CLAUSES, START, World, declare, page

pytestmark = pytest.mark.django_db(transaction=True)


def _claim(worker: str, now: datetime = START, most: int = 10, per_host: int = 2) -> list[str]:
    return [one.service for one in claim(due(now), worker, now, most, per_host)]


async def _elsewhere(job: Callable[[], object]) -> object:
    """Ask the database in another thread, and leave no connection there."""

    def run() -> object:
        try:
            return job()
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Two documents of one host and one of another."""
    made = World(tmp_path)
    folder = tmp_path / "declarations"
    for service, address in (("A", f"{ADDRESS}/a"), ("B", f"{ADDRESS}/b"), ("C", "https://larkwell.example/")):
        made.answers[address] = page(*CLAUSES)
        declare(folder, service=service, address=address)
    made.declared(folder)
    return made


def test_what_one_worker_holds_no_other_gets(world: World) -> None:
    assert _claim("one", most=1) == ["A"]
    assert _claim("two") == ["C"], "B is of the host that the first one is asking"
    assert _claim("one") == ["B"]
    assert _claim("one") == _claim("two") == _claim("three") == []


def test_a_host_of_any_source_is_asked_by_one_worker(world: World) -> None:
    folder = world.folder / "declarations"
    parts = [{"fetch": address, "select": ["main"]} for address in ("https://quillon.example/", f"{ADDRESS}/part")]
    (folder / "D.json").write_text(json.dumps({"name": "D", "terms": {"Terms of Service": {"combine": parts}}}))
    world.declared(folder)
    assert _claim("one", most=1) == ["A"]
    assert _claim("two") == ["C"], "the second part of D is on the host that the first worker is asking"
    assert _claim("one") == ["B"], "and that worker has two documents there already"
    TrackedDocument.objects.update(leased_by="", leased_until=None)
    TrackedDocument.objects.filter(service="D").update(next_look_at=START - timedelta(days=1))
    assert _claim("one", most=1) == ["D"]
    assert _claim("two") == ["C"], "the host of A and B is asked for the second part of D"


def test_where_a_page_led_to_is_asked_by_one_worker_too(world: World) -> None:
    moved = {"address": f"{ADDRESS}/a", "final_address": "https://larkwell.example/terms"}
    TrackedDocument.objects.filter(service="A").update(pages=[moved])
    assert _claim("one", most=1) == ["A"]
    assert _claim("two") == []


def test_no_more_of_one_host_than_may_be_asked_at_once(world: World) -> None:
    assert _claim("one", per_host=1) == ["A", "C"]


def test_a_dead_workers_share_comes_free_when_its_lease_has_run_out(world: World) -> None:
    assert len(_claim("dead")) == 3
    assert _claim("one", START + LEASE - timedelta(seconds=1)) == []
    assert len(_claim("one", START + LEASE)) == 3


def _look_while(world: World, job: Callable[[], object]) -> None:
    """Let a worker fetch all three documents, and something happen before these arrive."""
    worker = world.worker("slow")

    async def work() -> None:
        world.gate = asyncio.Event()
        task = asyncio.create_task(worker.work(once=True))
        # All three are leased before the first is fetched, so from then on nobody else asks the database.
        while not world.waiting and not task.done():
            await asyncio.sleep(0.001)
        await _elsewhere(job)
        world.gate.set()
        await task

    asyncio.run(work())


def test_a_worker_that_lost_its_lease_records_nothing(world: World) -> None:
    _look_while(world, lambda: TrackedDocument.objects.update(leased_by="quick", next_look_at=START + LEASE))
    assert not Capture.objects.exists()
    assert set(TrackedDocument.objects.values_list("leased_by", flat=True)) == {"quick"}


def test_a_declaration_that_is_changed_during_a_look_is_kept_and_looked_at_next(world: World) -> None:
    folder = world.folder / "declarations"
    (folder / "A.json").unlink()
    declare(folder, select="body", service="B", address=f"{ADDRESS}/b")
    _look_while(world, lambda: world.declared(folder))
    seen = {one.tracked.service: one for one in Capture.objects.select_related("tracked")}
    assert set(seen) == {"B", "C"}
    assert not TrackedDocument.objects.get(service="A").active
    declared = seen["B"].tracked
    assert declared.declaration["sources"][0]["select"] == ["body"]
    assert declared.read_as == declared.declared_as


def test_what_is_due_waits_its_turn_the_longest_waiting_first(world: World) -> None:
    TrackedDocument.objects.filter(service="C").update(next_look_at=START - timedelta(days=1))
    assert _claim("one", most=1) == ["C"]
    TrackedDocument.objects.filter(service="B").update(next_look_at=START + timedelta(days=1))
    assert _claim("one") == ["A"]


def test_what_is_known_of_hosts_outlives_a_restart(world: World) -> None:
    hosts = Hosts()
    hosts.states["hearthbook.example"] = State(failures=3, next_at=17.0)
    hosts.save()
    hosts.save()
    assert HostState.objects.count() == 1
    assert Hosts().states == {"hearthbook.example": State(failures=3, next_at=17.0)}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a database that several may write to at once")
def test_workers_that_claim_at_the_same_moment_share_no_host(world: World) -> None:
    rows = list(TrackedDocument.objects.all())
    for number in range(60):
        one = rows[number % 3]
        one.pk, one.path, one.host = None, f"{number}.md", f"{number % 20}.example"
        (source,) = one.declaration["sources"]
        one.declaration = {**one.declaration, "sources": [{**source, "address": f"https://{one.host}/terms"}]}
        one.save()
    together = threading.Barrier(4)

    def work(worker: str) -> None:
        try:
            together.wait(10)
            claim(due(START), worker, START, 16, 2)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, "abcd"))
    holders: dict[str, set[str]] = {}
    for host, worker in TrackedDocument.objects.exclude(leased_by="").values_list("host", "leased_by"):
        holders.setdefault(host, set()).add(worker)
    assert len(holders) == 22
    assert [host for host, workers in holders.items() if len(workers) > 1] == []
