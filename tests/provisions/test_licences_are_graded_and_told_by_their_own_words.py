"""A licence to train is no licence to operate alone, and the terms of a licence are those that its words give it."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import find_facts, grade


@pytest.mark.parametrize(
    ("clause_type", "text", "severity"),
    [
        ("content-licence", "You license it solely for the purposes of running the service.", "medium"),
        ("content-licence", "You license it solely for the purposes of running it and to train our models.", "high"),
        ("content-licence", "You license it solely for purposes of running it, not to train our models.", "medium"),
        ("content-licence", "You license it for the purpose of (a) providing it and (b) training our models.", "high"),
        ("content-ownership-transfer", "We will own anything we develop from your suggestions.", "low"),
        ("content-ownership-transfer", "You assign them to us, and we will own anything we develop.", "high"),
        ("ai-automated-decisions", "Tools assist, with human review where required by law.", "high"),
        ("ai-automated-decisions", "Tools assist, and human review follows.", "medium"),
    ],
)
def test_a_grade_follows_what_the_words_limit(clause_type: str, text: str, severity: str) -> None:
    assert grade(load_catalogue()[clause_type], text).severity.value == severity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("These licences are not transferable, and a licence is worldwide.", ["non-transferable", "worldwide"]),
        ("You grant us a licence that is not sublicensable.", ["non-sublicensable"]),
        ("Limited License Grant to Larkwell. You grant a worldwide license.", ["worldwide"]),
        ("You grant us a limited licence.", ["limited"]),
        ("You grant Larkwell Trading Limited a worldwide licence.", ["worldwide"]),
    ],
)
def test_denied_terms_and_captions_are_told_from_terms(text: str, expected: list[str]) -> None:
    assert [fact.value for fact in find_facts(text) if fact.kind == "licence-term"] == expected
