"""What operators decide about records: findings, versions that are held, reports of readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.english import shortened
from conductatlas.reading import visible_text
from conductatlas.records.models import CorrectionRequest, Decision, Provision, RequestState, Version
from conductatlas.site.presenters.corrections import CorrectionPage, present_correction
from conductatlas.site.presenters.links import DocumentLink, ProvisionLink, document_link, provision_link
from conductatlas.site.presenters.named_records import RecordLink, bare_link, record_links
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.review import DecisionLine, HeldLine, decision_line, held_line

_PER_PAGE = 50
_WORDS_SHOWN = 4_000
_EXCERPT = 200


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding to decide about, and what was decided about it before. `words` are those of its current wording."""

    provision: ProvisionLink
    document: DocumentLink
    confidence: float | None
    words: str
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True)
class HeldPage:
    """The versions that are held, the oldest first."""

    paging: Paging
    held: tuple[HeldLine, ...]


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A report that waits."""

    number: int
    path: str
    record: RecordLink
    problem: str
    received_at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class RequestsPage:
    """The reports that wait, the oldest first."""

    paging: Paging
    requests: tuple[RequestLine, ...]


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A report with all of its words, and where to answer to."""

    request: CorrectionPage
    words: str
    email: str
    waits: bool


def present_finding(provision: Provision) -> FindingPage:
    """A finding; its document and platform must be loaded."""
    wording = provision.wordings.filter(last_version=None).select_related("passage").first()
    decisions = Decision.objects.filter(provision=provision).select_related("provision__document__platform")
    return FindingPage(
        provision_link(provision),
        document_link(provision.document),
        wording.confidence if wording else None,
        shortened(visible_text(wording.passage.text), _WORDS_SHOWN) if wording else "",
        tuple(decision_line(one) for one in decisions.order_by("-decided_at", "-id")),
    )


def present_held(page: int) -> HeldPage:
    """A page of the versions that are held."""
    waiting = Version.waiting().select_related("document__platform").order_by("recorded_at", "id")
    places = paging(page, waiting.count(), _PER_PAGE)
    return HeldPage(places, tuple(map(held_line, waiting[places.offset : places.offset + places.per_page])))


def present_requests(page: int) -> RequestsPage:
    """A page of the reports that wait."""
    waiting = CorrectionRequest.objects.filter(state=RequestState.RECEIVED).order_by("id")
    places = paging(page, waiting.count(), _PER_PAGE)
    shown = list(waiting[places.offset : places.offset + places.per_page])
    links = record_links([one.record for one in shown])
    return RequestsPage(
        places,
        tuple(
            RequestLine(
                one.pk,
                f"/staff/corrections/{one.pk}",
                links.get(one.record) or bare_link(one.record),
                one.get_problem_display(),
                one.received_at,
                shortened(" ".join(one.text.split()), _EXCERPT),
            )
            for one in shown
        ),
    )


def present_request(request: CorrectionRequest) -> RequestPage:
    """A report, as operators see it."""
    return RequestPage(present_correction(request), request.text, request.email, request.state == RequestState.RECEIVED)
