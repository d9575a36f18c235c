"""A figure is told by itself only where its sentence gives it of its kind; else with its sentence, or not at all."""

from __future__ import annotations

import pytest

from conductatlas.assessment import phrases
from conductatlas.provisions import find_facts, qualifier, sentence_slice, told_figures


def _told(words: str, kind: str) -> list[str]:
    return [fact.value for fact in told_figures(find_facts(words), words) if fact.kind == kind]


@pytest.mark.parametrize(
    ("words", "kind", "values"),
    [
        ("We keep your messages for 7, 14, 30 or 90 days, as you choose.", "retention-period", []),
        ("We keep your messages for thirty (30) or ninety (90) days.", "retention-period", []),
        ("We keep your messages for ninety (90) days.", "retention-period", ["90"]),
        ("No refund is given for charges made in error after such a 30-day period.", "refund-period", []),
        ("To get a refund, contact us within 30 days.", "refund-period", ["30"]),
        ("The trial period ends after 30 days. We store its data as well.", "retention-period", []),
        ("We store these cookies.\n\nlw_id\n\n2 years\n\nKnows you.", "retention-period", ["24"]),
        ("If you do not pay within 2 weeks, we have the right to delete your data.", "retention-period", []),
        ("How long we keep it:\n\n- Names: 30 days\n- Photos: 60 days", "retention-period", ["30", "60"]),
    ],
)
def test_what_is_one_of_several_or_for_something_else_is_not_told(words: str, kind: str, values: list[str]) -> None:
    assert any(fact.kind == kind for fact in find_facts(words))
    assert _told(words, kind) == values


@pytest.mark.parametrize(
    ("words", "kind", "holds_for"),
    [
        ("If you apply for a job, we keep your details for two years.", "retention-period", "in one case"),
        ("We keep your details for two years.", "retention-period", ""),
        (
            "We have no liability, unless that is not enforceable, in which case it shall not exceed EUR 900.",
            "liability-cap",
            "if the exclusion does not hold",
        ),
        ("Where not prohibited by law, our liability shall not exceed EUR 900.", "liability-cap", ""),
    ],
)
def test_what_holds_in_one_case_says_so(words: str, kind: str, holds_for: str) -> None:
    (fact,) = (one for one in find_facts(words) if one.kind == kind)
    assert qualifier(fact, words) == holds_for


def test_several_figures_of_a_kind_have_their_sentences_and_are_not_told_in_prose() -> None:
    words = "We keep invoices for 7 years. We keep logs on our U.S. servers for 90 days."
    facts = [fact for fact in find_facts(words) if fact.kind == "retention-period"]
    start, end = sentence_slice(words, facts[1])
    assert words[start:end].strip() == "We keep logs on our U.S. servers for 90 days."
    assert phrases(facts, words) == {}


def test_an_age_beside_that_of_adults_is_not_told_in_prose() -> None:
    words = "You must be at least 13 years old. For some features you must show that you are an adult."
    assert phrases(find_facts(words), words).get("age") is None
    assert phrases(find_facts(words[:34]), words[:34]).get("age") == "13 years"
