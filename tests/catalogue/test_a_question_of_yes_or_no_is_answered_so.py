"""Whoever asks whether something is so reads first whether it is, or the words of the clause that say so."""

from __future__ import annotations

import re

import pytest

from conductatlas.catalogue import ClauseProse, load_prose, placeholders

_ASKS = re.compile(r"(?:Does|Do|Is|Are|Can|Could|Will|Would|May|Must|Should|Has|Have|Did|Am)\b")
_ANSWERS = re.compile(
    r"(?:Yes|No|Not|Only|Seldom|Hardly|Perhaps|Often|Usually not|Mostly not|In general not|In part|As far as|It can\b"
    r"|It may\b|It seems|It does\b|As a rule (?:yes|no)|By such a clause, yes|About what|That (?:can )?depends?\b"
    r"|(?:Do not|Don't) (?:count on|assume)|You can't rely)"
)
_ORDERS = re.compile(
    r"(?:Act|Ask|Avoid|Build|Check|Count|Do|Don't|Keep|Look|Make|Read|Save|See|Think|Treat|Turn|Use|Watch|Write)\b"
)


@pytest.mark.parametrize("prose", load_prose().by_type.values(), ids=lambda prose: prose.clause_type)
def test_the_first_sentence_of_an_answer_answers(prose: ClauseProse) -> None:
    for one in prose.faq:
        first = one.answer[0]
        quotes = not placeholders(first).isdisjoint(("quoted", "way"))
        assert quotes or not _ASKS.match(one.question) or _ANSWERS.match(first), f"{one.question} {first}"


@pytest.mark.parametrize("prose", load_prose().by_type.values(), ids=lambda prose: prose.clause_type)
def test_what_a_clause_does_to_people_is_no_advice(prose: ClauseProse) -> None:
    """Advice stands in a section of its own, which a page leaves out where it is unsure of the type."""
    told = (*prose.impact.mild, *prose.impact.usual, *prose.impact.harsh)
    assert [one for one in told if _ORDERS.match(one)] == []
