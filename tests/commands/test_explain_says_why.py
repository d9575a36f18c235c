"""`explain` names the words, the cue and the modifiers behind a passage's types and grades."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conductatlas.commands import main

_TERMS = """\
# Terms

## Changes

We may change these terms at any time. We will notify you by e-mail at least 30 days before a change applies.
"""


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.md"
    path.write_text(_TERMS, encoding="utf-8")
    return path


def test_words_and_modifiers_are_named(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(terms), str(_TERMS.index("notify"))]) == 0
    said = capsys.readouterr().out
    assert "headings: Terms > Changes" in said
    taken = said[said.index("\nUnilateral change of terms:") :]
    assert ", taken\n" in taken
    assert "may change +" in taken
    others = re.search(r"what else it may state: ([a-z-]+) [+-]\d\.\d\d, ", taken)
    assert others
    assert others[1] != "unilateral-terms-change"
    assert "graded medium, adverse: lowered: notice is promised" in taken


def test_an_offset_outside_every_passage_is_told(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(terms), "2"]) == 2
    assert "no passage at offset 2" in capsys.readouterr().err
