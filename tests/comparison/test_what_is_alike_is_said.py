"""Clauses that differ in nothing that can be told are few, and it is said what they have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import choose, difference
from conductatlas.comparison.shared_sentence import shared_sentence
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


FERRY = "We carry your bicycle across the sound on every ferry that leaves before noon."


@pytest.mark.parametrize(
    ("this", "other"),
    [
        (FERRY, f"The crossing is short. {FERRY} Ask at the pier."),
        (f"(a) {FERRY}", f"4.2 {FERRY}"),
        (FERRY.replace("your", "the guest's"), FERRY.replace("your", "the guest’s")),
    ],
)
def test_a_whole_sentence_that_both_have_is_told(this: str, other: str) -> None:
    found = shared_sentence(this, [(0, len(this))], other, [(0, len(other))])
    assert found is not None
    assert f"{other[slice(*found)]}." in other
    assert other[slice(*found)].startswith("We carry")


@pytest.mark.parametrize(
    ("this", "other"),
    [
        ("", ""),
        # Half of a sentence says something else than all of it.
        (FERRY, FERRY.replace(".", ", unless the captain objects.")),
        (FERRY, f"If you live in Alder, {FERRY[0].lower()}{FERRY[1:]}"),
        (
            "Before the boat leaves, and we may need you to show the ticket to the mate.",
            "On some piers we wait, and we may need you to show the ticket to the mate.",
        ),
        # An item says what the line above it makes of it; a title says nothing.
        ("- carry bicycles across the sound on every ferry.", "- carry bicycles across the sound on every ferry."),
        ("Bicycles on every ferry that leaves before noon", "Bicycles on every ferry that leaves before noon"),
        # What it speaks of is another thing in another text.
        (
            "It carries such bicycles across the sound on every ferry.",
            "It carries such bicycles across the sound on every ferry.",
        ),
        (
            "Unless you sail with them, they carry no bicycle across the sound at noon.",
            "Unless you sail with them, they carry no bicycle across the sound at noon.",
        ),
        (
            "This does not hold for bicycles that cross the sound at noon.",
            "This does not hold for bicycles that cross the sound at noon.",
        ),
        # What all texts say.
        ("We may change these terms from time to time.", "We may change these terms from time to time."),
    ],
)
def test_what_is_no_whole_sentence_by_itself_is_not_told(this: str, other: str) -> None:
    assert shared_sentence(this, [(0, len(this))], other, [(0, len(other))]) is None


def test_a_shared_sentence_does_not_end_within_an_abbreviation() -> None:
    words = "You may not send birds to places that are closed by the U.S. Government as a haven of gulls."
    found = shared_sentence(words, [(0, len(words))], words, [(0, len(words))])
    assert found == (0, len(words) - 1)


def test_only_what_states_the_type_is_looked_at() -> None:
    other = f"{FERRY} The crossing is short."
    assert shared_sentence(FERRY, [(0, len(FERRY))], other, [(len(FERRY) + 1, len(other))]) is None


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


def test_clauses_of_a_type_with_several_subjects_are_alike_only_on_one() -> None:
    confidential = load_catalogue()["confidentiality"]
    words = (
        "The receiving party keeps confidential information of the disclosing party secret, and uses it for the work."
    )
    found = choose(confidential, clause(1, words), [clause(2, f"{words} It guards it with care as it guards its own.")])
    assert [one.clause.record for one in found.telling] == [2]


@given(st.text(alphabet="ABab *_.[]()İé1\n", max_size=200), st.text(alphabet="ABab *_.[]()İé1\n", max_size=200))
def test_a_shared_sentence_stands_in_both(this: str, other: str) -> None:
    found = shared_sentence(this, [(0, len(this))], other, [(0, len(other))])
    assert found is None or other[slice(*found)].lower().split()[0] in this.lower()


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
    ("clause_type", "this", "others", "said"),
    [
        (
            "class-action-waiver",
            "YOU AND LARKWELL ARE EACH WAIVING THE RIGHT TO A JURY OR TO JOIN A CLASS ACTION.",
            (
                "You understand, as you join, that you and Tarn are each waiving the right to a class action.",
                "Each party may bring a claim against the other party only alone, not as a class member.",
                "You agree that neither you nor we will take part in a class action.",
            ),
            "Like this one, it binds both sides.",
        ),
        (
            "ai-output-accuracy-disclaimer",
            "A reply may not be unique, and other guests may get a similar one.",
            ("Replies may be similar or identical to content that was written for other guests.",),
            "Like this one, it says that others may get the same or a similar output.",
        ),
    ],
)
def test_words_that_say_a_thing_whatever_else_their_sentence_turns_on_are_alike(
    clause_type: str, this: str, others: tuple[str, ...], said: str
) -> None:
    told = [difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence for other in others]
    assert told == [said] * len(others)


def test_a_waiver_of_one_breach_or_other_matters_agreed_bind_nobody_to_sue_alone() -> None:
    this = "You and Larkwell are each waiving the right to join a class action."
    for other in (
        "A waiver by either party of a breach is no waiver of another. Class actions are barred.",
        "You will not join a class action. The parties agree to replace a void term.",
    ):
        assert (
            "both sides"
            not in difference(load_catalogue()["class-action-waiver"], clause(1, this), clause(2, other)).sentence
        )
