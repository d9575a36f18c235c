"""A cap that is the most in all is told as that, and not as one for each loss."""

from __future__ import annotations

import pytest

from conductatlas.assessment import phrases
from conductatlas.provisions import find_facts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Our aggregate liability will not exceed €100.", "EUR 100 for all claims together"),
        ("Our aggregate liability will not exceed fifty U.S. dollars ($50).", "USD 50 for all claims together"),
        ("Our liability for all claims is limited to €100.", "EUR 100 for all claims together"),
        (
            "Our total liability will not exceed the greater of €100 or the fees that you paid.",
            "EUR 100 or what was paid, whichever is more, for all claims together",
        ),
        ("We are liable for damages up to a maximum of €100.", "EUR 100"),
        ("Our aggregate liability for each event will not exceed €100.", "EUR 100"),
        ("In each case, our liability shall not exceed EUR 100 in the aggregate.", "EUR 100 for all claims together"),
        ("Our aggregate liability is limited to EUR 100 in any contract year.", "EUR 100 for all claims together"),
        ("Our aggregate liability is limited to EUR 100 per contract year.", "EUR 100"),
        ("Our aggregate liability under warranties is limited to €100.", "EUR 100"),
    ],
)
def test_what_it_bounds_is_told(text: str, told: str) -> None:
    assert phrases(find_facts(text), text)["cap"] == told
