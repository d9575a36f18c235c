"""A quotation that is mostly on other things is not set beside a clause of a type that holds many of them."""

from __future__ import annotations

from conductatlas.comparison.nearness import nearness
from tests.comparison.clauses import clause

_THIS = clause(1, "We use cookies to keep your berth in mind, and to show you the way to the pier.")
_ONE_LIMB = (
    "We use cookies to keep your berth in mind. Beacons tell us which letters were opened, lanterns count the visitors,"
    " and a parrot repeats what the harbour master whispers."
)
_MOST = "We use cookies to keep your berth in mind and for the way to the pier."


def test_what_has_one_limb_in_common_is_not_enough() -> None:
    found = nearness("cookies-and-trackers", _THIS, _ONE_LIMB)
    assert found.meets_heart or found.met >= 0.25
    assert not found.meets_enough(by_part=False)


def test_what_says_most_of_it_is() -> None:
    assert nearness("cookies-and-trackers", _THIS, _MOST).meets_enough(by_part=False)


def test_a_type_that_holds_one_thing_asks_for_no_more() -> None:
    assert nearness("security-measures", _THIS, _ONE_LIMB).meets_enough(by_part=False)
