"""What the other side may do with data, and what it no longer promises, is told before all else."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.what_moved import Moved, what_moved
from conductatlas.reading import read_markdown

_MILL = "# The mill\n\nThe mill grinds the corn of everybody in the valley.\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "We may use your recordings to train our models, unless you opt out in your account."),
        ("", "The messages of free users may be used for model training."),
        ("", "You grant Fernwick a licence to use your content to train its language models."),
        ("We will not train our models on your letters, except in two cases.", ""),
        ("We do not sell or share your personal data.", "We do not sell your personal data."),
        (
            "Names are kept, but none of your letters are.",
            "Names are kept, but in quiet mode, none of your letters are.",
        ),
        ("We do not use your letters for training.", "We do not use your letters for training, unless you agree."),
        ("On Free: We use your letters to train models.", "On Free or Plus: We use your letters to train models."),
        ("You must be at least 18 years old to use the mill.", "You must be at least 13 years old to use the mill."),
    ],
)
def test_uses_that_were_permitted_and_promises_that_were_narrowed_move_most(before: str, after: str) -> None:
    assert what_moved(before, after) is Moved.MOST


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "You may not use the output to train other models."),
        ("", "We never use your letters to train our models."),
        ("", "We take measures to minimise the use of your personal data for training purposes."),
        ("We do not use your letters to train smart models.", "We do not use your letters to train models."),
        ("You are not required to log in to use the mill.", ""),
        ("Whoever is 13 or older, but under 18, asks a parent.", "Whoever is under 18 asks a parent."),
        ("We do not sell your personal data.", "We do not sell your personal information."),
    ],
)
def test_bans_on_the_reader_and_other_words_for_the_same_do_not(before: str, after: str) -> None:
    assert what_moved(before, after) is not Moved.MOST


def test_a_word_of_a_promise_goes_before_a_section_and_a_new_name() -> None:
    promise = "We do not sell or share your personal data with any advertiser.\n\n"
    rules = " ".join(f"Whoever comes to gate {number} must ask the miller for its key." for number in range(6))
    section = "\n\n## Carts\n\nA cart costs two crowns for each crossing. Every wheel is greased before it leaves."
    section += " Drivers of carts sleep in the barn behind the orchard. Horses drink from the trough beside the well."
    before = f"{_MILL}{promise}{rules}"
    after = f"{_MILL}{promise.replace('sell or share', 'sell')}{rules.replace('miller', 'harbour master')}{section}"
    told = foremost(sentence_changes(read_markdown(before), read_markdown(after), 4, ungraded))
    assert told[0].startswith("“We do not sell or share your personal data")
    assert told[1:] == (
        "it adds the section “Carts”",
        *told[2:-1],
        "in 6 sentences “miller” becomes “harbour master”",
    )


def test_an_exception_struck_at_the_head_of_a_permission_moves_most() -> None:
    grants = "you grant Larkwell a licence to copy and print your letters for its own business, including:"
    for before in (f"Except for sealed letters, {grants}", f"Other than what you mark as private, {grants}"):
        assert what_moved(before, f"Y{grants[1:]}") is Moved.MOST
        assert what_moved(f"Y{grants[1:]}", before) is not Moved.MOST
    fee = "you pay two crowns for each cart."
    assert what_moved(f"Except for Sundays, {fee}", f"Y{fee[1:]}") is not Moved.MOST
