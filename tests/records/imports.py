"""Imports of the sample archive by processes of their own, each into a database of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path


def start_import(sample: Path, data: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start an import; `data` is the folder for its database."""
    command = [sys.executable, "-m", "conductatlas", "import", "ota", str(sample), *options]
    environment = os.environ | {"CONDUCTATLAS_DATA": str(data), "CONDUCTATLAS_DATABASE": ""}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def run_import(sample: Path, data: Path, *options: str) -> None:
    """Import; the import must succeed."""
    process = start_import(sample, data, *options)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()


def content(data: Path) -> list[str]:
    """Every row that the import wrote, as SQL; migrations carry the time at which they were applied."""
    with sqlite3.connect(data / "conductatlas.sqlite3") as database:
        return [line for line in database.iterdump() if line.startswith('INSERT INTO "records_')]
