"""A database that is locked and a disk that is full end a command with one line; a mistake of ours keeps its trace."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import IntegrityError, OperationalError

from conductatlas.commands import main


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OperationalError("database is locked"), "the database can't be used (database is locked)"),
        (OSError(28, "No space left on device", "/data/x"), "/data/x: no space is left on the disk"),
        (OSError(28, "No space left on device"), "no space is left on the disk"),
    ],
)
def test_trouble_outside(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr("conductatlas.commands.sample.run", fail)
    assert main(["sample", "x"]) == 2
    assert capsys.readouterr().err == f"conductatlas: {said}\n"


def test_a_mistake_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise IntegrityError("twice")

    monkeypatch.setattr("conductatlas.commands.sample.run", fail)
    with pytest.raises(IntegrityError):
        main(["sample", str(tmp_path)])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Words.\n")
    command = [sys.executable, "-m", "conductatlas", "analyse", str(tmp_path / "a.md")]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (2, "conductatlas: no space is left on the disk\n")
