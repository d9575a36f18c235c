"""Where all of a clause is for some people alone, each answer and what it does begin with that."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Limit, limit_of, role_of, with_whom_it_is_for, without_advice_to_users
from tests.assessment.composed import composed

_WORDS = "You can have us not sell your data. To refuse, please write to us at no@larkwell.example."
_LINE = "If you are a resident of Alderton, you have these rights:"


def test_what_stands_in_the_line_above_a_list_is_told_with_each_answer() -> None:
    limit = limit_of(_WORDS, (_LINE,), ())
    answers = with_whom_it_is_for(composed("objection-opt-out-right", _WORDS), limit).faq
    quoting = [one for one in answers if "“" in " ".join(one.answer[1:])]
    assert quoting
    assert all(one.answer[0] == limit.told for one in quoting)
    assert "if you are a resident of Alderton" in limit.told


@pytest.mark.parametrize("heading", ["Larkwell Agreement if you live outside of the EU", "Additional rights in Canada"])
def test_a_heading_may_say_it(heading: str) -> None:
    limit = limit_of(_WORDS, (), (heading,))
    answers = with_whom_it_is_for(composed("objection-opt-out-right", _WORDS), limit).faq
    assert any(heading in one.answer[0] for one in answers)


def test_what_an_answer_quotes_itself_is_not_told_ahead_of_it() -> None:
    assessment = composed("objection-opt-out-right", _WORDS)
    limit = Limit("By its words this holds only “to refuse, please write to us”.", own=True)
    quoting = [one for one in assessment.faq if "To refuse, please write to us" in " ".join(one.answer)]
    assert quoting
    assert all(one in with_whom_it_is_for(assessment, limit).faq for one in quoting)


def test_what_an_answer_says_of_the_type_is_for_all() -> None:
    words = "We do not “sell” or “share” personal information for cross-context behavioral advertising."
    assessment = composed("no-sale-commitment", words)
    limit = Limit("The heading above it is “For residents of Alderton”.", by_heading=True)
    assert assessment.faq
    assert with_whom_it_is_for(assessment, limit) == assessment


def test_a_part_is_not_told_of_all() -> None:
    limit = Limit("Not all of this clause is for everybody.")
    assessment = composed("objection-opt-out-right", _WORDS)
    assert with_whom_it_is_for(assessment, limit) == assessment


def test_users_are_not_advised_on_what_binds_developers() -> None:
    assert role_of(("Developer Terms",)) == "developers"
    assert role_of(("Developer Terms", "Terms of Service")) == ""
    assessment = composed("retention-period", "You keep what you get from us for 30 days.")
    assert assessment.in_general.do
    left = without_advice_to_users(assessment).in_general
    assert (left.do, left.faq) == ((), ())
    assert left.why == assessment.in_general.why
