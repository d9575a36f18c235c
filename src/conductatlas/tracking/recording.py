"""What a look becomes: snapshots in the store, a capture on record, and a version where the text is another one."""

from __future__ import annotations

from copy import copy
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from django.db import transaction

from conductatlas.capture import (
    READING_METHOD,
    Obstacle,
    Terms,
    Text,
    cadence,
    next_look,
    read_terms,
)
from conductatlas.capture.fetching import Reason, plain
from conductatlas.capture.snapshots import SnapshotError, SnapshotStore, WarcFolder
from conductatlas.changes import Begun
from conductatlas.provisions import Finder
from conductatlas.records.models import Capture, Document, Outcome, SecondCopy, TrackedDocument
from conductatlas.records.pipeline import Pipeline
from conductatlas.tracking.captured import captured_text
from conductatlas.tracking.keeping import Kept, Problem, keep, read_alike
from conductatlas.tracking.looking import Look
from conductatlas.tracking.queue import holds
from conductatlas.tracking.reading import Reading
from conductatlas.tracking.trying import stored_page

_DECLARED_ANEW = "The declaration of its sources was changed; the pages were not."
_READ_ANEW = "The method by which pages are read was changed; the pages were not."
_LONGEST_LINE = 500
_LEAST_WAIT = 60.0
# What a page may look like before its scripts have run.
_WITHOUT_SCRIPTS = frozenset({Obstacle.SCRIPT_SHELL, Obstacle.NO_MATCH, Obstacle.EMPTY, Obstacle.REDIRECT_PAGE})
# What a look changes of a tracked document. What is declared is not among it.
_OF_A_LOOK = (
    *("document", "next_look_at", "looked_at", "succeeded_at", "changed_at", "failures", "reason", "message"),
    *("text_sha256", "read_as", "read_by", "pages", "leased_by", "leased_until"),
)


class Ending(Enum):
    """Why a look was not recorded."""

    NEEDS_BROWSER = "the page may need its scripts"
    LEASE_LOST = "the lease went to another worker, whose look counts"
    NOT_YET = "the host is to be asked later"


