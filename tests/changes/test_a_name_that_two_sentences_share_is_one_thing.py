"""Two sentences are of no one subject because both name a thing, in however many words."""

from __future__ import annotations

import pytest

from conductatlas.changes.sentences.other_words import in_other_words
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.changes.sentences.said import said_alone
from conductatlas.reading import Document, read_markdown

_OTHERS = [f"Room {number} is open to members who come under a licence of their own." for number in range(20)]


def _page(sentence: str) -> Document:
    return read_markdown("\n\n".join(["# Terms of Larkwell", *_OTHERS, sentence]))


def _pairs(went: str, came: str) -> list[tuple[str, str]]:
    old, new = _page(went), _page(came)
    found = in_other_words(*said_alone(old, new), old, new, lambda _, __: False)
    return [(one.text, other.text) for one, other in found]


def test_the_name_of_a_licence_is_one_word() -> None:
    went = "You release what you add to the barn list under the Crooked Willow Zero licence."
    for licence in ("Zero", "Zero Plain"):
        assert _pairs(went, f"This text is under a Crooked Willow {licence} licence of its own.") == []


def test_several_words_of_a_subject_are_several() -> None:
    went = "You release what you add to the barn list under a crooked willow sign."
    came = "What is added to the barn list is released with a crooked willow sign."
    assert _pairs(went, came) == [(went, came)]


@pytest.mark.parametrize(
    ("sentence", "refers"),
    [
        ("Rather, the mill is open to all.", True),
        ("Rather than the mill, the gate is open.", False),
        ("Both expressly name the miller.", True),
        ("Both must be kept at the gate.", True),
        ("Both you and the miller keep a key.", False),
    ],
)
def test_what_begins_so_goes_on_another_sentence(sentence: str, refers: bool) -> None:
    assert refers_back(sentence) is refers
