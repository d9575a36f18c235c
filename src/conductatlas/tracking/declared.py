"""Taking declarations up: what is declared is looked at from now on, what no longer is rests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from conductatlas.capture.declarations import Service, Terms, terms_to_value
from conductatlas.records.models import Collection, Document, TrackedDocument

_OF_A_LEASE = ("leased_by", "leased_until")


class DeclarationRefusedError(Exception):
    """A declaration that is not taken up; the message is a sentence for a person."""


@dataclass
class TrackTally:
    """What became of the declarations."""

    added: int = 0
    changed: int = 0
    kept: int = 0
    resumed: int = 0
    stopped: int = 0


def track(services: Iterable[Service], collection: str, now: datetime) -> TrackTally:
    """Bring what is tracked under a collection into line with its declarations; a new document is due at once.

    A document is known by service and type of terms: one that an archive of the same collection has brought goes on.
    What is no longer declared is not looked at any more; nothing of it is lost, and declared again it goes on.
    """
    tally = TrackTally()
    with transaction.atomic():
        home, _ = Collection.objects.get_or_create(slug=collection, defaults={"name": collection})
        known = {one.path: one for one in TrackedDocument.objects.select_for_update().filter(collection=home)}
        for service in services:
            for terms in service.terms:
                _take(terms, home, known, now, tally)
        for left in known.values():
            if left.active:
                left.active = False
                _end_look(left)
                left.save(update_fields=["active", *_OF_A_LEASE])
                tally.stopped += 1
    return tally


def _take(terms: Terms, home: Collection, known: dict[str, TrackedDocument], now: datetime, tally: TrackTally) -> None:
    path = f"{terms.service_id}/{terms.type}.md"
    declaration, declared_as, host = _as_kept(terms)
    tracked = known.pop(path, None)
    if tracked is None:
        TrackedDocument.objects.create(
            collection=home,
            service=terms.service_id,
            terms_type=terms.type,
            path=path,
            host=host,
            declaration=declaration,
            declared_as=declared_as,
            document=Document.objects.filter(collection=home, path=path).first(),
            next_look_at=now,
        )
        tally.added += 1
        return
    if tracked.declared_as == declared_as and tracked.active:
        tally.kept += 1
        return
    if tracked.declared_as != declared_as:
        tally.changed += 1
    else:
        tally.resumed += 1
    _declare(tracked, terms, now)


def declare_anew(number: int, terms: Terms, seen: str, now: datetime) -> None:
    """Give a tracked document another declaration, as `track` does where that of a folder was changed.

    `seen` is the hash of the declaration that the new one is to replace. Raises DeclarationRefusedError where the
    document is no longer declared, its declaration is another one by now, or the new one is no other.
    """
    with transaction.atomic():
        tracked = TrackedDocument.objects.select_for_update().get(pk=number)
        if not tracked.active:
            raise DeclarationRefusedError("It is no longer declared, so it is not looked at.")
        if tracked.declared_as != seen:
            raise DeclarationRefusedError("The declaration was changed in the meantime. Compare it with yours again.")
        if _as_kept(terms)[1] == tracked.declared_as:
            raise DeclarationRefusedError("It says the same as the declaration that is kept.")
        _declare(tracked, terms, now)


def _as_kept(terms: Terms) -> tuple[dict[str, Any], str, str]:
    """A declaration as it is stored, its hash, and the host of its first source."""
    declaration = terms_to_value(terms)
    declared_as = hashlib.sha256(json.dumps(declaration, sort_keys=True).encode()).hexdigest()
    return declaration, declared_as, (urlsplit(terms.sources[0].address).hostname or "")[:255]


def _declare(tracked: TrackedDocument, terms: Terms, now: datetime) -> None:
    tracked.declaration, tracked.declared_as, tracked.host = _as_kept(terms)
    tracked.active, tracked.next_look_at = True, now
    _end_look(tracked)
    tracked.save(update_fields=["host", "declaration", "declared_as", "active", "next_look_at", *_OF_A_LEASE])


def _end_look(tracked: TrackedDocument) -> None:
    """Take the lease from a look that is under way: it is one by the former declaration, and is not to be recorded."""
    tracked.leased_by, tracked.leased_until = "", None
