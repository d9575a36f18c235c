"""Fetching as a whole: redirects followed and recorded, robots.txt obeyed, hosts paced, tries repeated."""

from __future__ import annotations

import random
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import Self

from conductatlas.capture.fetching.addresses import Address, follow, parse_address
from conductatlas.capture.fetching.clock import Clock, SystemClock, moment
from conductatlas.capture.fetching.connecting import Lookup, system_lookup
from conductatlas.capture.fetching.hosts import HostState
from conductatlas.capture.fetching.http import Answer, HttpClient
from conductatlas.capture.fetching.outcomes import (
    Failure,
    Fetched,
    FetchError,
    Reason,
    Redirect,
    Validators,
    charset_of,
    header,
    is_transient,
    plain,
)
from conductatlas.capture.fetching.policy import FetchPolicy
from conductatlas.capture.fetching.retry_after import parse_retry_after
from conductatlas.capture.fetching.robots import RobotsFiles

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What may be mended later, but not within a minute.
_NOT_AT_ONCE = frozenset({Reason.CIRCUIT_OPEN, Reason.WAITING, Reason.ROBOTS_UNREACHABLE, Reason.TLS})
_ASKS_TO_WAIT = frozenset({429, 503})


@dataclass(slots=True)
class _Chain:
    """A fetch on its way: where it is, and how it came there."""

    here: Address
    redirects: list[Redirect] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


