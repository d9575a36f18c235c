"""A version: one recorded state of a document, and how to check it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q

from conductatlas.records.models import TAKEN_BACK, Document, Kind, Version, Wording
from conductatlas.site.presenters.documents import NO_LONGER, WITHDRAWN, verdict_of_version
from conductatlas.site.presenters.links import (
    DocumentLink,
    GradeCount,
    VersionLink,
    comparison_path,
    document_link,
    grade_counts,
    record_path,
    version_path,
)
from conductatlas.site.presenters.prevalence import counts_as_stated
from conductatlas.site.presenters.provenance import Provenance, provenance


@dataclass(frozen=True, slots=True)
class VersionPage:
    """What the page of a version shows. `change` is what it did, where it did something.

    The paths of comparisons are with the good version before it and with the latest, where these are others.
    """

    document: DocumentLink
    version: VersionLink
    text_path: str
    failed: bool
    verdict: str
    held: str
    held_until: datetime | None
    summary: str
    reasons: tuple[str, ...]
    change: str | None
    change_path: str | None
    previous: VersionLink | None
    next: VersionLink | None
    compare_before_path: str | None
    compare_latest_path: str | None
    grades: tuple[GradeCount, ...]
    provenance: Provenance


def version_link(version: Version) -> VersionLink:
    """Refer to a version."""
    return VersionLink(version.ordinal, version_path(version.document_id, version.ordinal), version.recorded_at)


def last_version_of(wording: Wording, document: Document) -> Version:
    """The latest good version of a document that states a wording of one of its provisions, with its text."""
    versions = document.good_versions().select_related("text")
    if wording.last_version_id is not None:
        return versions.get(id=wording.last_version_id)
    return versions.first() or wording.first_version


def stated_in(document: Document, ordinal: int) -> Q:
    """The condition under which a wording stands in a version of its document, and nobody took its record back."""
    within = Q(last_version=None) | Q(last_version__ordinal__gte=ordinal)
    stated = Q(provision__document=document, first_version__ordinal__lte=ordinal) & within
    return stated & ~Q(provision__state__in=TAKEN_BACK)


def present_version(document: Document, version: Version) -> VersionPage:
    """A version, what it did, and what it states; its change and text must be loaded."""
    change, verdict = getattr(version, "change", None), verdict_of_version(version)
    siblings = {
        one.ordinal: version_link(one)
        for one in Version.objects.filter(
            document=document, ordinal__in=(version.ordinal - 1, version.ordinal + 1)
        ).defer("sources")
    }
    grades = (
        []
        if version.failed or version.held
        else Wording.objects.filter(stated_in(document, version.ordinal), counts_as_stated())
        .order_by()
        .values_list(F("severity"))
        .annotate(Count("provision_id", distinct=True))
    )
    before, latest = _to_compare_with(document, version)
    return VersionPage(
        document=document_link(document),
        version=version_link(version),
        text_path=f"{record_path(Kind.DOCUMENT, document.id)}/text?version={version.ordinal}",
        failed=version.failed,
        verdict=verdict,
        held=version.held,
        held_until=version.held_until,
        summary=NO_LONGER if verdict == WITHDRAWN else change.summary if change else "",
        reasons=tuple(change.reasons) if change and verdict != WITHDRAWN else (),
        change=change.permanent_id if change else None,
        change_path=record_path(Kind.CHANGE, change.id) if change else None,
        previous=siblings.get(version.ordinal - 1),
        next=siblings.get(version.ordinal + 1),
        compare_before_path=comparison_path(document.id, before, version.ordinal) if before else None,
        compare_latest_path=comparison_path(document.id, version.ordinal, latest) if latest else None,
        grades=grade_counts(grades),
        provenance=provenance(document, version),
    )


def _to_compare_with(document: Document, version: Version) -> tuple[int | None, int | None]:
    """The good version before one, and the latest where that is a later one; none for a failed capture."""
    if version.failed:
        return None, None
    good = document.good_versions().values_list("ordinal", flat=True)
    return good.filter(ordinal__lt=version.ordinal).first(), good.filter(ordinal__gt=version.ordinal).first()
