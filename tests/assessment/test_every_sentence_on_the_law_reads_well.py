"""What is composed of the register reads well: for every type, region, grade and mixture of what laws do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations_with_replacement

import pytest

from conductatlas.assessment import ClauseAtLaw, Institutional, institutional
from conductatlas.assessment.exposure import Counted, Exposure, exposure
from conductatlas.catalogue import REGIONS, How, Severity, Stance, load_catalogue, load_laws
from tests.assessment.reading import fault

_DAYS = (date(2024, 1, 1), date(2026, 11, 25))
_TYPES = sorted({one.clause_type for law in load_laws().shown() for one in law.spoken_to()})
# What one provision may do, and for whom and when.
_ONE = [Counted("lake-act", how, day, some) for how in How for day in (None, _DAYS[1]) for some in (False, True)]


@pytest.mark.parametrize("unread", [(), ("Canada",)])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_mixture_of_provisions_reads_well(size: int, unread: tuple[str, ...]) -> None:
    mixtures = combinations_with_replacement(_ONE, size)
    found = [exposure(some, grade, stance, unread) for some in mixtures for stance in Stance for grade in Severity]
    assert _faults({sentence for one in found for sentence in _of_exposure(one)}) == []


def _of_exposure(found: Exposure | None) -> Iterator[str]:
    if found:
        yield from filter(None, (found.why, found.likely, found.grave))


@pytest.mark.parametrize("clause_type", _TYPES)
def test_what_the_register_says_of_a_type_reads_well(clause_type: str) -> None:
    assert _faults({sentence for found in _all_of(clause_type) for sentence in _sentences(found)}) == []


def _faults(sentences: set[str]) -> list[str]:
    return [f"{found}: {sentence}" for sentence in sorted(sentences) if (found := fault(sentence))]


def _subjects() -> str:
    """Words with which no law is left out."""
    pairs = (pair for law in load_laws().laws for pair in law.spoken_to())
    return " ".join(word for pair in pairs for word in (*pair.only_with, *pair.also_with))


_WORDS = _subjects()


def _all_of(clause_type: str) -> Iterator[Institutional]:
    register = load_laws()
    clause = ClauseAtLaw(clause_type, _WORDS, load_catalogue()[clause_type].stance, "", False, frozenset())
    for day in _DAYS:
        for region in ("", *REGIONS):
            for severity in Severity:
                found = institutional(clause, severity, register, day, region)
                if found:
                    yield found


def _sentences(found: Institutional) -> Iterator[str]:
    yield from _of_exposure(found.exposure)
    yield from found.diligence
    yield from found.watch
    for agency in found.agencies:
        yield from (agency.remit, agency.reason)
    for group in found.groups:
        for line in group.laws:
            for point in line.points:
                yield from filter(None, (point.says, point.why))
