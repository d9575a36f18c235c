"""What is told of a clause is what its words hold: no list of what such clauses may hold besides, and no maybe."""

from __future__ import annotations

import pytest

from .composed import composed, written


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("ai-training-opt-out", "We train models on posts. To learn how to object, see section 4.", "not agreeing"),
        ("ai-training-opt-out", "You can opt out of training in your settings.", "withhold your agreement"),
        ("childrens-data", "We reserve the right to delete data of children under 13.", "or does not rule it out"),
        ("class-action-waiver", "You waive class actions.", "or only within"),
        ("content-ownership-retained", "Rights remain with you or the copyright holder.", "stay with the user"),
        ("provider-ip-reserved", "We grant you a limited licence to use the software.", "what the clause reserves"),
        ("public-by-default", "Posts are open to developers with paid access.", "profile details, posts or activity"),
        ("public-by-default", "Posts are open to developers with paid access.", "privacy settings"),
        ("breach-notification", "Breaches are notified as set out in section 8.", "you can expect word"),
        ("age-requirement", "You warrant that your company is duly organised.", "who is allowed to use"),
        ("age-requirement", "You must be at least 16 years old.", "no exception"),
    ],
)
def test_what_the_words_do_not_hold_is_not_told_of_them(clause_type: str, words: str, untold: str) -> None:
    """Neither as an alternative nor as what an advice takes for granted."""
    assert untold not in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        (
            "ai-training-opt-out",
            "Customers on the Team plan can opt out of training in their settings.",
            "the choice lies with the customer",
        ),
        (
            "ai-training-opt-out",
            "Customers on the Team plan can opt out of training in their settings.",
            "The clause says: “Customers on the Team plan can opt out of training in their settings”",
        ),
        (
            "class-action-waiver",
            "Subject to the opt-out in section 12, you waive class actions.",
            "On opting out, it says:",
        ),
        (
            "moderation-appeal",
            "Where appropriate, you can appeal a removal within 14 days.",
            "open where appropriate, and so not in every case",
        ),
        (
            "public-by-default",
            "Posts are open to developers with paid access.",
            "Developers and their programs are among those who can get at it.",
        ),
    ],
)
def test_what_the_words_state_is_told_outright(clause_type: str, words: str, told: str) -> None:
    """A question that the clause answers is answered from it."""
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("words", "told"),
    [("We grant you a limited licence.", False), ("We reserve all rights. Do not copy the service.", True)],
)
def test_what_is_reserved_is_spoken_of_where_something_is(words: str, told: bool) -> None:
    """A clause that only grants a licence has nothing that it reserves."""
    assert ("what the clause reserves" in written(composed("provider-ip-reserved", words)).lower()) is told
