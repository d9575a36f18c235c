"""Which documents are due, shared out among workers: each is leased to one of them for a while."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from conductatlas.records.models import TrackedDocument

# A worker that was killed keeps what it leased from the others for no longer than this.
LEASE = timedelta(minutes=10)


def due(now: datetime) -> QuerySet[TrackedDocument]:
    """The documents whose next look has come, those that wait longest first."""
    waiting = TrackedDocument.objects.filter(active=True, next_look_at__lte=now)
    return waiting.select_related("collection", "document__platform").order_by("next_look_at", "id")


def claim(
    candidates: QuerySet[TrackedDocument], worker: str, now: datetime, most: int, per_host: int
) -> list[TrackedDocument]:
    """Lease up to `most` of some documents to a worker: none of a host that another worker is asking.

    No more than `per_host` of one host are the worker's at any time: the rest of them would only stand in line there.
    Each is leased by one conditional update, so two workers never hold the same one.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    leased = TrackedDocument.objects.filter(leased_until__gt=now)
    own = Counter(leased.filter(leased_by=worker).values_list("host", flat=True))
    full = {host for host, count in own.items() if count >= per_host}
    busy = full | set(leased.exclude(leased_by=worker).values_list("host", flat=True))
    claimed: list[TrackedDocument] = []
    while len(claimed) < most:
        before = len(claimed)
        for tracked in candidates.filter(free).exclude(host__in=busy)[:most]:
            if own[tracked.host] >= per_host or len(claimed) == most:
                continue
            until = now + LEASE
            if TrackedDocument.objects.filter(free, pk=tracked.pk).update(leased_by=worker, leased_until=until):
                tracked.leased_by, tracked.leased_until = worker, until
                claimed.append(tracked)
                own[tracked.host] += 1
                if own[tracked.host] >= per_host:
                    busy.add(tracked.host)
        if len(claimed) == before:
            break
    return claimed


def look_soon(number: int, now: datetime) -> bool:
    """Let a document be due at once; whether there is one with this number that is still declared."""
    waiting = TrackedDocument.objects.filter(pk=number, active=True)
    return waiting.update(next_look_at=now) > 0


def holds(tracked: TrackedDocument, worker: str) -> bool:
    """Whether a worker still has its lease; under a lock that keeps it so until the caller's transaction ends."""
    return TrackedDocument.objects.select_for_update().filter(pk=tracked.pk, leased_by=worker).exists()
