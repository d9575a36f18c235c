"""A check hashes all that was kept, or a sample, and says when it did and what is wrong."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from conductatlas.capture.snapshots import Problem, Report, SnapshotStore, WarcFolder, check_all
from conductatlas.commands import main
from tests.capture.pages import NOON, page


def _kept(folder: Path, number: int = 40) -> tuple[SnapshotStore, WarcFolder, list[str]]:
    store, warcs = SnapshotStore(folder / "snapshots"), WarcFolder(folder / "warcs")
    hashes = []
    for index in range(number):
        body = f"The terms of day {index}.".encode()
        hashes.append(store.put(body).sha256)
        warcs.append(page(body, fetched_at=NOON + timedelta(days=index)))
    return store, warcs, sorted(hashes)


def _check(store: SnapshotStore, warcs: WarcFolder, **options: object) -> Report:
    days = iter([NOON, NOON + timedelta(minutes=1)])
    chance = random.Random(6).random  # noqa: S311
    return check_all(store, warcs, chance=chance, now=lambda: next(days), **options)  # type: ignore[arg-type]


def _damage(folder: Path, sha256: str) -> None:
    (path,) = folder.rglob(f"{sha256[4:]}.zst")
    path.write_bytes(path.read_bytes()[:-1])


def test_all_is_sound(tmp_path: Path) -> None:
    store, warcs, hashes = _kept(tmp_path)
    report = _check(store, warcs, expected=hashes)
    assert report.sound
    assert (report.snapshots, report.files, report.records) == (40, 40, 160)
    assert report.bytes == sum(len(store.get(sha256)) for sha256 in hashes)
    assert (report.started_at, report.finished_at) == (NOON, NOON + timedelta(minutes=1))


def test_what_is_damaged_missing_or_torn_is_named(tmp_path: Path) -> None:
    store, warcs, hashes = _kept(tmp_path)
    _damage(tmp_path, hashes[3])
    torn, changed = warcs.files()[5], warcs.files()[7]
    torn.write_bytes(torn.read_bytes()[:-60])
    changed.write_bytes(changed.read_bytes()[:100] + b"\0\0\0\0" + changed.read_bytes()[104:])
    report = _check(store, warcs, expected=[*hashes, "f" * 64])
    assert report.problems[0] == Problem("f" * 64, "is missing")
    assert report.problems[1].where == hashes[3]
    assert report.problems[1].what.startswith("the file can't be decompressed")
    assert report.problems[2] == Problem(torn.name, "its last record is unfinished; the 3 before it are whole")
    assert report.problems[3].where == changed.name
    assert report.problems[3].what.startswith("can't be read after 0 records")
    assert len(report.problems) == 4


def test_a_record_with_another_digest_is_named(tmp_path: Path) -> None:
    import gzip

    warcs = WarcFolder(tmp_path / "warcs")
    place = warcs.append(page(b"The terms."))
    (path,) = warcs.files()
    member = gzip.decompress(path.read_bytes()).replace(b"The terms.", b"The worms.")
    path.write_bytes(gzip.compress(member))
    report = _check(SnapshotStore(tmp_path / "none"), warcs)
    assert [problem.where for problem in report.problems] == [path.name]
    assert place.record in report.problems[0].what or "can't be read" in report.problems[0].what


def test_a_sample_is_a_share_and_the_same_chance_gives_the_same(tmp_path: Path) -> None:
    store, warcs, hashes = _kept(tmp_path)
    sampled = _check(store, warcs, sample=0.25)
    assert 3 <= sampled.snapshots <= 20
    assert sampled == _check(store, warcs, sample=0.25)
    for sha256 in hashes:
        _damage(tmp_path, sha256)
    assert len(_check(store, warcs, sample=0.25).problems) == sampled.snapshots


def test_nothing_kept_yet_is_sound(tmp_path: Path) -> None:
    report = check_all(SnapshotStore(tmp_path / "a"), WarcFolder(tmp_path / "b"), chance=lambda: 0.0)
    assert report.sound
    assert report.started_at.tzinfo is UTC
    assert report.started_at <= report.finished_at <= datetime.now(UTC)


@pytest.mark.django_db
def test_the_command_says_it_in_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, hashes = _kept(tmp_path, 3)
    with override_settings(SNAPSHOTS=str(tmp_path / "snapshots"), WARCS=tmp_path / "warcs"):
        assert main(["fsck"]) == 0
        assert "3 snapshots" in capsys.readouterr().out
        _damage(tmp_path, hashes[0])
        assert main(["fsck"]) == 1
        said = capsys.readouterr()
        assert f"{hashes[0]}: the file can't be decompressed" in said.err
        assert main(["fsck", "--format", "json"]) == 1
        report = json.loads(capsys.readouterr().out)
        assert report["sound"] is False
        assert report["problems"][0]["where"] == hashes[0]
        assert main(["fsck", "--sample", "0.0001"]) in (0, 1)


@pytest.mark.parametrize("share", ["0", "101", "many", "-5", "nan"])
def test_a_sample_that_is_no_share_is_bad_input(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fsck", "--sample", share])
    assert ended.value.code == 2
    assert "a percentage" in capsys.readouterr().err


def test_a_store_that_can_not_be_opened_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    with override_settings(SNAPSHOTS="carrier-pigeon://loft"):
        assert main(["fsck"]) == 2
    assert capsys.readouterr().err.startswith("conductatlas: carrier-pigeon://loft: can't be opened")
