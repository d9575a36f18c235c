"""What is at stake for a reader is seen in every wording of it, and nothing in other sentences."""

from __future__ import annotations

import pytest

from conductatlas.changes.language.stakes import stakes_moved


@pytest.mark.parametrize(
    "sentence",
    [
        "You row at your own risk.",
        "Larkwell is Liable for nothing of it.",
        "The ferry may add Penalties.",
        "You must not board the barge.",
        "Write to us within Ten working days.",
        "Write to us within sixty days.",
        "A tenth part, or 5 %, is kept.",
        "The fare is €4.",
        "Von ٣ Tagen ist die Rede.",
        "You may opt-out of letters.",
        "Your consent is asked first.",
        "We sell seats to our partners.",
        "We disclosed the list to Law Enforcement.",
        "Letters help to improve our models.",
        "The model of the lock was trained on letters.",
        "The controller is Larkwell Ferries Ltd.",
        "A jury hears it.",
        "The keeper decides at his sole discretion.",
        "The ferry may, at any time, ask for another ticket.",
        "The gate is shut without prior notice.",
    ],
)
def test_a_sentence_that_speaks_of_one_thing_at_stake_moves_it(sentence: str) -> None:
    assert stakes_moved("", sentence) == 1
    assert stakes_moved(sentence, "") == 1
    assert stakes_moved(sentence, sentence) == 0


def test_figures_that_are_nothing_at_stake_move_nothing() -> None:
    assert stakes_moved("", "Pier 4 lies north of the mill.") == 0
    assert stakes_moved("Within ten days.", "Within 10 days.") == 1
