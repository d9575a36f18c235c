"""What a clause does is told with its act, its condition and its means, or not told."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Limit, compose, stands_alone
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Choosing whether your songs are used for training.", False),
        ("Deleting what we have stored.", False),
        ("Choosing whether your songs are used is possible at any time.", True),
        ("Depending on how you use Larkwell, we may store songs.", True),
        ("Nothing that is said here limits your rights.", True),
        ("Using Larkwell means that you agree.", True),
    ],
)
def test_a_title_that_names_what_is_done_is_no_sentence(sentence: str, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_on_refusing_the_sentence_behind_a_title_is_quoted() -> None:
    title = "Electing whether your songs are used for training."
    choice = "When signed in, you can choose whether you want us to use your songs to train our models"
    impact = " ".join(composed("ai-training-on-user-content", f"{title} {choice}.").impact)
    assert choice in impact
    assert "Electing" not in impact


def test_a_sale_of_the_data_of_minors_is_told_as_that() -> None:
    shared = composed("childrens-data", "We do not knowingly sell or share data of shoppers under 16 years of age.")
    assert "By its words data of people younger than 16 years is not knowingly sold or shared." in shared.what
    sold = composed("childrens-data", "We do not knowingly sell data of shoppers under 16 years of age.")
    assert "By its words data of people younger than 16 years is not knowingly sold." in sold.what
    excepted = composed(
        "childrens-data", "We do not knowingly sell or share data of shoppers under 16 years of age without consent."
    )
    assert "is not knowingly sold" not in written(excepted)


def test_the_means_to_refuse_are_told_though_they_hang_on_a_plan() -> None:
    way = "If you use our paid services, you can opt out of training at any time by making a request on our help page"
    told = written(composed("ai-training-opt-out", f"{way}."))
    assert f"The clause says: “{way}”" in told
    assert "depends on the plan" not in told


def test_a_choice_for_the_future_alone_is_told_so() -> None:
    future = "Your opt-out will only apply to future prompts"
    told = composed("ai-training-opt-out", f"You can opt out of training in your settings. {future}.")
    assert "Make the choice before you enter anything of substance: by its words it does not reach back." in told.do
    assert f"On what comes before the choice, it says: “{future}”." in written(told)
    assert "as it may not reach back" not in written(told)
    plain = written(composed("ai-training-opt-out", "You can opt out of training in your settings."))
    assert "as it may not reach back" in plain


def test_a_refund_is_told_with_who_ends_the_contract() -> None:
    refund = "If we exercise this right, we will refund you on a pro rata basis the fees that you paid."
    words = f"We may terminate your plan at any time by giving you at least 30 days' notice. {refund}"
    ends = "By its words money comes back where Larkwell ends the contract or the service."
    assert ends in composed("refund-right", words, stated=refund).what
    assert ends not in composed("refund-right", f"You can terminate it and get a refund. {words}").what
    assert ends not in composed("refund-right", "If we cancel an order, we will refund what you paid.").what


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Your details are true, accurate, and complete;",
            "It asks for details that are both correct and complete.",
        ),
        ("You must give accurate details.", "It asks for correct details."),
        ("You must give accurate or complete details.", "It asks for correct details."),
    ],
)
def test_details_are_both_correct_and_complete_only_where_both_are_asked(words: str, told: str) -> None:
    assert told in composed("identity-verification", words).what


def _what(clause_type: str, words: str, *, lead_in: str = "", limit: str = "") -> tuple[str, ...]:
    assessment = compose(
        load_catalogue()[clause_type],
        load_prose().get(clause_type),
        Severity.MEDIUM,
        (),
        "Larkwell",
        words=words,
        is_short=True,
        lead_ins=(lead_in,),
        limit=Limit(limit, of_document=True),
    )
    assert assessment is not None
    return assessment.what


def test_what_is_guaranteed_by_the_line_above_is_told() -> None:
    told = "By the line above it this is something that is guaranteed, and not only asked for."
    words = "any details that you send are accurate;"
    assert told in _what("identity-verification", words, lead_in="You represent, warrant and agree that:")
    assert told not in _what("identity-verification", words, lead_in="You agree that:")
    assert told not in _what("identity-verification", words, lead_in="We warrant that:")
    assert told not in _what("identity-verification", words, lead_in="You agree, and we do not warrant, that:")


def test_whom_a_document_is_for_is_not_all_that_is_told() -> None:
    limit = "The document that it stands in is recorded as one for advertisers."
    assert _what("unilateral-termination", "Abuse may result in the restriction of domains.", limit=limit) == ()
    told = _what("unilateral-termination", "We may end it on 10 days' notice. Strikes can be forfeited.", limit=limit)
    assert not told or told[0] == limit


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We may end your account on at least 30 days' notice.", "A notice that it mentions is at least 30 days."),
        ("We may end your account on no less than thirty (30) days' notice.", "is at least 30 days."),
        ("We may end your account on 30 days' notice.", "A notice that it mentions is 30 days."),
    ],
)
def test_the_least_time_of_a_notice_is_told_as_that(words: str, told: str) -> None:
    assert any(told in one for one in composed("unilateral-termination", words).what)
