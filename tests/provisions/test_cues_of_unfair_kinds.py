"""The cues by which training/unfair_sentences.py tells the eight kinds of unfair clauses, on invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unfair_cues import NAMES, cues


@pytest.mark.parametrize(
    ("sentence", "expected", "absent"),
    [
        (
            "You and Nimbus agree that any dispute will be settled by final and binding arbitration.",
            {"arbitration", "disputes go to arbitration", "settled by arbitration"},
            {"court", "governing law"},
        ),
        (
            "Nimbus reserves the right to modify these Terms at any time without notice.",
            {"right to change", "change of terms", "somebody may change", "at once", "reserves the right"},
            {"removal of content", "end of access"},
        ),
        (
            "We may remove any material posted by users in our sole discretion.",
            {"removal of content", "right to remove", "discretion", "the provider"},
            {"change of terms", "arbitration"},
        ),
        (
            "You submit to the exclusive jurisdiction of the courts of Freedonia.",
            {"submission to a court", "jurisdiction", "exclusive"},
            {"governing law", "arbitration"},
        ),
        (
            "These terms are governed by the laws of Freedonia, without regard to its conflict of laws rules.",
            {"governing law", "law of a name", "conflict of laws"},
            {"court", "duty under a law"},
        ),
        (
            "In no event shall Nimbus be liable for any loss of data.",
            {"in no event", "liability", "loss or damage"},
            {"no refund", "termination"},
        ),
        (
            "We are not liable for outages.",
            {"no liability", "liability", "the provider"},
            {"no responsibility", "loss or damage"},
        ),
        (
            "We may suspend or terminate your account for any reason.",
            {"end of access", "right to end", "for any reason", "termination", "suspension"},
            {"by the user"},
        ),
        (
            "You may close your account whenever you like.",
            {"by the user"},
            {"for any reason", "the provider"},
        ),
        (
            "By using the service you accept these terms.",
            {"agreement by using", "begins with by using", "agreement to terms"},
            {"privacy", "arbitration"},
        ),
    ],
)
def test_a_sentence_has_the_cues_of_its_kind(sentence: str, expected: set[str], absent: set[str]) -> None:
    found = cues(sentence)
    assert expected <= found
    assert not absent & found


def test_capitals_change_nothing_but_the_cues_that_ask_for_them() -> None:
    sentence = "We may end your access to the service at any time."
    assert cues(sentence.upper()) - {"in capitals"} == cues(sentence)
    assert "in capitals" in cues(sentence.upper())


@pytest.mark.parametrize(("words", "expected"), [(11, set()), (12, {11}), (20, {11, 19}), (41, {11, 19, 40})])
def test_length_is_counted_in_words(words: int, expected: set[int]) -> None:
    found = cues("word " * words)
    assert {name for name in found if name.startswith("over ")} == {f"over {limit} words" for limit in expected}


@given(st.text())
def test_any_text_has_only_known_cues(text: str) -> None:
    assert cues(text) <= set(NAMES)


@pytest.mark.parametrize("hostile", ["", "a " * 50_000, "not " * 50_000, "terms " * 20_000, "\x00" * 1000])
def test_a_long_or_empty_text_is_no_trouble(hostile: str) -> None:
    assert cues(hostile) <= set(NAMES)


def test_no_name_stands_twice() -> None:
    assert len(set(NAMES)) == len(NAMES)