class Fetcher:
    """Fetches addresses; one of them serves any number of tasks of one event loop.

    `states` are the hosts' states, taken over as they are and kept up to date: whoever owns them can store them.
    `lookup`, `trust`, `clock` and `chance` (numbers from 0 to 1) are there for tests.
    """

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        states: dict[str, HostState] | None = None,
        lookup: Lookup = system_lookup,
        trust: ssl.SSLContext | None = None,
        clock: Clock | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.policy = policy
        self.states = {} if states is None else states
        self.lookup = lookup
        self._clock = clock or SystemClock()
        self._chance = chance
        self._client = HttpClient(policy, lookup=lookup, trust=trust)
        self._robots = RobotsFiles(self._exchange, self._clock.now)

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.__aexit__(kind, error, trace)

    async def fetch(
        self,
        address: str,
        *,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        robots: bool = True,
    ) -> Fetched | Failure:
        """Fetch an address, as often as it takes within the budget.

        `validators` of the last time make the request conditional: `Fetched.unchanged` tells that nothing is new.
        `headers` go along with every request (Accept-Language), `form` makes it a POST, `robots=False` is for services
        that are meant for programs. Whatever goes wrong outside comes back as a Failure, never as an exception.
        """
        spent = 0.0
        for attempt in range(1, self.policy.politeness.attempts + 1):
            outcome = await self._once(address, validators, dict(headers or {}), form, robots)
            if isinstance(outcome, Fetched):
                return outcome
            failure = replace(outcome, attempts=attempt)
            wait = self._backoff(attempt, failure, spent)
            if wait is None:
                return failure
            spent += wait
            await self._clock.sleep(wait)
        raise AssertionError("the last attempt has no backoff")

    def now(self) -> datetime:
        """The moment, by the clock of this fetcher."""
        return moment(self._clock.now())

    async def check_robots(self, address: Address) -> None:
        """Raise FetchError (robots, robots-unreachable, or why its host can't be asked) where we may not fetch this."""
        if address.host not in self.policy.ignored_robots:
            await self._robots.check(address)

    @asynccontextmanager
    async def visit(self, address: Address) -> AsyncIterator[None]:
        """Make a request by other means, the browser: as polite, and its failing counts for the host all the same.

        Waits until the host may be asked. Raises FetchError where it may not, or what was raised inside.
        """
        await self.check_robots(address)
        await self._turn(address)
        try:
            yield
        except FetchError as error:
            # A browser that does not start, or a page that crashes it, says nothing of the host.
            if error.reason is not Reason.BROWSER:
                self._note(address, error.transient)
            raise
        self._note(address, failed=False)

    async def _once(
        self,
        address: str,
        validators: Validators | None,
        headers: dict[str, str],
        form: Mapping[str, str] | None,
        robots: bool,
    ) -> Fetched | Failure:
        started = self._clock.now()
        chain: _Chain | None = None
        try:
            chain = _Chain(parse_address(address))
            answer = await self._follow(chain, validators, headers, form, robots)
            fetched = self._fetched(address, chain, answer, started)
            if 200 <= answer.status < 300 or (fetched.unchanged and _conditions(chain.here, validators)):
                return fetched
            raise FetchError(
                Reason.HTTP_STATUS,
                f"status {answer.status}",
                retry_after=self._asked_to_wait(answer),
                response=fetched,
            )
        except FetchError as error:
            redirects = chain.redirects if chain else ()
            return error.failure(address, self.now(), redirects, str(chain.here) if chain and redirects else "")

    async def _follow(
        self,
        chain: _Chain,
        validators: Validators | None,
        headers: dict[str, str],
        form: Mapping[str, str] | None,
        robots: bool,
    ) -> Answer:
        """Ask the address of a chain, and the ones it is sent on to, until one answers with more than a redirect."""
        while True:
            here = chain.here
            chain.seen.add(str(here))
            if robots:
                await self.check_robots(here)
            answer = await self._exchange(here, headers | _conditions(here, validators), form)
            location = header(answer.headers, "Location")
            if answer.status not in _REDIRECTS:
                return answer
            chain.redirects.append(Redirect(str(here), answer.status, plain(location)))
            if not location:
                raise FetchError(Reason.BAD_REDIRECT, "it names no address")
            if len(chain.redirects) > self.policy.limits.redirects:
                raise FetchError(Reason.TOO_MANY_REDIRECTS, f"more than {self.policy.limits.redirects}")
            chain.here = follow(here, location)
            if chain.here.origin != here.origin:
                # What proves us to one server is none of another's business.
                headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
            # Nothing is remembered between requests, so an address that was asked once answers the same again.
            if str(chain.here) in chain.seen:
                raise FetchError(Reason.REDIRECT_LOOP)
            # What a form was sent to has taken it; the address that it names is merely read (RFC 9110, 15.4.4).
            form = form if answer.status in (307, 308) else None

    async def _exchange(
        self, address: Address, headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
    ) -> Answer:
        """One request when the host may be asked, and what its outcome says of the host."""
        await self._turn(address)
        try:
            answer = await self._client.exchange(address, headers=headers, form=form)
        except FetchError as error:
            self._note(address, error.transient)
            raise
        self._note(address, failed=is_transient(Reason.HTTP_STATUS, answer.status))
        asked = self._asked_to_wait(answer)
        if asked is not None:
            self.states[address.host] = self._state(address).told_to_wait(self._clock.now(), asked)
        return answer

    async def _turn(self, address: Address) -> None:
        """Wait for our turn at a host; raises FetchError (circuit-open, waiting) where that is too long."""
        politeness = self.policy.politeness
        now = self._clock.now()
        state = self._state(address)
        blocked = state.blocked_for(now)
        if blocked:
            raise FetchError(Reason.CIRCUIT_OPEN, retry_after=blocked)
        wait = state.wait(now)
        if wait > politeness.patience:
            raise FetchError(Reason.WAITING, f"{wait:,.0f} seconds", retry_after=wait)
        pause = max(politeness.pause, self._robots.delay(address))
        pause *= 1 + politeness.jitter * self._chance()
        # The turn is taken before waiting, so that tasks that wait for one host line up.
        self.states[address.host] = state.started(now, pause, politeness.requests_for_a_retry)
        if wait:
            await self._clock.sleep(wait)

    def _note(self, address: Address, failed: bool) -> None:
        state = self._state(address)
        self.states[address.host] = (
            state.failed(self._clock.now(), self.policy.politeness) if failed else state.answered()
        )

    def _state(self, address: Address) -> HostState:
        return self.states.get(address.host) or HostState()

    def _asked_to_wait(self, answer: Answer) -> float | None:
        if answer.status not in _ASKS_TO_WAIT:
            return None
        return parse_retry_after(header(answer.headers, "Retry-After"), self._clock.now())

    def _backoff(self, attempt: int, failure: Failure, spent: float) -> float | None:
        """The seconds to wait before another try; None where there is to be none."""
        politeness = self.policy.politeness
        if attempt >= politeness.attempts or not failure.transient or failure.reason in _NOT_AT_ONCE:
            return None
        wait = politeness.backoff * 2.0 ** (attempt - 1) * (1 + politeness.jitter * self._chance())
        wait = max(wait, failure.retry_after or 0.0)
        if spent + wait > politeness.budget:
            return None
        host = parse_address(failure.failed_at).host
        state = self.states.get(host, HostState())
        retried = state.retried()
        if retried is None or state.blocked_for(self._clock.now() + wait):
            return None
        self.states[host] = retried
        return wait

    def _fetched(self, address: str, chain: _Chain, answer: Answer, started: float) -> Fetched:
        content_type = plain(header(answer.headers, "Content-Type"))
        return Fetched(
            address=address,
            final_address=str(chain.here),
            redirects=tuple(chain.redirects),
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            raw=answer.raw,
            content_type=content_type,
            charset=charset_of(content_type),
            started_at=moment(started),
            fetched_at=self.now(),
            request_headers=answer.request_headers,
            http_version=answer.http_version,
            status_text=answer.status_text,
            peer=answer.peer,
            tls=answer.tls,
        )


def _conditions(here: Address, validators: Validators | None) -> dict[str, str]:
    """The headers of a conditional request; they mean something to the address alone that gave the validators."""
    if validators is None or validators.address != str(here):
        return {}
    conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in conditions.items() if value}
