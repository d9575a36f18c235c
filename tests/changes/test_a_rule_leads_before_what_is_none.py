"""A sentence that forbids, permits or binds goes before preambles, examples and the headings of questions."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.what_moved import Moved, what_moved
from conductatlas.reading import read_markdown

_OLD = "# Rules\n\nThe mill is open from dawn to dusk, in any weather.\n\n## Do not post\n\n- Pictures of the weir\n"


def _phrases(new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(_OLD), read_markdown(new), 4, ungraded))


@pytest.mark.parametrize(
    "preamble",
    [
        "We understand that it can be confusing when a sack is weighed at once and another sack waits for days.",
        "After consulting with millers from many valleys, we are bringing older rules into one place to find.",
        "Experts think and talk about sacks, carts and wheels under one umbrella that may be called milling.",
        "Can the miller train wheels so that they turn with a high level of reliability, even under heavy storms?",
    ],
)
def test_a_preamble_does_not_lead(preamble: str) -> None:
    phrases = _phrases(f"{_OLD}- Pictures that ask others to buy stolen flour\n\n## Why\n\n{preamble}\n")
    assert "stolen flour" in phrases[0]


def test_what_an_example_is_of_goes_before_it() -> None:
    rule = "- Pictures that deny the harm of dust. Examples:\n    - Pictures that claim that dust cannot burn in a mill"
    phrases = _phrases(f"{_OLD}{rule}\n")
    assert "deny the harm of dust" in phrases[0]


def test_a_rule_goes_before_the_headings_of_questions() -> None:
    question = "## Why was my sack weighed twice?\n\n" + " ".join(
        f"The {one} scale stands in the hall behind door {number}." for number, one in enumerate(("old", "new", "long"))
    )
    phrases = _phrases(f"{_OLD}- Pictures that ask others to buy stolen flour\n\n{question}\n")
    assert "stolen flour" in phrases[0]
    assert phrases[1] == "it adds the section “Why was my sack weighed twice”"


def test_what_stands_under_a_ban_is_one() -> None:
    item = "Pictures that ask others to buy stolen flour"
    assert what_moved("", item, "", "Do not post") is Moved.SOMETHING
    assert what_moved("", item, "The following is prohibited:") is Moved.SOMETHING
    assert what_moved("", item) is Moved.NOTHING
    assert what_moved("", "Can we use your letters to train our models?") is Moved.NOTHING
