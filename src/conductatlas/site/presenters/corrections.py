"""The page of a correction request, and the errata log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from conductatlas.records.models import CorrectionRequest, Erratum
from conductatlas.site.presenters.named_records import RecordLink, bare_link, record_links
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.record_notes import correction_path

_PER_PAGE = 25
_IN_FEED = 50


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


def latest_errata() -> tuple[ErratumLine, ...]:
    """The latest entries, for the feed."""
    return _lines(list(Erratum.objects.order_by("-decided_at", "-id")[:_IN_FEED]))


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
