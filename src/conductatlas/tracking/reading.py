"""What was kept of a look is read, beside the worker: bytes in, text out, and what a first text states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from conductatlas.capture import Obstacle, Terms, Text, Unusable, read_terms
from conductatlas.changes import Begun, begin_elsewhere
from conductatlas.processes import Calls, InThread, ProcessEndedError
from conductatlas.provisions import Finder, default_finder
from conductatlas.records.models import TrackedDocument
from conductatlas.tracking.keeping import Kept, Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a look, None where it is as before, or why there is none.

    `first` is what it states, where it is the first of its document.
    """

    read: Text | Problem | None
    first: Begun | None = None


@dataclass(frozen=True)
class Reader:
    """Reads pages by `calls`, in processes of their own where a worker has these.

    `make_finder` makes the finder with which first texts are judged; it is called there, and found by its name.
    """

    calls: Calls = field(default_factory=InThread)
    make_finder: Callable[[], Finder] = default_finder

    async def read(self, tracked: TrackedDocument, terms: Terms, kept: Kept) -> Reading:
        """Read what was kept of a look at a document."""
        if kept.answers is None:
            return Reading(kept.problem)
        try:
            read = await self.calls.call(read_terms, terms, kept.answers)
            if isinstance(read, Unusable):
                return Reading(Problem(read.obstacle, read.line))
            first = None
            if tracked.document_id is None:
                first = await self.calls.call(begin_elsewhere, self.make_finder, read.content)
        except ProcessEndedError as error:
            # Nothing of it may be tried in the worker's own process.
            unread = Unusable(Obstacle.UNREADABLE, terms.sources[0].address, str(error))
            return Reading(Problem(unread.obstacle, unread.line))
        return Reading(read, first)
