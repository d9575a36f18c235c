"""Live capture: declared documents are looked at on a schedule, and what was seen is recorded."""

from conductatlas.tracking.declared import TrackTally, track
from conductatlas.tracking.hosts import Hosts
from conductatlas.tracking.looking import Fetches, Look, look_at
from conductatlas.tracking.pages import pages_from_settings
from conductatlas.tracking.queue import LEASE, claim, due, look_soon
from conductatlas.tracking.recording import Recorder
from conductatlas.tracking.second_copies import SecondCopies, archive_from_settings
from conductatlas.tracking.stored_checks import known_snapshots, record_check
from conductatlas.tracking.worker import Worker, system_time, worker_name

__all__ = [
    "LEASE",
    "Fetches",
    "Hosts",
    "Look",
    "Recorder",
    "SecondCopies",
    "TrackTally",
    "Worker",
    "archive_from_settings",
    "claim",
    "due",
    "known_snapshots",
    "look_at",
    "look_soon",
    "pages_from_settings",
    "record_check",
    "system_time",
    "track",
    "worker_name",
]
