"""A database that goes away is waited for: one line tells it, and what was fetched is recorded when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections
from django.db.models import QuerySet

from conductatlas.capture.fetching import Failure, Fetched, Validators
from conductatlas.records.models import Capture, Change, Outcome, TrackedDocument, Verdict, Version
from conductatlas.tracking import database, recording, worker
from conductatlas.tracking.recording import Ending, Recorder
from tests.tracking.worlds import ADDRESS, CLAUSES, World, page, watching

pytestmark = pytest.mark.django_db(transaction=True)

_GONE = "server closed the connection unexpectedly"
_TOLD = ["the database does not answer", "the database answers again"]


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_FIRST_WAIT", 0.01)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A document that was seen once, and says something else now."""
    made = watching(tmp_path)
    made.look(0)
    made.answers[ADDRESS] = page(*CLAUSES[:2], CLAUSES[2].replace("30 days", "90 days"), CLAUSES[3])
    made.now += timedelta(days=1)
    return made


class _Breaking:
    """Closes the connection before one of the statements: `left` more go through."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.left -= 1
        if self.left == -1:
            if connection.vendor == "postgresql":
                connection.connection.close()
            else:
                raise OperationalError(_GONE)
        return execute(sql, params, many, context)


def _work(world: World, **changed: Any) -> list[str]:
    """Let a worker do what is due; gives the lines that it told."""
    told: list[str] = []
    working = world.worker()
    working.troubled = told.append
    for name, value in changed.items():
        setattr(working, name, value)
    asyncio.run(working.work(once=True))
    return told


def _is_recorded(world: World) -> None:
    change = Change.objects.get()
    assert (change.verdict, change.recorded_at) == (Verdict.SUBSTANTIVE, world.now)
    assert list(Capture.objects.order_by("id").values_list("outcome", flat=True)) == [Outcome.RECORDED] * 2
    assert Version.objects.count() == 2
    tracked = TrackedDocument.objects.get()
    assert (tracked.leased_by, tracked.changed_at, tracked.failures) == ("", world.now, 0)


@pytest.mark.parametrize("before", [0, 1, 4, 9, 16])
def test_what_was_being_recorded_is_recorded_after_all(
    world: World, before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking = _Breaking(before)
    whole = Recorder.record

    def record(self: Recorder, *arguments: Any, **named: Any) -> Capture | Ending:
        with connection.execute_wrapper(breaking):
            return whole(self, *arguments, **named)

    monkeypatch.setattr(Recorder, "record", record)
    told = _work(world)
    assert breaking.left < 0, "it was broken"
    assert [line.partition(" (")[0] for line in told] == _TOLD
    assert world.asked.count(ADDRESS) == 2, "it was not fetched again"
    _is_recorded(world)


def test_what_was_stored_before_the_connection_broke_is_not_stored_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, left = Recorder.record, [InterfaceError("connection already closed")]

    def record(self: Recorder, *arguments: Any, **named: Any) -> Capture | Ending:
        ending = whole(self, *arguments, **named)
        if left:
            raise left.pop()
        return ending

    monkeypatch.setattr(recording.Recorder, "record", record)
    assert len(_work(world)) == 2
    _is_recorded(world)


def test_looking_for_work_goes_on_too_and_an_outage_is_told_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    failing: Iterator[str] = iter([f"{_GONE}\n\tThis probably means …", "the database system is starting up", "it is"])
    ensure = connection.ensure_connection

    def connect() -> None:
        for line in failing:
            raise OperationalError(line)
        ensure()

    monkeypatch.setattr(database, "connection", type("Server", (), {"ensure_connection": staticmethod(connect)}))
    assert _work(world) == [f"{_TOLD[0]} ({_GONE}); tried again until it does", _TOLD[1]]
    _is_recorded(world)


def test_who_waits_for_a_check_is_told_when_the_database_stays_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect() -> None:
        raise OperationalError(_GONE)

    monkeypatch.setattr(worker, "_PATIENCE_ONCE", 0.05)
    monkeypatch.setattr(database, "connection", type("Server", (), {"ensure_connection": staticmethod(connect)}))
    with pytest.raises(OperationalError, match=_GONE):
        _work(world)


def test_a_worker_that_is_stopped_does_not_wait_for_the_database(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    working = world.worker()
    working.troubled = lambda line: working.stopping.set()

    def connect() -> None:
        raise OperationalError(_GONE)

    monkeypatch.setattr(database, "connection", type("Server", (), {"ensure_connection": staticmethod(connect)}))
    with pytest.raises(OperationalError, match=_GONE):
        asyncio.run(asyncio.wait_for(working.work(once=False), 20))


def test_a_statement_that_is_wrong_is_not_tried_again(world: World) -> None:
    def candidates(now: datetime) -> QuerySet[TrackedDocument]:
        return TrackedDocument.objects.extra(where=["no_such_column = 1"])

    told: list[str] = []
    with pytest.raises(DatabaseError, match="no_such_column"):
        _work(world, candidates=candidates, troubled=told.append)
    assert told == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a server that can end a connection")
def test_a_connection_that_the_server_ends_is_made_anew(world: World) -> None:
    connection.close()

    def terminate() -> int:
        try:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
                return len(cursor.fetchall())
        finally:
            connections.close_all()

    ended: list[int] = []

    class Pages:
        async def fetch(
            self, address: str, *, scripts: bool = False, validators: Validators | None = None, language: str = ""
        ) -> Fetched | Failure:
            ended.append(await asyncio.to_thread(terminate))
            return await world.fetch(address, scripts=scripts, validators=validators, language=language)

    told = _work(world, pages=Pages())
    assert ended == [1], "the connection of the worker"
    assert len(told) == 2
    assert told[0].startswith(f"{_TOLD[0]} (")
    _is_recorded(world)
