"""What is composed of an invented clause of a type, and all that is written of it."""

from __future__ import annotations

from collections.abc import Iterator

from conductatlas.assessment import Assessment, InGeneral, compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from conductatlas.provisions import find_facts


def composed(clause_type: str, words: str, severity: Severity | None = None, *, stated: str = "") -> Assessment:
    """The assessment of a clause of these words, with the facts in them; graded as usual where no grade is given.

    `stated` are those of the words that state its type, all of them where they are not told.
    """
    one = load_catalogue()[clause_type]
    graded, facts = severity or one.severity, list(find_facts(words))
    prose = load_prose().get(clause_type)
    assessment = compose(one, prose, graded, facts, "Larkwell", words=words, stated=stated)
    assert assessment is not None
    return assessment


def written(assessment: Assessment) -> str:
    """Every sentence of an assessment, of the clause and of its type, in one text."""
    return " ".join((*assessment.what, *_written(assessment), *_written(assessment.in_general)))


def _written(told: Assessment | InGeneral) -> Iterator[str]:
    yield from (*told.why, *told.impact, *told.do, *told.questions, *told.diligence, *told.watch)
    for one in told.faq:
        yield from (one.question, *one.answer)
