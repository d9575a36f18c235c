"""A page speaks of the facts of a clause that its type turns on, each once, and of no others in the passage."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from django.test import Client

from conductatlas.provisions import find_facts
from conductatlas.site.presenters.clause_facts import clause_facts, is_shown
from conductatlas.site.templatetags.marks import does, figure
from tests.records_factory import at, make_document, make_provision, make_version


@pytest.mark.parametrize(
    ("clause_type", "kind", "shown"),
    [
        ("liability-limitation", "liability-cap", True),
        ("liability-limitation", "purpose", False),
        ("ai-training-on-user-content", "data-category", False),
        ("ai-feedback-training-grant", "opt-out", False),
        ("class-action-waiver", "governing-law", False),
        ("jurisdiction-venue", "governing-law", True),
        ("cookies-and-trackers", "retention-period", True),
        ("acceptance-by-use", "notice-period", False),
        ("deletion-right", "opt-out", False),
        ("objection-opt-out-right", "opt-out", True),
        ("informal-dispute-first", "claim-deadline", False),
        ("a-type-of-the-past", "notice-period", True),
        ("a-type-of-the-past", "purpose", False),
    ],
)
def test_kinds_of_facts_are_shown_where_they_say_something(clause_type: str, kind: str, *, shown: bool) -> None:
    assert is_shown(clause_type, kind) is shown


def test_what_comparisons_weigh_is_kept_and_what_a_passage_only_mentions_is_not() -> None:
    words = (
        "If you go on using it 30 days after our notice, you accept that we share your home address with advertisers."
    )
    facts = clause_facts("acceptance-by-use", words, "", find_facts(words))
    assert [fact.kind for fact in facts] == ["notice-period"]


@pytest.mark.django_db
def test_a_value_is_shown_once_and_a_channel_has_no_unit(client: Client) -> None:
    words = "We train our models on your posts. To opt out, write to privacy@larkwell.example."
    start, end = words.index("privacy@"), len(words) - 1
    fact = {"kind": "opt-out", "value": "privacy@larkwell.example", "unit": "channel", "start": start, "end": end}
    version = make_version(make_document("Larkwell"), words, at(2026, 3, 1))
    provision = make_provision(version, "ai-training-on-user-content", words, facts=[fact, fact])
    (shown,) = client.get(f"/{provision.permanent_id}.json").json()["facts"]
    assert (shown["kind"], shown["value"], shown["unit"]) == ("way to opt out", "privacy@larkwell.example", "")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [("10000", "USD", "USD 10,000"), ("4.99", "EUR", "EUR 4.99"), ("1", "hours", "1 hour"), ("Sweden", "", "Sweden")],
)
def test_a_figure_is_written_as_people_do(value: str, unit: str, said: str) -> None:
    assert figure(value, unit) == said


def test_what_several_provisions_of_a_law_do_is_said_of_several() -> None:
    assert does("Article 7", "limits") == "limits"
    assert does("Articles 20 and 21", "conditions") == "set conditions"
    assert does("Schedule 2, paragraphs 4 to 9", "limits") == "limit"


_TWO_LICENCES = (
    "You grant Fernpost a worldwide, royalty-free licence to host your posts. "
    "You also grant each other user a perpetual, irrevocable licence to your public posts."
)


def test_what_the_licence_to_other_users_is_called_is_not_told_of_the_providers() -> None:
    facts = clause_facts("content-licence", _TWO_LICENCES, "", find_facts(_TWO_LICENCES))
    assert [one.value for one in facts if one.kind == "licence-term"] == ["worldwide", "royalty-free"]


def test_where_there_is_but_one_licence_it_is_told() -> None:
    words = _TWO_LICENCES.partition(". ")[2]
    facts = clause_facts("content-licence", words, "", find_facts(words))
    assert [one.value for one in facts if one.kind == "licence-term"] == ["perpetual", "irrevocable"]


@pytest.mark.django_db
def test_several_figures_of_a_kind_stand_with_their_sentences(client: Client) -> None:
    words = (
        "We keep your data for a time. We keep invoices for 7 years. If you apply for a job, we keep it for 2 years."
    )
    facts = [asdict(fact) for fact in find_facts(words)]
    version = make_version(make_document("Larkwell"), words, at(2026, 3, 1))
    provision = make_provision(version, "retention-period", words, facts=facts)
    shown = [one for one in client.get(f"/{provision.permanent_id}.json").json()["facts"] if one["unit"] == "months"]
    assert [(one["value"], one["holds_for"], one["quote"]) for one in shown] == [
        ("84", "", "We keep invoices for 7 years."),
        ("24", "in one case", "If you apply for a job, we keep it for 2 years."),
    ]
