"""What a look becomes: snapshots in the store, a capture on record, and a version where the text is another one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from conductatlas.capture.declarations import Terms
from conductatlas.capture.fetching import Fetched
from conductatlas.capture.page import Answer, Page
from conductatlas.capture.recognition import Unusable, read_answers
from conductatlas.capture.schedule import Cadence, cadence, next_look
from conductatlas.capture.snapshots import SnapshotStore
from conductatlas.provisions import Finder
from conductatlas.records.models import Capture, Document, Outcome, TrackedDocument
from conductatlas.records.pipeline import Pipeline
from conductatlas.tracking.looking import Look
from conductatlas.tracking.queue import holds

_REREAD = "The declaration of its sources was changed; the pages were not."
_NOTE, _REREAD_NOTE = "Captured", "Read anew by a changed declaration"


@dataclass(frozen=True, slots=True)
class CapturedText:
    """A text that was captured, as the pipeline takes it."""

    path: str
    service: str
    terms_type: str
    reference: str
    recorded_at: datetime
    note: str
    sources: tuple[str, ...]
    sha256: str
    size: int
    content: bytes
    reread: str = ""


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a look brought no text: the name of the reason, and one line."""

    reason: str
    line: str


class Recorder:
    """Writes what looks brought; used by one thread."""

    def __init__(self, finder: Finder, snapshots: SnapshotStore, worker: str) -> None:
        self._finder = finder
        self._snapshots = snapshots
        self._worker = worker
        self._pipelines: dict[str, Pipeline] = {}

    def record(self, tracked: TrackedDocument, look: Look, now: datetime) -> Capture | None:
        """Record a look; None where its lease was lost to another worker, whose look counts then.

        The snapshots are stored first, all the rest is one transaction: a process that is killed leaves the document
        leased for a while, and nothing half done.
        """
        pages = self._stored(tracked, look)
        read = self._read(look.terms, look) if look.failure is None else _Problem(look.failure.reason, look.failure.line)
        try:
            with transaction.atomic():
                if not holds(tracked, self._worker):
                    return None
                if isinstance(read, _Problem):
                    return self._failed(tracked, read, pages, now)
                self._reread(tracked, look.terms, now)
                return self._seen(tracked, look.terms, read, pages, now)
        except Exception:
            # What the pipeline keeps in memory may not be what is stored.
            self._pipelines.clear()
            raise
