"""`evaluate` compares findings with labels as its definitions say, and tells bad input in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conductatlas.commands import main
from conductatlas.provisions.evaluation import Case, Judged, evaluate, overlaps

_LAW = Judged("governing-law", "low", "neutral", 0.95)
_COURT = Judged("jurisdiction-venue", "high", "adverse", 0.55)


def _write(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def _label(start: int, *types: str, path: str = "Larkwell/Terms.md") -> dict[str, Any]:
    labels = [{"type": one, "severity": "low", "stance": "neutral"} for one in types]
    return {"path": path, "start": start, "end": start + 100, "labels": labels}


def _finding(start: int, clause_type: str, severity: str = "low") -> dict[str, Any]:
    finding = {"path": "archive/Larkwell/Terms.md", "start": start, "end": start + 100, "clause_type": clause_type}
    return finding | {"severity": severity, "stance": "neutral", "confidence": 0.9}


def test_types_severities_and_empty_passages_are_counted() -> None:
    right = Case("Larkwell", (_LAW,), (_LAW,))
    graded_wrong = Case("Larkwell", (Judged("jurisdiction-venue", "medium", "adverse"),), (_COURT,))
    missed = Case("Quillpost", (_LAW, _COURT), (_LAW,))
    invented = Case("Quillpost", (), (_COURT,))
    result = evaluate([right, graded_wrong, missed, invented])
    assert (result.passages, result.platforms, result.pairs) == (4, 2, 4)
    assert (result.precision.value, result.recall.value, result.micro_f1.value) == (0.75, 0.75, 0.75)
    assert result.severity_right.value == pytest.approx(2 / 3, abs=1e-4)
    assert (result.stance_right.value, result.passages_exact.value) == (1.0, 0.5)
    assert result.empty_left_empty.value == 0.0
    assert [(line.found, line.right) for line in result.calibration] == [(2, 0.5), (2, 1.0)]
    assert result.micro_f1.low <= result.micro_f1.value <= result.micro_f1.high


def test_the_same_cases_give_the_same_intervals() -> None:
    cases = [Case(name, (_LAW,), (_LAW,) if name != "b" else ()) for name in "abcd"]
    assert evaluate(cases) == evaluate(cases)


def test_half_of_the_shorter_is_enough_overlap() -> None:
    assert overlaps(0, 100, 50, 500)
    assert not overlaps(0, 100, 51, 500)
    assert not overlaps(0, 10, 10, 20)


def test_given_findings_are_matched_by_place_and_the_end_of_their_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = _write(tmp_path / "labels", _label(0, "governing-law"), _label(500, "governing-law"))
    findings = _write(tmp_path / "found", _finding(20, "governing-law"), _finding(900, "force-majeure"))
    assert main(["evaluate", "--format", "json", "--findings", findings, labels]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["precision"]["value"], result["recall"]["value"]) == (1.0, 0.5)


def test_findings_of_two_collections_with_the_same_path_are_kept_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [_label(0, "governing-law") | {"collection": one} for one in ("archive", "other")]
    found = [_finding(0, "governing-law"), _finding(0, "force-majeure") | {"path": "other/Larkwell/Terms.md"}]
    command = ["evaluate", "--format", "json", "--findings", _write(tmp_path / "found", *found)]
    assert main([*command, _write(tmp_path / "labels", *rows)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["precision"]["value"], result["recall"]["value"]) == (0.5, 0.5)


def test_passages_are_judged_where_no_findings_are_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = _label(0, "governing-law") | {"text": "These terms are governed by the laws of Ireland.", "context": "Law"}
    assert main(["evaluate", _write(tmp_path / "labels", row)]) == 0
    said = capsys.readouterr().out
    assert "governing-law" in said
    assert "micro recall                           1.000" in said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "holds no labelled passages"),
        ("{", "line 1 is not JSON"),
        ('{"path": "a"}', "line 1 lacks labels"),
        (
            '{"path": "a", "labels": [{"type": "nothing", "severity": "low", "stance": "neutral"}]}',
            "unknown clause type, nothing",
        ),
        ('{"path": "a/b.md", "start": 0, "end": 9, "labels": []}', "has no texts"),
    ],
)
def test_bad_labels_are_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(content, encoding="utf-8")
    assert main(["evaluate", str(path)]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("[1]", "is no object of JSON"),
        ("[" * 100_000, "is not JSON"),
        ('{"path": 5, "labels": []}', "holds no text as path"),
        ('{"path": "a", "labels": null}', "holds no list as labels"),
        ('{"path": "a", "labels": ["x"]}', "has a label that lacks its type, severity or stance"),
        ('{"path": "a", "labels": [{"type": "governing-law"}]}', "has a label that lacks its type, severity or stance"),
        (
            '{"path": "a", "labels": [{"type": "governing-law", "severity": "huge", "stance": "neutral"}]}',
            "names an unknown severity, huge",
        ),
        (
            '{"path": "a", "labels": [{"type": ["governing-law"], "severity": "low", "stance": "neutral"}]}',
            "names an unknown clause type, ",
        ),
        ('{"path": "a", "labels": [], "text": 5}', "holds no text as text"),
    ],
)
def test_a_row_that_holds_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, message: str
) -> None:
    (tmp_path / "labels.jsonl").write_text(f'{{"path": "a", "labels": [], "text": "Words."}}\n{row}\n')
    assert main(["evaluate", str(tmp_path / "labels.jsonl")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"conductatlas: {tmp_path}/labels.jsonl: line 2 {message}")
    assert said.count("\n") == 1


def test_findings_need_places_in_both_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = _write(tmp_path / "labels.jsonl", {"path": "Larkwell/Terms.md", "labels": []})
    findings = _write(tmp_path / "findings.jsonl", _finding(0, "governing-law"))
    assert main(["evaluate", labels, "--findings", findings]) == 2
    assert capsys.readouterr().err == f"conductatlas: {labels}: line 1 lacks start, end\n"
    labels = _write(tmp_path / "labels.jsonl", _label(0, "governing-law"))
    findings = _write(tmp_path / "findings.jsonl", _finding(0, "governing-law") | {"confidence": "high"})
    assert main(["evaluate", labels, "--findings", findings]) == 2
    assert capsys.readouterr().err == f"conductatlas: {findings}: line 1 holds no number as confidence\n"
