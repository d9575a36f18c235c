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
    often = [
        f"The {number} keeper counts tolls, oxen and lanterns at the fair." for number in ("first", "second", "next")
    ]
    again = [
        f"The {number} clerk weighs tolls, oxen and lanterns at the fair." for number in ("first", "second", "next")
    ]
    others = [f"In house {number} the {number * 7}th bell rings for bread, wool and salt." for number in range(60)]
    rest = "\n\n".join((*often, *again, *others))
    before = "Tolls for oxen and lanterns are not asked from widows at the fair on Mondays."
    now = "Where a widow brings lanterns or oxen to the fair, his tolls are halved."
    found = sentence_changes(read_markdown(f"{rest}\n\n{before}"), read_markdown(f"{rest}\n\n{now}"), 4, ungraded)
    assert (found.came, found.went, found.edited) == (0, 0, 1)


def test_a_right_did_not_become_what_only_tells_who_somebody_is() -> None:
    right = "If you live at Fernwick, you may tell the Fernwick harbour warden of a broken lantern with this slip."
    who = "The Fernwick harbour warden is the keeper of lanterns."
    found = sentence_changes(read_markdown(f"{_MILL}\n\n{right}"), read_markdown(f"{_MILL}\n\n{who}"), 4, ungraded)
    assert (found.came, found.went, found.edited) == (1, 1, 0)


def test_what_now_holds_for_those_who_were_struck_is_told_with_it() -> None:
    before = (
        "The keeper lends lanterns to carters, to the Fernwick school and to the ferry in every winter of the year."
    )
    after = before.replace("to the Fernwick school ", "").replace("carters,", "carters")
    rest, instead = (
        "Ask him for the slip.",
        "For the Fernwick school the bell rings at noon under an agreement of its own.",
    )
    old, new = f"{_MILL}\n\n{before} {rest}", f"{_MILL}\n\n{after} {rest} {instead}"
    (told,) = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded).told
    assert told.after == f"{after} […] {instead}"


def test_a_rewording_that_stands_in_a_new_section_is_one_too() -> None:
    gone = "Additionally, you may have a claim before the miller's court against whoever wets your lanterns or oxen."
    now = "Depending on the season, you have a claim before the miller's court for wet lanterns and oxen."
    section = (
        f"## Courts\n\nTheir bailiffs carry white staves at noon. {now} Nobody else may sit beneath the linden tree. "
        "Fines are paid in barley, never in coin. Every verdict hangs on its door until dusk. Clerks write with goose "
        "feathers. Ravens above the roof are fed by our widow. Stoves burn peat from November on."
    )
    old, new = f"# Corvid Rules\n\n{_MILL}\n\n{gone}", f"# Corvid Rules\n\n{_MILL}\n\n{section}"
    found = sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)
    assert [one.title for one in found.new_sections] == ["Courts"]
    assert found.went == 0
    assert found.reworded_of(f"We sell oats. {gone}", "") == ((gone, now),)
    assert found.reworded_of("", f"We sell oats. {now}") == ((gone, now),)
    assert found.reworded_of("We sell oats.", "") == ()


def test_far_apart_words_that_stand_all_over_the_texts_make_no_pair() -> None:
    rooms = "\n\n".join(
        f"All of you use the mill service and own your data of room {number}, and all use its content."
        for number in range(9)
    )
    others = "\n\n".join(f"The {name} waits by the old weir at noon." for name in ("ox", "goat", "mule", "hen", "swan"))
    gone = "Your use of the mill service and all its content is entirely your own to bear."
    now = "All data of your use of the mill service is its own."
    old, new = (
        f"# Corvid Rules\n\n{one}\n\n{others}\n\n{others}\n\n{rooms}\n\n{two}" for one, two in ((gone, ""), ("", now))
    )
    found = sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)
    assert found.reworded_of(gone, now) == ()
