"""What rests on nothing that a clause says is said of clauses of its type; the clause's own sentence comes first."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from tests.assessment.composed import composed

_ACCEPTANCE = "Your use of the Service after a change means that you accept it."


def test_advice_that_rests_on_no_word_of_the_clause_is_general() -> None:
    told = composed("acceptance-by-use", _ACCEPTANCE)
    assert "If you do not accept a change, don't go on as before." in told.in_general.do
    assert "Read the text before you go on, and save a dated copy." in told.in_general.do
    assert not told.why and told.in_general.why


def test_a_question_is_answered_from_the_words_or_in_general_not_both() -> None:
    waiver = composed("class-action-waiver", "You waive class actions, unless you opt out within 30 days.")
    assert len(waiver.faq) == len(waiver.in_general.faq) == 1
    assert "Not as far as such a waiver goes." not in waiver.faq[0].answer
    bare = composed("class-action-waiver", "You waive class actions.")
    assert not bare.faq and len(bare.in_general.faq) == 2


def test_what_is_general_names_no_platform_and_a_mild_grade_leaves_it_as_it_is() -> None:
    told = composed("unilateral-termination", "We may suspend you.")
    assert (
        "Under such a clause a decision of the platform can cost you access that you count on."
        in told.in_general.impact
    )
    mild = composed("unilateral-termination", "We may suspend you.", Severity.LOW)
    assert mild.in_general.impact == told.in_general.impact and not mild.impact


def test_a_short_clause_is_not_quoted_again_to_say_what_it_is() -> None:
    one, words = load_catalogue()["deletion-right"], "You have the right to have your data deleted."
    long, short = (
        compose(one, load_prose().get(one.id), one.severity, (), "Larkwell", words=words, is_short=short)
        for short in (False, True)
    )
    assert long is not None and short is not None
    assert any("“" in said for said in long.what)
    assert not any("“" in said for said in short.what)


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
        "It says, among other things: “Your use of the Service after a change means that you accept it” and "
        "“You ‘go on’ by logging in!”."
    )
