"""Which documents are due, shared out among workers: each is leased to one of them for a while."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from conductatlas.records.models import TrackedDocument
from conductatlas.tracking.hosts import hosts_of

# A worker that was killed keeps what it leased from the others for no longer than this.
LEASE = timedelta(minutes=10)
# By this number PostgreSQL knows the lock under which workers claim, one after the other.
_CLAIMING = 0x636C61696D


def due(now: datetime) -> QuerySet[TrackedDocument]:
    """The documents whose next look has come, those that wait longest first."""
    waiting = TrackedDocument.objects.filter(active=True, next_look_at__lte=now)
    return waiting.select_related("collection", "document__platform").order_by("next_look_at", "id")


def claim(
    candidates: QuerySet[TrackedDocument], worker: str, now: datetime, most: int, per_host: int
) -> list[TrackedDocument]:
    """Lease up to `most` of some documents to a worker: none of a host that another worker is asking.

    No more than `per_host` of one host are the worker's at any time: the rest of them would only stand in line there.
    Workers claim one after the other, so two never hold the same one, or the same host. All is one transaction: a claim
    that breaks off has leased nothing.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    if not candidates.filter(free).exists():
        return []
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CLAIMING])
        # What its holder is recording just now, though its lease has run out, is not waited for.
        waiting = candidates.filter(free).select_for_update(skip_locked=True, of=("self",))
        return _lease(waiting, worker, now, most, per_host)


def _lease(
    waiting: QuerySet[TrackedDocument], worker: str, now: datetime, most: int, per_host: int
) -> list[TrackedDocument]:
    own, busy = Counter[str](), set[str]()
    for leased in TrackedDocument.objects.filter(leased_until__gt=now):
        if leased.leased_by == worker:
            own.update(hosts_of(leased))
        else:
            busy |= hosts_of(leased)
    claimed: list[TrackedDocument] = []
    passed_over: set[int] = set()
    while len(claimed) < most:
        full = {host for host, count in own.items() if count >= per_host}
        found = list(waiting.exclude(host__in=busy | full).exclude(pk__in=passed_over)[:most])
        if not found:
            break
        for tracked in found:
            hosts = hosts_of(tracked)
            if hosts & busy or any(own[host] >= per_host for host in hosts):
                passed_over.add(tracked.pk)
            elif len(claimed) < most:
                tracked.leased_by, tracked.leased_until = worker, now + LEASE
                tracked.save(update_fields=["leased_by", "leased_until"])
                claimed.append(tracked)
                own.update(hosts)
    return claimed


def look_soon(number: int, now: datetime) -> bool:
    """Let a document be due at once; whether there is one with this number that is still declared."""
    waiting = TrackedDocument.objects.filter(pk=number, active=True)
    return waiting.update(next_look_at=now) > 0


def holds(tracked: TrackedDocument, worker: str) -> bool:
    """Whether a worker still has its lease; under a lock that keeps it so until the caller's transaction ends."""
    return TrackedDocument.objects.select_for_update().filter(pk=tracked.pk, leased_by=worker).exists()
