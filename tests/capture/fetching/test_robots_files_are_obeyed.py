"""robots.txt as RFC 9309 has it: asked once a day, obeyed, and set aside only by an operator."""

from __future__ import annotations

import asyncio
from collections import Counter
from ipaddress import ip_network

import pytest
from aiohttp import web

from conductatlas.capture.fetching import Failure, Fetched, Reason
from conductatlas.capture.fetching.addresses import Address
from conductatlas.capture.fetching.http import Answer
from conductatlas.capture.fetching.outcomes import FetchError
from conductatlas.capture.fetching.robots import LARGEST, RobotsFiles
from tests.capture.servers import LOOPBACK, FakeClock, fetcher, policy, serving

_PAGE = Address("https", "policies.example", 443, "/legal/terms?v=1")
_DAY = 24 * 3600


def _answer(status: int = 200, body: bytes = b"", location: str = "") -> Answer:
    headers = (("Location", location),) if location else ()
    return Answer(status, "", "1.1", headers, (), body, body, "", None)


def _check(*answers: Answer | FetchError, page: Address = _PAGE) -> tuple[str, list[str]]:
    """Check a page against a host's answers in turn; gives the reason ('' is allowed) and what was asked."""
    asked: list[str] = []
    waiting = list(answers)

    async def ask(address: Address) -> Answer:
        asked.append(str(address))
        answer = waiting.pop(0)
        if isinstance(answer, FetchError):
            raise answer
        return answer

    try:
        asyncio.run(RobotsFiles(ask, lambda: 0.0).check(page))
    except FetchError as error:
        return error.reason, asked
    return "", asked


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        (b"", True),
        (b"User-agent: *\nDisallow:", True),
        (b"User-agent: *\nDisallow: /", False),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /legal", False),
        (b"User-agent: *\nDisallow: /\nAllow: /legal/terms", True),
        (b"User-agent: *\nDisallow: /*?v=", False),
        (b"User-agent: *\nDisallow: /legal/terms$", True),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: conductatlas\nDisallow: /private", True),
        (b"User-agent: *\nAllow: /\n\nUser-agent: ConductAtlas\nDisallow: /legal", False),
        (b"User-agent: otherbot\nDisallow: /", True),
        (b"<html>no robots.txt at all</html>", True),
        (bytes(range(256)), True),
        (b"User-agent: *\nDisallow: /\n" + b"#" * LARGEST, False),
        (b"#" * LARGEST + b"\nUser-agent: *\nDisallow: /\n", True),
    ],
)
def test_the_rules_that_fit_us_best_decide(body: bytes, allowed: bool) -> None:
    reason, asked = _check(_answer(body=body))
    assert reason == ("" if allowed else Reason.ROBOTS)
    assert asked == ["https://policies.example/robots.txt"]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, ""),
        (401, ""),
        (403, ""),
        (404, ""),
        (410, ""),
        (429, Reason.ROBOTS_UNREACHABLE),
        (500, Reason.ROBOTS_UNREACHABLE),
        (503, Reason.ROBOTS_UNREACHABLE),
    ],
)
def test_a_file_that_is_not_there_allows_all_and_a_server_that_fails_nothing(status: int, reason: str) -> None:
    assert _check(_answer(status, b"User-agent: *\nDisallow: /"))[0] == reason


def test_five_redirects_are_followed_also_to_another_host() -> None:
    hops = [_answer(301, location=f"https://other.example/{number}") for number in range(5)]
    reason, asked = _check(*hops, _answer(body=b"User-agent: *\nDisallow: /legal"))
    assert reason == Reason.ROBOTS
    assert asked[-1] == "https://other.example/4"
    assert _check(*hops, _answer(301, location="/6"))[0] == ""
    assert _check(_answer(301, location="file:///etc/passwd"))[0] == ""


@pytest.mark.parametrize("reason", [Reason.DNS, Reason.TIMEOUT, Reason.REFUSED, Reason.BLOCKED_ADDRESS])
def test_a_host_that_can_not_be_reached_says_so_itself(reason: Reason) -> None:
    assert _check(FetchError(reason))[0] == reason


def test_an_answer_that_is_no_file_forbids_all() -> None:
    assert _check(FetchError(Reason.TOO_LARGE))[0] == Reason.ROBOTS_UNREACHABLE


def test_it_is_asked_once_a_day_and_sooner_where_it_failed() -> None:
    clock = FakeClock(0.0)
    asked: list[float] = []
    answers = iter([_answer(503), _answer(body=b"User-agent: *\nCrawl-delay: 7"), _answer(404)])

    async def ask(address: Address) -> Answer:
        asked.append(clock.time)
        return next(answers)

    async def run() -> None:
        files = RobotsFiles(ask, clock.now)
        for clock.time in (0.0, 10.0):
            with pytest.raises(FetchError, match="status 503") as caught:
                await files.check(_PAGE)
            assert caught.value.retry_after == 600 - clock.time
        for clock.time in (600.0, 601.0, _DAY):
            await asyncio.gather(*(files.check(_PAGE) for _ in range(3)))
            assert files.delay(_PAGE) == 7
        clock.time = 600.0 + _DAY
        await asyncio.gather(*(files.check(_PAGE) for _ in range(3)))
        assert files.delay(_PAGE) == 0

    asyncio.run(run())
    assert asked == [0.0, 600.0, 600.0 + _DAY]


@LOOPBACK
def test_every_host_of_a_chain_is_asked_unless_the_operator_decided_otherwise() -> None:
    seen: Counter[str] = Counter()

    async def handler(request: web.Request) -> web.Response:
        seen[f"{request.host.partition(':')[0]}{request.path}"] += 1
        if request.path == "/robots.txt":
            closed = request.host.startswith("closed.")
            return web.Response(text="User-agent: *\nDisallow: /terms" if closed else "")
        if request.host.startswith("open."):
            return web.Response(status=302, headers={"Location": str(request.url.with_host("closed.example"))})
        return web.Response(text="the terms")

    async def names(host: str) -> list[str]:
        return ["127.0.0.1"]

    async def run(ignored: frozenset[str]) -> Fetched | Failure:
        here = policy(ip_network("127.0.0.1/32"), ignored_robots=ignored)
        async with serving(handler) as port, fetcher(here, lookup=names) as fetching:
            return await fetching.fetch(f"http://open.example:{port}/terms")

    refused = asyncio.run(run(frozenset()))
    assert isinstance(refused, Failure)
    assert refused.reason is Reason.ROBOTS
    assert refused.failed_at.startswith("http://closed.example:")
    assert seen == {"open.example/robots.txt": 1, "open.example/terms": 1, "closed.example/robots.txt": 1}
    assert isinstance(asyncio.run(run(frozenset({"closed.example"}))), Fetched)
