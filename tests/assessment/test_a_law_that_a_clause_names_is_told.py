"""A law that the words of a clause name is told, whether the register has it or not."""

from __future__ import annotations

import pytest

from conductatlas.assessment.named_laws import laws_named_beyond
from conductatlas.catalogue import load_laws


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "We sell nothing, as sales are defined in Ostmark Revised Statutes Chapter 12B.",
            "The clause itself names Ostmark Revised Statutes Chapter 12B.",
        ),
        (
            "Under the Larkwell Arbitration Act 1996 and the Federal Act on Data Protection you may object.",
            "The clause itself names the Larkwell Arbitration Act 1996 and the Federal Act on Data Protection.",
        ),
        (
            "Appeals under Alder’s Consumer Reading Act are heard.",
            "The clause itself names Alder’s Consumer Reading Act.",
        ),
        ("You waive Alder Civil Code section 77.", "The clause itself names Alder Civil Code section 77."),
        ("The Federal Arbitration Act governs this section.", ""),
        (
            "The Federal Arbitration Act governs this section. Appeals under Alder’s Consumer Reading Act are heard.",
            "Beside laws that the register has, the clause itself names Alder’s Consumer Reading Act.",
        ),
        ("Nobody answers for an Act of God. Draw a Circle to Act on what you see.", ""),
    ],
)
def test_titles_that_the_register_lacks_are_named(words: str, told: str) -> None:
    assert laws_named_beyond(words, load_laws().laws) == told
