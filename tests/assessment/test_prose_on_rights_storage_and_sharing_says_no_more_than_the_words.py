"""What is told of clauses on rights, storage and sharing holds of their words, and quotes what bears on them."""

from __future__ import annotations

import pytest

from conductatlas.assessment import key_sentence
from tests.assessment.composed import composed, written

_ON_REQUEST = "You can also request that we delete your notes through your settings."
_OTHER_RIGHT = "You may have your data deleted. You may have its use restricted under certain circumstances."
_OWN_LIMIT = "You may have your data deleted. We may refuse to delete it under certain circumstances."
_HELP_PAGE = "You can delete notes. Visit the help page to learn what happens when you delete a note."
_EXPORTER = "The data exporter shall notify the data importer of a breach without undue delay."
_REGARDLESS = "We may keep data regardless of your request for deletion or anonymisation, as the law requires."
_MORE_ELSEWHERE = "We may keep your name. You can read more about search on our help page."
_SAID_THERE = "We may keep your name. Read our policy on how long we keep it."
_SHARED = "As defined by law, we “shared” your address with advertising networks."
_SUSPENDED = "We keep the log for a year. A second case may lead to an indefinite suspension."
_THIRD_PARTIES = "Residents may request information on third parties by an e-mail to us."
_OFFICERS = "Officers who believe that a notice would harm a case should obtain a court order before we disclose."
_ACKNOWLEDGED = "By using Larkwell, you understand that our vendors process your data."
_REPORTS = "We look into reports of harm, and share data with the authorities."


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("deletion-right", _ON_REQUEST, "you can delete yourself"),
        ("deletion-right", _OTHER_RIGHT, "restricted"),
        ("deletion-right", _HELP_PAGE, "what happens when"),
        ("breach-notification", _EXPORTER, "speaks to the customer"),
        ("breach-notification", _EXPORTER, "Keep the e-mail address on your account"),
        ("indefinite-retention", _REGARDLESS, "without what identifies people"),
        ("indefinite-retention", _MORE_ELSEWHERE, "It points to another text"),
        ("retention-period", _SUSPENDED, "without an end"),
        ("service-provider-sharing", _ACKNOWLEDGED, "consents to that"),
        ("government-disclosure", _REPORTS, "reports to authorities"),
        ("deletion-right", "A parent can delete the notes of a child.", "you can delete yourself"),
        ("third-party-sharing", "We share data with the following parties.", "The clause says"),
        ("third-party-sharing", "Tell us if you don't want to share your list with an app.", "what is not passed on"),
        ("access-portability-right", _THIRD_PARTIES, "On access, it says"),
        ("no-sale-commitment", "We will not sell your data in the future.", "a later sale"),
        ("government-disclosure", _OFFICERS, "the view of Larkwell"),
        (
            "objection-opt-out-right",
            "Opt out of Google Analytics [here](https://larkwell.example/ga).",
            "One channel named",
        ),
        ("affiliate-sharing", "Photos help companies of our group train their products.", "training AI models"),
    ],
)
def test_what_the_words_do_not_say_is_not_told(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("deletion-right", "You can delete notes yourself.", "you can delete yourself"),
        ("deletion-right", _OWN_LIMIT, "We may refuse to delete it under certain circumstances"),
        ("indefinite-retention", "We may keep it longer in anonymised form.", "without what identifies people"),
        ("indefinite-retention", _SAID_THERE, "It points to another text"),
        ("data-sale", _SHARED, "a sale or of sharing in the sense of certain laws"),
        ("no-sale-commitment", "We do not sell data. If, in the future, we do, we will tell you.", "a later sale"),
        ("breach-notification", "Larkwell gives reasonable assistance.", "a part of what it promises"),
    ],
)
def test_what_the_words_say_is_told_as_they_say_it(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


_FILLER = "The lighthouse of Ostmark is open to visitors whenever the weather and its keeper allow for it. " * 6


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "**Do Not Track Our Boats**  \nYou have the right to refuse the tracking of your boat at any time.",
            "You have the right to refuse the tracking of your boat at any time.",
        ),
        (
            "**Your Own Choices** You have the right to refuse the tracking of your boat at any time.",
            "You have the right to refuse the tracking of your boat at any time.",
        ),
        ("We share, with the owners of these harbours, the data that is listed under “[3.", ""),
        ("We share, with the owners of these harbours, the data that you give us (as told in section II.", ""),
        ("| The names of boats | We share this with the owners of all of the harbours. |", ""),
        (
            "We share your data with the owners of these harbours in connection with a sale; 3.7.",
            "We share your data with the owners of these harbours in connection with a sale",
        ),
    ],
)
def test_what_belongs_to_something_else_is_not_quoted_along(source: str, told: str) -> None:
    assert key_sentence(f"{source} {_FILLER}", [(0, len(source), 0.95)]) == told


def test_a_sentence_of_a_row_is_quoted_without_the_cells_beside_it() -> None:
    row = "| Names of boats | We share names with vendors who print them for us. |"
    told = composed("service-provider-sharing", row).faq[0].answer
    assert "“We share names with vendors who print them for us”" in told[0]
