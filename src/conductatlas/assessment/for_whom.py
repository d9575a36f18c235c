"""What is told of a clause that is for some people alone: for whom it is, ahead of each answer and of its effects."""

from __future__ import annotations

import re
from dataclasses import replace

from conductatlas.assessment.composing import Assessment
from conductatlas.assessment.limits import Limit

_QUOTED = re.compile(r"“([^”]*)”")


def without_advice_to_users(assessment: Assessment) -> Assessment:
    """An assessment without what is advised to, and asked by, those whose data such clauses are usually about.

    On data, terms for developers and the like bind those who get them.
    """
    return replace(assessment, in_general=replace(assessment.in_general, do=(), faq=()))


def with_whom_it_is_for(assessment: Assessment, limit: Limit) -> Assessment:
    """An assessment whose answers that quote a clause begin with for whom alone all of that is, where that is told.

    Not where they quote it themselves. So does what it tells of effects, where the clause or the line above it says so.
    """
    if not (limit.own or limit.by_heading):
        return assessment
    of_whom = _QUOTED.search(limit.told)

    def begun(told: tuple[str, ...]) -> tuple[str, ...]:
        known = of_whom is not None and of_whom[1].lower() in " ".join(told).lower()
        return told if known or not told else (limit.told, *told)

    faq = tuple(replace(one, answer=begun(one.answer)) if _quotes(one.answer) else one for one in assessment.faq)
    return replace(assessment, impact=begun(assessment.impact) if limit.own else assessment.impact, faq=faq)


def _quotes(told: tuple[str, ...]) -> bool:
    return any(map(_QUOTED.search, told))
