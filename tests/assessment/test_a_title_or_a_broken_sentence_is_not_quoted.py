"""What is quoted as an answer is a sentence: no title, and nothing that begins behind an abbreviation."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment.quoting import behind_bold_title, sentence_with, stands_alone


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Third-Party Services You Share or Interact With.", False),
        ("We share data with Larkwell Services.", True),
        ("This Privacy Policy will apply to what the buyer receives.", True),
        ("This limitation will not apply to fraud.", True),
        ("We charge within the range.(ii) Payment ahead is final.", False),
        ("The court of Alder is open.b. You waive a jury.", False),
        ("We take payments, e.g. Larkwell coins.", True),
        ("In addition to the fees of your order, you pay taxes.", True),
        ("In which case, it will be kept as long as the law asks.", False),
        ("Depending on how you write to us, deleting letters may not delete our copies.", True),
        ("Depending on where you live, and with your consent, find your mill.", False),
    ],
)
def test_a_title_stands_for_no_answer(sentence: str, *, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_what_follows_an_abbreviation_is_no_sentence_of_its_own() -> None:
    words = "We told the U.S. Department of Trade that we send data to Norway. We store data in Norway."
    told = "“We told the U.S. Department of Trade that we send data to Norway”"
    assert sentence_with(re.compile("Norway"), words) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Remember these are just some examples, and don't post a song if you think it might break this policy.",
        "Please note that the above list is not complete.",
    ],
)
def test_what_only_says_that_a_list_is_open_is_not_quoted(sentence: str) -> None:
    assert not stands_alone(sentence)


@pytest.mark.parametrize("title", ["**Your songs:**", "**Your songs**:"])
def test_a_title_with_a_colon_is_not_quoted_with_its_sentence(title: str) -> None:
    assert behind_bold_title(f"{title} You can take them back.") == "You can take them back."
