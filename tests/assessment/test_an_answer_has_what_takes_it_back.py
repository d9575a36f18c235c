"""An answer that quotes a sentence quotes the one right behind it that takes it back, or bounds it."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment.quoting import sentence_with, way_with
from tests.assessment.composed import composed

_DELETE = "You can delete your letters in the settings of Corvid Mail."
_ELSE = "If you cannot do this, please write to the rookery."


@pytest.mark.parametrize(
    ("behind", "quoted"),
    [
        (_ELSE, True),
        ("However, letters to others stay where they are.", True),
        ("If you have opted in to our archive, it keeps a copy.", True),
        ("This does not apply to letters on paper.", True),
        ("If you have questions, please write to the rookery.", False),
        ("Sometimes, we may keep them longer, where a court asks for it.", True),
        ("Please note that in some circumstances we may store letters for longer.", True),
        ("We thank you for your letters.", False),
        ("If you do not agree to this, do not use Corvid Mail.", False),
        (f"If you cannot do this, {'we look for another way, ' * 30}and tell you.", False),
    ],
)
def test_what_bounds_it_is_quoted_with_it(behind: str, quoted: bool) -> None:
    words = f"{_DELETE} {behind}"
    for found in (
        sentence_with(re.compile("delete"), words, answers=True),
        way_with(re.compile("delete"), words, answers=True),
    ):
        assert found.startswith(f"“{_DELETE[:-1]}")
        assert (behind.rstrip(".") in found) is quoted
    assert sentence_with(re.compile("delete"), words) == f"“{_DELETE[:-1]}”"


def test_what_stands_in_another_line_is_not_quoted_with_it() -> None:
    assert "rookery" not in sentence_with(re.compile("delete"), f"{_DELETE}\n\n{_ELSE}", answers=True)


def test_whom_a_duty_to_arbitrate_leaves_out_is_told_with_it() -> None:
    words = "We resolve disputes by arbitration. This section does not apply to users who live in Alder."
    (answer,) = (one.answer for one in composed("mandatory-arbitration", words).faq if "to court" in one.question)
    assert "“This section does not apply to users who live in Alder”" in " ".join(answer)


def test_the_sentence_that_states_the_clause_answers_and_not_a_weaker_one_ahead_of_it() -> None:
    weak, sure = "A judgment may be entered in a court of Alder.", "The parties consent to the courts of Elder alone."
    chances = {weak: 0.6, sure: 0.99}
    assert sentence_with(re.compile("courts?"), f"{weak} {sure}", chances.__getitem__) == f"“{sure[:-1]}”"


def test_a_title_ahead_of_what_only_introduces_is_no_answer() -> None:
    words = "Sales and shares: In this section, we use the term “sell” as the law has it."
    assert sentence_with(re.compile("sell"), words) == ""


def test_a_name_that_begins_with_a_small_letter_begins_a_sentence() -> None:
    assert sentence_with(re.compile("cookies"), "xLark uses cookies of its own.") == "“xLark uses cookies of its own”"


def test_what_follows_where_a_waiver_in_capitals_fails_is_told() -> None:
    words = (
        "CLAIMS MUST BE BROUGHT ALONE. CLAIMS OF SEVERAL USERS CANNOT BE JOINED. If, however, this bar is deemed "
        "invalid, all claims go to a court."
    )
    assert "If, however, this bar is deemed invalid" in " ".join(composed("class-action-waiver", words).what)


def test_a_sentence_that_lost_the_words_at_its_end_is_not_quoted() -> None:
    assert sentence_with(re.compile("letters"), "You can refuse letters by updating your .") == ""
    assert sentence_with(re.compile("letters"), "You can refuse letters that we send you.") != ""


def test_who_may_choose_to_arbitrate_is_told_where_only_one_side_may() -> None:
    words = (
        "At its sole discretion, Larkwell may require all claims, disputes and other matters in question that arise "
        "out of these Terms to be decided by arbitration in Alder."
    )
    (answer,) = (one.answer for one in composed("mandatory-arbitration", words).faq if "to court" in one.question)
    assert answer[0].startswith("On who may choose arbitration, it says: “At its sole discretion, Larkwell may require")


def test_a_price_that_can_change_at_any_time_is_told_with_the_notice_of_it() -> None:
    words = (
        "We may change the fees for our subscriptions at any time. Any change takes effect following reasonable notice "
        "to you."
    )
    (answer,) = (one.answer for one in composed("price-change", words).faq if "during my subscription" in one.question)
    assert "takes effect following reasonable notice" in " ".join(answer)


def test_an_assignment_that_either_side_may_make_is_not_told_as_bound() -> None:
    words = "Neither party may assign this agreement, but either party may assign it to an affiliate without consent."
    assert "neither can hand over freely" not in " ".join(composed("provider-assignment", words).what)


def test_how_a_credit_is_asked_for_is_quoted() -> None:
    words = (
        "The quay is open 99% of each month, or you get service credits. You must claim the credits within ten days by "
        "writing to our support team."
    )
    told = composed("service-levels-support", words)
    (answer,) = (one.answer for one in told.faq if "credit" in one.question)
    assert answer[0].startswith("On asking for it, it says: “You must claim the credits within ten days")
    assert not any("On support or help" in one for one in told.what)


def test_an_item_with_a_condition_is_no_sentence() -> None:
    pattern = re.compile("letters|berth")
    assert sentence_with(pattern, "Your book of letters, if you’ve chosen to share it with us.") == ""
    assert sentence_with(pattern, "Your berth ends if you do not pay for it.") != ""
    assert sentence_with(pattern, "Your berth is free, if you have paid for it.") != ""
