"""A quotation is a slice of the clause: whole sentences, and those that speak of the subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.comparison import excerpt, list_goes_on, needs_line_above, weigh

_FILLER = "We run a chat service for people who like tidewater birds and long walks along the shore. "
_SUBJECT = "We sell your personal data to advertisers, e.g. to Acme Inc. of Malta, for money. "


def test_a_short_clause_is_given_whole() -> None:
    shown = excerpt(_SUBJECT, 200, weigh("anything"))
    assert (shown.text, shown.whole) == (_SUBJECT, True)


def test_the_sentences_on_the_subject_are_taken() -> None:
    shown = excerpt(_FILLER * 5 + _SUBJECT + _FILLER * 5, 100, weigh("You sell data to advertisers."))
    assert shown.text == _SUBJECT.strip()
    assert not shown.whole


def test_a_number_an_abbreviation_or_an_initial_ends_no_sentence() -> None:
    text = f"7. {_SUBJECT}{_FILLER}"
    assert excerpt(text, 90, weigh("advertisers")).text == f"7. {_SUBJECT}".strip()


def test_the_label_of_a_link_is_not_torn_apart() -> None:
    link = "Read [our policy. It is long. It sells data](https://larkwell.example/policy) first. "
    shown = excerpt(_FILLER * 3 + link + _FILLER * 3, 95, weigh("policy sells data"))
    assert shown.text == link.strip()


def test_a_sentence_that_is_too_long_gives_a_part_of_itself() -> None:
    text = "We do this and that; " * 20 + "we sell your data to advertisers; " + "and we do more; " * 20
    shown = excerpt(text, 120, weigh("sell data advertisers"))
    assert "we sell your data to advertisers;" in shown.text
    assert len(shown.text) <= 120


def test_the_sentence_that_must_be_shown_is() -> None:
    text = _SUBJECT + _FILLER * 5 + "We keep it for a year. " + _FILLER * 5
    start = text.index("We keep")
    shown = excerpt(text, 100, weigh("You sell data to advertisers."), (start, start + len("We keep it for a year. ")))
    assert "We keep it for a year." in shown.text
    assert not shown.from_within


def test_an_excerpt_begins_with_what_is_too_long_to_be_shown() -> None:
    text = _FILLER + "We do this; " * 20 + "we sell data to advertisers; " * 3 + "we do that."
    shown = excerpt(text, 120, weigh("sell data advertisers"), (len(_FILLER), len(text)))
    assert shown.start == len(_FILLER)


def test_an_excerpt_from_within_a_sentence_says_so() -> None:
    text = "We do this and that; " * 20 + "we sell your data to advertisers; " + "and we do more; " * 20
    assert excerpt(text, 120, weigh("sell data advertisers")).from_within


@pytest.mark.parametrize("piece", ["a; ", "a. ", "[a. ", "\n", ". ", "a" * 300, '"'])
def test_an_endless_clause_of_nothing_but_pieces_is_cut_at_once(piece: str) -> None:
    shown = excerpt(piece * 200_000, 100, weigh("a"))
    assert len(shown.text) <= 100


@given(st.text(alphabet="ab .!?\n;,[]()“”é1", max_size=400), st.integers(20, 80))
def test_an_excerpt_is_a_slice_and_no_longer_than_asked(text: str, length: int) -> None:
    shown = excerpt(text, length, weigh("a b"))
    assert shown.text == text[shown.start : shown.end]
    assert len(shown.text) <= length
    assert shown.whole == (len(text) <= length)


@pytest.mark.parametrize("proviso", ["provided, ", "except, ", "unless: ", "including, without limitation, "])
def test_an_excerpt_does_not_end_where_a_proviso_begins(proviso: str) -> None:
    excused = "whoever is hindered is excused to the extent of it; "
    text = f"If a storm comes, {excused}{proviso}that they say so at once" + ", as quickly as they can" * 9 + "."
    shown = excerpt(text, 70 + len(proviso), weigh(excused + proviso))
    assert not shown.text.endswith(proviso.strip())


def test_an_excerpt_ends_with_its_section() -> None:
    breach = "- 2.7 Breaches. We tell you of any breach without delay.\n"
    audits = "- 2.8 Audits. You may look at our books, (i) once a year,\n(ii) at your cost.\n"
    shown = excerpt(f"{breach}{audits}{_FILLER * 3}", 110, weigh("breach"), (0, len(breach)))
    assert shown.text == breach.strip()
    assert not shown.cut


def test_an_excerpt_does_not_end_where_a_list_goes_on() -> None:
    listed = "We keep (i) names,\n(ii) addresses, and\n(iii) notes.\n"
    shown = excerpt(f"We sell no data. {listed}{_FILLER * 3}", 46, weigh("We sell no data"))
    assert shown.text == "We sell no data."


def test_an_excerpt_is_not_torn_from_what_its_first_words_go_back_to() -> None:
    filler = "The harbour has opening hours that depend on the tide and on the keeper of the lock. "
    ends = "We may end the contract when we close the harbour. "
    torn = "In the event of such an end, we refund the prepaid berth fees for the rest of the season."
    text = f"{filler * 5}{ends}{torn} {filler * 5}".strip()
    shown = excerpt(text, len(torn) + 10, weigh("refund prepaid berth fees season"))
    assert shown.text == f"{ends}{torn}"
    assert not shown.cut


@pytest.mark.parametrize(
    ("clause", "end", "goes_on"),
    [
        ("We pay: (i) what is due. We keep the rest; or (ii) nothing at all.", "due.", True),
        ("We pay (i) what is due; and (ii) a fee. We keep, (iii) in winter, the rest.", "rest.", False),
        ("We keep: (a) names; (b) notes. We sell: (a) none; (b) nothing; (c) no data.", "notes.", False),
        ("We keep names; we sell none.", "names;", True),
        ("We keep names. We sell none.", "names.", False),
    ],
)
def test_a_quotation_that_breaks_off_a_list_is_known(clause: str, end: str, goes_on: bool) -> None:
    assert list_goes_on(clause, clause.index(end) + len(end)) is goes_on


def test_an_item_without_a_subject_needs_the_line_above_it() -> None:
    assert needs_line_above("*   Sell eggs, or otherwise use geese that others own")
    assert not needs_line_above("*   You may not sell eggs.")
