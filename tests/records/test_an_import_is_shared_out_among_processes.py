"""An import by several processes makes the same records as one by one, and none of them outlives it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conductatlas.provisions import default_finder
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import Version
from conductatlas.records.pipeline import Pipeline, WorkerLostError
from conductatlas.sample import build_archive
from tests.records.imports import content, run_import
from tests.records.worlds import AGE, ARBITRATION, CHANGES, COOKIES, LAW, LIABILITY, RETENTION, text, version

_FIRST = text(ARBITRATION, LAW, COOKIES, CHANGES)
_TEXTS = (
    _FIRST,
    text(ARBITRATION, LAW, COOKIES, CHANGES, LIABILITY),
    _FIRST,
    text(LAW, COOKIES, CHANGES, AGE),
    b"Oops",
)
_PATHS = [f"Hearth{name}/{kind}.md" for name in ("book", "stone", "side") for kind in ("Privacy Policy", "Terms")]


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.records.pipeline.pipeline._VERSIONS_PER_BATCH", 4)
    monkeypatch.setattr("conductatlas.records.pipeline.pipeline._VERSIONS_AHEAD", 9)


def _histories() -> Iterator[RecordedVersion]:
    """Six documents of three platforms by turns."""
    number = 0
    for round_ in range(6):
        for place, path in enumerate(_PATHS):
            number += 1
            content = _TEXTS[(round_ + place) % len(_TEXTS)]
            yield version(number, content if round_ < 5 else content + b"\n\n" + RETENTION.encode(), path)


def test_several_processes_make_the_same_records_as_one(tmp_path: Path) -> None:
    sample, alone, shared = tmp_path / "sample-versions.git", tmp_path / "alone", tmp_path / "shared"
    build_archive(sample)
    run_import(sample, alone, "--jobs", "1")
    run_import(sample, shared, "--jobs", "3")
    assert content(alone)
    assert content(shared) == content(alone)


@pytest.mark.django_db
@pytest.mark.usefixtures("small_batches")
def test_an_import_whose_worker_is_killed_says_so_and_goes_on_when_run_again() -> None:
    def killing(read: int) -> None:
        for worker in multiprocessing.active_children()[:1]:
            os.kill(worker.pid or 0, signal.SIGKILL)

    with pytest.raises(WorkerLostError, match="a worker process was killed") as lost:
        Pipeline(default_finder(), "test", jobs=2).run(_histories(), killing)
    assert "\n" not in str(lost.value)
    assert Version.objects.count() % 4 == 0
    Pipeline(default_finder(), "test", jobs=2).run(_histories())
    assert Version.objects.count() == len(_PATHS) * 6


def _run(process: int) -> bool:
    """Whether a process runs: not one that has ended and waits to be collected."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks there whether a process runs")
def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    program = (
        "import multiprocessing, sys\n"
        "from conductatlas.changes import Text; from conductatlas.provisions import default_finder\n"
        "from conductatlas.records.workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    with Workers(2, default_finder(), {}) as workers:\n"
        "        for path in 'ad': workers.begin(path, Text(path, b'No text.')).result()\n"
        "        print(*(one.pid for one in multiprocessing.active_children()), flush=True); sys.stdin.read()\n"
    )
    script = tmp_path / "starts_workers.py"
    script.write_text(program, encoding="utf-8")
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        workers = [int(one) for one in process.stdout.readline().split()]
        process.kill()
    assert len(workers) == 2
    deadline = time.monotonic() + 20
    while any(map(_run, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_run, workers))
