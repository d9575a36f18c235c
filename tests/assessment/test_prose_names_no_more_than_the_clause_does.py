"""What is told of a clause of law, of feedback, of courts and of steps against accounts rests on its own words."""

from __future__ import annotations

from conductatlas.assessment import compose, limit_of
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from tests.assessment.composed import composed, written


def test_where_a_law_forbids_a_court_nobody_sues_at_home() -> None:
    words = "Claims go to the courts of Ostmark, unless the laws of the country where you reside forbid it."
    assert "it can be a court near home" not in written(composed("jurisdiction-venue", words))
    assert "By these words it can be a court near home" in written(
        composed("jurisdiction-venue", "You may sue in the courts where you live.")
    )


def test_feedback_that_is_only_kept_improves_nothing() -> None:
    told = composed("ai-feedback-training-grant", "If you rate an answer, we may store the whole conversation.")
    assert "On the use of feedback, it says: “If you rate an answer, we may store the whole conversation”." in told.what
    assert "improve" not in told.what[0]


def test_whose_judgement_counts_is_that_on_the_account() -> None:
    words = "We may edit your posts in our sole discretion. We may close your account in our sole discretion."
    told = composed("unilateral-termination", words)
    assert "On whose judgement counts, it says: “We may close your account in our sole discretion”." in told.what


def test_a_choice_that_is_denied_is_none() -> None:
    words = "You cannot disable essential cookies. You can disable tracking at any time."
    told = composed("cross-site-tracking", words, Severity.MEDIUM)
    assert "On a choice, it says: “You can disable tracking at any time”." in told.what
    # What it does to you does not quote it once more.
    assert told.impact == ()


def test_what_follows_if_the_step_is_left_out_is_told() -> None:
    words = "Before filing a claim, write to us. A claim shall be dismissed if it was filed without that notice."
    told = composed("informal-dispute-first", words)
    assert any("shall be dismissed" in one for one in told.impact)


def test_whether_people_read_is_answered_by_words_on_people() -> None:
    words = "You control access to your notes. Our staff may read notes that were reported."
    answers = [one.answer for one in composed("ai-human-review", words).faq]
    assert answers[0][:1] == ("The clause says, among other things: “Our staff may read notes that were reported”.",)


def test_a_way_beside_the_sentence_that_states_the_type_answers() -> None:
    words = "We send marketing e-mails. You can opt out at any time by clicking the link in them."
    one = load_catalogue()["electronic-communications"]
    prose = load_prose().get(one.id)
    told = compose(one, prose, one.severity, (), "Larkwell", words=words, stated="We send marketing e-mails.")
    assert told is not None
    assert "by clicking the link" in written(told)


def test_public_bodies_are_told_apart_in_a_choice_of_law() -> None:
    words = "The laws of Ostmark govern these terms. For a government agency, federal law shall govern."
    assert "On public bodies, it says: “For a government agency, federal law shall govern”." in written(
        composed("governing-law", words)
    )


def test_consumers_who_keep_the_law_of_their_home_are_told_in_the_words_of_the_clause() -> None:
    own = "If you are a consumer in Ostmark, these Terms are governed by the law of the country where you live."
    others = "In all other cases these Terms are governed by the laws of Nordmark, without regard to conflicts of law."
    told = written(composed("governing-law", f"{own} {others}"))
    assert f"For consumers there are words of their own: “{own[:-1]}”." in told
    assert f"For the others, it says: “{others[:-1]}”." in told
    assert "mandatory rules" not in told
    kept = "The law of Ostmark governs. You keep the mandatory rules of the place where you live."
    assert "keep at least the mandatory rules" in written(composed("governing-law", kept))


def test_whoever_represents_an_organisation_has_no_duty_by_that() -> None:
    words = "If you represent an organisation, read the terms on processing your personal data."
    assert "lays duties" not in written(composed("data-processing-terms", words))
    warranted = "You represent and warrant that you have all consents for the data."
    assert "lays duties" in written(composed("data-processing-terms", warranted))


def test_a_heading_in_brackets_says_for_whom_a_clause_is() -> None:
    told = limit_of("The laws of Ostmark govern these terms.", (), ("Governing law (business use)",)).told
    assert told.startswith("The heading above it is “Governing law (business use)”")


def test_that_dormant_accounts_cost_something_is_all_that_is_told() -> None:
    words = "Use your account at least once a year. Otherwise we release its name; your content stays."
    told = composed("inactivity-closure", words)
    assert not any("lose what you have" in one for one in told.impact)


def test_only_repeated_infringement_is_told_as_that() -> None:
    words = "We terminate the accounts of repeat infringers where appropriate."
    told = composed("unilateral-termination", words).what
    assert "Repeated infringement of the rights of others is among the grounds." in told
    assert "Infringement of the rights of others is among the grounds." not in told


def test_fees_kept_after_a_breach_are_not_told_of_all() -> None:
    breach = "A violation of these rules results in suspension of the service, and fees paid are non-refundable."
    told = "Payments that it names are not paid back, by its words."
    assert told not in composed("no-refund", breach).what
    assert told in composed("no-refund", "Fees are non-refundable.").what


def test_payments_of_which_some_come_back_are_not_told_as_kept() -> None:
    told = "Payments that it names are not paid back, by its words."
    refunds = "Cancel for a full refund within five days. After that, fees are non-refundable."
    assert told not in composed("no-refund", refunds).what
    ours = "Fees are non-refundable. If we cancel the order, we will refund any payment for it."
    assert told not in composed("no-refund", ours).what
    assert told in composed("no-refund", "Fees are final, and we will not refund them.").what


def test_one_of_several_times_is_no_answer_by_itself() -> None:
    words = "We delete content within 90 days. After that we keep copies for 30 days. Be patient."
    told = written(composed("retention-period", words))
    assert "It names times in more than one sentence, and one of them says: “We delete content within 90 days”." in told
    assert "The clause says: “We delete" not in told
    one = written(composed("retention-period", "We delete content within 90 days. Be patient."))
    assert "The clause says: “We delete content within 90 days”." in one


def test_a_parent_is_told_in_plain_words() -> None:
    words = "Pupils of a partner school who are below 13 join where a parent consents first. Be patient at the quay."
    assert "On use with the consent of a parent, it says: “Pupils" in written(composed("age-requirement", words))


def test_who_may_sue_in_a_court_is_not_answered_with_the_place_for_merchants() -> None:
    words = "You may sue in a court of Ostmark. If you accepted as a merchant, the competent court is that of Larkport."
    (venue,) = [one for one in composed("jurisdiction-venue", words).faq if one.question.startswith("Where would")]
    assert " ".join(venue.answer) == "The clause says, among other things: “You may sue in a court of Ostmark”."
