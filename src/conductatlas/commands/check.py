"""`conductatlas check`: look at tracked documents now. `conductatlas work`: look at what is due, until stopped.

Both have new versions saved in a web archive, where the settings hold keys for one: `work` beside the looks, `check`
after them, what is due by then.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connections

from conductatlas.capture.snapshots import SnapshotError, SnapshotStore, WarcFolder
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.progress import Progress
from conductatlas.english import count
from conductatlas.processes import Processes
from conductatlas.provisions import default_finder

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from conductatlas.records.models import Capture, TrackedDocument
    from conductatlas.tracking import Hosts

    Candidates = Callable[[datetime], QuerySet[TrackedDocument]]
    Heard = Callable[[TrackedDocument, Capture], None]

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def run(options: argparse.Namespace) -> int:
    """Look at documents; `check` ends with 1 where one of them failed."""
    prepare_database()
    from conductatlas.tracking import Hosts, due

    hosts = Hosts()
    if options.command == "work":
        if not options.quiet:
            sys.stderr.write("Looking at what is due (stop with Ctrl-C)\n")
        _run(due, _tell_failures if options.quiet else _tell, hosts, once=False)
        return 0
    candidates = _candidates(options)
    total = candidates(_now()).count()
    if not total:
        _nothing()
        _save_copies(hosts)
        return 0
    progress, outcomes, failed = Progress(total, "documents"), Counter[str](), list[str]()

    def heard(tracked: TrackedDocument, capture: Capture) -> None:
        outcomes[str(capture.outcome)] += 1
        if capture.message:
            failed.append(f"{tracked.path}: {capture.reason}: {capture.message}")
        progress(outcomes.total())

    stopped = _run(candidates, heard, hosts, once=True)
    progress.close(outcomes.total())
    for line in failed:
        sys.stderr.write(f"{line}\n")
    sys.stdout.write(
        f"{count(outcomes.total(), 'document')} looked at: {outcomes['recorded']:,} with a new version, "
        f"{outcomes['unchanged']:,} unchanged, {outcomes['failed']:,} failed\n"
    )
    left = total - outcomes.total()
    if left > 0:
        sys.stdout.write(
            f"{count(left, 'document')} put off: their hosts ask for a pause, or another worker is at it\n"
        )
    if not stopped:
        _save_copies(hosts)
    return 1 if failed else 0


def _candidates(options: argparse.Namespace) -> Candidates:
    """Which documents a check looks at: those that are due, or all; each once."""
    from conductatlas.records.models import TrackedDocument
    from conductatlas.tracking import due

    started = _now()
    known = TrackedDocument.objects.filter(active=True)
    for name in options.only:
        if not known.filter(service=name).exists():
            raise CommandError(f"--only {name}: no such service is tracked")

    def candidates(now: datetime) -> QuerySet[TrackedDocument]:
        chosen = due(now if options.due else _END_OF_TIME)
        chosen = chosen.exclude(looked_at__gte=started)
        return chosen.filter(service__in=options.only) if options.only else chosen

    return candidates


def _nothing() -> None:
    from conductatlas.records.models import TrackedDocument

    if not TrackedDocument.objects.filter(active=True).exists():
        raise CommandError("nothing is tracked yet; take up declarations with: conductatlas track DIRECTORY")
    sys.stdout.write("nothing is due\n")


def _run(candidates: Candidates, heard: Heard, hosts: Hosts, *, once: bool) -> bool:
    """Look at candidates; says whether a signal ended that."""
    # The worker has a connection of its own; one that idles meanwhile may be broken afterwards.
    connections.close_all()
    try:
        return asyncio.run(_work(candidates, heard, hosts, once=once))
    except DatabaseError as error:
        raise CommandError(f"the database can't be used ({str(error).strip().splitlines()[0]})") from error


async def _work(candidates: Candidates, heard: Heard, hosts: Hosts, *, once: bool) -> bool:
    from conductatlas.tracking import (
        Reader,
        Recorder,
        SecondCopies,
        Worker,
        archive_from_settings,
        pages_from_settings,
        worker_name,
    )

    try:
        snapshots = SnapshotStore(settings.SNAPSHOTS)
    except SnapshotError as error:
        raise CommandError(error) from error
    name = worker_name()
    async with (
        pages_from_settings(hosts.states) as pages,
        archive_from_settings(hosts.states) as archive,
        Processes("conductatlas.commands.preloaded") as processes,
    ):
        recorder = Recorder(
            default_finder(), snapshots, WarcFolder(settings.WARCS), name, second_copies=archive is not None
        )
        worker = Worker(
            name,
            pages,
            recorder,
            candidates,
            heard=heard,
            troubled=_tell_line,
            hosts=hosts,
            reader=Reader(processes),
        )
        _stop_by_signal(worker.stopping)
        copies = SecondCopies(archive, troubled=_tell_trouble) if archive and not once else None
        async with copies.beside(worker.stopping) if copies else nullcontext():
            await worker.work(once=once)
        return worker.stopping.is_set()


def _save_copies(hosts: Hosts) -> None:
    """Go on with the second copies that are due, and say how far they came."""
    reached = asyncio.run(_copy(hosts))
    hosts.save()
    if reached:
        sys.stdout.write(
            f"second copies: {reached['submitted']:,} submitted, {reached['confirmed']:,} confirmed, "
            f"{reached['due']:,} put off, {reached['failed']:,} failed\n"
        )


async def _copy(hosts: Hosts) -> Counter[str]:
    from conductatlas.tracking import SecondCopies, archive_from_settings

    async with archive_from_settings(hosts.states) as archive:
        if archive is None:
            return Counter()
        stopping = asyncio.Event()
        _stop_by_signal(stopping)
        return await SecondCopies(archive, troubled=_tell_trouble).work(stopping, once=True)


def _stop_by_signal(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)


def _tell_line(line: str) -> None:
    sys.stderr.write(f"{_now():%Y-%m-%d %H:%M:%S} {line}\n")


def _tell_trouble(error: Exception) -> None:
    sys.stderr.write(f"second copies: {type(error).__name__}: {error}; tried again later\n")


def _tell(tracked: TrackedDocument, capture: Capture) -> None:
    said = f"{capture.outcome} {capture.reason} {capture.message}".strip()
    sys.stderr.write(f"{capture.at:%Y-%m-%d %H:%M:%S} {tracked.path}: {said}\n")


def _tell_failures(tracked: TrackedDocument, capture: Capture) -> None:
    if capture.reason:
        _tell(tracked, capture)


def _now() -> datetime:
    from conductatlas.tracking import system_time

    return system_time()
