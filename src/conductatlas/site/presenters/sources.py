"""What is looked at on a schedule: how every look went, and when the next one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from conductatlas.capture.declarations import Source, terms_from_value
from conductatlas.records.models import Capture, TrackedDocument
from conductatlas.site.presenters.links import DocumentLink, VersionLink, document_link
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.second_copies import SecondCopyLine, second_copy_lines
from conductatlas.site.presenters.snapshot_checks import CheckLine, last_checks
from conductatlas.site.presenters.versions import version_link

_PER_PAGE = 50
_CAPTURES_PER_PAGE = 25


class State(StrEnum):
    """How a tracked document stands."""

    WELL = "well"
    FAILING = "failing"
    NEW = "not seen yet"
    HELD = "held"
    RESTING = "no longer declared"


# Which documents are in a state; a held one may also be failing.
_IN_STATE: Mapping[State, Q] = {
    State.WELL: Q(active=True, failures=0) & ~Q(succeeded_at=None),
    State.FAILING: Q(active=True, failures__gt=0),
    State.NEW: Q(active=True, failures=0, succeeded_at=None),
    State.HELD: Q(active=True, document__versions__held__gt=""),
    State.RESTING: Q(active=False),
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A tracked document, and how its last look went. `document` is absent until something was seen of it."""

    path: str
    service: str
    terms_type: str
    collection: str
    document: DocumentLink | None
    state: State
    looked_at: datetime | None
    succeeded_at: datetime | None
    changed_at: datetime | None
    next_look_at: datetime
    failures: int
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many documents are in a state."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Tracked documents, those that fail first; and the last runs of `fsck`."""

    counts: tuple[StateCount, ...]
    state: str
    paging: Paging
    sources: tuple[SourceLine, ...]
    stored_checks: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page that a look fetched, and the hash of its bytes in the store of snapshots."""

    address: str
    final_address: str
    status: int
    sha256: str
    size: int
    in_browser: bool


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """One look: how it ended, what it fetched, and the copies of that in a web archive."""

    at: datetime
    outcome: str
    reason: str
    message: str
    version: VersionLink | None
    pages: tuple[PageLine, ...]
    second_copies: tuple[SecondCopyLine, ...]


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """A page of a document as it is declared."""

    address: str
    select: tuple[str, ...]
    remove: tuple[str, ...]
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A tracked document, its declaration, and the looks at it, the latest first."""

    source: SourceLine
    declared: tuple[DeclaredSource, ...]
    declared_as: str
    held: VersionLink | None
    held_because: str
    paging: Paging
    captures: tuple[CaptureLine, ...]


def present_sources(state: str, page: int) -> SourcesPage:
    """Gather a page of the documents that are in a state, or of all."""
    chosen = TrackedDocument.objects.filter(_IN_STATE[State(state)] if state else Q()).distinct()
    places = paging(page, chosen.count(), _PER_PAGE)
    rows = chosen.select_related("collection", "document__platform").order_by("-active", "-failures", "path")
    counts = tuple(StateCount(one, _all_in(one).count()) for one in State)
    shown = rows[places.offset : places.offset + places.per_page]
    return SourcesPage(counts, state, places, tuple(source_line(one) for one in shown), last_checks())


def present_source(tracked: TrackedDocument, page: int) -> SourcePage:
    """Gather what is known of one tracked document; its collection, document and platform must be loaded."""
    looks = Capture.objects.filter(tracked=tracked).select_related("version").prefetch_related("second_copies")
    captures = looks.order_by("-at", "-id")
    places = paging(page, captures.count(), _CAPTURES_PER_PAGE)
    terms = terms_from_value(tracked.declaration)
    held = tracked.document.versions.exclude(held="").first() if tracked.document else None
    return SourcePage(
        source_line(tracked),
        tuple(_declared(one) for one in terms.sources),
        tracked.declared_as,
        version_link(held) if held else None,
        held.held if held else "",
        places,
        tuple(_capture(one) for one in captures[places.offset : places.offset + places.per_page]),
    )


def source_path(tracked: TrackedDocument) -> str:
    """The address of the page of a tracked document."""
    return f"/sources/{tracked.pk}"


def _all_in(state: State) -> QuerySet[TrackedDocument]:
    return TrackedDocument.objects.filter(_IN_STATE[state]).distinct()


def source_line(tracked: TrackedDocument) -> SourceLine:
    """A tracked document in a line; its collection, document and platform must be loaded."""
    return SourceLine(
        source_path(tracked),
        tracked.service,
        tracked.terms_type,
        tracked.collection.slug,
        document_link(tracked.document) if tracked.document else None,
        _state(tracked),
        tracked.looked_at,
        tracked.succeeded_at,
        tracked.changed_at,
        tracked.next_look_at,
        tracked.failures,
        tracked.reason,
        tracked.message,
    )


def _state(tracked: TrackedDocument) -> State:
    if not tracked.active:
        return State.RESTING
    if tracked.failures:
        return State.FAILING
    return State.WELL if tracked.succeeded_at else State.NEW


def _declared(source: Source) -> DeclaredSource:
    return DeclaredSource(
        source.address,
        tuple(map(str, source.select)),
        tuple(map(str, source.remove)),
        tuple(one.name for one in source.filters),
    )


def _capture(capture: Capture) -> CaptureLine:
    return CaptureLine(
        capture.at,
        capture.outcome,
        capture.reason,
        capture.message,
        version_link(capture.version) if capture.version else None,
        _pages(capture.pages),
        second_copy_lines(capture.second_copies.all()),
    )


def _pages(pages: Sequence[Mapping[str, Any]]) -> tuple[PageLine, ...]:
    return tuple(
        PageLine(page["address"], page["final_address"], page["status"], page["sha256"], page["size"], page["rendered"])
        for page in pages
    )
