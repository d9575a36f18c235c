"""Days of capture in seconds: whatever a site does, and however often a worker is killed, the record is right.

The same in full: `python -m tests.tracking.month --documents 300 --days 30 --kills 50`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.tracking.misbehaving_site import BEHAVIOURS

_ROOT = Path(__file__).parents[2]


def _month(*options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.tracking.month", *options]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.stdout, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_every_change_is_recorded_on_its_day_and_none_that_did_not_happen() -> None:
    killed = _month("--documents", str(len(BEHAVIOURS)), "--days", "7", "--kills", "3")
    assert killed["wrong"] == []
    assert (killed["kills"], killed["changes"], killed["failing at the end"]) == (3, len(BEHAVIOURS), 0)
    assert killed["failed looks"] > 20
    undisturbed = _month("--documents", str(len(BEHAVIOURS)), "--days", "7", "--kills", "0")
    assert killed["texts"] == undisturbed["texts"]
