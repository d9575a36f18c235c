"""Live capture: declared documents are looked at on a schedule, and what was seen is recorded."""

from conductatlas.tracking.declared import TrackTally, track
from conductatlas.tracking.hosts import Hosts
from conductatlas.tracking.looking import Fetches, Look, look_at
from conductatlas.tracking.pages import pages_from_settings
from conductatlas.tracking.queue import LEASE, claim, due
from conductatlas.tracking.recording import Recorder
from conductatlas.tracking.worker import Worker, system_time, worker_name

__all__ = [
    "LEASE",
    "Fetches",
    "Hosts",
    "Look",
    "Recorder",
    "TrackTally",
    "Worker",
    "claim",
    "due",
    "look_at",
    "pages_from_settings",
    "system_time",
    "track",
    "worker_name",
]
