"""What two clauses have in common is told only where no difference in what their type turns on is passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Comparison, difference, shown_part
from tests.comparison.clauses import clause

CAP = "Our total liability will not exceed the greater of $100 or the amount you paid us{}."


def _said(clause_type: str, this: str, other: str) -> str:
    found = difference(load_catalogue()[clause_type], clause(1, this), clause(2, other))
    return found.sentence


def test_a_cap_by_what_was_paid_is_told_with_the_time_whose_payments_count() -> None:
    half, year = CAP.format(" in the past six (6) months"), CAP.format(" in the past twelve (12) months")
    assert _said("liability-limitation", half, year) == (
        "It limits liability to USD 100 or what was paid in 12 months, whichever is more, where this one limits "
        "liability to USD 100 or what was paid in 6 months, whichever is more."
    )


def test_caps_by_payments_of_an_unknown_time_are_not_called_alike() -> None:
    assert _said("liability-limitation", CAP.format(""), CAP.format(" in the past six (6) months")) == ""
    term = CAP.format(" in the current subscription term")
    assert _said("liability-limitation", term, term.replace("current", "first")) == ""


def test_what_each_excepts_in_its_own_way_is_no_likeness() -> None:
    ban = "You may not assign these terms without our consent, except {}."
    ours, theirs = ban.format("that Larkwell may do so to an affiliate"), ban.format("in a merger of either side")
    assert "ike this one" not in _said("provider-assignment", ours, theirs)
    assert "ike this one" in _said("provider-assignment", ours, f"{ours} It binds heirs.")


@pytest.mark.parametrize(
    ("this", "other"),
    [
        (
            "You must be at least 18 to use Larkwell. If you are under 18, you need the permission of a parent.",
            "You must be at least 13 to use Tarn.",
        ),
        (
            "You must be at least 18 to use Larkwell, unless the law of your country sets another age.",
            "You must be 13.",
        ),
    ],
)
def test_an_age_below_which_some_are_let_in_is_no_lowest_one(this: str, other: str) -> None:
    assert "lowest age" not in _said("age-requirement", this, other)


def test_training_that_is_for_some_to_refuse_is_not_like_training_that_all_can_refuse() -> None:
    all_can = "We train our models on what you enter unless you opt out."
    some_can = "We train our models on what you enter. Paid customers can opt out: we train unless you opt out."
    assert "opts out" in _said("ai-training-opt-out", all_can, f"{all_can} It takes a day.")
    assert "opts out" not in _said("ai-training-opt-out", some_can, all_can)


def test_a_warranty_of_rights_is_set_beside_no_grant() -> None:
    grant = clause(1, "You grant us a royalty-free, perpetual and irrevocable licence to your photos and designs.")
    warranty = clause(
        2, "You represent that you own or have a royalty-free, perpetual and irrevocable licence to your photos."
    )
    kind = load_catalogue()["content-licence-survival"]
    assert shown_part(kind.id, grant, Comparison(warranty, 0.6, difference(kind, grant, warranty)), 400) is None
    assert shown_part(kind.id, grant, Comparison(grant, 0.9, difference(kind, grant, grant)), 400) is not None


def test_a_title_is_no_quotation() -> None:
    title = "4. Waiver of Jury Trials.\n"
    other = clause(2, f"{title}{'No jury hears what you and we dispute. ' * 20}", severity=Severity.HIGH)
    other = replace(other, parts=((0, len(title) - 1),))
    this = clause(1, "You give up trials by jury. No jury hears a waiver of jury trials.", severity=Severity.HIGH)
    kind = load_catalogue()["jury-trial-waiver"]
    part = shown_part(kind.id, this, Comparison(other, 0.6, difference(kind, this, other)), 30)
    assert part is None or len(part[0].text.split()) >= 7


def test_where_an_age_is_not_known_nothing_lesser_is_told() -> None:
    ours = "You must be at least 18 to use Larkwell."
    theirs = "You must be 13 or the age to consent in your country. Under 18 you need the permission of a parent."
    assert _said("age-requirement", ours, theirs) == ""


def test_a_cap_on_a_sum_is_set_beside_no_exclusion_of_kinds_of_loss() -> None:
    cap = clause(1, "In no event will we be liable for damages in an amount exceeding $100 or what you paid to us.")
    kinds = clause(2, "In no event will we be liable for indirect or punitive damages, or any damages like these.")
    kind = load_catalogue()["liability-limitation"]
    assert shown_part(kind.id, cap, Comparison(kinds, 0.6, difference(kind, cap, kinds)), 400) is None
    assert shown_part(kind.id, cap, Comparison(cap, 0.9, difference(kind, cap, cap)), 400) is not None


def test_a_licence_on_a_condition_is_not_like_one_without() -> None:
    grant = "You grant us a worldwide, perpetual and irrevocable licence to host and show your photos."
    assert "ike this one" in _said("content-licence-survival", grant, f"{grant} It binds heirs.")
    assert _said("content-licence-survival", grant, f"If you turn on sharing, {grant[0].lower()}{grant[1:]}") == ""


def test_a_figure_with_an_exception_beside_it_is_not_told_of_one_clause_alone() -> None:
    plain = "We may rewrite these prices."
    noticed = f"{plain} We give you 30 days of notice."
    assert "30 days" in _said("price-change", plain, noticed)
    assert "30 days" not in _said("price-change", plain, f"{noticed[:-1]}, except where the law asks for less.")


def test_consent_of_a_parent_that_may_be_asked_for_is_not_asked_for() -> None:
    plain = "We do not knowingly collect songs of anybody under 13."
    asking = f"{plain} Users under 13 must have the permission of a parent or guardian."
    perhaps = (
        f"{plain} If we need to rely on consent and your country requires it, we may require your parent's consent."
    )
    assert "parent or guardian" in _said("childrens-data", plain, asking)
    assert "parent or guardian" not in _said("childrens-data", plain, perhaps)
