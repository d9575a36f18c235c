"""A notice that says of whose data it is, by the place where they live, says by that for whom it is."""

from __future__ import annotations

import pytest

from conductatlas.assessment import audiences_of
from conductatlas.reading import read_markdown


@pytest.mark.parametrize(
    "said",
    [
        "This Privacy Policy describes how we at Larkwell USA Inc. process personal data of U.S. residents.",
        "This notice explains how we use the information of Alderton residents.",
    ],
)
def test_it_is_for_those_whose_data_it_is_on(said: str) -> None:
    (audience,) = audiences_of(read_markdown(f"# Notice\n\n{said} Be kind.\n\nWe keep songs.\n"))
    assert audience.said == said
    assert not audience.businesses


def test_a_notice_on_all_data_is_for_everybody() -> None:
    text = "# Notice\n\nThis notice explains how we use the information of those who sing.\n\nWe keep songs.\n"
    assert audiences_of(read_markdown(text)) == ()
