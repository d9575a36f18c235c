"""No sentence of the prose waits for a clause that can't be: each can be told of some clause, or of its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from conductatlas.catalogue import QUOTED, WAY, ClauseProse, Condition, load_prose, placeholders

_TYPES = sorted(load_prose().by_type)
_ALWAYS = Condition()


@pytest.mark.parametrize("clause_type", _TYPES)
def test_no_sentence_is_out_of_reach(clause_type: str) -> None:
    prose = load_prose().by_type[clause_type]
    assert list(_never_told(prose)) == []


def _never_told(prose: ClauseProse) -> Iterator[str]:
    yield from filter(prose.is_general, prose.what)
    # Of the type it is told what clauses do that are graded as usual.
    yield from (one for one in (*prose.impact.mild, *prose.impact.harsh) if not prose.is_own(one))
    for question in prose.faq:
        if not any(map(_quotes, question.answer)):
            yield from _behind_what_is_general(prose, question.answer)


def _behind_what_is_general(prose: ClauseProse, answer: Sequence[str]) -> Iterator[str]:
    """What is said of a clause behind what always holds: the question is answered by the type then."""
    answered = False
    for one in answer:
        if answered and prose.is_own(one):
            yield one
        answered = answered or (not prose.is_own(one) and prose.conditions.get(one, _ALWAYS) == _ALWAYS)


def _quotes(sentence: str) -> bool:
    return not placeholders(sentence).isdisjoint((QUOTED, WAY))
