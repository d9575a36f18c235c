"""A short whole sentence that came is of effect where it states a price or a duty, and a remark elsewhere."""

from __future__ import annotations

import pytest

from conductatlas.changes.verdicts.differences import Weight, weight_of_block


def _weight(visible: str) -> Weight:
    return weight_of_block(visible, visible, stands_in_other=False, in_provision=False)


@pytest.mark.parametrize(
    "visible",
    [
        "We charge 2 euros for each minute of a voice call.",
        "A call costs €2 per minute.",
        "We can limit your access to data.",
        "Any changes will be displayed to you.",
        "You must return the device to us.",
        "Your membership may not be transferred or assigned.",
        "You have a right to a refund.",
    ],
)
def test_what_anyone_pays_must_or_may_do_is_of_effect(visible: str) -> None:
    assert _weight(visible) is Weight.SUBSTANTIVE


@pytest.mark.parametrize(
    "visible",
    [
        "Webs makes small business marketing simple.",
        "Respect of the rights of others.",
        "You can write to us at feathers@corvid.example.",
        "You may contact us by the form.",
        "You can contact us at:",
        "Further information can be found in the notice.",
        "Read time of this is 5 minutes.",
    ],
)
def test_remarks_titles_and_where_to_write_are_not(visible: str) -> None:
    assert _weight(visible) < Weight.SUBSTANTIVE
