"""Second copies in a public web archive: looked up by its index (CDX), submitted by Save Page Now.

The index: https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server (pywb answers the same queries, in
JSON of another form). Save Page Now 2: a capture is requested, gets a job, and the job is asked for
until it succeeded or failed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode

from conductatlas.capture.fetching.fetcher import Fetcher
from conductatlas.capture.fetching.outcomes import Failure, Fetched, Reason, shown

_STAMP = "%Y%m%d%H%M%S"
# A job of which nothing was heard for so long is given up.
_GIVEN_UP_AFTER = timedelta(days=1)
_NOT_THERE = 404
_LONGEST_JOB = 200
_UNREADABLE = "the web archive's answer can't be read"


@dataclass(frozen=True, slots=True)
class WebArchive:
    """Where a web archive answers: its copies, its index, and Save Page Now.

    `keys` are an account's, as `access:secret`; without them nothing can be submitted.
    """

    copies: str
    index: str
    save: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a page in a web archive. `digest` is the archive's own, empty where it does not tell one."""

    address: str
    original: str
    taken_at: datetime
    status: int = 0
    digest: str = ""


class State(StrEnum):
    """How far a submission has come."""

    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Submission:
    """A page submitted to a web archive. `copy` is the address of its copy once it is confirmed, `why` what failed.

    A submission that is merely not answered stays submitted, with a `why`; after a day it has failed.
    """

    original: str
    state: State
    job: str
    submitted_at: datetime
    checked_at: datetime
    copy: str = ""
    why: str = ""


def internet_archive(address: str = "https://web.archive.org", keys: str = "") -> WebArchive:
    """The Internet Archive's Wayback Machine, or one that is laid out as it is."""
    return WebArchive(f"{address}/web", f"{address}/cdx/search/cdx", f"{address}/save", keys)


class Wayback:
    """Asks a web archive, through a fetcher. What goes wrong there is a value and never stops a capture."""

    def __init__(self, fetcher: Fetcher, archive: WebArchive) -> None:
        self._fetcher = fetcher
        self._archive = archive

    async def copies(
        self, address: str, *, since: datetime | None = None, until: datetime | None = None, most: int = 100
    ) -> tuple[Copy, ...] | Failure:
        """The first `most` copies of an address in a stretch of time, the earliest first."""
        query = {"url": address, "output": "json", "limit": str(most)}
        query |= {"from": _stamp(since)} if since else {}
        query |= {"to": _stamp(until)} if until else {}
        # These are services for programs, which the archive's robots.txt, made for crawlers, does not speak of.
        answer = await self._fetcher.fetch(f"{self._archive.index}?{urlencode(query)}", robots=False)
        if isinstance(answer, Failure):
            return () if answer.status == _NOT_THERE else answer
        try:
            return tuple(self._copy(row) for row in _rows(answer.body))
        except (ValueError, KeyError, TypeError, AttributeError):
            return self._unreadable(answer)

    async def submit(self, address: str) -> Submission:
        """Ask the archive to save an address; what comes back is submitted or failed."""
        now = self._fetcher.now()
        failed = Submission(address, State.FAILED, "", now, now)
        if not self._archive.save or not self._archive.keys:
            return replace(failed, why="there are no keys for the web archive")
        said = await self._api(self._archive.save, {"url": address})
        if isinstance(said, Failure):
            return replace(failed, why=said.line)
        job = str(said.get("job_id") or "")
        if not job:
            return replace(failed, why=_why(said))
        if not (job.isascii() and job.isprintable() and len(job) <= _LONGEST_JOB):
            return replace(failed, why=_UNREADABLE)
        return replace(failed, state=State.SUBMITTED, job=job)

    async def check(self, submission: Submission) -> Submission:
        """Ask how far a submission has come; one that is confirmed or has failed stays as it is."""
        if submission.state is not State.SUBMITTED:
            return submission
        now = self._fetcher.now()
        said = await self._api(f"{self._archive.save}/status/{quote(submission.job, safe='')}")
        checked = replace(submission, checked_at=now, why="")
        if isinstance(said, Failure):
            return _given_up(replace(checked, why=said.line))
        if said.get("status") == "success" and str(said.get("timestamp")).isdigit():
            original = str(said.get("original_url") or submission.original)
            copy = f"{self._archive.copies}/{said['timestamp']}/{_in_path(original)}"
            return replace(checked, state=State.CONFIRMED, copy=copy)
        if said.get("status") == "pending":
            return _given_up(replace(checked, why="the web archive has not saved it yet"))
        return replace(checked, state=State.FAILED, why=_why(said))

    def _copy(self, row: Mapping[str, Any]) -> Copy:
        stamp, original = str(row["timestamp"]), str(row.get("original") or row["url"])
        status = str(row.get("statuscode") or row.get("status") or "")
        return Copy(
            address=f"{self._archive.copies}/{stamp}/{_in_path(original)}",
            original=original,
            taken_at=datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC),
            status=int(status) if status.isascii() and status.isdigit() else 0,
            digest=str(row.get("digest") or ""),
        )

    async def _api(self, address: str, form: Mapping[str, str] | None = None) -> dict[str, Any] | Failure:
        headers = {"Accept": "application/json", "Authorization": f"LOW {self._archive.keys}"}
        answer = await self._fetcher.fetch(address, headers=headers, form=form, robots=False)
        if isinstance(answer, Failure):
            return answer
        try:
            said = json.loads(answer.body)
        except ValueError:
            return self._unreadable(answer)
        return said if isinstance(said, dict) else self._unreadable(answer)

    def _unreadable(self, answer: Fetched) -> Failure:
        return Failure(
            Reason.PROTOCOL,
            answer.address,
            answer.address,
            _UNREADABLE,
            answer.fetched_at,
            status=answer.status,
            response=answer,
        )


def _rows(body: bytes) -> list[dict[str, Any]]:
    """The rows of an index: a JSON list of lists with their names first, or a JSON object a line."""
    text = body.decode("utf-8").strip()
    if not text:
        return []
    if text.startswith("["):
        names, *rows = json.loads(text) or [[]]
        return [dict(zip(names, row, strict=True)) for row in rows]
    return [json.loads(line) for line in text.splitlines()]


def _in_path(address: str) -> str:
    """An address as it stands at the end of a web archive's; only what would end the path is encoded."""
    return address.replace("#", "%23")


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


def _given_up(submission: Submission) -> Submission:
    late = submission.checked_at - submission.submitted_at > _GIVEN_UP_AFTER
    return replace(submission, state=State.FAILED) if late else submission


def _why(said: Mapping[str, Any]) -> str:
    code, message = said.get("status_ext") or said.get("exception") or "", said.get("message") or ""
    return shown(" ".join(str(part) for part in (message, code and f"({code})") if part)) or "it did not say why"
