"""A month of capture in minutes: a misbehaving site, a simulated clock, and workers that are killed at random.

    python -m tests.tracking.month --documents 300 --days 30 --kills 50

prints what was recorded beside what really happened, as JSON; the exit code is 1 where they differ.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.tracking.misbehaving_site import SiteDocument, site

START = datetime(2025, 3, 1, tzinfo=UTC)
_STEP = timedelta(hours=1)
_AFTER_A_KILL = timedelta(minutes=11)
# A change is looked for within the usual cadence of half a day, and not beside a moment in which the server failed.
_WITHIN = 1.0
_PATIENCE = 120.0


class Server:
    """The site at its simulated time, on this machine alone."""

    def __init__(self, documents: list[SiteDocument]) -> None:
        self.day = 0.0
        self.requests = 0
        self._by_host = {one.host: one for one in documents}
        self.port = 0

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        one = self._by_host[(request.host or "").partition(":")[0]]
        if request.path == "/robots.txt" and one.behaviour != "robots":
            return web.Response(status=404)
        reply = one.reply(self.day, request.path)
        if reply.drops and request.transport is not None:
            request.transport.abort()
        if reply.delay:
            await asyncio.sleep(reply.delay)
        tag = reply.headers.get("ETag")
        if tag and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(body=reply.body, status=reply.status, headers=reply.headers)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve from a thread of its own."""
        loop = asyncio.new_event_loop()
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)

        async def start() -> None:
            await runner.setup()
            # All of 127.0.0.0/8 is this machine: each document has a host of its own there.
            listener = web.TCPSite(runner, "0.0.0.0", 0)  # noqa: S104
            await listener.start()
            self.port = int(runner.addresses[0][1])

        loop.run_until_complete(start())
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        try:
            yield
        finally:
            asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()


class Month:
    """Lets the days pass, keeps a worker running, and kills it now and then."""

    def __init__(self, documents: list[SiteDocument], days: int, kills: int, folder: Path) -> None:
        self.documents = documents
        self.server = Server(documents)
        self._clock = folder / "clock"
        self._now = START
        self._end = START + timedelta(days=days)
        self._chance = random.Random(2025)  # noqa: S311
        steps = int((self._end - START) / _STEP)
        self._kill_at = Counter(self._chance.randrange(1, steps) for _ in range(kills))
        self.killed = 0
        self._worker: subprocess.Popen[str] | None = None

    def pass_by(self) -> None:
        """Live through all days."""
        with self.server.running():
            self._track()
            self._set(self._now)
            step = 0
            while self._now < self._end:
                for _ in range(self._kill_at[step]):
                    self._kill()
                self._settle()
                step += 1
                self._set(self._now + _STEP)
                self._say(step)
            self._settle()
            if self._worker is not None:
                self._worker.terminate()
                self._worker.wait(30)

    def _say(self, step: int) -> None:
        if sys.stderr.isatty() or step % 24 == 0:
            sys.stderr.write(f"day {self.server.day:.1f}, {self.server.requests:,} requests, {self.killed} kills\n")

    def _set(self, now: datetime) -> None:
        self._now = now
        self.server.day = (now - START) / timedelta(days=1)
        partly = self._clock.with_suffix(".new")
        partly.write_text(str(now.timestamp()))
        partly.replace(self._clock)

    def _track(self) -> None:
        from conductatlas.capture.declarations import read_declarations
        from conductatlas.tracking import track

        with tempfile.TemporaryDirectory() as folder:
            for one in self.documents:
                address = f"http://{one.host}:{self.server.port}/terms"
                terms = {"Terms of Service": {"fetch": address, "select": ["main"]}}
                (Path(folder) / f"{one.name}.json").write_text(json.dumps({"name": one.name, "terms": terms}))
                language = "language: en\n"
                (Path(folder) / f"{one.name}.conductatlas.yaml").write_text(language)
            track(read_declarations(Path(folder)).services, "month", START)

    def _run(self) -> subprocess.Popen[str]:
        if self._worker is None or self._worker.poll() is not None:
            if self._worker is not None and self._worker.returncode not in (-9, -15):
                raise RuntimeError(f"the worker ended with {self._worker.returncode}")
            command = [sys.executable, "-m", "tests.tracking.simulated_worker", str(self._clock)]
            self._worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            assert self._worker.stdout is not None
            self._worker.stdout.readline()
        return self._worker

    def _kill(self) -> None:
        """Kill the worker somewhere in its work, and let its leases run out."""
        worker = self._run()
        time.sleep(self._chance.uniform(0.0, 0.6))
        worker.kill()
        worker.wait(10)
        self.killed += 1
        self._set(self._now + _AFTER_A_KILL)

    def _settle(self) -> None:
        """Wait until nothing is due any more."""
        from conductatlas.records.models import TrackedDocument
        from conductatlas.tracking import due

        until = time.monotonic() + _PATIENCE
        while due(self._now).exists() or TrackedDocument.objects.filter(leased_until__gt=self._now).exists():
            self._run()
            if time.monotonic() > until:
                raise RuntimeError("the worker does not get through what is due")
            time.sleep(0.02)


