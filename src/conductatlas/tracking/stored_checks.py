"""What `fsck` needs from the records, and what it leaves there: which snapshots must be stored, and how a run ended."""

from __future__ import annotations

from collections.abc import Mapping

from conductatlas.capture.fetching import plain
from conductatlas.capture.snapshots import Report
from conductatlas.records.models import Capture, SnapshotCheck

# So many problems are kept by name; where a whole store is gone, the number says enough.
_MOST_NAMED = 200
_AT_ONCE = 2000


def known_snapshots() -> dict[str, int]:
    """The hashes of all snapshots that captures refer to, each with the number of a source that it came from."""
    known: dict[str, int] = {}
    for source, pages in Capture.objects.values_list("tracked_id", "pages").iterator(chunk_size=_AT_ONCE):
        for page in pages:
            known.setdefault(page["sha256"], source)
    return known


def record_check(report: Report, known: Mapping[str, int]) -> SnapshotCheck:
    """Store when the stored bytes were hashed anew, and what was wrong; `known` tells which source a snapshot is of."""
    return SnapshotCheck.objects.create(
        started_at=report.started_at,
        finished_at=report.finished_at,
        share=report.sample,
        snapshots=report.snapshots,
        problems=len(report.problems),
        named=[
            {"where": plain(one.where), "what": plain(one.what), "source": known.get(one.where)}
            for one in report.problems[:_MOST_NAMED]
        ],
    )
