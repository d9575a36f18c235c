"""A figure is told by itself only where its sentence gives it of its kind; else with its sentence, or not at all."""

from __future__ import annotations

import pytest

from conductatlas.assessment import phrases
from conductatlas.provisions import find_facts, qualifier, sentence_slice, told_by_themselves

_LONG = (
    "It is stored for 7 years after the end of the calendar year in which the year of the sale ended by the Act on "
    "accounts and 10 years after the talks."
)


def _told(words: str, kind: str) -> list[str]:
    return [fact.value for fact in told_by_themselves(find_facts(words), words) if fact.kind == kind]


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
        ("We answer at once:\n\n- Requests to delete: 4 days", "retention-period", ["4"]),
        ("You can count on this:\n\n- A note on it for 3 days\n- We delete old drafts", "retention-period", []),
        (
            "| Request | Answered |\n| --- | --- |\n| A copy | 4 days |\n| To delete | soon |",
            "retention-period",
            [],
        ),
        ("You can [change](https://larkwell.example) how long it is kept, to 3 months.", "retention-period", []),
        ("It is kept until the earlier of your request and 30 days after the end.", "retention-period", []),
        ("You can delete a note for all readers within at least 48 hours after sending it.", "retention-period", []),
        ("If you don't open your sketches for 3 years, we will delete them.", "retention-period", []),
        ("After you close your account, notes may not be deleted within 90 days.", "retention-period", []),
        (_LONG, "retention-period", []),
        ("You can withdraw within 14 days. We do not offer a right of withdrawal.", "refund-period", []),
        ("If you are between the ages of 13 and 17, a parent must agree.", "minimum-age", []),
        ("If you are aged 13 to 18, ask a parent. Nobody under 13 may join.", "minimum-age", ["13"]),
    ],
)
def test_what_is_one_of_several_or_for_something_else_is_not_told(words: str, kind: str, values: list[str]) -> None:
    assert any(fact.kind == kind for fact in find_facts(words))
    assert _told(words, kind) == values


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("You grant us a licence to copy and modify your posts.", ["copy", "modify"]),
        ("You grant us a licence to use and copy your posts.", ["use", "copy"]),
        ("You grant us a licence to use your posts.", []),
        ("You grant us a licence to copy your posts, and modify them for the purpose of formatting.", ["copy"]),
        ("You grant us a licence to copy and modify (for formatting purposes only) your posts.", ["copy"]),
    ],
)
def test_an_act_that_is_for_one_end_only_is_not_told_without_it(words: str, told: list[str]) -> None:
    assert _told(words, "licence-act") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("You grant us a limited, worldwide, royalty free licence.", ["worldwide", "royalty-free"]),
        ("You grant us a non-transferrable (except to a successor), fully-paid licence.", ["fully paid"]),
        ("You grant us an irrevocable (for as long as we store it) and perpetual licence.", ["perpetual"]),
    ],
)
def test_what_a_licence_is_called_is_told_where_nothing_bounds_the_word(words: str, told: list[str]) -> None:
    assert _told(words, "licence-term") == told


def test_a_cell_stands_in_its_row_and_no_link_is_cut() -> None:
    table = "| Name | Kept |\n| --- | --- |\n| lw_id | 2 years |\n| lw_no | 9 days |"
    first, second = (fact for fact in find_facts(table) if fact.kind == "retention-period")
    assert table[slice(*sentence_slice(table, first))].strip() == "| lw_id | 2 years |"
    assert table[slice(*sentence_slice(table, second))].strip() == "| lw_no | 9 days |"
    link = f"[a long page on it](https://larkwell.example/{'x' * 80})"
    words = f"In {'many ' * 40}cases, as {link} says, we keep it for 30 days, see {link}, {'in short ' * 30}."
    (fact,) = (fact for fact in find_facts(words) if fact.kind == "retention-period")
    said = words[slice(*sentence_slice(words, fact))]
    assert "30 days" in said and "](" not in said.replace(link, "")
    words = f"You can opt out [there](https://larkwell.example/out), or {link}, {'in short ' * 40}."
    (fact,) = (fact for fact in find_facts(words) if fact.kind == "opt-out")
    said = words[slice(*sentence_slice(words, fact))]
    assert "[there](https://larkwell.example/out)" in said and "](" not in said.replace(link, "").replace("there](", "")


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
