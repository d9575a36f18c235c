"""What to do, ask and check follows from the words of the clause, not from its type alone."""

from __future__ import annotations

from tests.assessment.composed import composed, written


def test_a_new_price_can_wait_for_a_billing_cycle() -> None:
    told = composed("price-change", "A change of prices is effective in the billing cycle following our notice to you.")
    assert "Note when your term or billing cycle ends, as by these words a change waits for that." in told.do
    assert "longer term" not in written(told)


def test_nobody_is_told_that_data_are_read_where_the_clause_denies_it() -> None:
    words = "We do not access or use your data, unless you send them to our help desk. We train no models on them."
    assert "nobody looks at my data" not in written(composed("ai-no-training-commitment", words))
    assert "nobody looks at my data" in written(composed("ai-no-training-commitment", "We train no models on them."))


def test_rejecting_new_rules_keeps_nothing_outside_arbitration() -> None:
    words = (
        "You may reject a future change of these rules by written notice, and then arbitrate under the rules before it."
    )
    told = composed("arbitration-opt-out", words)
    assert not told.diligence
    assert "Fewer exceptions would weaken this clause." not in told.watch
    assert "Keep a dated copy of what you send, and proof of sending if it goes by post." in told.in_general.do


def test_whether_a_child_may_use_it_has_one_answer() -> None:
    words = "You must be 18 years old, or use the service with the authorisation of your legal representative."
    answers = [one.answer for one in composed("age-requirement", words).faq if "with my permission" in one.question]
    assert [len(one) for one in answers] == [1]


def test_why_data_stay_is_told_in_sentences() -> None:
    told = composed("indefinite-retention", "After deletion we keep data for legal obligations and to prevent fraud.")
    answers = [one.answer for one in told.faq if "so long" in one.question]
    assert answers == [
        (
            "It names legal reasons.",
            "It names reasons of safety.",
        )
    ]


def test_likeness_is_told_of_outputs_where_the_clause_speaks_of_it() -> None:
    told = written(
        composed("ai-output-accuracy-disclaimer", "Outputs can be wrong. Check them before you rely on them.")
    )
    assert "the same answer as me" not in told
    assert "for similarity to existing ones" not in told
    alike = written(composed("ai-output-accuracy-disclaimer", "Outputs can be wrong, and similar for several users."))
    assert "the same answer as me" in alike


def test_whether_prices_have_tax_is_no_question_where_the_clause_answers_it() -> None:
    words = "All amounts are exclusive of all sales, use, value-added, withholding and other direct or indirect taxes."
    told = composed("taxes-responsibility", words)
    assert "Are prices net or gross of tax?" not in told.questions


def test_reports_of_abused_children_call_for_no_hiding() -> None:
    told = composed("government-disclosure", "We report child sexual abuse material to the office that the law names.")
    assert not told.do and not told.in_general.do
    demands = composed("government-disclosure", "We report child sexual abuse, and disclose data on a court order.")
    assert "Keep highly confidential material in end-to-end encrypted form." in demands.in_general.do


def test_what_others_do_for_security_asks_for_no_sign_in_of_the_reader() -> None:
    told = written(composed("security-measures", "Subprocessors keep data as safe as Larkwell."))
    assert "two-step sign-in" not in told
    assert "two-step sign-in" in written(composed("security-measures", "Larkwell encrypts your data."))


def test_a_right_to_object_is_not_told_as_a_choice_of_one_use() -> None:
    told = written(composed("objection-opt-out-right", "You have the right to object to the processing of your data."))
    assert "no to one use" not in told
    assert "Such a clause lets you say no to a use of your data or your device, as far as its words go." in told


def test_what_is_asked_for_as_proof_of_age_is_no_question() -> None:
    asked = "Is eligibility merely declared by the user, or is it checked, and by what means?"
    assert asked not in written(composed("age-requirement", "Users must enter a birthdate of at least 18 years ago."))
    assert asked in written(composed("age-requirement", "The service is for people of at least 18 years."))


def test_an_end_for_cause_is_not_told_as_one_at_will() -> None:
    at_will, for_cause = (
        "Such a clause lets you leave of your own accord.",
        "Such a clause lets you leave where one of its grounds is given.",
    )
    told = written(composed("user-termination", "Either party may end these terms for insolvency or material breach."))
    assert for_cause in told
    assert at_will not in told
    assert at_will in written(composed("user-termination", "You may end it at any time, we for material breach."))
