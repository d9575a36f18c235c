"""Requests to a host are paced, repeated within a budget, and stop while it is down. No test here waits for real."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from ipaddress import ip_network

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.fetching import (
    Failure,
    Fetched,
    HostState,
    Politeness,
    Reason,
    states_from_values,
    states_to_values,
)
from conductatlas.capture.fetching.retry_after import parse_retry_after
from tests.capture.servers import LOOPBACK, FakeClock, policy, serving
from tests.capture.servers import fetcher as make_fetcher

_HERE = ip_network("127.0.0.0/8")
_HOST = "127.0.0.1"
_START = 1_800_000_000.0

Answers = Callable[[int], web.Response]


class _World:
    """A server whose answers depend on how often it was asked, a clock that jumps, and a fetcher."""

    def __init__(self, answers: Answers, politeness: Politeness, states: dict[str, HostState] | None = None) -> None:
        self.clock = FakeClock(_START)
        self.asked: list[float] = []
        self.answers = answers
        self.states = {} if states is None else states
        self.policy = policy(_HERE, politeness=politeness)

    async def _handle(self, request: web.Request) -> web.Response:
        self.asked.append(self.clock.time - _START)
        return self.answers(len(self.asked))

    def fetch(self, *delays: float, together: bool = False, chance: float = 0.0) -> list[Fetched | Failure]:
        """Fetch after each of the delays, or all at once."""

        async def run() -> list[Fetched | Failure]:
            async with (
                serving(self._handle) as port,
                make_fetcher(self.policy, clock=self.clock, states=self.states) as fetching,
            ):
                fetching._chance = lambda: chance
                address = f"http://{_HOST}:{port}/"
                if together:
                    return list(await asyncio.gather(*(fetching.fetch(address) for _ in delays)))
                outcomes = []
                for delay in delays:
                    self.clock.time += delay
                    outcomes.append(await fetching.fetch(address))
                return outcomes

        return asyncio.run(run())


def _fine(number: int) -> web.Response:
    return web.Response(text="fine")


def _status(status: int, **headers: str) -> Answers:
    return lambda number: web.Response(
        status=status, headers={name.replace("_", "-"): headers[name] for name in headers}
    )


def _reasons(outcomes: list[Fetched | Failure]) -> list[str]:
    return [outcome.reason if isinstance(outcome, Failure) else "" for outcome in outcomes]


@LOOPBACK
def test_a_pause_lies_between_two_requests_to_a_host() -> None:
    world = _World(_fine, Politeness(pause=2.0, jitter=0.5))
    world.fetch(0, 0, 0.5, 10, chance=1.0)
    assert world.clock.slept == [3.0, 2.5]
    assert world.asked == [0.0, 3.0, 6.0, 16.0]


@LOOPBACK
def test_tasks_that_want_the_same_host_line_up_and_none_waits_for_too_long() -> None:
    politeness = Politeness(pause=10.0, jitter=0.0, patience=25.0)
    world = _World(_fine, politeness)
    assert _reasons(world.fetch(0, 0, 0, together=True)) == ["", "", ""]
    # The clock jumps for all tasks at once: the third waits ten seconds more once the second has waited.
    assert world.clock.slept == [10.0, 10.0]
    assert world.states[_HOST].next_at == _START + 30.0
    (late,) = _World(_fine, politeness, {_HOST: HostState(next_at=_START + 30.0)}).fetch(0)
    assert isinstance(late, Failure)
    assert (late.reason, late.retry_after) == (Reason.WAITING, 30.0)


@LOOPBACK
def test_a_failing_server_is_asked_again_with_growing_pauses() -> None:
    world = _World(lambda n: web.Response(status=503 if n < 3 else 200), Politeness(pause=0.0, backoff=2.0))
    (outcome,) = world.fetch(0, chance=1.0)
    assert isinstance(outcome, Fetched)
    assert world.clock.slept == [3.0, 6.0]
    world = _World(_status(503), Politeness(pause=0.0, attempts=3))
    (outcome,) = world.fetch(0)
    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.status, outcome.attempts) == (Reason.HTTP_STATUS, 503, 3)


@LOOPBACK
@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_what_another_try_can_not_mend_is_not_tried_again(status: int) -> None:
    world = _World(_status(status), Politeness(pause=0.0))
    world.fetch(0)
    assert len(world.asked) == 1
    assert world.states[_HOST].failures == 0


@LOOPBACK
@pytest.mark.parametrize("value", ["30", "Fri, 15 Jan 2027 08:00:30 GMT"])
def test_retry_after_is_obeyed_in_both_its_forms(value: str) -> None:
    answers = _status(429, Retry_After=value)
    world = _World(lambda n: answers(n) if n == 1 else _fine(n), Politeness(pause=1.0, jitter=0.0))
    outcomes = world.fetch(0, 0)
    assert _reasons(outcomes) == ["", ""]
    assert world.asked == [0.0, 30.0, 31.0]


@LOOPBACK
def test_a_wait_beyond_the_budget_is_left_to_the_schedule() -> None:
    world = _World(_status(503, Retry_After="3600"), Politeness(pause=0.0, budget=60.0))
    outcomes = world.fetch(0, 10)
    assert [(o.reason, o.retry_after) for o in outcomes if isinstance(o, Failure)] == [
        (Reason.HTTP_STATUS, 3600.0),
        (Reason.WAITING, 3590.0),
    ]
    assert len(world.asked) == 1


@LOOPBACK
def test_a_host_gets_retries_only_as_it_gets_requests() -> None:
    world = _World(_status(503), Politeness(pause=0.0, attempts=2, failures=1000, requests_for_a_retry=5))
    world.fetch(*[0.0] * 100)
    retries = len(world.asked) - 100
    # Three to begin with, then one for every five requests, retries included.
    assert 3 + 20 <= retries <= 3 + 25 + 1


@LOOPBACK
def test_a_host_that_is_down_is_left_alone_then_tried_once_then_trusted_again() -> None:
    politeness = Politeness(pause=0.0, attempts=1, failures=3, rest=300.0)
    world = _World(lambda n: web.Response(status=500 if n <= 4 else 200), politeness)
    outcomes = world.fetch(0, 0, 0, 1, 298, 1, 599, 1, 0)
    assert _reasons(outcomes) == ["http-status"] * 3 + ["circuit-open"] * 2 + ["http-status", "circuit-open", "", ""]
    # The trial at 300 seconds failed, so that the rest was doubled; the one at 900 ended it.
    assert world.asked == [0.0, 0.0, 0.0, 300.0, 900.0, 900.0]
    assert world.states[_HOST].circuit(world.clock.time) == "closed"
    assert isinstance(outcomes[3], Failure)
    assert outcomes[3].retry_after == 299.0


@LOOPBACK
def test_only_one_request_tries_whether_a_host_is_back() -> None:
    state = HostState(failures=5, openings=1, open_until=_START - 1)
    world = _World(_fine, Politeness(pause=0.0), {_HOST: state})
    assert sorted(_reasons(world.fetch(0, 0, 0, together=True))) == ["", "circuit-open", "circuit-open"]


@LOOPBACK
def test_hosts_do_not_pay_for_each_other() -> None:
    world = _World(_fine, Politeness(pause=0.0), {"127.0.0.2": HostState(openings=1, open_until=_START + 999)})
    assert _reasons(world.fetch(0)) == [""]


def test_a_trial_that_was_never_answered_is_given_up() -> None:
    state = HostState(openings=1, open_until=10.0).started(20.0, 0.0, 5)
    assert state.blocked_for(21.0) == 299.0
    assert state.blocked_for(320.0) == 0.0


def test_rests_grow_up_to_the_longest() -> None:
    state, politeness = HostState(), Politeness(failures=1, rest=300.0, longest_rest=1000.0)
    rests = []
    for _ in range(4):
        state = state.failed(0.0, politeness)
        rests.append(state.open_until)
    assert rests == [300.0, 600.0, 1000.0, 1000.0]


_TIMES = st.floats(0, 1e10)
_STATES = st.builds(HostState, _TIMES, st.integers(0, 99), st.integers(0, 99), _TIMES, _TIMES, st.floats(0, 10))


@given(st.dictionaries(st.text(max_size=20), _STATES, max_size=5))
def test_states_survive_being_stored(states: dict[str, HostState]) -> None:
    assert states_from_values(json.loads(json.dumps(states_to_values(states)))) == states


def test_states_of_another_version_are_read_as_far_as_they_go() -> None:
    assert states_from_values({"a.example": {"failures": 2, "colour": "red"}}) == {"a.example": HostState(failures=2)}


@given(_STATES, _TIMES, st.lists(st.sampled_from(["started", "answered", "failed", "told"]), max_size=20))
def test_no_host_is_lost_for_ever(state: HostState, now: float, events: list[str]) -> None:
    politeness = Politeness()
    for event in events:
        if event == "started":
            state = state.started(now, 2.0, 5)
        elif event == "answered":
            state = state.answered()
        elif event == "failed":
            state = state.failed(now, politeness)
        else:
            state = state.told_to_wait(now, 1e12)
    assert state.wait(now) <= 24 * 3600
    if events and events[-1] in ("answered", "failed"):
        assert state.blocked_for(now) <= politeness.longest_rest


@given(st.text(max_size=60))
def test_any_retry_after_is_a_number_of_seconds_or_nothing(value: str) -> None:
    seconds = parse_retry_after(value, 0.0)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 120.0),
        ("Thu, 01 Jan 1960 00:00:00 GMT", 0.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("١٢", None),
        ("Thu, 99 Foo 1970", None),
    ],
)
def test_retry_after_is_read_strictly(value: str, seconds: float | None) -> None:
    assert parse_retry_after(value, 0.0) == seconds
