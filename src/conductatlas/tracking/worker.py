"""Working off what is due: pages are fetched, kept and read side by side, and recorded one after the other."""

from __future__ import annotations

import asyncio
import os
import socket
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from django.db.models import QuerySet

from conductatlas.capture.fetching import HostState
from conductatlas.records.models import Capture, TrackedDocument
from conductatlas.tracking.database import Database, pause
from conductatlas.tracking.hosts import Hosts
from conductatlas.tracking.looking import Fetches, look_at
from conductatlas.tracking.queue import claim
from conductatlas.tracking.reading import Reader
from conductatlas.tracking.recording import Ending, Recorder

Now = Callable[[], datetime]
Heard = Callable[[TrackedDocument, Capture], None]
# A check that somebody waits for is given up when the database stays away for so many seconds.
_PATIENCE_ONCE = 60.0


def worker_name() -> str:
    """A name that no other worker has had or will have."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


def system_time() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


@dataclass
class Worker:
    """Looks at documents: `side_by_side` of them at once, `per_host` of these on one host.

    It looks for work every `idle` seconds. `candidates` tells at any moment which documents may be looked at, in which
    order. `heard` is told of each capture, `troubled` in a line when the database goes away and when it is back. The
    states of `hosts` are taken up with a host's documents, and saved before these are given back.
    """

    name: str
    pages: Fetches
    recorder: Recorder
    candidates: Callable[[datetime], QuerySet[TrackedDocument]]
    now: Now = system_time
    heard: Heard = lambda tracked, capture: None
    troubled: Callable[[str], None] = lambda line: None
    hosts: Hosts | None = None
    reader: Reader = field(default_factory=Reader)
    side_by_side: int = 16
    per_host: int = 2
    idle: float = 5.0
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self, *, once: bool) -> None:
        """Look at all that is due; then stop, or unless `once` wait for more until `stopping` is set.

        A database that goes away is waited for: what is leased stays so, and what was fetched is recorded when it is
        back. Raises OperationalError where it stays away and the work is to end.
        """
        running: dict[asyncio.Task[None], int] = {}
        patience = _PATIENCE_ONCE if once else float("inf")
        async with Database(self.stopping, self.troubled, patience=patience) as database:
            try:
                while not self.stopping.is_set():
                    claimed = await self._claim(database, frozenset(running.values()))
                    running |= {asyncio.create_task(self._look(database, one)): one.pk for one in claimed}
                    if running:
                        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                        for task in done:
                            del running[task]
                            task.result()
                    elif once:
                        break
                    else:
                        await pause(self.stopping, self.idle)
                if running:
                    await asyncio.gather(*running)
            finally:
                for task in running:
                    task.cancel()

    async def _look(self, database: Database, tracked: TrackedDocument) -> None:
        if await self._see(database, tracked, in_browser=False) is Ending.NEEDS_BROWSER:
            await self._see(database, tracked, in_browser=True)

    async def _see(self, database: Database, tracked: TrackedDocument, *, in_browser: bool) -> Capture | Ending:
        look = await look_at(tracked, self.pages, in_browser=in_browser)
        # What is recorded late, as the database was away, was seen now.
        seen = self.now()
        kept = await asyncio.to_thread(self.recorder.keep, tracked, look)
        reading = await self.reader.read(tracked, look.terms, kept)
        record = partial(self.recorder.record, tracked, look, kept.pages, reading, seen, again=not in_browser)
        ending = await database.do(partial(self._record, record))
        if isinstance(ending, Capture):
            self.heard(tracked, ending)
        return ending

    async def _claim(self, database: Database, running: frozenset[int]) -> list[TrackedDocument]:
        """Lease documents, and take up what the workers that asked their hosts before know of these.

        None of those that are `running`, though a lease may have been taken from this worker: the look that lost it is
        to end first, since it would take the new lease for its own.
        """
        most = self.side_by_side - len(running)
        if not most:
            return []
        claimed, written = await database.do(partial(self._lease, most, running))
        if self.hosts is not None:
            self.hosts.take_over(written)
        return claimed

    def _lease(self, most: int, running: frozenset[int]) -> tuple[list[TrackedDocument], dict[str, HostState]]:
        now = self.now()
        claimed = claim(self.candidates(now).exclude(pk__in=running), self.name, now, most, self.per_host)
        return claimed, self.hosts.written_by_others(claimed) if self.hosts is not None else {}

    def _record(self, record: Callable[[], Capture | Ending]) -> Capture | Ending:
        # Before the lease is given back: who asks the host next is to know when we did.
        if self.hosts is not None:
            self.hosts.save()
        return record()
