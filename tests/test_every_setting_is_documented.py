"""Every environment variable that the settings read stands in the operating guide, and no other."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_VARIABLE = re.compile(r"CONDUCTATLAS_[A-Z_]+")


def test_the_operating_guide_names_them_all() -> None:
    read = set(_VARIABLE.findall((_ROOT / "src/conductatlas/settings.py").read_text(encoding="utf-8")))
    told = set(_VARIABLE.findall((_ROOT / "docs/operating.md").read_text(encoding="utf-8")))
    assert read == told


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        path.relative_to(_ROOT).as_posix()
        for path in (_ROOT / "src").rglob("*.py")
        if re.search(r"os\.environ(?!\.setdefault)", path.read_text(encoding="utf-8"))
    }
    # Git is given an environment of its own, made from ours; nothing is read from it.
    assert readers == {"src/conductatlas/settings.py", "src/conductatlas/exchange/archive.py"}
