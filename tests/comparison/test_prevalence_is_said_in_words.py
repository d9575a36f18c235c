"""How common a clause type is, as a reader is told it."""

from __future__ import annotations

import pytest

from conductatlas.comparison import prevalence


@pytest.mark.parametrize(
    ("stating", "platforms", "states_itself", "expected"),
    [
        (1, 344, True, "Unique: 0 of 343 other platforms"),
        (1, 2, True, "Unique: 0 of 1 other platform"),
        (212, 343, True, "212 of 343 platforms"),
        (1, 343, False, "1 of 343 platforms"),
        (0, 343, False, "0 of 343 platforms"),
        (1, 1, True, "1 of 1 platform"),
        (1200, 3400, True, "1,200 of 3,400 platforms"),
    ],
)
def test_it_is_unique_or_n_of_n(stating: int, platforms: int, states_itself: bool, expected: str) -> None:
    assert prevalence(stating, platforms, states_itself=states_itself) == expected


@pytest.mark.parametrize(
    ("companies", "expected"),
    [
        ((31, 66), "37 of 78 platforms (31 of 66 companies)"),
        ((37, 78), "37 of 78 platforms"),
        ((1, 1), "37 of 78 platforms (1 of 1 company)"),
    ],
)
def test_companies_are_told_where_they_are_fewer(companies: tuple[int, int], expected: str) -> None:
    assert prevalence(37, 78, states_itself=True, companies=companies) == expected
