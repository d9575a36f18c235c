"""What rests on nothing that a clause says is said of clauses of its type; the clause's own sentence comes first."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.composed import composed

_ACCEPTANCE = "Your use of the Service after a change means that you accept it."


def test_advice_that_rests_on_no_word_of_the_clause_is_general() -> None:
    told = composed("acceptance-by-use", _ACCEPTANCE)
    assert "If you do not accept a change, don't go on as before." in told.do_here
    assert "Read the text before you go on, and save a dated copy." in told.do_in_general
    assert sorted(told.do_here + told.do_in_general) == sorted(told.do)
    assert told.why_in_general


def test_an_answer_is_general_only_if_all_of_it_is() -> None:
    waiver = composed("class-action-waiver", "You waive class actions, unless you opt out within 30 days.")
    assert [one.general for one in waiver.faq] == [False, True]
    assert not waiver.asked_in_general
    bare = composed("class-action-waiver", "You waive class actions.")
    assert [one.general for one in bare.faq] == [True, True]
    assert bare.asked_in_general


def test_a_sentence_with_a_fact_of_the_clause_is_its_own() -> None:
    prose = load_prose().get("arbitration-opt-out")
    assert prose is not None
    assert prose.is_general("Not as far as {platform} goes.")
    assert not prose.is_general("It gives {opt_out_deadline} for this.")


def test_its_own_sentences_stand_before_what_is_said_of_it() -> None:
    one = load_catalogue()["acceptance-by-use"]
    told = compose(
        *(one, load_prose().get(one.id), one.severity, (), "Larkwell"),
        words=_ACCEPTANCE,
        own_words=(_ACCEPTANCE, "You “go on” by logging in!"),
    )
    assert told is not None
    assert told.what[0] == (
        "In its own words: “Your use of the Service after a change means that you accept it” and "
        "“You ‘go on’ by logging in!”."
    )


def test_what_a_clause_does_is_general_where_no_sentence_rests_on_its_words() -> None:
    assert composed("class-action-waiver", "You waive class actions.").impact_in_general
    told = composed("unilateral-terms-change", "We may change these terms. Please review this page from time to time.")
    assert not told.impact_in_general
