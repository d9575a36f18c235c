"""`import ota` tells bad input in one line, and leaves the database as it was."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from conductatlas.commands import main
from conductatlas.records.models import Version
from conductatlas.records.pipeline import WorkerLostError
from tests.exchange.versions_repository import Commit, write_repository

pytestmark = pytest.mark.django_db(transaction=True)

_TEXT = (
    b"# Terms\n\nThese terms are governed by the laws of Ireland, and you must be at least 16 years old to use it.\n"
)


@pytest.fixture(autouse=True)
def _data(settings: object, tmp_path: Path) -> None:
    settings.DATA_DIRECTORY = tmp_path / "data"  # type: ignore[attr-defined]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return write_repository(
        tmp_path / "small-versions.git",
        [
            Commit("Tiller/Terms of Service.md", _TEXT),
            Commit("Tiller/Terms of Service.md", b"caf\xe9"),
            Commit("Pondera/T.md", b""),
        ],
    )


def _fails(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "ota", *arguments]) == 2
    said = capsys.readouterr().err
    assert reason in said
    assert said.count("\n") == 1
    assert said.startswith("conductatlas: ")
    assert not Version.objects.exists()


def test_what_is_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _fails([str(tmp_path / "none")], "no such file", capsys)
    _fails([str(tmp_path)], "not a git repository", capsys)


def test_a_truncated_bundle(tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = tmp_path / "small-versions.bundle"
    subprocess.run(["git", "-C", str(repository), "bundle", "create", "--quiet", str(bundle), "HEAD"], check=True)
    bundle.write_bytes(bundle.read_bytes()[:-30])
    _fails([str(bundle)], "can't be fetched", capsys)


def test_a_repository_without_versions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = write_repository(tmp_path / "none-versions.git", [Commit("README.md", b"Nothing yet.\n")])
    _fails([str(repository)], "holds no versions (files SERVICE/TERMS TYPE.md)", capsys)


def test_a_commit_of_a_day_that_no_calendar_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = write_repository(tmp_path / "far-versions.git", [Commit("Tiller/T.md", _TEXT)], start=10**12)
    _fails([str(repository)], "has a date that no calendar holds", capsys)


def test_no_network(capsys: pytest.CaptureFixture[str]) -> None:
    _fails(["http://127.0.0.1:9/none-versions.git"], "can't be fetched", capsys)


def test_an_unknown_service(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _fails([str(repository), "--only", "Tiler"], "did you mean Tiller?", capsys)


def test_texts_that_are_none_are_set_aside_and_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "ota", str(repository)]) == 0
    said = capsys.readouterr()
    assert "set aside: Tiller/Terms of Service.md at " in said.err
    assert "not UTF-8 from byte 3" in said.err
    assert list(Version.objects.order_by("id").values_list("failed", flat=True)) == [False, True, True]
    assert "verdict failed" in said.out
    assert main(["import", "ota", str(repository)]) == 0
    assert re.search(r"of them new +0\n", capsys.readouterr().out)


def test_only_takes_one_service_and_a_later_run_the_rest(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "ota", str(repository), "--only", "Pondera"]) == 0
    assert Version.objects.count() == 1
    assert main(["import", "ota", str(repository)]) == 0
    assert Version.objects.count() == 3
    assert capsys.readouterr().out.count("peak memory") == 2


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "65", ""])
def test_a_number_of_jobs_that_is_none(jobs: str, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import", "ota", str(repository), f"--jobs={jobs}"])
    assert ended.value.code == 2
    assert f"--jobs: '{jobs}' is not a number from 1 to 64" in capsys.readouterr().err


def test_a_worker_that_is_killed(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise WorkerLostError("a worker process was killed; run it again to go on")

    monkeypatch.setattr("conductatlas.records.pipeline.pipeline.Pipeline.run", lost)
    _fails([str(repository)], "a worker process was killed", capsys)
