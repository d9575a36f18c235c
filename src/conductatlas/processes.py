"""Plain functions called beside what goes on here: in processes of their own, or in a thread."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

_T = TypeVar("_T")
# Seconds of the processor that a call may take: no page needs a tenth of it, but one that is made to could hold a
# parser for hours.
_LONGEST = 300.0
# Each has the model in its memory.
_MOST = 4
# After how many new objects a process looks for those that hold each other. Comparing and recording make many objects
# and hardly any ring of them, so that to look after every 700, as is usual, finds nothing and takes a seventh of the
# time of an import.
_OBJECTS_BETWEEN_LOOKS = 200_000


class ProcessEndedError(Exception):
    """A process ended while it ran a function, which had it to itself.

    Memory ran out, a library crashed, or the function took too much time.
    """


class Calls(Protocol):
    """Calls functions beside what goes on here."""

    async def call(self, function: Callable[..., _T], *arguments: Any) -> _T:
        """What a function gives for some arguments; raises what it raises, or ProcessEndedError."""
        ...


class InThread:
    """Calls functions in a thread of this process."""

    async def call(self, function: Callable[..., _T], *arguments: Any) -> _T:
        """What a function gives for some arguments; raises what it raises."""
        return await asyncio.to_thread(function, *arguments)


def _nothing() -> None:
    """Called to have a process started."""


def start_pool(most: int, preloaded: str, first: Callable[..., None] = _nothing, *given: Any) -> ProcessPoolExecutor:
    """A pool of `most` processes, which are started when they are needed; each calls `first` with what is given.

    `preloaded` is a module that is imported once for all of them; the first one that is given in this process holds.
    """
    # Not forked from this process: its threads may hold locks that nobody would ever give back there, and a copy of it
    # would hold its connection to the database.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([preloaded] if preloaded else [])
    return ProcessPoolExecutor(most, context, _begin, (first, given))


def look_seldom_for_rings() -> None:
    """Have this process look seldom for objects that hold each other, and never among those that it has by now."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)


class Processes:
    """Calls functions in processes, which are started when they are needed and kept.

    Functions are found there by their names, and their arguments and what they give are pickled. The processes end
    with this one, however it ends, and each by itself where one call takes more of the processor than it may.
    """

    def __init__(self, preloaded: str = "", most: int | None = None, longest: float = _LONGEST) -> None:
        """Have `most` processes; else one for each processor, four at most. `preloaded`: see `start_pool`.

        `longest`: the seconds of the processor that a call may take.
        """
        self._preloaded = preloaded
        self._longest = longest
        self._most = most or min(_MOST, os.cpu_count() or 1)
        self._pool = start_pool(self._most, preloaded)
        self._starting: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._starting = asyncio.create_task(self.call(_nothing))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._starting is not None:
            await asyncio.gather(self._starting, return_exceptions=True)
        await asyncio.to_thread(self._pool.shutdown, cancel_futures=True)

    async def call(self, function: Callable[..., _T], *arguments: Any) -> _T:
        """What a function gives for some arguments; raises what it raises, or ProcessEndedError."""
        pool = self._pool
        try:
            return await _called(pool, _within, self._longest, function, *arguments)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = start_pool(self._most, self._preloaded)
        # One of the calls that were under way ended their process. Each has another one to itself now.
        alone = start_pool(1, self._preloaded)
        try:
            return await _called(alone, _within, self._longest, function, *arguments)
        except BrokenProcessPool as error:
            raise ProcessEndedError("the process that was at it ended, twice") from error
        finally:
            await asyncio.to_thread(alone.shutdown)


async def _called(pool: ProcessPoolExecutor, function: Callable[..., _T], *arguments: Any) -> _T:
    # In a thread, since it may have to start a process first, and wait until what is preloaded is there.
    submitted = await asyncio.to_thread(pool.submit, function, *arguments)
    return await asyncio.wrap_future(submitted)


def _within(seconds: float, function: Callable[..., _T], *arguments: Any) -> _T:
    """What a function gives; the process ends where that takes more of the processor, be it inside a library."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return function(*arguments)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _begin(first: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Called in a process first: it leaves Ctrl-C to the one that started it, and ends with that one, however."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    first(*given)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
