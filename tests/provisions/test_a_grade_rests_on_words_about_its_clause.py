"""A grade rests on words that stand where the clause is stated, or where they are about it."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity
from conductatlas.provisions import default_finder

_TRACKING = (
    "Our advertising partners place cookies on our site and on the sites of others, and follow your activity across "
    "these sites and apps over time."
)


def _rests_on(clause_type: str, passage: str) -> str:
    (reason,) = default_finder().grade(clause_type, passage).reasons
    return passage[reason.start : reason.end]


def test_words_in_a_sentence_on_another_matter_move_no_grade() -> None:
    passage = (
        "We may change the price of your subscription at any time, and the new price applies from the next renewal. "
        "You can pay by card or by invoice. We may suspend or discontinue any part of the service without notice."
    )

    graded = default_finder().grade("price-change", passage)

    assert graded.reasons == ()
    assert graded.severity is Severity.MEDIUM


def test_words_in_an_example_move_no_grade() -> None:
    passage = (
        "To build, train and improve our models (including artificial intelligence), we look through some of your "
        "letters by hand. For example, with your permission we read short pieces of your letters to better "
        "understand speech."
    )

    assert default_finder().grade("ai-training-on-user-content", passage).reasons == ()


def test_words_in_a_sentence_that_states_what_they_are_about_move_it() -> None:
    way_out = "You can opt out of this at any time in your privacy settings."

    assert _rests_on("cross-site-tracking", f"{_TRACKING} {way_out}").lower() == "opt out"


def test_of_several_places_the_one_that_states_the_clause_is_named() -> None:
    passage = (
        "You may keep several accounts, but not to break our rules or to trick others. "
        "If we find that you run a network of fake accounts, we may ban your account."
    )

    assert _rests_on("unilateral-termination", passage) == "If we find"


def test_a_line_that_leads_into_what_states_the_clause_counts() -> None:
    passage = "We may, at our sole discretion:\n\n*   change how the site looks;\n*   suspend or terminate accounts."

    assert _rests_on("unilateral-termination", passage) == "sole discretion"


def test_an_exception_further_on_counts() -> None:
    passage = (
        "These terms are governed by the laws of the State of Westmark. "
        "Any claim must be brought in the courts of Linden County, and you submit to their jurisdiction. "
        "For residents of the Ostmark Union, this choice of law will not deprive you of the protection of the "
        "consumer law of your home."
    )

    (reason,) = default_finder().grade("governing-law", passage).reasons
    assert passage[reason.start : reason.end].startswith("will not deprive you of the protection")


def test_a_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    passage = (
        "You and Northlane agree to settle claims in person first. "
        "If that fails, the claim must be brought exclusively in the U.S. District Court for the District of Westmark."
    )

    assert _rests_on("jurisdiction-venue", passage) == "exclusively in"


def test_what_an_act_means_stands_in_the_sentence_before_it() -> None:
    passage = (
        "If you post harmful content, we may tell other companies of our group about you. "
        "This can include blocking your access to some features or disabling your account."
    )

    assert default_finder().grade("unilateral-termination", passage).severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("clause_type", "passage", "severity"),
    [
        (
            "third-party-sharing",
            "You may talk to a bot. By doing that, you will be sending some of your data to its developers.",
            Severity.LOW,
        ),
        (
            "third-party-sharing",
            "Some features let you show or share notes with other members, as by a link that you send them.",
            Severity.LOW,
        ),
        (
            "third-party-sharing",
            "We pass notes on to our sister companies. Some features let you share notes with other members.",
            Severity.MEDIUM,
        ),
        (
            "cross-site-tracking",
            "Our partners follow your activity across our site and those of others, depending on your settings.",
            Severity.MEDIUM,
        ),
        (
            "unilateral-termination",
            "Users who publish such content will face immediate termination of their account.",
            Severity.MEDIUM,
        ),
        ("unilateral-termination", "We may end your access at any time without prior notice.", Severity.HIGH),
    ],
)
def test_grades_follow_the_rules_of_their_type(clause_type: str, passage: str, severity: Severity) -> None:
    assert default_finder().grade(clause_type, passage).severity is severity


def test_a_court_that_is_open_to_users_lowers_the_grade_of_a_venue() -> None:
    finder = default_finder()
    opened = finder.grade("jurisdiction-venue", "The law of Ostmark governs. You may sue in an Ostmark court.")
    assert opened.severity is Severity.LOW
    assert opened.reasons[0].explanation.startswith("lowered: users may sue in a court that it names")
    bound = finder.grade(
        "jurisdiction-venue", "You may sue only in the courts of Larkport, which have sole jurisdiction."
    )
    assert bound.severity is not Severity.LOW
