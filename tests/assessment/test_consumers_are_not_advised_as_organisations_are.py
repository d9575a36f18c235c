"""On a clause in a document for consumers alone nothing is asked or advised of what only an organisation has."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Audience, without_organisations
from tests.assessment.composed import composed, written


def test_what_only_an_organisation_does_is_left_out() -> None:
    assessment = composed("liability-limitation", "Our total liability is limited to 50 euros. We pay no more.")
    assert "Negotiate exceptions for serious fault." in written(assessment)
    left = written(without_organisations(assessment))
    assert "Negotiate" not in left
    assert "your insurance responds" not in left
    assert "Think about what a failure would cost you" in left


@pytest.mark.parametrize(
    ("said", "businesses", "consumers"),
    [
        ("These Terms apply to you if you are a consumer in Ostmark.", False, True),
        ("They govern your personal use as an EU consumer.", False, True),
        ("These Terms apply if you are a consumer or a trader.", False, False),
        ("These Terms apply if you live in Ostmark.", False, False),
        ("The Service is not for you if you are a consumer.", True, False),
    ],
)
def test_a_document_for_consumers_says_so(said: str, businesses: bool, consumers: bool) -> None:
    assert Audience(said, 0, businesses).consumers is consumers
