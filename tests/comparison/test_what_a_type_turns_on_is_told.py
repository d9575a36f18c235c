"""A difference or a likeness is told in what clauses of a type turn on, and never in what both only speak of."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import difference
from conductatlas.yaml_data import parse_yaml
from tests.comparison.clauses import clause


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


_BEFORE = "We notify you by e-mail before a change takes effect."
_ONCE_POSTED = "A change is effective as soon as it is posted on the page of these terms."
_COMPETING = "You may not use outputs to train models that compete with ours."
_ANY = "You may not use outputs to train any other AI models."


@pytest.mark.parametrize(
    ("clause_type", "this", "other", "said"),
    [
        (
            "terms-change-notice",
            _BEFORE,
            _ONCE_POSTED,
            (
                "It lets changes take effect as soon as they are posted, where this one promises notice before "
                "changes, or some of them, take effect."
            ),
        ),
        (
            "ai-competing-model-restriction",
            _COMPETING,
            _ANY,
            ("It reaches any AI model, whether it competes or not, where this one reaches only what competes."),
        ),
        (
            "user-termination",
            "You may end this agreement at any time. Either side may end it if the other party fails to pay.",
            "A party may terminate this agreement if the other party materially breaches it.",
            (
                "It lets a party leave for a breach or another cause of the other side, where this one lets users "
                "leave without a cause."
            ),
        ),
    ],
)
def test_on_which_side_two_clauses_stand_is_told(clause_type: str, this: str, other: str, said: str) -> None:
    assert _said(clause_type, this, other) == said
    assert "Like this one" in _said(clause_type, this, this)


def test_a_clause_on_both_sides_is_set_against_none() -> None:
    both = f"{_BEFORE} In urgent cases it is effective immediately."
    assert "where this one" not in _said("terms-change-notice", both, _ONCE_POSTED)
    assert "where this one" not in _said("terms-change-notice", _ONCE_POSTED, both)


@pytest.mark.parametrize(
    ("words", "without_cause"),
    [
        ("Larkwell may close your account at any time.", True),
        ("If you have questions, write to us. Larkwell may close your account in its sole discretion.", True),
        ("Larkwell may close your account at any time and for no reason, even if you have paid.", True),
        (
            "Larkwell may close it if, in its sole discretion, it determines that: (i) you are a risk; (ii) you owe.",
            False,
        ),
        ("Larkwell may at any time close your account where:\n\n- you have died;\n- you are a risk.", False),
        ("Larkwell may close your account at any time for a material breach.", False),
        ("You may close your account at any time.", False),
        ("Larkwell may change these rules at any time.", False),
        ("Violation of the rules may lead us to close it in our sole discretion.", False),
    ],
)
def test_discretion_over_named_causes_is_no_power_without_a_cause(words: str, without_cause: bool) -> None:
    any_cause = "Larkwell may close your account for any reason."
    told = "Like this one, it lets the provider act without a cause" in _said(
        "unilateral-termination", any_cause, words
    )
    assert told is without_cause


@pytest.mark.parametrize(
    ("clause_type", "words"),
    [
        ("cookies-and-trackers", "We use pixels, web beacons and the like."),
        ("ai-competing-model-restriction", "Outputs are ours."),
        ("warranty-disclaimer", "There are no implied warranties of merchantability."),
    ],
)
def test_that_two_clauses_speak_of_the_same_is_no_likeness(clause_type: str, words: str) -> None:
    assert _said(clause_type, words, f"Mind this. {words}") == ""


def test_what_a_sentence_says_of_another_clause_is_no_difference_where_this_one_has_its_words() -> None:
    this = "Despite our reasonable efforts, no security measures are impenetrable."
    other = "No method is completely secure, but we take steps and safeguards, and do our best."
    assert "efforts" not in _said("no-security-guarantee", this, other)


def test_the_sides_are_well_formed() -> None:
    known = {one.id for one in load_catalogue().types}
    for entry in parse_yaml(files("conductatlas.comparison").joinpath("contrasts.yaml").read_bytes()):
        assert set(entry["types"]) <= known
        assert len(entry["sides"]) == len({one["says"] for one in entry["sides"]}) > 1
        assert all(re.compile(words) for one in entry["sides"] for words in one["words"])


def test_what_reaches_the_similar_too_reaches_more_than_what_competes() -> None:
    similar = clause(2, "You may not use outputs to train a similar or competing model.")
    found = difference(load_catalogue()["ai-competing-model-restriction"], clause(1, _COMPETING), similar)
    assert "only what competes" not in found.sentence
