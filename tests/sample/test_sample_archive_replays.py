"""The sample archive replays from its histories, the same every time, and a history that can't be replayed says why."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from conductatlas.sample import SampleError, build_archive
from conductatlas.sample.histories import replay

_HISTORY = """\
source: https://a.example/terms
versions:
  - date: 2024-01-01T09:00:00Z
  - date: 2024-01-02T09:00:00Z
    edits:
"""
_BASE = "# Terms\n\nFirst paragraph, of Larkwell.\n\nSecond paragraph, of Larkwell.\n\nThird.\n"


def _head(path: Path) -> str:
    command = ["git", "-C", str(path), "rev-parse", "HEAD"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def _replayed(folder: Path, edits: str, history: str = _HISTORY) -> list[str]:
    document = folder / "Larkwell" / "Terms of Service"
    document.mkdir(parents=True, exist_ok=True)
    (document / "base.md").write_text(_BASE, encoding="utf-8")
    (document / "history.yaml").write_text(history + edits, encoding="utf-8")
    return [version.text for version in replay(document)]


def test_it_is_large_enough_and_the_same_every_time(tmp_path: Path) -> None:
    first, second = build_archive(tmp_path / "a.git"), build_archive(tmp_path / "b.git")
    assert _head(first.path) == _head(second.path)
    assert first.platforms >= 12
    assert first.documents >= 30
    assert first.versions >= 150


def test_its_links_lead_nowhere_real() -> None:
    for path in Path(str(files("conductatlas.sample"))).glob("archive/*/*/*"):
        text = path.read_text(encoding="utf-8")
        for host in (part.split("/")[0].split(")")[0] for part in text.split("https://")[1:]):
            assert host.rstrip(".,;\"'").split("?")[0].endswith(".example"), f"{path}: {host}"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ('{replace: "Third", with: "Last"}', _BASE.replace("Third", "Last")),
        ("{rename: Larkwell, with: Raven}", _BASE.replace("Larkwell", "Raven")),
        ('{delete: "Second"}', "# Terms\n\nFirst paragraph, of Larkwell.\n\nThird.\n"),
        ('{insert: "New.", after: "First"}', _BASE.replace("\n\nSecond", "\n\nNew.\n\nSecond")),
        (
            '{move: "First", after: "Third"}',
            "# Terms\n\nSecond paragraph, of Larkwell.\n\nThird.\n\nFirst paragraph, of Larkwell.\n\n",
        ),
    ],
)
def test_each_edit_does_what_it_says(tmp_path: Path, edit: str, expected: str) -> None:
    assert _replayed(tmp_path, f"      - {edit}\n")[1].rstrip("\n") == expected.rstrip("\n")


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        ('{replace: "paragraph", with: "x"}', "version 2, edit 1: 'paragraph' occurs 2 times"),
        ('{delete: "Nowhere"}', "'Nowhere' occurs 0 times"),
        ('{rename: "Nobody", with: "x"}', "'Nobody' does not occur"),
        ('{paint: "Third"}', "is none of replace"),
        ('{replace: "Third", with: "Third"}', "version 2: changes nothing"),
    ],
)
def test_an_edit_that_can_not_be_made_says_where(tmp_path: Path, edit: str, reason: str) -> None:
    with pytest.raises(SampleError, match=reason) as raised:
        _replayed(tmp_path, f"      - {edit}\n")
    assert str(raised.value).startswith("Larkwell/Terms of Service")


def test_dates_must_increase(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match="version 2: its date is not after"):
        _replayed(tmp_path, '      - {delete: "Third"}\n', _HISTORY.replace("2024-01-02", "2023-01-02"))
