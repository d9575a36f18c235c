"""Platforms of one company are known by their names."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import company_of


@pytest.mark.parametrize(
    ("platform", "company"),
    [
        ("YouTube", "Google"),
        ("Google Pay", "Google"),
        ("Twitter", "X"),
        ("Larkwell", "Larkwell"),
        # A name stands for others only as a word of its own.
        ("Xanga", "Xanga"),
    ],
)
def test_a_platform_stands_for_its_company(platform: str, company: str) -> None:
    assert company_of(platform) == company
