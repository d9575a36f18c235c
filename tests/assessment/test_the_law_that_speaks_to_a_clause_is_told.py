"""The institutional part: which verified provisions of law in force speak to a clause, by region, and the exposure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conductatlas.assessment import INSTITUTIONAL_METHOD, ClauseAtLaw, Institutional, institutional
from conductatlas.assessment.exposure import Counted, Exposure, exposure
from conductatlas.catalogue import How, LawRegister, Severity, Stance, load_catalogue, load_laws
from tests.catalogue.law_register import LAWS, write_register

_DAY = date(2026, 4, 1)
_BOTH = date(2027, 1, 1)  # the day from which both acts apply
_LAKE = "    title: Lake Act\n"


@pytest.fixture
def register(tmp_path: Path) -> LawRegister:
    return write_register(tmp_path)


def _clause(clause_type: str = "data-sale", words: str = "We sell data.") -> ClauseAtLaw:
    return ClauseAtLaw(clause_type, words, load_catalogue()[clause_type].stance, "", False, frozenset())


def _of(
    register: LawRegister,
    clause_type: str = "data-sale",
    *,
    severity: Severity = Severity.HIGH,
    words: str = "We sell data.",
    on: date = _DAY,
    region: str = "",
) -> Institutional:
    found = institutional(_clause(clause_type, words), severity, register, on, region)
    assert found is not None
    return found


def _why(found: Institutional) -> str:
    assert found.exposure
    return found.exposure.why


def _weighed(
    provisions: list[Counted], severity: Severity = Severity.HIGH, stance: Stance = Stance.ADVERSE
) -> Exposure:
    return exposure(provisions, severity, stance)


def _titles(register: LawRegister, **about: Any) -> list[str]:
    """The laws shown beside a clause on sales, which is for whom `about` says."""
    found = institutional(replace(_clause(), **about), Severity.HIGH, register, _DAY)
    return [law.title for group in found.groups for law in group.laws] if found else []


def test_what_protects_consumers_alone_has_no_say_between_businesses(tmp_path: Path) -> None:
    register = write_register(tmp_path, LAWS.replace(_LAKE, f"{_LAKE}    of_consumers: true\n"))
    assert _titles(register) == ["River Act", "Lake Act"]
    assert _titles(register, between_businesses=True) == ["River Act"]


def test_what_protects_businesses_alone_has_a_say_between_them_alone(tmp_path: Path) -> None:
    register = write_register(tmp_path, LAWS.replace(_LAKE, f"{_LAKE}    of_businesses: true\n"))
    assert _titles(register) == ["River Act"]
    assert _titles(register, between_businesses=True) == ["River Act", "Lake Act"]


def test_what_is_owed_to_people_has_no_say_between_businesses(tmp_path: Path) -> None:
    laws = LAWS.replace("says: Data are sold only", "of_individuals: true\n        says: Data are sold only")
    register = write_register(tmp_path, laws)
    assert _titles(register) == ["River Act", "Lake Act"]
    assert _titles(register, between_businesses=True) == ["Lake Act"]


def test_what_binds_named_platforms_has_no_say_on_others(tmp_path: Path) -> None:
    register = write_register(tmp_path, LAWS.replace(_LAKE, f"{_LAKE}    of_platforms: [Larkwell]\n"))
    assert _titles(register, platform="Larkwell") == ["River Act", "Lake Act"]
    assert _titles(register, platform="Tiller") == _titles(register) == ["River Act"]


def test_what_binds_named_platforms_counts_for_these_as_a_law_for_everybody(tmp_path: Path) -> None:
    laws = LAWS.replace(_LAKE, f"{_LAKE}    only_for: big boats\n    of_platforms: [Larkwell]\n")
    named = replace(_clause(), platform="Larkwell")
    found = institutional(named, Severity.HIGH, write_register(tmp_path, laws), _BOTH)
    assert found is not None
    lake = found.groups[-1].laws[0]
    assert (lake.title, lake.only_for, lake.named) == ("Lake Act", "", "big boats")
    assert "certain companies" not in _why(found)


def test_what_forbids_has_nothing_to_say_to_a_clause_that_protects(register: LawRegister) -> None:
    protecting = replace(_clause(words="We sell no data."), stance=Stance.PROTECTIVE)
    found = institutional(protecting, Severity.HIGH, register, _DAY)
    assert found is not None
    assert [law.title for group in found.groups for law in group.laws] == ["River Act"]


def test_a_duty_of_processors_has_a_say_between_businesses_alone(tmp_path: Path) -> None:
    laws = LAWS.replace("says: Data are sold only", "of_processors: true\n        says: Data are sold only")
    register = write_register(tmp_path, laws)
    assert _titles(register) == ["Lake Act"]
    assert _titles(register, between_businesses=True) == ["River Act", "Lake Act"]


def test_a_law_that_asks_for_a_clause_is_not_counted_against_it() -> None:
    found = _of(load_laws(), "copyright-takedown", words="We end the accounts of repeat infringers under copyright.")
    points = {point.ref: point.how for group in found.groups for line in group.laws for point in line.points}
    assert points["17 U.S.C. § 512(i)"] is How.SUPPORTS


def test_where_a_law_holds_in_more_places_than_its_jurisdiction_these_are_told(tmp_path: Path) -> None:
    wider = LAWS.replace("    title: River Act\n", '    title: River Act\n    holds_in: "the River Area"\n')
    assert "it holds in the River Area." in _of(write_register(tmp_path, wider), region="eu").diligence[0]


def test_a_place_that_a_clause_names_and_no_law_shown_is_of_is_told(register: LawRegister) -> None:
    found = _why(_of(register, words="If you are in the European Union or Canada, we sell data.", on=_BOTH))
    assert "For Canada none was found." in found
    everywhere = _why(_of(register, on=_BOTH))
    assert "none was found" not in everywhere


@pytest.mark.parametrize(
    ("applies_to", "titles"),
    [
        ((), ["River Act", "Lake Act"]),
        (("consumers",), ["River Act", "Lake Act"]),
        (("EEA residents",), ["River Act"]),
        (("California residents",), ["Lake Act"]),
        (("US residents", "consumers"), ["Lake Act"]),
        (("California residents", "EEA residents"), ["River Act", "Lake Act"]),
        (("Swiss residents",), []),
    ],
)
def test_a_clause_for_people_of_some_places_meets_the_laws_of_these(
    register: LawRegister, applies_to: tuple[str, ...], titles: list[str]
) -> None:
    assert _titles(register, applies_to=applies_to) == titles


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


def test_a_law_on_a_subject_that_the_clause_does_not_touch_is_left_out(tmp_path: Path) -> None:
    laws = LAWS.replace("why: A sale without consent is out of bounds.", "why: Faces., only_with: [biometric, face]")
    register = write_register(tmp_path, laws)
    for words, shown in (("Data on the surface.", False), ("We sell Biometrics.", True), ("Scans of faces.", True)):
        titles = [law.title for group in _of(register, words=words).groups for law in group.laws]
        assert ("River Act" in titles) is shown
        assert "Lake Act" in titles


def test_a_law_is_left_out_where_words_show_another_subject(tmp_path: Path) -> None:
    laws = LAWS.replace("why: A sale without consent is out of bounds.", "why: Sales., not_with: [statistic]")
    register = write_register(tmp_path, laws)
    for words, shown in (("We sell data.", True), ("We sell Statistics drawn from data.", False)):
        titles = [law.title for group in _of(register, words=words).groups for law in group.laws]
        assert ("River Act" in titles) is shown


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


def test_what_speaks_to_a_clause_is_counted_whatever_the_region(register: LawRegister) -> None:
    assert _why(_of(register, region="eu", on=_BOTH)) == (
        "The register has two provisions of two laws that were found to speak to this clause: one forbids part of what "
        "such clauses may do and one sets conditions for such clauses. This counts what the register holds; "
        "whether the clause would hold does not follow from it."
    )


@pytest.mark.parametrize(
    ("hows", "stance", "turns_on"),
    [
        ([How.FORBIDS, How.LIMITS], Stance.ADVERSE, "keep clear of what is forbidden and keep to this limit."),
        ([How.CONDITIONS, How.REQUIRES], Stance.ADVERSE, "keep to these conditions and meet this requirement."),
        ([How.LIMITS, How.LIMITS], Stance.ADVERSE, "and what is done under it, keep to these limits."),
        ([How.LIMITS, How.CONDITIONS], Stance.ADVERSE, "under it, keep to this limit and these conditions."),
        ([How.REQUIRES, How.SUPPORTS], Stance.NEUTRAL, "and what is done under it, meet this requirement."),
        ([How.SUPPORTS], Stance.ADVERSE, "Nothing that was found could be held against such clauses."),
        ([How.SUPPORTS], Stance.PROTECTIVE, "the clause, which is on the side of users, is honoured."),
        ([How.REQUIRES], Stance.PROTECTIVE, "is honoured and meets this requirement."),
    ],
)
def test_a_challenge_turns_on_all_that_laws_do(hows: list[How], stance: Stance, turns_on: str) -> None:
    likely = _weighed([Counted("lake-act", how) for how in hows], stance=stance).likely
    assert likely.startswith("How often clauses like this are challenged is not on record. ")
    assert likely.endswith(turns_on)


def test_what_holds_later_or_for_some_alone_is_nothing_that_a_challenge_turns_on() -> None:
    later = Counted("lake-act", How.FORBIDS, date(2028, 3, 1))
    for_some = Counted("river-act", How.FORBIDS, for_some=True)
    assert "applies yet to everybody" in _weighed([later, for_some]).likely
    assert "forbidden" not in _weighed([later, for_some, Counted("pond-act", How.REQUIRES)]).likely
    beside = _weighed([for_some, Counted("pond-act", How.SUPPORTS)]).likely
    assert beside.endswith("Of what applies to everybody already, nothing could be held against such clauses.")


@pytest.mark.parametrize(
    ("severity", "graded"),
    [(Severity.HIGH, "is graded high"), (Severity.LOW, "is graded low"), (Severity.NONE, "has no severity")],
)
def test_the_grade_is_told_as_that_of_the_clause_for_a_user(severity: Severity, graded: str) -> None:
    assert _weighed([Counted("lake-act", How.LIMITS), Counted("river-act", How.LIMITS)], severity).grave == (
        f"The clause {graded} for an ordinary user. What a breach of these laws would cost does not follow from that."
    )


def test_one_law_is_not_told_as_several(tmp_path: Path, register: LawRegister) -> None:
    (tmp_path / "alone").mkdir()
    alone = _of(write_register(tmp_path / "alone", LAWS.split("  - id: lake-act")[0], "agencies: []"))
    assert alone.exposure
    assert (alone.several, _of(register).several) == (False, True)
    assert "What a breach of this law would cost" in alone.exposure.grave
    assert alone.watch[-1] == (
        "Amendments: this is what the law said when read; its page names the day and the state of it."
    )


def test_several_provisions_of_one_law_are_not_told_as_one() -> None:
    asked = [Counted("lake-act", How.REQUIRES)] * 3
    assert _weighed(asked).why.startswith(
        "The register has three provisions of one law that were found to speak to this clause: all set requirements in "
        "the matter."
    )
    assert _weighed(asked[:1]).why.startswith(
        "The register has one provision of one law that was found to speak to this clause: it sets a requirement "
        "in the matter."
    )


def test_what_does_not_apply_yet_is_told_with_its_day(tmp_path: Path) -> None:
    assert "One of them applies only from 1 January 2027." in _why(_of(write_register(tmp_path)))
    laws = LAWS.replace("says: Data of children", "applies_from: 2028-03-01\n        says: Data of children")
    (tmp_path / "staged").mkdir()
    staged = write_register(tmp_path / "staged", laws)
    assert "One of them applies only from 1 March 2028." in _why(_of(staged, on=_BOTH))
    days = (date(2028, 3, 1), date(2027, 5, 13), date(2027, 5, 13))
    later = _weighed([Counted("lake-act", How.LIMITS, day) for day in days]).why
    assert "They apply only from 13 May 2027 and 1 March 2028." in later


def test_what_to_check_names_the_provisions_of_the_region(register: LawRegister) -> None:
    everywhere, in_europe = _of(register), _of(register, region="eu")
    assert everywhere.diligence == (
        (
            "Establish which of these laws apply to the service and its users: they hold in the European Union and "
            "the United States (California from 1 January 2027)."
        ),
        "Check first against what is forbidden: Lake Act, section 2 (from 1 January 2027).",
        "Establish whether these conditions apply, and whether they are met in practice: River Act, Article 7.",
    )
    assert not any("Lake Act" in step for step in in_europe.diligence)
    assert _of(register, region="uk").diligence == ()


def test_a_state_is_told_with_its_country(tmp_path: Path) -> None:
    federal = LAWS.replace("jurisdiction: EU", "jurisdiction: US").replace("since: 2027-01-01", "since: 2020-01-01")
    assert (
        _of(write_register(tmp_path, federal))
        .diligence[0]
        .endswith("they hold in the United States (federal law and California).")
    )
    (tmp_path / "alone").mkdir()
    alone = write_register(tmp_path / "alone", federal.split("  - id: lake-act")[0], "agencies: []")
    assert _of(alone).diligence[0].endswith("it holds in the United States (federal law).")


def test_what_to_watch_names_what_is_yet_to_apply(tmp_path: Path) -> None:
    staged = LAWS.replace("says: Data of children", "applies_from: 2028-03-01\n        says: Data of children")
    found = _of(write_register(tmp_path, staged))
    assert found.watch[:2] == (
        "Lake Act applies from 1 January 2027.",
        "Lake Act, section 2 applies from 1 March 2028.",
    )
    assert len(_of(write_register(tmp_path, staged), on=date(2028, 3, 1)).watch) == 1


def test_an_agency_says_why_it_stands_there(register: LawRegister) -> None:
    (board,) = _of(register).agencies
    assert board.reason == "Named for the River Act."
    of_both = replace(register, agencies=(replace(register.agencies[0], laws=("river-act", "lake-act")),))
    assert [one.reason for one in _of(of_both).agencies] == ["Named for the River Act and the Lake Act."]


def test_a_type_that_no_law_speaks_to_has_no_such_part(register: LawRegister) -> None:
    assert institutional(_clause("auto-renewal", ""), Severity.HIGH, register, _DAY) is None


def test_a_law_that_is_not_for_everybody_says_so(tmp_path: Path) -> None:
    laws = LAWS.replace("    title: Lake Act\n", "    title: Lake Act\n    only_for: people at the lake\n")
    found = _of(write_register(tmp_path, laws), on=_BOTH)
    lake = found.groups[1].laws[0]
    assert (lake.title, lake.only_for) == ("Lake Act", "people at the lake")
    assert "One of them is for certain companies or people alone" in _why(found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Suits go to Alder alone, but the company may bring claims where you reside.", True),
        ("Suits go to Alder alone, but you may bring claims in your country.", False),
    ],
)
def test_whether_courts_are_distant_turns_on_where_the_user_may_sue(words: str, told: bool) -> None:
    speaks = [
        one
        for law in load_laws().shown()
        for part in law.provisions
        for one in part.speaks_to
        if one.clause_type == "jurisdiction-venue"
    ]
    assert {one.bears_on(words) for one in speaks} == {told}


def test_what_a_provision_says_is_not_said_twice(tmp_path: Path) -> None:
    says = "Data are sold only with consent."
    twice = LAWS.replace("why: A sale without consent is out of bounds.", "why: Data may be sold only with consent.")
    point = _of(write_register(tmp_path, twice)).groups[0].laws[0].points[0]
    assert (point.says, point.why) == (says, "")


def test_what_bears_on_the_clause_is_said_beside_the_whole_of_a_list(tmp_path: Path) -> None:
    many = "Data are collected with care, kept safe, told of, moved with thought and sold only with consent."
    laws = LAWS.replace("Data are sold only with consent.", many)
    picked = laws.replace("why: A sale without consent is out of bounds.", "why: Data are sold only with consent.")
    point = _of(write_register(tmp_path, picked)).groups[0].laws[0].points[0]
    assert (point.says, point.why) == (many, "Data are sold only with consent.")
