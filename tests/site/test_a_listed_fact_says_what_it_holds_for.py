"""In lists of many clauses a fact is told with what it holds for, as on its own record."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from conductatlas.provisions import find_facts
from conductatlas.records.models import Passage, Provision, Wording
from conductatlas.site.presenters.stated_facts import stated_facts


@pytest.mark.parametrize(
    ("clause_type", "text", "told"),
    [
        ("age-requirement", "You must be 18 or older to broadcast.", "18 years (for a part of the service)"),
        ("user-termination", "Either party may end this on 30 days' notice.", "30 days (given by either side)"),
        ("age-requirement", "You must be at least 16 years old to use Larkwell.", "16 years"),
    ],
)
def test_a_fact_is_listed_with_what_it_holds_for(clause_type: str, text: str, told: str) -> None:
    facts = [asdict(one) for one in find_facts(text)]
    wording = Wording(provision=Provision(clause_type=clause_type), passage=Passage(text=text), facts=facts)

    assert [one.stated for one in stated_facts(wording)] == [told]


def test_who_bears_the_costs_of_an_arbitration_is_listed() -> None:
    text = "Disputes go to binding arbitration. Larkwell will pay all arbitration fees."
    facts = [asdict(one) for one in find_facts(text)]
    wording = Wording(provision=Provision(clause_type="mandatory-arbitration"), passage=Passage(text=text), facts=facts)

    assert [(one.kind, one.stated) for one in stated_facts(wording)] == [
        ("costs of arbitration", "the provider pays the fees")
    ]