class Recorder:
    """Writes what looks brought. But for `keep`, one thread uses it; the worker's name is that under which documents
    are leased.

    `second_copies`: the pages of a new version are to be saved in a web archive too.
    """

    def __init__(
        self,
        finder: Finder,
        snapshots: SnapshotStore,
        warcs: WarcFolder,
        worker: str,
        *,
        second_copies: bool = False,
    ) -> None:
        self._finder = finder
        self._snapshots = snapshots
        self._warcs = warcs
        self._worker = worker
        self._second_copies = second_copies
        self._pipelines: dict[str, Pipeline] = {}

    def keep(self, tracked: TrackedDocument, look: Look) -> Kept:
        """Keep the bytes and exchanges of a look, before all else; in any thread, and without a database."""
        return keep(tracked, look, self._snapshots, self._warcs)

    def record(
        self,
        tracked: TrackedDocument,
        look: Look,
        pages: list[dict[str, Any]],
        reading: Reading,
        now: datetime,
        *,
        again: bool = False,
    ) -> Capture | Ending:
        """Record a look, of which the pages are kept and read, or say why it was not.

        `again`: a page that may need its scripts is not recorded as failed; it can be looked at in the browser.
        All is one transaction: a process that is killed leaves the document leased for a while, and nothing half done;
        and what failed for the database can be recorded once more.
        """
        read = reading.read
        if again and isinstance(read, Problem) and read.reason in _WITHOUT_SCRIPTS and _may_render(look):
            return Ending.NEEDS_BROWSER
        try:
            with transaction.atomic():
                if not holds(tracked, self._worker):
                    return Ending.LEASE_LOST
                # What is not stored in the end must leave no trace in what is recorded at the next try.
                tracked = copy(tracked)
                if look.failure is not None and look.failure.reason is Reason.WAITING:
                    return self._put_off(tracked, look.failure.retry_after, now)
                if isinstance(read, Problem):
                    return self._failed(tracked, look.terms, read, pages, now)
                self._reread(tracked, look.terms, now)
                return self._seen(tracked, look.terms, read, reading.first, pages, now)
        except BaseException:
            # What the pipeline keeps in memory may not be what is stored.
            self._pipelines.clear()
            raise

    def _reread(self, tracked: TrackedDocument, terms: Terms, now: datetime) -> None:
        """Where the declaration or the method is another: read the last success by it, and record what that changes."""
        if not tracked.read_as or read_alike(tracked) or len(tracked.pages) < len(terms.sources):
            return
        try:
            pages = {page["address"]: stored_page(page, self._snapshots) for page in tracked.pages}
        except SnapshotError:
            return
        read = read_terms(terms, pages)
        if not isinstance(read, Text):
            return
        reason = _READ_ANEW if tracked.read_as == tracked.declared_as else _DECLARED_ANEW
        captured = captured_text(tracked, terms, read, now, reread=reason)
        if captured.sha256 != tracked.text_sha256:
            self._pipeline(tracked).record(captured)
            tracked.text_sha256 = captured.sha256

    def _seen(
        self,
        tracked: TrackedDocument,
        terms: Terms,
        read: Text | None,
        first: Begun | None,
        pages: list[dict[str, Any]],
        now: datetime,
    ) -> Capture:
        version = None
        captured = None if read is None else captured_text(tracked, terms, read, now)
        if captured is None or captured.sha256 == tracked.text_sha256:
            if tracked.document is not None:
                self._pipeline(tracked).seen_again(tracked.document, now)
        else:
            version = self._pipeline(tracked).record(captured, first)
            if tracked.text_sha256:
                tracked.changed_at = now
            tracked.text_sha256 = captured.sha256
            tracked.document = Document.objects.get(pk=version.document_id)
        tracked.succeeded_at, tracked.pages = now, pages
        tracked.read_as, tracked.read_by = tracked.declared_as, READING_METHOD
        tracked.failures, tracked.reason, tracked.message = 0, "", ""
        self._done(tracked, terms, now)
        capture = Capture.objects.create(
            tracked=tracked,
            at=now,
            outcome=Outcome.UNCHANGED if version is None else Outcome.RECORDED,
            pages=pages,
            text_sha256=tracked.text_sha256,
            version=version,
        )
        if self._second_copies and version is not None:
            SecondCopy.objects.bulk_create(
                SecondCopy(capture=capture, address=page["address"], next_at=now) for page in pages
            )
        return capture

    def _failed(
        self, tracked: TrackedDocument, terms: Terms, problem: Problem, pages: list[dict[str, Any]], now: datetime
    ) -> Capture:
        tracked.failures += 1
        tracked.reason, tracked.message = problem.reason, plain(problem.line)[:_LONGEST_LINE]
        self._done(tracked, terms, now)
        return Capture.objects.create(
            tracked=tracked,
            at=now,
            outcome=Outcome.FAILED,
            reason=tracked.reason,
            message=tracked.message,
            pages=pages,
        )

    def _put_off(self, tracked: TrackedDocument, seconds: float | None, now: datetime) -> Ending:
        """The host has others in line before this document, which is nothing that went wrong with it."""
        tracked.next_look_at = now + timedelta(seconds=max(_LEAST_WAIT, seconds or 0))
        tracked.leased_by, tracked.leased_until = "", None
        tracked.save(update_fields=["next_look_at", "leased_by", "leased_until"])
        return Ending.NOT_YET

    def _done(self, tracked: TrackedDocument, terms: Terms, now: datetime) -> None:
        """Say when to look again, and give the lease back."""
        every = terms.watch.cadence
        tracked.looked_at = now
        tracked.next_look_at = next_look(
            f"{tracked.collection.slug}/{tracked.path}",
            now,
            cadence() if every is None else cadence(every.total_seconds() / 3600),
            changed_at=tracked.changed_at,
            failures=tracked.failures,
        )
        tracked.leased_by, tracked.leased_until = "", None
        tracked.save(update_fields=_OF_A_LOOK)
        # The declaration may have been changed during the look, which went by the one before.
        TrackedDocument.objects.filter(pk=tracked.pk).exclude(declared_as=tracked.declared_as).update(next_look_at=now)

    def _pipeline(self, tracked: TrackedDocument) -> Pipeline:
        name = tracked.collection.slug
        if name not in self._pipelines:
            self._pipelines[name] = Pipeline(self._finder, name)
        return self._pipelines[name]


def _may_render(look: Look) -> bool:
    """Whether a page came without its scripts run, and its declaration leaves that open."""
    return any(
        source.execute_scripts is None and not fetched.rendered
        for source, fetched in zip(look.terms.sources, look.fetched, strict=False)
    )
