"""An event that a signal sets: the wish that a command stop."""

from __future__ import annotations

import math
import threading
import time

_LOOKS_EVERY = 0.2


class Stopping(threading.Event):
    """An event that a signal handler may set while the main thread waits for it.

    `threading.Event` does not bear that. Python calls handlers in the main thread, between two steps of it: one that
    is called while that thread holds the event's lock waits for the lock for ever, and a signal that comes just before
    that thread begins to sleep does not wake it. This one has no lock, and sleeps for a moment at a time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._asked = False

    def is_set(self) -> bool:
        """Whether somebody set it."""
        return self._asked

    def set(self) -> None:
        """Set it; from anywhere."""
        self._asked = True

    def clear(self) -> None:
        """Take that back."""
        self._asked = False

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is set, or for `timeout` seconds; says whether it is."""
        end = math.inf if timeout is None else time.monotonic() + timeout
        while not self._asked and (left := end - time.monotonic()) > 0:
            time.sleep(min(_LOOKS_EVERY, left))
        return self._asked
