"""A clause is said to lack something only where no word of it, and no clause beside it, may speak of that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Clause, difference
from tests.comparison.clauses import clause

BAN = "You may not reverse engineer, decompile or disassemble the Larkwell service{}."
EXCEPTION = ", except to the extent that applicable law permits it"


def _said(clause_type: str, this: Clause, other: Clause) -> str:
    return difference(load_catalogue()[clause_type], this, other).sentence


def test_an_exception_that_only_one_makes_is_told_from_either_side() -> None:
    plain, excepting = clause(1, BAN.format("")), clause(2, BAN.format(EXCEPTION))
    assert _said("scraping-reverse-engineering-ban", plain, excepting) == (
        "It excepts what the law permits, where no words on what the law permits were found in this one."
    )
    assert _said("scraping-reverse-engineering-ban", excepting, plain) == (
        "No words on what the law permits were found in it, where this one excepts what the law permits."
    )


@pytest.mark.parametrize("near", [" unless a statute says otherwise", ", which is your legal duty"])
def test_words_that_come_near_it_are_no_silence(near: str) -> None:
    said = _said("scraping-reverse-engineering-ban", clause(1, BAN.format(near)), clause(2, BAN.format(EXCEPTION)))
    assert "found" not in said


def test_what_a_clause_beside_it_says_is_not_missing() -> None:
    plain = replace(clause(1, BAN.format("")), beside=f"It is banned{EXCEPTION}.")
    said = _said("scraping-reverse-engineering-ban", plain, clause(2, BAN.format(EXCEPTION)))
    assert "excepts" not in said


def test_a_time_that_a_clause_beside_it_names_is_not_missing() -> None:
    text = "We may change these prices."
    other = clause(2, f"{text} We give you 30 days of notice.")
    assert "no period of notice" in _said("price-change", clause(1, text), other)
    this = replace(clause(1, text), beside="We give you 14 days of notice.")
    assert "notice" not in _said("price-change", this, other)


@pytest.mark.parametrize(
    "way_out",
    [
        "In mass filings, the parties may opt out of arbitration.",
        "After 90 days of mediation you may opt out.",
        "If you are a resident of Northland, you may opt out by writing to privacy@larkwell.example.",
    ],
)
def test_a_way_out_for_some_is_told_as_none(way_out: str) -> None:
    ads = "We show ads for shops."
    assert "opt out" not in _said("targeted-advertising", clause(1, ads), clause(2, f"{ads} {way_out}"))


def test_another_grade_is_unsure_where_its_reason_may_stand_in_both() -> None:
    reason = "the user consents merely by using the service"
    words = "By using the service you consent to the transfer."
    this = replace(clause(1, words, severity=Severity.MEDIUM, reason=reason), evidence=(0, len(words)))
    alike = clause(2, "Through your use you expressly consent to have data moved.", severity=Severity.LOW)
    other = clause(3, "Data is moved to Northland.", severity=Severity.LOW)
    transfer = load_catalogue()["international-transfer"]
    assert difference(transfer, this, alike).unsure
    assert not difference(transfer, this, other).unsure


def test_a_place_named_beside_the_home_of_a_consumer_makes_no_contrast() -> None:
    home = "You may sue where you live, or in the courts of Paris."
    this = clause(1, "The courts of Malta have exclusive jurisdiction.")
    other = replace(clause(2, home), stance=load_catalogue()["refund-right"].stance)
    assert "the courts of" not in _said("jurisdiction-venue", this, other)


def test_places_of_which_one_is_in_both_make_no_contrast() -> None:
    this, other = clause(1, "The laws of Malta apply."), clause(2, "The laws of Malta or the laws of Ireland apply.")
    assert "applies the law" not in _said("governing-law", this, other)


def test_another_text_that_settles_it_stands_in_place_of_a_law() -> None:
    this = clause(1, "This is governed by the governing law and jurisdiction provisions in the Agreement.")
    assert _said("governing-law", this, clause(2, "This is governed by the laws of Malta.")).startswith(
        "It applies the law of Malta, where this one leaves that to another text or clause"
    )


@pytest.mark.parametrize("written", ["TWELVE (12) MONTHS", "12-month period", "12 months"])
def test_a_figure_is_the_same_however_it_is_written(written: str) -> None:
    limit = "Our liability will not exceed the fees that you paid in the {} before the claim."
    this, other = clause(1, limit.format(written)), clause(2, limit.format("12 months"))
    assert "where this one" not in _said("liability-limitation", this, other)
    other = clause(2, limit.format("6 months"))
    assert "by what was paid in 6 months, where this one" in _said("liability-limitation", this, other)


def test_what_a_licence_is_called_may_stand_in_other_words() -> None:
    this = clause(1, "You grant us a licence to your content, which we may assign.")
    other = clause(2, "You grant us a transferable licence to your content.")
    assert "transferable" not in _said("content-licence", this, other)
