"""Live capture: declared documents are looked at on a schedule, and what was seen is recorded."""

from conductatlas.tracking.declared import DeclarationRefusedError, TrackTally, declare_anew, track
from conductatlas.tracking.hosts import Hosts
from conductatlas.tracking.looking import Fetches, Look, look_at
from conductatlas.tracking.pages import pages_from_settings
from conductatlas.tracking.queue import LEASE, claim, due, look_soon
from conductatlas.tracking.reading import Reader
from conductatlas.tracking.recording import Recorder
from conductatlas.tracking.second_copies import SecondCopies, archive_from_settings
from conductatlas.tracking.stored_checks import known_snapshots, record_check
from conductatlas.tracking.trying import Tried, TriedSource, latest_looks, try_declaration
from conductatlas.tracking.worker import Worker, system_time, worker_name

__all__ = [
    "LEASE",
    "DeclarationRefusedError",
    "Fetches",
    "Hosts",
    "Look",
    "Reader",
    "Recorder",
    "SecondCopies",
    "TrackTally",
    "Tried",
    "TriedSource",
    "Worker",
    "archive_from_settings",
    "claim",
    "declare_anew",
    "due",
    "known_snapshots",
    "latest_looks",
    "look_at",
    "look_soon",
    "pages_from_settings",
    "record_check",
    "system_time",
    "track",
    "try_declaration",
    "worker_name",
]
