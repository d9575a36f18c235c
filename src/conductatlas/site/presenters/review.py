"""The review queue and the latest decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.records.models import Decision, Version, Wording
from conductatlas.records.review import SURE, queue
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    ProvisionLink,
    VersionLink,
    clause_type_link,
    document_link,
    provision_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.stating_words import stating_words
from conductatlas.site.presenters.versions import version_link

_PER_PAGE = 25
_DECISIONS_SHOWN = 25
_HELD_SHOWN = 50
_WORDS_SHOWN = 280


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding that nobody has decided about."""

    provision: ProvisionLink
    document: DocumentLink
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A version of which nothing is said until it is confirmed."""

    version: VersionLink
    document: DocumentLink
    because: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a reviewer decided about a provision, and why."""

    provision: ProvisionLink
    document: DocumentLink
    kind: str
    taken_for: ClauseTypeLink
    reviewer: str
    reason: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The queue, the least sure first, the latest versions that are held, and the latest decisions."""

    sure: float
    paging: Paging
    waiting: tuple[Waiting, ...]
    held: tuple[HeldLine, ...]
    decisions: tuple[DecisionLine, ...]


def present_review(page: int) -> ReviewPage:
    """Gather a page of the queue."""
    waiting = queue()
    places = paging(page, waiting.count(), _PER_PAGE)
    decisions = Decision.objects.filter(superseded=False).select_related("provision__document__platform")
    held = Version.waiting().select_related("document__platform")
    return ReviewPage(
        SURE,
        places,
        tuple(_waiting(one) for one in waiting[places.offset : places.offset + places.per_page]),
        tuple(held_line(one) for one in held.order_by("-recorded_at", "-id")[:_HELD_SHOWN]),
        tuple(decision_line(one) for one in decisions.order_by("-decided_at", "-id")[:_DECISIONS_SHOWN]),
    )


def _waiting(wording: Wording) -> Waiting:
    provision = wording.provision
    return Waiting(
        provision_link(provision),
        document_link(provision.document),
        wording.confidence,
        stating_words(wording, _WORDS_SHOWN),
    )


def held_line(version: Version) -> HeldLine:
    """A version that is held, as pages show it; its document and platform must be loaded."""
    return HeldLine(version_link(version), document_link(version.document), version.held, version.held_until)


def decision_line(decision: Decision) -> DecisionLine:
    """A decision, as pages show it; its provision, document and platform must be loaded."""
    return DecisionLine(
        provision_link(decision.provision),
        document_link(decision.provision.document),
        decision.get_kind_display(),
        clause_type_link(decision.clause_type),
        decision.reviewer,
        decision.reason,
        decision.decided_at,
    )
