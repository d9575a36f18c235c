"""A worker that lives at the time that a file tells: `python -m tests.tracking.simulated_worker CLOCK`."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

import django
from django.conf import settings

from conductatlas.capture.fetching import Fetcher, FetchPolicy, Limits, Politeness
from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.snapshots import SnapshotStore, WarcFolder
from conductatlas.processes import Processes
from conductatlas.provisions import default_finder

_LIMITS = Limits(connect=2.0, read=1.0, total=2.0, body=2 * 2**20)
_POLITENESS = Politeness(pause=0.0, jitter=0.0, attempts=2, backoff=1.0, budget=10.0, rest=1800.0, longest_rest=7200.0)


class SimulatedTime:
    """The time of the file, and what has passed since it was last set; waiting takes next to no time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._slept = 0.0
        self._set = ""

    def now(self) -> float:
        """Seconds since the epoch."""
        told = self._file.read_text() or self._set
        if told != self._set:
            self._set, self._slept = told, 0.0
        return float(told) + self._slept

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self._slept += seconds
        await asyncio.sleep(min(seconds, 0.01))


async def _main(clock: Path) -> None:
    from conductatlas.tracking import Hosts, Reader, Recorder, Worker, due, worker_name
    from conductatlas.tracking.pages import Pages

    times = SimulatedTime(clock)
    policy = FetchPolicy("ConductAtlas/test", AddressGuard((ip_network("127.0.0.0/8"),)), _LIMITS, _POLITENESS)
    name = worker_name()
    hosts = await asyncio.to_thread(Hosts)
    async with (
        Fetcher(policy, states=hosts.states, clock=times, chance=lambda: 0.5) as http,
        Processes("conductatlas.commands.preloaded", 1) as processes,
    ):
        recorder = Recorder(default_finder(), SnapshotStore(settings.SNAPSHOTS), WarcFolder(settings.WARCS), name)
        worker = Worker(
            name,
            Pages(http),
            recorder,
            due,
            now=lambda: datetime.fromtimestamp(times.now(), UTC),
            hosts=hosts,
            reader=Reader(processes),
            idle=0.02,
        )
        sys.stdout.write(f"ready {time.time()}\n")
        sys.stdout.flush()
        await worker.work(once=False)


if __name__ == "__main__":
    django.setup()
    asyncio.run(_main(Path(sys.argv[1])))
