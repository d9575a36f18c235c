"""An import that is killed and run again makes the same records as one that was not, and a second run makes none."""

from __future__ import annotations

import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from conductatlas.sample import build_archive
from tests.records.imports import content, run_import, start_import


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "sample-versions.git"
    build_archive(path)
    return path


def _versions(data: Path) -> int | None:
    """How many versions are recorded; None while there is no database yet."""
    path = data / "conductatlas.sqlite3"
    if not path.exists():
        return None
    try:
        with sqlite3.connect(path) as database:
            return int(database.execute("SELECT count(*) FROM records_version").fetchone()[0])
    except sqlite3.OperationalError:
        return None


def _killed(sample: Path, data: Path, recorded: int, after: float) -> None:
    """Kill an import `after` seconds from when that many versions were recorded."""
    process = start_import(sample, data)
    deadline = time.monotonic() + 60
    while (_versions(data) or -1) < recorded and time.monotonic() < deadline:
        assert process.poll() is None, "the import ended before it could be killed"
        time.sleep(0.005)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL


def test_killed_and_run_again_it_ends_in_the_same_records(sample: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    run_import(sample, whole)
    expected = content(whole)
    assert expected

    chance = random.Random(20240501)  # noqa: S311 (moments to kill at, not secrets)
    for _ in range(3):
        _killed(sample, killed, -1, chance.uniform(0.3, 1.0))
        assert not _versions(killed)
    _killed(sample, killed, 1, chance.uniform(0, 0.1))
    assert 0 < (_versions(killed) or 0) < (_versions(whole) or 0)
    run_import(sample, killed)
    assert content(killed) == expected

    run_import(sample, killed)
    assert content(killed) == expected
