"""The institutional part: which verified provisions of law in force speak to a clause, by region, and the exposure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conductatlas.assessment import INSTITUTIONAL_METHOD, Institutional, institutional
from conductatlas.catalogue import LawRegister, Severity, Stance, load_catalogue
from tests.catalogue.law_register import write_register

_DAY = date(2026, 4, 1)


@pytest.fixture
def register(tmp_path: Path) -> LawRegister:
    return write_register(tmp_path)


def _of(
    register: LawRegister,
    clause_type: str = "data-sale",
    *,
    severity: Severity = Severity.HIGH,
    on: date = _DAY,
    region: str = "",
) -> Institutional:
    known = load_catalogue()[clause_type]
    found = institutional(known, severity, known.stance, register, on, region)
    assert found is not None
    return found


def test_laws_stand_by_jurisdiction_with_how_and_why(register: LawRegister) -> None:
    found = _of(register)
    assert [(group.title, [law.title for law in group.laws]) for group in found.groups] == [
        ("European Union", ["River Act"]),
        ("California", ["Lake Act"]),
    ]
    (point,) = found.groups[0].laws[0].points
    assert (point.ref, point.how, point.why) == (
        "Article 7",
        "conditions",
        "A sale without consent is out of bounds.",
    )
    assert found.method == f"{INSTITUTIONAL_METHOD} {register.method}"


def test_what_nobody_verified_is_not_shown(register: LawRegister) -> None:
    found = _of(register)
    assert "Article 9" not in str(found)
    assert [agency.name for agency in found.agencies] == ["River Board"]


def test_a_law_that_ended_is_not_shown_and_one_to_come_says_from_when(register: LawRegister) -> None:
    assert "Old Act" not in str(_of(register))
    assert "Old Act" in str(_of(register, on=date(2019, 12, 31)))
    assert _of(register).groups[1].laws[0].applies_from == date(2027, 1, 1)
    assert _of(register, on=date(2027, 1, 1)).groups[1].laws[0].applies_from is None


def test_a_region_is_chosen_among_those_there_are(register: LawRegister) -> None:
    assert _of(register).regions == ("eu", "us")
    chosen = _of(register, region="us")
    assert [group.title for group in chosen.groups] == ["California"]
    assert chosen.agencies == ()
    assert _of(register, region="uk").groups == ()


def test_the_exposure_counts_all_laws_whatever_the_region(register: LawRegister) -> None:
    found = _of(register, region="eu")
    assert found.exposure == "high"
    assert found.exposure_sentences == (
        (
            "Of the laws on record here, one forbids something that clauses of this type may do "
            "and one sets conditions for them."
        ),
        "This wording is graded high, and it should be reviewed under each of them first.",
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.HIGH, "high"), (Severity.MEDIUM, "medium"), (Severity.LOW, "medium"), (Severity.NONE, "low")],
)
def test_the_exposure_follows_the_grade(register: LawRegister, severity: Severity, level: str) -> None:
    assert _of(register, severity=severity).exposure == level


def test_a_clause_that_protects_is_little_exposed(register: LawRegister) -> None:
    found = _of(register, "deletion-right", severity=Severity.NONE)
    assert found.exposure == "low"
    assert "protects users" in found.exposure_sentences[1]


def test_a_type_that_no_law_speaks_to_has_no_such_part(register: LawRegister) -> None:
    known = load_catalogue()["auto-renewal"]
    assert institutional(known, Severity.HIGH, Stance.ADVERSE, register, _DAY) is None
