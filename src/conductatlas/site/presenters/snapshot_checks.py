"""When the stored bytes of captures were last hashed anew, and with which result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.records.models import SnapshotCheck


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """Something that is not what it was: a snapshot by its hash, or a WARC file; `source_path` where one is known."""

    where: str
    what: str
    source_path: str | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A run of `fsck`: `share` of what is stored was looked at, 1 is all. `named` are the first of the problems."""

    started_at: datetime
    finished_at: datetime
    share: float
    snapshots: int
    problems: int
    named: tuple[StoredProblem, ...]

    @property
    def percentage(self) -> float:
        """The share in per cent."""
        return self.share * 100


def last_checks() -> tuple[CheckLine, ...]:
    """The last run over all, and of the samples since then the last one and the last that found something.

    A sample that is sound says nothing of what an earlier run found. The latest comes first.
    """
    runs = SnapshotCheck.objects.order_by("-finished_at", "-id")
    whole = runs.filter(share__gte=1).first()
    samples = runs.filter(finished_at__gt=whole.finished_at) if whole else runs
    chosen = {one.pk: one for one in (samples.first(), samples.filter(problems__gt=0).first(), whole) if one}
    return tuple(_line(one) for one in chosen.values())


def _line(check: SnapshotCheck) -> CheckLine:
    return CheckLine(
        check.started_at,
        check.finished_at,
        check.share,
        check.snapshots,
        check.problems,
        tuple(
            StoredProblem(one["where"], one["what"], f"/sources/{one['source']}" if one["source"] else None)
            for one in check.named
        ),
    )
