"""Of those who get data it is told where the user asks for that, or agrees to it."""

from __future__ import annotations

import pytest

from conductatlas.provisions import find_facts, qualifier


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When you direct us to, we share your address with advertisers.", "where you ask for it or agree"),
        ("With your consent, we share your address with advertisers.", "where you ask for it or agree"),
        ("We share your address with advertisers. You can choose another address at any time.", ""),
    ],
)
def test_recipients(text: str, told: str) -> None:
    (fact,) = (one for one in find_facts(text) if one.kind == "recipient")

    assert qualifier(fact, text) == told
