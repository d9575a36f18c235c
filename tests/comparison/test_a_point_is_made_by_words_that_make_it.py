"""A point is told of a clause by words that make it, once, and not beside a reason that tells the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import difference
from conductatlas.comparison.points import points_of
from tests.comparison.clauses import clause

_LIABILITY = load_catalogue()["liability-limitation"]


def test_employees_who_get_rights_are_no_denial_of_employment() -> None:
    says = "says that nobody becomes partner, agent or employee"
    beneficiaries = "There are no third party beneficiaries, but our suppliers and employees are intended ones."
    assert not _makes("general-provisions", says, beneficiaries)
    denies = "Nothing in it makes you a partner, agent or employee of ours, or grants third parties rights."
    assert _makes("general-provisions", says, denies)


def test_proceedings_in_a_court_are_no_order_of_one() -> None:
    says = "names a court order, warrant or subpoena"
    assert _makes("government-disclosure", says, "We hand data over on a warrant of a judge.")
    assert not _makes("government-disclosure", says, "We hand data over where that serves a judicial proceeding.")


def test_a_carve_out_is_told_once() -> None:
    carved = "Except for fraud and gross negligence, we are not liable for lost profits."
    other = replace(
        clause(
            2,
            carved,
            reason="some liability is carved out, such as for intent or gross negligence",
            modifier="liability-carve-out",
        ),
        evidence=(0, carved.index(",")),
    )
    this = clause(1, "We are not liable for lost profits.", severity=Severity.HIGH)
    told = difference(_LIABILITY, this, other).sentence
    assert told.count("gross negligence") == 1
    assert "leaves liability for intent" not in told


def test_whose_liability_is_capped_is_told() -> None:
    alone = clause(
        1,
        "Neither party is liable for lost profits. Larkwell's total liability will not exceed what you paid us.",
    )
    each = clause(2, "Each party's total liability for damages shall not exceed what was paid under this contract.")
    told = difference(_LIABILITY, alone, each).sentence
    assert (
        "it caps the liability of either side, where this one caps the liability of the provider alone" in told.lower()
    )


def _makes(clause_type: str, predicate: str, text: str) -> bool:
    (point,) = (one for one in points_of(clause_type) if one.says == predicate)
    return point.said_in(text, ((0, len(text)),)) is not None


@pytest.mark.parametrize(
    ("clause_type", "predicate", "says_so", "does_not"),
    [
        (
            "location-tracking",
            "names GPS or precise location",
            "With your leave we read the precise location of your phone.",
            "We don't collect the precise location of your phone, but infer its town from its IP address.",
        ),
        (
            "unilateral-termination",
            "names inactivity as a ground",
            "We may close dormant accounts.",
            "When we end the contract we return prepaid, unused fees.",
        ),
        (
            "general-provisions",
            "says who may pass the contract on",
            "Neither party may assign this contract.",
            "It binds the parties and their permitted assigns.",
        ),
        (
            "general-provisions",
            "calls the text the whole agreement",
            "These terms are the entire agreement between us.",
            "If this waiver is void, the entire agreement to arbitrate is void.",
        ),
    ],
)
def test_a_word_in_another_sense_makes_no_point(clause_type: str, predicate: str, says_so: str, does_not: str) -> None:
    assert _makes(clause_type, predicate, says_so)
    assert not _makes(clause_type, predicate, does_not)


def test_an_item_that_goes_on_with_a_line_above_it_is_not_told_to_be_silent() -> None:
    ban = load_catalogue()["ai-competing-model-restriction"]
    other = clause(2, "Using the outputs to develop models, or for distillation, is barred.")
    whole = clause(1, "You may not use our outputs to develop any models.")
    assert "distillation" in difference(ban, whole, other).sentence
    for item in (
        "2.To develop any models with our outputs.",
        "*   Use our outputs to develop any models.",
        "(a) develop any models with our outputs;",
        "develop any models with our outputs;",
    ):
        assert "distillation" not in difference(ban, clause(1, item), other).sentence
        assert "distillation" not in difference(ban, other, clause(1, item)).sentence
    for section in (
        "3. You may not use our outputs to develop any models.",
        "*   4.2 Use of our outputs to develop any models is barred.",
        "*   **Models.** Do not develop them with our outputs.",
        "2. Models. You may not develop them with our outputs.",
    ):
        assert "distillation" in difference(ban, clause(1, section), other).sentence
