"""Second copies: the pages of new versions are saved in a web archive too, beside the looks and never in their way.

What is to be saved is written with the capture (`Recorder`), and is worked off here, one after the other. That a
submission begins is stored before it is sent. Where a killed worker left one of which nobody knows whether it was
taken, the archive's index is asked an hour later, and only what is not there is submitted again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from django.conf import settings
from django.db import connections
from django.db.models import Exists, Q

from conductatlas.capture.fetching import (
    Copy,
    Failure,
    Fetcher,
    HostState,
    State,
    Submission,
    Wayback,
    internet_archive,
    plain,
    policy_from_settings,
)
from conductatlas.records.models import CopyState, SecondCopy
from conductatlas.tracking.database import pause
from conductatlas.tracking.worker import Now, system_time

_LEASE = timedelta(minutes=10)
# A submission that may have been taken is in the archive's index by then.
_UNKNOWN_FOR = timedelta(hours=1)
# The waits after a submission that was not taken; after one more it has failed.
_WAITS = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
_LONGEST_MINUTES = 60
_LONGEST_LINE = 500
_ENDS_WITHIN = 10.0
_OPEN = (CopyState.DUE, CopyState.SUBMITTED)


class Archive(Protocol):
    """A web archive: `fetching.Wayback`, or what stands in for it."""

    async def submit(self, address: str) -> Submission:
        """Ask to save an address."""
        ...

    async def check(self, submission: Submission) -> Submission:
        """Ask how far a submission has come."""
        ...

    async def copies(
        self, address: str, *, since: datetime | None = None, until: datetime | None = None, most: int = 100
    ) -> tuple[Copy, ...] | Failure:
        """Look for copies of an address."""
        ...


@asynccontextmanager
async def archive_from_settings(states: dict[str, HostState]) -> AsyncIterator[Wayback | None]:
    """The web archive that the settings name, None where there are no keys for it; `states` of hosts are kept."""
    if not settings.WAYBACK_KEYS:
        yield None
        return
    policy = policy_from_settings()
    # A submission without an answer may have been taken, so the fetcher does not send it again.
    policy = replace(policy, politeness=replace(policy.politeness, attempts=1))
    async with Fetcher(policy, states=states) as fetcher:
        yield Wayback(fetcher, internet_archive(settings.WAYBACK_ADDRESS, settings.WAYBACK_KEYS))


@dataclass(frozen=True, slots=True)
class _Held:
    """A copy that is this worker's for a while. `asked`: a submission of it began before."""

    copy: SecondCopy
    until: datetime
    asked: bool


