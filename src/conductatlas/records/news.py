"""Writing the news: which changes are, and which are a document's past (decision 15)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from conductatlas.records.models import Change, Erratum, ErratumKind, News, parse_permanent_id

# What an import brings is told when the import has ended; where it was killed, after this time.
IMPORT_ENDS_WITHIN = timedelta(hours=1)
# The errata that those who were told of a change must hear of.
_TOLD_AGAIN = (ErratumKind.CORRECTED, ErratumKind.WITHDRAWN, ErratumKind.MERGED, ErratumKind.REINSTATED)


def news_of(change: Change, now: datetime, *, importing: bool) -> News:
    """The news of a change, still to be stored. What an import brings waits for the end of the import."""
    return News(change=change, at=now, ready_at=now + IMPORT_ENDS_WITHIN if importing else now)


def import_ended(collection: int, now: datetime) -> None:
    """Let the news be told that an import of a collection brought."""
    waiting = News.objects.filter(worked_at=None, ready_at__gt=now, change__document__collection_id=collection)
    waiting.update(ready_at=now)


def news_of_erratum(erratum: Erratum) -> None:
    """Note that an erratum on a document, provision or change has to be told."""
    if erratum.kind in _TOLD_AGAIN and parse_permanent_id(erratum.record) is not None:
        News.objects.create(erratum=erratum)


def news_again(changes: Iterable[Change]) -> None:
    """Note that changes that were taken back hold again; those that never were news are none now either."""
    known = News.objects.filter(change__in=list(changes)).values_list("change_id", flat=True).distinct()
    now = timezone.now()
    News.objects.bulk_create([News(change_id=one, at=now, ready_at=now) for one in sorted(known)])
