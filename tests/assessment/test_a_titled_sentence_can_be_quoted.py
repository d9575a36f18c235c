"""A sentence behind a title, or one that leads into its own list, stands for itself; a piece of one does not."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import stands_alone
from conductatlas.assessment.quoting import way_with


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Team accounts: When you join a team, its owner may see your notes.", True),
        ("The notice must: (a) name you; (b) say what happened.", True),
        ("In these cases: We may close the account.", False),
        ("Team accounts: It may see your notes.", False),
        ("Security: to keep the service safe, we use your logs.", False),
    ],
)
def test_a_sentence_stands_alone_behind_a_title_that_does(sentence: str, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_a_form_that_a_sentence_sends_to_is_a_way() -> None:
    words = "To report an advertisement that is against the rules, use the Report form."
    assert way_with(re.compile("report"), words) == f"“{words[:-1]}”"
