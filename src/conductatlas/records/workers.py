"""Processes that answer what versions did, beside the one that writes records of it.

Nothing here knows of the database: this file is imported by processes that have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar
from zlib import crc32

from conductatlas.changes import Begun, Compared, Comparison, Historian, Text
from conductatlas.processes import look_seldom_for_rings, start_pool
from conductatlas.provisions import Finder

_Answer = TypeVar("_Answer")
# What the answers of a worker process come from.
_historian: list[Historian] = []


class WorkerLostError(Exception):
    """A process that worked for this one was killed; the message is one line."""


class Workers:
    """Some processes, each of which answers for its share of the documents, so that it has their last texts at hand.

    They end with the `with` block, or when the process that started them is gone.
    """

    def __init__(self, number: int, finder: Finder, decided: Mapping[str, Mapping[str, float]]) -> None:
        self._pools = [start_pool(1, __name__, _begin_work, finder, decided, number) for _ in range(number)]

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for pool in self._pools:
            pool.shutdown(wait=error is None, cancel_futures=True)

    def begin(self, path: str, text: Text) -> Future[Begun]:
        """Ask what the first version of a document is. Raises WorkerLostError where its worker was killed."""
        with _telling_of_loss():
            return self._worker_for(path).submit(_begin, text)

    def compare(self, path: str, asked: Comparison) -> Future[Compared]:
        """Ask what a version did to a document. Raises WorkerLostError where its worker was killed."""
        with _telling_of_loss():
            return self._worker_for(path).submit(_compare, asked)

    def _worker_for(self, path: str) -> ProcessPoolExecutor:
        return self._pools[crc32(path.encode("utf-8", "surrogatepass")) % len(self._pools)]


def answer_of(asked: Future[_Answer]) -> _Answer:
    """Wait for an answer. Raises WorkerLostError where its process was killed."""
    with _telling_of_loss():
        return asked.result()


@contextmanager
def _telling_of_loss() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise WorkerLostError(
            "a worker process was killed, perhaps for want of memory; run it again to go on, with fewer --jobs"
        ) from error


def _begin_work(finder: Finder, decided: Mapping[str, Mapping[str, float]], sharing: int) -> None:
    look_seldom_for_rings()
    _historian.append(Historian(finder, decided, sharing=sharing))


def _begin(text: Text) -> Begun:
    return _historian[0].begin(text)


def _compare(asked: Comparison) -> Compared:
    return _historian[0].compare(asked)
