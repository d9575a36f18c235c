"""Versions that were read and are not recorded yet, in their order; of each platform the first is known."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice

from conductatlas.changes import Begun, Compared
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import StoredText


@dataclass(slots=True, eq=False)
class Queued:
    """A version that waits for its turn.

    `new`: no version had its text when it was read. `begun` or `compared` is what a worker was asked of it already,
    `known` what somebody found out before.
    """

    recorded: RecordedVersion
    new: bool
    begun: Future[Begun] | None = None
    compared: Future[Compared] | None = None
    known: Begun | None = None


class VersionQueue:
    """The versions that wait. `ready` is called with the first of each platform, until a worker was asked about it."""

    def __init__(self, versions: Iterator[RecordedVersion], ready: Callable[[Queued], None]) -> None:
        self._versions = versions
        self._ready = ready
        self._waiting: deque[Queued] = deque()
        self._of_platform: dict[str, deque[Queued]] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def fill(self, number: int) -> int:
        """Read on until so many versions wait, or there are no more; return how many wait."""
        read = list(islice(self._versions, max(0, number - len(self._waiting))))
        stored = StoredText.objects.filter(sha256__in={one.sha256 for one in read}).values_list("sha256", flat=True)
        known = set(stored)
        for recorded in read:
            queued = Queued(recorded, recorded.sha256 not in known)
            self._waiting.append(queued)
            self._of_platform.setdefault(recorded.service, deque()).append(queued)
        for first in [of_platform[0] for of_platform in self._of_platform.values()]:
            if first.begun is None and first.compared is None:
                self._ready(first)
        return len(self._waiting)

    def texts(self, number: int) -> set[str]:
        """The SHA-256 of the texts of the versions that come first."""
        return {one.recorded.sha256 for one in islice(self._waiting, number)}

    def take(self, number: int) -> Iterator[Queued]:
        """The versions that come first; each counts as recorded when the next one is asked for."""
        for _ in range(min(number, len(self._waiting))):
            queued = self._waiting.popleft()
            yield queued
            of_platform = self._of_platform[queued.recorded.service]
            of_platform.popleft()
            if of_platform:
                self._ready(of_platform[0])
            else:
                del self._of_platform[queued.recorded.service]
