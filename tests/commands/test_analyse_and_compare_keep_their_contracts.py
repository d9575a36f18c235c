"""`analyse` and `compare` print what other tools rely on, and tell bad input in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conductatlas.commands import main

_OLD = """\
# Terms of Service

You must be at least 16 years old to create an account.

These terms are governed by the laws of Ireland.

We may change these terms at any time. We will notify you by e-mail at least 30 days before a change applies.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.md"
    path.write_text(_OLD, encoding="utf-8")
    return path


def _compare(old: Path, new: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    path = old.with_name("new.md")
    path.write_text(new, encoding="utf-8")
    assert main(["compare", "--format", "json", str(old), str(path)]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def test_analyse_prints_a_finding_a_line(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "--format", "jsonl", str(old)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    for row in rows:
        assert set(row) == {"path", "start", "end", "clause_type", "severity", "stance", "confidence", "quote", "facts"}
        assert row["quote"] == _OLD[row["start"] : row["end"]]
    change = next(row for row in rows if row["clause_type"] == "unilateral-terms-change")
    (notice,) = change["facts"]["notice-period"]
    assert (notice["value"], notice["unit"], _OLD[notice["start"] : notice["end"]]) == ("30", "days", "30 days")


def test_analyse_prints_text_for_people(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", str(old)]) == 0
    said = capsys.readouterr().out
    assert "◆ medium  Unilateral change of terms" in said
    assert "lowered: notice is promised" in said


def test_html_is_analysed_as_its_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terms.html"
    path.write_text("<html><body><h1>Terms</h1><p>These terms are governed by the laws of Ireland.</p></body></html>")
    assert main(["analyse", "--format", "jsonl", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ("governing-law", "These terms are governed by the laws of Ireland.") in {
        (row["clause_type"], row["quote"]) for row in rows
    }


def test_compare_tells_a_rewording(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = _OLD.replace("30 days", "3 days")
    result = _compare(old, new, capsys)
    assert set(result) >= {"verdict", "changes", "moved_blocks", "summary"}
    assert result["verdict"] == "substantive"
    (change,) = (one for one in result["changes"] if one["clause_type"] == "unilateral-terms-change")
    assert set(change) >= {"kind", "clause_type", "old", "new", "severity_before", "severity_after", "summary"}
    assert change["direction"] == "worse"
    assert change["shifts"][0]["phrase"] == "the notice period falls from 30 days to 3 days"
    assert change["kind"] == "reworded"
    assert _OLD[change["old"]["start"] : change["old"]["end"]].startswith("We may change")
    assert "3 days" in new[change["new"]["start"] : change["new"]["end"]]


def test_compare_tells_whole_sentences(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = _compare(old, f"{_OLD}\nWe may close your account at any time without notice.\n", capsys)
    (one,) = result["sentences"]
    assert (one["how"], one["before"]) == ("came", "")
    assert one["after"] == "We may close your account at any time without notice."
    assert _compare(old, _OLD, capsys)["sentences"] == []


def test_compare_tells_an_addition_and_a_removal(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    law = "These terms are governed by the laws of Ireland."
    jury = "You and we waive any right to a jury trial in every dispute between us."
    result = _compare(old, _OLD.replace(law, jury), capsys)
    kinds = {(one["kind"], one["clause_type"]) for one in result["changes"]}
    assert {("removed", "governing-law"), ("added", "jury-trial-waiver")} <= kinds
    removed = next(one for one in result["changes"] if one["kind"] == "removed")
    assert (removed["new"], removed["severity_after"]) == (None, None)


@pytest.mark.parametrize(
    ("new", "verdict"),
    [
        (_OLD, "none"),
        (_OLD.replace("terms", "**terms**").replace("\n\n", "\n\n\n"), "technical"),
        ("Redirecting to accounts.larkwell.example", "failed"),
        (_OLD.replace("Terms of Service", "Terms of Use"), "editorial"),
        (_OLD.replace("at least 16 years", "at least 13 years"), "substantive"),
    ],
)
def test_compare_judges_the_version(old: Path, new: str, verdict: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = _compare(old, new, capsys)
    assert result["verdict"] == verdict
    if verdict in ("none", "technical", "failed"):
        assert result["changes"] == []


def test_compare_mirrors_itself(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jury = "\nYou and we waive any right to a jury trial in every dispute between us.\n"
    forward = _compare(old, _OLD + jury, capsys)
    longer = old.with_name("longer.md")
    longer.write_text(_OLD + jury, encoding="utf-8")
    backward = _compare(longer, _OLD, capsys)
    mirrored = {"added": "removed", "removed": "added", "reworded": "reworded", "moved": "moved"}
    assert sorted((mirrored[one["kind"]], one["clause_type"]) for one in forward["changes"]) == sorted(
        (one["kind"], one["clause_type"]) for one in backward["changes"]
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.md", b" \n\n ", "is empty"),
        ("binary.md", b"abc\0def", "is binary"),
        ("latin.md", b"caf\xe9 terms", "is not UTF-8 (byte 3)"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", "is no readable PDF"),
        ("script.html", b"<html><script>x</script></html>", "holds no text"),
    ],
)
def test_bad_input_is_told_in_one_line(
    tmp_path: Path, name: str, content: bytes, reason: str, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for arguments in (["analyse", str(path)], ["compare", str(old), str(path)]):
        assert main(arguments) == 2
        said = capsys.readouterr()
        assert said.err.count("\n") == 1
        assert f"{path}: {reason}" in said.err
        assert said.out == ""


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, reason in ((tmp_path / "none.md", "No such file"), (tmp_path, "Is a directory")):
        assert main(["analyse", str(path)]) == 2
        assert reason in capsys.readouterr().err


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    assert main(["analyse", str(path)]) == 2
    assert "has 52,428,800 bytes" in capsys.readouterr().err


def test_the_other_files_are_analysed_all_the_same(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "--format", "jsonl", str(old.with_name("none.md")), str(old)]) == 2
    assert len(capsys.readouterr().out.splitlines()) >= 3
