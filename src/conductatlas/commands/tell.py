"""`conductatlas tell`: find out who wants to hear of what became known, and send what is due; several may share it."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.stopping import Stopping

if TYPE_CHECKING:
    from conductatlas.monitoring.delivering import Courier

_IDLE = 2.0
_AFTER_TROUBLE = 10.0


def run(options: argparse.Namespace) -> int:
    """Work off news and deliveries: all that wait now, or whatever comes until a signal stops it."""
    prepare_database()
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    from conductatlas.monitoring.delivering import Courier
    from conductatlas.tracking import worker_name

    stopping = Stopping()
    _stop_by_signal(stopping)
    courier = Courier(worker_name(), stopping=stopping.is_set)
    if options.once:
        try:
            while not stopping.is_set() and work(courier):
                pass
        except DatabaseError as error:
            raise CommandError(f"the database can't be used ({str(error).strip().splitlines()[0]})") from error
        return 0
    if not options.quiet:
        sys.stderr.write("Telling of what is due (stop with Ctrl-C)\n")
    while not stopping.is_set():
        try:
            close_old_connections()
            idle = 0.0 if work(courier) else _IDLE
        except DatabaseError as error:
            sys.stderr.write(f"telling: {type(error).__name__}: {error}; tried again\n")
            idle = _AFTER_TROUBLE
        stopping.wait(idle)
    return 0


def work(courier: Courier) -> int:
    """One round: news, digests, deliveries. Gives how much was done; 0 where there was nothing to do."""
    from conductatlas.monitoring.digests import enqueue_due
    from conductatlas.monitoring.news import work_news

    now = courier.now()
    return work_news(now) + enqueue_due(now) + courier.work()


def _stop_by_signal(stopping: Stopping) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
