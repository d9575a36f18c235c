"""What the finder takes for a clause is told as added or removed only where its words say what the clause is."""

from __future__ import annotations

import pytest

from conductatlas.changes.language.stating_plainly import is_stated_plainly, tells_of_changes


@pytest.mark.parametrize(
    ("clause_type", "states", "does_not"),
    [
        (
            "sensitive-data-collection",
            "The ferry takes a picture of your fingerprint when you board.",
            "The ferry does not take what is known as a fingerprint.",
        ),
        (
            "contracting-entity-contact",
            "The ferry is operated by Larkwell Boats Ltd.",
            "The boats of Larkwell Boats Ltd, including but not only the Heron, are protected by patents in Ireland.",
        ),
        (
            "ai-automated-decisions",
            "Whether you may board is decided by automated means alone.",
            "No boarding decision of the ferry is made by automated means that people never see.",
        ),
        (
            "do-not-track-ignored",
            "Our pages do not respond to signals of browsers.",
            "Our pages honour the signals that your browser sends.",
        ),
        (
            "ai-training-opt-out",
            "You can opt out of the training of our models in your settings.",
            "We train no models on your notes without your explicit opt-in.",
        ),
        (
            "ai-training-opt-out",
            "We train our models on your notes unless you switch that off.",
            "We train no models on your notes, unless you have expressly opted in to share them.",
        ),
        (
            "identity-verification",
            "You must send a picture of your passport so that the ferry can verify who you are.",
            "The birthday and the address that you give the ferry must be complete, and we may verify your compliance.",
        ),
        (
            "unilateral-terms-change",
            "The ferry may change these terms at any time.",
            "The ferry has no obligation to update any forward-looking statements on this page.",
        ),
        (
            "user-indemnification",
            "You’ll indemnify the ferry for claims of those whom you take along.",
            "Those who were indemnified tell the ferry of it at once.",
        ),
        (
            "refund-right",
            "We refund the price of a trip that does not take place.",
            "The law of consumers gives you a guarantee that covers the ferry.",
        ),
        (
            "arbitration-opt-out",
            "You may opt out of arbitration within a month.",
            "Any dispute with the ferry shall be settled by three arbitrators.",
        ),
        (
            "moderation-appeal",
            "You may appeal when the ferry takes down a notice of yours.",
            "Report a notice that breaks the rules of the quay with this form.",
        ),
        (
            "electronic-communications",
            "You consent to get notices of the ferry by electronic mail.",
            "You can opt out of the mails in which the ferry advertises its trips.",
        ),
        (
            "revocable-access-licence",
            "The licence to use the pier may be ended by us at any time.",
            "Points for trips have no value in money and stay with you.",
        ),
        (
            "provider-indemnification",
            "The ferry will indemnify you for claims of other people.",
            "The ferry will have no liability to indemnify those who swim.",
        ),
    ],
)
def test_the_words_name_what_the_type_is_and_do_not_deny_it(clause_type: str, states: str, does_not: str) -> None:
    assert is_stated_plainly(clause_type, [states])
    assert not is_stated_plainly(clause_type, [does_not])


def test_a_title_states_nothing_beside_a_sentence_that_denies_it() -> None:
    denied = "We do not decide about passengers by automated means."
    assert not is_stated_plainly("ai-automated-decisions", ["Automated decisions.", denied])


def test_who_only_asks_or_points_elsewhere_states_nothing() -> None:
    asked = "Faces at the pier: “Does the face at the gate match the face on the card?”"
    assert not is_stated_plainly("sensitive-data-collection", [asked])
    pointed = "For information on automated decisions about passengers, please see the notice at the pier."
    assert not is_stated_plainly("ai-automated-decisions", [pointed])


def test_a_list_of_changes_is_told_from_what_changed() -> None:
    assert tells_of_changes("Summary of changes: You keep all rights in the pictures that you take on board.")
    assert not tells_of_changes("You keep all rights in the pictures that you take on board.")