@dataclass
class SecondCopies:
    """Submits what is due and asks after what was submitted, one at a time; looks for work every `idle` seconds.

    `troubled` is told what went wrong on our side (a database that is busy): it is tried again and ends nothing.
    """

    archive: Archive
    now: Now = system_time
    troubled: Callable[[Exception], None] = lambda error: None
    idle: float = 15.0

    async def work(self, stopping: asyncio.Event, *, once: bool) -> Counter[str]:
        """Go on with all that is due; then stop, or unless `once` wait for more. Gives the states that were reached."""
        reached = Counter[str]()
        with ThreadPoolExecutor(1) as database:
            try:
                while not stopping.is_set():
                    copy = await self._next(database)
                    if copy is not None:
                        reached[copy.state] += 1
                    elif once:
                        break
                    else:
                        await pause(stopping, self.idle)
            finally:
                database.submit(connections.close_all)
        return reached

    @asynccontextmanager
    async def beside(self, stopping: asyncio.Event) -> AsyncIterator[None]:
        """Work beside something else, until that ends; a request under way then has a few seconds left."""
        task = asyncio.create_task(self.work(stopping, once=False))
        try:
            yield
        finally:
            stopping.set()
            await asyncio.wait({task}, timeout=_ENDS_WITHIN)
            task.cancel()

    async def _next(self, database: ThreadPoolExecutor) -> SecondCopy | None:
        """Go on with one copy; None where there is none to go on with now."""
        loop = asyncio.get_running_loop()
        try:
            held = await loop.run_in_executor(database, self._claim)
            if held is None:
                return None
            await self._go_on(held)
            await loop.run_in_executor(database, partial(_save, held))
        except Exception as error:
            # The next try begins with a new connection.
            await loop.run_in_executor(database, connections.close_all)
            self.troubled(error)
            return None
        return held.copy

    def _claim(self) -> _Held | None:
        """Lease the copy that waits longest, where no other worker is at one: the archive is asked by one at a time."""
        now = self.now()
        unfinished = SecondCopy.objects.filter(state__in=_OPEN)
        waiting = unfinished.filter(~Exists(unfinished.filter(leased_until__gt=now)), next_at__lte=now)
        copy = waiting.order_by("next_at", "id").first()
        if copy is None:
            return None
        held = _Held(copy, now + _LEASE, copy.asked_at is not None)
        if copy.state == CopyState.DUE:
            copy.asked_at, copy.next_at = copy.asked_at or now, now + _UNKNOWN_FOR
        free = Q(leased_until=None) | Q(leased_until__lte=now)
        leased = unfinished.filter(free, pk=copy.pk, state=copy.state)
        changed = leased.update(leased_until=held.until, asked_at=copy.asked_at, next_at=copy.next_at)
        return held if changed else None

    async def _go_on(self, held: _Held) -> None:
        copy = held.copy
        if copy.state == CopyState.SUBMITTED:
            submitted = copy.submitted_at or self.now()
            known = Submission(copy.address, State.SUBMITTED, copy.job, submitted, copy.checked_at or submitted)
            self._checked(copy, await self.archive.check(known))
            return
        if held.asked:
            found = await self.archive.copies(copy.address, since=copy.asked_at, most=1)
            if isinstance(found, Failure):
                self._not_taken(copy, found.line)
                return
            if found:
                copy.state, copy.copy, copy.why, copy.checked_at = CopyState.CONFIRMED, found[0].address, "", self.now()
                return
        self._submitted(copy, await self.archive.submit(copy.address))

    def _submitted(self, copy: SecondCopy, submission: Submission) -> None:
        if submission.state is State.FAILED:
            self._not_taken(copy, submission.why)
            return
        copy.state, copy.job, copy.why, copy.tries = CopyState.SUBMITTED, submission.job, "", 0
        copy.submitted_at, copy.next_at = submission.submitted_at, self.now() + timedelta(minutes=1)

    def _not_taken(self, copy: SecondCopy, why: str) -> None:
        """The archive may take it later, but not for ever."""
        copy.tries, copy.why, copy.checked_at = copy.tries + 1, why, self.now()
        if copy.tries > len(_WAITS):
            copy.state = CopyState.FAILED
        else:
            copy.next_at = self.now() + _WAITS[copy.tries - 1]

    def _checked(self, copy: SecondCopy, submission: Submission) -> None:
        copy.state, copy.copy, copy.why = CopyState(submission.state), submission.copy, submission.why
        copy.checked_at, copy.tries = submission.checked_at, copy.tries + 1
        copy.next_at = self.now() + timedelta(minutes=min(2**copy.tries, _LONGEST_MINUTES))


def _save(held: _Held) -> None:
    """Store how far a copy has come and give the lease back, unless another worker has it by now."""
    copy = held.copy
    SecondCopy.objects.filter(pk=copy.pk, leased_until=held.until).update(
        state=copy.state,
        next_at=copy.next_at,
        leased_until=None,
        tries=copy.tries,
        submitted_at=copy.submitted_at,
        checked_at=copy.checked_at,
        job=copy.job,
        copy=plain(copy.copy),
        why=plain(copy.why)[:_LONGEST_LINE],
    )
