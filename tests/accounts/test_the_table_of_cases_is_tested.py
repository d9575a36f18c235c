"""Each case in the table of docs/plans.md names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def test_every_case_names_tests_that_exist() -> None:
    rows = re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", (_ROOT / "docs/plans.md").read_text("utf-8"), re.MULTILINE)
    cases = [row for row in rows if row[0] != "case"]
    assert len(cases) >= 13
    sources = "".join(path.read_text("utf-8") for path in (_ROOT / "tests").rglob("test_*.py"))
    tests = set(re.findall(r"^def (test_\w+)\(", sources, re.MULTILINE))
    for case, _, named in cases:
        names = re.findall(r"`(\w+)`", named)
        assert names, f"{case} names no test"
        assert set(names) <= tests, f"{case} names tests that are not there"
