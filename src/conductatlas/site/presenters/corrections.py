"""The page of a correction request, and the errata log with its feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from conductatlas.records.models import CorrectionRequest, Erratum
from conductatlas.site.feeds import Entry, Feed
from conductatlas.site.presenters.following import Follow, follow
from conductatlas.site.presenters.named_records import RecordLink, bare_link, record_links
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.record_notes import correction_path
from conductatlas.site.rendering.inline import plain

_PER_PAGE = 25
_IN_FEED = 50
_PATH = "/errata"


@dataclass(frozen=True, slots=True)
class ErratumLine:
    """One entry of the errata log."""

    number: int
    record: RecordLink
    kind: str
    done: str
    before: str
    after: str
    target: RecordLink | None
    reason: str
    decided_by: str
    decided_at: datetime
    correction: int | None
    correction_path: str | None


@dataclass(frozen=True, slots=True)
class Errata:
    """A page of the errata log, the latest first."""

    paging: Paging
    errata: tuple[ErratumLine, ...]


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A correction request. `text` is empty until an operator published it; who sent it is never shown."""

    number: int
    record: RecordLink
    problem: str
    state: str
    stands: str
    received_at: datetime
    settled_at: datetime | None
    settled_by: str
    resolution: str
    text: str
    errata: tuple[ErratumLine, ...]


def present_errata(page: int) -> Errata:
    """A page of the errata log."""
    places = paging(page, Erratum.objects.count(), _PER_PAGE)
    shown = Erratum.objects.order_by("-decided_at", "-id")[places.offset : places.offset + places.per_page]
    return Errata(places, _lines(list(shown)))


def errata_between(since: datetime, until: datetime, most: int) -> tuple[ErratumLine, ...]:
    """The entries of a time, the latest first, as many as given at most."""
    entries = Erratum.objects.filter(decided_at__gte=since, decided_at__lt=until)
    return _lines(list(entries.order_by("-decided_at", "-id")[:most]))


def follow_errata() -> Follow:
    """Where the errata log can be followed."""
    return follow("Errata", _PATH)


def errata_feed(page: int) -> Feed:
    """A page of the errata log's feed."""
    start = (page - 1) * _IN_FEED
    shown = list(Erratum.objects.order_by("-decided_at", "-id")[start : start + _IN_FEED + 1])
    address = f"{settings.PUBLIC_ADDRESS}{_PATH}"
    return Feed(
        title="ConductAtlas errata",
        description="Records that were corrected, withdrawn or merged, and why.",
        home=address,
        path=address,
        query="",
        entries=tuple(_entry(line) for line in _lines(shown[:_IN_FEED])),
        page=page,
        has_more=len(shown) > _IN_FEED,
    )


def _entry(line: ErratumLine) -> Entry:
    said = f"It said: {line.before} " if line.before else ""
    says = f"It says: {line.after} " if line.after else ""
    told = f"{line.record.title}. {said}{says}Why: {line.reason} ({line.decided_by})"
    return Entry(
        id=f"{settings.PUBLIC_ADDRESS}{_PATH}#erratum-{line.number}",
        address=f"{settings.PUBLIC_ADDRESS}{line.record.path}",
        title=f"{line.record.id}: {line.done}",
        summary=told,
        content=f"<p>{plain(told)}</p>",
        published=line.decided_at,
        updated=line.decided_at,
        tags=(line.done,),
        author=line.decided_by,
    )


def present_correction(request: CorrectionRequest) -> CorrectionPage:
    """A correction request, as all may see it."""
    links = record_links([request.record])
    return CorrectionPage(
        number=request.pk,
        record=links.get(request.record) or bare_link(request.record),
        problem=request.get_problem_display(),
        state=request.state,
        stands=request.get_state_display(),
        received_at=request.received_at,
        settled_at=request.settled_at,
        settled_by=request.settled_by,
        resolution=request.resolution,
        text=request.text if request.published else "",
        errata=_lines(list(request.errata.order_by("id"))),
    )


def _lines(errata: Sequence[Erratum]) -> tuple[ErratumLine, ...]:
    links = record_links([one.record for one in errata])
    return tuple(_line(one, links) for one in errata)


def _line(one: Erratum, links: Mapping[str, RecordLink]) -> ErratumLine:
    return ErratumLine(
        one.pk,
        links.get(one.record) or bare_link(one.record),
        one.kind,
        one.get_kind_display(),
        one.before,
        one.after,
        bare_link(one.target) if one.target else None,
        one.reason,
        one.decided_by,
        one.decided_at,
        one.correction_id,
        None if one.correction_id is None else correction_path(one.correction_id),
    )
