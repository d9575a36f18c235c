"""Working off what is due: pages are fetched side by side, what they brought is recorded one after the other."""

from __future__ import annotations

import asyncio
import os
import socket
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from django.db import connections
from django.db.models import QuerySet

from conductatlas.records.models import Capture, TrackedDocument
from conductatlas.tracking.hosts import Hosts
from conductatlas.tracking.looking import Fetches, Look, look_at
from conductatlas.tracking.queue import claim
from conductatlas.tracking.recording import Ending, Recorder

Now = Callable[[], datetime]
Heard = Callable[[TrackedDocument, Capture], None]
_T = TypeVar("_T")


def worker_name() -> str:
    """A name that no other worker has had or will have."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


def system_time() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


@dataclass
class Worker:
    """Looks at documents: `side_by_side` of them at once, `per_host` of these on one host.

    It looks for work every `idle` seconds. `heard` is told of each capture; the states of `hosts` are saved after each.
    `candidates` tells at any moment which documents may be looked at, in which order.
    """

    name: str
    pages: Fetches
    recorder: Recorder
    candidates: Callable[[datetime], QuerySet[TrackedDocument]]
    now: Now = system_time
    heard: Heard = lambda tracked, capture: None
    hosts: Hosts | None = None
    side_by_side: int = 16
    per_host: int = 2
    idle: float = 5.0
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self, *, once: bool) -> None:
        """Look at all that is due; then stop, or unless `once` wait for more until `stopping` is set.

        All that touches the database is done in one thread, so that it is never the fetching that waits for it.
        """
        running: set[asyncio.Task[None]] = set()
        with ThreadPoolExecutor(1) as database:
            try:
                while not self.stopping.is_set():
                    claimed = await _in(database, partial(self._claim, self.side_by_side - len(running)))
                    running |= {asyncio.create_task(self._look(database, tracked)) for tracked in claimed}
                    if running:
                        done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                        for task in done:
                            task.result()
                    elif once:
                        break
                    else:
                        await self._pause()
                if running:
                    await asyncio.gather(*running)
            finally:
                for task in running:
                    task.cancel()
                await _in(database, connections.close_all)

    async def _look(self, database: ThreadPoolExecutor, tracked: TrackedDocument) -> None:
        look = await look_at(tracked, self.pages)
        ending = await _in(database, partial(self._record, tracked, look, again=True))
        if ending is Ending.NEEDS_BROWSER:
            look = await look_at(tracked, self.pages, in_browser=True)
            await _in(database, partial(self._record, tracked, look, again=False))

    def _claim(self, most: int) -> list[TrackedDocument]:
        now = self.now()
        return claim(self.candidates(now), self.name, now, most, self.per_host) if most else []

    def _record(self, tracked: TrackedDocument, look: Look, *, again: bool) -> Capture | Ending:
        ending = self.recorder.record(tracked, look, self.now(), again=again)
        if isinstance(ending, Capture):
            self.heard(tracked, ending)
        if self.hosts is not None:
            self.hosts.save()
        return ending

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self.stopping.wait(), self.idle)
        except TimeoutError:
            return


async def _in(thread: ThreadPoolExecutor, job: Callable[[], _T]) -> _T:
    return await asyncio.get_running_loop().run_in_executor(thread, job)
