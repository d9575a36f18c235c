"""Sentences that say the same of one thing each are told as one where they stand side by side."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import in_rows
from conductatlas.catalogue import ClauseProse, load_prose


def test_what_a_clause_names_is_told_in_one_sentence() -> None:
    told = in_rows(("It is about signals.", "It names Lark Signal.", "It names Corvid Signal.", "It ends."))
    assert told == ("It is about signals.", "It names Lark Signal and Corvid Signal.", "It ends.")


def test_a_sentence_that_says_more_stands_alone() -> None:
    told = ("It names a copy.", "It names minors in particular, and nobody else.")
    assert in_rows(told) == told


@pytest.mark.parametrize("prose", load_prose().by_type.values(), ids=lambda prose: prose.clause_type)
def test_no_word_of_a_clause_is_told_without_what_is_said_of_it(prose: ClauseProse) -> None:
    """That a clause 'mentions photos' tells nobody whether they are kept, shared or left alone."""
    bare = re.compile(r"It (?:also )?(?:mentions|speaks of) [^,;:“”]+\.")
    kept = "It speaks of a sale or of sharing in the sense of certain laws."
    assert [one for one in prose.what if bare.fullmatch(one) and one != kept] == []
