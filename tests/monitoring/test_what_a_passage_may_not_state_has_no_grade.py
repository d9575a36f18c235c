"""A message tells no grade of a clause that its passage may not state, whatever its wordings were graded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.monitoring.messages.told import ToldItem


def _item(*, unsure: bool) -> ToldItem:
    return ToldItem(
        id="CA-P-000001",
        address="https://atlas.example/CA-P-000001",
        kind="reworded",
        done="reworded",
        clause_type="data-sale",
        clause_title="Sale of data",
        severity_before="none",
        severity_after="high",
        direction="unjudged",
        to_the_letter=False,
        elsewhere=False,
        unsure=unsure,
        summary="",
        shifts=(),
    )


@pytest.mark.parametrize(
    ("unsure", "remarks", "severity"),
    [(False, ("○ none → ▲ high",), "high"), (True, (), "none")],
)
def test_remarks_on_an_item(unsure: bool, remarks: tuple[str, ...], severity: str) -> None:
    assert _item(unsure=unsure).remarks == remarks
    assert _item(unsure=unsure).severity == severity


def test_what_became_of_it_is_told_of_its_passage_alone() -> None:
    assert _item(unsure=False).headed == "Sale of data: reworded"
    passage = replace(_item(unsure=True), done="words changed in a passage found as")
    assert passage.headed == "words changed in a passage found as Sale of data"
