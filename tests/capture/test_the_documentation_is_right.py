"""The examples of the documentation are declarations, and it names every reason for which an answer is not used."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from conductatlas.capture import Obstacle
from tests.capture.folders import declared

_PAGE = (Path(__file__).parents[2] / "docs" / "declarations.md").read_text(encoding="utf-8")


def _example(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", _PAGE, re.DOTALL)
    return str(found)


def test_the_examples_declare_what_they_seem_to(tmp_path: Path) -> None:
    files = {"Lumora.json": _example("json"), "Lumora.conductatlas.yaml": _example("yaml")}
    found = declared(tmp_path, files)
    assert found.problems == ()
    terms, privacy, _ = found.services[0].terms
    assert terms.watch.cadence == timedelta(hours=6)
    assert (privacy.watch.cadence, privacy.watch.region) == (timedelta(days=1), "EU")
    assert [source.select for source in privacy.sources] == [("article",), ("#eea",)]


def test_every_reason_is_named() -> None:
    assert set(re.findall(r"`([a-z-]+)`", _PAGE.partition("## Why an answer is not used")[2])) >= set(Obstacle)
