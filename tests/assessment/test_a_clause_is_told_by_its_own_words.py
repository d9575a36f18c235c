"""What is told of a clause names nothing that others of its type name and it does not."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_MINOR = "We forbid what endangers minors. A minor is someone under 18 years old."
_RIVAL = "You must not use Larkwell to build a product that competes with it."
_KEPT = "For certain reasons we keep data for an extended period of time."
_REFUSED = "We use your inputs to train our models unless you opt out. Even if you opt out, we use what is flagged."


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        (
            "liability-limitation",
            "IN NO EVENT SHALL THE LIABILITY OF LARKWELL EXCEED WHAT YOU PAID.",
            "On what is not answered for, it says:",
        ),
        (
            "price-change",
            "We may change prices. If you do not accept, we may terminate your access.",
            "you can leave before it applies",
        ),
        ("no-sale-commitment", "We do not sell your data.", "advertising, at least"),
        ("indefinite-retention", _KEPT, "after it is deleted"),
        ("retention-period", "We keep it while we have an ongoing need.", "as long as necessary"),
        ("ai-competing-model-restriction", _RIVAL, "On outputs, it says"),
        ("ai-competing-model-restriction", _RIVAL, "On training, it says"),
        ("ai-competing-model-restriction", _RIVAL, "benchmarking them"),
        ("ai-training-on-user-content", "We train our models on feedback that you send.", "flagged"),
        (
            "age-requirement",
            "You must be of the minimum age required by the laws of your country.",
            "goes by a legal age",
        ),
        ("suggestions-grant", "You grant us a royalty-free right to use suggestions.", "credit has to be given"),
    ],
)
def test_what_the_words_do_not_say_is_not_told(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        (
            "liability-limitation",
            "In no event is Larkwell liable for lost data.",
            "On what is not answered for, it says:",
        ),
        ("age-requirement", _MINOR, "say who counts as a minor"),
        ("liability-preserved", "Our liability is limited to $100 unless we broke the law.", "as well: USD 100"),
        ("ai-competing-model-restriction", "You must not compete with our outputs.", "On outputs, it says"),
        ("ai-training-on-user-content", _REFUSED, "used even if you opt out"),
        ("termination-effects", "You can reactivate an account for six months.", "can be brought back"),
        (
            "cookies-and-trackers",
            "Required cookies cannot be disabled in our banner.",
            "On what cannot be refused, it says:",
        ),
        ("suggestions-grant", "We use suggestions without attribution of any kind.", "no credit has to be given"),
    ],
)
def test_what_they_say_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))
