"""What only fills in the standard clauses of the European Commission is a matter of its law on data alone."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import Stance

_FILLS_IN = 'For Annex I(A) to the Clauses, Larkwell Europe is the "data exporter" and you are the "data importer".'


def _laws(words: str) -> frozenset[str]:
    one = ClauseAtLaw.of(
        *("international-transfer", words, Stance.NEUTRAL),
        platform="Larkwell",
        terms_type="Developer Terms",
        headings=("Larkwell Developer Terms", "International transfers"),
    )
    return laws_bearing_on(one)


def test_a_clause_that_fills_them_in_has_no_laws_of_other_places() -> None:
    assert _laws(_FILLS_IN) == {"eu-gdpr"}


@pytest.mark.parametrize(
    "words",
    [
        f"{_FILLS_IN} The same holds for data of people in the UK.",
        "We send your data abroad under the Standard Contractual Clauses.",
        f"{_FILLS_IN} For other jurisdictions their own clauses are filled in so.",
    ],
)
def test_one_that_names_others_or_only_relies_on_them_has_theirs_as_well(words: str) -> None:
    assert {"eu-gdpr", "uk-gdpr"} <= _laws(words)
