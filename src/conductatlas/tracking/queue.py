"""Which documents are due, shared out among workers: each is leased to one of them for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from conductatlas.records.models import TrackedDocument

# A worker that was killed keeps what it leased from the others for no longer than this.
LEASE = timedelta(minutes=10)


def due(now: datetime, collection: str = "") -> QuerySet[TrackedDocument]:
    """The documents whose next look has come, those that wait longest first; of one collection, or of all."""
    waiting = TrackedDocument.objects.filter(active=True, next_look_at__lte=now)
    if collection:
        waiting = waiting.filter(collection__slug=collection)
    return waiting.select_related("collection", "document__platform").order_by("next_look_at", "id")


def claim(candidates: QuerySet[TrackedDocument], worker: str, now: datetime, most: int) -> list[TrackedDocument]:
    """Lease up to `most` of some documents to a worker, but none of a host that another worker is asking.

    Each is leased by one conditional update, so two workers never hold the same one.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    busy = TrackedDocument.objects.filter(leased_until__gt=now).exclude(leased_by=worker).values("host")
    claimed = []
    for tracked in candidates.filter(free).exclude(host__in=busy)[:most]:
        until = now + LEASE
        if TrackedDocument.objects.filter(free, pk=tracked.pk).update(leased_by=worker, leased_until=until):
            tracked.leased_by, tracked.leased_until = worker, until
            claimed.append(tracked)
    return claimed


def holds(tracked: TrackedDocument, worker: str) -> bool:
    """Whether a worker still has its lease; under a lock that keeps it so until the caller's transaction ends."""
    return TrackedDocument.objects.select_for_update().filter(pk=tracked.pk, leased_by=worker).exists()
