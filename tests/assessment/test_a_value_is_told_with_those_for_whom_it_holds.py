"""Of values that hold for some users only, a sentence says for whom each is; where the clause doesn't, none is told."""

from __future__ import annotations

import pytest

from conductatlas.assessment import phrases
from conductatlas.provisions import Fact


def _said(words: str, kind: str, *values: tuple[str, str, str], placeholder: str) -> str | None:
    """What is told of values, each with its unit and with the words that state it."""
    facts = [
        Fact(words.index(stated), words.index(stated) + len(stated), kind, value, unit)
        for stated, value, unit in values
    ]
    return phrases(facts, words).get(placeholder)


_IRELAND, _OHIO = ("the laws of Ireland", "Ireland", ""), ("the laws of Ohio", "Ohio", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "(a) for users in the EEA or Switzerland, the laws of Ireland; (b) for all other users, the laws of Ohio",
            "Ireland (for residents of the EU or the EEA and Swiss residents) or Ohio (for others)",
        ),
        (
            "Unless you live in the US, the laws of Ireland apply. If you live in the US, the laws of Ohio apply.",
            "Ireland (for others) or Ohio (for US residents)",
        ),
        # Who lives where is a word of its own, or both stand beside both.
        ("In Designated Countries the laws of Ireland apply. If you live in the US, the laws of Ohio apply.", None),
        ("If you live in the US, the laws of Ohio apply, and if in the EEA the laws of Ireland.", None),
        ("Either the laws of Ohio or the laws of Ireland apply.", "Ireland or Ohio"),
    ],
)
def test_of_two_values_each_is_for_its_own(words: str, told: str | None) -> None:
    assert _said(words, "governing-law", _IRELAND, _OHIO, placeholder="law") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "If you are a consumer in the EEA, you have 14 days.",
            "14 days (for consumers and residents of the EU or the EEA)",
        ),
        ("Members of paid plans and all who ask have 14 days.", "14 days"),
        ("Consumers in the EEA have rights. You have 14 days.", "14 days"),
    ],
)
def test_a_value_that_stands_alone_says_for_which_people_it_is(words: str, told: str) -> None:
    assert _said(words, "refund-period", ("14 days", "14", "days"), placeholder="refund") == told
