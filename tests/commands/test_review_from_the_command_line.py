"""`review` lists, decides and exports, and tells bad input in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conductatlas.commands import main
from conductatlas.records.models import Decision, Provision
from tests.records.worlds import ARBITRATION, LAW, record, text, version

pytestmark = pytest.mark.django_db


def test_a_finding_is_listed_decided_and_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(version(1, text(ARBITRATION, LAW)))
    law = Provision.objects.get(clause_type="governing-law")
    law.wordings.update(confidence=0.31)
    assert main(["review", "list"]) == 0
    said = capsys.readouterr().out
    assert f"{law.permanent_id}  Governing law [governing-law], confidence 0.31" in said
    assert "laws of the Netherlands" in said
    decided = ["review", "decide", law.permanent_id, "accept", "--by", "Ada", "--reason", "It names the law."]
    assert main(decided) == 0
    assert "accepted by Ada" in capsys.readouterr().out
    assert main(["review", "export", str(tmp_path / "labels.jsonl")]) == 0
    (row,) = map(json.loads, (tmp_path / "labels.jsonl").read_text().splitlines())
    assert row["path"] == "Hearthbook/Terms of Service.md"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["CA-D-000001", "accept"], "is no id of a provision"),
        (["CA-P-000099", "accept"], "there is no provision with this id"),
        (["CA-P-000001", "retype", "--type", "nothing"], "is no clause type of the catalogue"),
    ],
)
def test_bad_input_is_told_in_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    record(version(1, text(ARBITRATION, LAW)))
    assert main(["review", "decide", *arguments, "--by", "Ada", "--reason", "Because."]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert not Decision.objects.exists()
