"""Pages of new versions are saved in a web archive: nothing is lost, nothing is sent twice, no look waits for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.test import Client

from conductatlas.capture.fetching import Copy, Failure, Reason, State, Submission
from conductatlas.records.models import Capture, CopyState, SecondCopy, TrackedDocument, Version
from conductatlas.tracking import SecondCopies, second_copies
from tests.tracking.worlds import ADDRESS, CLAUSES, World, declare, page, watching

pytestmark = pytest.mark.django_db(transaction=True)

_COPY = f"https://archive.example/web/20250301090100/{ADDRESS}"
_HOUR = timedelta(hours=1)


class _KilledError(BaseException):
    """The process ends here, as far as what follows is concerned."""


@dataclass
class _Archive:
    """A web archive that takes what it is given, unless it is told otherwise."""

    world: World
    refuses: str = ""
    job_fails: str = ""
    kills_before: bool = False
    kills_after: bool = False
    hangs: bool = False
    down: bool = False
    job: str = "spn2-1"
    copy: str = _COPY
    taken: list[str] = field(default_factory=list)
    looked_up: int = 0
    at_once: int = 0
    most_at_once: int = 0

    async def submit(self, address: str) -> Submission:
        now = self.world.now
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(3600 if self.hangs else 0.01)
        self.at_once -= 1
        if self.kills_before:
            raise _KilledError
        if self.refuses:
            return Submission(address, State.FAILED, "", now, now, why=self.refuses)
        self.taken.append(address)
        if self.kills_after:
            raise _KilledError
        return Submission(address, State.SUBMITTED, self.job, now, now)

    async def check(self, submission: Submission) -> Submission:
        assert submission.job == self.job
        now, sent = self.world.now, submission.submitted_at
        if self.job_fails:
            return Submission(submission.original, State.FAILED, self.job, sent, now, why=self.job_fails)
        if now - sent < timedelta(minutes=3):
            return Submission(submission.original, State.SUBMITTED, self.job, sent, now, why="not saved yet")
        return Submission(submission.original, State.CONFIRMED, self.job, sent, now, copy=self.copy)

    async def copies(
        self, address: str, *, since: datetime | None = None, until: datetime | None = None, most: int = 100
    ) -> tuple[Copy, ...] | Failure:
        self.looked_up += 1
        if self.down:
            return Failure(Reason.TIMEOUT, address, address, "", self.world.now)
        return (Copy(self.copy, address, self.world.now),) if address in self.taken else ()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return watching(tmp_path, second_copies=True)


@pytest.fixture
def archive(world: World) -> _Archive:
    return _Archive(world)


def _go_on(archive: _Archive, after: timedelta = timedelta(0)) -> Counter[str]:
    archive.world.now += after

    async def work() -> Counter[str]:
        return await SecondCopies(archive, now=lambda: archive.world.now).work(asyncio.Event(), once=True)

    return asyncio.run(work())


def test_each_page_of_a_new_version_is_due_and_no_other(world: World) -> None:
    world.look(0)
    world.look()
    world.answers[ADDRESS] = Reason.TIMEOUT
    world.look()
    [copy] = SecondCopy.objects.all()
    assert (copy.address, copy.state, copy.capture.version) == (ADDRESS, CopyState.DUE, Version.objects.get())
    world.second_copies = False
    world.answers[ADDRESS] = page(*CLAUSES[:3], CLAUSES[3].replace("16", "18"))
    world.look()
    assert (Version.objects.count(), SecondCopy.objects.count()) == (2, 1)


def test_a_look_is_stored_with_what_is_due_or_not_at_all(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DatabaseError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(SecondCopy.objects, "bulk_create", broken)
        with pytest.raises(DatabaseError):
            world.look(0)
    assert not Capture.objects.exists()
    assert not Version.objects.exists()
    world.look(1)
    assert SecondCopy.objects.count() == Version.objects.count() == 1


def test_what_is_due_is_submitted_and_confirmed(world: World, archive: _Archive) -> None:
    world.look(0)
    sent = world.now
    assert _go_on(archive) == {"submitted": 1}
    assert _go_on(archive) == {}, "the archive is not asked again at once"
    assert _go_on(archive, timedelta(minutes=1)) == {"submitted": 1}
    assert _go_on(archive, timedelta(minutes=2)) == {"confirmed": 1}
    assert _go_on(archive, timedelta(days=9)) == {}
    copy = SecondCopy.objects.get()
    assert (copy.copy, copy.why, copy.job, copy.submitted_at) == (_COPY, "", "spn2-1", sent)
    assert copy.checked_at == sent + timedelta(minutes=3)
    assert archive.taken == [ADDRESS]


def test_it_stands_on_the_page_of_the_source_and_of_the_version(
    world: World, archive: _Archive, client: Client
) -> None:
    world.look(0)
    source = f"/sources/{TrackedDocument.objects.get().pk}"
    assert "to be submitted" in client.get(source).content.decode()
    archive.refuses = "<b>busy</b>"
    _go_on(archive)
    assert "the last try failed: &lt;b&gt;busy" in client.get(source).content.decode()
    archive.refuses = ""
    _go_on(archive, _HOUR)
    assert "not confirmed yet" in client.get("/CA-D-000001/versions/1").content.decode()
    assert client.get("/CA-D-000001/versions/1.json").json()["provenance"]["archived"] == []
    _go_on(archive, _HOUR)
    for path in (source, "/CA-D-000001/versions/1"):
        assert f'href="{_COPY}"' in client.get(path).content.decode()
    provenance = client.get("/CA-D-000001/versions/1.json").json()["provenance"]
    assert provenance["archived"] == [_COPY]
    assert (provenance["second_copies"][0]["state"], provenance["second_copies"][0]["copy"]) == ("confirmed", _COPY)
    assert client.get(f"{source}.json").json()["captures"][0]["second_copies"][0]["address"] == ADDRESS


def test_what_is_not_taken_is_tried_again_for_some_time_and_then_has_failed_and_says_why(
    world: World, archive: _Archive, client: Client
) -> None:
    world.look(0)
    archive.refuses = "too many \x00 \ud800 today"
    reached = [_go_on(archive, wait) for wait in (timedelta(0), *second_copies._WAITS)]
    assert reached == [*([{"due": 1}] * 4), {"failed": 1}]
    copy = SecondCopy.objects.get()
    assert (copy.state, copy.why, copy.leased_until) == (CopyState.FAILED, r"too many \x00 \ud800 today", None)
    assert _go_on(archive, timedelta(days=9)) == {}
    assert "was not saved by the web archive" in client.get("/CA-D-000001/versions/1").content.decode()


def test_a_job_that_fails_says_why(world: World, archive: _Archive) -> None:
    world.look(0)
    archive.job_fails = "Blocked. (error:no-access)"
    _go_on(archive)
    assert _go_on(archive, _HOUR) == {"failed": 1}
    assert SecondCopy.objects.get().why == archive.job_fails


def test_what_was_taken_before_the_worker_was_killed_is_found_and_not_sent_again(
    world: World, archive: _Archive
) -> None:
    world.look(0)
    archive.kills_after = True
    with pytest.raises(_KilledError):
        _go_on(archive)
    archive.kills_after = False
    assert _go_on(archive, timedelta(minutes=30)) == {}, "the archive's index may not have it yet"
    archive.down = True
    assert _go_on(archive, timedelta(minutes=30)) == {"due": 1}, "nobody knows, so nothing is sent"
    archive.down = False
    assert _go_on(archive, _HOUR) == {"confirmed": 1}
    assert (SecondCopy.objects.get().copy, archive.taken) == (_COPY, [ADDRESS])


def test_what_was_not_taken_before_the_worker_was_killed_is_sent_later(world: World, archive: _Archive) -> None:
    world.look(0)
    archive.kills_before = True
    with pytest.raises(_KilledError):
        _go_on(archive)
    archive.kills_before = False
    assert _go_on(archive, _HOUR) == {"submitted": 1}
    assert (archive.taken, archive.looked_up) == ([ADDRESS], 1)


def test_the_archive_is_asked_by_one_worker_at_a_time_and_once_for_each_page(
    world: World, archive: _Archive, tmp_path: Path
) -> None:
    for service in ("Larkwell", "Pondera", "Quillpost"):
        address = f"https://{service.lower()}.example/"
        world.answers[address] = page(*CLAUSES)
        declare(tmp_path / "declarations", service=service, address=address)
    world.declared(tmp_path / "declarations")
    world.look(0)

    async def work() -> None:
        workers = [SecondCopies(archive, now=lambda: world.now) for _ in range(3)]
        await asyncio.gather(*(one.work(asyncio.Event(), once=True) for one in workers))

    asyncio.run(work())
    _go_on(archive)
    assert archive.most_at_once == 1
    assert sorted(archive.taken) == sorted(SecondCopy.objects.values_list("address", flat=True))
    assert len(archive.taken) == 4


def test_an_outcome_that_could_not_be_stored_is_found_in_the_index(
    world: World, archive: _Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.look(0)
    troubles: list[Exception] = []

    def busy(*_: object) -> None:
        raise DatabaseError("database is locked")

    async def work() -> None:
        copies = SecondCopies(archive, now=lambda: world.now, troubled=troubles.append)
        await copies.work(asyncio.Event(), once=True)

    with monkeypatch.context() as patched:
        patched.setattr(second_copies, "_save", busy)
        asyncio.run(work())
    assert [str(one) for one in troubles] == ["database is locked"]
    assert _go_on(archive, _HOUR) == {"confirmed": 1}
    assert archive.taken == [ADDRESS]


def test_an_archive_that_does_not_answer_keeps_no_look_waiting(
    world: World, archive: _Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_copies, "_ENDS_WITHIN", 0.1)
    archive.hangs = True
    world.look(0)

    async def work() -> None:
        worker = world.worker()
        async with SecondCopies(archive, now=lambda: world.now).beside(worker.stopping):
            while not archive.at_once:
                await asyncio.sleep(0.01)
            world.now += timedelta(days=1)
            await worker.work(once=True)

    asyncio.run(asyncio.wait_for(work(), 60))
    assert Capture.objects.count() == 2
    archive.hangs = False
    assert _go_on(archive, _HOUR) == {"submitted": 1}
    assert archive.taken == [ADDRESS]
