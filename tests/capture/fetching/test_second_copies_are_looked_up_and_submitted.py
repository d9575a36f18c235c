"""A web archive is asked for copies and told to make them; its failures are values and block nothing.

The stand-in answers in the forms that the Internet Archive documents. The tests marked `pywb` ask a real pywb, an
archive of other make, which has the index; it has no Save Page Now.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any, TypeVar

import pytest
from aiohttp import web

from conductatlas.capture.fetching import (
    Failure,
    Reason,
    State,
    Submission,
    Wayback,
    WebArchive,
    internet_archive,
)
from conductatlas.capture.snapshots import WarcFolder
from tests.capture.pages import NOON, page
from tests.capture.servers import LOOPBACK, FakeClock, Handler, fetcher, policy, serving

pytestmark = LOOPBACK

_HERE = ip_network("127.0.0.0/8")
Result = TypeVar("Result")

_PAGE = "https://hearthbook.example/terms?v=2"


def _asked(handler: Handler, ask: Callable[[Wayback, FakeClock], Awaitable[Result]], keys: str = "a:b") -> Result:
    async def run() -> Result:
        clock = FakeClock(NOON.timestamp())
        async with serving(handler) as port, fetcher(policy(_HERE), clock=clock) as fetching:
            return await ask(Wayback(fetching, internet_archive(f"http://127.0.0.1:{port}", keys)), clock)

    return asyncio.run(run())


def _answering(status: int = 200, body: str = "", **headers: str) -> Handler:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}

    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=status, text=body, headers=sent)

    return handler


_INDEX = """[["timestamp","original","statuscode","mimetype","digest"],
["20250301120000","https://hearthbook.example/terms?v=2","200","text/html","AAAA"],
["20251101000000","https://hearthbook.example/terms?v=2","-","warc/revisit","AAAA"]]"""
_LINES = """{"timestamp": "20250301120000", "url": "https://hearthbook.example/terms?v=2", "status": "200"}
{"timestamp": "20251101000000", "url": "https://hearthbook.example/terms?v=2"}
"""


@pytest.mark.parametrize("body", [_INDEX, _LINES])
def test_copies_are_found_in_the_index(body: str) -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.Request) -> web.Response:
        seen.update(request.query)
        assert request.path == "/cdx/search/cdx"
        return web.Response(text=body)

    copies = _asked(handler, lambda wayback, _: wayback.copies(_PAGE, since=NOON - timedelta(days=900), until=NOON))
    assert not isinstance(copies, Failure)
    first, second = copies
    assert first.address.endswith(f"/web/20250301120000/{_PAGE}")
    assert (first.original, first.status, second.status) == (_PAGE, 200, 0)
    assert first.taken_at == datetime(2025, 3, 1, 12, tzinfo=UTC)
    assert seen["url"] == _PAGE
    assert (seen["from"], seen["to"], seen["limit"]) == ("20240608120000", "20261125120000", "100")


@pytest.mark.parametrize(("status", "body"), [(404, ""), (200, "[]"), (200, ""), (200, "\n")])
def test_no_copies_are_no_failure(status: int, body: str) -> None:
    assert _asked(_answering(status, body), lambda wayback, _: wayback.copies(_PAGE)) == ()


@pytest.mark.parametrize(
    "body", ["<html>busy</html>", "[[1], [2, 3]]", '{"timestamp": "soon", "url": "x"}', "[{},1]", "7"]
)
def test_an_index_that_can_not_be_read_is_a_failure(body: str) -> None:
    outcome = _asked(_answering(200, body), lambda wayback, _: wayback.copies(_PAGE))
    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.PROTOCOL
    assert "can't be read" in outcome.line


class _SavePageNow:
    """Save Page Now: a job that answers as it is told to, one answer after the other."""

    def __init__(self, *answers: Any, accepted: Any = None) -> None:
        self.answers = list(answers)
        self.accepted = accepted if accepted is not None else {"url": _PAGE, "job_id": "spn2-1"}
        self.keys: list[str | None] = []
        self.forms: list[dict[str, str]] = []

    async def handle(self, request: web.Request) -> web.Response:
        self.keys.append(request.headers.get("Authorization"))
        if request.method == "POST":
            assert request.path == "/save"
            self.forms.append({name: str(value) for name, value in (await request.post()).items()})
            return self._say(self.accepted)
        assert request.path == "/save/status/spn2-1"
        return self._say(self.answers.pop(0))

    @staticmethod
    def _say(answer: Any) -> web.Response:
        return web.Response(status=answer) if isinstance(answer, int) else web.json_response(answer)


def _submitted(archive: _SavePageNow, *waits: timedelta, keys: str = "a:b") -> list[Submission]:
    """Submit a page and check it after each wait."""

    async def ask(wayback: Wayback, clock: FakeClock) -> list[Submission]:
        states = [await wayback.submit(_PAGE)]
        for wait in waits:
            clock.time += wait.total_seconds()
            states.append(await wayback.check(states[-1]))
        return states

    return _asked(archive.handle, ask, keys)


_SOON = timedelta(minutes=1)


def test_a_submission_is_submitted_then_confirmed() -> None:
    done = {"status": "success", "timestamp": "20261125120100", "original_url": _PAGE}
    archive = _SavePageNow({"status": "pending"}, done)
    states = _submitted(archive, _SOON, _SOON, _SOON)
    assert [submission.state for submission in states] == ["submitted", "submitted", "confirmed", "confirmed"]
    assert states[-1].copy.endswith(f"/web/20261125120100/{_PAGE}")
    assert states[-1].why == ""
    assert (states[0].submitted_at, states[2].checked_at) == (NOON, NOON + 2 * _SOON)
    assert archive.forms == [{"url": _PAGE}]
    assert set(archive.keys) == {"LOW a:b"}


@pytest.mark.parametrize(
    ("accepted", "why"),
    [
        (503, "status 503"),
        (401, "status 401"),
        (
            {"status": "error", "status_ext": "error:user-limit", "message": "Too many."},
            "Too many. (error:user",
        ),
        ({}, "did not say why"),
        (["odd"], "can't be read"),
        ({"job_id": "spn2-\ud800"}, "can't be read"),
        ({"job_id": "9" * 999}, "can't be read"),
    ],
)
def test_a_submission_that_is_not_taken_has_failed_and_says_why(accepted: Any, why: str) -> None:
    (submission,) = _submitted(_SavePageNow(accepted=accepted))
    assert submission.state is State.FAILED
    assert why in submission.why


def test_a_job_that_fails_says_why_and_one_that_is_not_answered_is_given_up_after_a_day() -> None:
    error = {"status": "error", "status_ext": "error:no-access", "message": "Blocked."}
    failed = _submitted(_SavePageNow(error), _SOON)[-1]
    assert (failed.state, failed.why) == (State.FAILED, "Blocked. (error:no-access)")
    states = _submitted(_SavePageNow(500, {"status": "pending"}, 500), _SOON, _SOON, timedelta(days=1))
    assert [submission.state for submission in states] == ["submitted", "submitted", "submitted", "failed"]
    assert "status 500" in states[1].why


def test_without_keys_nothing_is_sent() -> None:
    archive = _SavePageNow()
    (submission,) = _submitted(archive, keys="")
    assert (submission.state, submission.why) == (State.FAILED, "there are no keys for the web archive")
    assert archive.keys == []


def test_keys_do_not_follow_a_redirect_to_another_server() -> None:
    other = _SavePageNow()
    seen: list[str | None] = []

    async def run() -> None:
        async def away(request: web.Request) -> web.Response:
            seen.append(request.headers.get("Authorization"))
            return web.Response(status=307, headers={"Location": f"http://127.0.0.1:{port}/save"})

        async with serving(other.handle) as port, serving(away) as first, fetcher(policy(_HERE)) as fetching:
            await Wayback(fetching, internet_archive(f"http://127.0.0.1:{first}", "a:b")).submit(_PAGE)

    asyncio.run(run())
    assert seen == ["LOW a:b"]
    assert other.keys == [None]


@pytest.fixture
def pywb(tmp_path: Path) -> Iterator[WebArchive]:
    """A running pywb with a collection that holds one page of ours, out of a WARC file that we wrote."""
    command = os.environ.get("CONDUCTATLAS_TESTS_PYWB", "")
    warcs = WarcFolder(tmp_path / "warcs")
    warcs.append(page(final_address=_PAGE, fetched_at=datetime(2025, 3, 1, 12, tzinfo=UTC)))
    warcs.append(page(b"<p>Newer terms.</p>", final_address=_PAGE, fetched_at=NOON))
    manager = Path(command).with_name("wb-manager")
    subprocess.run([manager, "init", "atlas"], cwd=tmp_path, check=True, capture_output=True)
    for file in warcs.files():
        subprocess.run([manager, "add", "atlas", file], cwd=tmp_path, check=True, capture_output=True)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [command, "--bind", "127.0.0.1", "--port", str(port)], cwd=tmp_path, stdout=log, stderr=log
        )
    try:
        for _ in range(300):
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield WebArchive(f"http://127.0.0.1:{port}/atlas", f"http://127.0.0.1:{port}/atlas/cdx")
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.pywb
def test_a_real_pywb_finds_what_we_recorded(pywb: WebArchive) -> None:
    async def run() -> tuple[Any, ...]:
        async with fetcher(policy(_HERE)) as fetching:
            wayback = Wayback(fetching, pywb)
            return (
                await wayback.copies(_PAGE),
                await wayback.copies(_PAGE, until=datetime(2025, 12, 31, tzinfo=UTC)),
                await wayback.copies("https://hearthbook.example/none"),
            )

    copies, early, none = asyncio.run(run())
    assert not isinstance(copies, Failure), copies.line
    assert [copy.taken_at.year for copy in copies] == [2025, 2026]
    assert all(copy.status == 200 and copy.original == _PAGE for copy in copies)
    assert [copy.taken_at.year for copy in early] == [2025]
    assert none == ()
