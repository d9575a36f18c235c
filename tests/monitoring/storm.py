"""A storm of changes: many watches, workers that are killed at random, and a mail server that often fails.

    .ci/with-postgresql python -m tests.monitoring.storm --watches 10000 --changes 2000 --workers 4 --kills 40

counts at the mail server what was told to whom, beside what must have been, and prints it as JSON; the exit code is 1
where they differ. Without PostgreSQL it runs on an SQLite file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.monitoring.sink import Sink

_ROOT = Path(__file__).parents[2]
_LEASE, _FIRST_WAIT = 6.0, 0.5
# How long before it was killed a worker may have handed a mail over and not have stored that yet.
_UNSTORED = 2.0


def main() -> int:
    """Run as a worker, or let the storm pass."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--watches", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=2_000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--failing", type=float, default=0.33)
    parser.add_argument("--seconds", type=float, default=90.0, help="over which the changes become known")
    parser.add_argument("--limit", type=float, default=540.0, help="after which it ends, however it stands")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return _work()
    with tempfile.TemporaryDirectory() as folder, _database(Path(folder)):
        sink = Sink(options.failing, options.seed)
        with sink.running():
            os.environ["CONDUCTATLAS_MAIL"] = f"smtp://127.0.0.1:{sink.port}"
            os.environ["CONDUCTATLAS_MAIL_FROM"] = "Atlas <atlas@storm.example>"
            os.environ["CONDUCTATLAS_DATA"] = folder
            told = _storm(options, sink)
    sys.stdout.write(json.dumps(told, indent=1) + "\n")
    return 0 if not told["wrong"] else 1


