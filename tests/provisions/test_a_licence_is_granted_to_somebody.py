"""Of the licences in a passage it is known to whom each is granted: the provider, other users or the user."""

from __future__ import annotations

import pytest

from conductatlas.provisions import TO_PROVIDER, TO_USER, grantee
from conductatlas.provisions.facts.licence import TO_OTHERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You grant Lumora a HERE licence to your posts.", TO_PROVIDER),
        ("You hereby expressly grant to us a HERE licence.", TO_PROVIDER),
        ("You grant us a licence. You also grant each other user a HERE licence.", TO_OTHERS),
        ("You grant to users of your model a HERE licence.", TO_OTHERS),
        ("You grant each member a licence, and you grant us a HERE licence.", TO_PROVIDER),
        ("Lumora grants you a HERE licence to the app.", TO_USER),
        ("You are hereby granted a HERE licence.", TO_USER),
        ("Subject to these terms, we grant to the Customer a HERE licence.", TO_USER),
        ("Posts fall under a HERE licence.", ""),
    ],
)
def test_a_licence_is_that_of_the_last_grant_before_it(text: str, expected: str) -> None:
    assert grantee(text, text.index("HERE")) == expected
