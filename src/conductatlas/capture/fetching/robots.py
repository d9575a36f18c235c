"""What a host's robots.txt allows us (RFC 9309), asked once a day and kept in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego

from conductatlas.capture.fetching.addresses import Address, follow
from conductatlas.capture.fetching.http import Answer
from conductatlas.capture.fetching.outcomes import FetchError, Reason, header
from conductatlas.capture.fetching.policy import PRODUCT

# Section 2.5 asks for at least 500 kibibytes; what comes after them is not read.
LARGEST = 500 * 2**10
# Section 2.4: no cached copy is used for longer than a day.
_LASTS = 24 * 3600.0
# A robots.txt that can't be reached forbids everything (section 2.3.1.4); it is asked again soon.
_UNREACHABLE_LASTS = 600.0
# Section 2.3.1.2.
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# An answer came, but no file could be made of it.
_NO_FILE = frozenset({Reason.PROTOCOL, Reason.TRUNCATED, Reason.TOO_LARGE, Reason.BAD_ENCODING})
# No host gets us to wait longer than this between two pages.
_LONGEST_DELAY = 60.0

# Asks an address as politely as any other; raises FetchError where no answer comes.
Ask = Callable[[Address], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """`rules` is None where everything is allowed; `unreachable` says why the file could not be read."""

    until: float
    rules: Protego | None = None
    unreachable: str = ""


class RobotsFiles:
    """The robots.txt files of the hosts that were asked, by origin."""

    def __init__(self, ask: Ask, now: Callable[[], float]) -> None:
        self._ask = ask
        self._now = now
        self._known: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def check(self, address: Address) -> None:
        """Raise FetchError (robots, robots-unreachable) unless an address may be fetched."""
        found = await self._rules(address)
        if found.unreachable:
            raise FetchError(
                Reason.ROBOTS_UNREACHABLE, found.unreachable, retry_after=max(0.0, found.until - self._now())
            )
        if found.rules is not None and not found.rules.can_fetch(str(address), PRODUCT):
            raise FetchError(Reason.ROBOTS)

    def delay(self, address: Address) -> float:
        """The seconds between two pages that the file asks for (Crawl-delay), as far as it is known; else 0."""
        found = self._known.get(address.origin)
        delay = found.rules.crawl_delay(PRODUCT) if found and found.rules else None
        return min(max(0.0, delay or 0.0), _LONGEST_DELAY)

    async def _rules(self, address: Address) -> _Rules:
        # One task asks, and the others that come meanwhile wait for what it learns.
        async with self._asking.setdefault(address.origin, asyncio.Lock()):
            found = self._known.get(address.origin)
            if found is None or self._now() >= found.until:
                found = self._known[address.origin] = await self._fetch(address)
            return found

    async def _fetch(self, address: Address) -> _Rules:
        here = Address(address.scheme, address.host, address.port, "/robots.txt")
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = await self._ask(here)
            except FetchError as error:
                if error.reason not in _NO_FILE:
                    # The page itself would fail in the same way: that says more than its robots.txt.
                    raise
                why = f"{error.reason}: {error.detail}" if error.detail else str(error.reason)
                return _Rules(self._now() + _UNREACHABLE_LASTS, unreachable=why)
            location = header(answer.headers, "Location")
            if answer.status not in _REDIRECTS or not location:
                return self._judged(answer)
            try:
                here = follow(here, location)
            except FetchError:
                break
        # Redirected too often, or to nowhere: as if there were no such file.
        return _Rules(self._now() + _LASTS)

    def _judged(self, answer: Answer) -> _Rules:
        """Section 2.3.1: errors of ours (4xx) allow everything, the server's (5xx) nothing; 429 is one of these."""
        if answer.status >= 500 or answer.status == 429:
            return _Rules(self._now() + _UNREACHABLE_LASTS, unreachable=f"status {answer.status}")
        if not 200 <= answer.status < 300:
            return _Rules(self._now() + _LASTS)
        text = answer.body[:LARGEST].decode("utf-8-sig", "replace")
        return _Rules(self._now() + _LASTS, rules=Protego.parse(text))
