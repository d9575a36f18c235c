"""What a command waits for until it is stopped: a signal that sets it ends the wait, however it reaches the process."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from conductatlas.commands.stopping import Stopping

_SIGNAL = signal.SIGUSR1
_AT_MOST = 30.0


@pytest.fixture
def stopping() -> Iterator[Stopping]:
    """It is set by a signal."""
    event = Stopping()
    before = signal.signal(_SIGNAL, lambda number, frame: event.set())
    yield event
    signal.signal(_SIGNAL, before)


def test_a_signal_that_does_not_wake_the_main_thread_ends_its_wait(stopping: Stopping) -> None:
    asleep = threading.Event()

    def send() -> None:
        asleep.wait(_AT_MOST)
        time.sleep(0.3)
        os.kill(os.getpid(), _SIGNAL)

    # The other thread takes it, as this one lets it pass: its handler is called here once this thread goes on. So it
    # is, too, with a signal that comes just before this thread falls asleep.
    sender = threading.Thread(target=send)
    sender.start()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {_SIGNAL})
    try:
        started = time.monotonic()
        asleep.set()
        assert stopping.wait(_AT_MOST)
        assert time.monotonic() - started < _AT_MOST / 2
    finally:
        sender.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def test_it_waits_no_longer_than_it_is_told_to_and_can_be_used_again(stopping: Stopping) -> None:
    assert not stopping.wait(0.01)
    os.kill(os.getpid(), _SIGNAL)
    assert stopping.wait()
    assert stopping.is_set()
    stopping.clear()
    assert not stopping.wait(0.0)