class _database:  # noqa: N801 (used as a function)
    """A database of its own, on the server that the environment names or in a file; it goes away afterwards."""

    def __init__(self, folder: Path) -> None:
        self._server = os.environ.get("CONDUCTATLAS_DATABASE", "")
        self._name = f"storm_{os.getpid()}"
        self._folder = folder

    def __enter__(self) -> None:
        if self._server.startswith("postgresql"):
            self._run(f"CREATE DATABASE {self._name}")
            before, _, after = self._server.partition("?")
            os.environ["CONDUCTATLAS_DATABASE"] = f"{before.rpartition('/')[0]}/{self._name}?{after}"
        else:
            os.environ["CONDUCTATLAS_DATABASE"] = str(self._folder / "storm.sqlite3")

    def __exit__(self, *error: object) -> None:
        from django.conf import settings
        from django.db import connections

        if settings.configured:
            connections.close_all()
        if self._server.startswith("postgresql"):
            self._run(f"DROP DATABASE {self._name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(statement)


def _work() -> int:
    """One worker, at the pace of the storm."""
    import django

    django.setup()
    from django.db import DatabaseError

    from conductatlas.commands.tell import work
    from conductatlas.monitoring.delivering import Courier, Pace
    from conductatlas.tracking import worker_name

    pace = Pace(
        lease=timedelta(seconds=_LEASE),
        first_wait=timedelta(seconds=_FIRST_WAIT),
        longest_wait=timedelta(seconds=4),
        tries=60,
        window=timedelta(seconds=10),
        messages=5,
    )
    courier = Courier(worker_name(), pace=pace)
    while True:
        try:
            if not work(courier):
                time.sleep(0.1)
        except DatabaseError as error:
            sys.stderr.write(f"{error}\n")
            time.sleep(0.5)


def _storm(options: argparse.Namespace, sink: Sink) -> dict[str, Any]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "conductatlas.settings"
    from conductatlas.commands.migrate import prepare_database

    prepare_database()
    from tests.monitoring.storm_world import make_storm

    began = time.time()
    world = make_storm(options.watches, options.changes, options.seed)
    made = time.time()
    ready = _schedule(world.changes, options.seconds, options.seed)
    killed = _let_it_pass(options, began=made)
    ended = time.time()
    return _counted(world.expected, ready, sink, killed) | {
        "watches": options.watches,
        "changes": options.changes,
        "seconds to make the world": round(made - began, 1),
        "seconds of the storm": round(ended - made, 1),
    }


def _schedule(changes: list[Any], seconds: float, seed: int) -> dict[str, float]:
    """Let the changes become known over some time; give the moment from which each may be told."""
    from django.utils import timezone

    from conductatlas.records.models import News

    chance = random.Random(seed)  # noqa: S311
    now = timezone.now()
    rows = [
        News(change=one, at=now, ready_at=now + timedelta(seconds=chance.uniform(1.0, 1.0 + seconds)))
        for one in changes
    ]
    News.objects.bulk_create(rows, 500)
    return {row.change.permanent_id: row.ready_at.timestamp() for row in rows if row.change is not None}


def _let_it_pass(options: argparse.Namespace, began: float) -> list[float]:
    """Keep the workers running, kill one now and then, until nothing is left to do; give the moments of the kills."""
    from conductatlas.monitoring.claiming import OPEN
    from conductatlas.monitoring.models import Delivery
    from conductatlas.records.models import News

    chance = random.Random(options.seed + 1)  # noqa: S311
    command = [sys.executable, "-m", "tests.monitoring.storm", "--worker"]
    workers = [subprocess.Popen(command, cwd=_ROOT) for _ in range(options.workers)]
    due = sorted(chance.uniform(3.0, 3.0 + options.seconds) for _ in range(options.kills))
    killed: list[float] = []
    try:
        while time.time() - began < options.limit:
            while due and time.time() - began >= due[0]:
                due.pop(0)
                number = chance.randrange(len(workers))
                workers[number].send_signal(signal.SIGKILL)
                killed.append(time.time())
                workers[number].wait(10)
                workers[number] = subprocess.Popen(command, cwd=_ROOT)
            if due:
                time.sleep(max(0.0, min(0.5, due[0] - (time.time() - began))))
                continue
            if (
                not News.objects.filter(worked_at=None).exists()
                and not Delivery.objects.filter(state__in=OPEN).exists()
            ):
                break
            time.sleep(1.0)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait(10)
    return killed


def _counted(expected: dict[str, set[str]], ready: dict[str, float], sink: Sink, killed: list[float]) -> dict[str, Any]:
    from django.db.models import Count

    from conductatlas.monitoring.models import Delivery

    due = {(change, address) for change, addresses in expected.items() for address in addresses}
    times: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_id: dict[str, list[float]] = defaultdict(list)
    early = 0
    for one in sink.taken:
        by_id[one.message_id].append(one.at)
        for change in one.changes:
            times[change, one.to].add(one.message_id)
            early += one.at < ready[change]
    # After a failure the mail waits; the server sees that by its Message-ID.
    for message_id, failures in sink.failed_at.items():
        tries = sorted([*failures, *by_id.get(message_id, [])])
        early += sum(b - a < _FIRST_WAIT * 0.75 for a, b in itertools.pairwise(tries) if a in failures)
    again = {message_id: sorted(moments) for message_id, moments in by_id.items() if len(moments) > 1}
    unexplained = [
        key for key, (first, *_) in again.items() if not any(0 <= kill - first <= _UNSTORED for kill in killed)
    ]
    lost, surplus = due - set(times), set(times) - due
    twice = [pair for pair, ids in times.items() if len(ids) > 1]
    wrong = []
    for what, some in (("lost", lost), ("not due", surplus), ("told by two messages", twice), ("doubles", unexplained)):
        if some:
            wrong.append(f"{len(some)} {what}, such as {sorted(some)[:3]}")
    if early:
        wrong.append(f"{early} early")
    return {
        "wrong": wrong,
        "due (change, address)": len(due),
        "told": len(times),
        "lost": len(lost),
        "not due": len(surplus),
        "told by two different messages": len(twice),
        "early": early,
        "mails taken": len(sink.taken),
        "different mails": len(by_id),
        "mails taken twice, under one Message-ID, around a kill": len(again) - len(unexplained),
        "failures": dict(Counter(sink.failed)),
        "kills": len(killed),
        "states": dict(Delivery.objects.values_list("state").annotate(Count("pk"))),
    }


if __name__ == "__main__":
    sys.exit(main())
