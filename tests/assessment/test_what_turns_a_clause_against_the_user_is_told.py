"""The half of a clause that is harder on the user is told with the friendly one."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        (
            "government-disclosure",
            "We may disclose logs to authorities as permitted or required by law, and you consent to such transfer.",
            "it is enough that the law permits that; it need not require it",
        ),
        (
            "government-disclosure",
            "We may disclose logbooks to authorities where the law says so, and you hereby consent to such transfer.",
            "you consent to that beforehand",
        ),
        (
            "cancellation-terms",
            "You may cancel the berth within five days. After that your purchase is final.",
            "there is a case or a time in which what was bought can't be cancelled",
        ),
        (
            "ai-output-accuracy-disclaimer",
            "The machine can draw offensive charts, and it is for you to manage or delete them.",
            "it is for you to check outputs, or to deal with them",
        ),
    ],
)
def test_it_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


def test_what_the_law_requires_alone_is_not_told_as_what_it_permits() -> None:
    words = "We disclose logbooks to authorities as required by law."
    assert "permits that" not in written(composed("government-disclosure", words))
