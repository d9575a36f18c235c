"""Folders of declarations, as tests write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from conductatlas.capture import Declarations, Terms, read_declarations

TERMS = "Terms of Service"


def declared(folder: Path, files: dict[str, Any]) -> Declarations:
    """What a folder with these files declares; a value that is no text is written as JSON."""
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content, indent=1, ensure_ascii=False)
        (folder / name).write_text(text, encoding="utf-8")
    return read_declarations(folder)


def terms_of(folder: Path, entry: dict[str, Any], **files: Any) -> Terms:
    """The terms of a service whose only declaration is this entry, which must have no serious problem."""
    found = declared(folder, {"Lumora.json": {"name": "Lumora", "terms": {TERMS: entry}}, **files})
    assert [problem for problem in found.problems if problem.serious] == []
    return found.services[0].terms[0]
