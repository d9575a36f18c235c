"""No clause is said to lack something, and what one names alone is told where no word of the other may speak of it."""

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


def test_what_only_one_names_is_told_of_it_and_its_lack_of_none() -> None:
    plain = clause(1, "We may close your account if you break these rules.")
    naming = clause(2, "We may close your account if you break these rules, or where it is dormant.")
    assert _said("unilateral-termination", plain, naming) == "It names inactivity as a ground."
    assert "inactivity" not in _said("unilateral-termination", naming, plain)


def test_an_item_of_a_list_of_bans_is_no_difference() -> None:
    plain = clause(1, "You may not decompile the Larkwell service.")
    naming = clause(2, "You may not decompile the Larkwell service, nor use scrapers or bots on it.")
    assert _said("scraping-reverse-engineering-ban", plain, naming) == ""


def test_what_needs_a_reading_is_told_of_no_clause_alone() -> None:
    plain, excepting = clause(1, BAN.format("")), clause(2, BAN.format(EXCEPTION))
    for this, other in ((plain, excepting), (excepting, plain)):
        assert "law permits" not in _said("scraping-reverse-engineering-ban", this, other)


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
    assert _said("price-change", clause(1, text), other) == "It names a notice of 30 days."
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
    this = clause(1, words, severity=Severity.MEDIUM, reason=reason, modifier="transfer-by-use")
    alike = clause(2, "Through your use you expressly consent to have data moved.", severity=Severity.LOW)
    other = clause(3, "Data is moved to Northland.", severity=Severity.LOW)
    transfer = load_catalogue()["international-transfer"]
    assert difference(transfer, this, alike).unsure
    assert not difference(transfer, other, this).unsure


def test_a_clause_is_not_told_to_be_milder_by_its_silence() -> None:
    disclosure = load_catalogue()["government-disclosure"]
    reason = "on the provider's own belief"
    believing = "We hand your letters to the coast guard where we believe that this is needed."
    this = clause(1, believing, severity=Severity.HIGH, reason=reason, modifier="disclosure-on-belief")
    silent = clause(2, "We hand your letters to the coast guard.", severity=Severity.MEDIUM)
    assert difference(disclosure, this, silent).unsure
    assert difference(disclosure, silent, this).sentence == (
        "It is graded high (on the provider's own belief), where this one is graded medium."
    )


def test_a_disclosure_that_the_law_only_allows_is_no_milder_than_one_on_belief() -> None:
    belief = "We disclose data if we believe that this is necessary to protect our rights."
    this = clause(
        1, belief, severity=Severity.HIGH, reason="on the provider's own belief", modifier="disclosure-on-belief"
    )
    other = clause(2, "We may disclose data as allowed by law.", severity=Severity.MEDIUM)
    assert difference(load_catalogue()["government-disclosure"], this, other).unsure


def test_a_place_named_beside_the_home_of_a_consumer_makes_no_contrast() -> None:
    home = "You may sue where you live, or in the courts of Paris."
    this = clause(1, "The courts of Malta have exclusive jurisdiction.")
    other = replace(clause(2, home), stance=load_catalogue()["refund-right"].stance)
    assert "the courts of" not in _said("jurisdiction-venue", this, other)


def test_places_of_which_one_is_in_both_make_no_contrast() -> None:
    this, other = clause(1, "The laws of Malta apply."), clause(2, "The laws of Malta or the laws of Ireland apply.")
    assert "applies the law" not in _said("governing-law", this, other)


def test_a_rule_for_those_who_live_elsewhere_leaves_nobody_the_courts_of_their_home() -> None:
    home = "You may sue in the courts of the country where you live."
    kept = "lets a consumer keep the courts"
    assert kept in _said("jurisdiction-venue", clause(1, home), clause(2, f"As a consumer: {home}"))
    elsewhere = "If you are not a resident of Ostmark, sue in the courts of Malta, or for small claims where you live."
    assert kept not in _said("jurisdiction-venue", clause(1, home), clause(2, elsewhere))


