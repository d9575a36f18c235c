"""Of values that hold for some users only, a sentence says for whom each is; where the clause doesn't, none is told."""

from __future__ import annotations

import pytest

from conductatlas.assessment import phrases
from conductatlas.provisions import Fact


def _said(words: str, kind: str, *values: tuple[str, str, str], placeholder: str) -> str | None:
    """What is told of values, each with its unit and with the words that state it."""
    facts = [
        Fact(words.index(stated), words.index(stated) + len(stated), kind, value, unit)
        for stated, value, unit in values
    ]
    return phrases(facts, words).get(placeholder)


def test_of_places_of_which_one_stands_twice_none_is_told() -> None:
    words = "Unless prohibited by the law of your country, the laws of Ohio govern. Else Irish or Ohio law does."
    named = ("laws of Ohio", "Ohio", ""), ("Irish", "Ireland", ""), ("Ohio law", "Ohio", "")
    assert _said(words, "governing-law", *named[:2], placeholder="law") is not None
    assert _said(words, "governing-law", *named, placeholder="law") is None


_IRELAND, _OHIO = ("the laws of Ireland", "Ireland", ""), ("the laws of Ohio", "Ohio", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "(a) for users in the EEA or Switzerland, the laws of Ireland; (b) for all other users, the laws of Ohio",
            "Ireland (for people in the EU or the EEA and people in Switzerland) or Ohio (for others)",
        ),
        (
            "Unless you live in the US, the laws of Ireland apply. If you live in the US, the laws of Ohio apply.",
            "Ohio (for people in the US) or Ireland (for others)",
        ),
        # Who lives where is a word of its own, or both stand beside both.
        ("In Designated Countries the laws of Ireland apply. If you live in the US, the laws of Ohio apply.", None),
        ("If you live in the US, the laws of Ohio apply, and if in the EEA the laws of Ireland.", None),
        ("Either the laws of Ohio or the laws of Ireland apply.", "Ireland or Ohio"),
    ],
)
def test_of_two_values_each_is_for_its_own(words: str, told: str | None) -> None:
    assert _said(words, "governing-law", _IRELAND, _OHIO, placeholder="law") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "If you are a consumer in the EEA, you have 14 days.",
            "14 days (for consumers and people in the EU or the EEA)",
        ),
        ("Members of paid plans and all who ask have 14 days.", "14 days"),
        ("Consumers in the EEA have rights. You have 14 days.", "14 days"),
    ],
)
def test_a_value_that_stands_alone_says_for_which_people_it_is(words: str, told: str) -> None:
    assert _said(words, "refund-period", ("14 days", "14", "days"), placeholder="refund") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "It renews unless either you or Fernpost gives the other notice at least 30 days before the end.",
            "at least 30 days (given by either side)",
        ),
        ("To cancel, you must notify us at least 30 days before the renewal.", "at least 30 days (given by the user)"),
        ("Customer may terminate on 30 days written notice.", "30 days (given by the user)"),
        ("You may end this on notice of 30 days to us, and we may suspend you at once.", "30 days (given by the user)"),
        # What the provider gives is what readers expect.
        ("We will give you 30 days notice of a new price, and you can cancel before it applies.", "30 days"),
        ("If either party is in breach, we may notify you and end the contract 30 days later.", "30 days"),
        ("Each party may end it on notice, except Fernpost must give 30 days notice.", "30 days"),
    ],
)
def test_of_a_notice_it_is_told_who_gives_it(words: str, told: str) -> None:
    assert _said(words, "notice-period", ("30 days", "30", "days"), placeholder="notice") == told


def test_of_two_notices_each_is_told_with_the_one_who_gives_it() -> None:
    words = "You may end it by giving us 10 days notice. We may end it on 30 days notice."
    notices = ("10 days", "10", "days"), ("30 days", "30", "days")
    assert _said(words, "notice-period", *notices, placeholder="notice") == "10 days (given by the user) or 30 days"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Emptied folders remain in our system for 30 days before final deletion.", "30 days (until final deletion)"),
        ("Once you delete a chat, we remove it from our systems within 30 days.", "30 days (after deletion)"),
        ("Deleted chats are removed within 30 days.", "30 days (after deletion)"),
        ("It may take up to 30 days to delete what you asked us to.", "30 days (until deletion)"),
        ("We keep billing data for 30 days after account deletion.", "30 days (after the account is closed)"),
        ("Upon termination we store the data for a period of 30 days.", "30 days (after the contract ends)"),
        (
            "Newsletters data is deleted 30 days after you withdraw your consent.",
            "30 days (after consent is withdrawn)",
        ),
        # These run from the beginning.
        ("Logs are deleted after 30 days.", "30 days"),
        ("Messages are deleted after they are read, and deleted at the latest after 30 days.", "30 days"),
        ("We keep a report for 30 days after we receive it.", "30 days"),
    ],
)
def test_of_a_time_of_retention_it_is_told_that_it_runs_from_an_end(words: str, told: str) -> None:
    assert _said(words, "retention-period", ("30 days", "30", "days"), placeholder="retention") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("You can withdraw within 14 days.", "14 days"),
        ("You may get a refund if we receive a request within 14 days.", "14 days"),
        ("We reimburse all payments not later than 14 days after we hear of it.", "14 days (for paying back)"),
    ],
)
def test_the_time_to_pay_back_is_no_time_to_withdraw(words: str, told: str) -> None:
    assert _said(words, "refund-period", ("14 days", "14", "days"), placeholder="refund") == told


def test_one_of_several_times_is_not_told_by_itself() -> None:
    words = "What you delete waits 14 days in the trash. Copies are removed within 30 days."
    assert _said(words, "retention-period", ("30 days", "30", "days"), placeholder="retention") is None


def test_two_times_of_one_length_that_follow_each_other_are_not_told_as_one() -> None:
    words = "It may take up to 30 days to delete notes. After notes are deleted, copies stay for thirty days."
    times = ("30 days", "30", "days"), ("thirty days", "30", "days")
    assert _said(words, "retention-period", *times, placeholder="retention") is None
