"""What is composed of an invented clause of a type, and all that is written of it."""

from __future__ import annotations

from conductatlas.assessment import Assessment, compose
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
    """Every sentence of an assessment, in one text."""
    answers = [sentence for one in assessment.faq for sentence in (one.question, *one.answer)]
    advice = (*assessment.do, *assessment.questions, *assessment.diligence, *assessment.watch)
    return " ".join((*assessment.what, *assessment.why, *assessment.impact, *advice, *answers))
