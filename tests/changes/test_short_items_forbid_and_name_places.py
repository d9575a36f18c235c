"""An item that forbids something, and one more place in a list of places, are of effect, short as they are."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULES = """\
# Rules for advertisers

You must follow these rules.

#### Boats

* Boats with sails
* Boats with oars

#### Where we show advertising for oars

Oceania: Fiji, Kiribati, Australia, Samoa, Tonga, Vanuatu
"""


def _verdict(new: str) -> Verdict:
    return compare(default_finder(), read_markdown(_RULES), read_markdown(new)).verdict


def test_an_item_that_forbids_something_is_substantive() -> None:
    come = _RULES.replace("#### Where", "#### Children\n\n* No boats meant for children under 12\n\n#### Where")
    assert _verdict(come) is Verdict.SUBSTANTIVE


def test_one_place_more_in_a_list_of_places_is_substantive() -> None:
    assert _verdict(_RULES.replace("Samoa,", "Samoa, United Harbours,")) is Verdict.SUBSTANTIVE
    assert _verdict(_RULES.replace("Oceania:", "South Seas:")) is Verdict.EDITORIAL
