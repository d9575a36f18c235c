"""A difference is told only where neither clause may say what the other says in other words."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import choose, difference
from conductatlas.comparison.excerpts import excerpt
from conductatlas.comparison.likeness import weigh
from tests.comparison.clauses import clause


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


def test_a_sublicensable_licence_names_the_right_to_sublicense() -> None:
    granted = "You grant Larkwell a worldwide licence to host and copy your content"
    said = _said("content-licence", f"{granted} that is sub-licensable.", f"{granted} and to sublicense it.")
    assert "sublicense" not in said


def test_who_can_select_has_a_way_out() -> None:
    said = _said(
        "ai-training-on-user-content",
        "You can select whether we use your content to train our models.",
        "We use your content to train our models, and you can opt out by writing to privacy@larkwell.example.",
    )
    assert "no way to opt out" not in said


def test_a_change_that_is_likely_to_affect_users_may_be_a_material_one() -> None:
    said = _said(
        "unilateral-terms-change",
        "We tell you of material changes to these terms.",
        "We tell you of changes to these terms that are likely to affect your rights.",
    )
    assert "changes that are material" not in said


def test_a_merger_that_lets_users_pass_on_nothing_is_none_of_the_provider() -> None:
    said = _said(
        "provider-assignment",
        "You may not assign these terms. We may assign them freely.",
        "You may not assign these terms, including in a change of control. We may assign them freely.",
    )
    assert "mergers or sales" not in said


def test_access_to_the_end_is_kept_where_cancelling_takes_effect_then() -> None:
    said = _said(
        "cancellation-terms",
        "You may cancel at any time. You will keep access until the end of the period that you paid for.",
        "You may cancel at any time. The cancellation will take effect on the last day of the current period.",
    )
    assert "After you cancel, you keep access" not in said


def test_an_age_of_those_whose_data_are_not_collected_is_no_minimum_age() -> None:
    said = _said(
        "age-requirement",
        "You must be at least 18 years old to use Larkwell.",
        "We do not knowingly collect personal information from children under the age of 13.",
    )
    assert "the age of 13" not in said


def test_a_contest_of_a_decision_is_no_review_by_people() -> None:
    said = _said(
        "ai-automated-decisions",
        "We make no decisions by machine alone.",
        "We make no decisions by machine alone, and you have the right to appeal such a decision.",
    )
    assert "review by people" not in said


def test_how_an_indemnity_is_claimed_is_not_set_beside_the_indemnity() -> None:
    steps = "gives prompt written notice of the claim, hands over the defence and settlement, and cooperates with it."
    how = f"Each party seeking indemnity {steps}"
    promise = f"Larkwell will indemnify Customer where Customer {steps}"
    again = f"A party seeking indemnification {steps} Costs of that are paid back."
    found = choose(
        load_catalogue()["provider-indemnification"], clause(1, how), [clause(2, promise), clause(3, again)]
    ).telling
    assert [one.clause.record for one in found] == [3]


def test_an_excerpt_holds_what_it_was_asked_to_hold() -> None:
    long = f"Nobody is liable for {', '.join(['loss of profit or of use'] * 16)}, and for anything else.\n\n"
    limit = f"Our liability in all{' in all' * 30} is limited to $100. This holds even so, and it holds for everybody."
    text = long + limit
    place = (len(long) - 1, text.index("$100") + 5)
    shown = excerpt(text, 310, weigh("loss of profit or of use"), place, [(place[1] - 5, place[1] - 1)])
    assert "$100" in shown.text
    assert not shown.from_within


def test_a_framework_between_two_places_names_no_place_where_data_goes() -> None:
    said = _said(
        "international-transfer",
        "We keep to the EU-U.S. Data Privacy Framework, as the U.S. Department of Commerce sets it out.",
        "We keep to the EU-U.S. Data Privacy Framework and the Swiss-U.S. Data Privacy Framework.",
    )
    assert "the United States" not in said
    there = _said("international-transfer", "Data go to Northland.", "We keep data in the United States.")
    assert there in ("", "It names the United States as a place where data goes.")


def test_who_may_say_no_has_a_choice() -> None:
    said = _said(
        "ai-training-on-user-content",
        "We use your content to train our models, unless you turn that off in your settings.",
        "We use your content to train our models. Tell us that you do not want that, and we will keep to it.",
    )
    assert "no words on a choice" not in said.lower()


def test_who_may_reject_later_rules_is_not_set_beside_who_may_opt_out() -> None:
    how = "by sending written notice with your name to the address for notices within 30 days"
    this = clause(1, f"You may reject a future change of this arbitration agreement {how} of the change.")
    out = clause(2, f"You may opt out of this arbitration agreement {how} of your registration.")
    alike = clause(3, f"You may reject any later change to this arbitration agreement {how}, by e-mail or by post.")
    found = choose(load_catalogue()["arbitration-opt-out"], this, [out, alike]).telling
    assert [one.clause.record for one in found] == [3]


def test_a_way_out_that_depends_on_the_plan_is_none_for_all() -> None:
    plain = "We use your letters to train our models, and you can opt out in your settings."
    hanging = "Depending on the plan, some can opt out in their settings of the use of letters to train our models."
    assert "opt out" not in _said("ai-training-opt-out", plain, hanging)


def test_what_only_says_where_rights_are_exercised_points_elsewhere() -> None:
    assert clause(1, "To exercise your rights, visit the help centre of Larkwell.").points_elsewhere
    assert not clause(1, "To exercise your rights, write to privacy@larkwell.example within a month.").points_elsewhere
