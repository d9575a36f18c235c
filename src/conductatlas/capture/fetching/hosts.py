"""What is remembered of a host: when it may be asked next, and whether it is worth asking.

States are plain values, and times are seconds since the epoch, so that they can be stored and taken up again by
another process. Nothing here waits or looks at a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from conductatlas.capture.fetching.policy import Politeness

_RETRIES_AT_FIRST = 3.0
_MOST_RETRIES = 10.0
# A probe that was never answered, as its process was killed, is given up after this time.
_PROBE_LASTS = 300.0
# No host makes us wait longer than this, whatever its Retry-After or its clock says.
_LONGEST_WAIT = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class HostState:
    """One host.

    `next_at`: when the next request may start. `failures`: how many requests in a row failed. `openings`: how often in
    a row the circuit was opened, `open_until`: until when it stays so, `probe_at`: since when one request tries whether
    the host works again. `retries`: what is left of the budget of retries.
    """

    next_at: float = 0.0
    failures: int = 0
    openings: int = 0
    open_until: float = 0.0
    probe_at: float = 0.0
    retries: float = _RETRIES_AT_FIRST

    def circuit(self, now: float) -> Literal["closed", "open", "half-open"]:
        """Whether requests are made (closed), are not (open), or a single one is to find out (half-open)."""
        if not self.openings:
            return "closed"
        return "open" if now < self.open_until else "half-open"

    def blocked_for(self, now: float) -> float:
        """For how many seconds the circuit lets no request through; 0 where one may be made now."""
        state = self.circuit(now)
        if state == "open":
            return self.open_until - now
        if state == "half-open" and self.probe_at and now < self.probe_at + _PROBE_LASTS:
            return self.probe_at + _PROBE_LASTS - now
        return 0.0

    def wait(self, now: float) -> float:
        """The seconds until the next request may start."""
        return min(max(0.0, self.next_at - now), _LONGEST_WAIT)

    def started(self, now: float, pause: float, requests_for_a_retry: int) -> HostState:
        """A request starts, after `wait(now)` seconds; the next one may start `pause` seconds later."""
        return replace(
            self,
            next_at=now + self.wait(now) + pause,
            probe_at=now if self.circuit(now) == "half-open" else 0.0,
            retries=min(_MOST_RETRIES, self.retries + 1 / requests_for_a_retry),
        )

    def answered(self) -> HostState:
        """The host answered as a host does that works."""
        return replace(self, failures=0, openings=0, open_until=0.0, probe_at=0.0)

    def failed(self, now: float, politeness: Politeness) -> HostState:
        """The host failed; it is left alone when it did so too often, or when it was being tried again."""
        failures = self.failures + 1
        if failures < politeness.failures and not self.openings:
            return replace(self, failures=failures)
        rest = min(politeness.rest * 2**self.openings, politeness.longest_rest)
        return replace(self, failures=failures, openings=self.openings + 1, open_until=now + rest, probe_at=0.0)

    def told_to_wait(self, now: float, seconds: float) -> HostState:
        """The host asked for a pause (Retry-After)."""
        return replace(self, next_at=max(self.next_at, now + min(seconds, _LONGEST_WAIT)))

    def retried(self) -> HostState | None:
        """Take a retry from the budget; None where it is used up."""
        return replace(self, retries=self.retries - 1) if self.retries >= 1 else None


def states_to_values(states: Mapping[str, HostState]) -> dict[str, dict[str, Any]]:
    """States as plain values, for JSON."""
    return {host: asdict(state) for host, state in sorted(states.items())}


def states_from_values(values: Mapping[str, Mapping[str, Any]]) -> dict[str, HostState]:
    """The states that `states_to_values` gave; what it does not know, an older or later version's, is left out."""
    known = HostState.__dataclass_fields__
    return {
        host: HostState(**{name: value for name, value in state.items() if name in known})
        for host, state in values.items()
    }
