"""The first page: the latest changes, and what is covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import Change, Platform, Verdict, Version
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.counted_once import second_recordings
from conductatlas.site.presenters.kinship import listed_documents
from conductatlas.site.presenters.prevalence import counted
from conductatlas.site.presenters.records_until import RecordsUntil, records_until

_CHANGES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much is recorded: each change once, and without findings that are likelier of another type.

    A document that several collections record counts once; `recorded_twice` are such.
    """

    platforms: int
    documents: int
    recorded_twice: int
    versions: int
    provisions_standing: int
    substantive_changes: int
    clause_types: int


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows."""

    coverage: Coverage
    records_until: RecordsUntil
    latest_changes: tuple[ChangeLine, ...]


def coverage() -> Coverage:
    """Count what is recorded."""
    documents = listed_documents()
    twice = second_recordings(documents)
    return Coverage(
        platforms=Platform.objects.count(),
        documents=len(documents) - len(twice),
        recorded_twice=len(twice),
        versions=Version.objects.count(),
        provisions_standing=counted().exclude(document__in=twice).count(),
        substantive_changes=Change.listed_once().filter(verdict=Verdict.SUBSTANTIVE).count(),
        clause_types=len(load_catalogue()),
    )


def present_home(now: datetime) -> Home:
    """The latest substantive changes, and what is covered."""
    latest = (
        Change.listed_once()
        .filter(verdict=Verdict.SUBSTANTIVE)
        .select_related("document__platform", "version")
        .order_by("-recorded_at", "-id")[:_CHANGES_SHOWN]
    )
    return Home(coverage(), records_until(now), change_lines(list(latest)))
