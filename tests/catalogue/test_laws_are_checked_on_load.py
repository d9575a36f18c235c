"""The register of laws is whole, and a broken one is told by file and entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conductatlas.catalogue import JURISDICTIONS, REGIONS, CatalogueError, How, load_laws
from tests.catalogue.law_register import AGENCIES, LAWS, write_register

_READ = "{source: https://law.example/river/7, on: 2026-01-05, kind: official}"
# Of the 113 clause types; for the others no law that clearly speaks was read yet.
_TYPES_SPOKEN_TO = 95


def test_the_register_that_comes_with_the_system_is_read() -> None:
    register = load_laws()
    assert register.laws
    assert register.method.startswith("laws-")


def test_what_is_shown_is_verified_provisions_only(tmp_path: Path) -> None:
    register = write_register(tmp_path)
    assert [part.ref for part in register.shown()[0].provisions] == ["Article 7"]
    river = register.law("river-act")
    assert river is not None
    assert len(river.provisions) == 1
    (tmp_path / "unread").mkdir()
    unread = write_register(
        tmp_path / "unread", LAWS.split("  - id: lake-act")[0].replace(_READ, "null"), "agencies: []"
    )
    assert (unread.shown(), unread.law("river-act"), len(unread.laws)) == ((), None, 1)


def test_every_entry_of_the_register_is_fit_to_show() -> None:
    register = load_laws()
    for law in register.laws:
        assert law.until is None or law.until > law.in_force_since
        for part in law.provisions:
            types = [one.clause_type for one in part.speaks_to]
            assert len(types) == len(set(types)), f"{law.id} {part.ref} names a type twice"
            assert part.applies_from is None or part.applies_from > law.in_force_since, f"{law.id} {part.ref}"
            if part.verified:
                assert part.verified.version, f"{law.id} {part.ref} does not say which state of the text was read"
                assert part.verified.on >= date(2026, 11, 25)
    for agency in register.agencies:
        assert agency.laws, agency.id


def test_for_most_clause_types_a_law_speaks() -> None:
    spoken_to = {one.clause_type for law in load_laws().shown() for one in law.spoken_to()}
    assert len(spoken_to) >= _TYPES_SPOKEN_TO


def test_every_jurisdiction_lies_in_a_region() -> None:
    assert {one.region for one in JURISDICTIONS.values()} == set(REGIONS)


def test_laws_and_agencies_are_values(tmp_path: Path) -> None:
    register = write_register(tmp_path)
    river, lake, old = register.laws
    assert (river.jurisdiction.title, lake.jurisdiction.region) == ("European Union", "us")
    assert river.in_force_since == date(2020, 5, 25)
    assert (lake.until, old.until) == (None, date(2019, 12, 31))
    assert river.provisions[0].speaks_to[0].how is How.CONDITIONS
    assert river.provisions[1].verified is None
    assert register.agencies[0].laws == ("river-act", "old-act")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("title: River Act", "name: River Act", "law river-act: lacks title"),
        ("citation: Act 12 of 2020", "citation: ''", "law river-act: citation must be a text"),
        ("jurisdiction: EU", "jurisdiction: Moon", "law river-act: unknown jurisdiction 'Moon'"),
        ("https://law.example/river\n", "javascript:alert(1)\n", "river-act: an address must begin with https://"),
        ("2020-05-25", "lately", "river-act: in_force_since must be a day"),
        ("how: conditions", "how: dislikes", "river-act: Article 7: how must be one of"),
        ("type: data-sale, how: conditions", "type: zoo, how: limits", "the catalogue has no type 'zoo'"),
        ("id: lake-act", "id: river-act", "law river-act stands twice"),
        ("on: 2026-01-05", "on: 5", "must be a day"),
        ("kind: official", "kind: rumour", "river-act: Article 7: verified: kind must be one of official"),
        (", kind: official", "", "river-act: Article 7: verified: lacks kind"),
        ("source: https:", "source: ftp:", "must begin with https:// or http://"),
        ("says: Data are sold", "applies_from: soon\n        says: Data are sold", "applies_from must be a day"),
        ("why: A sale", "only_with: face, why: A sale", "river-act: Article 7: only_with must be a list"),
        ("why: A sale", "not_with: face, why: A sale", "river-act: Article 7: not_with must be a list"),
        (
            "title: River Act",
            "title: River Act\n    of_platforms: Larkwell",
            "law river-act: of_platforms must be a list",
        ),
        ("title: River Act", "title: River Act\n    only_for: 5", "law river-act: only_for must be a text"),
        (
            "title: River Act",
            "title: River Act\n    of_consumers: 5",
            "law river-act: of_consumers must be true or false",
        ),
    ],
)
def test_a_broken_law_is_told_in_one_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(CatalogueError, match=reason) as raised:
        write_register(tmp_path, LAWS.replace(old, new, 1))
    assert str(raised.value).startswith("laws.yaml: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("laws: [lake-act]", "laws: [sea-act]", "agency lake-board: laws names unknown sea-act"),
        ("remit: It enforces the Lake Act.", "remit: 5", "agency lake-board: remit must be a text"),
        ("https://lake.example/complain", "http://lake.example", "must begin with https://"),
    ],
)
def test_a_broken_agency_is_told(tmp_path: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(CatalogueError, match=reason):
        write_register(tmp_path, LAWS, AGENCIES.replace(old, new, 1))
