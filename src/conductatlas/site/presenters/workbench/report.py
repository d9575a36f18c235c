"""The audit report of a period: every change that a workspace answers for, what was done about it, and its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet

from conductatlas.accounts.models import Membership
from conductatlas.assessment import ClauseAtLaw
from conductatlas.records.models import ChangeItem, Direction, Kind
from conductatlas.site.presenters.links import (
    GradeCount,
    clause_type_link,
    comparison_path,
    grade_counts,
    record_path,
)
from conductatlas.site.presenters.provenance import addresses_stated
from conductatlas.site.presenters.workbench.frame import Frame, Period, frame
from conductatlas.site.presenters.workbench.inbox import Step, TriagedChange, step_of, with_triage
from conductatlas.workbench.models import TriageNote, TriageState
from conductatlas.workbench.scope import clauses_changed, inbox_changes, laws_touched, meant, vendor_platforms

# Rows that are gathered at once: the report of a long period is written in such pieces.
_PIECE = 200


@dataclass(frozen=True, slots=True)
class ReportItem:
    """What a change did to one provision."""

    kind: str
    clause_type: str
    provision: str
    severity_before: str | None
    severity_after: str | None
    summary: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A change with its evidence: the hashes are SHA-256 of the recorded texts."""

    change: str
    address: str
    comparison: str
    recorded_at: datetime
    vendor: str
    document: str
    document_id: str
    verdict: str
    severity: str
    touches: str
    direction: str
    effective: date | None
    summary: str
    items: tuple[ReportItem, ...]
    laws: tuple[str, ...]
    state: str
    assignee: str
    notes: tuple[Step, ...]
    sources: tuple[str, ...]
    sha256_before: str
    sha256_after: str


@dataclass(frozen=True, slots=True)
class Report:
    """The head of a report: its counts are of the changes in its period."""

    frame: Frame
    period: Period
    made_at: datetime
    vendors: int
    total: int
    severities: tuple[GradeCount, ...]
    states: tuple[tuple[str, int], ...]


def present_report(membership: Membership, over: Period, now: datetime) -> Report:
    """The head of the report of a period."""
    rows = list(_changes(membership, over).order_by().values_list("severity", "triage_state"))
    severities: dict[str, int] = defaultdict(int)
    states: dict[str, int] = defaultdict(int)
    for severity, state in rows:
        severities[severity] += 1
        states[state] += 1
    return Report(
        frame=frame(membership),
        period=over,
        made_at=now,
        vendors=vendor_platforms(membership.workspace).count(),
        total=len(rows),
        severities=grade_counts(severities.items()),
        states=tuple((str(one.label), states.get(one.value, 0)) for one in TriageState),
    )


def report_rows(membership: Membership, over: Period) -> Iterator[ReportRow]:
    """All changes of a period, the oldest first, gathered in pieces: the memory it takes does not grow with them."""
    changes = _changes(membership, over).order_by("recorded_at", "id")
    loaded = changes.select_related("document__platform", "version__text", "previous__text").defer(
        "version__text__compressed", "previous__text__compressed", "explanation", "reasons"
    )
    numbers = list(changes.values_list("id", flat=True))
    for start in range(0, len(numbers), _PIECE):
        piece = {one.id: one for one in loaded.filter(id__in=numbers[start : start + _PIECE])}
        yield from _rows(membership, [piece[id] for id in numbers[start : start + _PIECE] if id in piece])


def _changes(membership: Membership, over: Period) -> QuerySet[TriagedChange]:
    chosen = inbox_changes(membership.workspace).filter(recorded_at__gte=over.start, recorded_at__lt=over.end)
    return with_triage(chosen, membership.workspace)


def _rows(membership: Membership, changes: list[TriagedChange]) -> Iterator[ReportRow]:
    numbers = [one.id for one in changes]
    items, clauses = _items(numbers)
    notes: dict[int, list[Step]] = defaultdict(list)
    for note in TriageNote.objects.filter(
        triage__workspace=membership.workspace, triage__change__in=numbers
    ).select_related("triage"):
        notes[note.triage.change_id].append(step_of(note))
    for change in changes:
        yield ReportRow(
            change=change.permanent_id,
            address=f"{settings.PUBLIC_ADDRESS}{record_path(Kind.CHANGE, change.id)}",
            comparison=settings.PUBLIC_ADDRESS
            + comparison_path(change.document_id, change.previous.ordinal, change.version.ordinal),
            recorded_at=change.recorded_at,
            vendor=change.document.platform.name,
            document=change.document.terms_type,
            document_id=change.document.permanent_id,
            verdict=change.verdict,
            severity=change.severity,
            touches=change.touches,
            direction=str(Direction(change.direction).label),
            effective=change.effective_date,
            summary=change.summary,
            items=tuple(items[change.id]),
            laws=tuple(law.title for law in laws_touched(clauses[change.id])),
            state=change.triage_state,
            assignee=change.assignee_email or "",
            notes=tuple(notes[change.id]),
            sources=addresses_stated(change.version),
            sha256_before=change.previous.text.sha256,
            sha256_after=change.version.text.sha256,
        )


def _items(changes: list[int]) -> tuple[dict[int, list[ReportItem]], dict[int, list[ClauseAtLaw]]]:
    """What each change did to provisions, and the clauses whose sense it changed."""
    items: dict[int, list[ReportItem]] = defaultdict(list)
    clauses: dict[int, list[ClauseAtLaw]] = defaultdict(list)
    touched = ChangeItem.objects.filter(change__in=changes).order_by("change", "position")
    rows = touched.values_list(
        "change", "kind", "provision", "provision__clause_type", "before__severity", "after__severity", "summary"
    )
    for change, kind, provision, clause_type, before, after, summary in rows:
        record = record_path(Kind.PROVISION, provision)[1:]
        items[change].append(ReportItem(kind, clause_type_link(clause_type).title, record, before, after, summary))
    for item, clause in clauses_changed(meant(touched)):
        clauses[item.change_id].append(clause)
    return items, clauses
