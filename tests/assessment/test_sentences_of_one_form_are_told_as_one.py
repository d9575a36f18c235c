"""Sentences that say the same of one thing each are told as one where they stand side by side."""

from __future__ import annotations

from conductatlas.assessment import in_rows


def test_what_a_clause_speaks_of_is_told_in_one_sentence() -> None:
    told = in_rows(("It is about data.", "It speaks of a copy.", "It speaks of correction.", "It speaks of an appeal."))
    assert told == ("It is about data.", "Among what it speaks of: a copy; correction; an appeal.")


def test_what_it_names_is_told_in_one_sentence() -> None:
    told = in_rows(("It mentions photos.", "It mentions the camera.", "It names a text."))
    assert told == ("Among what it mentions: photos; the camera.", "It names a text.")


def test_a_sentence_that_says_more_stands_alone() -> None:
    told = in_rows(("It speaks of a copy.", "It speaks of minors in particular, and of nobody else."))
    assert told == ("Among what it speaks of: a copy.", "It speaks of minors in particular, and of nobody else.")
