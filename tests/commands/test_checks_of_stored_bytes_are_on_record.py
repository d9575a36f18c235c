"""`fsck` knows from the database what must be stored, and leaves its date and result there, for all to see."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.capture.snapshots import Problem, Report
from conductatlas.commands import main
from conductatlas.records.models import SnapshotCheck, TrackedDocument
from conductatlas.tracking import record_check
from tests.tracking.worlds import ADDRESS, CLAUSES, World, page, watching

_NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def world(transactional_db: None, tmp_path: Path, settings: Settings) -> World:
    """Two snapshots of one source."""
    settings.SNAPSHOTS, settings.WARCS = str(tmp_path / "snapshots"), tmp_path / "warcs"
    made = watching(tmp_path)
    made.look(0)
    made.answers[ADDRESS] = page(*CLAUSES[:3], CLAUSES[3].replace("16", "18"))
    made.look()
    return made


def _files(world: World) -> list[Path]:
    return sorted((world.folder / "snapshots").rglob("*.zst"))


def _record(share: float, days: int, *problems: Problem) -> SnapshotCheck:
    at = _NOON + timedelta(days=days)
    return record_check(Report(at, at, share, 7, 700, 1, 7, problems), {})


def test_a_sound_run_is_on_record_with_its_date(
    world: World, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "were not hashed anew yet" in client.get("/sources").content.decode()
    assert main(["fsck"]) == 0
    assert capsys.readouterr().err == ""
    [check] = client.get("/sources.json").json()["stored_checks"]
    assert (check["share"], check["snapshots"], check["problems"], check["named"]) == (1, 2, 0, [])
    html = client.get("/sources").content.decode()
    assert "all stored bytes were hashed anew, 2 snapshots: all as they were recorded" in html


def test_damaged_and_missing_snapshots_are_named_with_their_source(
    world: World, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged, missing = _files(world)
    damaged.write_bytes(damaged.read_bytes()[:-3])
    missing.unlink()
    assert main(["fsck"]) == 1
    assert ": is missing" in capsys.readouterr().err
    check = SnapshotCheck.objects.get()
    assert (check.problems, len(check.named)) == (2, 2)
    source = TrackedDocument.objects.get().pk
    for named, word in zip(check.named, ("is missing", "can't be decompressed"), strict=True):
        assert word in named["what"]
        assert named["source"] == source
    html = client.get("/sources").content.decode()
    assert all(named["where"] in html for named in check.named)
    assert f'href="/sources/{source}">its source' in html
    assert "2 problems" in html


def test_a_sound_sample_does_not_hide_what_was_found_before(db: None, client: Client) -> None:
    _record(1, 0, Problem("a" * 64, "is missing"))
    _record(0.05, 1)
    _record(0.05, 2, Problem("b" * 64, "has other bytes"))
    _record(0.05, 3)
    assert [(one["share"], one["problems"]) for one in client.get("/sources.json").json()["stored_checks"]] == [
        (0.05, 0),
        (0.05, 1),
        (1, 1),
    ]
    assert "a sample of 5 % of the stored bytes was hashed anew" in client.get("/sources").content.decode()
    _record(1, 4)
    assert len(client.get("/sources.json").json()["stored_checks"]) == 1


def test_thousands_of_problems_are_counted_and_the_first_of_them_named(db: None, client: Client) -> None:
    check = _record(1, 0, *(Problem(f"{number:064x}", "has <b>\udcff\x00") for number in range(3000)))
    assert (check.problems, len(check.named)) == (3000, 200)
    response = client.get("/sources")
    assert "3,000 problems" in response.content.decode()
    assert r"has &lt;b&gt;\xff\x00" in response.content.decode()
    assert "These are the first 20" in response.content.decode()
    assert len(response.content) < 60_000


@pytest.mark.parametrize(
    ("database", "why"),
    [("", "there is no database"), ("postgresql:///none?host=/nowhere", "the database can't be used")],
)
def test_without_a_database_the_bytes_are_hashed_all_the_same(tmp_path: Path, database: str, why: str) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "CONDUCTATLAS_DATA": str(tmp_path / "data"),
        "CONDUCTATLAS_DATABASE": database,
    }
    done = subprocess.run(
        [sys.executable, "-m", "conductatlas", "fsck"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "0 snapshots" in done.stdout
    assert f"this run is not recorded, and snapshots that are missing are not noticed: {why}" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "data" / "conductatlas.sqlite3").exists()
