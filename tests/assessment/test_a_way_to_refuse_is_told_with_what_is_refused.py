"""A sentence that tells how to refuse, and not what, is quoted with the sentence before it."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed

_WHAT = "You can have us not sell your data."


@pytest.mark.parametrize(
    "how",
    [
        "To submit an opt-out request, please contact us at no@larkwell.example.",
        "To opt out, you can use the link at the foot of the page.",
        "If you wish to object, please write to us at no@larkwell.example.",
    ],
)
def test_the_way_is_quoted_with_its_object(how: str) -> None:
    answers = [one for answer in composed("objection-opt-out-right", f"{_WHAT} {how}").faq for one in answer.answer]
    assert any(f"“{_WHAT} {how.rstrip('.')}”" in one for one in answers)


def test_a_way_that_names_its_object_stands_alone() -> None:
    how = "To opt out of the sale of your data, please contact us at no@larkwell.example."
    answers = [one for answer in composed("objection-opt-out-right", f"{_WHAT} {how}").faq for one in answer.answer]
    assert any(f"“{how.rstrip('.')}”" in one for one in answers)
