"""Of a quote that leaves words out no quotation mark is shown whose other half is among these."""

from __future__ import annotations

import pytest

from conductatlas.changes.language.quotations import announced


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_half_a_pair_is_left_out(marks: str) -> None:
    name = f"{marks[0]}Many Gardens at Once{marks[1]}"
    lead_in = (
        f"If a part of this {name} procedure is found by the chamber of the fen to be void for a gardener who asked "
        "for it in writing, or for the garden that she keeps with others, the chamber shall not hear the case."
    )
    assert announced(lead_in).startswith("If a part of this Many … ")
    assert not set(marks).intersection(announced(lead_in))
