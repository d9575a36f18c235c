"""Clauses that differ in nothing that can be told are few, and it is said what they have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import choose, difference
from conductatlas.comparison.shared_words import shared_words
from tests.comparison.clauses import RENEWAL, clause

LIKE = (
    "A subscription renews automatically at the end of its billing period unless cancelled before. {} "
    "The payment method on file will be charged, with 30 days of notice before each renewal."
)


def test_facts_that_both_state_are_told() -> None:
    told = difference(load_catalogue()["auto-renewal"], clause(1, RENEWAL.format(30)), clause(2, LIKE.format("")))
    assert told.sentence == "Like this one, it names a notice of 30 days."


def test_few_are_shown_that_only_say_the_same() -> None:
    words = ("apples", "barley", "cedar", "dahlia", "elder")
    alike = [clause(number, LIKE.format(f"It covers {word}.")) for number, word in enumerate(words, 2)]
    chosen = choose(load_catalogue()["auto-renewal"], clause(1, RENEWAL.format(30)), alike)
    assert len(chosen.telling) == 2


def test_where_no_fact_is_shared_the_words_are_that_both_have() -> None:
    this = "As a guest, you grant the right to show your whole collection of tidewater birds."
    other = "You grant the right to show your whole collection of tidewater birds, as long as the terms hold."
    found = shared_words(this, [(0, len(this))], other, [(0, len(other))])
    assert found is not None
    assert other[slice(*found)] == "You grant the right to show your whole collection of tidewater birds"


@pytest.mark.parametrize(
    ("this", "other"),
    [
        ("", ""),
        ("as well as any of it", "as well as any of it"),
        ("a.b.c", "a"),
        # That somebody agrees to a text; and half of what is said.
        (
            "You understand and agree that, by entering into these terms, you sing.",
            "You understand and agree that, by entering into these terms, we listen.",
        ),
        # What points to something else there.
        (
            "You must be of age. You represent and warrant that you meet these requirements.",
            "You must be a company. You represent and warrant that you meet these requirements.",
        ),
        # The name of the matter, and half of what each says.
        (
            "Pupils also have the right to lodge a complaint with their local authority.",
            "You may also have the right to lodge a complaint with a supervisory authority.",
        ),
        ("You have the right to lodge a complaint with a body.", "You have the right to lodge a complaint with us."),
        ("You take on all risks associated with automatic action.", "You take on all risks associated with boats."),
        (
            "Ask us to correct any inaccurate or incomplete personal notes.",
            "You may ask to correct any inaccurate or incomplete personal data.",
        ),
        # No clause, or half of one.
        (
            "If you believe that your rights in birds have been infringed, write to us.",
            "If you believe that your rights in birds have been infringed, send the form.",
        ),
        (
            "This agreement governs any dispute, controversy, or claim over birds.",
            "This agreement governs any dispute, controversy, or claim over feathers.",
        ),
        (
            "Sign in to your account to access the yearly summary or the report.",
            "Write to us or open your account to access the yearly summary or the report.",
        ),
        (
            "We delete every recording of your tidewater birds.",
            "We delete every recording of your tidewater birds, unless a court orders us to keep it.",
        ),
        (
            "We delete every recording of your tidewater birds.",
            "If you live in Alder, we delete every recording of your tidewater birds.",
        ),
    ],
)
def test_words_that_say_nothing_are_not_told(this: str, other: str) -> None:
    assert shared_words(this, [(0, len(this))], other, [(0, len(other))]) is None


def test_shared_words_end_with_one_that_says_something() -> None:
    this = "You agree that disputes about birds must be brought alone, and not in a class."
    other = "You agree that disputes about birds must be brought alone, and by yourself."
    found = shared_words(this, [(0, len(this))], other, [(0, len(other))])
    assert found is not None
    assert other[slice(*found)] == "You agree that disputes about birds must be brought alone"


def test_shared_words_end_with_no_word_that_leads_on() -> None:
    this = 'We rewrite the whole songbook each spring and note that beside the "Larks".'
    other = 'We rewrite the whole songbook each spring and note that beside the "Owls".'
    assert shared_words(this, [(0, len(this))], other, [(0, len(other))]) is None


def test_what_competes_with_others_is_not_like_what_competes_with_the_provider() -> None:
    competing = load_catalogue()["ai-competing-model-restriction"]
    this = clause(1, "You may not use outputs to develop, fine-tune or train models that compete with Larkwell.")
    alike = clause(2, "You may not use outputs to develop, fine-tune or train models that compete with us.")
    others = clause(
        3,
        "You may not use outputs to develop, fine-tune or train models that compete with those Third-Party Materials.",
    )
    chosen = choose(competing, this, [alike, others]).telling
    assert [one.clause.record for one in chosen] == [2]


def test_shared_words_do_not_end_within_an_abbreviation() -> None:
    words = (
        "You may not send birds to places that are embargoed or designated by the U.S. Government as closed to birds."
    )
    this, other = f"{words} Ask us.", f"{words} Mind this."
    found = shared_words(this, [(0, len(this))], other, [(0, len(other))])
    assert found is not None
    assert other[slice(*found)].endswith("by the U.S. Government as closed to birds")


def test_what_a_slice_cuts_is_no_clause() -> None:
    whole = "You are not on any U.S. register of tall birds or kept by the U.S. office of tides."
    cut = [(start := whole.index("register"), whole.index("office"))]
    assert whole[start:].startswith("register")
    assert shared_words(whole, cut, whole, cut) is None
    assert shared_words(whole, [(0, len(whole))], whole, [(0, start), (start, len(whole))]) is not None


def test_clauses_of_a_type_with_several_subjects_are_alike_only_on_one() -> None:
    confidential = load_catalogue()["confidentiality"]
    words = (
        "The receiving party keeps confidential information of the disclosing party secret, and uses it for the work."
    )
    found = choose(confidential, clause(1, words), [clause(2, f"{words} It guards it with care as it guards its own.")])
    assert [one.clause.record for one in found.telling] == [2]


@given(st.text(alphabet="ab *_.[]()İé1\n", max_size=200), st.text(alphabet="ab *_.[]()İé1\n", max_size=200))
def test_shared_words_stand_in_both(this: str, other: str) -> None:
    found = shared_words(this, [(0, len(this))], other, [(0, len(other))])
    if found:
        assert other[slice(*found)].lower().split() == [
            word for word in other[slice(*found)].lower().split() if word in this.lower()
        ]


@pytest.mark.parametrize(
    ("clause_type", "this", "other"),
    [
        (
            "content-responsibility",
            "You warrant that you have all rights needed to post your content.",
            "You need not warrant that you have all rights needed to post your content.",
        ),
        (
            "provider-assignment",
            "You may not assign these terms without our consent.",
            "Except for affiliates, you may not assign these terms without our consent.",
        ),
    ],
)
def test_what_is_said_to_another_effect_is_not_told_as_alike(clause_type: str, this: str, other: str) -> None:
    found = difference(load_catalogue()[clause_type], clause(1, this), clause(2, other))
    assert "ike this one" not in found.sentence
    same = difference(load_catalogue()[clause_type], clause(1, this), clause(2, this))
    assert "ike this one" in same.sentence


@pytest.mark.parametrize(
    ("aheads", "shared"),
    [(("We confirm", "The owner states"), True), (("We do not promise", "The owner never warrants"), False)],
)
def test_what_words_ahead_deny_is_not_quoted_as_said(aheads: tuple[str, str], shared: bool) -> None:
    this, other = (f"{ahead} that the ferry service is free of viruses and harmful parts" for ahead in aheads)
    found = shared_words(this, [(0, len(this))], other, [(0, len(other))])
    assert (found is not None) is shared
