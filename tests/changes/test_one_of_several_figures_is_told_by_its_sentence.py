"""One of several figures is told with the one that took its place where its sentences are else as they were."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.effects.shifts import shifts

_RETENTION = load_catalogue()["retention-period"]
_KEPT = (
    "We keep your letters for 18 months after you wrote them. {} We keep your drawings for 3 years after you left us."
)
_LOGS = "We keep the logs of your visits to the mill for up to {} for the safety of all."


def _phrases(before: str, after: str) -> list[str]:
    return [one.phrase for one in shifts(_RETENTION, _KEPT.format(before), _KEPT.format(after))]


def test_the_one_that_gave_way_is_told_with_the_other() -> None:
    (said,) = _phrases(_LOGS.format("90 days"), _LOGS.format("12 months"))
    assert said == "a retention period of 90 days is now 12 months"


@pytest.mark.parametrize(
    "after",
    [
        "Reports on noise that neighbours send us are destroyed 12 months after the case was closed.",
        f"{_LOGS.format('12 months')} Reports on noise that neighbours send us are destroyed after 12 months, we hope.",
        f"{_LOGS.format('12 months')} {_LOGS.format('6 months').replace('visits', 'calls')}",
    ],
)
def test_of_others_it_is_not_told_which_became_which(after: str) -> None:
    assert not [one for one in _phrases(_LOGS.format("90 days"), after) if "is now 1" in one]
