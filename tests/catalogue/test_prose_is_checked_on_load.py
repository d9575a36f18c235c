"""The prose of the catalogue is whole, and a broken file of it is told by file and entry."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from conductatlas.catalogue import CatalogueError, load_catalogue, load_prose, placeholders

_ENTRY: dict[str, Any] = {
    "id": "data-sale",
    "what": ["{platform} may sell data.", "The place is {venue}."],
    "why": ["What is sold is out of your hands."],
    "impact": {"mild": ["Little is sold."], "usual": ["Much is sold."], "harsh": ["All is sold."]},
    "do": ["Object."],
    "questions": ["Who buys?"],
    "diligence": ["Ask for the list of buyers."],
    "watch": ["Watch for new buyers."],
    "faq": [{"q": "Does {platform} sell data?", "a": ["The clause says so."]}],
    "related": ["third-party-sharing"],
}


def _write(tmp_path: Path, *entries: object, file: str = "sharing.yaml") -> Path:
    (tmp_path / file).write_text(yaml.safe_dump(list(entries)), encoding="utf-8")
    return tmp_path


def _broken(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    entry = copy.deepcopy(_ENTRY)
    change(entry)
    return entry


def test_the_prose_that_comes_with_the_system_is_read() -> None:
    prose = load_prose()
    assert prose.by_type
    assert all(clause_type in load_catalogue() for clause_type in prose.by_type)
    assert all(one.method == prose.method for one in prose.by_type.values())


def test_a_type_without_prose_is_no_error(tmp_path: Path) -> None:
    prose = load_prose(_write(tmp_path, _ENTRY))
    written = prose.get("data-sale")
    assert written is not None
    assert written.what == ("{platform} may sell data.", "The place is {venue}.")
    assert written.impact.harsh == ("All is sold.",)
    assert prose.get("third-party-sharing") is None


def test_no_prose_at_all_is_no_error(tmp_path: Path) -> None:
    assert len(load_prose(tmp_path)) == 0


def test_the_method_names_the_content(tmp_path: Path) -> None:
    first = load_prose(_write(tmp_path, _ENTRY))
    other = tmp_path / "other"
    other.mkdir()
    assert load_prose(_write(other, _broken(lambda one: one["why"].append("More.")))).method != first.method


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda one: one.update(id="no-such-type"), "type no-such-type: the catalogue has no such type"),
        (lambda one: one.update(id="auto-renewal"), "is no type of the category 'sharing'"),
        (lambda one: one.pop("why"), "type data-sale: lacks why"),
        (lambda one: one.update(colour="red"), "type data-sale: has unknown colour"),
        (lambda one: one["impact"].pop("usual"), "impact: lacks usual"),
        (lambda one: one.update(do=[]), "do must be a list of texts"),
        (lambda one: one.update(do="Object."), "do must be a list of texts"),
        (lambda one: one.update(do=[" "]), "do must be a text that is not empty"),
        (lambda one: one.update(why=["It is {colour}."]), "why: unknown placeholder colour"),
        (lambda one: one.update(why=["It is {venue."]), "why: unknown placeholder or stray brace"),
        (lambda one: one.update(why=["The place is {venue}."]), "why: every sentence depends on the clause"),
        (lambda one: one["faq"][0].pop("a"), "faq 1: lacks a"),
        (lambda one: one.update(do=[{"say": "Object.", "when": "("}]), "do: no regular expression"),
        (lambda one: one.update(do=[{"when": "sell"}]), "do: lacks say"),
        (lambda one: one.update(do=["It says {quoted}."]), "do: which words are to be quoted is not said"),
        (lambda one: one.update(do=[{"say": "Object.", "if": "sell"}]), "do: has unknown if"),
        (
            lambda one: one.update(do=["Object.", {"say": "Object.", "when": "a"}]),
            "stands twice, under other conditions",
        ),
        (
            lambda one: one.update(why=[{"say": "It is.", "when": "a"}]),
            "why: every sentence depends on the clause",
        ),
        (
            lambda one: one.update(why=[{"say": "It is.", "when": "a"}, {"say": "It isn't.", "unless": "b"}]),
            "why: every sentence depends on the clause",
        ),
        (lambda one: one.update(related=["no-such-type"]), "related names unknown no-such-type"),
        (lambda one: one.update(related=["data-sale"]), "related names the type itself"),
    ],
)
def test_broken_prose_is_told_in_one_line(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    with pytest.raises(CatalogueError, match=reason) as raised:
        load_prose(_write(tmp_path, _broken(change)))
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("sharing.yaml: type ")


@pytest.mark.parametrize(
    ("entries", "file", "reason"),
    [
        ([_ENTRY, _ENTRY], "sharing.yaml", "type data-sale stands twice"),
        ([_ENTRY], "zoo.yaml", "zoo.yaml: the catalogue has no category 'zoo'"),
        ([], "sharing.yaml", "must be a list of clause types"),
        (["text"], "sharing.yaml", "type 1 is no mapping"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, entries: list[object], file: str, reason: str) -> None:
    with pytest.raises(CatalogueError, match=reason):
        load_prose(_write(tmp_path, *entries, file=file))


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    (tmp_path / "sharing.yaml").write_text("- [", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"sharing.yaml: not YAML"):
        load_prose(tmp_path)


def test_a_sentence_may_hold_for_certain_words_only(tmp_path: Path) -> None:
    why = [{"say": "It is.", "when": r"\bsells?\b"}, {"say": "It isn't.", "unless": r"\bsells?\b"}]
    prose = load_prose(_write(tmp_path, _broken(lambda one: one.update(why=why)))).get("data-sale")
    assert prose is not None
    assert prose.why == ("It is.", "It isn't.")
    assert [prose.holds(one, "Larkwell SELLS data.") for one in (*prose.why, *prose.do)] == [True, False, True]
    assert [prose.holds(one, "Larkwell gives data away.") for one in (*prose.why, *prose.do)] == [False, True, True]


def test_placeholders_are_named() -> None:
    assert placeholders("{platform} meets in {venue} for {retention}.") == {"platform", "venue", "retention"}