def test_whom_a_clause_mentions_and_which_data_are_no_difference() -> None:
    this = clause(1, "We do not sell your data.")
    other = clause(2, "We do not sell your data as defined under the CCPA. Write to us with your e-mail address.")
    assert _said("no-sale-commitment", this, other) == ""


def test_of_several_ages_none_is_set_against_another() -> None:
    this = clause(1, "You must be at least 16 years old.")
    other = clause(2, "You must be at least 13 years old. For users under 18 some features are closed.")
    assert "18" not in _said("age-requirement", this, other)


@pytest.mark.parametrize("others", [", 16 in Norway", ", or the minimum age in your country", ""])
def test_of_ages_that_hang_on_the_country_none_is_told_alone(others: str) -> None:
    this = clause(1, f"We do not knowingly collect data from anybody under 13{others}.")
    other = clause(2, "We do not knowingly collect data from anybody under 18.")
    assert ("this one names 13" in _said("childrens-data", this, other)) is (not others)


def test_the_age_and_the_parents_are_both_told() -> None:
    this = clause(1, "You must be at least 16 years old.")
    other = clause(2, "You must be at least 13 years old. You may use it only with the consent of a parent.")
    assert _said("age-requirement", this, other) == (
        "It names 13 as the lowest age, where this one names 16; it asks for the consent of a parent or guardian."
    )


def test_an_age_from_which_one_may_join_is_not_set_against_one_below_which_a_parent_agrees() -> None:
    lowest = clause(1, "You must be at least 13 years old to use it.")
    agreed = clause(2, "If you are under 18, you may use it only with the consent of a parent.")
    for this, other in ((lowest, agreed), (agreed, lowest)):
        assert "where this one" not in _said("age-requirement", this, other)


@pytest.mark.parametrize("written", ["TWELVE (12) MONTHS", "12-month period", "12 months"])
def test_a_figure_is_the_same_however_it_is_written(written: str) -> None:
    limit = "Our liability will not exceed the fees that you paid in the {} before the claim."
    this, other = clause(1, limit.format(written)), clause(2, limit.format("12 months"))
    assert "where this one" not in _said("liability-limitation", this, other)
    other = clause(2, limit.format("6 months"))
    assert "to what was paid in 6 months, where this one" in _said("liability-limitation", this, other)


def test_what_a_licence_is_called_may_stand_in_other_words() -> None:
    this = clause(1, "You grant us a licence to your content, which we may assign.")
    other = clause(2, "You grant us a transferable licence to your content.")
    assert "transferable" not in _said("content-licence", this, other)


def test_training_that_a_licence_leaves_out_is_not_named_by_it() -> None:
    this = clause(1, "You grant us a licence to use your content.")
    named, left_out = (f"You grant us a licence to use your content{words}." for words in (" to train models", ""))
    assert _said("content-licence", this, clause(2, named)) == "It also names the right to train."
    assert "train" not in _said("content-licence", this, clause(2, left_out[:-1] + ", excluding model training."))


@pytest.mark.parametrize(
    ("clause_type", "this", "other", "untold"),
    [
        (
            "jurisdiction-venue",
            "Sue in the courts of San Francisco County, California.",
            "Sue in the courts of San Francisco, California.",
            "the courts of",
        ),
        (
            "jurisdiction-venue",
            "Sue in the courts of Porthaven County, Ostmark.",
            "Sue exclusively in the courts of Ostmark and Nordland, respectively, sitting in Porthaven.",
            "the courts of",
        ),
        (
            "class-action-waiver",
            "You waive class actions. If 25 or more claimants file demands, they are batched.",
            "You waive class actions. If twenty-five or more claimants file demands, they are batched.",
            "where this one",
        ),
        (
            "user-indemnification",
            "You will indemnify us against claims from your use.",
            "You will indemnify us against claims from breaches of law (privacy laws, regulations, or rights).",
            "rights of others",
        ),
    ],
)
def test_the_same_said_otherwise_and_a_list_of_laws_set_nothing_apart(
    clause_type: str, this: str, other: str, untold: str
) -> None:
    assert untold not in _said(clause_type, clause(1, this), clause(2, other))
