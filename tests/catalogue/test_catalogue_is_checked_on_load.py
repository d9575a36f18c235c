"""The catalogue is whole, and a broken one is told by file and entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from conductatlas.catalogue import CatalogueError, Severity, Stance, load_catalogue

_ENTRY = """\
  - id: one-type
    category: ai
    title: "One, with a comma"
    severity: high
    stance: adverse
    means: What it means.
"""
_HEAD = "categories:\n  ai: AI governance\ntypes:\n"


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "types.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_catalogue_that_comes_with_the_system_is_whole() -> None:
    catalogue = load_catalogue()
    assert len(catalogue) == 113
    assert len(catalogue.categories) == 13
    assert {one.category for one in catalogue} == {category.id for category in catalogue.categories}
    assert catalogue["objection-opt-out-right"].title == "Objection, restriction and consent withdrawal"
    feedback = catalogue["ai-feedback-training-grant"]
    assert (feedback.severity, feedback.stance) == (Severity.HIGH, Stance.ADVERSE)
    assert feedback.lower_note.startswith("medium when only the feedback itself")
    assert "no-such-type" not in catalogue


def test_a_new_type_is_one_entry(tmp_path: Path) -> None:
    catalogue = load_catalogue(_write(tmp_path, _HEAD + _ENTRY + _ENTRY.replace("one-type", "two-type")))
    assert [one.id for one in catalogue] == ["one-type", "two-type"]
    assert catalogue["two-type"].title == "One, with a comma"
    assert catalogue.category("ai").title == "AI governance"
    assert [one.id for one in catalogue.of_category("ai")] == ["one-type", "two-type"]


def test_the_method_names_the_content(tmp_path: Path) -> None:
    first = load_catalogue(_write(tmp_path, _HEAD + _ENTRY))
    other = tmp_path / "other.yaml"
    other.write_text(_HEAD + _ENTRY.replace("means.", "meant."), encoding="utf-8")
    assert first.method != load_catalogue(other).method


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "must hold exactly"),
        ("categories: [", "not YAML"),
        (_HEAD + _ENTRY.replace("stance: adverse", "stance: hostile"), "one-type: stance must be one of"),
        (_HEAD + _ENTRY.replace("severity: high", "severity: grave"), "one-type: severity must be one of"),
        (_HEAD + _ENTRY.replace("category: ai", "category: zoo"), "unknown category 'zoo'"),
        (_HEAD + _ENTRY.replace("    means: What it means.\n", ""), "one-type: lacks means"),
        (_HEAD + _ENTRY + "    colour: red\n", "one-type: has unknown colour"),
        (_HEAD + _ENTRY + _ENTRY, "one-type stands twice"),
        (_HEAD + "  - just text\n", "type 1 is no mapping"),
        (_HEAD + _ENTRY.replace("What it means.", "''"), "must be a text that is not empty"),
    ],
)
def test_a_broken_catalogue_is_told_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CatalogueError, match=reason) as raised:
        load_catalogue(_write(tmp_path, text))
    assert "\n" not in str(raised.value)
    assert "types.yaml" in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="No such file"):
        load_catalogue(tmp_path / "none.yaml")


def test_severities_have_an_order() -> None:
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.NONE, Severity.LOW, Severity.MEDIUM, Severity.HIGH]
