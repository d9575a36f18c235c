"""A request is no duty, a kind of data no ground, an example no condition: a record tells what the words do."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_REQUEST = "You own the outputs. We ask that when you use them you attribute the service as having made them."
_DUTY = "You must clearly disclose that the content was made by an AI, and we ask that you label it."


def test_a_request_to_be_open_is_told_as_one() -> None:
    told = written(composed("ai-use-disclosure-duty", _REQUEST))
    assert "worded as a request" in told
    assert "breach" not in told
    assert "must be open" not in told


def test_a_duty_to_be_open_stays_one() -> None:
    told = written(composed("ai-use-disclosure-duty", _DUTY))
    assert "worded as a request" not in told
    assert "Breaking such a rule" in told


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Please respect the privacy of others and ask before you record them.", True),
        ("We ask that you abide by the spirit of these rules as well.", True),
        ("You must not record others. Please respect their privacy.", False),
        ("Users should not post threats, and we remove what breaks this rule.", False),
    ],
)
def test_what_is_only_asked_is_told_without_a_sanction(words: str, asked: bool) -> None:
    told = written(composed("prohibited-conduct", words))
    assert ("worded as a request" in told) is asked
    assert ("Whoever breaks such a rule breaks the text" in told) is not asked


def test_data_on_disputes_is_a_kind_of_data_and_no_ground_to_keep_it() -> None:
    words = "Data relating to dispute resolution: until the appeal ends, but it may be kept longer in the archive."
    told = written(composed("indefinite-retention", words))
    assert "holds for one kind of data only" in told
    assert "It names legal reasons" not in told
    kept = "We keep it to comply with the law, for dispute resolution and in backups."
    assert "It names legal reasons" in written(composed("indefinite-retention", kept))


@pytest.mark.parametrize(
    ("words", "limited"),
    [
        ("We learn from trends. Example: If many users like a song, we recommend it to others.", False),
        ("We personalise what is shown, if you agree to it.", True),
    ],
)
def test_an_if_in_an_example_is_no_condition(words: str, limited: bool) -> None:
    assert ("A part of it says:" in written(composed("profiling-personalisation", words))) is limited


def test_a_deletion_that_nobody_asked_for_is_told_as_one() -> None:
    words = (
        "We keep your searches until you clear them. But even if you don't clear them, within six months of your "
        "search we delete what shows the device you were using."
    )
    told = written(composed("deletion-right", words))
    assert "deleted whether you ask or not" in told
    assert "A time of 6 months is stated" not in told


def test_the_same_figure_is_told_once() -> None:
    words = (
        "Temporary chats are deleted from our systems within 30 days. If you delete your account, we will delete "
        "your data within 30 days."
    )
    assert "A time that it names is 30 days." in composed("retention-period", words).what


@pytest.mark.parametrize(
    ("clause_type", "words", "sentence"),
    [
        (
            "cancellation-terms",
            "To avoid renewal, cancel your subscription at least 24 hours before the end of the term.",
            "you have to cancel some time before",
        ),
        (
            "informal-dispute-first",
            "If the parties cannot settle it within sixty days, either may begin an arbitration.",
            "On time, it says:",
        ),
    ],
)
def test_a_time_that_users_have_to_keep_is_not_passed_over(clause_type: str, words: str, sentence: str) -> None:
    assert sentence in written(composed(clause_type, words))


def test_discretion_over_infringers_is_told_with_its_ground() -> None:
    words = "We may delete what infringes and will end accounts of repeat infringers at our sole discretion"
    told = written(composed("unilateral-termination", words))
    assert "Repeated infringement of the rights of others" in told
    assert "On whose judgement counts, it says:" not in told
    assert "named grounds for us" not in told
    assert "the phrase 'at our sole discretion'" not in told
