"""A law or a court that is named for some disputes alone is told with these."""

from __future__ import annotations

import pytest

from conductatlas.assessment.phrases import phrases
from conductatlas.provisions import find_facts, qualifier


def _told(text: str) -> list[tuple[str, str]]:
    return [(one.value, qualifier(one, text)) for one in find_facts(text) if one.kind in ("venue", "governing-law")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Any dispute relating to an infringement of patents shall be brought in the courts of Linden, Westmark.",
            "for disputes over intellectual property",
        ),
        (
            "A claim that is not subject to arbitration goes to a U.S. court or the courts of Linden, Westmark.",
            "where there is no arbitration",
        ),
        (
            "You submit to the courts of Linden, Westmark for actions in which we seek injunctive relief.",
            "for injunctions and the like",
        ),
        (
            (
                "The arbitrator resolves any dispute, except that the state or federal courts of Linden, Westmark will "
                "have authority over public injunctive relief."
            ),
            "for what is excepted from arbitration",
        ),
        (
            (
                "The courts of Linden, Westmark have authority to decide any dispute about the validity of the class "
                "waiver."
            ),
            "for what is excepted from arbitration",
        ),
        (
            "A claim severed from the arbitration is brought into the courts of Linden, Westmark.",
            "where there is no arbitration",
        ),
        (
            "Any action brought by us against you may be commenced in the courts of Linden, Westmark.",
            "for claims against the user",
        ),
        (
            "If all administrators decline, the courts of Linden, Westmark decide on it.",
            "where there is no arbitration",
        ),
        (
            "All disputes that we are not required to arbitrate go to the courts of Linden, Westmark.",
            "where there is no arbitration",
        ),
        (
            "Larkwell may bring any dispute that we have against you in the courts of Linden, Westmark.",
            "for claims against the user",
        ),
        ("Any Commercial Claim is heard in the courts of Linden, Westmark.", "for commercial claims"),
        ("In all other cases, claims go to the courts of Linden, Westmark.", "in other cases"),
        ("Any dispute relating to these terms shall be brought in the courts of Linden, Westmark.", ""),
        ("Disputes, except those about intellectual property, go to the courts of Linden, Westmark.", ""),
    ],
)
def test_the_disputes_stand_beside_the_place(text: str, told: str) -> None:
    assert ("Linden, Westmark", told) in _told(text)


def test_a_court_whose_fee_is_compared_hears_nothing() -> None:
    assert _told("If the fee is more than you would pay to file a complaint in the Courts of Linden, we pay it.") == []


def test_places_for_the_same_disputes_share_their_limit() -> None:
    text = "A claim that is not subject to arbitration is heard in the courts of Linden County or Alder County."
    facts = [one for one in find_facts(text) if one.kind == "venue"]

    assert phrases(facts, text)["venue"] == "Linden County or Alder County (where there is no arbitration)"
