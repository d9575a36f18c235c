"""Facts carry the right value, unit and place, however they are written."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import find_facts, find_figures, qualifier

_WORDS = {7: "seven", 14: "fourteen", 30: "thirty", 45: "forty-five", 60: "sixty", 90: "ninety"}
_FILLER = st.text(alphabet="abcdefgh ,.;", max_size=40)


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.value, fact.unit) for fact in find_facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We give you at least thirty (30) days' notice.", ("notice-period", "30", "days")),
        ("We will notify you two weeks in advance.", ("notice-period", "14", "days")),
        ("We retain logs for up to 2 years.", ("retention-period", "24", "months")),
        ("Backups are deleted after ninety days.", ("retention-period", "90", "days")),
        ("You may opt out within 30 days of accepting.", ("opt-out-deadline", "30", "days")),
        ("Write within 30 days, otherwise you must arbitrate.", ("opt-out-deadline", "30", "days")),
        ("We change prices with 30 (thirty) days' notice.", ("notice-period", "30", "days")),
        ("You may cancel within the first 14 days.", ("refund-period", "14", "days")),
        ("Any claim must be brought within one year.", ("claim-deadline", "12", "months")),
        ("Our liability is limited to US$100.", ("liability-cap", "100", "USD")),
        ("A fee of EUR 1.000,00 applies.", ("amount", "1000.00", "EUR")),
        ("You pay 50 euros a year.", ("amount", "50", "EUR")),
        ("It costs £2,500.50 in all.", ("amount", "2500.50", "GBP")),
        ("These terms are governed by the laws of the State of California.", ("governing-law", "California", "")),
        ("Irish law applies.", ("governing-law", "Ireland", "")),
        ("For users in the US, the laws of the state of Delaware apply.", ("governing-law", "Delaware", "")),
        ("The courts of Amsterdam have jurisdiction.", ("venue", "Amsterdam", "")),
        (
            "The place of jurisdiction for any claim is Marin County, California, or",
            ("venue", "Marin County, California", ""),
        ),
        ("Venue shall be in King County.", ("venue", "King County", "")),
        ("You grant us a royalty-free licence.", ("licence-term", "royalty-free", "")),
        ("The licence is non-sublicensable.", ("licence-term", "non-sublicensable", "")),
        ("You must be at least 16 years old.", ("minimum-age", "16", "years")),
        ("Children under thirteen may not join.", ("minimum-age", "13", "years")),
        ("You may join if you are 18 years or older.", ("minimum-age", "18", "years")),
        ("California laws govern them.", ("governing-law", "California", "")),
        ("Swedish law governs. NO LAW LIMITS THIS.", ("governing-law", "Sweden", "")),
        ("CALIFORNIA LAW WILL GOVERN ALL DISPUTES.", ("governing-law", "California", "")),
        ("THE LAWS OF THE STATE OF NEW YORK WILL APPLY.", ("governing-law", "New York", "")),
        (
            "EXCLUSIVELY IN THE COURTS OF MARIN COUNTY, CALIFORNIA, USA, AND YOU AGREE.",
            ("venue", "Marin County, California, USA", ""),
        ),
        ("Go to the courts of Paris, France, and French law will apply.", ("venue", "Paris, France", "")),
        ("Go to the courts of Paris, France, and French law will apply.", ("governing-law", "France", "")),
        ("Go to the courts of England & Wales.", ("venue", "England & Wales", "")),
        ("Children under age 13 may not join.", ("minimum-age", "13", "years")),
        ("To opt out, write to privacy@larkwell.example.", ("opt-out", "privacy@larkwell.example", "channel")),
        ("You can opt out in your account settings.", ("opt-out", "account settings", "channel")),
        ("Opt out at **https://larkwell.example/out**.", ("opt-out", "https://larkwell.example/out", "channel")),
        ("You grant us a perpetual right to use your drafts.", ("licence-term", "perpetual", "")),
        ("You grant us a licence that is royalty free.", ("licence-term", "royalty-free", "")),
        ("You expressly grant us a licence to modify your drafts.", ("licence-act", "modify", "")),
        ("Last updated: 3 May 2024", ("last-updated", "2024-05-03", "")),
        ("Effective June 1, 2024", ("effective-date", "2024-06-01", "")),
        ("Date of last revision: 4 January 2022", ("last-updated", "2022-01-04", "")),
        ("Last update: July 18th, 2024", ("last-updated", "2024-07-18", "")),
        ("Date: November 20, 2020", ("last-updated", "2020-11-20", "")),
        ("Last updated: 25.01.2022", ("last-updated", "2022-01-25", "")),
        ("Last updated: 08/25/2025", ("last-updated", "2025-08-25", "")),
        ("Updated 2026-08-18T09:54:40Z", ("last-updated", "2026-08-18", "")),
        ("Last modified: 2020.12.07", ("last-updated", "2020-12-07", "")),
        ("Updated january 22nd, 2023", ("last-updated", "2023-01-22", "")),
        ("Last updated: January 2023", ("last-updated", "2023-01", "")),
        ("Last revised APRIL-2024", ("last-updated", "2024-04", "")),
        ("Valid as of 20 July 2025", ("effective-date", "2025-07-20", "")),
        ("Date de la dernière mise à jour : 25 avril 2023", ("last-updated", "2023-04-25", "")),
        ("Ces règles prendront effet le 1er janvier 2025.", ("effective-date", "2025-01-01", "")),
        ("Stand: 3. Mai 2024", ("last-updated", "2024-05-03", "")),
        ("Diese Regeln sind gültig ab 1. März 2024.", ("effective-date", "2024-03-01", "")),
    ],
)
def test_each_kind_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _found(text)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_figures_is_read_where_it_can_be_read_in_one_way(day: date) -> None:
    said = [value for _, value, _ in _found(f"Last updated: {day.day}/{day.month}/{day.year}")]
    assert said == ([day.isoformat()] if day.day > 12 or day.day == day.month else [])
    assert [value for _, value, _ in _found(f"Last updated: {day:%d.%m.%Y}")] == [day.isoformat()]


@given(st.integers(1, 700))
def test_the_channel_of_an_opt_out_stands_near_it_and_whole(apart: int) -> None:
    channel = "privacy@larkwell.example"
    (found,) = (
        value for kind, value, _ in _found(f"You can opt out.{' ' * apart}Write to {channel}.") if kind == "opt-out"
    )
    assert found in (channel, "no channel named")
    assert found == channel or apart > 250


def test_the_channel_of_an_opt_out_is_the_one_named_with_it() -> None:
    text = (
        "See https://larkwell.example/how. To opt out, click https://larkwell.example/out. Or ask a@larkwell.example."
    )
    assert ("opt-out", "https://larkwell.example/out.", "channel") in _found(text)


def test_the_address_of_a_hidden_mailbox_is_no_channel() -> None:
    text = "To opt out, write to [\\[email protected\\]](https://larkwell.example/cdn-cgi/l/email-protection)."
    assert ("opt-out", "no channel named", "") in _found(text)


def test_an_address_for_something_else_is_no_channel() -> None:
    text = "If a link is out of date, write to help@larkwell.example. Some models let you opt out of training."
    assert ("opt-out", "no channel named", "") in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We will repay you not later than 14 days from the day on which we are informed that you object.",
        "If you do not respond within 30 days of our notice, we may delete it.",
        "It renews unless you cancel it at least 24 hours before the end of the period.",
    ],
)
def test_times_to_act_are_no_notice_no_retention_and_no_refund(text: str) -> None:
    assert _found(text) == []


def test_words_of_another_sentence_or_of_what_comes_after_make_no_notice_and_no_refund() -> None:
    text = "It runs until you cancel it. Thirty days before it ends, we send you a reminder."
    assert [kind for kind, _, _ in _found(text)] == ["notice-period"]
    assert _found("You may appeal within six months of the day on which you were notified.") == []


def test_notice_is_of_the_period_that_it_stands_with() -> None:
    found = _found("An audit is possible once every 12 months, upon 30 days’ advance written notice.")
    assert [(value, unit) for kind, value, unit in found if kind == "notice-period"] == [("30", "days")]


@pytest.mark.parametrize(
    "period", ["two years and one day", "one (1) year and twenty-eight (28) days", "1 month plus 5 days"]
)
def test_a_period_of_two_units_is_neither(period: str) -> None:
    assert not [kind for kind, _, _ in _found(f"A claim is barred unless filed within {period}.") if "deadline" in kind]


@pytest.mark.parametrize(
    "text",
    [
        "Fees are due 30 days after the invoice and payable in advance.",
        "Fees are due within thirty (30) days of the Larkwell invoice date and non-refundable, with notice.",
        "Either party may leave if the other fails to cure a breach within thirty days after written notice.",
        "Either party may leave if the other has not remedied it within ten days from the receipt of a notice.",
    ],
)
def test_times_to_pay_or_to_mend_a_breach_are_no_notice(text: str) -> None:
    assert not [kind for kind, _, _ in _found(text) if kind == "notice-period"]


@given(st.sampled_from(sorted(_WORDS)), st.sampled_from(["{0}", "{1}", "{1} ({0})"]), _FILLER, _FILLER)
def test_numbers_in_words_and_digits_agree_wherever_they_stand(days: int, form: str, before: str, after: str) -> None:
    text = f"{before} we give notice {form.format(days, _WORDS[days])} days ahead {after}"
    assert ("notice-period", str(days), "days") in _found(text)


@given(st.text(max_size=200))
def test_places_lie_inside_the_text_and_hold_words(text: str) -> None:
    for fact in find_facts(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end].strip()


_AROUND = st.lists(
    st.sampled_from(
        ["you must", "we", "either party", "notify us", "after deletion", "if you close", ".", "and", "| "]
    ),
    max_size=6,
).map(" ".join)


@given(st.sampled_from(["notice of", "kept for", "refund within"]), _AROUND, _AROUND, st.integers(0, 40))
def test_what_a_period_holds_for_is_told_by_its_own_sentence(kind: str, before: str, after: str, far: int) -> None:
    text = f"{before} {kind} 30 days {after}"
    above = "Ships sail. " * far + "\n\n"
    moved = above + text
    own = [(fact.start, fact.kind, qualifier(fact, text)) for fact in find_facts(text)]
    assert [(fact.start - len(above), fact.kind, qualifier(fact, moved)) for fact in find_facts(moved)] == own


@given(_FILLER)
def test_a_fact_is_sliced_exactly(before: str) -> None:
    text = f"{before} notice of 30 days is given"
    (fact,) = (one for one in find_facts(text) if one.kind == "notice-period")
    assert text[fact.start : fact.end] == "30 days"


def test_the_verb_may_is_no_month() -> None:
    assert _found("We updated this; you may 12, 2024 times, use it. Effective users may 3.") == []


def test_an_age_is_no_period() -> None:
    kinds = {kind for kind, _, _ in _found("Give notice if you are under 13 years old.")}
    assert kinds == {"minimum-age", "applies-to"}


@pytest.mark.parametrize(
    "piece", ["thirty ", "30 days ", "$1,000,", "laws of the State of A", "licence perpetual ", "a@a.", "May 1, "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    find_facts(text)
    assert time.process_time() - started < 5


def test_figures_are_those_facts_that_no_passage_only_mentions() -> None:
    said = (
        "We keep your letters for 30 days, or for 90 days if you write to legal@birch.example "
        "to opt out, and share them with service providers for $20 a month, under the laws of Ireland, if you are 16."
    )
    mentioned = {"data-category", "recipient", "purpose", "applies-to", "licence-act", "opt-out"}
    facts = find_facts(said)
    assert find_figures(said) == [fact for fact in facts if fact.kind not in mentioned]
    assert len(find_figures(said)) >= 3
    assert mentioned.intersection(fact.kind for fact in facts)
