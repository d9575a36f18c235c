"""Up to when there are records at all: after that nobody looked, and nothing is known of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Max, OuterRef, Subquery

from conductatlas.records.models import Document, Version
from conductatlas.site.presenters.json import PAGE_ONLY

# Collections bring what they recorded within days.
_SOME_DAYS = timedelta(days=7)
_LATEST = Version.objects.filter(document=OuterRef("pk")).order_by("-recorded_at").values("recorded_at")


@dataclass(frozen=True, slots=True)
class RecordsUntil:
    """When anything was recorded, or looked at, last; None where nothing is. `late`: that is some days ago."""

    at: datetime | None
    late: bool = field(metadata=PAGE_ONLY)

    def is_before(self, moment: datetime) -> bool:
        """Whether nobody looked from a moment on, which is some days ago."""
        return self.late and self.at is not None and self.at < moment


def records_until(now: datetime, collections: Collection[int] | None = None) -> RecordsUntil:
    """Up to when there are records in all collections, or in some of them. One query."""
    latest = latest_of_collections()
    return until(now, latest if collections is None else collections, latest)


def until(now: datetime, collections: Collection[int], latest: dict[int, datetime]) -> RecordsUntil:
    """The same of some collections of which the latest records are known."""
    at = max((latest[one] for one in collections if one in latest), default=None)
    return RecordsUntil(at, at is not None and now - at > _SOME_DAYS)


def latest_of_collections() -> dict[int, datetime]:
    """When each collection recorded anything last, or a page of it was looked at by ourselves. One query."""
    of_documents = Document.objects.order_by().annotate(latest=Subquery(_LATEST[:1])).values_list("collection")
    found = of_documents.annotate(recorded=Max("latest"), seen=Max("tracked__succeeded_at"))
    return {collection: max(filter(None, (recorded, seen))) for collection, recorded, seen in found if recorded or seen}
