"""Snapshots: the bytes that captures brought, and the record of each exchange, kept so that nothing is lost."""

from conductatlas.capture.snapshots.fsck import Problem, Report, check_all
from conductatlas.capture.snapshots.store import (
    SnapshotDamagedError,
    SnapshotError,
    SnapshotMissingError,
    SnapshotStore,
    Stored,
)
from conductatlas.capture.snapshots.warc import WarcFolder, WarcPlace, read_exchange

__all__ = [
    "Problem",
    "Report",
    "SnapshotDamagedError",
    "SnapshotError",
    "SnapshotMissingError",
    "SnapshotStore",
    "Stored",
    "WarcFolder",
    "WarcPlace",
    "check_all",
    "read_exchange",
]
