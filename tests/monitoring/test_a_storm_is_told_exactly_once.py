"""A small storm: workers are killed, a third of the tries fails, and the mail server has each message once.

The same in full: `.ci/with-postgresql python -m tests.monitoring.storm --watches 10000 --changes 2000 --kills 40`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.db import connection

_ROOT = Path(__file__).parents[2]


def _storm(*options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.monitoring.storm", *options]
    # The database of the tests is theirs; the storm makes one of its own beside it, or in a file.
    environment = {name: value for name, value in os.environ.items() if name != "CONDUCTATLAS_DATABASE"}
    if connection.vendor == "postgresql":
        environment["CONDUCTATLAS_DATABASE"] = os.environ["CONDUCTATLAS_DATABASE"]
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_each_due_message_arrives_exactly_once_none_lost_none_early() -> None:
    counted = _storm(
        "--watches", "300", "--changes", "60", "--workers", "2", "--kills", "3", "--seconds", "6", "--limit", "240"
    )
    assert counted["wrong"] == []
    assert counted["told"] == counted["due (change, address)"] > 100
    assert counted["states"] == {"sent": counted["told"]}
    assert sum(counted["failures"].values()) > 5
    assert counted["kills"] == 3
