"""What a clause does comes before how to refuse it, and what holds for all before what holds for some people."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import is_at_heart, which_stand_back
from conductatlas.assessment.going_on import grants_beside
from conductatlas.assessment.quoting import sentence_with
from conductatlas.assessment.refusing import is_about_refusing
from tests.assessment.composed import composed, written

_USES = "Larkwell uses your sketches to train its models, only if you did not opt out."
_REFUSED = "If you opted out of training, Larkwell will not use your sketches."


@pytest.mark.parametrize(
    "sentence",
    [
        _REFUSED,
        "If the Customer has opted out, Larkwell deletes the sketches.",
        "Your opt-out only counts for sketches that come later.",
        "You have control over the pixels that you wish us to place and can choose your preferences.",
        "You can turn them off in the settings of Corvid Mail.",
        "To opt out, write to the rookery.",
        "If you do not want us to do so, write to the rookery.",
    ],
)
def test_a_sentence_on_refusing_does_not_say_what_is_done(sentence: str) -> None:
    assert is_about_refusing(sentence)
    assert which_stand_back([(_USES, 0.8), (sentence, 0.95)], gives=False) == (False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        _USES,
        "You cannot disable the pixels that Corvid Mail needs.",
        "You agree that we may use your sketches unless you opt out.",
        "If you do not pay, we may close your berth.",
    ],
)
def test_a_sentence_that_says_what_is_done_stays(sentence: str) -> None:
    assert not is_about_refusing(sentence)


def test_where_nothing_else_states_the_type_or_the_clause_gives_a_choice_none_stands_back() -> None:
    assert which_stand_back([(_USES, 0.3), (_REFUSED, 0.95)], gives=False) == (False, False)
    assert which_stand_back([(_USES, 0.8), (_REFUSED, 0.95)], gives=True) == (False, False)


def test_what_holds_for_some_people_comes_behind_what_holds_for_all() -> None:
    rule, of_some = "The law of Alder governs these terms.", "If you live in Germany, the law of Elder governs them."
    assert which_stand_back([(rule, 0.9), (of_some, 0.99)], gives=True) == (False, True)
    after = "After your notice we stop within a week."
    assert which_stand_back([(of_some, 0.99), (after, 0.9)], gives=True) == (False, False)
    adds = "You may also go to the courts of Alder."
    assert which_stand_back([(of_some, 0.99), (adds, 0.9)], gives=True) == (False, False)


def test_what_stands_behind_a_colon_goes_with_what_leads_into_it() -> None:
    weighed = [
        ("You release Larkwell from all claims.", 0.6),
        ("If you are a California resident, you waive the section, which says:", 0.9),
        ("A release does not extend to claims that are not known.", 0.9),
    ]
    assert which_stand_back(weighed, gives=False) == (False, True, True)


def test_what_follows_once_access_is_taken_is_no_ground_to_take_it() -> None:
    assert is_at_heart("unilateral-termination", "We may close an account at any time.")
    assert not is_at_heart("unilateral-termination", "If a berth is restricted, it can't be used for sale.")
    assert not is_at_heart("unilateral-termination", "Upon termination of your account, you lose your letters.")
    assert is_at_heart("force-majeure", "Larkwell is not liable for what is beyond its control.")
    assert not is_at_heart("force-majeure", "If the storm lasts a month, the parties may put the work off.")
    assert is_at_heart("data-loss-backup", "You have to keep copies of your letters.")
    assert not is_at_heart("data-loss-backup", "At the end your licence stops.")


@pytest.mark.parametrize(
    "words",
    [
        "To learn more about letters, visit the rookery.",
        "This section governs your use of letters in a trial.",
        "Examples can include letters to a court.",
    ],
)
def test_what_only_points_or_leans_is_not_quoted(words: str) -> None:
    assert sentence_with(re.compile("letters"), words) == ""


def test_what_a_cookie_is_does_not_say_who_sets_it() -> None:
    assert is_at_heart("cookies-and-trackers", "Corvid Mail uses cookies of its own and of others.")
    assert is_at_heart("cookies-and-trackers", "Cookies are used to count visits.")
    assert not is_at_heart("cookies-and-trackers", "Cookies are small files that are stored on your device.")
    assert not is_at_heart("cookies-and-trackers", "Cookies can be of the session or lasting.")


def test_what_follows_a_failed_attempt_is_no_duty_to_make_one() -> None:
    assert is_at_heart("informal-dispute-first", "You must first send us a letter on the dispute.")
    assert not is_at_heart("informal-dispute-first", "If it stays open for sixty days, you may start a case.")


def test_that_a_refusal_does_not_reach_back_is_told_of_a_customer_too() -> None:
    words = (
        "The Customer allows Larkwell to train its models on sketches, if the Customer did not opt-out. The opt-out "
        "may only count for later sketches, even if the Customer has opted out."
    )
    assert "refusing does not stop all of it" in written(composed("ai-training-on-user-content", words))


def test_a_promise_not_to_train_is_quoted_and_not_those_who_did_not_refuse() -> None:
    words = (
        "When Customer has a free plan and has not opted-out of the training, Larkwell trains its models on sketches. "
        "When Customer has a paid plan, Larkwell will not use sketches for training."
    )
    faq = composed("ai-no-training-commitment", words).faq
    (answer,) = (one.answer for one in faq if "keep my data" in one.question)
    assert "“When Customer has a paid plan" in " ".join(answer)
    assert "opted-out" not in " ".join(answer)


def test_what_is_used_to_improve_beside_a_promise_not_to_train_is_told() -> None:
    used = "Your chats are kept and used as the notice says, including to improve Corvid with the help of people."
    weighed = [(used, 0.1), ("Files that you add are not used to train our models.", 0.9)]
    assert grants_beside("ai-no-training-commitment", weighed) == used
    assert grants_beside("ai-no-training-commitment", [("We never use it to train or improve models.", 0.9)]) == ""


def test_a_first_agreement_is_no_answer_on_a_new_version() -> None:
    first = "By using Corvid Mail you agree to these terms. If you do not agree to them, you may not use Corvid Mail."
    assert not [one for one in composed("acceptance-by-use", first).faq if "new version" in one.question]
    later = (
        "We will notify you of changes before they take effect. Your continued use of Corvid Mail after we notify you "
        "means that you agree to the changes."
    )
    told = composed("acceptance-by-use", later)
    assert "By its words notice is given of changes, or of some of them." in told.what
    (answer,) = (one.answer for one in told.faq if "new version" in one.question)
    assert answer[0].startswith("By these words whoever goes on using the service is taken to agree")
