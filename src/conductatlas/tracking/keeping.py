"""What a look brought is kept before anything is recorded of it: snapshots in the store, exchanges as WARC records."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from conductatlas.capture import READING_METHOD, Page
from conductatlas.capture.fetching import Fetched, plain
from conductatlas.capture.snapshots import SnapshotError, SnapshotStore, WarcFolder, WarcPlace
from conductatlas.records.models import TrackedDocument
from conductatlas.tracking.looking import LOST, Look
from conductatlas.tracking.trying import stored_page

# What of a page decides which text it is read as.
_TELLING = ("address", "final_address", "content_type", "sha256")
_SUCCESSES = (200, 304)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a look brought no text: the name of the reason, and one line."""

    reason: str
    line: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a look brought, kept: `pages` as they are put on record, and what is still to be read of them.

    `answers` are by the addresses of the sources; None where there is nothing to read, for the `problem` that there
    is, or as every page said that it is as before, or is by its bytes.
    """

    pages: list[dict[str, Any]]
    answers: Mapping[str, Page] | None = None
    problem: Problem | None = None


def keep(tracked: TrackedDocument, look: Look, snapshots: SnapshotStore, warcs: WarcFolder) -> Kept:
    """Keep what a look brought. No database is asked, so that any number of threads may do it."""
    pages = [_page(tracked, number, one, snapshots, warcs) for number, one in enumerate(look.fetched)]
    if look.failure is not None:
        if look.failure.response is not None:
            pages.append(_page(tracked, len(pages), look.failure.response, snapshots, warcs))
        return Kept(pages, problem=Problem(look.failure.reason, look.failure.line))
    if read_alike(tracked) and (all(one.unchanged for one in look.fetched) or _same_pages(tracked, pages)):
        return Kept(pages)
    try:
        answers = {
            fetched.address: stored_page(page, snapshots) if fetched.unchanged else _answer(fetched)
            for fetched, page in zip(look.fetched, pages, strict=True)
        }
    except SnapshotError as error:
        return Kept(pages, problem=Problem(LOST, str(error)))
    return Kept(pages, answers)


def read_alike(tracked: TrackedDocument) -> bool:
    """Whether the last text was read by the declaration and the method of now: the same pages say the same again."""
    return (tracked.read_as, tracked.read_by) == (tracked.declared_as, READING_METHOD)


def _page(
    tracked: TrackedDocument, number: int, fetched: Fetched, snapshots: SnapshotStore, warcs: WarcFolder
) -> dict[str, Any]:
    """What is kept of an answer: where it came from, under which hash its bytes are, and where its exchange is.

    Of a page that was not sent again, the bytes are those of the last success.
    """
    before = tracked.pages[number] if number < len(tracked.pages) else {}
    raw_sha256 = before.get("raw_sha256", "") if fetched.unchanged else hashlib.sha256(fetched.raw).hexdigest()
    final_address = plain(fetched.final_address)
    same = bool(before) and before["final_address"] == final_address and before["raw_sha256"] == raw_sha256
    place = warcs.append(fetched, WarcPlace(**before["warc"]) if same else None)
    etag, last_modified = plain(fetched.validators.etag), plain(fetched.validators.last_modified)
    page = {
        "address": plain(fetched.address),
        "final_address": final_address,
        "status": fetched.status,
        "fetched_at": fetched.fetched_at.isoformat(),
        "rendered": fetched.rendered,
        "raw_sha256": raw_sha256,
        "etag": etag,
        "last_modified": last_modified,
        # A later revisit refers to the record that holds the bytes.
        "warc": before["warc"] if same else asdict(place),
    }
    if fetched.unchanged:
        return {
            **page,
            "content_type": before["content_type"],
            "sha256": before["sha256"],
            "size": before["size"],
            "etag": etag or before["etag"],
            "last_modified": last_modified or before["last_modified"],
        }
    stored = snapshots.put(fetched.body)
    return {**page, "content_type": plain(fetched.content_type), "sha256": stored.sha256, "size": stored.size}


def _answer(fetched: Fetched) -> Page:
    """What reading needs of an answer."""
    return Page(fetched.address, fetched.body, fetched.content_type, fetched.status, fetched.final_address)


def _same_pages(tracked: TrackedDocument, pages: Sequence[Mapping[str, Any]]) -> bool:
    """Whether pages are those of the last success."""
    return len(pages) == len(tracked.pages) and all(
        page["status"] in _SUCCESSES and all(before[name] == page[name] for name in _TELLING)
        for before, page in zip(tracked.pages, pages, strict=True)
    )
