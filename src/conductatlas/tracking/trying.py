"""Trying a declaration on what earlier looks brought: nothing is fetched, nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from conductatlas.capture import Matched, Page, Terms, Text, is_pdf, matched, read_terms
from conductatlas.capture.declarations import Source, Watch
from conductatlas.capture.snapshots import SnapshotError, SnapshotStore
from conductatlas.records.models import Capture, Outcome, TrackedDocument
from conductatlas.tracking.looking import LOST

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class PastLook:
    """The pages that a look brought, and whether it brought a text."""

    at: datetime
    succeeded: bool
    pages: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TriedSource:
    """What the selectors of a source match in its page; None where that is no HTML, or the look did not bring it."""

    source: Source
    brought: bool
    is_pdf: bool
    matched: tuple[Matched, ...] | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What a declaration gives on the pages of a look.

    `text` is there where one can be taken at all, also where it is not what is expected of the document. `obstacle` is
    the name of what stands in the way of recording it, and `line` tells it.
    """

    look: PastLook
    sources: tuple[TriedSource, ...]
    text: Text | None
    obstacle: str
    line: str


def stored_page(page: Mapping[str, Any], snapshots: SnapshotStore, status: int = 200) -> Page:
    """An answer of an earlier look, out of the store; raises SnapshotError."""
    body = snapshots.get(page["sha256"])
    return Page(page["address"], body, page["content_type"], status, page["final_address"])


def latest_looks(tracked: TrackedDocument) -> tuple[PastLook, ...]:
    """The latest look that brought a text, and the latest of all where it failed with pages to see."""
    looks = []
    if tracked.pages and tracked.succeeded_at:
        looks.append(PastLook(tracked.succeeded_at, True, tracked.pages))
    last = Capture.objects.filter(tracked=tracked).order_by("-at", "-id").first()
    if last is not None and last.outcome == Outcome.FAILED and last.pages:
        looks.append(PastLook(last.at, False, last.pages))
    return tuple(looks)


def try_declaration(terms: Terms, look: PastLook, snapshots: SnapshotStore) -> Tried:
    """Read the pages of a look by a declaration. A snapshot that is missing or damaged is told as what it is."""
    addresses = {source.address for source in terms.sources}
    try:
        pages = {
            page["address"]: stored_page(page, snapshots, 200 if page["status"] == _NOT_MODIFIED else page["status"])
            for page in look.pages
            if page["address"] in addresses
        }
    except SnapshotError as error:
        return Tried(look, (), None, LOST, str(error))
    sources = tuple(_tried(source, pages.get(source.address)) for source in terms.sources)
    read = read_terms(terms, pages)
    if isinstance(read, Text):
        return Tried(look, sources, read, "", "")
    # What is wrong with the text as a whole is what was expected of it.
    text = None if read.address else read_terms(replace(terms, watch=Watch()), pages)
    return Tried(look, sources, text if isinstance(text, Text) else None, read.obstacle, read.line)


def _tried(source: Source, page: Page | None) -> TriedSource:
    if page is None:
        return TriedSource(source, False, False, None)
    return TriedSource(source, True, is_pdf(page), matched(source, page))
