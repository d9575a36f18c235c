"""That the provider no longer pays for an arbitration is told with whom it favours."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Direction, Meaning, Pair, compare, meanings
from conductatlas.changes.effects.shifts import shifts
from conductatlas.provisions import ARBITRATION_COSTS, default_finder
from conductatlas.reading import read_markdown

_DISPUTES = (
    "You and Larkwell agree that all disputes between us will be resolved by final and binding arbitration, and not in "
    "court, by a single arbitrator of the Linden Board. "
)
_PAYS = "Larkwell will pay both parties’ administrative fee."
_USER_PAYS = "You will be responsible for the filing fee and the administrative fee."


def _meant(old: str, new: str) -> Meaning | None:
    before, after = read_markdown(old), read_markdown(new)
    outcome = compare(default_finder(), before, after)
    meant = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after))
    return {one.clause_type: means for one, means in meant}.get("mandatory-arbitration")


@pytest.mark.parametrize(
    ("before", "after", "direction", "phrase"),
    [
        (
            _PAYS,
            _USER_PAYS,
            Direction.WORSE,
            (
                "of the costs of arbitration it now says that the user pays the filing and administrative fees; it no "
                "longer says that the provider pays the administrative fee"
            ),
        ),
        (
            _USER_PAYS,
            _PAYS,
            Direction.BETTER,
            (
                "of the costs of arbitration it now says that the provider pays the administrative fee; it no longer "
                "says that the user pays the filing and administrative fees"
            ),
        ),
        (
            _PAYS,
            "",
            Direction.WORSE,
            "of the costs of arbitration it no longer says that the provider pays the administrative fee",
        ),
        (
            "",
            "The parties will share the arbitration fees equally.",
            Direction.UNJUDGED,
            "of the costs of arbitration it now says that both sides share the fees",
        ),
    ],
)
def test_who_pays_is_told_with_whom_it_favours(before: str, after: str, direction: Direction, phrase: str) -> None:
    meant = _meant(f"{_DISPUTES}{before}", f"{_DISPUTES}{after}")

    assert meant is not None
    assert [(one.direction, one.phrase) for one in meant.shifts] == [(direction, phrase)]
    assert meant.direction is direction


def test_costs_that_may_stand_in_other_words_did_not_go() -> None:
    kind = load_catalogue()["mandatory-arbitration"]

    assert shifts(kind, f"{_DISPUTES}{_PAYS}", f"{_DISPUTES}The administrative fee is on Larkwell.") == ()


def test_costs_that_stand_elsewhere_in_the_text_did_not_go() -> None:
    costs = "# Costs\n\nOf each arbitration, Larkwell will bear the administrative fee."

    meant = _meant(f"{_DISPUTES}{_PAYS}\n\n{costs}", f"{_DISPUTES}\n\n{costs}")

    assert meant is None or not [one for one in meant.shifts if one.kind == ARBITRATION_COSTS]


def test_of_another_type_no_costs_are_told() -> None:
    kind = load_catalogue()["class-action-waiver"]

    assert shifts(kind, f"{_DISPUTES}{_PAYS}", f"{_DISPUTES}{_USER_PAYS}") == ()
