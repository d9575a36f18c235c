"""Progress on stderr: one line that rewrites itself on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time

_EVERY_ON_TERMINAL = 0.2
_EVERY_ELSEWHERE = 15.0
_BAR = 24


class Progress:
    """How far a run has come, at which rate, and how long it will still take."""

    def __init__(self, total: int, noun: str) -> None:
        self._total = total
        self._noun = noun
        self._started = time.monotonic()
        self._told = self._started
        self._terminal = sys.stderr.isatty()

    def __call__(self, done: int) -> None:
        """Tell how many are done, unless that was told a moment ago."""
        now = time.monotonic()
        if now - self._told >= (_EVERY_ON_TERMINAL if self._terminal else _EVERY_ELSEWHERE):
            self._told = now
            self._write(done, now)

    def close(self, done: int) -> None:
        """Tell the end."""
        self._write(done, time.monotonic())
        if self._terminal:
            sys.stderr.write("\n")

    def _write(self, done: int, now: float) -> None:
        rate = done / max(now - self._started, 1e-6)
        left = (self._total - done) / rate if rate else 0.0
        share = done / self._total if self._total else 1.0
        bar = "█" * round(share * _BAR) + "░" * (_BAR - round(share * _BAR))
        line = f"{bar} {done:,}/{self._total:,} {self._noun}, {rate:,.0f}/s, {_duration(left)} left"
        sys.stderr.write(f"\r\x1b[2K{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
