"""The part of a clause that is quoted bears what is told of it; what it does not bear is not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Clause, Comparison, difference, shown_part
from tests.comparison.clauses import clause

LAW = load_catalogue()["governing-law"]
THIS = clause(1, "You agree that the laws of Malta govern any dispute.", severity=Severity.LOW)
SAVING = "In any dispute nothing takes from you the protection of the laws of the country where you live."
FILLER = "You agree that any dispute is brought with care, with patience and with a good word for the birds. "


def _with_its_reason_far_away(opening: str) -> Clause:
    """A clause that states its type in its opening, and that a sentence far below it graded otherwise."""
    text = f"{opening} {FILLER * 6}{SAVING}"
    return replace(_graded_by_saving(text), parts=((0, text.index(FILLER)),))


def _graded_by_saving(text: str) -> Clause:
    start = text.index(SAVING)
    return replace(
        clause(2, text, severity=Severity.NONE, reason="home law is preserved", modifier="home-law-preserved"),
        evidence=(start, start + len(SAVING)),
    )


def test_the_sentence_that_moved_the_grade_is_quoted() -> None:
    other = _graded_by_saving(FILLER * 6 + SAVING + " " + FILLER * 2)
    part = shown_part(LAW.id, THIS, Comparison(other, 0.5, difference(LAW, THIS, other)), 200)
    assert part is not None
    shown, told = part
    assert SAVING in shown.text
    assert "is graded none (home law is preserved)" in told.sentence


@pytest.mark.parametrize("place", ["Malta", "Ireland"])
def test_what_differs_most_in_words_that_can_not_be_quoted_is_not_shown(place: str) -> None:
    other = _with_its_reason_far_away(f"You agree that the laws of {place} govern any dispute.")
    assert shown_part(LAW.id, THIS, Comparison(other, 0.5, difference(LAW, THIS, other)), 200) is None


def test_what_differs_in_words_that_are_quoted_is_shown() -> None:
    found = difference(LAW, THIS, clause(2, "The laws of Ireland govern it.", severity=Severity.LOW))
    assert found.sentence == "It applies the law of Ireland, where this one applies the law of Malta."
    assert not found.shown_in(0, 40).hidden
    assert found.shown_in(0, 3).hidden


def test_what_stands_too_far_away_is_left_out() -> None:
    licence = load_catalogue()["content-licence"]
    this = clause(1, "You grant us a worldwide licence to host your songs.", severity=Severity.LOW)
    grant = "You grant us a worldwide and perpetual licence to host your songs."
    other = clause(2, f"{grant} {FILLER * 6}You grant us the right to sell your songs.", severity=Severity.LOW)
    whole = difference(licence, this, other)
    assert whole.sentence == "It also calls the licence perpetual; it also names the right to sell."
    part = shown_part(licence.id, this, Comparison(other, 0.5, whole), 200)
    assert part is not None
    shown, told = part
    assert "perpetual" in shown.text
    assert told.sentence == "It also calls the licence perpetual."


def test_a_long_sentence_is_quoted_to_its_end_and_of_a_longer_one_nothing_is_told() -> None:
    exception = "notwithstanding what another contract says"
    for fillers, told_of in ((2, True), (9, False)):
        dispute = "any dispute over the birds, their eggs and their feathers, " * fillers
        text = f"You agree that the laws of Ireland govern {dispute}{exception}. More is said below. {FILLER * 4}"
        other = clause(2, text, severity=Severity.LOW)
        part = shown_part(LAW.id, THIS, Comparison(other, 0.5, difference(LAW, THIS, other)), 200)
        assert (part is not None and exception in part[0].text and "Ireland" in part[1].sentence) is told_of


def test_a_clause_that_gives_way_to_the_law_may_save_what_another_one_is_graded_for() -> None:
    saving = _graded_by_saving(f"The laws of Ireland govern it. {SAVING}")
    giving_way = clause(
        3, "Except as a statute provides otherwise, the laws of Ireland govern it.", severity=Severity.LOW
    )
    of_the_home = clause(4, "The law of the country where you reside applies.", severity=Severity.LOW)
    assert difference(LAW, saving, giving_way).unsure
    assert difference(LAW, saving, of_the_home).unsure


def test_a_part_that_speaks_of_something_else_is_not_quoted() -> None:
    """The whole clause is alike, yet what is told rests on a sentence about another matter."""
    licence = load_catalogue()["provider-ip-reserved"]
    ours = (
        "Larkwell and its suppliers own all right, title and interest in the designs, logos, software and patents, "
        "which copyright, trademark and treaties protect, and nobody may remove, obscure or alter their notices. "
    )
    other = clause(2, f"{ours} {FILLER * 5} We grant a limited, revocable licence. {FILLER * 5}")
    this = clause(1, f"{ours} Your licence is limited.")
    found = difference(licence, this, other)
    assert "revocable" in found.sentence
    assert shown_part(licence.id, this, Comparison(other, 0.5, found), 100) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("delete what infringes your rights and may terminate accounts of repeat infringers.", False),
        ("and we may terminate accounts of repeat infringers.", False),
        ("larkWell terminates accounts of repeat infringers.", True),
        ("larkwell may terminate accounts of repeat infringers.", True),
        ("we may terminate accounts of repeat infringers.", True),
        ("We may terminate accounts of repeat infringers.", True),
    ],
)
def test_the_end_of_a_sentence_is_not_quoted(text: str, *, shown: bool) -> None:
    ending = load_catalogue()["unilateral-termination"]
    this = clause(1, "Larkwell will terminate the accounts of repeat infringers.")
    other = clause(2, text)
    part = shown_part(ending.id, this, Comparison(other, 0.5, difference(ending, this, other)), 400)
    assert (part is not None) is shown
