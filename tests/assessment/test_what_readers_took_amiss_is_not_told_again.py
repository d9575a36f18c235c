"""Words in the sense of another actor, a denial or a limb of a list are told, and grade, as what they are."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import grade
from tests.assessment.composed import composed, written

_PRESERVED = "Larkwell preserves data for 90 days when law enforcement asks for that, until an order comes."
_HANDED_OVER = "Larkwell gives data to the police where a court orders it."
_TEAM = "You are responsible for ensuring that your team members are old enough to use the service."
_BREACH = "On a violation of the rules we suspend or cancel the plan; what was paid is non-refundable."


@pytest.mark.parametrize(
    ("clause_type", "words", "told", "untold"),
    [
        ("government-disclosure", _PRESERVED, "preserved at the request", "data that is gone cannot be handed over"),
        ("government-disclosure", _HANDED_OVER, "data that is gone cannot be handed over", "preserved at the request"),
        ("age-requirement", _TEAM, "answer for whether others", "your right to act for a company"),
        ("no-refund", _BREACH, "ended for a breach", "Treat a purchase as final"),
        (
            "indefinite-retention",
            "Copies may stay after deletion, and we are not liable to the fullest extent permitted by law.",
            "after it is deleted",
            "Legal duties or claims",
        ),
        (
            "rights-limits",
            "We will not deny you our goods when you use your rights, and you will not be charged a different price.",
            "rights",
            "narrowed by exceptions",
        ),
        (
            "governing-law",
            "Alder law governs. Mandatory laws of the country in which you reside protect you besides.",
            "mandatory rules",
            "Which law counts depends",
        ),
        ("security-measures", "We protect data. Limit access to your devices.", "protect", "Limits on who has access"),
        (
            "account-security-duty",
            "You are responsible for all uses of your login credentials, authorised or not.",
            "answer for what happens under the account",
            "A shift from keeping the password safe",
        ),
    ],
)
def test_what_is_told_follows_from_whose_act_it_is(clause_type: str, words: str, told: str, untold: str) -> None:
    text = written(composed(clause_type, words))
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    ("clause_type", "words", "severity"),
    [
        (
            "unilateral-termination",
            "You can leave for any reason. We close accounts that violate these rules.",
            "medium",
        ),
        ("unilateral-termination", "We can close accounts for any reason. You can leave for any reason.", "high"),
        ("unilateral-termination", "We may suspend the service if your balance is insufficient.", "medium"),
        ("jurisdiction-venue", "Mandatory provisions of consumer law stay. Alder courts alone decide.", "medium"),
        ("jurisdiction-venue", "The court in your domicile decides if you are a consumer.", "none"),
        (
            "government-disclosure",
            "We disclose data if we believe it is necessary to (a) comply with laws; (b) to enforce our terms.",
            "high",
        ),
        ("ai-output-ownership", "You have no authority to use generated content in any commercial manner.", "medium"),
    ],
)
def test_a_grade_follows_from_whose_act_it_is(clause_type: str, words: str, severity: str) -> None:
    assert grade(load_catalogue()[clause_type], words).severity.value == severity
