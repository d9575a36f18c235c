"""A redline finds which sentence is which before it compares words: none is struck for the words of another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Segment, SegmentKind, redline

_MARKS = {SegmentKind.SAME: "{}", SegmentKind.DELETED: "[-{}-]", SegmentKind.INSERTED: "{{+{}+}}"}


def _shown(segments: tuple[Segment, ...]) -> str:
    return "".join(_MARKS[one.kind].format(one.text) for one in segments)


def test_an_edited_sentence_keeps_its_words_though_one_like_it_came_behind() -> None:
    old = (
        "To borrow a boat, you or your keeper may send a request by writing to the harbour. After we get your request, "
        "we may check it by asking for papers that show your name. You may also object."
    )
    new = (
        "To borrow a boat, you or your keeper may send a request by calling the harbour. After we get your request, "
        "we may check it by asking for papers that show your name (such as a seal). We answer your request within the "
        "days that the rules give to us or to you. Where the rules let us, we may take longer to get to your request "
        "by asking for papers. You may also object."
    )
    assert _shown(redline(old, new)) == (
        "To borrow a boat, you or your keeper may send a request by [-writing to-]{+calling+} the harbour. After we "
        "get your request, we may check it by asking for papers that show your name{+ (such as a seal)+}. {+We answer "
        "your request within the days that the rules give to us or to you. Where the rules let us, we may take longer "
        "to get to your request by asking for papers. +}You may also object."
    )


def test_a_sentence_of_which_two_were_made_is_compared_with_both() -> None:
    old = "We keep the logs of your journeys for nine days, and we delete the papers of your crew at once. Ask us."
    new = "We keep the logs of your journeys for nine days. We delete the papers of your crew at once. Ask us."
    found = redline(old, new)
    assert [one.text.strip() for one in found if one.kind is SegmentKind.DELETED] == [", and we"]
    assert [one.text.strip() for one in found if one.kind is SegmentKind.INSERTED] == [". We"]


def test_a_sentence_that_gave_way_to_another_is_struck_whole() -> None:
    old = "Boats lie at the quay. The keeper may not be asked for a lamp after dark. Write to us."
    new = "Boats lie at the quay. Whoever leaves the harbour is to tell the guard of it. Write to us."
    assert _shown(redline(old, new)) == (
        "Boats lie at the quay. [-The keeper may not be asked for a lamp after dark. -]"
        "{+Whoever leaves the harbour is to tell the guard of it. +}Write to us."
    )


def test_of_two_ways_to_compare_the_one_of_fewer_marks_is_shown() -> None:
    found = redline(
        'boats and sails ("Gear") or for crews with a large hold ("Crew Gear").', 'boats and oars ("Gear").'
    )
    assert _shown(found) == 'boats and [-sails-]{+oars+} ("Gear")[- or for crews with a large hold ("Crew Gear")-].'


_SENTENCES = st.lists(
    st.sampled_from(
        ["We keep it. ", "We keep logs.\n", "(See No. 4. It", ") ends. ", "You may not, ", "● Boats ", "\n\n"]
    ),
    max_size=8,
)


@given(_SENTENCES, _SENTENCES)
def test_kept_and_struck_words_make_the_old_text_kept_and_inserted_the_new(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    segments = redline(before, after)
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.INSERTED) == before
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.DELETED) == after


def test_the_number_ahead_of_a_sentence_and_the_stop_behind_one_stayed() -> None:
    old = "4.1 By this you agree to all that the keeper does. We may close the quay. Ask for a lamp."
    new = "4.1 We may close the quay. Ask for a lamp; (2) to read what the rules say of the quay at night."
    assert _shown(redline(old, new)) == (
        "4.1 [-By this you agree to all that the keeper does. -]We may close the quay. "
        "Ask for a lamp{+; (2) to read what the rules say of the quay at night+}."
    )


def test_of_items_that_are_the_same_those_that_stand_behind_the_name_that_stayed_are_kept() -> None:
    one = "Orlo Mills • Grinding of corn North Valley"
    more = "\nHarrow • Grinding of corn North Valley\nLarkwell • Sale of bread"
    assert [tuple(part) for part in redline(one + more, one)] == [
        (SegmentKind.SAME, one),
        (SegmentKind.DELETED, more),
    ]
