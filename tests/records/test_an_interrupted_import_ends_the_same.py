"""An import that is killed and run again makes the same records as one that was not, and a second run makes none."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conductatlas.sample import build_archive


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "sample-versions.git"
    build_archive(path)
    return path


def _start(sample: Path, data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "conductatlas", "import", "ota", str(sample)]
    environment = os.environ | {"CONDUCTATLAS_DATA": str(data), "CONDUCTATLAS_DATABASE": ""}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _run(sample: Path, data: Path) -> None:
    process = _start(sample, data)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()


def _content(data: Path) -> list[str]:
    """Every row that the import wrote, as SQL; migrations carry the time at which they were applied."""
    with sqlite3.connect(data / "conductatlas.sqlite3") as database:
        return [line for line in database.iterdump() if line.startswith('INSERT INTO "records_')]


def _versions(data: Path) -> int:
    path = data / "conductatlas.sqlite3"
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(path) as database:
            return int(database.execute("SELECT count(*) FROM records_version").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_killed_at_random_and_run_again_it_ends_in_the_same_records(sample: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    started = time.monotonic()
    _run(sample, whole)
    duration = time.monotonic() - started
    expected = _content(whole)
    assert expected

    chance = random.Random(20240501)  # noqa: S311 (moments to kill at, not secrets)
    interrupted = 0
    for _ in range(4):
        process = _start(sample, killed)
        time.sleep(chance.uniform(0.3, 0.95) * duration)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stderr:
            process.stderr.close()
        interrupted += process.returncode == -signal.SIGKILL
    assert interrupted >= 1
    _run(sample, killed)
    assert _content(killed) == expected

    _run(sample, killed)
    assert _content(killed) == expected
