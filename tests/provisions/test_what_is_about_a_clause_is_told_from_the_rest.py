"""Of a passage those sentences are about its clause that state it, or that go with one that does."""

from __future__ import annotations

from conductatlas.provisions import words_about

_ENDING = "We may suspend or terminate your access to the services at any time."


def test_what_states_another_clause_is_left_out() -> None:
    duty = "All prices are in westmarks, and you are responsible for all taxes on what you buy."

    assert duty not in words_about("unilateral-termination", f"{_ENDING} {duty}", "")


def test_what_refers_to_it_is_not() -> None:
    passage = (
        "You and Northlane agree to settle every dispute by binding arbitration, and not in court. "
        "We charge no fee for the first notice. You can opt out of this arbitration by mail within thirty days."
    )

    assert "You can opt out" in words_about("mandatory-arbitration", passage, "")


def test_nor_are_the_other_items_of_its_list() -> None:
    passage = "Depending on where you live, you may:\n\n*   see your data;\n*   ask us to delete your personal data."

    assert "see your data" in words_about("deletion-right", passage, "")


def test_a_single_sentence_is_all_about_it() -> None:
    assert words_about("unilateral-termination", _ENDING, "") == _ENDING
