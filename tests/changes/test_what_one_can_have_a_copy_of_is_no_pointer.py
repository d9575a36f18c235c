"""A sentence on where to ask for a copy of what protects a reader says more than where to read more."""

from __future__ import annotations

import pytest

from conductatlas.changes.layout.itself import is_pointer


@pytest.mark.parametrize(
    "sentence",
    [
        "For more information on the safeguards and to obtain a copy of these safeguards, please contact us below.",
        "To learn more about the clauses, or to request a copy of the clauses, see the last section.",
        "You can learn more about what we keep of you in Your Sacks and request access to the rest here.",
    ],
)
def test_a_copy_that_one_can_have_is_told(sentence: str) -> None:
    assert not is_pointer(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "For more information, or to obtain a copy of this policy, please see below.",
        "For more information on the safeguards, please see the last section.",
    ],
)
def test_where_to_read_more_is_a_pointer(sentence: str) -> None:
    assert is_pointer(sentence)
