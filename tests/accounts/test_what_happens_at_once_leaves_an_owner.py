"""Owners who go at the same moment, and seats taken at the same moment: on SQLite in a file, and on PostgreSQL.

PostgreSQL is used where CONDUCTATLAS_DATABASE names one for the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

_ROOT = Path(__file__).parents[2]
_ROUNDS = 8


def _database(tmp_path: Path) -> str:
    """A database that may be written to by several threads: a file, or the one that the tests made on a server."""
    if connection.vendor == "sqlite":
        return str(tmp_path / "races.sqlite3")
    known = connection.settings_dict
    return f"postgresql://{known['USER']}:{known['PASSWORD']}@/{known['NAME']}?host={known['HOST']}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.enable_socket
def test_an_organisation_is_never_without_an_owner_nor_over_its_seats(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "CONDUCTATLAS_DATABASE": _database(tmp_path),
        "CONDUCTATLAS_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "conductatlas.settings",
        "PYTHONPATH": os.pathsep.join([str(_ROOT / "src"), str(_ROOT)]),
    }
    command = [sys.executable, "-W", "error", "-m", "tests.accounts.races", str(_ROUNDS)]
    ran = subprocess.run(command, env=environment, cwd=_ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    ends: dict[str, Any] = json.loads(ran.stdout)
    assert ends == {
        "two owners leave": {"1 owner, 1 refused": _ROUNDS},
        "two owners demote each other": {"1 owner, 1 refused": _ROUNDS},
        "two owners delete their accounts": {"1 owner, 1 refused": _ROUNDS},
        "one owner leaves, one deletes": {"1 owner, 1 refused": _ROUNDS},
        "two take the last seat": {"4 members": _ROUNDS},
        "one invitation is taken up three times": {"1 joined, 2 refused": _ROUNDS},
        "two invite the same address": {"1 invitation": _ROUNDS},
    }
