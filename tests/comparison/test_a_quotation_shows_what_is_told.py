"""The part of a clause that is quoted bears what is told of it; what it does not bear is not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Clause, Comparison, difference, shown_part
from tests.comparison.clauses import clause

VENUE = load_catalogue()["jurisdiction-venue"]
THIS = clause(1, "You agree that the courts of Malta have jurisdiction over any dispute.", severity=Severity.LOW)
SAVING = "Nothing here takes from you the protection of the law of the country where you live."
FILLER = "You agree that any dispute is brought with care, with patience and with a good word for the birds. "


def _with_its_reason_far_away(opening: str) -> Clause:
    """A clause that states its type in its opening, and that a sentence far below it graded otherwise."""
    text = f"{opening} {FILLER * 6}{SAVING}"
    return replace(_graded_by_saving(text), parts=((0, text.index(FILLER)),))


def _graded_by_saving(text: str) -> Clause:
    start = text.index(SAVING)
    return replace(
        clause(2, text, severity=Severity.NONE, reason="the law of a consumer's home is preserved"),
        evidence=(start, start + len(SAVING)),
    )


def test_the_sentence_that_moved_the_grade_is_quoted() -> None:
    other = _graded_by_saving(FILLER * 6 + SAVING + " " + FILLER * 2)
    shown, told = shown_part(THIS, Comparison(other, 0.5, difference(VENUE, THIS, other)), 200)
    assert SAVING in shown.text
    assert "is graded none (the law of a consumer's home is preserved)" in told.sentence


@pytest.mark.parametrize("place", ["Malta", "Paris"])
def test_what_differs_most_in_words_that_can_not_be_quoted_is_not_shown(place: str) -> None:
    other = _with_its_reason_far_away(f"The courts of {place} decide.")
    shown, told = shown_part(THIS, Comparison(other, 0.5, difference(VENUE, THIS, other)), 200)
    assert SAVING not in shown.text
    assert told.hidden


def test_what_differs_in_words_that_are_quoted_is_shown() -> None:
    found = difference(VENUE, THIS, clause(2, "The courts of Paris decide.", severity=Severity.LOW))
    assert found.sentence == "It names the courts of Paris, where this one names the courts of Malta."
    assert not found.shown_in(0, 40).hidden
    assert found.shown_in(0, 3).hidden


def test_what_stands_too_far_away_is_left_out() -> None:
    arbitration = load_catalogue()["mandatory-arbitration"]
    batches = "Where {} or more similar demands are brought, they are heard in batches."
    this = clause(1, f"Disputes go to arbitration by JAMS. {batches.format(25)}", severity=Severity.LOW)
    text = f"Disputes go to arbitration by the ICC. {FILLER * 6}{batches.format(50)}"
    other = clause(2, text, severity=Severity.LOW)
    whole = difference(arbitration, this, other)
    assert "50 similar demands" in whole.sentence
    shown, told = shown_part(this, Comparison(other, 0.5, whole), 200)
    assert "ICC" in shown.text
    assert "50" not in told.sentence


def test_a_long_sentence_is_quoted_to_its_end_and_of_a_longer_one_nothing_is_told() -> None:
    exception = "notwithstanding the law of the country where a consumer lives"
    for fillers, told_of in ((2, True), (9, False)):
        dispute = "any dispute over the birds, their eggs and their feathers, " * fillers
        text = f"The courts of Paris decide {dispute}{exception}. More is said below. {FILLER * 4}"
        other = clause(2, text, severity=Severity.LOW)
        shown, told = shown_part(THIS, Comparison(other, 0.5, difference(VENUE, THIS, other)), 200)
        assert (exception in shown.text) is told_of
        assert ("Paris" in told.sentence) is told_of


def test_a_clause_that_gives_way_to_the_law_may_save_what_another_one_is_graded_for() -> None:
    saving = _graded_by_saving(f"The courts of Paris decide. {SAVING}")
    giving_way = clause(3, "Except as a law provides otherwise, the courts of Paris decide.", severity=Severity.LOW)
    of_the_home = clause(4, "The law of the country where you reside applies in Paris.", severity=Severity.LOW)
    assert difference(VENUE, saving, giving_way).unsure
    assert difference(VENUE, saving, of_the_home).unsure
