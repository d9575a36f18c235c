"""What people did to a record, and what others say of it: retractions, statements of platforms, corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote

from django.db.models import CharField, Model, Q, QuerySet, Value

from conductatlas.records.models import CorrectionRequest, DisputeNote, Document, Platform, RequestState, Retraction
from conductatlas.site.presenters.disclaimer import Disclaimer, disclaimer
from conductatlas.site.presenters.kinship import parties_of
from conductatlas.site.presenters.named_records import RecordLink, bare_link, platform_record

_Row = TypeVar("_Row", bound=Model)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class RetractionNote:
    """That the record, or with it the whole document, was taken back. `target` is what it was merged into."""

    record: RecordLink
    target: RecordLink | None
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Statement:
    """What a platform says of the record, in its own words."""

    number: int
    party: str
    text: str
    verified: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class AcceptedCorrection:
    """A problem that a reader reported and that was found to be one."""

    number: int
    path: str
    problem: str
    resolution: str
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class RecordNotes:
    """What stands on the page of every record. `referents` are the records that were merged into it."""

    report_path: str
    retraction: RetractionNote | None
    referents: tuple[RetractionNote, ...]
    statements: tuple[Statement, ...]
    corrections: tuple[AcceptedCorrection, ...]
    disclaimer: Disclaimer


def correction_path(number: int) -> str:
    """The address of a correction request."""
    return f"/corrections/{number}"


def notes_on_platform(platform: Platform) -> RecordNotes:
    """The notes on a platform."""
    return _notes(platform_record(platform), disclaimer(platform.name), ())


def notes_on(record: str, document: Document, company: str = "") -> RecordNotes:
    """The notes on a document, or on a provision or change of it; `record` is its id. Its platform must be loaded.

    `company` is the one that acts in the document, where its text was read for that: else it is read here.
    """
    acting = company or parties_of([document])[document.pk]
    return _notes(record, disclaimer(document.platform.name, acting), (record, document.permanent_id))


def _notes(record: str, general: Disclaimer, retractable: tuple[str, ...]) -> RecordNotes:
    """Gather the notes on a record; `retractable` are itself and what it would be taken back with."""
    touching = _touching(record, retractable)
    retractions = [_retraction(one) for one in _rows(Retraction, touching)]
    own = [one for name in retractable for one in retractions if one.record.id == name]
    statements = _rows(DisputeNote, touching)
    accepted = _rows(CorrectionRequest, touching)[::-1]
    return RecordNotes(
        report_path=f"/{quote(record)}/problem",
        retraction=own[0] if own else None,
        referents=tuple(one for one in retractions if one.target is not None and one.target.id == record),
        statements=tuple(Statement(one.pk, one.party, one.text, one.verified, one.added_at) for one in statements),
        corrections=tuple(
            AcceptedCorrection(
                one.pk, correction_path(one.pk), one.get_problem_display(), one.resolution, one.settled_at
            )
            for one in accepted[:_SHOWN]
        ),
        disclaimer=general,
    )


def _touching(record: str, retractable: tuple[str, ...]) -> Mapping[str, list[int]]:
    """The rows that concern a record, by their model: one query, as hardly any record has any."""
    found: QuerySet[Any, tuple[str, int]] = _named(
        Retraction.objects.filter(Q(record__in=retractable) | Q(target=record)), Retraction
    ).union(
        _named(DisputeNote.objects.filter(record=record, removed_at=None), DisputeNote),
        _named(CorrectionRequest.objects.filter(record=record, state=RequestState.ACCEPTED), CorrectionRequest),
    )
    ids: dict[str, list[int]] = defaultdict(list)
    for model, number in found:
        ids[model].append(number)
    return ids


def _named(rows: QuerySet[Any], model: type[Model]) -> QuerySet[Any, tuple[str, int]]:
    name = Value(model.__name__, output_field=CharField())
    named: QuerySet[Any, tuple[str, int]] = rows.annotate(model=name).values_list("model", "pk")
    return named


def _rows(model: type[_Row], touching: Mapping[str, list[int]]) -> list[_Row]:
    """The rows of a model among those that concern a record, in the order in which they were made."""
    ids = touching.get(model.__name__)
    return list(model._default_manager.filter(pk__in=ids).order_by("pk")) if ids else []


def _retraction(one: Retraction) -> RetractionNote:
    target = bare_link(one.target) if one.target else None
    return RetractionNote(bare_link(one.record), target, one.reason, one.decided_by, one.decided_at)
