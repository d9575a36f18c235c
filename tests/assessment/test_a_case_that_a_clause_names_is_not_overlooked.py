"""Of a refund 'as applicable' it is told that the clause names a case for it, where it names one."""

from __future__ import annotations

from tests.assessment.composed import composed

_NO_CASE = "It speaks of refunds that may apply, and does not itself say when they do."
_IN_A_CASE = "In the case that it names it promises a refund that applies, and leaves open whether one does."


def test_a_refund_in_a_case_that_is_named() -> None:
    told = composed("refund-right", "We may close the harbour. If we do, you get any applicable refund of berth fees.")
    assert _IN_A_CASE in told.impact
    assert _NO_CASE not in told.impact


def test_a_refund_in_no_case_that_is_named() -> None:
    told = composed("refund-right", "Any applicable refund goes to the card with which you paid.")
    assert _NO_CASE in told.impact
    assert _IN_A_CASE not in told.impact
