"""Declarations of Open Terms Archive work unchanged: every form of every field, combined sources, history, filters."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from conductatlas.capture.declarations import Filter, Range, Selector, Source, terms_types
from tests.capture.folders import TERMS, declared, terms_of

_ADDRESS = "https://lumora.example/terms"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("main", ("main",)),
        (["main", ".legal > p"], ("main", ".legal > p")),
        ({"startBefore": "h1", "endBefore": "footer"}, (Range("h1", "footer", True, False),)),
        ({"startAfter": "h1", "endAfter": "#end"}, (Range("h1", "#end", False, True),)),
        (["h1", {"startAfter": "h1", "endBefore": "#end"}], ("h1", Range("h1", "#end", False, False))),
    ],
)
@pytest.mark.parametrize("key", ["select", "remove"])
def test_selectors_are_a_text_a_range_or_a_list(
    tmp_path: Path, key: str, written: Any, read: tuple[Selector, ...]
) -> None:
    (source,) = terms_of(tmp_path, {"fetch": _ADDRESS, "select": "body", key: written}).sources
    assert (source.select if key == "select" else source.remove) == read
    assert source.address == _ADDRESS


@pytest.mark.parametrize(("written", "read"), [({}, None), ({"executeClientScripts": False}, False)])
def test_scripts_may_be_left_open(tmp_path: Path, written: dict[str, bool], read: bool | None) -> None:
    (source,) = terms_of(tmp_path, {"fetch": _ADDRESS, "select": "main", **written}).sources
    assert source.execute_scripts is read


def test_sources_take_what_they_do_not_say_from_what_is_shared(tmp_path: Path) -> None:
    entry = {
        "select": "main",
        "remove": ["nav"],
        "executeClientScripts": True,
        "combine": [
            {"fetch": "https://lumora.example/one", "remove": ".menu"},
            {"fetch": "https://lumora.example/two", "select": "article", "executeClientScripts": False},
        ],
    }
    first, second = terms_of(tmp_path, entry).sources
    assert (first.select, first.remove, first.execute_scripts) == (("main",), (".menu",), True)
    assert (second.select, second.remove, second.execute_scripts) == (("article",), ("nav",), False)


def test_filters_are_told_apart_by_whether_they_can_be_applied(tmp_path: Path) -> None:
    script = """
        // export function inAComment() {}
        export async function cleanUrls(document) {}
        const rename = () => {}; export { rename as renamed };
    """
    entry = {
        "fetch": _ADDRESS,
        "select": "main",
        "filter": [{"removeQueryParams": ["h"]}, "cleanUrls", "renamed", "inAComment"],
    }
    found = declared(
        tmp_path, {"Lumora.json": {"name": "Lumora", "terms": {TERMS: entry}}, "Lumora.filters.js": script}
    )
    ((source,),) = [terms.sources for terms in found.services[0].terms]
    assert source.filters == (
        Filter("removeQueryParams", '["h"]', True),
        Filter("cleanUrls", "", False),
        Filter("renamed", "", False),
        Filter("inAComment", "", False),
    )
    said = [problem.message for problem in found.problems]
    assert "the filter “cleanUrls” is JavaScript, which is not run here; the document is read without it" in said
    assert "the filter “renamed” is JavaScript, which is not run here; the document is read without it" in said
    assert "the filter “inAComment” is neither built in nor exported; the document is read without it" in said
    assert not any(problem.serious for problem in found.problems)


def test_the_history_says_what_was_declared_at_a_moment(tmp_path: Path) -> None:
    def entry(name: str, until: str) -> dict[str, str]:
        return {"fetch": f"https://lumora.example/{name}", "select": "main", "validUntil": until}

    history = {
        TERMS: [entry("second", "2024-06-30T12:00:00Z"), entry("first", "2023-01-01T00:00:00+01:00")],
        "Imprint": [entry("imprint", "2024-01-01T00:00:00Z")],
    }
    current = {"name": "Lumora", "terms": {TERMS: {"fetch": _ADDRESS, "select": "main"}}}
    found = declared(tmp_path, {"Lumora.json": current, "Lumora.history.json": history})
    assert found.problems == ()
    (service,) = found.services

    def address_at(terms_type: str, *moment: int) -> str | None:
        terms = service.at(terms_type, datetime(*moment, tzinfo=UTC))  # type: ignore[arg-type,misc]
        return terms.sources[0].address.rpartition("/")[2] if terms else None

    assert address_at(TERMS, 2022, 12, 31, 23, 0) == "first"  # 'until' is inclusive, and in its own time zone
    assert address_at(TERMS, 2022, 12, 31, 23, 1) == "second"
    assert address_at(TERMS, 2024, 6, 30, 12, 0) == "second"
    assert address_at(TERMS, 2024, 6, 30, 12, 1) == "terms"
    assert address_at("Imprint", 2023, 1, 1) == "imprint"
    assert address_at("Imprint", 2025, 1, 1) is None


def test_a_service_that_ended_declares_no_terms(tmp_path: Path) -> None:
    found = declared(tmp_path, {"Lumora.json": {"name": "Lumora", "terms": {}}})
    assert found.problems == ()
    assert found.services[0].terms == ()


def test_a_folder_may_hold_the_folder_of_declarations(tmp_path: Path) -> None:
    (tmp_path / "declarations").mkdir()
    (tmp_path / "package.json").write_text("{}")
    assert (
        terms_of(tmp_path / "declarations", {"fetch": _ADDRESS, "select": "main"})
        == (declared(tmp_path, {}).services[0].terms[0])
    )


def test_a_page_without_a_selection_is_noted_and_a_pdf_is_not(tmp_path: Path) -> None:
    found = declared(
        tmp_path,
        {
            "Lumora.json": {
                "name": "Lumora",
                "terms": {TERMS: {"fetch": _ADDRESS}, "Imprint": {"fetch": "https://lumora.example/i.PDF?v=2"}},
            }
        },
    )
    assert [problem.message for problem in found.problems] == [
        "“Terms of Service” has no “select”: of a page its main content is read"
    ]
    assert found.services[0].terms[0].sources == (Source(_ADDRESS, line=4),)


def test_all_types_are_known_by_unique_names() -> None:
    links = [name for one in terms_types().values() for name in one.links]
    assert len(terms_types()) == 44
    assert len(links) == len(set(links))
    assert all(name == name.casefold() for name in links)
