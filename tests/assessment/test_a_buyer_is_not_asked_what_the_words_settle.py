"""What buyers are told to ask, to check and to watch takes for granted nothing that a clause does not say."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed

_FOR_ALL = "You and Larkwell agree that any cause of action must be commenced within one year after it accrues."
_FOR_USERS = "You must bring a claim against Larkwell within one year after it accrues."
_DISCOVERED = "You must bring a claim within one year after you discover it."
_JOINED = "You waive class actions, and the arbitrator may not consolidate more than one person's claims."
_CLASS = "You waive the right to take part in a class action."
_AS_SOURCE = "We may use your name and picture to show who posted something."
_PROMOTED = "We may use your name and picture to promote the service."
_SOLD = "We sold identifiers in the last twelve months."
_SOLD_UNLESS = "We sold identifiers in the last twelve months. You may opt out of such sales."
_KEPT = "We keep your e-mail as long as we need it."
_DELETED = "We keep your e-mail for a year, and then delete it."


@pytest.mark.parametrize(
    ("clause_type", "words", "section", "said", "told"),
    [
        ("claim-time-limit", _FOR_ALL, "questions", "Does the limit bind", False),
        ("claim-time-limit", _FOR_USERS, "questions", "Does the limit bind", True),
        ("claim-time-limit", _FOR_USERS, "diligence", "Negotiate a limit that runs from discovery.", True),
        ("claim-time-limit", _DISCOVERED, "diligence", "Negotiate a limit that runs from discovery.", False),
        ("class-action-waiver", _JOINED, "diligence", "Assess whether affiliates", False),
        ("class-action-waiver", _JOINED, "watch", "An extension to mass", False),
        ("class-action-waiver", _CLASS, "diligence", "Assess whether affiliates", True),
        ("class-action-waiver", _CLASS, "watch", "An extension to mass", True),
        ("name-likeness-use", _AS_SOURCE, "questions", "For whose promotion", False),
        ("name-likeness-use", _PROMOTED, "questions", "For whose promotion", True),
        ("data-sale", _SOLD, "questions", "Does the refusal work", False),
        ("data-sale", _SOLD, "diligence", "Test the opt-out", False),
        ("data-sale", _SOLD_UNLESS, "questions", "Does the refusal work", True),
        ("retention-period", _KEPT, "diligence", "Request evidence that deletion", False),
        ("retention-period", _DELETED, "diligence", "Request evidence that deletion", True),
    ],
)
def test_advice_takes_nothing_for_granted(clause_type: str, words: str, section: str, said: str, told: bool) -> None:
    assessment = composed(clause_type, words)
    sentences = (*getattr(assessment, section), *getattr(assessment.in_general, section))
    assert any(one.startswith(said) for one in sentences) is told
