"""What went and what came of one subject, in other words, is told as what was said before and is said now."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_BEFORE = "Lanterns in the loft are given to the school after two winters."
_NOW = "Once three winters have gone, a school may ask for any lantern that hangs in his loft."


def test_a_rewording_is_no_loss_and_no_gain() -> None:
    found = sentence_changes(read_markdown(f"{_MILL}\n\n{_BEFORE}"), read_markdown(f"{_MILL}\n\n{_NOW}"), 4, ungraded)
    assert (found.came, found.went, found.edited) == (0, 0, 1)
    assert foremost(found) == (f"“{_BEFORE[:-1]}” becomes “{_NOW[:-1]}”",)
    (told,) = found.told
    assert told.in_other_words
    assert [one.text for one in told.segments] == [_BEFORE, _NOW]


def test_sentences_of_other_subjects_are_two_changes() -> None:
    other = "Nobody may swim across the millrace while the wheel turns."
    found = sentence_changes(read_markdown(f"{_MILL}\n\n{_BEFORE}"), read_markdown(f"{_MILL}\n\n{other}"), 4, ungraded)
    assert (found.came, found.went, found.edited) == (1, 1, 0)


def test_a_rewording_in_words_that_the_text_has_often_is_one_too() -> None:
    rest = "\n\n".join(
        f"The {number} keeper counts {one}, and the {number} clerk counts {other}."
        for number, one, other in (
            ("first", "the tolls that millers pay", "every lantern sold"),
            ("second", "the millers and their tolls", "lanterns in the yard"),
            ("third", "what tolls the fair brings", "the oxen of the millers"),
            ("fourth", "lanterns that were lent", "the fair of the millers"),
            ("fifth", "the tolls of the fair", "oxen at the gate"),
            ("sixth", "oxen that come to the fair", "each lantern of the town"),
        )
    )
    before = "Millers pay no tolls for oxen and lanterns that they bring to the fair."
    now = "No tolls are asked of millers whose oxen, or lanterns, come to the fair before noon."
    found = sentence_changes(read_markdown(f"{rest}\n\n{before}"), read_markdown(f"{rest}\n\n{now}"), 4, ungraded)
    assert (found.came, found.went, found.edited) == (0, 0, 1)