def report(month: Month) -> dict[str, Any]:
    """What was recorded that did not happen, and what happened that was not recorded."""
    from conductatlas.records.models import Capture, Change, Outcome, TrackedDocument, Version

    wrong: list[str] = []
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in Change.objects.filter(verdict__in=("substantive", "editorial")).select_related("document__platform"):
        changes[change.document.platform.name].append(change)
    failures: dict[str, Counter[str]] = defaultdict(Counter)
    for capture in Capture.objects.filter(outcome=Outcome.FAILED).select_related("tracked"):
        failures[capture.tracked.service][capture.reason] += 1
    for one in month.documents:
        days = sorted((change.recorded_at - START) / timedelta(days=1) for change in changes[one.name])
        label = f"{one.name} ({one.behaviour}; changes {one.changes_on:.1f}, bad {one.bad[0]:.1f} to {one.bad[1]:.1f})"
        if len(days) != 1 or not one.seen_on <= days[0] <= one.seen_on + _WITHIN:
            wrong.append(f"{label}: recorded on {[round(day, 2) for day in days]}, can be seen from {one.seen_on:.2f}")
        strange = set(failures[one.name]) - one.reasons
        if strange:
            wrong.append(f"{label}: failed with {sorted(strange)}")
        if one.reasons and not failures[one.name]:
            wrong.append(f"{label}: no look failed")
        if one.behaviour in _WITHOUT_NOISE:
            versions = Version.objects.filter(document__platform__name=one.name).count()
            if versions != 2:
                wrong.append(f"{label}: {versions} versions in place of 2")
    left = TrackedDocument.objects.filter(failures__gt=0).count()
    texts = {tracked.service: tracked.text_sha256 for tracked in TrackedDocument.objects.order_by("service")}
    return {
        "documents": len(month.documents),
        "looks": Capture.objects.count(),
        "requests": month.server.requests,
        "kills": month.killed,
        "changes": sum(map(len, changes.values())),
        "failed looks": sum(sum(one.values()) for one in failures.values()),
        "failing at the end": left,
        "wrong": wrong,
        "texts": texts,
    }


_WITHOUT_NOISE = ("steady", "markup churn", "conditional", "slow", "moved", "hangs", "drops", "500", "gzip bomb")


def main() -> int:
    """Live through a month and print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CONDUCTATLAS_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "conductatlas.settings"
        import django

        django.setup()
        from conductatlas.commands.migrate import prepare_database

        prepare_database()
        started = time.monotonic()
        month = Month(site(options.documents, options.days), options.days, options.kills, Path(folder))
        month.pass_by()
        said = report(month) | {"seconds": round(time.monotonic() - started, 1)}
    sys.stdout.write(json.dumps(said, indent=1) + "\n")
    return 1 if said["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
