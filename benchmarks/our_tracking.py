"""Our own side of the comparison of trackers: a worker in a process of its own, which goes round on demand."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import family_computing
from conductatlas.capture import Unusable, read_declarations, read_source
from conductatlas.changes import begin_elsewhere
from conductatlas.provisions import Finder, Unit, default_finder

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from benchmarks.served_archive import Served
    from conductatlas.records.models import Capture, TrackedDocument


@dataclass(frozen=True)
class Round:
    """Every document looked at once: what came of it, the seconds it took, and those of computing."""

    outcomes: Mapping[str, int]
    seconds: float
    computing: float

    @property
    def looks(self) -> int:
        """How many documents were looked at."""
        return sum(self.outcomes.values())


class _Finds_nothing(Finder):  # noqa: N801
    """Leaves the judging away, which the others have nothing like."""

    def judge(self, candidates: Sequence[Unit]) -> tuple[dict[str, float], ...]:
        return tuple({} for _ in candidates)


class OurTracker:
    """A worker as `conductatlas work` runs it, with pacing off."""

    def __init__(self, process: int, speak: Connection) -> None:
        self.process = process
        self._speak = speak

    def go_round(self) -> Round:
        """Look at every document once."""
        self._speak.send(True)
        found: Round = self._speak.recv()
        return found


@contextmanager
def our_tracker(collection: Path, data: Path, *, provisions: bool) -> Iterator[OurTracker]:
    """A worker that has taken up the declarations of a folder, and keeps what it sees in another one."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(theirs, collection, data, provisions))
    process.start()
    ours.recv()
    try:
        yield OurTracker(process.pid or 0, ours)
    finally:
        ours.send(False)
        process.join(60)
        process.kill()


def _work(speak: Connection, collection: Path, data: Path, provisions: bool) -> None:
    os.environ |= {
        "CONDUCTATLAS_DATA": str(data),
        "CONDUCTATLAS_DATABASE": "",
        "CONDUCTATLAS_CAPTURE_PAUSE": "0",
        "CONDUCTATLAS_CAPTURE_ALLOWED_NETWORKS": "127.0.0.0/8",
        "DJANGO_SETTINGS_MODULE": "conductatlas.settings",
    }
    import django

    django.setup()
    from conductatlas.commands.migrate import prepare_database
    from conductatlas.tracking import track

    prepare_database()
    track(read_declarations(collection).services, "benchmark", datetime.now(UTC))
    asyncio.run(_go_rounds(speak, default_finder if provisions else finds_nothing))


@cache
def finds_nothing() -> Finder:
    """A finder that leaves the judging away."""
    from conductatlas.catalogue import load_catalogue
    from conductatlas.provisions.model import load_model

    return _Finds_nothing(load_model(), load_catalogue())


async def _go_rounds(speak: Connection, make_finder: Callable[[], Finder]) -> None:
    from django.conf import settings

    from conductatlas.capture.snapshots import SnapshotStore, WarcFolder
    from conductatlas.processes import Processes
    from conductatlas.tracking import Hosts, Reader, Recorder, Worker, due
    from conductatlas.tracking.pages import pages_from_settings

    hosts = await asyncio.to_thread(Hosts)
    recorder = Recorder(make_finder(), SnapshotStore(settings.SNAPSHOTS), WarcFolder(settings.WARCS), "benchmark")
    async with pages_from_settings(hosts.states) as pages, Processes("conductatlas.commands.preloaded") as processes:
        # What a worker starts with is started before the clock runs: that of the others runs from their first request.
        await asyncio.gather(*(processes.call(begin_elsewhere, make_finder, b"") for _ in range(4)))
        reader = Reader(processes, make_finder)
        speak.send(True)
        while await asyncio.to_thread(speak.recv):
            started, begun, computed = datetime.now(UTC), time.monotonic(), family_computing(os.getpid())
            outcomes = Counter[str]()

            def candidates(_: datetime, started: datetime = started) -> QuerySet[TrackedDocument]:
                return due(datetime.max.replace(tzinfo=UTC)).exclude(looked_at__gte=started)

            def heard(_: TrackedDocument, capture: Capture, outcomes: Counter[str] = outcomes) -> None:
                outcomes[f"{capture.outcome} {capture.reason}".strip()] += 1

            worker = Worker("benchmark", pages, recorder, candidates, heard=heard, hosts=hosts, reader=reader)
            await worker.work(once=True)
            ended = time.monotonic()
            speak.send(Round(outcomes, ended - begun, family_computing(os.getpid()) - computed))


def read_pages(speak: Connection, site: Served, times: int) -> None:
    """Read all pages so many times over; tell how many, the seconds it took, and those of computing."""
    sources = [(source, pages[source.address]) for terms, pages in site.documents for source in terms.sources]
    started, computed = time.perf_counter(), time.process_time()
    read = 0
    for _ in range(times):
        read += sum(not isinstance(read_source(source, page), Unusable) for source, page in sources)
    speak.send((read, time.perf_counter() - started, time.process_time() - computed))
    speak.recv()
