"""The worker's side of the database: one thread, and what to do when the connection breaks: wait, and go on."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from django.db import InterfaceError, OperationalError, connection, connections

from conductatlas.capture.fetching import plain

_T = TypeVar("_T")
# Seconds between two tries: doubled each time, up to the longest.
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 60.0


class Database:
    """Does jobs in one thread of its own, one after the other, so that it is never the fetching that waits for them.

    A job that finds the database gone (a server that restarts, a connection that breaks, SQLite held by an import for
    too long) is done again when it is back: `troubled` is told in a line when that begins, and in one when it is over.
    Meanwhile the other jobs stand in line. So a job must be one that can be done again: a single transaction, or reads.
    """

    def __init__(
        self, stopping: asyncio.Event, troubled: Callable[[str], None], *, patience: float = float("inf")
    ) -> None:
        """`patience`: after waiting for so many seconds a job is given up; so is it when `stopping` is set."""
        self._stopping = stopping
        self._troubled = troubled
        self._patience = patience
        self._thread = ThreadPoolExecutor(1)
        self._in_turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._run(connections.close_all)
        self._thread.shutdown()

    async def do(self, job: Callable[[], _T]) -> _T:
        """What a job gives; raises what it raised: where the database stays away, the last OperationalError."""
        async with self._in_turn:
            wait, waited = _FIRST_WAIT, 0.0
            while True:
                try:
                    given = await self._run(lambda: _connected(job))
                except (OperationalError, InterfaceError) as error:
                    await self._run(connections.close_all)
                    if _is_ours(error) or self._stopping.is_set() or waited >= self._patience:
                        raise
                    if not waited:
                        self._troubled(f"the database does not answer ({_line(error)}); tried again until it does")
                    await pause(self._stopping, wait)
                    waited += wait
                    wait = min(2 * wait, _LONGEST_WAIT)
                else:
                    if waited:
                        self._troubled("the database answers again")
                    return given

    async def _run(self, job: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, job)


async def pause(stopping: asyncio.Event, seconds: float) -> None:
    """Wait, but no longer than until `stopping` is set."""
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return


def _connected(job: Callable[[], _T]) -> _T:
    # Without a connection a job need not begin: it would store bytes that it has to store again.
    connection.ensure_connection()
    return job()


def _is_ours(error: Exception) -> bool:
    """Whether the statement is at fault, for which SQLite's driver has no class of its own: waiting mends nothing."""
    return getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def _line(error: Exception) -> str:
    return plain(next(iter(str(error).strip().splitlines()), type(error).__name__))
